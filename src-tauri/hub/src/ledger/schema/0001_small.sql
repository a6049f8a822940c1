-- What the hub keeps about offices, devices and people who look at it. One text for both engines: SQLite reads
-- `bytea` as blob and `bigint` as integer. Every key starts with the office, so that an engine that spreads over
-- machines keeps an office together.

create table office (
    office_id bigint not null primary key,
    code text not null,
    name text not null,
    created_at bigint not null,
    retired_at bigint
);

-- The counters of an office, changed under the lock of this row: positions of the feed without gaps, the audit chain.
create table office_head (
    office_id bigint not null primary key,
    head bigint not null,
    snapshot_head bigint not null,
    audit_n bigint not null,
    audit_hash bytea not null
);

create table device (
    office_id bigint not null,
    device_id bigint not null,
    public_key bytea not null,
    name text not null,
    enrolled_at bigint not null,
    not_after bigint not null,
    revoked_at bigint,
    seen_at bigint,
    backlog bigint,
    cursor_at bigint,
    clock_offset bigint,
    app_version text,
    primary key (office_id, device_id)
);

-- How far the hub has read what a device wrote in one epoch.
create table device_chain (
    office_id bigint not null,
    device_id bigint not null,
    epoch bigint not null,
    last_seq bigint not null,
    chain bytea not null,
    primary key (office_id, device_id, epoch)
);

create table enrol_code (
    office_id bigint not null,
    code_id bytea not null,
    secret bytea not null,
    device_name text not null,
    created_at bigint not null,
    expires_at bigint not null,
    tries_left bigint not null,
    used_at bigint,
    device_id bigint,
    primary key (office_id, code_id)
);

create table conflict (
    office_id bigint not null,
    table_id bigint not null,
    row_id bytea not null,
    field_id bigint not null,
    siblings bigint not null,
    opened_at bigint not null,
    primary key (office_id, table_id, row_id, field_id)
);

create table quarantine (
    office_id bigint not null,
    op_id bytea not null,
    act bytea not null,
    table_id bigint not null,
    row_id bytea not null,
    device_id bigint not null,
    epoch bigint not null,
    seq bigint not null,
    received_at bigint not null,
    reason text not null,
    record bytea not null,
    settled_at bigint,
    primary key (office_id, op_id)
);

-- Parts of acts whose rest has not come yet.
create table waiting (
    office_id bigint not null,
    op_id bytea not null,
    act bytea not null,
    device_id bigint not null,
    epoch bigint not null,
    seq bigint not null,
    record bytea not null,
    primary key (office_id, op_id)
);

-- 256 numbers that stand for all rows of the office.
create table digest (
    office_id bigint not null primary key,
    buckets bytea not null
);

create table audit (
    office_id bigint not null,
    n bigint not null,
    at bigint not null,
    kind text not null,
    meta bytea not null,
    commitment bytea not null,
    salt bytea,
    payload bytea,
    hash bytea not null,
    primary key (office_id, n)
);

-- The kind is a word that offices choose; the hub learns new kinds by receiving them.
create table published_number (
    office_id bigint not null,
    kind text not null,
    period text not null,
    value bigint not null,
    at bigint not null,
    primary key (office_id, kind, period)
);

-- The same NIK in several offices, found without keeping a NIK: `blind` is a keyed hash.
create table person_link (
    office_id bigint not null,
    row_id bytea not null,
    blind bytea not null,
    primary key (office_id, row_id)
);
create index person_link_blind on person_link (blind);

create table attachment (
    office_id bigint not null,
    hash bytea not null,
    size bigint not null,
    chunks bigint not null,
    begun_at bigint not null,
    complete_at bigint,
    primary key (office_id, hash)
);

create table snapshot (
    office_id bigint not null,
    head bigint not null,
    made_at bigint not null,
    manifest bytea not null,
    primary key (office_id, head)
);

create table snapshot_chunk (
    office_id bigint not null,
    hash bytea not null,
    bytes bytea not null,
    primary key (office_id, hash)
);

create table steward (
    name text not null primary key,
    password text not null,
    created_at bigint not null
);

create table steward_session (
    token_hash bytea not null primary key,
    name text not null,
    csrf text not null,
    expires_at bigint not null
);
