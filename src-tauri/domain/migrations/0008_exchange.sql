-- The exchange with other PCs and the hub. Only the columns of the log and the office's key belong to the office; every
-- other table here is of this PC and is never exchanged itself.

-- An entry from elsewhere: its record as it came, without its cells. Null: made at this PC, after all it knew.
alter table change_log add column record blob;
-- The cells of that record where they are not what became of them here (`cells`): a value that lost, a field that this
-- program does not know. Null: they are the same.
alter table change_log add column told blob;
-- When it reached the hub, where that is known: an entry from a clock that runs ahead counts from then.
alter table change_log add column received integer;
create index change_log_told on change_log (seq) where told is not null;

-- The office's key for bundles from PC to PC; synced like any row of the office.
create table office_key (id blob primary key, seed text not null, made_at text not null) strict;

-- Who this PC is at the exchange, and how far it has come. No row: it takes no part. `sent` is the last entry of the log
-- up to which all own ones lie at the hub.
create table exchange_self (
  one integer primary key check (one = 1),
  office integer not null,
  device integer not null,
  seed blob not null,
  certificate blob not null,
  hub blob not null,
  address text not null,
  office_name text not null,
  mode text not null,
  epoch integer not null,
  acked integer not null,
  chain blob not null,
  size integer not null,
  sent integer not null,
  head integer not null,
  hub_head integer not null,
  hub_time integer not null,
  slot integer not null,
  schema integer not null,
  healed_at text,
  enrolled_at text not null
) strict;

-- Entries that the hub keeps aside until a person has looked.
create table exchange_quarantined (op_id blob primary key, reason text not null, at text not null) strict;

-- Records that cannot be applied yet: their act is not whole, a row they point to has not come, or this program is too
-- old for them.
create table exchange_aside (
  op_id blob primary key,
  tx_id blob not null,
  row_id blob not null,
  place integer not null,
  record blob not null,
  received integer,
  why text not null,
  since text not null
) strict;
create index exchange_aside_tx on exchange_aside (tx_id, place);
create index exchange_aside_row on exchange_aside (row_id);

-- Derived from the log: cells in which more than one value stands, and (as field 0) rows that one deleted while another
-- changed them.
create table exchange_conflict (
  table_id integer not null,
  row_id blob not null,
  field_id integer not null,
  class text not null,
  since text not null,
  primary key (table_id, row_id, field_id)
) strict, without rowid;

-- What the courier did, newest last; kept short.
create table exchange_run (
  n integer primary key,
  at text not null,
  way text not null,
  sent integer not null,
  received integer not null,
  failure text
) strict;

-- Pictures and scans of which the hub has something.
create table exchange_attachment (hash text primary key, whole integer not null) strict;
