-- When and where: batches, the timetable and its copies, notices of change.

create table batch (
  id blob primary key,
  programme_id blob not null references programme (id),
  intake_id blob references intake (id),
  name text not null,
  number integer,
  kind text not null,
  funding text,
  seats integer not null,
  step_free integer not null,
  pattern_id blob not null references time_pattern (id),
  starts_on text not null,
  due_on text,
  jp_day integer,
  ojt_weeks integer not null,
  opening integer not null,
  closing integer not null,
  assessment_days integer not null,
  state text not null,
  retired_at text
) strict;
create index batch_programme on batch (programme_id);

create table plan (
  id blob primary key,
  name text not null,
  state text not null,
  seed integer,
  note text,
  made_at text not null,
  retired_at text
) strict;

create table session (
  id blob primary key,
  plan_id blob not null references plan (id),
  batch_id blob not null references batch (id),
  programme_unit_id blob references programme_unit (id),
  kind text not null,
  title text,
  day_on text not null,
  slot integer not null,
  length integer not null,
  room_id blob references room (id),
  instructor_id blob references instructor (id),
  second_id blob references instructor (id),
  locked integer not null,
  origin_id blob
) strict;
create index session_plan_day on session (plan_id, day_on);
create index session_batch on session (batch_id);

create table change_notice (
  id blob primary key,
  number integer not null,
  made_at text not null,
  reason text,
  body text not null
) strict;

create table scheduling_rule (
  id blob primary key,
  rule text not null,
  strength text not null,
  weight integer not null
) strict;
