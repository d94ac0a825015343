-- Matters: what residents ask for. `matter` is the record that lists, metrics and forms see; it is derived from the
-- steps, as are `matter_flow` (all facts, folded), its clocks and parts. A closed matter lies in `matter_past`.
create table matter (
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
  title text not null,
  content text not null,
  category text collate "C" not null,
  class text collate "C" not null,
  channel text collate "C" not null,
  state text collate "C" not null,
  place text,
  longitude numeric,
  latitude numeric,
  reporter_name bytea,
  reporter_phone bytea,
  reporter_phone_hash bytea,
  reporter_phone_tail_hash bytea,
  anonymous boolean,
  owner text collate "C" not null,
  pending text collate "C",
  received_on date not null,
  due_on date not null,
  closed_on date,
  overdue boolean,
  responded_in_time boolean,
  accepted_in_time boolean,
  finished_in_time boolean,
  returns integer,
  reopened integer,
  reports integer,
  closing text,
  solved boolean,
  satisfaction text,
  not_ours text,
  primary key (district, id)
);
create table matter_past (like matter including defaults);
alter table matter_past add primary key (district, id, version);
create index matter_area on matter (district, area, id);
create index matter_due on matter (district, due_on, id);
create index matter_owner on matter (district, owner, due_on, id);
create index matter_pending on matter (district, pending, due_on, id) where pending is not null;
create index matter_state on matter (district, state, area, id);
create index matter_words on matter using gin ((title || ' ' || coalesce(place, '')) gin_trgm_ops);
create unique index matter_number on matter (district, number);
create index matter_phone on matter (district, reporter_phone_hash);
create index matter_phone_tail on matter (district, reporter_phone_tail_hash);
create index matter_past_area on matter_past (district, area, valid_to);
create index matter_past_closed on matter_past (district, closed_on, area) where ended is not null;
create index matter_past_number on matter_past (district, number);
create sequence matter_number_seq;

-- All that is true of a matter now, and how many steps led there. `code` is what a resident follows it with.
create table matter_flow (
  district text collate "C" not null,
  matter uuid not null,
  seq integer not null,
  facts jsonb not null,
  code text not null,
  public_since timestamptz,
  primary key (district, matter)
);
create unique index matter_flow_code on matter_flow (district, code);

-- What happened, step by step; never changed.
create table matter_step (
  district text collate "C" not null,
  matter uuid not null,
  seq integer not null,
  at timestamptz not null,
  kind text not null,
  actor uuid,
  actor_name text not null,
  body text not null default '',
  detail jsonb not null,
  command uuid,
  primary key (district, matter, seq)
);
create trigger matter_step_append_only before update or delete or truncate on matter_step
  for each statement execute function refuse_change();

-- Clocks that run: `next_at` is when the house has to look at one again, and `stage` what it does then.
create table matter_clock (
  district text collate "C" not null,
  matter uuid not null,
  name text not null,
  due_at timestamptz not null,
  next_at timestamptz,
  stage text not null,
  primary key (district, matter, name)
);
create index matter_clock_next on matter_clock (district, next_at) where next_at is not null;

-- Shares of matters that several bodies were summoned to, so that each finds its own.
create table matter_part (
  district text collate "C" not null,
  id uuid not null,
  matter uuid not null,
  body text collate "C" not null,
  due_at timestamptz not null,
  state text not null,
  primary key (district, id)
);
create index matter_part_body on matter_part (district, body, state, due_at);
create index matter_part_matter on matter_part (district, matter);

create table matter_link (
  district text collate "C" not null,
  matter uuid not null,
  other uuid not null,
  kind text not null,
  primary key (district, matter, other, kind)
);
create index matter_link_other on matter_link (district, other);

-- Sections and departments that handle matters, beside the areas themselves.
create table handling_unit (
  district text collate "C" not null,
  id uuid not null,
  title text not null,
  area text collate "C" not null,
  ended_on date,
  primary key (district, id)
);
create table handling_unit_member (
  district text collate "C" not null,
  unit uuid not null,
  staff uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (district, unit, staff, valid_from)
);
create index handling_unit_member_staff on handling_unit_member (district, staff);

-- To whom matters of a category go in an area; the longest area that fits decides.
create table dispatch_rule (
  district text collate "C" not null,
  category text collate "C" not null,
  area text collate "C" not null,
  body text not null,
  primary key (district, category, area)
);

create table matter_setting (
  district text collate "C" not null,
  key text not null,
  value jsonb not null,
  primary key (district, key)
);

grant select, insert, update, delete on matter, matter_past, matter_flow, matter_clock, matter_part, matter_link,
  handling_unit, handling_unit_member, dispatch_rule, matter_setting to youju_app;
grant select, insert on matter_step to youju_app;
grant usage on sequence matter_number_seq to youju_app;
