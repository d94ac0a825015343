-- Long ledgers of people are listed by age: the date of birth stands beside the entry, so that a page costs no look
-- at every subject. Entries about nobody, and of whom it is not known, come last.
alter table ledger_entry add column subject_birth date;
alter table ledger_entry_past add column subject_birth date;
update ledger_entry e set subject_birth = p.birth_date
from (select district, id, birth_date from person
  union all select distinct on (district, id) district, id, birth_date from person_past p
    where not exists (select from person c where c.district = p.district and c.id = p.id)
    order by district, id) p
where p.district = e.district and p.id = e.subject;
update ledger_entry set subject_birth = 'infinity' where subject_birth is null;
alter table ledger_entry alter column subject_birth set default 'infinity';
alter table ledger_entry alter column subject_birth set not null;
create index ledger_entry_birth on ledger_entry (district, ledger, subject_birth, id);

-- What somebody types is mostly a name: two characters, which trigrams do not find, stand in few addresses or none.
create function text_pairs(words text) returns text[]
  language sql immutable parallel safe strict cost 4000
  return (select array_agg(distinct substr(words, at, 2)) from generate_series(1, length(words) - 1) at);
create index dwelling_pairs on dwelling using gin (text_pairs(address));
create index household_pairs on household using gin (text_pairs(number));
