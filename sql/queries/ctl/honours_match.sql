-- Entries for honours; keys as in nominee_keys_json.
-- role: owner
-- returns: one
select office.nominee_match_honours(:keys::jsonb) as "matched!"
