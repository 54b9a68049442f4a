/* vinhdanhctl account ..., role ...: who may come in, and what they may do. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "account/account.h"
#include "account/account_op.h"
#include "core/str.h"
#include "core/utf8.h"
#include "ctl/ctl.h"
#include "sql/ctl.h"

#define LINE_SIZE 1024

/* One line from a file without its end; NULL at the end of it. */
static char *
line_read(struct ctl *c, FILE *in)
{
	char line[LINE_SIZE], *copy;

	if (fgets(line, sizeof(line), in) == NULL)
		return NULL;
	line[strcspn(line, "\r\n")] = '\0';
	copy = arena_strdup(c->arena, line);
	explicit_bzero(line, sizeof(line));
	return copy;
}

static char *
prompt_hidden(struct ctl *c, const char *prompt)
{
	struct termios before, hidden;
	char *line;

	fputs(prompt, stderr);
	if (tcgetattr(STDIN_FILENO, &before) != 0)
		return NULL;
	hidden = before;
	hidden.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	line = line_read(c, stdin);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
	fputc('\n', stderr);
	return line;
}

/*
 * The new password: --password-stdin reads a line, --generate (and an empty answer, and no terminal
 * to ask at) makes one.  NULL after a line on standard error.
 */
static const char *
password_get(
    struct ctl *c, const char *username, bool generate, bool from_stdin, bool *generated)
{
	const char *password = NULL, *again, *fault;

	*generated = false;
	if (from_stdin) {
		if ((password = line_read(c, stdin)) == NULL) {
			ctl_fail("no password on standard input");
			return NULL;
		}
	} else if (!generate && isatty(STDIN_FILENO)) {
		password = prompt_hidden(c, "New password (empty: make one): ");
		if (!str_empty(password)) {
			again = prompt_hidden(c, "Once more: ");
			if (!str_eq(password, again)) {
				ctl_fail("the two passwords differ");
				return NULL;
			}
		}
	}
	if (password == NULL || (password[0] == '\0' && !from_stdin)) {
		*generated = true;
		return account_generate_password(c->arena);
	}
	if (!utf8_valid(password, strlen(password))) {
		ctl_fail("the password is not UTF-8 text");
		return NULL;
	}
	if ((fault = account_password_fault(password, username)) != NULL) {
		ctl_fail("%s", tr(LANG_EN, fault));
		return NULL;
	}
	return password;
}

struct account_task {
	const char *username, *name, *email;
	const char *hash;
	bool must_change, active;
	enum role role;
	const char *unit_code;
	bool nothing; /* nothing was to be changed */
};

/* Find the account of the task, or say that there is none. */
static int
account_find(struct ctl *c, const struct account_task *t, struct sql_ctl_account_find_row *row)
{
	struct sql_ctl_account_find_params params = { .username = t->username };
	bool found = false;
	enum err err;

	if ((err = sql_ctl_account_find(c->db, c->arena, &params, row, &found)) != ERR_OK)
		return ctl_fail_db(c, err, "account");
	return found ? CTL_OK : ctl_fail("no account '%s'", t->username);
}

static enum err
password_store(struct ctl *c, const struct account_task *t, struct account_id id)
{
	struct sql_ctl_password_set_params password = {
		.account_id = id, .password_hash = t->hash, .must_change = t->must_change
	};
	struct sql_ctl_sessions_close_params sessions = { .account_id = id };

	MUST(sql_ctl_password_set(c->db, c->arena, &password, NULL));
	return sql_ctl_sessions_close(c->db, c->arena, &sessions, NULL);
}

static int
do_create(struct ctl *c, void *arg)
{
	struct account_task *t = arg;
	struct sql_ctl_account_create_params params = {
		.username = t->username, .full_name = t->name, .email = t->email
	};
	struct sql_ctl_account_create_row row;
	enum err err;

	if ((err = sql_ctl_account_create(c->db, c->arena, &params, &row)) == ERR_CONFLICT)
		return ctl_fail("there is an account '%s' already", t->username);
	if (err == ERR_OK)
		err = password_store(c, t, row.account_id);
	if (err == ERR_OK)
		err = ctl_audit(c, "account.create", "account", row.account_id.v,
		    (struct unit_id){ 0 },
		    ctl_json(c, 2, "username", t->username, "full_name", t->name));
	return err == ERR_OK ? CTL_OK : ctl_fail_db(c, err, "account create");
}

int
ctl_account_create(struct ctl *c)
{
	struct account_task t = { 0 };
	const char *password;
	bool generate, from_stdin, generated;
	int status;

	t.name = ctl_option(c, "--name");
	t.email = ctl_option(c, "--email");
	generate = ctl_flag(c, "--generate");
	from_stdin = ctl_flag(c, "--password-stdin");
	t.must_change = !ctl_flag(c, "--keep");
	if (!ctl_args_are(c, 1))
		return CTL_USAGE;
	t.username = c->args[0];
	if (str_empty(t.name)) {
		ctl_fail("--name is missing");
		return CTL_USAGE;
	}
	if (!account_username_valid(t.username))
		return ctl_fail(
		    "user names have 2 to 40 lower case letters, digits, dots and dashes");
	if (!utf8_valid(t.name, strlen(t.name)) || utf8_has_control(t.name))
		return ctl_fail("the name is not plain UTF-8 text");
	t.name = utf8_nfc(c->arena, str_trim(c->arena, t.name));
	if ((password = password_get(c, t.username, generate, from_stdin, &generated)) == NULL)
		return CTL_FAILED;
	if (account_hash_password(c->arena, password, &t.hash) != ERR_OK)
		return ctl_fail("not enough memory to hash a password");
	if ((status = ctl_transaction(c, do_create, &t)) != CTL_OK)
		return status;
	printf("account %s made\n", t.username);
	if (generated)
		printf("first password, shown only now: %s\n", password);
	return CTL_OK;
}

static int
do_password(struct ctl *c, void *arg)
{
	struct account_task *t = arg;
	struct sql_ctl_account_find_row row;
	enum err err;

	if (account_find(c, t, &row) != CTL_OK)
		return CTL_FAILED;
	if ((err = password_store(c, t, row.account_id)) == ERR_OK)
		err = ctl_audit(c, "account.password_reset", "account", row.account_id.v,
		    (struct unit_id){ 0 }, "{}");
	return err == ERR_OK ? CTL_OK : ctl_fail_db(c, err, "account password");
}

int
ctl_account_password(struct ctl *c)
{
	struct account_task t = { 0 };
	const char *password;
	bool generate, from_stdin, generated;
	int status;

	generate = ctl_flag(c, "--generate");
	from_stdin = ctl_flag(c, "--password-stdin");
	t.must_change = !ctl_flag(c, "--keep");
	if (!ctl_args_are(c, 1))
		return CTL_USAGE;
	t.username = c->args[0];
	if ((password = password_get(c, t.username, generate, from_stdin, &generated)) == NULL)
		return CTL_FAILED;
	if (account_hash_password(c->arena, password, &t.hash) != ERR_OK)
		return ctl_fail("not enough memory to hash a password");
	if ((status = ctl_transaction(c, do_password, &t)) != CTL_OK)
		return status;
	printf("password of %s set, all sessions ended\n", t.username);
	if (generated)
		printf("new password, shown only now: %s\n", password);
	return CTL_OK;
}

static int
do_set_active(struct ctl *c, void *arg)
{
	struct account_task *t = arg;
	struct sql_ctl_account_find_row row;
	struct sql_ctl_account_set_active_params params = { .active = t->active };
	struct sql_ctl_sessions_close_params sessions;
	int64_t changed = 0;
	enum err err;

	if (account_find(c, t, &row) != CTL_OK)
		return CTL_FAILED;
	params.account_id = sessions.account_id = row.account_id;
	if ((err = sql_ctl_account_set_active(c->db, c->arena, &params, &changed)) == ERR_OK &&
	    !t->active)
		err = sql_ctl_sessions_close(c->db, c->arena, &sessions, NULL);
	t->nothing = changed == 0;
	if (err == ERR_OK && changed > 0)
		err = ctl_audit(c, t->active ? "account.unlock" : "account.lock", "account",
		    row.account_id.v, (struct unit_id){ 0 }, "{}");
	return err == ERR_OK ? CTL_OK : ctl_fail_db(c, err, "account");
}

static int
account_set_active(struct ctl *c, bool active)
{
	struct account_task t = { .active = active };
	int status;

	if (!ctl_args_are(c, 1))
		return CTL_USAGE;
	t.username = c->args[0];
	if ((status = ctl_transaction(c, do_set_active, &t)) == CTL_OK)
		printf("account %s %s%s\n", t.username, t.nothing ? "was already " : "",
		    active ? "unlocked" : "locked");
	return status;
}

int
ctl_account_lock(struct ctl *c)
{
	return account_set_active(c, false);
}

int
ctl_account_unlock(struct ctl *c)
{
	return account_set_active(c, true);
}

/* -- roles ------------------------------------------------------------------------------------- */

/* Account and unit of a role command, each checked by name. */
static int
role_parties(struct ctl *c, const struct account_task *t, struct account_id *account_id,
    struct unit_id *unit_id)
{
	struct sql_ctl_account_find_row account;
	struct sql_ctl_unit_find_params params = { .code = t->unit_code };
	struct sql_ctl_unit_find_row unit;
	bool found = false;
	enum err err;

	if (account_find(c, t, &account) != CTL_OK)
		return CTL_FAILED;
	if ((err = sql_ctl_unit_find(c->db, c->arena, &params, &unit, &found)) != ERR_OK)
		return ctl_fail_db(c, err, "unit");
	if (!found)
		return ctl_fail("no unit with the code '%s'", t->unit_code);
	*account_id = account.account_id;
	*unit_id = unit.unit_id;
	return CTL_OK;
}

static int
do_grant(struct ctl *c, void *arg)
{
	struct account_task *t = arg;
	struct sql_ctl_role_grant_params params = { .role = t->role };
	int64_t changed = 0;
	enum err err;

	if (role_parties(c, t, &params.account_id, &params.unit_id) != CTL_OK)
		return CTL_FAILED;
	err = sql_ctl_role_grant(c->db, c->arena, &params, &changed);
	t->nothing = changed == 0;
	if (err == ERR_OK && changed > 0)
		err = ctl_audit(c, "role.grant", "account", params.account_id.v, params.unit_id,
		    ctl_json(c, 2, "role", role_text(t->role), "unit", t->unit_code));
	return err == ERR_OK ? CTL_OK : ctl_fail_db(c, err, "role grant");
}

static int
do_revoke(struct ctl *c, void *arg)
{
	struct account_task *t = arg;
	struct sql_ctl_role_revoke_params params = { .role = t->role };
	int64_t changed = 0;
	enum err err;

	if (role_parties(c, t, &params.account_id, &params.unit_id) != CTL_OK)
		return CTL_FAILED;
	err = sql_ctl_role_revoke(c->db, c->arena, &params, &changed);
	if (err == ERR_OK && changed == 0)
		return ctl_fail(
		    "%s does not hold %s on %s", t->username, role_text(t->role), t->unit_code);
	if (err == ERR_OK)
		err =
		    ctl_audit(c, "role.revoke", "account", params.account_id.v, params.unit_id,
			ctl_json(c, 2, "role", role_text(t->role), "unit", t->unit_code));
	return err == ERR_OK ? CTL_OK : ctl_fail_db(c, err, "role revoke");
}

static int
role_command(struct ctl *c, int (*fn)(struct ctl *, void *), const char *done)
{
	struct account_task t = { 0 };
	int status, i;

	if (!ctl_args_are(c, 3))
		return CTL_USAGE;
	t.username = c->args[0];
	t.unit_code = c->args[2];
	if (!role_parse(c->args[1], &t.role)) {
		ctl_fail("no role '%s'; there are:", c->args[1]);
		for (i = 0; i < (int)ROLE_COUNT; i++)
			fprintf(stderr, "    %s\n", role_text((enum role)i));
		return CTL_FAILED;
	}
	if ((status = ctl_transaction(c, fn, &t)) == CTL_OK)
		printf("%s %s %s on %s%s\n", t.username, done, role_text(t.role), t.unit_code,
		    t.nothing ? " (as before)" : "");
	return status;
}

int
ctl_role_grant(struct ctl *c)
{
	return role_command(c, do_grant, "holds");
}

int
ctl_role_revoke(struct ctl *c)
{
	return role_command(c, do_revoke, "no longer holds");
}
