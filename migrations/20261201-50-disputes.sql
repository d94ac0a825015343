-- Disputes that are mediated (人民调解). What was said lies sealed in `facts` and `detail`; in clear stands only what
-- decides who may open it, when it is due, and what is counted.
create table dispute (
  district text collate "C" not null,
  id uuid not null,
  number text not null,
  seq integer not null,
  area text collate "C" not null,
  -- The area whose head assigns mediators.
  head_area text collate "C" not null,
  kind text collate "C" not null,
  state text collate "C" not null,
  opened_on date not null,
  due_on date,
  closed_on date,
  outcome text collate "C",
  facts bytea not null,
  primary key (district, id)
);
create unique index dispute_number on dispute (district, number);
create index dispute_head on dispute (district, head_area, state, due_on);
create index dispute_counted on dispute (district, area, opened_on);
create sequence dispute_number_seq;

-- What happened, step by step; never changed.
create table dispute_step (
  district text collate "C" not null,
  dispute uuid not null,
  seq integer not null,
  at timestamptz not null,
  actor uuid not null,
  actor_name text not null,
  step bytea not null,
  command uuid,
  primary key (district, dispute, seq)
);
create trigger dispute_step_append_only before update or delete or truncate on dispute_step
  for each statement execute function refuse_change();

-- Who mediates it now.
create table dispute_mediator (
  district text collate "C" not null,
  dispute uuid not null,
  staff uuid not null,
  primary key (district, dispute, staff)
);
create index dispute_mediator_staff on dispute_mediator (district, staff);

grant select, insert, update on dispute to youju_app;
grant select, insert on dispute_step to youju_app;
grant select, insert, delete on dispute_mediator to youju_app;
grant usage on sequence dispute_number_seq to youju_app;
