-- Give these nominations their entries, found or made; keys is a JSON array of {"id", "key", "folded"}.
-- returns: one
select office.nominee_match(:keys::jsonb) as "matched!"
