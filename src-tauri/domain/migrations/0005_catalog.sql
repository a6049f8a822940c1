-- What there is: fields of training, units, instructors, rooms, supplies, and the calendar.

create table department (
  id blob primary key,
  name text not null,
  aliases text,
  retired_at text
) strict;

create table unit (
  id blob primary key,
  code text not null,
  version integer,
  title text not null,
  decree text,
  retired_at text
) strict;
create index unit_code on unit (code);

create table programme_unit (
  id blob primary key,
  programme_id blob not null references programme (id),
  unit_id blob references unit (id),
  title text not null,
  position integer not null,
  jp_theory integer not null,
  jp_practice integer not null,
  jp_ojt integer not null,
  instructors integer not null,
  theory_room text,
  practice_room text,
  equipment text,
  retired_at text
) strict;
create index programme_unit_programme on programme_unit (programme_id);

create table prerequisite (
  id blob primary key,
  programme_unit_id blob not null references programme_unit (id),
  needs_id blob not null references programme_unit (id)
) strict;
create index prerequisite_unit on prerequisite (programme_unit_id);

create table instructor (
  id blob primary key,
  name text not null,
  initials text not null,
  nip text,
  status text not null,
  department_id blob references department (id),
  methodology text,
  assessor_number text,
  phone text,
  jp_day integer,
  jp_week integer,
  jp_month integer,
  retired_at text
) strict;

create table competence (
  id blob primary key,
  instructor_id blob not null references instructor (id),
  unit_id blob references unit (id),
  department_id blob references department (id),
  certificate text,
  valid_from text,
  valid_to text
) strict;
create index competence_instructor on competence (instructor_id);

create table availability (
  id blob primary key,
  instructor_id blob not null references instructor (id),
  weekday integer not null,
  from_time text not null,
  to_time text not null
) strict;
create index availability_instructor on availability (instructor_id);

create table absence (
  id blob primary key,
  instructor_id blob not null references instructor (id),
  kind text not null,
  from_on text not null,
  to_on text not null,
  reason text
) strict;
create index absence_instructor on absence (instructor_id);

create table room (
  id blob primary key,
  code text not null,
  name text not null,
  kind text not null,
  seats integer not null,
  step_free integer not null,
  priority text not null,
  equipment text,
  department_id blob references department (id),
  retired_at text
) strict;

create table closure (
  id blob primary key,
  room_id blob not null references room (id),
  from_on text not null,
  to_on text not null,
  reason text
) strict;
create index closure_room on closure (room_id);

create table supply (
  id blob primary key,
  name text not null,
  kind text not null,
  measure text not null,
  stock integer not null,
  retired_at text
) strict;

create table unit_supply (
  id blob primary key,
  programme_unit_id blob not null references programme_unit (id),
  supply_id blob not null references supply (id),
  quantity integer not null,
  per_trainee integer not null
) strict;
create index unit_supply_unit on unit_supply (programme_unit_id);

create table holiday (
  id blob primary key,
  day_on text not null,
  name text not null,
  kind text not null,
  held integer,
  decree text,
  estimated integer not null,
  retired_at text
) strict;
create index holiday_day on holiday (day_on);

create table time_pattern (
  id blob primary key,
  name text not null,
  shift text not null,
  minutes_per_jp integer not null,
  retired_at text
) strict;

create table pattern_slot (
  id blob primary key,
  pattern_id blob not null references time_pattern (id),
  weekday integer not null,
  kind text not null,
  from_time text not null,
  to_time text not null
) strict;
create index pattern_slot_pattern on pattern_slot (pattern_id);

create table season (
  id blob primary key,
  name text not null,
  shift text not null,
  instead_of_id blob references time_pattern (id),
  pattern_id blob not null references time_pattern (id),
  from_on text not null,
  to_on text not null,
  estimated integer not null,
  retired_at text
) strict;
