-- Entries for nominations; keys as in nominee_keys_json.
-- role: owner
-- returns: one
select office.nominee_match_lines(:keys::jsonb, true) as "matched!"
