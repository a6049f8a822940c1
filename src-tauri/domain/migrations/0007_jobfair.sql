-- Who hires: companies and their vacancies, fairs with halls and booths, the gate, applications and what came of them.

create table company (
  id blob primary key,
  name text not null,
  nib text,
  wlkp text,
  kbli_version integer,
  kbli_code text,
  address text,
  regency_code text,
  contact_name text,
  contact_post text,
  phone text,
  email text,
  employees integer,
  disabled_employees integer,
  note text,
  retired_at text
) strict;
create index company_nib on company (nib);

create table class_code (
  id blob primary key,
  list text not null,
  version integer not null,
  code text not null,
  name text not null,
  parent text
) strict;
create index class_code_code on class_code (list, version, code);

create table vacancy (
  id blob primary key,
  company_id blob not null references company (id),
  title text not null,
  kbji_version integer,
  kbji_code text,
  men integer not null,
  women integer not null,
  either integer not null,
  wage_min integer,
  wage_max integer,
  education text,
  experience_months integer not null,
  skills text,
  units text,
  age_min integer,
  age_max integer,
  disability_friendly integer not null,
  accommodation text,
  regency_code text,
  site text,
  work_kind text not null,
  valid_from text,
  valid_to text,
  description text,
  report_number text,
  retired_at text
) strict;
create index vacancy_company on vacancy (company_id);

create table fair (
  id blob primary key,
  name text not null,
  kind text not null,
  organiser text not null,
  organiser_name text,
  approval text,
  starts_on text not null,
  ends_on text not null,
  place text,
  capacity integer,
  per_half_hour integer,
  companies_planned integer,
  hires_planned integer,
  report_days integer not null,
  note text,
  retired_at text
) strict;

create table fair_session (
  id blob primary key,
  fair_id blob not null references fair (id),
  day_on text not null,
  from_time text not null,
  to_time text not null,
  quota integer
) strict;
create index fair_session_fair on fair_session (fair_id);

create table hall (
  id blob primary key,
  fair_id blob not null references fair (id),
  name text not null,
  width integer not null,
  depth integer not null,
  entrance integer not null
) strict;
create index hall_fair on hall (fair_id);

create table booth (
  id blob primary key,
  hall_id blob not null references hall (id),
  code text not null,
  x integer not null,
  y integer not null,
  width integer not null,
  depth integer not null,
  tables integer not null,
  power integer not null
) strict;
create index booth_hall on booth (hall_id);

create table participation (
  id blob primary key,
  fair_id blob not null references fair (id),
  company_id blob not null references company (id),
  state text not null,
  invited_on text,
  applied_on text,
  decided_on text,
  reason text,
  booth_id blob references booth (id)
) strict;
create index participation_fair on participation (fair_id);
create index participation_company on participation (company_id);

create table offer (
  id blob primary key,
  participation_id blob not null references participation (id),
  vacancy_id blob not null references vacancy (id)
) strict;
create index offer_participation on offer (participation_id);
create index offer_vacancy on offer (vacancy_id);

create table visit (
  id blob primary key,
  fair_id blob not null references fair (id),
  person_id blob not null references person (id),
  ticket text not null,
  source text not null,
  session_id blob references fair_session (id),
  registered_at text not null,
  wishes text,
  blocked_at text,
  blocked_reason text
) strict;
create index visit_ticket on visit (ticket);
create index visit_person on visit (person_id, fair_id);
create index visit_fair on visit (fair_id);

create table gate_event (
  id blob primary key,
  fair_id blob not null references fair (id),
  visit_id blob not null references visit (id),
  station text not null,
  direction text not null,
  at text not null,
  step integer not null,
  override_reason text,
  officer_id blob references officer (id)
) strict;
create index gate_event_visit on gate_event (visit_id);
create index gate_event_fair on gate_event (fair_id, at);

-- Derived, so that a station need not count a whole day at every scan: passages by half hour, whoever wrote them.
create table gate_tally (
  fair_id blob not null,
  half text not null,
  entered integer not null,
  inside integer not null,
  primary key (fair_id, half)
) strict;
create trigger gate_tally_in after insert on gate_event begin
  insert into gate_tally (fair_id, half, entered, inside)
  values (new.fair_id, substr(new.at, 1, 14) || iif(substr(new.at, 15, 2) < '30', '00', '30'), max(new.step, 0), new.step)
  on conflict do update set entered = entered + excluded.entered, inside = inside + excluded.inside;
end;
create trigger gate_tally_out after delete on gate_event begin
  update gate_tally set entered = entered - max(old.step, 0), inside = inside - old.step
  where fair_id = old.fair_id
  and half = substr(old.at, 1, 14) || iif(substr(old.at, 15, 2) < '30', '00', '30');
end;

create table gate_clock (
  id blob primary key,
  fair_id blob not null references fair (id),
  station text not null,
  ahead_seconds integer not null
) strict;
create index gate_clock_fair on gate_clock (fair_id);

create table job_application (
  id blob primary key,
  visit_id blob not null references visit (id),
  vacancy_id blob not null references vacancy (id),
  state text not null,
  applied_on text not null,
  screened_on text,
  interviewed_on text,
  decided_on text,
  reason text,
  starts_on text,
  wage integer,
  event_id blob references seeker_event (id)
) strict;
create index job_application_visit on job_application (visit_id);
create index job_application_vacancy on job_application (vacancy_id);

create table interview (
  id blob primary key,
  application_id blob not null references job_application (id),
  starts_at text not null,
  minutes integer not null,
  place text
) strict;
create index interview_application on interview (application_id);

create table queue_ticket (
  id blob primary key,
  participation_id blob not null references participation (id),
  visit_id blob not null references visit (id),
  day_on text not null,
  number integer not null,
  station text not null,
  state text not null,
  called_at text
) strict;
create index queue_ticket_participation on queue_ticket (participation_id, day_on);

create table consent (
  id blob primary key,
  visit_id blob not null references visit (id),
  participation_id blob references participation (id),
  fields text not null,
  given_at text not null,
  withdrawn_at text
) strict;
create index consent_visit on consent (visit_id);

create table fair_duty (
  id blob primary key,
  participation_id blob not null references participation (id),
  kind text not null,
  due_on text not null,
  done_on text,
  reminded_on text
) strict;
create index fair_duty_participation on fair_duty (participation_id);
