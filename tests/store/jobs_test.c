/* Jobs: done once with what they did, retried later and later, dead in the end, safe against kill -9. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/db_fixture.h"
#include "support/unit.h"

#include "jobs/jobs.h"
#include "sql/all.h"

/* Each handler leaves an audit row, so that what was committed can be counted. */
static enum err
leave_trace(struct ctx *ctx)
{
	return audit_write(ctx, "test.effect", "job", 1, (struct unit_id){ 0 }, NULL);
}

static enum err
handler_good(struct ctx *ctx, const json_t *payload)
{
	(void)payload;
	return leave_trace(ctx);
}

static enum err
handler_bad(struct ctx *ctx, const json_t *payload)
{
	(void)payload;
	MUST(leave_trace(ctx));
	return ERR_INTERNAL;
}

static enum err
handler_who(struct ctx *ctx, const json_t *payload)
{
	(void)payload;
	assert_non_null(ctx->actor);
	assert_string_equal(ctx->actor->username, "nguoi-gui");
	assert_true((ctx->actor->roles & ROLE_BIT(ROLE_DRAFTER)) != 0);
	return leave_trace(ctx);
}

/* Says that its work is written but not committed, then waits to be killed. */
static int at_work[2];

static enum err
handler_hangs(struct ctx *ctx, const json_t *payload)
{
	(void)payload;
	MUST(leave_trace(ctx));
	if (write(at_work[1], "x", 1) != 1)
		return ERR_INTERNAL;
	for (;;)
		pause();
}

static const struct job_kind kinds[] = {
	{ "good", handler_good },
	{ "bad", handler_bad },
	{ "who", handler_who },
};
static const struct job_kind hanging_kinds[] = {
	{ "good", handler_hangs },
};

static struct app app;

static int
setup(void **state)
{
	db_fixture_setup(state);
	db_fixture_sql("delete from job");
	db_fixture_sql("delete from audit_log");
	app.db = db_fixture.app;
	return 0;
}

static void
queue(const char *kind)
{
	db_fixture_sql(
	    arena_printf(db_fixture.arena, "insert into job (kind) values ('%s')", kind));
}

static bool
run_next(void)
{
	bool ran;

	assert_int_equal(
	    jobs_run_next(&app, kinds, sizeof(kinds) / sizeof(kinds[0]), NULL, &ran), ERR_OK);
	return ran;
}

static int64_t
effects(void)
{
	return db_fixture_int("select count(*) from audit_log where action = 'test.effect'");
}

static void
a_job_is_marked_done_with_what_it_did(void **state)
{
	(void)state;
	queue("good");
	assert_true(run_next());
	assert_int_equal(effects(), 1);
	assert_string_equal(db_fixture_text("select state from job"), "done");
	assert_int_equal(db_fixture_int("select attempts from job"), 0);
	assert_false(run_next());
}

static void
nothing_is_run_when_nothing_is_due(void **state)
{
	(void)state;
	db_fixture_sql(
	    "insert into job (kind, run_after) values ('good', now() + interval '1 hour')");
	assert_false(run_next());
	assert_int_equal(effects(), 0);
}

static void
jobs_are_run_in_the_order_they_are_due(void **state)
{
	(void)state;
	db_fixture_sql(
	    "insert into job (kind, run_after) values ('good', now()), ('bad', now() - interval '1 hour')");
	assert_true(run_next());
	assert_string_equal(
	    db_fixture_text("select state from job where kind = 'good'"), "waiting");
}

static void
a_failed_job_leaves_nothing_and_waits(void **state)
{
	(void)state;
	queue("bad");
	assert_true(run_next());
	assert_int_equal(effects(), 0);
	assert_string_equal(db_fixture_text("select state from job"), "waiting");
	assert_int_equal(db_fixture_int("select attempts from job"), 1);
	assert_string_equal(db_fixture_text("select last_error from job"), "internal");
	assert_false(run_next());
}

static void
each_failure_waits_four_times_as_long_up_to_an_hour(void **state)
{
	static const int seconds[] = { 2, 8, 32, 128, 512, 2048, 3600 };
	size_t i;

	(void)state;
	queue("bad");
	for (i = 0; i < sizeof(seconds) / sizeof(seconds[0]); i++) {
		db_fixture_sql("update job set run_after = now()");
		assert_true(run_next());
		/* Within two seconds: the clock runs on while we look. */
		assert_in_range(
		    db_fixture_int(
			"select round(extract(epoch from run_after - now()))::bigint from job"),
		    seconds[i] - 2, seconds[i]);
	}
}

static void
the_eighth_failure_is_the_last(void **state)
{
	int i;

	(void)state;
	queue("bad");
	for (i = 0; i < JOBS_ATTEMPTS_MAX; i++) {
		assert_string_equal(db_fixture_text("select state from job"), "waiting");
		db_fixture_sql("update job set run_after = now()");
		assert_true(run_next());
	}
	assert_string_equal(db_fixture_text("select state from job"), "dead");
	assert_int_equal(
	    db_fixture_int("select count(*) from job where finished_at is not null"), 1);
	db_fixture_sql("update job set run_after = now()");
	assert_false(run_next());
}

static void
a_kind_without_handler_fails_by_name(void **state)
{
	(void)state;
	queue("nobody.knows");
	assert_true(run_next());
	assert_string_equal(
	    db_fixture_text("select last_error from job"), "no handler for this kind");
}

static void
a_job_acts_for_the_account_that_queued_it(void **state)
{
	(void)state;
	db_fixture_sql(
	    "insert into account (username, full_name) values ('nguoi-gui', 'Người gửi')"
	    " on conflict do nothing");
	db_fixture_sql(
	    "insert into role_grant (account_id, role, unit_id)"
	    " select a.id, 'drafter', u.id from account a, unit u where a.username = 'nguoi-gui' and u.code = '30307'"
	    " on conflict do nothing");
	db_fixture_sql(
	    "insert into job (kind, account_id) select 'who', id from account where username = 'nguoi-gui'");
	assert_true(run_next());
	assert_string_equal(
	    db_fixture_text("select coalesce(last_error, state::text) from job"), "done");
	assert_int_equal(
	    db_fixture_int(
		"select count(*) from audit_log l join account a on a.id = l.account_id"
		" where a.username = 'nguoi-gui' and l.action = 'test.effect'"),
	    1);
}

static void
a_job_of_a_locked_account_is_not_run(void **state)
{
	(void)state;
	db_fixture_sql(
	    "insert into account (username, full_name, active) values ('da-khoa', 'Đã khóa', false)"
	    " on conflict do nothing");
	db_fixture_sql(
	    "insert into job (kind, account_id) select 'good', id from account where username = 'da-khoa'");
	assert_true(run_next());
	assert_int_equal(effects(), 0);
	assert_string_equal(db_fixture_text("select last_error from job"),
	    "the account that queued it is locked");
}

static void
two_workers_never_run_one_job(void **state)
{
	struct app other = { .db = db_new(db_fixture.app_info, SQL_STMT_COUNT) };
	bool ran;

	(void)state;
	queue("good");
	/* Somebody else holds the row, as a worker in the middle of the job does. */
	assert_int_equal(db_begin(app.db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
	PQclear(PQexec(db_conn(app.db), "select id from office.job for update"));
	assert_int_equal(jobs_run_next(&other, kinds, 1, NULL, &ran), ERR_OK);
	assert_false(ran);
	db_rollback(app.db);
	assert_int_equal(jobs_run_next(&other, kinds, 1, NULL, &ran), ERR_OK);
	assert_true(ran);
	db_free(other.db);
}

static void
a_job_whose_worker_is_killed_is_done_exactly_once(void **state)
{
	struct app child_app = { 0 };
	char c;
	pid_t pid;
	int status, tries;
	bool ran = false;

	(void)state;
	queue("good");
	assert_int_equal(pipe(at_work), 0);
	if ((pid = fork()) == 0) {
		child_app.db = db_new(db_fixture.app_info, SQL_STMT_COUNT);
		_exit(
		    jobs_run_next(&child_app, hanging_kinds, 1, NULL, &ran) == ERR_OK ? 0 : 1);
	}
	assert_int_equal(read(at_work[0], &c, 1), 1);
	assert_int_equal(kill(pid, SIGKILL), 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	close(at_work[0]);
	close(at_work[1]);
	assert_int_equal(effects(), 0);

	/* The server notices within moments that nobody is there, and lets go of the row. */
	for (tries = 0; tries < 100 && !ran; tries++) {
		usleep(20000);
		ran = run_next();
	}
	assert_true(ran);
	assert_false(run_next());
	assert_int_equal(effects(), 1);
	assert_string_equal(db_fixture_text("select state from job"), "done");
}

static void
a_job_that_kills_its_workers_dies_too(void **state)
{
	struct job_id id;
	int i;

	(void)state;
	queue("good");
	id.v = db_fixture_int("select id from job");
	for (i = 0; i < JOBS_ATTEMPTS_MAX; i++)
		assert_int_equal(
		    jobs_record_failure(&app, id, "its worker died while running it"), ERR_OK);
	assert_string_equal(db_fixture_text("select state from job"), "dead");
	assert_int_equal(jobs_record_failure(&app, id, "once more"), ERR_OK);
	assert_int_equal(db_fixture_int("select attempts from job"), JOBS_ATTEMPTS_MAX);
}

static void
a_lost_database_is_not_the_jobs_fault(void **state)
{
	int64_t pid;
	bool ran;

	(void)state;
	queue("good");
	assert_int_equal(db_begin(app.db, DB_READ_ONLY, NULL, NULL, NULL), ERR_OK);
	pid = PQbackendPID(db_conn(app.db));
	db_rollback(app.db);
	db_fixture_sql(
	    arena_printf(db_fixture.arena, "select pg_terminate_backend(%d, 5000)", (int)pid));
	/* At once or at the next look, but without a failure counted. */
	(void)!jobs_run_next(&app, kinds, 1, NULL, &ran);
	if (!ran)
		assert_true(run_next());
	assert_int_equal(db_fixture_int("select attempts from job"), 0);
	assert_string_equal(db_fixture_text("select state from job"), "done");
}

static void
housekeeping_is_queued_once_an_hour(void **state)
{
	int64_t wait_ms;

	(void)state;
	assert_int_equal(jobs_plan(&app, &wait_ms), ERR_OK);
	assert_int_equal(wait_ms, 0);
	assert_int_equal(jobs_plan(&app, &wait_ms), ERR_OK);
	assert_int_equal(
	    db_fixture_int("select count(*) from job where kind = 'housekeeping'"), 1);
	db_fixture_sql(
	    "update job set state = 'done', finished_at = now() - interval '59 minutes'");
	assert_int_equal(jobs_plan(&app, &wait_ms), ERR_OK);
	assert_int_equal(wait_ms, -1);
	db_fixture_sql("update job set finished_at = now() - interval '61 minutes'");
	assert_int_equal(jobs_plan(&app, &wait_ms), ERR_OK);
	assert_int_equal(
	    db_fixture_int("select count(*) from job where kind = 'housekeeping'"), 2);
}

static void
housekeeping_removes_what_is_past_its_time(void **state)
{
	bool ran;

	(void)state;
	db_fixture_sql(
	    "insert into login_attempt (username, address, succeeded, at) values"
	    " ('ai-do', '10.0.0.1', false, now() - interval '2 days'), ('ai-do', '10.0.0.1', false, now())");
	queue("housekeeping");
	assert_int_equal(jobs_run_next(&app, job_kinds, job_kind_count, NULL, &ran), ERR_OK);
	assert_string_equal(
	    db_fixture_text("select coalesce(last_error, state::text) from job"), "done");
	assert_int_equal(
	    db_fixture_int("select count(*) from login_attempt where username = 'ai-do'"), 1);
}

static void
nothing_that_refers_to_a_job_keeps_housekeeping_from_removing_it(void **state)
{
	(void)state;
	assert_int_equal(
	    db_fixture_int(
		"select count(*) from pg_constraint"
		" where contype = 'f' and confrelid = 'office.job'::regclass and confdeltype not in ('n', 'c')"),
	    0);
}

static void
the_wait_ends_when_the_next_job_is_due(void **state)
{
	int64_t wait_ms;

	(void)state;
	db_fixture_sql(
	    "insert into job (kind, state, finished_at) values ('housekeeping', 'done', now())");
	db_fixture_sql(
	    "insert into job (kind, run_after) values ('good', now() + interval '10 seconds')");
	assert_int_equal(jobs_plan(&app, &wait_ms), ERR_OK);
	assert_in_range(wait_ms, 5000, 10000);
}

#define JOBS_TEST(f) cmocka_unit_test_setup_teardown(f, setup, db_fixture_rollback)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		JOBS_TEST(a_job_is_marked_done_with_what_it_did),
		JOBS_TEST(nothing_is_run_when_nothing_is_due),
		JOBS_TEST(jobs_are_run_in_the_order_they_are_due),
		JOBS_TEST(a_failed_job_leaves_nothing_and_waits),
		JOBS_TEST(each_failure_waits_four_times_as_long_up_to_an_hour),
		JOBS_TEST(the_eighth_failure_is_the_last),
		JOBS_TEST(a_kind_without_handler_fails_by_name),
		JOBS_TEST(a_job_acts_for_the_account_that_queued_it),
		JOBS_TEST(a_job_of_a_locked_account_is_not_run),
		JOBS_TEST(two_workers_never_run_one_job),
		JOBS_TEST(a_job_whose_worker_is_killed_is_done_exactly_once),
		JOBS_TEST(a_job_that_kills_its_workers_dies_too),
		JOBS_TEST(a_lost_database_is_not_the_jobs_fault),
		JOBS_TEST(housekeeping_is_queued_once_an_hour),
		JOBS_TEST(housekeeping_removes_what_is_past_its_time),
		JOBS_TEST(nothing_that_refers_to_a_job_keeps_housekeeping_from_removing_it),
		JOBS_TEST(the_wait_ends_when_the_next_job_is_due),
	};

	return cmocka_run_group_tests_name(
	    "jobs", tests, db_fixture_group_setup, db_fixture_group_teardown);
}
