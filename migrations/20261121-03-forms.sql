-- Forms that departments send. What is asked stands in the ledger `formRequest` under the same id; here lies what is
-- needed to fill it. `plan` is how the file was understood, `answers` what a person said about it (columns, rows).
-- Blank forms hold nobody's data; the file belongs to the request.
create table form_request (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  file uuid not null,
  file_name text not null,
  title text not null,
  asked_by text not null,
  purpose text not null default '',
  deadline date,
  state text not null,
  plan jsonb not null,
  answers jsonb not null default '{}',
  version integer not null default 1,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null default now(),
  command uuid not null,
  primary key (district, id)
);
create index form_request_area on form_request (district, area, created_at);

-- Which elements a request asks for, so that the same field asked twice is found.
create table form_request_element (
  district text collate "C" not null,
  request uuid not null,
  element text not null,
  header text not null,
  primary key (district, request, element),
  foreign key (district, request) references form_request (district, id)
);
create index form_request_element_element on form_request_element (district, element);

-- What forms of one shape were confirmed to mean; `headers` in order, for copies that were changed a little.
create table form_memory (
  district text collate "C" not null,
  shape text not null,
  title text not null,
  headers text[] not null,
  columns jsonb not null,
  row_set jsonb,
  confirmed_by uuid not null,
  confirmed_by_name text not null,
  confirmed_at timestamptz not null default now(),
  command uuid not null,
  primary key (district, shape)
);

create table form_fill (
  district text collate "C" not null,
  id uuid not null,
  request uuid not null,
  area text collate "C" not null,
  as_of date not null,
  state text not null,
  unmasked boolean not null,
  purpose text not null,
  rows bigint not null default 0,
  cells bigint not null default 0,
  columns jsonb not null default '[]',
  missing jsonb not null default '[]',
  file uuid,
  file_name text not null default '',
  job uuid,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null default now(),
  command uuid not null,
  primary key (district, id),
  foreign key (district, request) references form_request (district, id)
);
create index form_fill_request on form_fill (district, request, created_at);

-- What was sent, piece by piece and sealed with the office's key: every cell with the record, field and version it
-- came from.
create table form_fill_part (
  district text collate "C" not null,
  fill uuid not null,
  number integer not null,
  sheet text not null,
  first_row bigint not null,
  rows integer not null,
  content bytea not null,
  primary key (district, fill, number),
  foreign key (district, fill) references form_fill (district, id)
);

-- A form that came back. `differences` is sealed; `decisions` says what became of each.
create table form_return (
  district text collate "C" not null,
  id uuid not null,
  request uuid not null,
  fill uuid not null,
  area text collate "C" not null,
  file uuid not null,
  file_name text not null,
  state text not null,
  message text not null default '',
  counts jsonb not null default '{}',
  differences bytea,
  decisions jsonb not null default '{}',
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null default now(),
  primary key (district, id),
  foreign key (district, fill) references form_fill (district, id)
);
create index form_return_request on form_return (district, request, created_at);

-- Somebody said that there is nothing to enter here, so that nobody is asked again.
create table form_gap_none (
  district text collate "C" not null,
  definition text not null,
  record uuid not null,
  field text not null,
  command uuid not null,
  created_at timestamptz not null default now(),
  primary key (district, definition, record, field)
);

-- How long typing one cell is taken to last; the newest counts.
create table form_typing_time (
  district text collate "C" not null,
  recorded_at timestamptz not null default now(),
  seconds numeric not null,
  command uuid not null,
  primary key (district, recorded_at)
);

grant select, insert, update, delete on form_request, form_request_element, form_memory, form_fill, form_fill_part,
  form_return, form_gap_none, form_typing_time to youju_app;
