-- What a resident may see of what is held about them: a code handed over at the window after their identity was
-- checked. Of the code only a keyed hash is kept. `failures` counts wrong digits; too many make it void.
create table disclosure (
  district text collate "C" not null,
  id uuid not null,
  person uuid not null,
  area text collate "C" not null,
  code_hash bytea not null,
  verified text not null,
  wish text not null,
  issued_at timestamptz not null default now(),
  expires_on date not null,
  voided_at timestamptz,
  failures integer not null default 0,
  opened integer not null default 0,
  opened_at timestamptz,
  command uuid not null,
  primary key (district, id)
);
create unique index disclosure_code on disclosure (district, code_hash);
create index disclosure_person on disclosure (district, person, issued_at);

-- What a resident wants corrected. Words of theirs may hold numbers and addresses: sealed with the office's key.
create table correction_request (
  district text collate "C" not null,
  id uuid not null,
  person uuid not null,
  area text collate "C" not null,
  said bytea not null,
  asked_at timestamptz not null default now(),
  command uuid not null,
  settled_at timestamptz,
  settled_by uuid,
  corrected boolean,
  answer text not null default '',
  primary key (district, id)
);
create index correction_request_open on correction_request (district, area, asked_at) where settled_at is null;
create index correction_request_person on correction_request (district, person, asked_at);

-- Exports that may have held somebody's record.
create index audit_entry_export on audit_entry (district, definition, seq) where action = 'exportRecords';

grant select, insert, update, delete on disclosure, correction_request to youju_app;
