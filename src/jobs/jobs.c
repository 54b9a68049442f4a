/* The life of one job: claim, identity, handler, mark, commit; or roll back and count the failure. */
#include "jobs/jobs.h"

#include <inttypes.h>
#include <stdio.h>

#include "core/log.h"
#include "core/str.h"
#include "sql/jobs.h"

static const struct job_kind *
kind_find(const struct job_kind *kinds, size_t n, const char *kind)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (str_eq(kinds[i].kind, kind))
			return &kinds[i];
	}
	return NULL;
}

/* True when the failure says nothing about the job: no connection, or a conflict with somebody else. */
static bool
database_is_away(struct db *db, enum err err)
{
	return err == ERR_RETRY || !db_connected(db);
}

/* The identity of whoever queued the job; *actor stays NULL for the system's own. */
static enum err
job_identity(struct ctx *ctx, const struct sql_jobs_claim_row *job, const struct actor **actor)
{
	struct sql_jobs_assume_params assume = { .account_id = job->account_id };
	struct sql_jobs_assume_row assumed;
	struct sql_jobs_actor_params params = { .account_id = job->account_id };
	struct sql_jobs_actor_row row;
	struct actor *a;
	bool found;

	if (job->account_id_null)
		return ERR_OK;
	MUST(sql_jobs_assume(ctx->db, ctx->arena, &assume, &assumed));
	MUST(sql_jobs_actor(ctx->db, ctx->arena, &params, &row, &found));
	if (!found)
		return ERR_FORBIDDEN;
	a = ARENA_NEW(ctx->arena, struct actor);
	a->account_id = row.account_id;
	a->username = row.username;
	a->full_name = row.full_name;
	a->roles = (uint32_t)row.roles;
	*actor = a;
	return ERR_OK;
}

/* Everything of a claimed job but the commit; *why is set when it fails. */
static enum err
job_run(struct ctx *ctx, const struct sql_jobs_claim_row *job, const struct job_kind *kind,
    const char **why)
{
	struct sql_jobs_done_params done = { .job_id = job->job_id };
	json_error_t json_error;
	json_t *payload = NULL;
	enum err err;

	if (kind == NULL) {
		*why = "no handler for this kind";
		return ERR_INTERNAL;
	}
	if ((payload = json_loads(job->payload, 0, &json_error)) == NULL) {
		*why = arena_printf(ctx->arena, "payload: %s", json_error.text);
		return ERR_INTERNAL;
	}
	if ((err = job_identity(ctx, job, &ctx->actor)) != ERR_OK) {
		*why = "the account that queued it is locked";
		goto out;
	}
	if ((err = kind->handler(ctx, payload)) != ERR_OK) {
		const char *message = db_last_message(ctx->db);

		*why = message[0] != '\0'
		    ? arena_printf(ctx->arena, "%s: %s", err_name(err), message)
		    : err_name(err);
		goto out;
	}
	if ((err = sql_jobs_done(ctx->db, ctx->arena, &done, NULL)) != ERR_OK)
		*why = arena_printf(ctx->arena, "%s at the end", err_name(err));
out:
	json_decref(payload);
	return err;
}

enum err
jobs_run_next(struct app *app, const struct job_kind *kinds, size_t nkinds,
    volatile int64_t *current, bool *ran)
{
	struct arena *arena = arena_new();
	struct sql_jobs_claim_row job;
	struct ctx ctx = { 0 };
	const char *why = "";
	bool found = false, away;
	enum err err;

	*ran = false;
	if ((err = db_begin(app->db, DB_READ_WRITE, NULL, NULL, NULL)) != ERR_OK)
		goto out;
	if ((err = sql_jobs_claim(app->db, arena, &job, &found)) != ERR_OK || !found)
		goto out;
	*ran = true;
	if (current != NULL)
		*current = job.job_id.v;

	ctx.app = app;
	ctx.db = app->db;
	ctx.arena = arena;
	ctx.now = clock_now();
	ctx.lang = LANG_VI;
	ctx.address = "";
	ctx.request_id = arena_printf(arena, "job-%" PRId64, job.job_id.v);
	log_set_context(arena_printf(arena, "job=%" PRId64 " kind=%s attempt=%d", job.job_id.v,
	    job.kind, (int)job.attempts + 1));

	err = job_run(&ctx, &job, kind_find(kinds, nkinds, job.kind), &why);
	if (err == ERR_OK && (err = db_commit(app->db)) != ERR_OK)
		why = "commit failed";
	if (err == ERR_OK) {
		log_info("done");
	} else {
		log_warn("failed: %s", why);
		away = database_is_away(app->db, err);
		db_rollback(app->db);
		/* Not the job's fault then: it keeps the attempts it had. */
		if (!away)
			err = jobs_record_failure(app, job.job_id, why);
	}
out:
	if (db_in_transaction(app->db))
		db_rollback(app->db);
	if (current != NULL)
		*current = 0;
	log_set_context(NULL);
	arena_free(arena);
	return err;
}

enum err
jobs_record_failure(struct app *app, struct job_id job_id, const char *why)
{
	struct sql_jobs_failed_params params = { 0 };
	struct arena *arena = arena_new();
	enum err err;

	params.job_id = job_id;
	params.message = why;
	params.limit = JOBS_ATTEMPTS_MAX;
	if ((err = db_begin(app->db, DB_READ_WRITE, NULL, NULL, NULL)) == ERR_OK &&
	    (err = sql_jobs_failed(app->db, arena, &params, NULL)) == ERR_OK)
		err = db_commit(app->db);
	if (err != ERR_OK)
		db_rollback(app->db);
	arena_free(arena);
	return err;
}

enum err
jobs_plan(struct app *app, int64_t *wait_ms)
{
	struct arena *arena = arena_new();
	struct sql_jobs_next_due_row row;
	bool found = false;
	enum err err;

	*wait_ms = -1;
	if ((err = db_begin(app->db, DB_READ_WRITE, NULL, NULL, NULL)) == ERR_OK &&
	    (err = sql_jobs_housekeeping_queue(app->db, arena, NULL)) == ERR_OK &&
	    (err = sql_jobs_next_due(app->db, arena, &row, &found)) == ERR_OK)
		err = db_commit(app->db);
	if (err != ERR_OK)
		db_rollback(app->db);
	else if (found)
		*wait_ms = row.wait_ms;
	arena_free(arena);
	return err;
}
