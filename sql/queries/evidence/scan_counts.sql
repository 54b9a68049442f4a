-- Files by the state of their scan.
-- returns: many
select c.scan as "scan!", c.total as "total!" from office.scan_counts() c
