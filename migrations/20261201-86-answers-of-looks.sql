-- What was looked at has no place among the answers that are kept for a retry: such an action looks anew.
update command set answer = null where answer is not null
  and action in ('revealField', 'revealReporter', 'revealBooking', 'compareReturnedFile');
update command set answer = '{"email": ""}' where action = 'setMessageChoice' and answer ->> 'email' <> '';
