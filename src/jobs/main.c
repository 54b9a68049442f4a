/*
 * vinhdanh-jobs: the second process.
 *
 * A small parent keeps one worker alive.  The worker waits for NOTIFY job (or the next due time) and
 * runs what is due.  Should a job kill its worker, the parent knows which one it was and the next
 * worker counts a failure for it, so that a poisonous job dies after its attempts instead of
 * keeping everything else from being done.
 */
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/log.h"
#include "core/str.h"
#include "jobs/jobs.h"
#include "mail/mail_op.h"
#include "sql/all.h"

#define IDLE_MS      60000 /* look at least so often, also when no notice came */
#define AWAY_MS      1000 /* between two tries to reach the database */
#define STATEMENT_MS 60000 /* nobody waits at a browser here */

/* In memory the parent and its worker share. */
struct shared {
	volatile int64_t current; /* job being run, 0 for none */
	volatile int64_t
	    killer; /* job that killed a worker and is not yet marked, 0 for none */
};

static volatile sig_atomic_t stopping;
static sigset_t waiting_mask; /* signals are let in only while we wait */

static void
on_stop(int sig)
{
	(void)sig;
	stopping = 1;
}

static void
on_child(int sig)
{
	(void)sig;
}

/* TERM, INT and CHLD stay blocked except inside wait_for: none is missed between a check and a wait. */
static void
signals_prepare(void)
{
	struct sigaction sa;
	sigset_t blocked;

	memset(&sa, 0, sizeof(sa));
	sigemptyset(&sa.sa_mask);
	sa.sa_handler = on_stop;
	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	sigaction(SIGHUP, &sa, NULL);
	sa.sa_handler = on_child;
	sigaction(SIGCHLD, &sa, NULL);
	signal(SIGPIPE, SIG_IGN);

	sigemptyset(&blocked);
	sigaddset(&blocked, SIGTERM);
	sigaddset(&blocked, SIGINT);
	sigaddset(&blocked, SIGHUP);
	sigaddset(&blocked, SIGCHLD);
	sigprocmask(SIG_BLOCK, &blocked, &waiting_mask);
	sigdelset(&waiting_mask, SIGTERM);
	sigdelset(&waiting_mask, SIGINT);
	sigdelset(&waiting_mask, SIGHUP);
	sigdelset(&waiting_mask, SIGCHLD);
}

/* Until fd (-1: none) is readable, a signal comes or ms are over. */
static void
wait_for(int fd, int64_t ms)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	struct timespec t = { .tv_sec = ms / 1000, .tv_nsec = (ms % 1000) * 1000000 };

	if (!stopping)
		(void)ppoll(&p, fd < 0 ? 0 : 1, &t, &waiting_mask);
}

/* -- worker ----------------------------------------------------------------------------------- */

static void
send_by_smtp(void *arg, const struct mail_message *m, struct mail_outcome *out)
{
	smtp_send(arg, m, out);
}

/*
 * One look at the queue and the outbox: returns how long to wait before the next.  A mail goes out only when no
 * job is due, so that a slow mail server delays a job by one mail at most.
 */
static enum err
worker_turn(struct app *app, struct shared *shared, struct smtp *smtp, int64_t *wait_ms)
{
	bool ran;

	MUST(db_listen(app->db, "job"));
	do {
		MUST(jobs_run_next(app, job_kinds, job_kind_count, &shared->current, &ran));
		if (!ran && smtp != NULL && !stopping)
			MUST(mail_op_send_next(app, send_by_smtp, smtp, &ran));
	} while (ran && !stopping);
	MUST(jobs_plan(app, wait_ms));
	return smtp != NULL ? mail_op_plan(app, wait_ms) : ERR_OK;
}

/* The mail server of the settings; without one notices wait in the outbox, and the administrator's pages say so. */
static struct smtp *
mail_server(void)
{
	struct arena *a = arena_new();
	const char *why;
	struct smtp *smtp = smtp_from_environment(a, &why);

	if (smtp != NULL)
		log_info("mail goes out as %s", smtp_sender(smtp));
	else if (why != NULL)
		log_error("no mail goes out: %s", why);
	else
		log_info("no mail goes out: VD_SMTP_URL is not set");
	arena_free(a);
	return smtp;
}

static int
worker(struct app *app, struct shared *shared)
{
	struct smtp *smtp = mail_server();
	int64_t wait_ms;
	bool away = false, told = false;
	enum err err;

	app->db = db_new(getenv("VD_APP_DB"), SQL_STMT_COUNT);
	db_set_statement_timeout(app->db, STATEMENT_MS);
	while (!stopping) {
		err = ERR_OK;
		if (shared->killer != 0) {
			err = jobs_record_failure(app, (struct job_id){ shared->killer },
			    "its worker died while running it");
			if (err == ERR_OK)
				shared->killer = 0;
		}
		if (err == ERR_OK && !told) {
			err = mail_op_seen(app, smtp != NULL ? smtp_sender(smtp) : NULL);
			told = err == ERR_OK;
		}
		if (err == ERR_OK)
			err = worker_turn(app, shared, smtp, &wait_ms);
		if (err != ERR_OK) {
			if (!away)
				log_warn("database away: %s %s", err_name(err),
				    db_last_message(app->db));
			away = true;
			wait_for(-1, AWAY_MS);
			continue;
		}
		if (away)
			log_info("database back");
		away = false;
		if (wait_ms < 0 || wait_ms > IDLE_MS)
			wait_ms = IDLE_MS;
		if (wait_ms > 0) {
			wait_for(db_socket(app->db), wait_ms);
			db_drop_notices(app->db);
		}
	}
	db_free(app->db);
	smtp_free(smtp);
	return 0;
}

/* -- parent ----------------------------------------------------------------------------------- */

static pid_t
worker_start(struct app *app, struct shared *shared)
{
	pid_t parent = getpid(), pid;

	if ((pid = fork()) != 0)
		return pid;
	/* No orphan goes on working beside a new parent's worker. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1);
	exit(worker(app, shared));
}

static int
parent(struct app *app)
{
	struct shared *shared;
	pid_t pid = -1;
	bool told = false;
	int status;

	shared = mmap(
	    NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED) {
		log_error("mmap: %s", strerror(errno));
		return 1;
	}
	for (;;) {
		if (pid == -1) {
			if (stopping)
				return 0;
			if ((pid = worker_start(app, shared)) == -1) {
				log_error("fork: %s", strerror(errno));
				wait_for(-1, AWAY_MS);
				continue;
			}
		}
		if (stopping && !told) {
			kill(pid, SIGTERM); /* it finishes the job in hand and leaves */
			told = true;
		}
		if (waitpid(pid, &status, WNOHANG) == pid) {
			pid = -1;
			if (stopping)
				return 0;
			if (WIFSIGNALED(status))
				log_error("worker died: signal=%d job=%" PRId64,
				    WTERMSIG(status), shared->current);
			else
				log_error("worker left: status=%d job=%" PRId64,
				    WEXITSTATUS(status), shared->current);
			if (shared->current != 0)
				shared->killer = shared->current;
			shared->current = 0;
			wait_for(-1, 200);
			continue;
		}
		if (stopping) {
			struct timespec t = { .tv_nsec = 50 * 1000000 };

			nanosleep(&t, NULL);
		} else {
			wait_for(-1, IDLE_MS);
		}
	}
}

int
main(int argc, char **argv)
{
	struct app app = { 0 };
	const char *origin;

	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		puts(
		    "usage: vinhdanh-jobs\n"
		    "Runs queued jobs and sends queued mail until TERM.  Environment: VD_APP_DB (connection),\n"
		    "VD_ORIGIN (address), VD_CLAMD (socket of clamd; without it files are not scanned);\n"
		    "VD_SMTP_URL, VD_SMTP_FROM, VD_SMTP_USER, VD_SMTP_PASSWORD_FILE, VD_SMTP_TLS, VD_SMTP_CA\n"
		    "(mail server; without it notices wait).");
		return 0;
	}
	if (argc != 1 || getenv("VD_APP_DB") == NULL) {
		fputs(
		    "vinhdanh-jobs: takes no arguments and needs VD_APP_DB in its environment\n",
		    stderr);
		return 2;
	}
	origin = getenv("VD_ORIGIN");
	app.origin = origin != NULL ? origin : "http://127.0.0.1:8080";
	app.clamd = getenv("VD_CLAMD");
	if (str_empty(app.clamd))
		app.clamd = NULL;
	setvbuf(stderr, NULL, _IOLBF, 0);
	signals_prepare();
	return parent(&app);
}
