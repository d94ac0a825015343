-- What an office does for residents at the window or on their behalf (一站式、代办), its hours, and who has booked.
create table public_service (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  kind text not null,
  title text not null,
  about text not null,
  who text not null,
  bring text not null,
  place text not null,
  hours text not null,
  phone text not null,
  ended_on date,
  primary key (district, id)
);
create index public_service_area on public_service (district, area);

create table service_slot (
  district text collate "C" not null,
  id uuid not null,
  service uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer not null,
  booked integer not null default 0,
  primary key (district, id),
  check (booked >= 0),
  check (booked <= capacity)
);
create unique index service_slot_start on service_slot (district, service, starts_at);

create table booking (
  district text collate "C" not null,
  id uuid not null,
  service uuid not null,
  slot uuid not null,
  area text collate "C" not null,
  starts_at timestamptz not null,
  code text not null,
  state text not null,
  name bytea,
  phone bytea,
  phone_hash bytea,
  primary key (district, id)
);
create unique index booking_code on booking (district, code);
-- Nobody holds two places of one service at once.
create unique index booking_once on booking (district, service, phone_hash) where state = 'booked';
create index booking_slot on booking (district, slot);
create index booking_time on booking (district, starts_at) where phone is not null;

create table booking_step (
  district text collate "C" not null,
  booking uuid not null,
  seq integer not null,
  at timestamptz not null,
  state text not null,
  note text not null,
  actor_name text not null,
  primary key (district, booking, seq)
);
create trigger booking_step_append_only before update or delete or truncate on booking_step
  for each statement execute function refuse_change();

-- Announcements and public postings (公告、公示); one that is out is not changed, but withdrawn.
create table notice (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  kind text not null,
  title text not null,
  body text not null,
  from_day date not null,
  to_day date not null,
  objection text not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_for text not null default '',
  primary key (district, id)
);
create index notice_days on notice (district, to_day, from_day);

-- What was done about a matter, told to everybody: only what its handler released.
create table matter_release (
  district text collate "C" not null,
  matter uuid not null,
  area text collate "C" not null,
  category text collate "C" not null,
  text text not null,
  solved_on date not null,
  released_at timestamptz not null,
  primary key (district, matter)
);
create index matter_release_day on matter_release (district, solved_on);

grant select, insert, update on public_service, service_slot, booking, notice to youju_app;
grant select, insert on booking_step to youju_app;
grant select, insert, update, delete on matter_release to youju_app;
