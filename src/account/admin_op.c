/* Use cases of the administrator: accounts and roles. */
#include "account/admin_op.h"

#include "account/account.h"
#include "account/account_op.h"
#include "app/audit_json.h"
#include "sql/account.h"

static enum err
require_administrator(const struct ctx *c)
{
	return actor_has(c->actor, ROLE_BIT(ROLE_ADMINISTRATOR)) ? ERR_OK : ERR_FORBIDDEN;
}

/*
 * An account holds roles in several units; who administers only some of them would gain the others with
 * its password, or take it from people elsewhere.
 */
static enum err
require_administrator_of(struct ctx *c, struct account_id id)
{
	struct sql_account_may_administer_row row;

	MUST(require_administrator(c));
	MUST(sql_account_may_administer(c->db, c->arena,
	    &(struct sql_account_may_administer_params){ .account_id = id }, &row));
	return row.may ? ERR_OK : ERR_FORBIDDEN;
}

static enum err
set_first_password(struct ctx *c, struct account_id id, const char **password)
{
	const char *hash;

	*password = account_generate_password(c->arena);
	MUST(account_hash_password(c->arena, *password, &hash));
	return sql_account_password_set(c->db, c->arena,
	    &(struct sql_account_password_set_params){
		.account_id = id, .password_hash = hash, .must_change = true },
	    NULL);
}

static enum err
end_sessions(struct ctx *c, struct account_id id)
{
	struct sql_account_session_close_all_row gone;

	return sql_account_session_close_all(c->db, c->arena,
	    &(struct sql_account_session_close_all_params){ .account_id = id }, &gone);
}

enum err
admin_op_create_account(
    struct ctx *c, const struct account_input *in, struct account_id *id, const char **password)
{
	struct sql_account_admin_insert_row row;

	MUST(require_administrator(c));
	MUST(sql_account_admin_insert(c->db, c->arena,
	    &(struct sql_account_admin_insert_params){
		.username = in->username, .full_name = in->full_name, .email = in->email },
	    &row));
	*id = row.account_id;
	MUST(set_first_password(c, *id, password));
	return audit_json(c, "account.create", "account", id->v, (struct unit_id){ 0 },
	    json_pack("{s:s, s:s}", "username", in->username, "full_name", in->full_name));
}

enum err
admin_op_update_account(struct ctx *c, struct account_id id, const struct account_input *in)
{
	struct sql_account_admin_get_row before;
	int64_t affected;

	MUST(require_administrator(c));
	if (id.v == c->actor->account_id.v && !in->active)
		return ERR_CONFLICT;
	MUST(sql_account_admin_get(c->db, c->arena,
	    &(struct sql_account_admin_get_params){ .account_id = id }, &before));
	MUST(require_administrator_of(c, id));
	MUST(sql_account_admin_update(c->db, c->arena,
	    &(struct sql_account_admin_update_params){ .account_id = id,
		.version = in->version,
		.full_name = in->full_name,
		.email = in->email,
		.active = in->active },
	    &affected));
	if (affected == 0)
		return ERR_STALE;
	if (before.active && !in->active)
		MUST(end_sessions(c, id));
	return audit_json(c, "account.update", "account", id.v, (struct unit_id){ 0 },
	    json_pack("{s:{s:s, s:b}, s:{s:s, s:b}}", "before", "full_name", before.full_name,
		"active", before.active, "after", "full_name", in->full_name, "active",
		in->active));
}

enum err
admin_op_reset_password(struct ctx *c, struct account_id id, const char **password)
{
	struct sql_account_admin_get_row row;

	MUST(require_administrator(c));
	MUST(sql_account_admin_get(
	    c->db, c->arena, &(struct sql_account_admin_get_params){ .account_id = id }, &row));
	MUST(require_administrator_of(c, id));
	MUST(set_first_password(c, id, password));
	MUST(end_sessions(c, id));
	return audit_write(
	    c, "account.reset_password", "account", id.v, (struct unit_id){ 0 }, NULL);
}

enum err
admin_op_grant(struct ctx *c, struct account_id id, enum role role, struct unit_id unit)
{
	struct sql_account_grant_insert_row row;

	MUST(authz_require(c, ROLE_BIT(ROLE_ADMINISTRATOR), unit));
	MUST(sql_account_grant_insert(c->db, c->arena,
	    &(struct sql_account_grant_insert_params){
		.account_id = id, .role = role, .unit_id = unit },
	    &row));
	return audit_json(c, "account.grant_role", "account", id.v, unit,
	    json_pack("{s:s}", "role", role_text(role)));
}

enum err
admin_op_revoke(struct ctx *c, struct account_id id, struct role_grant_id grant)
{
	struct sql_account_grant_get_row row;
	int64_t affected;

	MUST(require_administrator(c));
	MUST(sql_account_grant_get(c->db, c->arena,
	    &(struct sql_account_grant_get_params){ .role_grant_id = grant, .account_id = id },
	    &row));
	MUST(authz_require(c, ROLE_BIT(ROLE_ADMINISTRATOR), row.unit_id));
	if (id.v == c->actor->account_id.v && row.role == ROLE_ADMINISTRATOR)
		return ERR_CONFLICT;
	MUST(sql_account_grant_revoke(c->db, c->arena,
	    &(struct sql_account_grant_revoke_params){
		.role_grant_id = grant, .account_id = id },
	    &affected));
	if (affected == 0)
		return ERR_STALE;
	return audit_json(c, "account.revoke_role", "account", id.v, row.unit_id,
	    json_pack("{s:s}", "role", role_text(row.role)));
}
