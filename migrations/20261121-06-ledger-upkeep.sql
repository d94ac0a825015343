-- Ledger upkeep: who looked an entry up and found it right, and what was decided about people who should be entered
-- or taken out. Both only grow: a later confirmation or decision stands beside the earlier one.
create table entry_confirmation (
  district text collate "C" not null,
  entry uuid not null,
  confirmed_on date not null,
  ledger text collate "C" not null,
  area text collate "C" not null,
  version integer not null,
  confirmed_at timestamptz not null default now(),
  command uuid not null,
  primary key (district, entry, confirmed_on)
);

-- `record` is the person who should be entered, or the entry that should be taken out; `rule` is the hash of the
-- rule that said so, so that another rule is another question.
create table proposal_declined (
  district text collate "C" not null,
  ledger text collate "C" not null,
  record uuid not null,
  rule text not null,
  reason text not null,
  declined_at timestamptz not null default now(),
  command uuid not null,
  primary key (district, ledger, record, rule)
);

grant select, insert, update, delete on entry_confirmation, proposal_declined to youju_app;
