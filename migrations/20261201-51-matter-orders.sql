-- Work orders of a hotline (12345): the number that it knows a matter by, each once in a district.
create table matter_order (
  district text collate "C" not null,
  external text not null,
  matter uuid not null,
  called_at timestamptz,
  primary key (district, external)
);
create unique index matter_order_matter on matter_order (district, matter);
grant select, insert on matter_order to youju_app;
