-- The house: areas, posts, registry, ledgers, commands, audit, files, imports, reports.
-- `district` (6-digit county code) comes first in every primary key, so that the tables can be distributed.
-- Area paths compare byte by byte (collation "C"), so that a scope is a range of an index.
create extension if not exists pg_trgm;

create table office (
  district text collate "C" primary key,
  name text not null,
  zone text not null default 'Asia/Shanghai',
  demo boolean not null default false,
  created_at timestamptz not null default now()
);

create table area (
  district text collate "C" not null,
  path text collate "C" not null,
  name text not null,
  level text not null,
  parent text collate "C",
  valid_from date not null,
  valid_to date,
  primary key (district, path)
);

create table staff (
  district text collate "C" not null,
  id uuid not null,
  name text not null,
  username text not null,
  account text not null,
  must_change_password boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (district, id)
);
create unique index staff_account on staff (district, account);

create table post (
  district text collate "C" not null,
  id uuid not null,
  staff uuid not null,
  role text not null,
  area text collate "C" not null,
  valid_from date not null,
  valid_to date,
  primary key (district, id)
);
create index post_staff on post (district, staff);
create index post_area on post (district, area);

-- A record's current version lies in its table, what was before in `<table>_past` of the same shape.
-- [valid_from, valid_to) is when it was true in the world; recorded_at when we learned it, closed_at when we
-- learned its end, superseded_at when we learned that it had been wrong. `since` is the day from which the record
-- has stood without a break; `ended` says why it ended, and is null where a newer version followed.
create table person (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  superseded_at timestamptz,
  since date not null,
  ended text,
  command uuid not null,
  closed_command uuid,
  cause text not null,
  reason text not null default '',
  name text not null,
  name_pinyin text not null,
  name_initials text not null,
  id_type text,
  id_number bytea,
  id_number_hash bytea,
  id_number_tail_hash bytea,
  sex text not null,
  birth_date date not null,
  ethnicity text,
  education text,
  marital_status text,
  employment_status text,
  mobile bytea,
  mobile_hash bytea,
  mobile_tail_hash bytea,
  population_type text,
  residence_status text,
  registered_address bytea,
  workplace text,
  household uuid,
  relation_to_head text,
  primary key (district, id)
);
create table person_past (like person including defaults);
alter table person_past add primary key (district, id, version);

create table household (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  superseded_at timestamptz,
  since date not null,
  ended text,
  command uuid not null,
  closed_command uuid,
  cause text not null,
  reason text not null default '',
  number text not null,
  head uuid,
  dwelling uuid,
  phone bytea,
  primary key (district, id)
);
create table household_past (like household including defaults);
alter table household_past add primary key (district, id, version);

create table dwelling (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  superseded_at timestamptz,
  since date not null,
  ended text,
  command uuid not null,
  closed_command uuid,
  cause text not null,
  reason text not null default '',
  code text not null,
  address text not null,
  estate text,
  building_number text,
  unit_number text,
  room_number text,
  kind text,
  use text,
  is_rented boolean,
  floor_area numeric,
  room_count integer,
  primary key (district, id)
);
create table dwelling_past (like dwelling including defaults);
alter table dwelling_past add primary key (district, id, version);

create table ledger_entry (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  superseded_at timestamptz,
  since date not null,
  ended text,
  command uuid not null,
  closed_command uuid,
  cause text not null,
  reason text not null default '',
  ledger text collate "C" not null,
  subject uuid,
  fields jsonb not null,
  primary key (district, id)
);
create table ledger_entry_past (like ledger_entry including defaults);
alter table ledger_entry_past add primary key (district, id, version);

create unique index person_id_number on person (district, id_number_hash);
create index person_id_number_tail on person (district, id_number_tail_hash);
create index person_mobile on person (district, mobile_hash);
create index person_mobile_tail on person (district, mobile_tail_hash);
create index person_area on person (district, area, id);
create index person_name on person (district, name collate "C", id);
create index person_initials on person (district, name_initials collate "C", id);
create index person_pinyin on person (district, name_pinyin collate "C", id);
create index person_household on person (district, household);
create index person_past_area on person_past (district, area, valid_to);
create index person_past_id_number on person_past (district, id_number_hash);
create index person_past_household on person_past (district, household);
create index household_number on household using gin (number gin_trgm_ops);
create index household_area on household (district, area, id);
create index household_dwelling on household (district, dwelling);
create index household_past_area on household_past (district, area, valid_to);
create index dwelling_area on dwelling (district, area, id);
create index dwelling_address on dwelling using gin (address gin_trgm_ops);
create index dwelling_past_area on dwelling_past (district, area, valid_to);
create index ledger_entry_area on ledger_entry (district, ledger, area, id);
create unique index ledger_entry_subject on ledger_entry (district, subject, ledger) where subject is not null;
create index ledger_entry_past_area on ledger_entry_past (district, ledger, area, valid_to);
create index ledger_entry_past_subject on ledger_entry_past (district, subject, ledger);

-- Ledgers that an office defines itself: the same definition, as data.
create table ledger_definition (
  district text collate "C" not null,
  name text not null,
  definition jsonb not null,
  recorded_at timestamptz not null default now(),
  command uuid not null,
  primary key (district, name)
);

-- Every command once: a retry with the same key gets the first answer.
create table command (
  district text collate "C" not null,
  id uuid not null,
  key text not null,
  actor uuid not null,
  action text not null,
  input_hash text not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (district, id)
);
create unique index command_key on command (district, actor, key);

create table audit_entry (
  district text collate "C" not null,
  seq bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor uuid not null,
  actor_name text not null,
  role text not null,
  action text not null,
  outcome text not null,
  definition text,
  subject uuid,
  area text collate "C",
  purpose text not null default '',
  detail jsonb not null default '{}',
  command uuid,
  primary key (district, seq)
);
create index audit_entry_at on audit_entry (district, at);
create index audit_entry_subject on audit_entry (district, subject, seq) where subject is not null;
create index audit_entry_actor on audit_entry (district, actor, seq);

-- A seal closes a batch of entries: its hash covers theirs and the seal before it. `open_gaps` are numbers below
-- `last_seq` not seen yet, since their transactions were still running; a later seal takes them up or, after a
-- day, declares them void.
create table audit_seal (
  district text collate "C" not null,
  number bigint not null,
  entries int8multirange not null,
  open_gaps int8multirange not null,
  void int8multirange not null,
  last_seq bigint not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (district, number)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
  for each statement execute function refuse_change();

create table stored_file (
  district text collate "C" not null,
  id uuid not null,
  owner uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  key text not null,
  purpose text not null default '',
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (district, id)
);

create table job (
  district text collate "C" not null,
  id uuid not null,
  owner uuid not null,
  kind text not null,
  title text not null,
  input jsonb not null,
  state text not null default 'waiting',
  done bigint not null default 0,
  total bigint,
  message text not null default '',
  file uuid,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (district, id)
);
create index job_owner on job (district, owner, created_at);

-- Cells of a file are personal data: `preview` (columns, examples, first faults) and `faults` (all of them) are
-- sealed with the office's key. `mapping` is what the person chose, column letter to key.
create table import_batch (
  district text collate "C" not null,
  id uuid not null,
  owner uuid not null,
  file uuid not null,
  file_name text not null,
  area text collate "C",
  ledger text,
  sheet text,
  mapping jsonb not null default '{}',
  state text not null,
  message text not null default '',
  done bigint not null default 0,
  total bigint,
  counts jsonb not null default '{}',
  preview bytea,
  faults bytea,
  on_day date,
  command uuid,
  created_at timestamptz not null default now(),
  primary key (district, id)
);
create index import_batch_owner on import_batch (district, owner, created_at);

-- `figures` is how many metrics it asks for. The file belongs to the template.
create table report_template (
  district text collate "C" not null,
  name uuid not null,
  title text not null,
  description text not null default '',
  figures integer not null,
  file uuid not null,
  area text collate "C" not null,
  created_at timestamptz not null default now(),
  command uuid not null,
  primary key (district, name)
);

create table report (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  template text not null,
  template_title text not null,
  title text not null,
  period text not null,
  as_of date not null,
  known_at timestamptz not null,
  state text not null,
  version integer not null default 1,
  revises uuid,
  reason text not null default '',
  blocks jsonb not null,
  document uuid not null,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  primary key (district, id)
);
create index report_area on report (district, area, created_at);

-- A number with its source, and what its metric meant when it was made. `aspect` says what `text` tells: the value,
-- or the change since a year before. `inputs` is the hash of the records behind it (id and version of each).
create table figure (
  district text collate "C" not null,
  id uuid not null,
  report uuid not null,
  position integer not null,
  metric text not null,
  metric_hash text not null,
  aspect text not null,
  title text not null,
  unit text not null,
  description text not null,
  area text collate "C" not null,
  area_name text not null,
  as_of date not null,
  period_from date,
  known_at timestamptz not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  last_year numeric,
  text text not null,
  inputs text not null,
  primary key (district, id)
);
create index figure_report on figure (district, report, position);

-- A published report is frozen, and so are its figures: it can only be superseded.
create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' then
    return coalesce(new, old);
  end if;
  if tg_op = 'UPDATE' and old.state = 'published' and new.state = 'superseded'
    and to_jsonb(new) - 'state' = to_jsonb(old) - 'state' then
    return new;
  end if;
  raise exception 'report % is published', old.id using errcode = 'insufficient_privilege';
end $$;
create trigger report_frozen before update or delete on report
  for each row execute function refuse_change_of_published();

create function refuse_figure_of_published() returns trigger language plpgsql as $$
declare
  told figure := coalesce(new, old);
begin
  if tg_op = 'UPDATE' or not exists (
    select from report r where r.district = told.district and r.id = told.report and r.state = 'draft'
  ) then
    raise exception 'figures do not change' using errcode = 'insufficient_privilege';
  end if;
  return told;
end $$;
create trigger figure_frozen before insert or update or delete on figure
  for each row execute function refuse_figure_of_published();
create trigger report_kept before truncate on report for each statement execute function refuse_change();
create trigger figure_kept before truncate on figure for each statement execute function refuse_change();

-- Accounts and sessions, as better-auth lays them down; they know no district.
create schema auth;
create table auth."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "username" text unique,
  "displayUsername" text
);
create table auth."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create index "session_userId_idx" on auth."session" ("userId");
create table auth."account" (
  "id" text primary key,
  "issuer" text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth."account" ("userId");
create unique index "account_issuer_accountId_uidx" on auth."account" ("issuer", "accountId");
create table auth."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on auth."verification" ("identifier");

-- The server speaks as this role: no table is its own, and the audit can only grow.
do $$ begin
  if not exists (select from pg_roles where rolname = 'youju_app') then
    create role youju_app nologin;
  end if;
end $$;
grant usage on schema public to youju_app;
grant select, insert, update, delete on all tables in schema public to youju_app;
revoke update, delete on audit_entry, audit_seal from youju_app;
grant usage on all sequences in schema public to youju_app;
grant usage on schema auth to youju_app;
grant select, insert, update, delete on all tables in schema auth to youju_app;
