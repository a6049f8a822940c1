-- The store's own tables: acts, the change log, the open-work guard, and what belongs to this PC alone.

create table act (
  n integer primary key,
  tx_id blob not null unique,
  verb text not null,
  actor blob,
  at text not null,
  subject blob,
  entries integer not null default 0,
  undoes integer references act (n),
  undone_by integer references act (n)
) strict;

create table change_log (
  seq integer primary key,
  op_id blob not null unique,
  hlc integer not null,
  act integer not null references act (n),
  table_id integer not null,
  row_id blob not null,
  kind text not null check (kind in ('ins', 'upd', 'del', 'undel', 'merge', 'unmerge', 'erase', 'resolve')),
  schema_ver integer not null,
  cells blob not null,
  prior blob
) strict;
create index change_log_row on change_log (row_id, seq);
create index change_log_act on change_log (act);
-- Whether an act may still be taken back is asked of every act on show, also of one with 100,000 entries.
create index change_log_erased on change_log (act) where kind = 'erase';

-- One row while a unit of work is open, none otherwise; triggers on every synced table look here.
create table work_open (act integer not null) strict;

-- This PC: never exchanged.
create table local (key text primary key, value text not null) strict;

create table draft (
  id text primary key,
  form text not null,
  officer blob not null,
  data text not null,
  updated_at text not null
) strict;

create table import_mapping (
  fingerprint text primary key,
  mapping text not null,
  used_at text not null
) strict;

-- Pictures and scans by the hash of their bytes; rows refer to them, so undo never needs the bytes twice.
create table attachment (
  hash text primary key,
  mime text not null,
  bytes blob not null
) strict;
