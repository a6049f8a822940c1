-- The office, its officers, its dated settings and its numbers.

create table office (
  id blob primary key,
  name text not null,
  kind text not null,
  regency_code text not null,
  zone text not null,
  letterhead_1 text not null,
  letterhead_2 text not null,
  letterhead_3 text not null,
  address text not null,
  phone text,
  email text,
  head_name text,
  head_nip text,
  head_title text
) strict;

create table officer (
  id blob primary key,
  username text not null,
  full_name text not null,
  nip text,
  role text not null,
  password_hash text not null,
  theme text,
  zoom integer,
  language text,
  retired_at text
) strict;
create index officer_username on officer (username);

create table setting (
  id blob primary key,
  key text not null,
  value text not null,
  valid_from text not null,
  valid_to text,
  source text
) strict;
create index setting_key on setting (key, valid_from);

create table number_block (
  id blob primary key,
  series text not null,
  scope text not null,
  device text not null,
  first integer not null,
  last integer not null,
  next integer not null
) strict;
create index number_block_series on number_block (series, scope, device);

-- Who looked at a masked field of whom, and every export of personal data.
create table disclosure (
  id blob primary key,
  person_id blob not null,
  officer_id blob not null,
  field text not null,
  reason text not null,
  at text not null
) strict;
create index disclosure_person on disclosure (person_id);

create table saved_view (
  id blob primary key,
  list text not null,
  name text not null,
  query text not null,
  officer_id blob,
  retired_at text
) strict;
