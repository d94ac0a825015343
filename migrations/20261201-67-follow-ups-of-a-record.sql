-- What several changes ask for of one record is shown and settled once.
create index follow_up_record on follow_up (district, record) where settled_by is null;
