-- PostgreSQL only, the second wall: whatever a statement says, a transaction sees and writes the rows of the office it
-- was opened for. `app.office` is set for each transaction; `app.province` is on for the steward and the administrator.
-- Forced, so that the role that owns the tables is held too. A superuser is not held: the hub must not run as one.

alter table office enable row level security;
alter table office force row level security;
create policy own_office on office
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table office_head enable row level security;
alter table office_head force row level security;
create policy own_office on office_head
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table device enable row level security;
alter table device force row level security;
create policy own_office on device
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table device_chain enable row level security;
alter table device_chain force row level security;
create policy own_office on device_chain
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table enrol_code enable row level security;
alter table enrol_code force row level security;
create policy own_office on enrol_code
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table conflict enable row level security;
alter table conflict force row level security;
create policy own_office on conflict
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table quarantine enable row level security;
alter table quarantine force row level security;
create policy own_office on quarantine
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table waiting enable row level security;
alter table waiting force row level security;
create policy own_office on waiting
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table digest enable row level security;
alter table digest force row level security;
create policy own_office on digest
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table audit enable row level security;
alter table audit force row level security;
create policy own_office on audit
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table published_number enable row level security;
alter table published_number force row level security;
create policy own_office on published_number
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table person_link enable row level security;
alter table person_link force row level security;
create policy own_office on person_link
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table attachment enable row level security;
alter table attachment force row level security;
create policy own_office on attachment
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table snapshot enable row level security;
alter table snapshot force row level security;
create policy own_office on snapshot
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table snapshot_chunk enable row level security;
alter table snapshot_chunk force row level security;
create policy own_office on snapshot_chunk
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table op enable row level security;
alter table op force row level security;
create policy own_office on op
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table row_state enable row level security;
alter table row_state force row level security;
create policy own_office on row_state
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');

alter table attachment_chunk enable row level security;
alter table attachment_chunk force row level security;
create policy own_office on attachment_chunk
    using (office_id = nullif(current_setting('app.office', true), '')::bigint or current_setting('app.province', true) = 'on');
