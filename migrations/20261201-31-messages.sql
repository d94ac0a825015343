-- Messages to staff: each event once for each person, in the page and by mail; and to other programs, by hooks.
create table message (
  district text collate "C" not null,
  id uuid not null default gen_random_uuid(),
  staff uuid not null,
  event text not null,
  -- What happened, so that nobody is told of it twice.
  key text not null,
  urgent boolean not null,
  text text not null,
  link text not null,
  shown boolean not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  -- When it goes by mail; null where it does not, went, or was given up.
  mail_at timestamptz,
  mailed_at timestamptz,
  mail_tries integer not null default 0,
  mail_error text not null default '',
  primary key (district, id)
);
create unique index message_once on message (district, staff, key);
create index message_inbox on message (district, staff, created_at desc) where shown;
create index message_mail on message (district, mail_at) where mail_at is not null;

-- How somebody wants to be told; without a row, in the page of everything.
create table message_choice (
  district text collate "C" not null,
  staff uuid not null,
  email bytea,
  hidden text[] not null default '{}',
  unmailed text[] not null default '{}',
  primary key (district, staff)
);

create table message_setting (
  district text collate "C" not null,
  key text not null,
  id uuid not null default gen_random_uuid(),
  value jsonb not null,
  secret bytea,
  primary key (district, key)
);

-- Other programs that are told of events, and group robots.
create table hook (
  district text collate "C" not null,
  id uuid not null,
  title text not null,
  kind text not null,
  area text collate "C" not null,
  -- Sealed: a robot's address holds its key.
  url bytea not null,
  -- The host, for people.
  host text not null,
  secret bytea,
  events text[] not null,
  made_at timestamptz not null default now(),
  made_by uuid not null,
  -- Failed tries since the last that succeeded.
  failures integer not null default 0,
  disabled_at timestamptz,
  -- By whom; null where it failed too often.
  disabled_by uuid,
  primary key (district, id)
);
create table hook_delivery (
  district text collate "C" not null,
  id uuid not null,
  hook uuid not null,
  event text not null,
  key text not null,
  text text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  state text not null default 'waiting',
  tries integer not null default 0,
  next_at timestamptz,
  last_status integer,
  last_error text not null default '',
  done_at timestamptz,
  primary key (district, id)
);
create unique index hook_delivery_once on hook_delivery (district, hook, key);
create index hook_delivery_next on hook_delivery (district, next_at) where next_at is not null;
create index hook_delivery_hook on hook_delivery (district, hook, created_at desc);

grant select, insert, update, delete on message, message_choice, message_setting, hook, hook_delivery to youju_app;
