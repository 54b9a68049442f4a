/* What the commands share: arguments, transactions, audit rows, and saying what went wrong. */
#include "ctl/ctl.h"

#include <libgen.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/json.h"
#include "core/str.h"
#include "sql/ctl.h"

int
ctl_fail(const char *fmt, ...)
{
	va_list ap;

	fputs("vinhdanhctl: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return CTL_FAILED;
}

int
ctl_fail_db(struct ctl *c, enum err err, const char *doing)
{
	const char *message = db_last_message(c->db);

	if (err == ERR_UNAVAILABLE)
		return ctl_fail(
		    "%s: the database does not answer (VD_OWNER_DB): %s", doing, message);
	return ctl_fail("%s: %s", doing, message[0] != '\0' ? message : err_name(err));
}

int
ctl_transaction(struct ctl *c, int (*fn)(struct ctl *, void *), void *arg)
{
	enum err err;
	int status;

	if ((err = db_begin(c->db, DB_READ_WRITE, NULL, NULL, NULL)) != ERR_OK)
		return ctl_fail_db(c, err, "begin");
	if ((status = fn(c, arg)) != CTL_OK) {
		db_rollback(c->db);
		return status;
	}
	if ((err = db_commit(c->db)) != ERR_OK)
		return ctl_fail_db(c, err, "commit");
	return CTL_OK;
}

static void
args_remove(struct ctl *c, int at, int n)
{
	memmove(&c->args[at], &c->args[at + n], (size_t)(c->nargs - at - n) * sizeof(*c->args));
	c->nargs -= n;
}

const char *
ctl_option(struct ctl *c, const char *name)
{
	const char *value;
	int i;

	for (i = 0; i + 1 < c->nargs; i++) {
		if (str_eq(c->args[i], name)) {
			value = c->args[i + 1];
			args_remove(c, i, 2);
			return value;
		}
	}
	return NULL;
}

bool
ctl_flag(struct ctl *c, const char *name)
{
	int i;

	for (i = 0; i < c->nargs; i++) {
		if (str_eq(c->args[i], name)) {
			args_remove(c, i, 1);
			return true;
		}
	}
	return false;
}

bool
ctl_args_are(struct ctl *c, int n)
{
	int i;

	for (i = 0; i < c->nargs; i++) {
		if (c->args[i][0] == '-') {
			ctl_fail("unknown option or missing value: %s", c->args[i]);
			return false;
		}
	}
	if (c->nargs != n) {
		ctl_fail("%d argument%s expected, %d given", n, n == 1 ? "" : "s", c->nargs);
		return false;
	}
	return true;
}

enum err
ctl_audit(struct ctl *c, const char *action, const char *object, int64_t object_id,
    struct unit_id unit, const char *detail)
{
	struct sql_ctl_audit_params params = { 0 };

	params.action = action;
	params.object = object;
	params.object_id = object_id;
	params.unit_id = unit;
	params.unit_id_null = unit.v == 0;
	params.detail = detail;
	return sql_ctl_audit(c->db, c->arena, &params, NULL);
}

const char *
ctl_json(struct ctl *c, int pairs, ...)
{
	json_t *object = json_object();
	const char *key, *value;
	va_list ap;
	int i;

	va_start(ap, pairs);
	for (i = 0; i < pairs; i++) {
		key = va_arg(ap, const char *);
		value = va_arg(ap, const char *);
		json_object_set_new(
		    object, key, value == NULL ? json_null() : json_string(value));
	}
	va_end(ap);
	return json_text(c->arena, object);
}

const char *
ctl_home(struct ctl *c)
{
	char path[PATH_MAX];
	ssize_t n;

	if ((n = readlink("/proc/self/exe", path, sizeof(path) - 1)) < 0)
		return ".";
	path[n] = '\0';
	return dirname(dirname(arena_strdup(c->arena, path)));
}
