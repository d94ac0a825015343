-- Words with which matters are answered and residents called back; `category` '' fits every one.
create table reply_template (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  use text not null,
  category text collate "C" not null,
  title text not null,
  text text not null,
  primary key (district, id)
);
create index reply_template_area on reply_template (district, area);
grant select, insert, update, delete on reply_template to youju_app;
