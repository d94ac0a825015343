-- What a person has to know about a filled form as a whole (made anew from .xls, locked cells), and why one failed.
alter table form_fill add column notes jsonb not null default '[]';
