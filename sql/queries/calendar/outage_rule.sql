-- The rule of outages in force on a day.
-- returns: maybe
select r.window_days, r.gap_seconds, r.beat_seconds, r.legal_basis, r.valid_from, r.confirmed
from outage_rule r
where :day::date between r.valid_from and coalesce(r.valid_to, 'infinity')
