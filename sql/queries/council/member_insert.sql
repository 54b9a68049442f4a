-- Add a member.
-- returns: one
insert into council_member (council_id, account_id, member_role, position, valid_from)
values (:council_id, :account_id, :member_role, :position, :valid_from)
returning id as council_member_id
