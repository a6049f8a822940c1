-- PostgreSQL only: the tables that grow, in 16 parts by office. The statements of the hub are the same.

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
) partition by hash (office_id);

create table row_state (
    office_id bigint not null,
    table_id bigint not null,
    row_id bytea not null,
    state bytea not null,
    primary key (office_id, table_id, row_id)
) partition by hash (office_id);

create table attachment_chunk (
    office_id bigint not null,
    hash bytea not null,
    n bigint not null,
    bytes bytea not null,
    primary key (office_id, hash, n)
) partition by hash (office_id);

do $$
begin
    for part in 0..15 loop
        execute format('create table op_%s partition of op for values with (modulus 16, remainder %s)', part, part);
        execute format('create table row_state_%s partition of row_state for values with (modulus 16, remainder %s)', part, part);
        execute format('create table attachment_chunk_%s partition of attachment_chunk for values with (modulus 16, remainder %s)', part, part);
    end loop;
end $$;
