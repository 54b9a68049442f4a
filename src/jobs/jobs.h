/* Work that can wait: claims queued jobs one by one and runs their handlers, each in one transaction. */
#ifndef JOBS_JOBS_H
#define JOBS_JOBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include "app/app.h"

/* A job is given up for dead after so many failures; the administrator sees it then. */
#define JOBS_ATTEMPTS_MAX	8

/*
 * A handler works inside the job's transaction, under the identity of the account that queued it
 * (ctx->actor, NULL for the system's own jobs).  ERR_OK commits its work and the mark "done"
 * together; anything else rolls all of it back and the job is tried again later.  Because a
 * killed worker also rolls back, what a handler does in the database happens exactly once; what it
 * does outside happens at least once.  payload is borrowed.  Trouble with anything but our database
 * is ERR_INTERNAL: ERR_RETRY would try again at once, without counting.
 */
typedef enum err job_handler(struct ctx *, const json_t *payload);

struct job_kind {
	const char	*kind;		/* office.job.kind, for example "publication.render" */
	job_handler	*handler;
};

/* All kinds there are, in handlers.c; tests bring their own table. */
extern const struct job_kind job_kinds[];
extern const size_t job_kind_count;

/*
 * Run the next due job, if any: *ran tells.  current (may be NULL) holds the job's id while its
 * handler runs, for whoever watches this process die.  A failing job is not an error of this
 * function; an error means the database does not answer now, or that the job has to wait for it.
 */
enum err	 jobs_run_next(struct app *, const struct job_kind *, size_t nkinds,
		    volatile int64_t *current, bool *ran) MUST_CHECK;
/* Count a failure of a job outside its own transaction, for example of one that killed its worker. */
enum err	 jobs_record_failure(struct app *, struct job_id, const char *why) MUST_CHECK;
/* Queue housekeeping when it is due; *wait_ms: until the next job is due, -1 when none waits. */
enum err	 jobs_plan(struct app *, int64_t *wait_ms) MUST_CHECK;

#endif
