-- Run by coproduce_owner last; safe to run again. The application owns nothing and writes no ledger table.
revoke all on all tables in schema public from coproduce_app, coproduce_platform, public;
grant usage on schema public to coproduce_app, coproduce_platform;
grant select, insert, update, delete on all tables in schema public to coproduce_app;

-- The ledger is written by its functions alone, and what was written there stays.
revoke insert, update, delete on accounts, entries, postings, holds, closed_periods, chain_links, new_entries, ledger_days, report_cells, report_people from coproduce_app;

-- The words by which members are found are kept by a trigger.
revoke insert, update, delete on member_words from coproduce_app;

-- Lines of who did what, who looked and what was said in a dispute are added and read, never changed.
revoke update, delete on audit_lines, contact_views, dispute_notes, consents, consent_wordings from coproduce_app;

revoke all on tenant_migrations, directory_migrations, prepared from coproduce_app;
