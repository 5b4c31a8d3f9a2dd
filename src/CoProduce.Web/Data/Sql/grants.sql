-- Run by coproduce_owner last; safe to run again. The application owns nothing and writes no ledger table.
revoke all on all tables in schema public from coproduce_app, coproduce_platform, public;
grant usage on schema public to coproduce_app, coproduce_platform;
grant select, insert, update, delete on all tables in schema public to coproduce_app;

-- The ledger is written by its functions alone, and what was written there stays.
revoke insert, update, delete on accounts, entries, postings, holds, closed_periods, chain_links, new_entries, ledger_days, report_cells, report_people from coproduce_app;

-- The words by which members are found, and since when they are quiet, are kept by triggers.
revoke insert, update, delete on member_words, member_quiet_since from coproduce_app;

-- Lines of who did what, who looked, what was checked, agreed to and said are added and read, never changed.
revoke update, delete on audit_lines, record_views, dispute_notes, member_checks, care_notes, concern_steps, consents, consent_wordings from coproduce_app;

-- What a guardian said is added, and goes only with the person.
revoke update on guardian_consents from coproduce_app;

-- What was noted of a call is added, and goes only with the person.
revoke update on calls from coproduce_app;

-- What members wrote to one another stays as they wrote it, and what one reported stays reported; it goes only with the person or its time.
revoke update on talk_messages, talk_blocks, talk_reports from coproduce_app;
grant update (read_at, told_at, is_reported) on talk_messages to coproduce_app;
grant update (outcome, note, closed_at, closed_by) on talk_reports to coproduce_app;

-- How many got an announcement is counted by a trigger as sendings go, and stays.
revoke update, delete on announcement_tallies from coproduce_app;

-- What is known of a concern, a restriction or a broken rule stays; only how it stands moves on.
revoke update, delete on concerns, restrictions, care_marks from coproduce_app;
grant update (status, owner_id, due_on, told_at) on concerns to coproduce_app;
grant update (review_on, lifted_at, lifted_by) on restrictions to coproduce_app;
grant update (read_by, read_at) on care_marks to coproduce_app;

-- Of two records put together only that it was taken back is written later.
revoke update on member_merges from coproduce_app;
grant update (undone_at, undone_by) on member_merges to coproduce_app;

revoke all on tenant_migrations, directory_migrations, prepared from coproduce_app;
