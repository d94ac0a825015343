-- Areas in time with their boundaries, posts that are handed over, points of buildings, duty rosters.

-- An area's version that stands lies in `area`, earlier ones in `area_past`. `cause` says how it came about
-- (entered, added, renamed, redrawn, split); what was `entered` had stood before it was written down. `ended` says why
-- it is no more, `successor` where its records went.
alter table area
  add column version integer not null default 1,
  add column boundary jsonb,
  add column cause text not null default 'entered',
  add column recorded_at timestamptz not null default now(),
  add column superseded_at timestamptz,
  add column ended text,
  add column successor text collate "C",
  add column command uuid;
create table area_past (like area including defaults);
alter table area_past add primary key (district, path, version);

-- A merge, a split, or the taking back of one: what became of which area from a day on. `at` is the instant that all
-- versions written by it carry; `moved` holds what is needed to take it back.
create table area_change (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  kind text not null,
  title text not null,
  on_day date not null,
  at timestamptz not null,
  actor uuid not null,
  counts jsonb not null,
  moved jsonb not null,
  reason text not null default '',
  undone_by uuid,
  primary key (district, id)
);
create index area_change_area on area_change (district, area, at);

-- Where a building stands; dwellings name it by estate and number within their community.
create table building_point (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  estate text not null,
  number text not null,
  longitude double precision not null,
  latitude double precision not null,
  primary key (district, id)
);
create index building_point_number on building_point (district, area, estate, number);
create index dwelling_building on dwelling (district, estate, building_number);

alter table post
  add column reason text not null default '',
  add column recorded_at timestamptz not null default now(),
  add column command uuid,
  add column closed_command uuid,
  -- The post of whoever took it over.
  add column successor uuid;

-- Which shifts an office keeps, and how many people each wants; by area.
create table duty_rule (
  district text collate "C" not null,
  area text collate "C" not null,
  shifts jsonb not null,
  recorded_at timestamptz not null default now(),
  command uuid,
  primary key (district, area)
);
-- Who is on duty when: a plan, never a check-in.
create table duty (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  day date not null,
  shift text not null,
  staff uuid not null,
  command uuid,
  primary key (district, id)
);
create index duty_place on duty (district, area, day, shift, staff);
create index duty_staff on duty (district, staff, day);

grant select, insert, update, delete on area_past, area_change, building_point, duty_rule, duty to youju_app;
