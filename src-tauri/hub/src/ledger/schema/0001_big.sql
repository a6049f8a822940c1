-- The tables that grow. On PostgreSQL they can be made in parts instead: `0001_big_partitioned.sql`.

create table op (
    office_id bigint not null,
    pos bigint not null,
    op_id bytea not null,
    device_id bigint not null,
    epoch bigint not null,
    seq bigint not null,
    received_at bigint not null,
    table_id bigint not null,
    row_id bytea not null,
    kind bigint not null,
    record bytea not null,
    primary key (office_id, pos),
    unique (office_id, op_id),
    unique (office_id, device_id, epoch, seq)
);

create table row_state (
    office_id bigint not null,
    table_id bigint not null,
    row_id bytea not null,
    state bytea not null,
    primary key (office_id, table_id, row_id)
);

create table attachment_chunk (
    office_id bigint not null,
    hash bytea not null,
    n bigint not null,
    bytes bytea not null,
    primary key (office_id, hash, n)
);
