-- Hot spots: matters of one category that come again at one place. `spot` names the place so that different ways of
-- writing it compare equal; it follows from the place's words, or else from a square of the map some 50 m wide.

-- 和平里小区 3 号楼２单元, 和平里小区3栋电梯 and 和平里小区3#楼 are all 和平里小区3号楼.
create function spot_of(place text, longitude numeric, latitude numeric) returns text
  language sql immutable parallel safe as $$
  select coalesce(
    nullif(
      regexp_replace(
        regexp_replace(
          regexp_replace(
            regexp_replace(lower(normalize(place, NFKC)), '([0-9])\s*(#\s*楼?|栋|幢)', '\1号楼', 'g'),
            '[[:space:][:punct:]，。、：；（）“”《》·]', '', 'g'),
          '号楼楼', '号楼', 'g'),
        '^(.*?[0-9一二三四五六七八九十]号楼).*$', '\1'),
      ''),
    case when longitude is not null and latitude is not null
      then '@' || floor(longitude / 0.0005)::bigint || ',' || floor(latitude / 0.0005)::bigint end)
$$;

alter table matter add column spot text collate "C";
alter table matter_past add column spot text collate "C";
update matter set spot = spot_of(place, longitude, latitude);
update matter_past set spot = spot_of(place, longitude, latitude);

-- Whichever way a row comes: an action, an import, a copy.
create function set_matter_spot() returns trigger language plpgsql as $$
begin
  new.spot := spot_of(new.place, new.longitude, new.latitude);
  return new;
end $$;
create trigger matter_spot before insert or update on matter for each row execute function set_matter_spot();
create trigger matter_spot before insert or update on matter_past for each row execute function set_matter_spot();

create index matter_hot_spot on matter (district, area, received_on, category, spot, id)
  where spot is not null and channel <> 'lasting';
create index matter_past_hot_spot on matter_past (district, area, received_on, category, spot, id)
  where spot is not null and channel <> 'lasting' and ended is not null and superseded_at is null
    and coalesce(closing, '') not in ('merged', 'withdrawn');

-- What a person decided of a hot spot: to deal with it for good (`matter` is that task), or not to, and why.
create table hot_spot_decision (
  district text collate "C" not null,
  id uuid not null,
  area text collate "C" not null,
  category text collate "C" not null,
  spot text collate "C" not null,
  place text not null,
  count integer not null,
  matter uuid,
  reason text not null,
  decided_at timestamptz not null,
  decided_on date not null,
  actor uuid not null,
  actor_name text not null,
  primary key (district, id)
);
create index hot_spot_decision_spot on hot_spot_decision (district, area, category, spot, decided_at);
grant select, insert, update, delete on hot_spot_decision to youju_app;
