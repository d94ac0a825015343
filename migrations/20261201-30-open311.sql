-- Open311 GeoReport v2: keys of the platforms that send requests, what each sent, and their later words.
create table open311_key (
  district text collate "C" not null,
  id uuid not null,
  title text not null,
  -- Keyed hash; the key itself is told once and not kept.
  hash bytea not null,
  -- Its last characters, by which people tell keys apart.
  hint text not null,
  areas text[] collate "C" not null,
  -- Whether everybody may read what came through it, without names and numbers.
  listed boolean not null,
  per_minute integer not null,
  made_at timestamptz not null default now(),
  made_by uuid not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (district, id)
);
create unique index open311_key_hash on open311_key (district, hash);

-- How often a key was used, by day; nothing about who or what.
create table open311_use (
  district text collate "C" not null,
  key uuid not null,
  day date not null,
  reads integer not null default 0,
  writes integer not null default 0,
  refused integer not null default 0,
  last_at timestamptz not null,
  primary key (district, key, day)
);

-- A matter as the platform sent it: by which it is found again, and what may be read of it.
create table open311_request (
  district text collate "C" not null,
  matter uuid not null,
  number text not null,
  key uuid not null,
  listed boolean not null,
  -- The platform's own id, or a hash of what it sent.
  client_id text not null,
  service text not null,
  requested_at timestamptz not null,
  description text not null,
  address text not null,
  address_id text not null,
  longitude double precision,
  latitude double precision,
  media text[] not null,
  primary key (district, matter)
);
create unique index open311_request_number on open311_request (district, number);
create index open311_request_client on open311_request (district, key, client_id, service, requested_at);
create index open311_request_at on open311_request (district, requested_at desc);

-- Words that a platform added later, each once.
create table open311_update (
  district text collate "C" not null,
  key uuid not null,
  client_id text not null,
  matter uuid not null,
  seq integer not null,
  primary key (district, key, client_id)
);
create index matter_step_at on matter_step (district, at);

grant select, insert, update, delete on open311_key, open311_use, open311_request, open311_update to youju_app;
