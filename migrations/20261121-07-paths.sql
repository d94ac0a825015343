-- Ways in that imports take: people by name and birth, houses by address.
drop index person_name;
create index person_name on person (district, name collate "C", birth_date);
create index dwelling_at on dwelling (district, address);
