-- What the migrations make together. Written by: UPDATE_SCHEMA=1 npx vitest run schema

auth.account
  id text not null
  issuer text not null
  accountId text not null
  providerId text not null
  userId text not null
  accessToken text
  refreshToken text
  idToken text
  accessTokenExpiresAt timestamp with time zone
  refreshTokenExpiresAt timestamp with time zone
  scope text
  password text
  createdAt timestamp with time zone default CURRENT_TIMESTAMP not null
  updatedAt timestamp with time zone not null
  FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  INDEX "account_userId_idx" ON auth.account USING btree ("userId")
  UNIQUE INDEX "account_issuer_accountId_uidx" ON auth.account USING btree (issuer, "accountId")
  grant delete, insert, select, update to youju_app

auth.passkey
  id text not null
  name text
  publicKey text not null
  userId text not null
  credentialID text not null
  counter integer not null
  deviceType text not null
  backedUp boolean not null
  transports text
  createdAt timestamp with time zone
  aaguid text
  FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  UNIQUE ("credentialID")
  INDEX "passkey_userId_idx" ON auth.passkey USING btree ("userId")
  UNIQUE INDEX "passkey_credentialID_key" ON auth.passkey USING btree ("credentialID")
  grant delete, insert, select, update to youju_app

auth.session
  id text not null
  expiresAt timestamp with time zone not null
  token text not null
  createdAt timestamp with time zone default CURRENT_TIMESTAMP not null
  updatedAt timestamp with time zone not null
  ipAddress text
  userAgent text
  userId text not null
  FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  UNIQUE (token)
  INDEX "session_userId_idx" ON auth.session USING btree ("userId")
  UNIQUE INDEX session_token_key ON auth.session USING btree (token)
  grant delete, insert, select, update to youju_app

auth.user
  id text not null
  name text not null
  email text not null
  emailVerified boolean not null
  image text
  createdAt timestamp with time zone default CURRENT_TIMESTAMP not null
  updatedAt timestamp with time zone default CURRENT_TIMESTAMP not null
  username text
  displayUsername text
  PRIMARY KEY (id)
  UNIQUE (email)
  UNIQUE (username)
  UNIQUE INDEX user_email_key ON auth."user" USING btree (email)
  UNIQUE INDEX user_username_key ON auth."user" USING btree (username)
  grant delete, insert, select, update to youju_app

auth.verification
  id text not null
  identifier text not null
  value text not null
  expiresAt timestamp with time zone not null
  createdAt timestamp with time zone default CURRENT_TIMESTAMP not null
  updatedAt timestamp with time zone default CURRENT_TIMESTAMP not null
  PRIMARY KEY (id)
  INDEX verification_identifier_idx ON auth.verification USING btree (identifier)
  grant delete, insert, select, update to youju_app

public.agreement
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  name text not null
  kind text not null
  organisation uuid
  number text
  signed_on date not null
  expires_on date
  manager_name text
  terms text
  PRIMARY KEY (district, id)
  INDEX agreement_area ON public.agreement USING btree (district, area, id)
  INDEX agreement_expires ON public.agreement USING btree (district, expires_on)
  INDEX agreement_name ON public.agreement USING gin (name gin_trgm_ops)
  INDEX agreement_organisation ON public.agreement USING btree (district, organisation)
  grant delete, insert, select, update to youju_app

public.agreement_past
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  name text not null
  kind text not null
  organisation uuid
  number text
  signed_on date not null
  expires_on date
  manager_name text
  terms text
  PRIMARY KEY (district, id, version)
  INDEX agreement_past_area ON public.agreement_past USING btree (district, area, valid_to)
  INDEX agreement_past_organisation ON public.agreement_past USING btree (district, organisation)
  grant delete, insert, select, update to youju_app

public.area
  district text collate "C" not null
  path text collate "C" not null
  name text not null
  level text not null
  parent text collate "C"
  valid_from date not null
  valid_to date
  version integer default 1 not null
  boundary jsonb
  cause text default 'entered'::text not null
  recorded_at timestamp with time zone default now() not null
  superseded_at timestamp with time zone
  ended text
  successor text collate "C"
  command uuid
  PRIMARY KEY (district, path)
  grant delete, insert, select, update to youju_app

public.area_change
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  kind text not null
  title text not null
  on_day date not null
  at timestamp with time zone not null
  actor uuid not null
  counts jsonb not null
  moved jsonb not null
  reason text default ''::text not null
  undone_by uuid
  PRIMARY KEY (district, id)
  INDEX area_change_area ON public.area_change USING btree (district, area, at)
  grant delete, insert, select, update to youju_app

public.area_past
  district text collate "C" not null
  path text collate "C" not null
  name text not null
  level text not null
  parent text collate "C"
  valid_from date not null
  valid_to date
  version integer default 1 not null
  boundary jsonb
  cause text default 'entered'::text not null
  recorded_at timestamp with time zone default now() not null
  superseded_at timestamp with time zone
  ended text
  successor text collate "C"
  command uuid
  PRIMARY KEY (district, path, version)
  grant delete, insert, select, update to youju_app

public.audit_entry
  district text collate "C" not null
  seq bigint generated always as identity not null
  at timestamp with time zone default clock_timestamp() not null
  actor uuid not null
  actor_name text not null
  role text not null
  action text not null
  outcome text not null
  definition text
  subject uuid
  area text collate "C"
  purpose text default ''::text not null
  detail jsonb default '{}'::jsonb not null
  command uuid
  PRIMARY KEY (district, seq)
  INDEX audit_entry_actor ON public.audit_entry USING btree (district, actor, seq)
  INDEX audit_entry_at ON public.audit_entry USING btree (district, at)
  INDEX audit_entry_export ON public.audit_entry USING btree (district, definition, seq) WHERE (action = 'exportRecords'::text)
  INDEX audit_entry_reveals ON public.audit_entry USING btree (district, actor, at) WHERE (action ~~ 'reveal%'::text)
  INDEX audit_entry_subject ON public.audit_entry USING btree (district, subject, seq) WHERE (subject IS NOT NULL)
  CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant insert, select to youju_app

public.audit_seal
  district text collate "C" not null
  number bigint not null
  entries int8multirange not null
  open_gaps int8multirange not null
  void int8multirange not null
  last_seq bigint not null
  previous bytea not null
  hash bytea not null
  sealed_at timestamp with time zone not null
  PRIMARY KEY (district, number)
  CREATE TRIGGER audit_seal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant insert, select to youju_app

public.booking
  district text collate "C" not null
  id uuid not null
  service uuid not null
  slot uuid not null
  area text collate "C" not null
  starts_at timestamp with time zone not null
  code text not null
  state text not null
  name bytea
  phone bytea
  phone_hash bytea
  PRIMARY KEY (district, id)
  INDEX booking_slot ON public.booking USING btree (district, slot)
  INDEX booking_time ON public.booking USING btree (district, starts_at) WHERE (phone IS NOT NULL)
  UNIQUE INDEX booking_code ON public.booking USING btree (district, code)
  UNIQUE INDEX booking_once ON public.booking USING btree (district, service, phone_hash) WHERE (state = 'booked'::text)
  grant insert, select, update to youju_app

public.booking_step
  district text collate "C" not null
  booking uuid not null
  seq integer not null
  at timestamp with time zone not null
  state text not null
  note text not null
  actor_name text not null
  PRIMARY KEY (district, booking, seq)
  CREATE TRIGGER booking_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.booking_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant insert, select to youju_app

public.building_point
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  estate text not null
  number text not null
  longitude double precision not null
  latitude double precision not null
  PRIMARY KEY (district, id)
  INDEX building_point_number ON public.building_point USING btree (district, area, estate, number)
  grant delete, insert, select, update to youju_app

public.command
  district text collate "C" not null
  id uuid not null
  key text not null
  actor uuid not null
  action text not null
  input_hash text not null
  answer jsonb
  at timestamp with time zone default now() not null
  undone_by uuid
  PRIMARY KEY (district, id)
  UNIQUE INDEX command_key ON public.command USING btree (district, actor, key)
  grant delete, insert, select, update to youju_app

public.command_record
  district text collate "C" not null
  command uuid not null
  record uuid not null
  definition text not null
  before_version integer
  after_version integer
  PRIMARY KEY (district, command, record)
  INDEX command_record_record ON public.command_record USING btree (district, record)
  grant delete, insert, select, update to youju_app

public.correction_request
  district text collate "C" not null
  id uuid not null
  person uuid not null
  area text collate "C" not null
  said bytea not null
  asked_at timestamp with time zone default now() not null
  command uuid not null
  settled_at timestamp with time zone
  settled_by uuid
  corrected boolean
  answer text default ''::text not null
  PRIMARY KEY (district, id)
  INDEX correction_request_open ON public.correction_request USING btree (district, area, asked_at) WHERE (settled_at IS NULL)
  INDEX correction_request_person ON public.correction_request USING btree (district, person, asked_at)
  grant delete, insert, select, update to youju_app

public.disclosure
  district text collate "C" not null
  id uuid not null
  person uuid not null
  area text collate "C" not null
  code_hash bytea not null
  verified text not null
  wish text not null
  issued_at timestamp with time zone default now() not null
  expires_on date not null
  voided_at timestamp with time zone
  failures integer default 0 not null
  opened integer default 0 not null
  opened_at timestamp with time zone
  command uuid not null
  PRIMARY KEY (district, id)
  INDEX disclosure_person ON public.disclosure USING btree (district, person, issued_at)
  UNIQUE INDEX disclosure_code ON public.disclosure USING btree (district, code_hash)
  grant delete, insert, select, update to youju_app

public.dispatch_rule
  district text collate "C" not null
  category text collate "C" not null
  area text collate "C" not null
  body text not null
  PRIMARY KEY (district, category, area)
  grant delete, insert, select, update to youju_app

public.dispute
  district text collate "C" not null
  id uuid not null
  number text not null
  seq integer not null
  area text collate "C" not null
  head_area text collate "C" not null
  kind text collate "C" not null
  state text collate "C" not null
  opened_on date not null
  due_on date
  closed_on date
  outcome text collate "C"
  facts bytea not null
  PRIMARY KEY (district, id)
  INDEX dispute_counted ON public.dispute USING btree (district, area, opened_on)
  INDEX dispute_head ON public.dispute USING btree (district, head_area, state, due_on)
  UNIQUE INDEX dispute_number ON public.dispute USING btree (district, number)
  grant insert, select, update to youju_app

public.dispute_mediator
  district text collate "C" not null
  dispute uuid not null
  staff uuid not null
  PRIMARY KEY (district, dispute, staff)
  INDEX dispute_mediator_staff ON public.dispute_mediator USING btree (district, staff)
  grant delete, insert, select to youju_app

public.dispute_step
  district text collate "C" not null
  dispute uuid not null
  seq integer not null
  at timestamp with time zone not null
  actor uuid not null
  actor_name text not null
  step bytea not null
  command uuid
  PRIMARY KEY (district, dispute, seq)
  CREATE TRIGGER dispute_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.dispute_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant insert, select to youju_app

public.duplicate_pair
  district text collate "C" not null
  a uuid not null
  b uuid not null
  area_a text collate "C" not null
  area_b text collate "C" not null
  score integer not null
  reasons text[] not null
  found_at timestamp with time zone default now() not null
  decision text
  decided_by uuid
  decided_at timestamp with time zone
  PRIMARY KEY (district, a, b)
  INDEX duplicate_pair_b ON public.duplicate_pair USING btree (district, b)
  INDEX duplicate_pair_decided ON public.duplicate_pair USING btree (district, decided_by) WHERE (decision IS NOT NULL)
  INDEX duplicate_pair_open ON public.duplicate_pair USING btree (district, score DESC, a, b) WHERE (decision IS NULL)
  grant delete, insert, select, update to youju_app

public.duty
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  day date not null
  shift text not null
  staff uuid not null
  command uuid
  PRIMARY KEY (district, id)
  INDEX duty_place ON public.duty USING btree (district, area, day, shift, staff)
  INDEX duty_staff ON public.duty USING btree (district, staff, day)
  grant delete, insert, select, update to youju_app

public.duty_rule
  district text collate "C" not null
  area text collate "C" not null
  shifts jsonb not null
  recorded_at timestamp with time zone default now() not null
  command uuid
  PRIMARY KEY (district, area)
  grant delete, insert, select, update to youju_app

public.dwelling
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  code text not null
  address text not null
  estate text
  building_number text
  unit_number text
  room_number text
  kind text
  use text
  is_rented boolean
  floor_area numeric
  room_count integer
  PRIMARY KEY (district, id)
  INDEX dwelling_address ON public.dwelling USING gin (address gin_trgm_ops)
  INDEX dwelling_address_pairs ON public.dwelling USING gin (address_pairs(address) gin_trgm_ops)
  INDEX dwelling_area ON public.dwelling USING btree (district, area, id)
  INDEX dwelling_at ON public.dwelling USING btree (district, address)
  INDEX dwelling_building ON public.dwelling USING btree (district, estate, building_number)
  INDEX dwelling_pairs ON public.dwelling USING gin (text_pairs(address))
  grant delete, insert, select, update to youju_app

public.dwelling_past
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  code text not null
  address text not null
  estate text
  building_number text
  unit_number text
  room_number text
  kind text
  use text
  is_rented boolean
  floor_area numeric
  room_count integer
  PRIMARY KEY (district, id, version)
  INDEX dwelling_past_area ON public.dwelling_past USING btree (district, area, valid_to)
  grant delete, insert, select, update to youju_app

public.entry_confirmation
  district text collate "C" not null
  entry uuid not null
  confirmed_on date not null
  ledger text collate "C" not null
  area text collate "C" not null
  version integer not null
  confirmed_at timestamp with time zone default now() not null
  command uuid not null
  PRIMARY KEY (district, entry, confirmed_on)
  grant delete, insert, select, update to youju_app

public.erased_record
  district text collate "C" not null
  erasure uuid not null
  record_hash bytea not null
  PRIMARY KEY (district, erasure, record_hash)
  CREATE TRIGGER erased_record_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.erased_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant insert, select to youju_app

public.erasure
  district text collate "C" not null
  id uuid not null
  definition text collate "C" not null
  title text not null
  years integer not null
  reason text not null
  ended_by date not null
  records integer not null
  versions integer not null
  digest text not null
  at timestamp with time zone default now() not null
  by_name text not null
  PRIMARY KEY (district, id)
  CREATE TRIGGER erasure_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.erasure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant insert, select to youju_app

public.facility
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  name text not null
  kind text not null
  code text
  state text not null
  address text
  estate text
  building_number text
  maintainer uuid
  manager_name text
  manager_phone bytea
  checked_on date
  floor_area numeric
  capacity integer
  open_hours text
  opened_on date
  longitude numeric
  latitude numeric
  PRIMARY KEY (district, id)
  INDEX facility_address ON public.facility USING gin (address gin_trgm_ops)
  INDEX facility_area ON public.facility USING btree (district, area, id)
  INDEX facility_building ON public.facility USING btree (district, estate, building_number)
  INDEX facility_maintainer ON public.facility USING btree (district, maintainer)
  INDEX facility_name ON public.facility USING gin (name gin_trgm_ops)
  grant delete, insert, select, update to youju_app

public.facility_past
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  name text not null
  kind text not null
  code text
  state text not null
  address text
  estate text
  building_number text
  maintainer uuid
  manager_name text
  manager_phone bytea
  checked_on date
  floor_area numeric
  capacity integer
  open_hours text
  opened_on date
  longitude numeric
  latitude numeric
  PRIMARY KEY (district, id, version)
  INDEX facility_past_area ON public.facility_past USING btree (district, area, valid_to)
  INDEX facility_past_maintainer ON public.facility_past USING btree (district, maintainer)
  grant delete, insert, select, update to youju_app

public.figure
  district text collate "C" not null
  id uuid not null
  report uuid not null
  position integer not null
  metric text not null
  metric_hash text not null
  aspect text not null
  title text not null
  unit text not null
  description text not null
  area text collate "C" not null
  area_name text not null
  as_of date not null
  period_from date
  known_at timestamp with time zone not null
  value numeric
  numerator numeric
  denominator numeric
  last_year numeric
  text text not null
  inputs text not null
  PRIMARY KEY (district, id)
  INDEX figure_report ON public.figure USING btree (district, report, "position")
  CREATE TRIGGER figure_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.figure FOR EACH ROW EXECUTE FUNCTION refuse_figure_of_published()
  CREATE TRIGGER figure_kept BEFORE TRUNCATE ON public.figure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant delete, insert, select, update to youju_app

public.follow_up
  district text collate "C" not null
  id uuid not null
  command uuid not null
  area text collate "C" not null
  kind text not null
  title text not null
  definition text not null
  record uuid not null
  due date
  settled_by uuid
  settled_at timestamp with time zone
  outcome text default ''::text not null
  PRIMARY KEY (district, id)
  INDEX follow_up_command ON public.follow_up USING btree (district, command)
  INDEX follow_up_open ON public.follow_up USING btree (district, area, due) WHERE (settled_by IS NULL)
  INDEX follow_up_record ON public.follow_up USING btree (district, record) WHERE (settled_by IS NULL)
  grant delete, insert, select, update to youju_app

public.form_fill
  district text collate "C" not null
  id uuid not null
  request uuid not null
  area text collate "C" not null
  as_of date not null
  state text not null
  unmasked boolean not null
  purpose text not null
  rows bigint default 0 not null
  cells bigint default 0 not null
  columns jsonb default '[]'::jsonb not null
  missing jsonb default '[]'::jsonb not null
  file uuid
  file_name text default ''::text not null
  job uuid
  created_by uuid not null
  created_by_name text not null
  created_at timestamp with time zone default now() not null
  command uuid not null
  notes jsonb default '[]'::jsonb not null
  FOREIGN KEY (district, request) REFERENCES form_request(district, id)
  PRIMARY KEY (district, id)
  INDEX form_fill_request ON public.form_fill USING btree (district, request, created_at)
  grant delete, insert, select, update to youju_app

public.form_fill_part
  district text collate "C" not null
  fill uuid not null
  number integer not null
  sheet text not null
  first_row bigint not null
  rows integer not null
  content bytea not null
  FOREIGN KEY (district, fill) REFERENCES form_fill(district, id)
  PRIMARY KEY (district, fill, number)
  grant delete, insert, select, update to youju_app

public.form_gap_none
  district text collate "C" not null
  definition text not null
  record uuid not null
  field text not null
  command uuid not null
  created_at timestamp with time zone default now() not null
  PRIMARY KEY (district, definition, record, field)
  grant delete, insert, select, update to youju_app

public.form_memory
  district text collate "C" not null
  shape text not null
  title text not null
  headers text[] not null
  columns jsonb not null
  row_set jsonb
  confirmed_by uuid not null
  confirmed_by_name text not null
  confirmed_at timestamp with time zone default now() not null
  command uuid not null
  PRIMARY KEY (district, shape)
  grant delete, insert, select, update to youju_app

public.form_request
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  file uuid not null
  file_name text not null
  title text not null
  asked_by text not null
  purpose text default ''::text not null
  deadline date
  state text not null
  plan jsonb not null
  answers jsonb default '{}'::jsonb not null
  version integer default 1 not null
  created_by uuid not null
  created_by_name text not null
  created_at timestamp with time zone default now() not null
  command uuid not null
  PRIMARY KEY (district, id)
  INDEX form_request_area ON public.form_request USING btree (district, area, created_at)
  grant delete, insert, select, update to youju_app

public.form_request_element
  district text collate "C" not null
  request uuid not null
  element text not null
  header text not null
  FOREIGN KEY (district, request) REFERENCES form_request(district, id)
  PRIMARY KEY (district, request, element)
  INDEX form_request_element_element ON public.form_request_element USING btree (district, element)
  grant delete, insert, select, update to youju_app

public.form_return
  district text collate "C" not null
  id uuid not null
  request uuid not null
  fill uuid not null
  area text collate "C" not null
  file uuid not null
  file_name text not null
  state text not null
  message text default ''::text not null
  counts jsonb default '{}'::jsonb not null
  differences bytea
  decisions jsonb default '{}'::jsonb not null
  created_by uuid not null
  created_by_name text not null
  created_at timestamp with time zone default now() not null
  FOREIGN KEY (district, fill) REFERENCES form_fill(district, id)
  PRIMARY KEY (district, id)
  INDEX form_return_request ON public.form_return USING btree (district, request, created_at)
  grant delete, insert, select, update to youju_app

public.form_typing_time
  district text collate "C" not null
  recorded_at timestamp with time zone default now() not null
  seconds numeric not null
  command uuid not null
  PRIMARY KEY (district, recorded_at)
  grant delete, insert, select, update to youju_app

public.handling_unit
  district text collate "C" not null
  id uuid not null
  title text not null
  area text collate "C" not null
  ended_on date
  PRIMARY KEY (district, id)
  grant delete, insert, select, update to youju_app

public.handling_unit_member
  district text collate "C" not null
  unit uuid not null
  staff uuid not null
  valid_from date not null
  valid_to date
  PRIMARY KEY (district, unit, staff, valid_from)
  INDEX handling_unit_member_staff ON public.handling_unit_member USING btree (district, staff)
  grant delete, insert, select, update to youju_app

public.hook
  district text collate "C" not null
  id uuid not null
  title text not null
  kind text not null
  area text collate "C" not null
  url bytea not null
  host text not null
  secret bytea
  events text[] not null
  made_at timestamp with time zone default now() not null
  made_by uuid not null
  failures integer default 0 not null
  disabled_at timestamp with time zone
  disabled_by uuid
  PRIMARY KEY (district, id)
  grant delete, insert, select, update to youju_app

public.hook_delivery
  district text collate "C" not null
  id uuid not null
  hook uuid not null
  event text not null
  key text not null
  text text not null
  payload jsonb not null
  created_at timestamp with time zone default now() not null
  state text default 'waiting'::text not null
  tries integer default 0 not null
  next_at timestamp with time zone
  last_status integer
  last_error text default ''::text not null
  done_at timestamp with time zone
  PRIMARY KEY (district, id)
  INDEX hook_delivery_hook ON public.hook_delivery USING btree (district, hook, created_at DESC)
  INDEX hook_delivery_next ON public.hook_delivery USING btree (district, next_at) WHERE (next_at IS NOT NULL)
  UNIQUE INDEX hook_delivery_once ON public.hook_delivery USING btree (district, hook, key)
  grant delete, insert, select, update to youju_app

public.hot_spot_decision
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  category text collate "C" not null
  spot text collate "C" not null
  place text not null
  count integer not null
  matter uuid
  reason text not null
  decided_at timestamp with time zone not null
  decided_on date not null
  actor uuid not null
  actor_name text not null
  PRIMARY KEY (district, id)
  INDEX hot_spot_decision_spot ON public.hot_spot_decision USING btree (district, area, category, spot, decided_at)
  grant delete, insert, select, update to youju_app

public.household
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  number text not null
  head uuid
  dwelling uuid
  phone bytea
  PRIMARY KEY (district, id)
  INDEX household_area ON public.household USING btree (district, area, id)
  INDEX household_dwelling ON public.household USING btree (district, dwelling)
  INDEX household_head ON public.household USING btree (district, head) WHERE (head IS NOT NULL)
  INDEX household_number ON public.household USING gin (number gin_trgm_ops)
  INDEX household_pairs ON public.household USING gin (text_pairs(number))
  grant delete, insert, select, update to youju_app

public.household_past
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  number text not null
  head uuid
  dwelling uuid
  phone bytea
  PRIMARY KEY (district, id, version)
  INDEX household_past_area ON public.household_past USING btree (district, area, valid_to)
  grant delete, insert, select, update to youju_app

public.import_batch
  district text collate "C" not null
  id uuid not null
  owner uuid not null
  file uuid not null
  file_name text not null
  area text collate "C"
  ledger text
  sheet text
  mapping jsonb default '{}'::jsonb not null
  state text not null
  message text default ''::text not null
  done bigint default 0 not null
  total bigint
  counts jsonb default '{}'::jsonb not null
  preview bytea
  faults bytea
  on_day date
  command uuid
  created_at timestamp with time zone default now() not null
  PRIMARY KEY (district, id)
  INDEX import_batch_owner ON public.import_batch USING btree (district, owner, created_at)
  grant delete, insert, select, update to youju_app

public.job
  district text collate "C" not null
  id uuid not null
  owner uuid not null
  kind text not null
  title text not null
  input jsonb not null
  state text default 'waiting'::text not null
  done bigint default 0 not null
  total bigint
  message text default ''::text not null
  file uuid
  created_at timestamp with time zone default now() not null
  ended_at timestamp with time zone
  PRIMARY KEY (district, id)
  INDEX job_owner ON public.job USING btree (district, owner, created_at)
  grant delete, insert, select, update to youju_app

public.ledger_definition
  district text collate "C" not null
  name text not null
  definition jsonb not null
  recorded_at timestamp with time zone default now() not null
  command uuid not null
  PRIMARY KEY (district, name)
  grant delete, insert, select, update to youju_app

public.ledger_entry
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  ledger text collate "C" not null
  subject uuid
  fields jsonb not null
  subject_birth date default 'infinity'::date not null
  numbers tsvector
  PRIMARY KEY (district, id)
  INDEX ledger_entry_area ON public.ledger_entry USING btree (district, ledger, area, id)
  INDEX ledger_entry_birth ON public.ledger_entry USING btree (district, ledger, subject_birth, id)
  INDEX ledger_entry_numbers ON public.ledger_entry USING gin (numbers)
  INDEX ledger_entry_unnumbered ON public.ledger_entry USING btree (district, ledger, id) WHERE (numbers IS NULL)
  UNIQUE INDEX ledger_entry_subject ON public.ledger_entry USING btree (district, subject, ledger) WHERE (subject IS NOT NULL)
  grant delete, insert, select, update to youju_app

public.ledger_entry_past
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  ledger text collate "C" not null
  subject uuid
  fields jsonb not null
  subject_birth date
  numbers tsvector
  PRIMARY KEY (district, id, version)
  INDEX ledger_entry_past_area ON public.ledger_entry_past USING btree (district, ledger, area, valid_to)
  INDEX ledger_entry_past_subject ON public.ledger_entry_past USING btree (district, subject, ledger)
  grant delete, insert, select, update to youju_app

public.matter
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  number text not null
  title text not null
  content text not null
  category text collate "C" not null
  class text collate "C" not null
  channel text collate "C" not null
  state text collate "C" not null
  place text
  longitude numeric
  latitude numeric
  reporter_name bytea
  reporter_phone bytea
  reporter_phone_hash bytea
  reporter_phone_tail_hash bytea
  anonymous boolean
  owner text collate "C" not null
  pending text collate "C"
  received_on date not null
  due_on date not null
  closed_on date
  overdue boolean
  responded_in_time boolean
  accepted_in_time boolean
  finished_in_time boolean
  returns integer
  reopened integer
  reports integer
  closing text
  solved boolean
  satisfaction text
  not_ours text
  spot text collate "C"
  PRIMARY KEY (district, id)
  INDEX matter_area ON public.matter USING btree (district, area, id)
  INDEX matter_due ON public.matter USING btree (district, due_on, id)
  INDEX matter_hot_spot ON public.matter USING btree (district, area, received_on, category, spot, id) WHERE ((spot IS NOT NULL) AND (channel <> 'lasting'::text))
  INDEX matter_owner ON public.matter USING btree (district, owner, due_on, id)
  INDEX matter_pending ON public.matter USING btree (district, pending, due_on, id) WHERE (pending IS NOT NULL)
  INDEX matter_phone ON public.matter USING btree (district, reporter_phone_hash)
  INDEX matter_phone_tail ON public.matter USING btree (district, reporter_phone_tail_hash)
  INDEX matter_state ON public.matter USING btree (district, state, area, id)
  INDEX matter_words ON public.matter USING gin ((((title || ' '::text) || COALESCE(place, ''::text))) gin_trgm_ops)
  UNIQUE INDEX matter_number ON public.matter USING btree (district, number)
  CREATE TRIGGER matter_spot BEFORE INSERT OR UPDATE ON public.matter FOR EACH ROW EXECUTE FUNCTION set_matter_spot()
  grant delete, insert, select, update to youju_app

public.matter_clock
  district text collate "C" not null
  matter uuid not null
  name text not null
  due_at timestamp with time zone not null
  next_at timestamp with time zone
  stage text not null
  PRIMARY KEY (district, matter, name)
  INDEX matter_clock_next ON public.matter_clock USING btree (district, next_at) WHERE (next_at IS NOT NULL)
  grant delete, insert, select, update to youju_app

public.matter_flow
  district text collate "C" not null
  matter uuid not null
  seq integer not null
  facts jsonb not null
  code text not null
  public_since timestamp with time zone
  PRIMARY KEY (district, matter)
  INDEX matter_flow_assumed ON public.matter_flow USING btree (district, matter) WHERE (((facts ->> 'assumed'::text) = 'true'::text) AND ((facts ->> 'state'::text) <> 'closed'::text))
  UNIQUE INDEX matter_flow_code ON public.matter_flow USING btree (district, code)
  grant delete, insert, select, update to youju_app

public.matter_link
  district text collate "C" not null
  matter uuid not null
  other uuid not null
  kind text not null
  PRIMARY KEY (district, matter, other, kind)
  INDEX matter_link_other ON public.matter_link USING btree (district, other)
  grant delete, insert, select, update to youju_app

public.matter_order
  district text collate "C" not null
  external text not null
  matter uuid not null
  called_at timestamp with time zone
  PRIMARY KEY (district, external)
  UNIQUE INDEX matter_order_matter ON public.matter_order USING btree (district, matter)
  grant insert, select to youju_app

public.matter_part
  district text collate "C" not null
  id uuid not null
  matter uuid not null
  body text collate "C" not null
  due_at timestamp with time zone not null
  state text not null
  PRIMARY KEY (district, id)
  INDEX matter_part_body ON public.matter_part USING btree (district, body, state, due_at)
  INDEX matter_part_matter ON public.matter_part USING btree (district, matter)
  grant delete, insert, select, update to youju_app

public.matter_past
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  number text not null
  title text not null
  content text not null
  category text collate "C" not null
  class text collate "C" not null
  channel text collate "C" not null
  state text collate "C" not null
  place text
  longitude numeric
  latitude numeric
  reporter_name bytea
  reporter_phone bytea
  reporter_phone_hash bytea
  reporter_phone_tail_hash bytea
  anonymous boolean
  owner text collate "C" not null
  pending text collate "C"
  received_on date not null
  due_on date not null
  closed_on date
  overdue boolean
  responded_in_time boolean
  accepted_in_time boolean
  finished_in_time boolean
  returns integer
  reopened integer
  reports integer
  closing text
  solved boolean
  satisfaction text
  not_ours text
  spot text collate "C"
  PRIMARY KEY (district, id, version)
  INDEX matter_past_area ON public.matter_past USING btree (district, area, valid_to)
  INDEX matter_past_closed ON public.matter_past USING btree (district, closed_on, area) WHERE (ended IS NOT NULL)
  INDEX matter_past_closed_order ON public.matter_past USING btree (district, closed_on, id) WHERE ((ended IS NOT NULL) AND (superseded_at IS NULL))
  INDEX matter_past_hot_spot ON public.matter_past USING btree (district, area, received_on, category, spot, id) WHERE ((spot IS NOT NULL) AND (channel <> 'lasting'::text) AND (ended IS NOT NULL) AND (superseded_at IS NULL) AND (COALESCE(closing, ''::text) <> ALL (ARRAY['merged'::text, 'withdrawn'::text])))
  INDEX matter_past_number ON public.matter_past USING btree (district, number)
  CREATE TRIGGER matter_spot BEFORE INSERT OR UPDATE ON public.matter_past FOR EACH ROW EXECUTE FUNCTION set_matter_spot()
  grant delete, insert, select, update to youju_app

public.matter_photo
  district text collate "C" not null
  id uuid not null
  matter uuid
  seq integer
  public boolean default false not null
  file uuid not null
  thumbnail uuid not null
  width integer not null
  height integer not null
  taken_by uuid not null
  taken_at timestamp with time zone default now() not null
  PRIMARY KEY (district, id)
  INDEX matter_photo_matter ON public.matter_photo USING btree (district, matter, seq)
  INDEX matter_photo_waiting ON public.matter_photo USING btree (district, taken_at) WHERE (matter IS NULL)
  grant delete, insert, select, update to youju_app

public.matter_release
  district text collate "C" not null
  matter uuid not null
  area text collate "C" not null
  category text collate "C" not null
  text text not null
  solved_on date not null
  released_at timestamp with time zone not null
  PRIMARY KEY (district, matter)
  INDEX matter_release_day ON public.matter_release USING btree (district, solved_on)
  grant delete, insert, select, update to youju_app

public.matter_setting
  district text collate "C" not null
  key text not null
  value jsonb not null
  PRIMARY KEY (district, key)
  grant delete, insert, select, update to youju_app

public.matter_step
  district text collate "C" not null
  matter uuid not null
  seq integer not null
  at timestamp with time zone not null
  kind text not null
  actor uuid
  actor_name text not null
  body text default ''::text not null
  detail jsonb not null
  command uuid
  PRIMARY KEY (district, matter, seq)
  INDEX matter_step_at ON public.matter_step USING btree (district, at)
  CREATE TRIGGER matter_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.matter_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant insert, select to youju_app

public.message
  district text collate "C" not null
  id uuid default gen_random_uuid() not null
  staff uuid not null
  event text not null
  key text not null
  urgent boolean not null
  text text not null
  link text not null
  shown boolean not null
  created_at timestamp with time zone default now() not null
  read_at timestamp with time zone
  mail_at timestamp with time zone
  mailed_at timestamp with time zone
  mail_tries integer default 0 not null
  mail_error text default ''::text not null
  PRIMARY KEY (district, id)
  INDEX message_inbox ON public.message USING btree (district, staff, created_at DESC) WHERE shown
  INDEX message_mail ON public.message USING btree (district, mail_at) WHERE (mail_at IS NOT NULL)
  UNIQUE INDEX message_once ON public.message USING btree (district, staff, key)
  grant delete, insert, select, update to youju_app

public.message_choice
  district text collate "C" not null
  staff uuid not null
  email bytea
  hidden text[] default '{}'::text[] not null
  unmailed text[] default '{}'::text[] not null
  PRIMARY KEY (district, staff)
  grant delete, insert, select, update to youju_app

public.message_setting
  district text collate "C" not null
  key text not null
  id uuid default gen_random_uuid() not null
  value jsonb not null
  secret bytea
  PRIMARY KEY (district, key)
  grant delete, insert, select, update to youju_app

public.metric_synonym
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  phrase text not null
  metric text
  learned_at timestamp with time zone default now() not null
  learned_by uuid not null
  learned_by_name text not null
  removed_at timestamp with time zone
  removed_by uuid
  command uuid not null
  PRIMARY KEY (district, id)
  UNIQUE INDEX metric_synonym_stands ON public.metric_synonym USING btree (district, area, phrase) WHERE (removed_at IS NULL)
  grant insert, select, update to youju_app

public.migration
  name text not null
  sha256 text not null
  applied_at timestamp with time zone default now() not null
  PRIMARY KEY (name)
  grant delete, insert, select, update to youju_app

public.notice
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  kind text not null
  title text not null
  body text not null
  from_day date not null
  to_day date not null
  objection text not null
  published_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  withdrawn_for text default ''::text not null
  PRIMARY KEY (district, id)
  INDEX notice_days ON public.notice USING btree (district, to_day, from_day)
  grant insert, select, update to youju_app

public.office
  district text collate "C" not null
  name text not null
  zone text default 'Asia/Shanghai'::text not null
  demo boolean default false not null
  created_at timestamp with time zone default now() not null
  PRIMARY KEY (district)
  grant delete, insert, select, update to youju_app

public.open311_key
  district text collate "C" not null
  id uuid not null
  title text not null
  hash bytea not null
  hint text not null
  areas text[] collate "C" not null
  listed boolean not null
  per_minute integer not null
  made_at timestamp with time zone default now() not null
  made_by uuid not null
  revoked_at timestamp with time zone
  revoked_by uuid
  PRIMARY KEY (district, id)
  UNIQUE INDEX open311_key_hash ON public.open311_key USING btree (district, hash)
  grant delete, insert, select, update to youju_app

public.open311_request
  district text collate "C" not null
  matter uuid not null
  number text not null
  key uuid not null
  listed boolean not null
  client_id text not null
  service text not null
  requested_at timestamp with time zone not null
  description text not null
  address text not null
  address_id text not null
  longitude double precision
  latitude double precision
  media text[] not null
  PRIMARY KEY (district, matter)
  INDEX open311_request_at ON public.open311_request USING btree (district, requested_at DESC)
  INDEX open311_request_client ON public.open311_request USING btree (district, key, client_id, service, requested_at)
  UNIQUE INDEX open311_request_number ON public.open311_request USING btree (district, number)
  grant delete, insert, select, update to youju_app

public.open311_update
  district text collate "C" not null
  key uuid not null
  client_id text not null
  matter uuid not null
  seq integer not null
  PRIMARY KEY (district, key, client_id)
  grant delete, insert, select, update to youju_app

public.open311_use
  district text collate "C" not null
  key uuid not null
  day date not null
  reads integer default 0 not null
  writes integer default 0 not null
  refused integer default 0 not null
  last_at timestamp with time zone not null
  PRIMARY KEY (district, key, day)
  grant delete, insert, select, update to youju_app

public.organisation
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  name text not null
  kind text not null
  credit_code text
  industry text
  address text
  estate text
  building_number text
  legal_representative text
  legal_representative_phone bytea
  manager_name text
  manager_phone bytea
  phone text
  employee_count integer
  party_member_count integer
  registered_on date
  registration_number text
  competent_department text
  business_scope text
  is_hazardous_chemical boolean
  PRIMARY KEY (district, id)
  INDEX organisation_address ON public.organisation USING gin (address gin_trgm_ops)
  INDEX organisation_area ON public.organisation USING btree (district, area, id)
  INDEX organisation_building ON public.organisation USING btree (district, estate, building_number)
  INDEX organisation_code_part ON public.organisation USING gin (credit_code gin_trgm_ops)
  INDEX organisation_name ON public.organisation USING gin (name gin_trgm_ops)
  UNIQUE INDEX organisation_credit_code ON public.organisation USING btree (district, credit_code)
  grant delete, insert, select, update to youju_app

public.organisation_past
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  name text not null
  kind text not null
  credit_code text
  industry text
  address text
  estate text
  building_number text
  legal_representative text
  legal_representative_phone bytea
  manager_name text
  manager_phone bytea
  phone text
  employee_count integer
  party_member_count integer
  registered_on date
  registration_number text
  competent_department text
  business_scope text
  is_hazardous_chemical boolean
  PRIMARY KEY (district, id, version)
  INDEX organisation_past_area ON public.organisation_past USING btree (district, area, valid_to)
  grant delete, insert, select, update to youju_app

public.person
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  name text not null
  name_pinyin text not null
  name_initials text not null
  id_type text
  id_number bytea
  id_number_hash bytea
  id_number_tail_hash bytea
  sex text not null
  birth_date date not null
  ethnicity text
  education text
  marital_status text
  employment_status text
  mobile bytea
  mobile_hash bytea
  mobile_tail_hash bytea
  population_type text
  residence_status text
  registered_address bytea
  workplace text
  household uuid
  relation_to_head text
  PRIMARY KEY (district, id)
  INDEX person_area ON public.person USING btree (district, area, id)
  INDEX person_birth ON public.person USING btree (district, birth_date, name_pinyin COLLATE "C")
  INDEX person_household ON public.person USING btree (district, household)
  INDEX person_id_number_tail ON public.person USING btree (district, id_number_tail_hash)
  INDEX person_initials ON public.person USING btree (district, name_initials COLLATE "C", id)
  INDEX person_mobile ON public.person USING btree (district, mobile_hash)
  INDEX person_mobile_tail ON public.person USING btree (district, mobile_tail_hash)
  INDEX person_name ON public.person USING btree (district, name COLLATE "C", birth_date)
  INDEX person_pinyin ON public.person USING btree (district, name_pinyin COLLATE "C", id)
  UNIQUE INDEX person_id_number ON public.person USING btree (district, id_number_hash)
  grant delete, insert, select, update to youju_app

public.person_past
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  name text not null
  name_pinyin text not null
  name_initials text not null
  id_type text
  id_number bytea
  id_number_hash bytea
  id_number_tail_hash bytea
  sex text not null
  birth_date date not null
  ethnicity text
  education text
  marital_status text
  employment_status text
  mobile bytea
  mobile_hash bytea
  mobile_tail_hash bytea
  population_type text
  residence_status text
  registered_address bytea
  workplace text
  household uuid
  relation_to_head text
  PRIMARY KEY (district, id, version)
  INDEX person_past_area ON public.person_past USING btree (district, area, valid_to)
  INDEX person_past_household ON public.person_past USING btree (district, household)
  INDEX person_past_id_number ON public.person_past USING btree (district, id_number_hash)
  grant delete, insert, select, update to youju_app

public.person_relation
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  person uuid
  kind text not null
  relative uuid
  name text
  relation text
  phone bytea
  address bytea
  note text
  PRIMARY KEY (district, id)
  INDEX person_relation_area ON public.person_relation USING btree (district, area, id)
  INDEX person_relation_person ON public.person_relation USING btree (district, person)
  INDEX person_relation_relative ON public.person_relation USING btree (district, relative)
  grant delete, insert, select, update to youju_app

public.person_relation_past
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  version integer not null
  valid_from date not null
  valid_to date
  recorded_at timestamp with time zone not null
  closed_at timestamp with time zone
  superseded_at timestamp with time zone
  since date not null
  ended text
  command uuid not null
  closed_command uuid
  cause text not null
  reason text default ''::text not null
  person uuid
  kind text not null
  relative uuid
  name text
  relation text
  phone bytea
  address bytea
  note text
  PRIMARY KEY (district, id, version)
  INDEX person_relation_past_area ON public.person_relation_past USING btree (district, area, valid_to)
  INDEX person_relation_past_person ON public.person_relation_past USING btree (district, person)
  INDEX person_relation_past_relative ON public.person_relation_past USING btree (district, relative)
  grant delete, insert, select, update to youju_app

public.post
  district text collate "C" not null
  id uuid not null
  staff uuid not null
  role text not null
  area text collate "C" not null
  valid_from date not null
  valid_to date
  reason text default ''::text not null
  recorded_at timestamp with time zone default now() not null
  command uuid
  closed_command uuid
  successor uuid
  PRIMARY KEY (district, id)
  INDEX post_area ON public.post USING btree (district, area)
  INDEX post_staff ON public.post USING btree (district, staff)
  grant delete, insert, select, update to youju_app

public.proposal_declined
  district text collate "C" not null
  ledger text collate "C" not null
  record uuid not null
  rule text not null
  reason text not null
  declined_at timestamp with time zone default now() not null
  command uuid not null
  PRIMARY KEY (district, ledger, record, rule)
  grant delete, insert, select, update to youju_app

public.public_service
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  kind text not null
  title text not null
  about text not null
  who text not null
  bring text not null
  place text not null
  hours text not null
  phone text not null
  ended_on date
  PRIMARY KEY (district, id)
  INDEX public_service_area ON public.public_service USING btree (district, area)
  grant insert, select, update to youju_app

public.registry_change
  district text collate "C" not null
  id uuid not null
  kind text not null
  area text collate "C" not null
  on_day date not null
  title text not null
  reason text default ''::text not null
  at timestamp with time zone default now() not null
  PRIMARY KEY (district, id)
  grant delete, insert, select, update to youju_app

public.reply_template
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  use text not null
  category text collate "C" not null
  title text not null
  text text not null
  PRIMARY KEY (district, id)
  INDEX reply_template_area ON public.reply_template USING btree (district, area)
  grant delete, insert, select, update to youju_app

public.report
  district text collate "C" not null
  id uuid not null
  area text collate "C" not null
  template text not null
  template_title text not null
  title text not null
  period text not null
  as_of date not null
  known_at timestamp with time zone not null
  state text not null
  version integer default 1 not null
  revises uuid
  reason text default ''::text not null
  blocks jsonb not null
  document uuid not null
  created_by uuid not null
  created_by_name text not null
  created_at timestamp with time zone default now() not null
  published_at timestamp with time zone
  PRIMARY KEY (district, id)
  INDEX report_area ON public.report USING btree (district, area, created_at)
  INDEX report_revises ON public.report USING btree (district, revises) WHERE (revises IS NOT NULL)
  CREATE TRIGGER report_frozen BEFORE DELETE OR UPDATE ON public.report FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published()
  CREATE TRIGGER report_kept BEFORE TRUNCATE ON public.report FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant delete, insert, select, update to youju_app

public.report_template
  district text collate "C" not null
  name uuid not null
  title text not null
  description text default ''::text not null
  figures integer not null
  file uuid not null
  area text collate "C" not null
  created_at timestamp with time zone default now() not null
  command uuid not null
  PRIMARY KEY (district, name)
  grant delete, insert, select, update to youju_app

public.retention_rule
  district text collate "C" not null
  definition text collate "C" not null
  years integer not null
  reason text not null
  automatic boolean not null
  changed_at timestamp with time zone default now() not null
  command uuid not null
  CHECK (((years >= 1) AND (years <= 100)))
  PRIMARY KEY (district, definition)
  grant delete, insert, select, update to youju_app

public.service_slot
  district text collate "C" not null
  id uuid not null
  service uuid not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  capacity integer not null
  booked integer default 0 not null
  CHECK ((booked <= capacity))
  CHECK ((booked >= 0))
  PRIMARY KEY (district, id)
  UNIQUE INDEX service_slot_start ON public.service_slot USING btree (district, service, starts_at)
  grant insert, select, update to youju_app

public.staff
  district text collate "C" not null
  id uuid not null
  name text not null
  username text not null
  account text not null
  must_change_password boolean default false not null
  created_at timestamp with time zone default now() not null
  PRIMARY KEY (district, id)
  UNIQUE INDEX staff_account ON public.staff USING btree (district, account)
  grant delete, insert, select, update to youju_app

public.stored_file
  district text collate "C" not null
  id uuid not null
  owner uuid not null
  name text not null
  type text not null
  size bigint not null
  sha256 text not null
  key text not null
  purpose text default ''::text not null
  created_at timestamp with time zone default now() not null
  expires_at timestamp with time zone
  PRIMARY KEY (district, id)
  grant delete, insert, select, update to youju_app
