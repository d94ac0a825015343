-- Words of reports that a person said mean a metric, or none (metric is null). Removed ones are kept, with who and when.
create table metric_synonym (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  phrase text not null,
  metric text,
  learned_at timestamptz not null default now(),
  learned_by uuid not null,
  learned_by_name text not null,
  removed_at timestamptz,
  removed_by uuid,
  command uuid not null,
  primary key (district, id)
);
create unique index metric_synonym_stands on metric_synonym (district, area, phrase) where removed_at is null;

grant select, insert, update on metric_synonym to youju_app;
