-- Photos of matters. One is taken in first (`matter` is null) and belongs to a step once that is taken; what no step
-- took is forgotten after two days. `file` and `thumbnail` lie in the file store.
create table matter_photo (
  district text collate "C" not null,
  id uuid not null,
  matter uuid,
  seq integer,
  public boolean not null default false,
  file uuid not null,
  thumbnail uuid not null,
  width integer not null,
  height integer not null,
  taken_by uuid not null,
  taken_at timestamptz not null default now(),
  primary key (district, id)
);
create index matter_photo_matter on matter_photo (district, matter, seq);
create index matter_photo_waiting on matter_photo (district, taken_at) where matter is null;
grant select, insert, update, delete on matter_photo to youju_app;
