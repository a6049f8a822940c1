-- Programmes with their intakes, and who applies.

create table programme (
  id blob primary key,
  code text not null,
  name text not null,
  department_id blob references department (id),
  aliases text,
  retired_at text,
  form text,
  kkni_level integer,
  jp_day integer,
  version integer not null,
  valid_from text,
  valid_to text,
  siapkerja_id text
) strict;

create table intake (
  id blob primary key,
  programme_id blob not null references programme (id),
  name text not null,
  opens_on text not null,
  closes_on text not null,
  starts_on text,
  seats integer not null,
  reserves integer not null,
  funding text,
  age_min integer,
  age_max integer,
  education_min text,
  domicile_code text,
  employment_not text,
  cooldown_months integer,
  documents text not null,
  retired_at text
) strict;
create index intake_programme on intake (programme_id);

create table application (
  id blob primary key,
  person_id blob not null references person (id),
  -- null: a wish that no intake takes up yet
  intake_id blob references intake (id),
  number text not null,
  state text not null,
  applied_on text not null,
  state_on text not null,
  source text not null,
  wish text,
  rule_note text,
  officer_id blob,
  retired_at text
) strict;
create index application_person on application (person_id);
create index application_intake on application (intake_id, state);
create index application_number on application (number);

create table application_step (
  id blob primary key,
  application_id blob not null references application (id),
  from_state text,
  to_state text not null,
  happened_on text not null,
  reason text,
  officer_id blob
) strict;
create index application_step_application on application_step (application_id);
