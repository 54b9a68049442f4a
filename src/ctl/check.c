/* vinhdanhctl check and migrate: is the house in order, and bring its database up to date. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/str.h"
#include "ctl/ctl.h"
#include "sql/all.h"
#include "sql/ctl.h"

/* One line of the report; false is a problem. */
static bool
report(bool good, const char *rule, const char *found)
{
	if (good)
		printf("ok       %s\n", rule);
	else
		printf("problem  %s%s%s\n", rule, found[0] == '\0' ? "" : ": ", found);
	return good;
}

/* Can the connection in this environment variable be used? Absent ones are told, not counted. */
static bool
connection_works(const char *variable, const char *rule)
{
	const char *conninfo = getenv(variable);
	struct db *db;
	enum err err;
	bool good;

	if (str_empty(conninfo)) {
		printf("skipped  %s: %s is not set\n", rule, variable);
		return true;
	}
	db = db_new(conninfo, SQL_STMT_COUNT);
	if ((err = db_begin(db, DB_READ_ONLY, NULL, NULL, NULL)) == ERR_OK)
		err = db_commit(db);
	good = report(err == ERR_OK, rule, db_last_message(db));
	db_free(db);
	return good;
}

static enum err
check_rules(struct ctl *c, int *problems)
{
	struct sql_ctl_schema_version_row version;
	struct sql_ctl_check_rows rows;
	const char *fault;
	bool found = false, skipped;
	size_t i;

	MUST(sql_ctl_schema_version(c->db, c->arena, &version, &found));
	if (!report(found,
		arena_printf(c->arena, "schema version %s", found ? version.name : "none"),
		"run scripts/migrate"))
		(*problems)++;
	MUST(sql_ctl_check(c->db, c->arena, &rows));
	for (i = 0; i < rows.n; i++) {
		if (!report(rows.v[i].found[0] == '\0', rows.v[i].rule, rows.v[i].found))
			(*problems)++;
	}
	fault = ctl_identity_fault(c, &skipped);
	if (skipped)
		printf(
		    "skipped  the key file of identity numbers fits the data: none is set, none is needed\n");
	else if (!report(fault == NULL, "the key file of identity numbers fits the data",
		     fault != NULL ? fault : ""))
		(*problems)++;
	return ERR_OK;
}

int
ctl_check(struct ctl *c)
{
	int problems = 0;
	enum err err;

	if (!ctl_args_are(c, 0))
		return CTL_USAGE;
	err = db_begin(c->db, DB_READ_ONLY, NULL, NULL, NULL);
	if (!report(err == ERR_OK, "the owner reaches the database (VD_OWNER_DB)",
		db_last_message(c->db)))
		return CTL_FAILED;
	problems +=
	    !connection_works("VD_APP_DB", "the office reaches the database (VD_APP_DB)");
	problems += !connection_works(
	    "VD_PUBLIC_DB", "the public site reaches the database (VD_PUBLIC_DB)");
	if ((err = check_rules(c, &problems)) != ERR_OK) {
		db_rollback(c->db);
		return ctl_fail_db(c, err, "check");
	}
	db_rollback(c->db);
	if (problems > 0)
		printf("%d problem%s\n", problems, problems == 1 ? "" : "s");
	return problems == 0 ? CTL_OK : CTL_FAILED;
}

int
ctl_migrate(struct ctl *c)
{
	const char *program = arena_printf(c->arena, "%s/scripts/migrate", ctl_home(c));
	char **argv = arena_array(c->arena, (size_t)c->nargs + 2, sizeof(*argv));
	int i;

	argv[0] = arena_strdup(c->arena, program);
	for (i = 0; i < c->nargs; i++)
		argv[i + 1] = c->args[i];
	execv(program, argv);
	return ctl_fail("%s: %s", program, strerror(errno));
}
