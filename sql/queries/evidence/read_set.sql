-- What reading found.
-- returns: one
select office.read_set(:attachment_id, :secrecy, :doubt) is null as "set!"
