-- The newer version of a report is found from the one that it replaced.
create index report_revises on report (district, revises) where revises is not null;
