-- How often somebody looked at values in clear within an hour.
create index audit_entry_reveals on audit_entry (district, actor, at) where action like 'reveal%';

-- What was revealed has no place among the answers that are kept for a retry.
update command set answer = answer || '{"value": ""}' where action = 'revealField' and answer ? 'value';
update command set answer = answer || '{"name": "", "phone": ""}'
  where action = 'revealReporter' and answer ? 'phone';

-- Keyed hashes of the certificate numbers of an entry, whole and last four characters: sealed, they are found by these.
-- Null where nobody has looked yet; a job of the server fills it in.
alter table ledger_entry add column numbers tsvector;
alter table ledger_entry_past add column numbers tsvector;
create index ledger_entry_numbers on ledger_entry using gin (numbers);
create index ledger_entry_unnumbered on ledger_entry (district, ledger, id) where numbers is null;

-- An address by its pairs of characters: 幸福路 → `幸福 福路`. Chinese has no blanks, and trigrams of the whole would know
-- no words but the first; pairs are alike where a character is wrong or missing.
create function address_pairs(address text) returns text language sql immutable strict parallel safe as $$
  select string_agg(substr(plain, n, 2), ' ' order by n)
  from regexp_replace(address, '\s', '', 'g') plain, generate_series(1, greatest(length(plain) - 1, 1)) n
$$;
create index dwelling_address_pairs on dwelling using gin (address_pairs(address) gin_trgm_ops);
