-- The list of closed matters, the latest first: many are closed on one day, and only a page of them is wanted.
create index matter_past_closed_order on matter_past (district, closed_on, id)
  where ended is not null and superseded_at is null;
