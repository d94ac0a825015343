-- How long what has ended is kept, by definition. Nothing is erased where no rule stands.
create table retention_rule (
  district text collate "C" not null,
  definition text collate "C" not null,
  years integer not null check (years between 1 and 100),
  reason text not null,
  automatic boolean not null,
  changed_at timestamptz not null default now(),
  command uuid not null,
  primary key (district, definition)
);

-- What was erased, by which rule: only hashes of the ids are kept. `digest` binds them, and stands in the audit too.
create table erasure (
  district text collate "C" not null,
  id uuid not null,
  definition text collate "C" not null,
  title text not null,
  years integer not null,
  reason text not null,
  ended_by date not null,
  records integer not null,
  versions integer not null,
  digest text not null,
  at timestamptz not null default now(),
  by_name text not null,
  primary key (district, id)
);
create table erased_record (
  district text collate "C" not null,
  erasure uuid not null,
  record_hash bytea not null,
  primary key (district, erasure, record_hash)
);
create trigger erasure_append_only before update or delete or truncate on erasure
  for each statement execute function refuse_change();
create trigger erased_record_append_only before update or delete or truncate on erased_record
  for each statement execute function refuse_change();

grant select, insert, update, delete on retention_rule to youju_app;
grant select, insert on erasure, erased_record to youju_app;
