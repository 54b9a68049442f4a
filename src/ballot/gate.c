/* Running belenios-tool, confined, and judging what it says. */
#include "gate.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "file.h"

enum {
	CPU_SECONDS = 600,
	MEMORY_MIB = 1024,
	WALL_SECONDS = 900,
	VERSION_SECONDS = 10,
	STATUS_KILLED = -1,
};

static const char default_tool[] = "/usr/bin/belenios-tool";
/* The tool says "2.0 (20230102)"; other versions write other archives. */
static const char known_version[] = "2.0";

static double
now(void)
{
	struct timespec ts;

	(void)clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

/* Keep the last bytes of what is written. */
static void
keep_tail(char *tail, size_t size, const char *p, size_t n)
{
	size_t have = strlen(tail), drop;

	if (n >= size) {
		p += n - (size - 1);
		n = size - 1;
	}
	if (have + n >= size) {
		drop = have + n - (size - 1);
		memmove(tail, tail + drop, have - drop);
		have -= drop;
	}
	memcpy(tail + have, p, n);
	tail[have + n] = '\0';
}

/* Read until the other end closes or time is over; false when it is over. */
static bool
drain(int fd, double deadline, char *tail, size_t size)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	char buf[1024];
	ssize_t n;
	double left;

	for (;;) {
		if ((left = deadline - now()) <= 0)
			return false;
		if (poll(&p, 1, left > 1 ? 1000 : (int)(left * 1000) + 1) < 1)
			continue;
		n = read(fd, buf, sizeof(buf));
		if (n == -1 && errno == EINTR)
			continue;
		if (n <= 0)
			return true;
		keep_tail(tail, size, buf, (size_t)n);
	}
}

/*
 * Wait for pid, killing it at the deadline.  Before it is reaped, so while its
 * number cannot belong to anybody else, its children are killed with it.
 */
static int
reap(pid_t pid, double deadline)
{
	const struct timespec pause = { .tv_nsec = 20000000 };
	siginfo_t info = { .si_pid = 0 };
	int status = 0;

	for (;;) {
		if (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == -1 &&
		    errno != EINTR)
			return STATUS_KILLED;
		if (info.si_pid == pid)
			break;
		if (now() > deadline)
			(void)kill(-pid, SIGKILL);
		(void)nanosleep(&pause, NULL);
	}
	(void)kill(-pid, SIGKILL);
	if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return STATUS_KILLED;
	return WEXITSTATUS(status);
}

/* Spawn argv in a group of its own; standard output and error into fd. */
static int
spawn(char *const argv[], const char *home, int fd, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	char home_env[300];
	char *env[] = { home_env, (char[]){ "PATH=/usr/bin:/bin" },
		(char[]){ "LC_ALL=C.UTF-8" }, (char[]){ "BELENIOS_USE_URANDOM=1" }, NULL };
	sigset_t none;
	int rc;

	(void)snprintf(home_env, sizeof(home_env), "HOME=%s", home);
	(void)sigemptyset(&none);
	if ((rc = posix_spawn_file_actions_init(&actions)) != 0)
		return rc;
	if ((rc = posix_spawnattr_init(&attr)) != 0) {
		(void)posix_spawn_file_actions_destroy(&actions);
		return rc;
	}
	if ((rc = posix_spawn_file_actions_addchdir_np(&actions, home)) == 0 &&
	    (rc = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)) ==
		0 &&
	    (rc = posix_spawn_file_actions_adddup2(&actions, fd, 1)) == 0 &&
	    (rc = posix_spawn_file_actions_adddup2(&actions, fd, 2)) == 0 &&
	    (rc = posix_spawn_file_actions_addclosefrom_np(&actions, 3)) == 0 &&
	    (rc = posix_spawnattr_setsigmask(&attr, &none)) == 0 &&
	    (rc = posix_spawnattr_setpgroup(&attr, 0)) == 0 &&
	    (rc = posix_spawnattr_setflags(
		 &attr, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK)) == 0)
		rc = posix_spawn(pid, argv[0], &actions, &attr, argv, env);
	(void)posix_spawnattr_destroy(&attr);
	(void)posix_spawn_file_actions_destroy(&actions);
	return rc;
}

/* Run argv to its end; exit status, or STATUS_KILLED, in *status. */
static enum bel_err
run(char *const argv[], const char *home, long seconds, char *tail, size_t size, int *status,
    struct bel_why *why)
{
	double deadline = now() + (double)seconds;
	pid_t pid;
	int fds[2], rc;

	tail[0] = '\0';
	if (pipe2(fds, O_CLOEXEC) == -1)
		return bel_fail(why, BEL_SYSTEM, "pipe: %s", strerror(errno));
	rc = spawn(argv, home, fds[1], &pid);
	(void)close(fds[1]);
	if (rc != 0) {
		(void)close(fds[0]);
		return bel_fail(why, BEL_SYSTEM, "%s: %s", argv[0], strerror(rc));
	}
	(void)drain(fds[0], deadline, tail, size);
	(void)close(fds[0]);
	*status = reap(pid, deadline);
	return BEL_OK;
}

static enum bel_err
check_tool(const char *tool, const char *home, struct bel_gate_report *r, struct bel_why *why)
{
	char path[PATH_MAX], *argv[] = { path, (char[]){ "--version" }, NULL };
	size_t n = sizeof(known_version) - 1;
	enum bel_err err;
	int status = 0;

	if (access(tool, X_OK) == -1)
		return bel_fail(why, BEL_NO_TOOL,
		    "belenios-tool is not installed (%s): run `apt install belenios-tool`; "
		    "until then no session can be closed",
		    tool);
	(void)snprintf(path, sizeof(path), "%s", tool);
	if ((err = run(argv, home, VERSION_SECONDS, r->tool_version, sizeof(r->tool_version),
		 &status, why)) != BEL_OK)
		return err;
	r->tool_version[strcspn(r->tool_version, "\n")] = '\0';
	if (status != 0 || strncmp(r->tool_version, known_version, n) != 0 ||
	    (r->tool_version[n] != ' ' && r->tool_version[n] != '\0'))
		return bel_fail(why, BEL_TOOL_VERSION,
		    "belenios-tool says it is version \"%s\"; archives of this application "
		    "need version %s, as Debian 12 packages it",
		    r->tool_version, known_version);
	return BEL_OK;
}

static enum bel_err
run_verify(const char *tool, const char *home, const struct bel_gate_options *o,
    struct bel_gate_report *r, struct bel_why *why)
{
	char cpu[40], memory[40], path[PATH_MAX];
	char *argv[] = { (char[]){ "/usr/bin/prlimit" }, cpu, memory, (char[]){ "--core=0" },
		(char[]){ "--" }, path, (char[]){ "election" }, (char[]){ "verify" },
		(char[]){ "--dir" }, (char[]){ "." }, NULL };
	double start = now();
	enum bel_err err;
	int status = 0;

	(void)snprintf(cpu, sizeof(cpu), "--cpu=%ld",
	    o->cpu_seconds > 0 ? o->cpu_seconds : (long)CPU_SECONDS);
	(void)snprintf(memory, sizeof(memory), "--as=%lld",
	    (o->memory_mib > 0 ? o->memory_mib : (long long)MEMORY_MIB) * 1024 * 1024);
	(void)snprintf(path, sizeof(path), "%s", tool);
	if (access(argv[0], X_OK) == -1)
		return bel_fail(
		    why, BEL_SYSTEM, "%s is missing: limits cannot be set", argv[0]);
	if ((err = run(argv, home, o->wall_seconds > 0 ? o->wall_seconds : (long)WALL_SECONDS,
		 r->tool_says, sizeof(r->tool_says), &status, why)) != BEL_OK)
		return err;
	r->seconds = now() - start;
	if (status == STATUS_KILLED)
		return bel_fail(why, BEL_TOOL_REFUSED,
		    "belenios-tool was stopped by a limit or a signal after %.1f s",
		    r->seconds);
	if (status != 0)
		return bel_fail(why, BEL_TOOL_REFUSED, "belenios-tool refused (exit %d): %s",
		    status, r->tool_says);
	if (strstr(r->tool_says, "all checks passed") == NULL)
		return bel_fail(why, BEL_TOOL_REFUSED,
		    "belenios-tool did not say that all checks passed: %s", r->tool_says);
	return BEL_OK;
}

/* The tool on a copy of the archive, in a folder of its own. */
static enum bel_err
run_tool(struct bel_span archive, const struct bel_gate_options *o, struct bel_gate_report *r,
    struct bel_why *why)
{
	const char *tool = o->tool != NULL ? o->tool : default_tool;
	char home[256], path[512];
	enum bel_err err;
	bool written = false;

	(void)snprintf(home, sizeof(home), "%s/ballot-gate-XXXXXX",
	    o->scratch != NULL ? o->scratch : "/tmp");
	if (mkdtemp(home) == NULL)
		return bel_fail(why, BEL_SYSTEM, "%s: %s", home, strerror(errno));
	/* uuid is Base58, so it is a safe file name. */
	(void)snprintf(path, sizeof(path), "%s/%s.bel", home, r->check.election->uuid);
	if ((err = check_tool(tool, home, r, why)) != BEL_OK)
		goto out;
	written = true;
	if ((err = bel_file_write(path, archive, why)) == BEL_OK)
		err = run_verify(tool, home, o, r, why);
out:
	if (written)
		(void)unlink(path);
	if (rmdir(home) == -1 && err == BEL_OK)
		err = bel_fail(why, BEL_SYSTEM, "%s: %s", home, strerror(errno));
	return err;
}

enum bel_err
bel_gate_run(enum bel_gate gate, struct bel_span archive, const struct bel_gate_options *o,
    struct bel_gate_report *r, struct bel_why *why)
{
	enum bel_event_type wanted =
	    gate == BEL_GATE_RESULT ? BEL_RESULT_EVENT : BEL_ENCRYPTED_TALLY;
	enum bel_err err;

	*r = (struct bel_gate_report){ .seconds = 0 };
	why->text[0] = '\0';
	err = bel_check(archive, &o->check, &r->check, why);
	if (err != BEL_OK && err != BEL_UNFINISHED)
		return err;
	if (r->check.last != wanted)
		return bel_fail(why, BEL_UNFINISHED,
		    "the archive is at the stage \"%s\", the gate wants \"%s\"",
		    bel_stage_text(r->check.last), bel_stage_text(wanted));
	return run_tool(archive, o, r, why);
}

void
bel_gate_report_free(struct bel_gate_report *r)
{
	bel_report_free(&r->check);
}
