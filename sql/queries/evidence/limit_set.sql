-- Another size; none changed when somebody else was first.
-- returns: none
update upload_limit set bytes = :bytes, version = version + 1 where version = :version
