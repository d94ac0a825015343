-- What the registry holds beside people and dwellings: organisations with what they signed, places and facilities,
-- and who stands by whom beyond the household. Each is versioned, as all records of the registry are.
create table organisation (
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
  kind text not null,
  credit_code text,
  industry text,
  address text,
  estate text,
  building_number text,
  legal_representative text,
  legal_representative_phone bytea,
  manager_name text,
  manager_phone bytea,
  phone text,
  employee_count integer,
  party_member_count integer,
  registered_on date,
  registration_number text,
  competent_department text,
  business_scope text,
  is_hazardous_chemical boolean,
  primary key (district, id)
);
create table organisation_past (like organisation including defaults);
alter table organisation_past add primary key (district, id, version);
create index organisation_area on organisation (district, area, id);
create unique index organisation_credit_code on organisation (district, credit_code);
create index organisation_building on organisation (district, estate, building_number);
create index organisation_name on organisation using gin (name gin_trgm_ops);
create index organisation_code_part on organisation using gin (credit_code gin_trgm_ops);
create index organisation_address on organisation using gin (address gin_trgm_ops);
create index organisation_past_area on organisation_past (district, area, valid_to);

create table agreement (
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
  kind text not null,
  organisation uuid,
  number text,
  signed_on date not null,
  expires_on date,
  manager_name text,
  terms text,
  primary key (district, id)
);
create table agreement_past (like agreement including defaults);
alter table agreement_past add primary key (district, id, version);
create index agreement_area on agreement (district, area, id);
create index agreement_organisation on agreement (district, organisation);
create index agreement_expires on agreement (district, expires_on);
create index agreement_name on agreement using gin (name gin_trgm_ops);
create index agreement_past_area on agreement_past (district, area, valid_to);
create index agreement_past_organisation on agreement_past (district, organisation);

create table facility (
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
  kind text not null,
  code text,
  state text not null,
  address text,
  estate text,
  building_number text,
  maintainer uuid,
  manager_name text,
  manager_phone bytea,
  checked_on date,
  floor_area numeric,
  capacity integer,
  open_hours text,
  opened_on date,
  longitude numeric,
  latitude numeric,
  primary key (district, id)
);
create table facility_past (like facility including defaults);
alter table facility_past add primary key (district, id, version);
create index facility_area on facility (district, area, id);
create index facility_building on facility (district, estate, building_number);
create index facility_maintainer on facility (district, maintainer);
create index facility_name on facility using gin (name gin_trgm_ops);
create index facility_address on facility using gin (address gin_trgm_ops);
create index facility_past_area on facility_past (district, area, valid_to);
create index facility_past_maintainer on facility_past (district, maintainer);

-- `area` is that of `person`, whom the relation is about; `relative` may live in another one.
create table person_relation (
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
  person uuid,
  kind text not null,
  relative uuid,
  name text,
  relation text,
  phone bytea,
  address bytea,
  note text,
  primary key (district, id)
);
create table person_relation_past (like person_relation including defaults);
alter table person_relation_past add primary key (district, id, version);
create index person_relation_area on person_relation (district, area, id);
create index person_relation_person on person_relation (district, person);
create index person_relation_relative on person_relation (district, relative);
create index person_relation_past_area on person_relation_past (district, area, valid_to);
create index person_relation_past_person on person_relation_past (district, person);
create index person_relation_past_relative on person_relation_past (district, relative);
grant select, insert, update, delete on organisation, organisation_past, agreement, agreement_past, facility, facility_past,
  person_relation, person_relation_past to youju_app;
