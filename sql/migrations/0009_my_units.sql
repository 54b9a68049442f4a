-- my_units planned once per connection.
set local lock_timeout = '2s';

-- As the SQL function, but planned once per connection: every policy asks it, several times a page.
create or replace function office.my_units(mask integer) returns setof bigint
	language plpgsql stable security definer set search_path = office, pg_temp
	as $$ begin
		return query
		select c.unit_id from office.role_grant g
		join office.unit_closure c on c.ancestor_id = g.unit_id
		where g.account_id = office.me() and g.revoked_at is null
		  and office.role_bit(g.role) & mask <> 0;
	end $$;
