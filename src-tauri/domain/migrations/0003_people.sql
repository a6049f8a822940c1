-- People, what is known of them, their papers and their job-seeker cards.

create table person (
  n integer primary key,
  id blob not null unique,
  full_name text not null,
  title_front text,
  title_back text,
  nik text,
  nik_note text,
  nik_status text not null,
  kk_number text,
  birth_place text,
  birth_on text,
  sex text,
  religion text,
  marital text,
  address text,
  rt text,
  rw text,
  village_code text,
  village_name text,
  district_code text,
  regency_code text,
  postcode text,
  phone text,
  phone_other text,
  email text,
  education text,
  major text,
  school text,
  graduation_year integer,
  employment text,
  disability text,
  accommodation text,
  guardian_name text,
  guardian_relation text,
  guardian_phone text,
  guardian_consent_on text,
  legal_basis text not null,
  notice_version text,
  notice_at text,
  siapkerja_id text,
  photo_hash text,
  note text,
  restricted_at text,
  merged_into blob,
  erased_at text,
  retired_at text,
  created_on text not null
) strict;
create index person_nik on person (nik);
create index person_phone on person (phone);
create index person_birth on person (birth_on);
create index person_name on person (full_name collate nocase);
create index person_kk on person (kk_number);
create index person_merged on person (merged_into) where merged_into is not null;
create index person_photo on person (photo_hash) where photo_hash is not null;

create table background (
  id blob primary key,
  person_id blob not null references person (id),
  kind text not null,
  level text,
  title text not null,
  place text,
  year_from integer,
  year_to integer,
  retired_at text
) strict;
create index background_person on background (person_id);

create table document (
  id blob primary key,
  person_id blob not null references person (id),
  kind text not null,
  number text,
  original_seen_on text,
  seen_by blob,
  scan_hash text,
  scan_name text,
  note text,
  retired_at text
) strict;
create index document_person on document (person_id);

create table person_merge (
  id blob primary key,
  canonical_id blob not null references person (id),
  alias_id blob not null references person (id),
  reasons text not null,
  prior text not null,
  chosen text not null,
  officer_id blob,
  merged_at text not null,
  unmerged_at text
) strict;
create index person_merge_canonical on person_merge (canonical_id);
create index person_merge_alias on person_merge (alias_id);

create table duplicate_decision (
  id blob primary key,
  person_a blob not null references person (id),
  person_b blob not null references person (id),
  different integer not null,
  note text,
  officer_id blob,
  decided_at text not null
) strict;
create index duplicate_decision_pair on duplicate_decision (person_a, person_b);

create table erasure (
  id blob primary key,
  person_id blob not null,
  officer_id blob,
  reason text not null,
  erased_at text not null
) strict;

create table card (
  id blob primary key,
  person_id blob not null references person (id),
  number text not null,
  renewal integer not null,
  issued_on text not null,
  valid_until text not null,
  report_months integer not null,
  report_count integer not null,
  seeker_status text,
  desired_job text,
  desired_wage integer,
  placement_scope text,
  officer_id blob,
  renewed_from blob references card (id),
  placed_on text,
  employer text,
  returned_on text,
  voided_on text,
  void_reason text,
  void_note text
) strict;
create index card_person on card (person_id);
create index card_number on card (number);
create index card_valid on card (valid_until);
create index card_renewed on card (renewed_from) where renewed_from is not null;

create table card_report (
  id blob primary key,
  card_id blob not null references card (id),
  slot integer not null,
  due_on text not null,
  reported_on text,
  officer_id blob
) strict;
create index card_report_card on card_report (card_id);
create index card_report_due on card_report (due_on) where reported_on is null;

create table seeker_event (
  id blob primary key,
  person_id blob not null references person (id),
  card_id blob references card (id),
  kind text not null,
  happened_on text not null,
  age integer,
  placement_scope text,
  note text,
  officer_id blob
) strict;
create index seeker_event_person on seeker_event (person_id);
create index seeker_event_on on seeker_event (happened_on);
