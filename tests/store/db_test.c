/* The connection: recovers, never leaks a transaction, prepares once, names failures. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "support/db_fixture.h"
#include "support/unit.h"

enum { SLOTS = 8 };
#define STMT(n, slot_no, text) \
	static const struct stmt n = { .name = "test/" #n, .sql = text, .slot = slot_no }
static const Oid int8_type[] = { 20 };

STMT(one, 0, "select 1::bigint");
STMT(prepared_count, 1, "select count(*) from pg_prepared_statements where name = 'test/one'");
STMT(backend, 2, "select pg_backend_pid()");
STMT(settings, 3,
    "select current_setting('statement_timeout') || ' ' || current_setting('search_path') || ' '"
    " || current_setting('TimeZone') || ' ' || current_setting('transaction_read_only')");
STMT(insert_probe, 4, "insert into public.probe (n) values (1)");
STMT(plan_probe, 5, "select * from public.probe");
static const struct stmt divide = { "test/divide", "select 10 / $1", 1, int8_type, 6 };

static struct db *db;

static int
setup(void **state)
{
	db_fixture_setup(state);
	db = db_new(db_fixture.app_info, SLOTS);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	db_free(db);
	db = NULL;
	return 0;
}

/* Run s as its own transaction and give the first column as an integer. */
static int64_t
value_of(const struct stmt *s)
{
	PGresult *res;
	int64_t v;

	assert_int_equal(db_begin(db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_exec(db, s, NULL, &res), ERR_OK);
	v = db_c_i64(res, 0, 0);
	PQclear(res);
	assert_int_equal(db_commit(db), ERR_OK);
	return v;
}

/* As an administrator restarting the server does: FATAL 57P01, then the socket closes. */
static void
kill_backend(int64_t pid)
{
	char sql[128];

	snprintf(sql, sizeof(sql), "select pg_terminate_backend(%lld, 5000)", (long long)pid);
	assert_string_equal(db_fixture_text(sql), "t");
}

static void
connects_only_with_the_first_transaction(void **state)
{
	(void)state;
	assert_null(db_conn(db));
	assert_int_equal(value_of(&one), 1);
	assert_non_null(db_conn(db));
}

static void
begin_recovers_when_the_server_closed_the_connection(void **state)
{
	int64_t pid = value_of(&backend);

	(void)state;
	kill_backend(pid);
	assert_int_not_equal(value_of(&backend), pid);
}

static void
begin_with_setup_recovers_when_the_server_closed_the_connection(void **state)
{
	PGresult *res;
	int64_t pid = value_of(&backend);

	(void)state;
	kill_backend(pid);
	assert_int_equal(db_begin(db, DB_READ_ONLY, &backend, NULL, &res), ERR_OK);
	assert_int_not_equal(db_c_i64(res, 0, 0), pid);
	PQclear(res);
	assert_int_equal(db_commit(db), ERR_OK);
}

static void
a_connection_lost_inside_a_transaction_is_retry_and_heals_at_the_next_begin(void **state)
{
	PGresult *res;
	int64_t pid;

	(void)state;
	assert_int_equal(db_begin(db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_exec(db, &backend, NULL, &res), ERR_OK);
	pid = db_c_i64(res, 0, 0);
	PQclear(res);
	kill_backend(pid);
	assert_int_equal(db_exec(db, &one, NULL, &res), ERR_RETRY);
	assert_null(res);
	assert_int_equal(db_exec(db, &one, NULL, &res), ERR_RETRY);
	assert_int_equal(db_commit(db), ERR_RETRY);
	assert_false(db_in_transaction(db));
	assert_int_equal(value_of(&one), 1);
}

static void
a_connection_lost_at_commit_is_unavailable_not_retry(void **state)
{
	PGresult *res;

	(void)state;
	assert_int_equal(db_begin(db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_exec(db, &backend, NULL, &res), ERR_OK);
	kill_backend(db_c_i64(res, 0, 0));
	PQclear(res);
	assert_int_equal(db_commit(db), ERR_UNAVAILABLE);
	assert_int_equal(value_of(&one), 1);
}

static void
an_absent_server_is_unavailable_at_once(void **state)
{
	struct db *nobody = db_new("host=/nonexistent user=vd_app dbname=x", SLOTS);
	time_t before = time(NULL);

	(void)state;
	assert_int_equal(db_begin(nobody, DB_READ_ONLY, &one, NULL, NULL), ERR_UNAVAILABLE);
	assert_int_equal(db_begin(nobody, DB_READ_ONLY, NULL, NULL, NULL), ERR_UNAVAILABLE);
	assert_true(time(NULL) - before <= 1);
	assert_false(db_in_transaction(nobody));
	db_rollback(nobody);
	db_free(nobody);
}

static void
a_transaction_left_open_never_reaches_the_next_begin(void **state)
{
	PGresult *res;

	(void)state;
	assert_int_equal(db_begin(db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_exec(db, &insert_probe, NULL, &res), ERR_OK);
	PQclear(res);
	/* The handler forgot to end it. */
	assert_int_equal(db_begin(db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_commit(db), ERR_OK);
	assert_int_equal(db_fixture_int("select count(*) from public.probe"), 0);
}

static void
a_failed_transaction_does_not_commit_as_if_it_had_worked(void **state)
{
	struct db_param zero = db_p_text("0");
	PGresult *res;

	(void)state;
	assert_int_equal(db_begin(db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_exec(db, &divide, &zero, &res), ERR_INVALID);
	assert_int_equal(db_commit(db), ERR_INTERNAL);
	assert_int_equal(value_of(&one), 1);
}

static void
a_statement_is_prepared_once_per_connection(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++)
		assert_int_equal(value_of(&one), 1);
	assert_int_equal(value_of(&prepared_count), 1);
	kill_backend(value_of(&backend));
	assert_int_equal(value_of(&prepared_count), 0);
	assert_int_equal(value_of(&one), 1);
	assert_int_equal(value_of(&prepared_count), 1);
}

static void
begin_hands_over_the_result_of_the_setup_statement(void **state)
{
	struct db_param five = db_p_text("5");
	PGresult *res;

	(void)state;
	for (int i = 0; i < 2; i++) {
		assert_int_equal(db_begin(db, DB_READ_ONLY, &divide, &five, &res), ERR_OK);
		assert_int_equal(PQntuples(res), 1);
		assert_int_equal(db_c_i64(res, 0, 0), 2);
		PQclear(res);
		assert_true(db_in_transaction(db));
		assert_int_equal(db_exec(db, &one, NULL, &res), ERR_OK);
		PQclear(res);
		assert_int_equal(db_commit(db), ERR_OK);
	}
}

static void
a_failed_setup_statement_leaves_no_transaction(void **state)
{
	struct db_param zero = db_p_text("0");
	PGresult *res;

	(void)state;
	assert_int_equal(db_begin(db, DB_READ_ONLY, &divide, &zero, &res), ERR_INVALID);
	assert_null(res);
	assert_string_equal(db_last_sqlstate(db), "22012");
	assert_false(db_in_transaction(db));
	assert_int_equal(value_of(&one), 1);
}

static void
connection_settings_hold_and_read_only_is_read_only(void **state)
{
	PGresult *res;

	(void)state;
	assert_int_equal(db_begin(db, DB_READ_ONLY, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_exec(db, &settings, NULL, &res), ERR_OK);
	assert_string_equal(db_c_text(res, 0, 0, db_fixture.arena), "10s office,site UTC on");
	PQclear(res);
	assert_int_equal(db_exec(db, &insert_probe, NULL, &res), ERR_INTERNAL);
	assert_string_equal(db_last_sqlstate(db), "25006");
	db_rollback(db);
}

static void
a_statement_outside_a_transaction_is_refused(void **state)
{
	PGresult *res;

	(void)state;
	assert_int_equal(db_exec(db, &one, NULL, &res), ERR_INTERNAL);
	assert_int_equal(db_commit(db), ERR_INTERNAL);
}

static void
a_failure_after_a_savepoint_can_be_undone(void **state)
{
	struct db_param zero = db_p_text("0");
	PGresult *res;

	(void)state;
	assert_int_equal(db_begin(db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(db_savepoint(db), ERR_OK);
		assert_int_equal(db_exec(db, &divide, &zero, &res), ERR_INVALID);
		db_rollback_to_savepoint(db);
	}
	assert_int_equal(db_exec(db, &one, NULL, &res), ERR_OK);
	PQclear(res);
	assert_int_equal(db_commit(db), ERR_OK);
}

static void
a_plan_made_stale_by_a_migration_is_retry_once(void **state)
{
	PGresult *res;

	(void)state;
	assert_int_equal(db_begin(db, DB_READ_ONLY, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_exec(db, &plan_probe, NULL, &res), ERR_OK);
	PQclear(res);
	assert_int_equal(db_commit(db), ERR_OK);
	db_fixture_sql("alter table public.probe add column more text");
	assert_int_equal(db_begin(db, DB_READ_ONLY, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_exec(db, &plan_probe, NULL, &res), ERR_RETRY);
	db_rollback(db);
	assert_int_equal(db_begin(db, DB_READ_ONLY, NULL, NULL, NULL), ERR_OK);
	assert_int_equal(db_exec(db, &plan_probe, NULL, &res), ERR_OK);
	assert_int_equal(PQnfields(res), 2);
	PQclear(res);
	assert_int_equal(db_commit(db), ERR_OK);
	/* As the setup statement of begin nobody even notices. */
	db_fixture_sql("alter table public.probe drop column more");
	assert_int_equal(db_begin(db, DB_READ_ONLY, &plan_probe, NULL, &res), ERR_OK);
	assert_int_equal(PQnfields(res), 1);
	PQclear(res);
	db_rollback(db);
}

static void
every_sqlstate_has_its_err(void **state)
{
	static const struct {
		const char *sqlstate;
		enum err err;
	} cases[] = {
		{ "23505", ERR_CONFLICT },
		{ "23503", ERR_CONFLICT },
		{ "23P01", ERR_CONFLICT },
		{ "23514", ERR_INVALID },
		{ "23502", ERR_INVALID },
		{ "22001", ERR_INVALID },
		{ "22P02", ERR_INVALID },
		{ "40001", ERR_RETRY },
		{ "40P01", ERR_RETRY },
		{ "55P03", ERR_RETRY },
		{ "57014", ERR_UNAVAILABLE },
		{ "53300", ERR_UNAVAILABLE },
		{ "57P03", ERR_UNAVAILABLE },
		{ "42501", ERR_FORBIDDEN },
		{ "P0002", ERR_NOT_FOUND },
		{ "VD001", ERR_STALE },
		{ "VD002", ERR_CONFLICT },
		{ "VD003", ERR_TOO_MANY },
		{ "42703", ERR_INTERNAL },
		{ "P0001", ERR_INTERNAL },
		{ "XX000", ERR_INTERNAL },
	};
	static const struct stmt fail = { "test/fail", "select public.fail($1)", 1, NULL, 7 };
	PGresult *res;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct db_param p = db_p_text(cases[i].sqlstate);

		assert_int_equal(db_begin(db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
		if (db_exec(db, &fail, &p, &res) != cases[i].err)
			fail_msg("%s is not %s", cases[i].sqlstate, err_name(cases[i].err));
		assert_string_equal(db_last_sqlstate(db), cases[i].sqlstate);
		assert_string_equal(db_last_constraint(db), "probe_n_check");
		db_rollback(db);
	}
	assert_int_equal(value_of(&one), 1);
	assert_string_equal(db_last_sqlstate(db), "");
}

static void
values_survive_the_way_there_and_back(void **state)
{
	static const Oid all_types[] = { 20, 16, 17, 1082, 1184, 701, 25, 1082 };
	static const struct stmt all = { "test/all",
		"select $1, $2, $3, $4, $5, $6, $7, $8, 'infinity'::date", 8, all_types, 7 };
	static const unsigned char raw[] = { 0, 1, 255, '\'' };
	struct arena *a = *state;
	int64_t numbers[] = { 0, 1, -1, INT64_MAX, INT64_MIN };
	struct db_param p[8];
	struct timestamp t = { INT64_C(-1) };
	struct date d = { 2026, 2, 28 };
	struct bytes b;
	PGresult *res;

	assert_int_equal(db_begin(db, DB_READ_ONLY, NULL, NULL, NULL), ERR_OK);
	for (size_t i = 0; i < 5; i++) {
		p[0] = db_p_i64(a, numbers[i]);
		p[1] = db_p_bool(true);
		p[2] = db_p_bytes((struct bytes){ raw, sizeof(raw) });
		p[3] = db_p_date(a, d);
		p[4] = db_p_timestamp(a, t);
		p[5] = db_p_double(a, 0.1);
		p[6] = db_p_text("Nguyễn Thị Hòa");
		p[7] = db_p_date(a, (struct date){ 0 });
		assert_int_equal(db_exec(db, &all, p, &res), ERR_OK);
		assert_true(db_c_i64(res, 0, 0) == numbers[i]);
		assert_true(db_c_bool(res, 0, 1));
		b = db_c_bytes(res, 0, 2, a);
		assert_int_equal(b.n, sizeof(raw));
		assert_memory_equal(b.p, raw, sizeof(raw));
		assert_int_equal(date_cmp(db_c_date(res, 0, 3), d), 0);
		assert_true(db_c_timestamp(res, 0, 4).us == t.us);
		assert_true(db_c_double(res, 0, 5) == 0.1);
		assert_string_equal(db_c_text(res, 0, 6, a), "Nguyễn Thị Hòa");
		assert_true(db_c_null(res, 0, 7));
		assert_int_equal(db_c_date(res, 0, 7).year, 0);
		assert_int_equal(db_c_date(res, 0, 8).year, 0);
		PQclear(res);
	}
	db_rollback(db);
}

static int
group_setup(void **state)
{
	db_fixture_group_setup(state);
	db_fixture_sql(
	    "create table public.probe (n int);"
	    "grant select, insert on public.probe to vd_app;"
	    "create function public.fail(code text) returns int language plpgsql as"
	    " $$ begin raise exception using errcode = code, message = 'asked for', constraint = 'probe_n_check'; end $$;"
	    "grant execute on function public.fail(text) to vd_app");
	return 0;
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		T(connects_only_with_the_first_transaction),
		T(begin_recovers_when_the_server_closed_the_connection),
		T(begin_with_setup_recovers_when_the_server_closed_the_connection),
		T(a_connection_lost_inside_a_transaction_is_retry_and_heals_at_the_next_begin),
		T(a_connection_lost_at_commit_is_unavailable_not_retry),
		T(an_absent_server_is_unavailable_at_once),
		T(a_transaction_left_open_never_reaches_the_next_begin),
		T(a_failed_transaction_does_not_commit_as_if_it_had_worked),
		T(a_statement_is_prepared_once_per_connection),
		T(begin_hands_over_the_result_of_the_setup_statement),
		T(a_failed_setup_statement_leaves_no_transaction),
		T(connection_settings_hold_and_read_only_is_read_only),
		T(a_statement_outside_a_transaction_is_refused),
		T(a_failure_after_a_savepoint_can_be_undone),
		T(a_plan_made_stale_by_a_migration_is_retry_once),
		T(every_sqlstate_has_its_err),
		T(values_survive_the_way_there_and_back),
	};

	return cmocka_run_group_tests_name("db", tests, group_setup, db_fixture_group_teardown);
}
