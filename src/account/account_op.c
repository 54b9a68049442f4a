/* Use cases of the signed-in person's own account. */
#include "account/account_op.h"

#include <sodium.h>
#include <string.h>

#include "account/account.h"
#include "core/str.h"
#include "sql/account.h"

enum err
account_hash_password(struct arena *a, const char *password, const char **hash)
{
	char *out = arena_alloc(a, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str(out, password, strlen(password),
		crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		return ERR_INTERNAL;
	*hash = out;
	return ERR_OK;
}

/*
 * A hash no password matches, so that a sign-in with an unknown name takes
 * as long as one with a known name and says nothing about who has an account.
 */
static const char *
decoy_hash(struct arena *a)
{
	static char decoy[crypto_pwhash_STRBYTES];
	const char *fresh;

	if (decoy[0] == '\0' &&
	    account_hash_password(a, "no password is this long and this odd", &fresh) == ERR_OK)
		memcpy(decoy, fresh, strlen(fresh) + 1);
	return decoy;
}

static bool
password_matches(const char *hash, const char *password)
{
	return crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

/* Stands where a browser's name does: tries of whoever holds an open session. */
#define IN_SESSION "session"

static enum err
failures_of(struct ctx *c, const char *username, const char *device, struct account_failures *f)
{
	struct sql_account_login_failures_row row;

	MUST(sql_account_login_failures(c->db, c->arena,
	    &(struct sql_account_login_failures_params){ .username = username,
		.address = account_network(c->arena, c->address),
		.device = device },
	    &row));
	*f = (struct account_failures){ .account = row.by_account,
		.both = row.by_both,
		.address = row.by_address,
		.device = row.by_device };
	return ERR_OK;
}

static enum err
record(struct ctx *c, const char *username, const char *device, bool succeeded)
{
	return sql_account_login_record(c->db, c->arena,
	    &(struct sql_account_login_record_params){ .username = username,
		.address = account_network(c->arena, c->address),
		.succeeded = succeeded,
		.device = device },
	    NULL);
}

/* Written once, when the door closes: what is tried at a closed door leaves nothing, or anybody could fill the log. */
static enum err
audit_refusal(struct ctx *c, struct account_id id, const struct account_failures *before,
    bool known_device)
{
	struct account_failures now = { before->account + 1, before->both + 1,
		before->address + 1, before->device + 1 };

	MUST(audit_write(
	    c, "account.sign_in_refused", "account", id.v, (struct unit_id){ 0 }, NULL));
	if (account_may_try(&now, known_device))
		return ERR_OK;
	return audit_write(
	    c, "account.sign_in_throttled", "account", id.v, (struct unit_id){ 0 }, NULL);
}

enum err
account_op_sign_in(struct ctx *c, const char *username, const char *password,
    const char *device, enum sign_in *outcome, struct account_id *account_id)
{
	struct sql_account_login_lookup_row row = { 0 };
	struct account_failures failures;
	bool found, ok, known_device = !str_empty(device);

	MUST(failures_of(c, username, device, &failures));
	if (!account_may_try(&failures, known_device)) {
		*outcome = SIGN_IN_THROTTLED;
		return ERR_OK;
	}
	MUST(sql_account_login_lookup(c->db, c->arena,
	    &(struct sql_account_login_lookup_params){ .username = username }, &row, &found));
	ok = password_matches(found ? row.password_hash : decoy_hash(c->arena), password) &&
	    found && row.active;
	MUST(record(c, username, device, ok));
	if (!ok) {
		*outcome = SIGN_IN_REFUSED;
		return audit_refusal(c, (struct account_id){ found ? row.account_id.v : 0 },
		    &failures, known_device);
	}
	MUST(sql_account_assume(c->db, c->arena,
	    &(struct sql_account_assume_params){ .account_id = row.account_id }, NULL));
	*outcome = SIGN_IN_DONE;
	*account_id = row.account_id;
	return audit_write(
	    c, "account.sign_in", "account", row.account_id.v, (struct unit_id){ 0 }, NULL);
}

enum err
account_op_check_password(struct ctx *c, const char *present)
{
	struct sql_account_login_lookup_row row;
	struct account_failures failures;
	bool found;

	/* Who finds an open session must not guess here what the sign-in would not let them guess. */
	MUST(failures_of(c, c->actor->username, IN_SESSION, &failures));
	if (!account_may_try(&failures, true))
		return ERR_TOO_MANY;
	MUST(sql_account_login_lookup(c->db, c->arena,
	    &(struct sql_account_login_lookup_params){ .username = c->actor->username }, &row,
	    &found));
	if (!found || !password_matches(row.password_hash, present)) {
		MUST(record(c, c->actor->username, IN_SESSION, false));
		MUST(audit_write(c, "account.password_refused", "account",
		    c->actor->account_id.v, (struct unit_id){ 0 }, NULL));
		return ERR_INVALID;
	}
	return ERR_OK;
}

enum err
account_op_change_password(struct ctx *c, const char *present, const char *wanted)
{
	const char *hash;

	MUST(account_op_check_password(c, present));
	MUST(account_hash_password(c->arena, wanted, &hash));
	MUST(sql_account_password_set(c->db, c->arena,
	    &(struct sql_account_password_set_params){ .account_id = c->actor->account_id,
		.password_hash = hash,
		.must_change = false },
	    NULL));
	return audit_write(c, "account.change_password", "account", c->actor->account_id.v,
	    (struct unit_id){ 0 }, NULL);
}
