/* Databases for tests: one copied from the template per program, one transaction per test. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sql/all.h"
#include "support/db_fixture.h"

struct db_fixture db_fixture;

static PGconn *admin; /* superuser, in this program's database */
static PGconn *server; /* superuser, elsewhere: makes and drops it */
static char database[64];
static char *infos[4];

static void __attribute__((noreturn, format(printf, 1, 2))) give_up(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fputs("db_fixture: ", stderr);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	exit(1);
}

static PGresult *
run(PGconn *conn, const char *sql)
{
	PGresult *res = PQexec(conn, sql);

	if (PQresultStatus(res) != PGRES_COMMAND_OK && PQresultStatus(res) != PGRES_TUPLES_OK)
		give_up("%s: %s", sql, PQerrorMessage(conn));
	return res;
}

/* The environment's conninfo, pointed at this program's database; a later key wins in libpq. */
static char *
info_of(const char *name)
{
	const char *value = getenv(name);
	char *out;

	if (value == NULL)
		give_up("%s is not set: run under tests/support/with-database", name);
	if (asprintf(&out, "%s dbname=%s", value, database) < 0)
		give_up("out of memory");
	return out;
}

static PGconn *
connect_to(const char *info)
{
	PGconn *conn = PQconnectdb(info);

	if (PQstatus(conn) != CONNECTION_OK)
		give_up("%s", PQerrorMessage(conn));
	PQclear(run(conn, "set client_min_messages = error"));
	return conn;
}

int
db_fixture_group_setup(void **state)
{
	const char *template = getenv("VD_TEST_TEMPLATE"), *info = getenv("VD_TEST_ADMIN_DB");
	char sql[256];

	(void)state;
	if (template == NULL || info == NULL)
		give_up("VD_TEST_TEMPLATE is not set: run under tests/support/with-database");
	server = connect_to(info);
	snprintf(database, sizeof(database), "vd_fixture_%ld", (long)getpid());
	snprintf(sql, sizeof(sql), "create database %s owner vd_owner template %s", database,
	    template);
	PQclear(run(server, sql));
	snprintf(sql, sizeof(sql), "revoke all on database %s from public", database);
	PQclear(run(server, sql));
	snprintf(sql, sizeof(sql),
	    "grant connect on database %s to vd_owner, vd_app, vd_public", database);
	PQclear(run(server, sql));
	infos[0] = info_of("VD_TEST_ADMIN_DB");
	infos[1] = info_of("VD_TEST_APP_DB");
	infos[2] = info_of("VD_TEST_PUBLIC_DB");
	infos[3] = info_of("VD_TEST_OWNER_DB");
	admin = connect_to(infos[0]);
	PQclear(run(admin, "set search_path = office, site, public"));
	db_fixture.app_info = infos[1];
	db_fixture.public_info = infos[2];
	db_fixture.owner_info = infos[3];
	db_fixture.app = db_new(infos[1], SQL_STMT_COUNT);
	db_fixture.public_db = db_new(infos[2], SQL_STMT_COUNT);
	db_fixture.owner = db_new(infos[3], SQL_STMT_COUNT);
	db_fixture.arena = arena_new();
	return 0;
}

int
db_fixture_group_teardown(void **state)
{
	char sql[128];

	(void)state;
	db_free(db_fixture.app);
	db_free(db_fixture.public_db);
	db_free(db_fixture.owner);
	PQfinish(admin);
	snprintf(sql, sizeof(sql), "drop database %s with (force)", database);
	PQclear(run(server, sql));
	PQfinish(server);
	for (size_t i = 0; i < sizeof(infos) / sizeof(infos[0]); i++)
		free(infos[i]);
	arena_free(db_fixture.arena);
	memset(&db_fixture, 0, sizeof(db_fixture));
	return 0;
}

int
db_fixture_setup(void **state)
{
	arena_reset(db_fixture.arena);
	*state = db_fixture.arena;
	return 0;
}

int
db_fixture_begin(void **state)
{
	db_fixture_setup(state);
	return db_begin(db_fixture.app, DB_READ_WRITE, NULL, NULL, NULL) == ERR_OK ? 0 : -1;
}

int
db_fixture_rollback(void **state)
{
	(void)state;
	db_rollback(db_fixture.app);
	db_rollback(db_fixture.public_db);
	db_rollback(db_fixture.owner);
	return 0;
}

void
db_fixture_sql(const char *sql)
{
	PQclear(run(admin, sql));
}

const char *
db_fixture_text(const char *sql)
{
	PGresult *res = run(admin, sql);
	const char *text = NULL;

	if (PQntuples(res) > 0 && !PQgetisnull(res, 0, 0))
		text = arena_strdup(db_fixture.arena, PQgetvalue(res, 0, 0));
	PQclear(res);
	return text;
}

int64_t
db_fixture_int(const char *sql)
{
	const char *text = db_fixture_text(sql);

	if (text == NULL)
		give_up("%s: no row or NULL", sql);
	return strtoll(text, NULL, 10);
}
