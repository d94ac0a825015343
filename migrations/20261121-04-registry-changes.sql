-- What happens to people and households: commands that touch several records and are taken back as one.

alter table command add column undone_by uuid;

-- Every record that a command touched: which version stood before (null: it did not stand) and after (null: it
-- ended). Undoing a command restores all of them. Where a later undo brings `before_version` back under a new
-- number, the earlier command's `after_version` follows it.
create table command_record (
  district text collate "C" not null,
  command uuid not null,
  record uuid not null,
  definition text not null,
  before_version integer,
  after_version integer,
  primary key (district, command, record)
);
create index command_record_record on command_record (district, record);

-- What a change of a household was, for people; it stands as long as its command is not undone.
create table registry_change (
  district text collate "C" not null,
  id uuid not null,
  kind text not null,
  area text collate "C" not null,
  on_day date not null,
  title text not null,
  reason text not null default '',
  at timestamptz not null default now(),
  primary key (district, id)
);

-- What a change leaves for a person to do.
create table follow_up (
  district text collate "C" not null,
  id uuid not null,
  command uuid not null,
  area text collate "C" not null,
  kind text not null,
  title text not null,
  definition text not null,
  record uuid not null,
  due date,
  settled_by uuid,
  settled_at timestamptz,
  outcome text not null default '',
  primary key (district, id)
);
create index follow_up_open on follow_up (district, area, due) where settled_by is null;
create index follow_up_command on follow_up (district, command);

-- Two records that may be one person, `a` the smaller id. Found anew by a job; a decision stays.
create table duplicate_pair (
  district text collate "C" not null,
  a uuid not null,
  b uuid not null,
  area_a text collate "C" not null,
  area_b text collate "C" not null,
  score integer not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (district, a, b)
);
create index duplicate_pair_open on duplicate_pair (district, score desc, a, b) where decision is null;
create index duplicate_pair_decided on duplicate_pair (district, decided_by) where decision is not null;
create index duplicate_pair_b on duplicate_pair (district, b);

-- Blocking keys for duplicates, and who stands at the head of a household.
create index person_birth on person (district, birth_date, name_pinyin collate "C");
create index household_head on household (district, head) where head is not null;

grant select, insert, update, delete on command_record, registry_change, follow_up, duplicate_pair to youju_app;
