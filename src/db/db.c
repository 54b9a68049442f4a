/*
 * One synchronous PostgreSQL connection.  Nothing here sleeps or loops over failures: a connection
 * the server closed is opened again once, anything else is the caller's page.
 */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libpq-fe.h>

#include "core/log.h"
#include "db/db.h"

enum { PARAM_MAX = 64, CONNECT_TIMEOUT_S = 3, STATEMENT_TIMEOUT_MS = 10000 };
/* PostgreSQL counts from 2000-01-01. */
#define EPOCH_DAYS INT64_C(10957)
#define EPOCH_US   (EPOCH_DAYS * 86400 * 1000000)

struct db {
	PGconn *conn; /* NULL until the first transaction and after a loss */
	char *conninfo;
	bool *prepared; /* by slot; cleared with the connection */
	int slots;
	int timeout_ms;
	bool in_transaction;
	bool savepoint;
	bool listening; /* LISTEN was sent on this connection */
	bool drop_plans; /* a migration made prepared plans stale */
	char sqlstate[6];
	char constraint[64];
	char message[256];
};

/*
 * SQLSTATE to err, the only place.  The first match wins, so single codes come before
 * their class.
 */
static const struct {
	const char *prefix;
	enum err err;
} sqlstate_map[] = {
	{ "23505", ERR_CONFLICT }, /* unique_violation */
	{ "23503", ERR_CONFLICT }, /* foreign_key_violation */
	{ "23001", ERR_CONFLICT }, /* restrict_violation */
	{ "23P01", ERR_CONFLICT }, /* exclusion_violation */
	{ "23514", ERR_INVALID }, /* check_violation */
	{ "23502", ERR_INVALID }, /* not_null_violation */
	{ "22", ERR_INVALID }, /* data exception: out of range, malformed text */
	{ "VD001", ERR_STALE }, /* ours: a newer version exists */
	{ "VD002", ERR_CONFLICT }, /* ours: the state does not allow it */
	{ "VD003", ERR_TOO_MANY }, /* ours: more than anybody honest needs */
	{ "P0002", ERR_NOT_FOUND }, /* no_data_found, raised by our functions */
	{ "42501", ERR_FORBIDDEN }, /* insufficient_privilege, also row-level security */
	{ "40", ERR_RETRY }, /* serialisation failure, deadlock */
	{ "55P03", ERR_RETRY }, /* lock_not_available: lock_timeout */
	{ "26000", ERR_RETRY }, /* the prepared statement is gone */
	{ "25P03", ERR_RETRY }, /* idle_in_transaction_session_timeout */
	{ "57P01", ERR_RETRY }, /* admin_shutdown */
	{ "57P02", ERR_RETRY }, /* crash_shutdown */
	{ "57P05", ERR_RETRY }, /* idle_session_timeout */
	{ "57P03", ERR_UNAVAILABLE }, /* cannot_connect_now */
	{ "57014", ERR_UNAVAILABLE }, /* query_canceled: statement_timeout */
	{ "53", ERR_UNAVAILABLE }, /* too many connections, disk full, out of memory */
	{ "08", ERR_RETRY }, /* connection lost */
};

static enum err
err_from_sqlstate(const char *sqlstate)
{
	for (size_t i = 0; i < sizeof(sqlstate_map) / sizeof(sqlstate_map[0]); i++)
		if (strncmp(sqlstate, sqlstate_map[i].prefix, strlen(sqlstate_map[i].prefix)) ==
		    0)
			return sqlstate_map[i].err;
	return ERR_INTERNAL;
}

static void
copy_text(char *out, size_t size, const char *s)
{
	snprintf(out, size, "%s", s != NULL ? s : "");
	out[strcspn(out, "\r\n")] = '\0';
}

static void
forget_failure(struct db *db)
{
	db->sqlstate[0] = db->constraint[0] = db->message[0] = '\0';
}

static void
disconnect(struct db *db)
{
	PQfinish(db->conn);
	db->conn = NULL;
	db->savepoint = db->drop_plans = db->listening = false;
	memset(db->prepared, 0, sizeof(*db->prepared) * (size_t)db->slots);
}

/* Remember, log and translate a failure; res may be NULL when the connection itself broke. */
static enum err
failed(struct db *db, const char *what, const PGresult *res)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	const char *function = PQresultErrorField(res, PG_DIAG_SOURCE_FUNCTION);
	const char *text = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
	enum err err;

	if (state == NULL)
		state = PQstatus(db->conn) != CONNECTION_OK ? "08006" : "XX000";
	copy_text(db->sqlstate, sizeof(db->sqlstate), state);
	copy_text(db->constraint, sizeof(db->constraint),
	    PQresultErrorField(res, PG_DIAG_CONSTRAINT_NAME));
	copy_text(
	    db->message, sizeof(db->message), text != NULL ? text : PQerrorMessage(db->conn));
	err = err_from_sqlstate(state);
	/* "cached plan must not change result type", told apart from other 0A000 in any language. */
	if (strcmp(state, "0A000") == 0 && function != NULL &&
	    strcmp(function, "RevalidateCachedQuery") == 0)
		err = ERR_RETRY;
	if (strcmp(state, "0A000") == 0 || strcmp(state, "26000") == 0)
		db->drop_plans = true;
	/* The primary message of our own mistakes names tables and columns; others may quote values. */
	if (err == ERR_INTERNAL)
		log_error("sql=%s sqlstate=%s constraint=%s message=\"%s\"", what, db->sqlstate,
		    db->constraint[0] != '\0' ? db->constraint : "-", db->message);
	else
		log_warn("sql=%s sqlstate=%s constraint=%s", what, db->sqlstate,
		    db->constraint[0] != '\0' ? db->constraint : "-");
	return err;
}

static void
on_notice(void *arg, const PGresult *res)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);

	(void)arg;
	log_warn("sql notice sqlstate=%s", state != NULL ? state : "-");
}

struct db *
db_new(const char *conninfo, int slots)
{
	struct db *db = calloc(1, sizeof(*db));

	if (db == NULL)
		abort();
	db->slots = slots > 0 ? slots : 1;
	db->timeout_ms = STATEMENT_TIMEOUT_MS;
	db->conninfo = strdup(conninfo);
	db->prepared = calloc((size_t)db->slots, sizeof(*db->prepared));
	if (db->conninfo == NULL || db->prepared == NULL)
		abort();
	return db;
}

void
db_free(struct db *db)
{
	if (db == NULL)
		return;
	PQfinish(db->conn);
	free(db->conninfo);
	free(db->prepared);
	free(db);
}

static enum err
connect_now(struct db *db)
{
	char options[320], seconds[16];
	const char *keys[] = { "dbname", "options", "client_encoding", "connect_timeout",
		"fallback_application_name", NULL };
	const char *values[] = { db->conninfo, options, "UTF8", seconds, "vinhdanh", NULL };

	snprintf(options, sizeof(options),
	    "-c statement_timeout=%d -c lock_timeout=5000"
	    " -c idle_in_transaction_session_timeout=60000 -c search_path=office,site -c TimeZone=UTC"
	    " -c client_min_messages=warning -c DateStyle=ISO -c IntervalStyle=postgres",
	    db->timeout_ms);
	snprintf(seconds, sizeof(seconds), "%d", CONNECT_TIMEOUT_S);
	disconnect(db);
	db->conn = PQconnectdbParams(keys, values, 1);
	if (PQstatus(db->conn) != CONNECTION_OK) {
		/* No result carries a SQLSTATE for a refused connection. */
		copy_text(db->sqlstate, sizeof(db->sqlstate), "08001");
		copy_text(db->message, sizeof(db->message), PQerrorMessage(db->conn));
		log_error("db connect failed: %s", db->message);
		disconnect(db);
		return ERR_UNAVAILABLE;
	}
	PQsetNoticeReceiver(db->conn, on_notice, NULL);
	return ERR_OK;
}

static bool
connection_lost(const struct db *db)
{
	return db->conn == NULL || PQstatus(db->conn) != CONNECTION_OK;
}

/* A command without parameters or rows. */
static enum err
command(struct db *db, const char *sql)
{
	PGresult *res = PQexec(db->conn, sql);
	enum err err = ERR_OK;

	if (PQresultStatus(res) != PGRES_COMMAND_OK)
		err = failed(db, sql, res);
	PQclear(res);
	return err;
}

static enum err
prepare(struct db *db, const struct stmt *s)
{
	PGresult *res;
	enum err err = ERR_OK;

	if (s->slot < 0 || s->slot >= db->slots || s->nparams > PARAM_MAX) {
		log_error("sql=%s slot %d or %d parameters out of range", s->name, s->slot,
		    s->nparams);
		return ERR_INTERNAL;
	}
	if (db->prepared[s->slot])
		return ERR_OK;
	res = PQprepare(db->conn, s->name, s->sql, s->nparams, s->types);
	if (PQresultStatus(res) == PGRES_COMMAND_OK)
		db->prepared[s->slot] = true;
	else
		err = failed(db, s->name, res);
	PQclear(res);
	return err;
}

struct bound {
	const char *values[PARAM_MAX];
	int lengths[PARAM_MAX], formats[PARAM_MAX];
};

static void
bind(struct bound *b, const struct stmt *s, const struct db_param *p)
{
	for (int i = 0; i < s->nparams; i++) {
		b->values[i] = p[i].p;
		b->lengths[i] = p[i].len;
		b->formats[i] = p[i].binary;
	}
}

/* BEGIN and the setup statement as one pipeline: one round trip. */
static enum err
begin_pipelined(struct db *db, const char *begin, const struct stmt *s,
    const struct db_param *p, PGresult **out)
{
	struct bound b;
	PGresult *res;
	enum err err = ERR_OK;
	int command_no = 0;

	bind(&b, s, p);
	if (PQenterPipelineMode(db->conn) != 1 ||
	    PQsendQueryParams(db->conn, begin, 0, NULL, NULL, NULL, NULL, 0) != 1 ||
	    PQsendQueryPrepared(
		db->conn, s->name, s->nparams, b.values, b.lengths, b.formats, 1) != 1 ||
	    PQpipelineSync(db->conn) != 1)
		return failed(db, s->name, NULL);
	/* Each command's results end with a NULL; the sync has none. */
	for (;;) {
		ExecStatusType status;

		res = PQgetResult(db->conn);
		if (res == NULL) {
			if (connection_lost(db) || ++command_no > 2) {
				if (err == ERR_OK)
					err = failed(db, s->name, NULL);
				break;
			}
			continue;
		}
		status = PQresultStatus(res);
		if (status == PGRES_PIPELINE_SYNC) {
			PQclear(res);
			break;
		}
		if (command_no == 1 &&
		    (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)) {
			PQclear(*out);
			*out = res;
			continue;
		}
		/* PGRES_PIPELINE_ABORTED follows an error already recorded. */
		if (status == PGRES_FATAL_ERROR && err == ERR_OK)
			err = failed(db, command_no == 0 ? begin : s->name, res);
		PQclear(res);
	}
	if (!connection_lost(db) && PQexitPipelineMode(db->conn) != 1)
		err = failed(db, s->name, NULL);
	if (err == ERR_OK && *out == NULL)
		err = ERR_INTERNAL;
	if (err != ERR_OK) {
		PQclear(*out);
		*out = NULL;
	}
	return err;
}

static enum err
begin_once(struct db *db, const char *begin, const struct stmt *setup, const struct db_param *p,
    PGresult **out)
{
	if (connection_lost(db))
		MUST(connect_now(db));
	if (setup == NULL)
		return command(db, begin);
	MUST(prepare(db, setup));
	return begin_pipelined(db, begin, setup, p, out);
}

enum err
db_begin(struct db *db, enum db_mode mode, const struct stmt *setup, const struct db_param *p,
    PGresult **res)
{
	const char *begin = mode == DB_READ_ONLY
	    ? "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"
	    : "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
	PGresult *first = NULL;
	enum err err;
	bool lost;

	if (res != NULL)
		*res = NULL;
	forget_failure(db);
	if (db->conn != NULL &&
	    (db->in_transaction || PQtransactionStatus(db->conn) != PQTRANS_IDLE)) {
		/* Whatever was left open must never be seen by the next visitor. */
		if (!connection_lost(db))
			log_error("db transaction left open; connection closed");
		disconnect(db);
	}
	db->in_transaction = db->savepoint = false;
	err = begin_once(db, begin, setup, p, &first);
	lost = err != ERR_OK && connection_lost(db) && err != ERR_UNAVAILABLE;
	if (lost || (err != ERR_OK && db->drop_plans)) {
		/* Nothing was done yet, so a restarted server or a migrated schema may be met again, once. */
		db_rollback(db);
		err = begin_once(db, begin, setup, p, &first);
	}
	if (err != ERR_OK) {
		lost = connection_lost(db);
		db_rollback(db);
		return lost ? ERR_UNAVAILABLE : err;
	}
	forget_failure(db);
	db->in_transaction = true;
	if (res != NULL)
		*res = first;
	else
		PQclear(first);
	return ERR_OK;
}

enum err
db_commit(struct db *db)
{
	PGresult *res;
	enum err err = ERR_OK;

	forget_failure(db);
	if (!db->in_transaction) {
		log_error("db commit without a transaction");
		return ERR_INTERNAL;
	}
	if (connection_lost(db)) {
		/* Lost before COMMIT was sent: nothing happened, trying again is safe. */
		db_rollback(db);
		return ERR_RETRY;
	}
	res = PQexec(db->conn, "COMMIT");
	if (PQresultStatus(res) != PGRES_COMMAND_OK) {
		err = failed(db, "COMMIT", res);
		/* Lost while waiting for the answer: it may have happened, so nobody retries by itself. */
		if (connection_lost(db))
			err = ERR_UNAVAILABLE;
	} else if (strcmp(PQcmdStatus(res), "COMMIT") != 0) {
		log_error("db commit of a failed transaction");
		err = ERR_INTERNAL;
	}
	PQclear(res);
	if (err != ERR_OK)
		db_rollback(db);
	db->in_transaction = db->savepoint = false;
	return err;
}

void
db_rollback(struct db *db)
{
	PGTransactionStatusType status;

	db->in_transaction = db->savepoint = false;
	if (db->conn == NULL)
		return;
	if (connection_lost(db) || PQpipelineStatus(db->conn) != PQ_PIPELINE_OFF) {
		disconnect(db);
		return;
	}
	status = PQtransactionStatus(db->conn);
	if (status == PQTRANS_INTRANS || status == PQTRANS_INERROR)
		PQclear(PQexec(db->conn, "ROLLBACK"));
	if (PQtransactionStatus(db->conn) != PQTRANS_IDLE) {
		disconnect(db);
		return;
	}
	if (db->drop_plans) {
		PQclear(PQexec(db->conn, "DEALLOCATE ALL"));
		memset(db->prepared, 0, sizeof(*db->prepared) * (size_t)db->slots);
		db->drop_plans = false;
	}
}

bool
db_in_transaction(const struct db *db)
{
	return db->in_transaction;
}

enum err
db_exec(struct db *db, const struct stmt *s, const struct db_param *p, PGresult **res)
{
	struct bound b;
	ExecStatusType status;
	enum err err;

	*res = NULL;
	forget_failure(db);
	if (!db->in_transaction) {
		log_error("sql=%s outside a transaction", s->name);
		return ERR_INTERNAL;
	}
	if (connection_lost(db)) {
		copy_text(db->sqlstate, sizeof(db->sqlstate), "08003");
		return ERR_RETRY;
	}
	MUST(prepare(db, s));
	bind(&b, s, p);
	*res = PQexecPrepared(db->conn, s->name, s->nparams, b.values, b.lengths, b.formats, 1);
	status = PQresultStatus(*res);
	if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
		return ERR_OK;
	err = failed(db, s->name, *res);
	PQclear(*res);
	*res = NULL;
	return err;
}

enum err
db_savepoint(struct db *db)
{
	enum err err;

	forget_failure(db);
	if (!db->in_transaction || connection_lost(db))
		return db->in_transaction ? ERR_RETRY : ERR_INTERNAL;
	/* One at a time: releasing the last keeps a loop over thousands of rows cheap. */
	err =
	    command(db, db->savepoint ? "RELEASE SAVEPOINT vd; SAVEPOINT vd" : "SAVEPOINT vd");
	if (err == ERR_OK)
		db->savepoint = true;
	return err;
}

void
db_rollback_to_savepoint(struct db *db)
{
	if (!db->savepoint || connection_lost(db))
		return;
	/* A failure leaves the transaction failed; the next statement reports that. */
	PQclear(PQexec(db->conn, "ROLLBACK TO SAVEPOINT vd"));
}

const char *
db_last_sqlstate(const struct db *db)
{
	return db->sqlstate;
}

const char *
db_last_constraint(const struct db *db)
{
	return db->constraint;
}

const char *
db_last_message(const struct db *db)
{
	return db->message;
}

PGconn *
db_conn(struct db *db)
{
	return db->conn;
}

bool
db_connected(const struct db *db)
{
	return !connection_lost(db);
}

enum err
db_listen(struct db *db, const char *channel)
{
	char sql[64];
	int len;

	if (connection_lost(db)) {
		MUST(db_begin(db, DB_READ_ONLY, NULL, NULL, NULL));
		MUST(db_commit(db));
	}
	if (db->listening)
		return ERR_OK;
	len = snprintf(sql, sizeof(sql), "listen %s", channel);
	assert(len > 0 && (size_t)len < sizeof(sql));
	MUST(command(db, sql));
	db->listening = true;
	return ERR_OK;
}

int
db_socket(const struct db *db)
{
	return connection_lost(db) ? -1 : PQsocket(db->conn);
}

void
db_drop_notices(struct db *db)
{
	PGnotify *notice;

	if (connection_lost(db) || !PQconsumeInput(db->conn))
		return; /* the next begin reconnects */
	while ((notice = PQnotifies(db->conn)) != NULL)
		PQfreemem(notice);
}

void
db_set_statement_timeout(struct db *db, int ms)
{
	db->timeout_ms = ms;
}

/* ---- parameters: text, except bytes ---- */

struct db_param
db_p_text(const char *s)
{
	return (struct db_param){ .p = s };
}

struct db_param
db_p_i64(struct arena *a, int64_t v)
{
	char text[24], *p = text + sizeof(text);
	uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;

	*--p = '\0';
	do
		*--p = (char)('0' + u % 10);
	while ((u /= 10) != 0);
	if (v < 0)
		*--p = '-';
	return (struct db_param){ .p = arena_memdup(a, p, (size_t)(text + sizeof(text) - p)) };
}

struct db_param
db_p_bool(bool v)
{
	return (struct db_param){ .p = v ? "t" : "f" };
}

struct db_param
db_p_bytes(struct bytes b)
{
	assert(b.n <= INT32_MAX);
	return (struct db_param){ .p = (const char *)b.p, .len = (int)b.n, .binary = true };
}

struct db_param
db_p_date(struct arena *a, struct date d)
{
	if (d.year == 0 && d.month == 0 && d.day == 0)
		return (struct db_param){ 0 };
	return (
	    struct db_param){ .p = arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day) };
}

struct db_param
db_p_timestamp(struct arena *a, struct timestamp t)
{
	int64_t us = t.us % 1000000;
	time_t seconds;
	struct tm tm;

	if (t.us == 0)
		return (struct db_param){ 0 };
	if (us < 0)
		us += 1000000;
	seconds = (time_t)((t.us - us) / 1000000);
	if (gmtime_r(&seconds, &tm) == NULL)
		return (struct db_param){
			.p = ""
		}; /* beyond any calendar: the server refuses it */
	return (struct db_param){ .p = arena_printf(a, "%04d-%02d-%02d %02d:%02d:%02d.%06d+00",
				      tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
				      tm.tm_min, tm.tm_sec, (int)us) };
}

struct db_param
db_p_double(struct arena *a, double v)
{
	return (struct db_param){ .p = arena_printf(a, "%.17g", v) };
}

/* ---- columns: binary ---- */

/* A length sqlgen did not promise means the statement and the build differ: stop at once. */
static void
demand(bool ok)
{
	if (!ok) {
		log_error("db column has an unexpected length");
		abort();
	}
}

static uint64_t
big_endian(const PGresult *res, int row, int col, int n)
{
	const char *p = PQgetvalue(res, row, col);
	uint64_t v = 0;

	for (int i = 0; i < n; i++)
		v = v << 8 | (unsigned char)p[i];
	return v;
}

bool
db_c_null(const PGresult *res, int row, int col)
{
	return PQgetisnull(res, row, col) == 1;
}

int64_t
db_c_i64(const PGresult *res, int row, int col)
{
	int n = PQgetlength(res, row, col);

	if (n == 8)
		return (int64_t)big_endian(res, row, col, 8);
	if (n == 4)
		return (int32_t)(uint32_t)big_endian(res, row, col, 4);
	demand(n == 2);
	return (int16_t)(uint16_t)big_endian(res, row, col, 2);
}

bool
db_c_bool(const PGresult *res, int row, int col)
{
	demand(PQgetlength(res, row, col) == 1);
	return PQgetvalue(res, row, col)[0] != 0;
}

double
db_c_double(const PGresult *res, int row, int col)
{
	uint64_t bits;
	double v;

	demand(PQgetlength(res, row, col) == 8);
	bits = big_endian(res, row, col, 8);
	memcpy(&v, &bits, sizeof(v));
	return v;
}

const char *
db_c_text(const PGresult *res, int row, int col, struct arena *a)
{
	if (PQgetisnull(res, row, col))
		return NULL;
	return arena_strndup(a, PQgetvalue(res, row, col), (size_t)PQgetlength(res, row, col));
}

struct bytes
db_c_bytes(const PGresult *res, int row, int col, struct arena *a)
{
	size_t n = (size_t)PQgetlength(res, row, col);

	if (PQgetisnull(res, row, col))
		return (struct bytes){ NULL, 0 };
	/* Empty is not NULL: one byte keeps the pointer. */
	if (n == 0)
		return (struct bytes){ arena_alloc(a, 1), 0 };
	return (struct bytes){ arena_memdup(a, PQgetvalue(res, row, col), n), n };
}

/* infinity and -infinity are "no date": an open end. */
struct date
db_c_date(const PGresult *res, int row, int col)
{
	int32_t days;

	if (PQgetisnull(res, row, col))
		return (struct date){ 0 };
	demand(PQgetlength(res, row, col) == 4);
	days = (int32_t)(uint32_t)big_endian(res, row, col, 4);
	if (days == INT32_MAX || days == INT32_MIN)
		return (struct date){ 0 };
	return date_from_days(days + EPOCH_DAYS);
}

struct timestamp
db_c_timestamp(const PGresult *res, int row, int col)
{
	int64_t us;

	if (PQgetisnull(res, row, col))
		return (struct timestamp){ 0 };
	demand(PQgetlength(res, row, col) == 8);
	us = (int64_t)big_endian(res, row, col, 8);
	if (us == INT64_MAX || us == INT64_MIN)
		return (struct timestamp){ 0 };
	return (struct timestamp){ us + EPOCH_US };
}

int
db_result_rows(const PGresult *res)
{
	return PQntuples(res);
}

void
db_result_free(PGresult *res)
{
	PQclear(res);
}
