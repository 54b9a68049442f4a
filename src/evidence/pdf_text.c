/* pdftotext as a child: few pages, little time, little memory, and nothing it could do but write to its pipe. */
#include "evidence/pdf_text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "evidence/confine.h"

#define PROGRAM "/usr/bin/pdftotext"
#define CPU_S   5
#define MEMORY  (768u * 1024 * 1024)
#define NO_EXEC 127

#define TEXT(n)   #n
#define NUMBER(n) TEXT(n)

/* The child: nothing of ours is open in it, named to it, or blocked for it. */
static _Noreturn void
read_and_exit(int fd, int out)
{
	char language[] = "LC_ALL=C.UTF-8", *const envp[] = { language, NULL };
	static const struct confine_limits limits = { CPU_S, MEMORY };
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	sigset_t none;

	sigemptyset(&none);
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && dup2(fd, STDIN_FILENO) >= 0 &&
	    dup2(out, STDOUT_FILENO) >= 0 && dup2(null, STDERR_FILENO) >= 0 &&
	    close_range(STDERR_FILENO + 1, ~0U, 0) == 0 && chdir("/") == 0 &&
	    signal(SIGPIPE, SIG_DFL) != SIG_ERR && sigprocmask(SIG_SETMASK, &none, NULL) == 0 &&
	    confine_self(&limits))
		(void)execle(PROGRAM, "pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", "-l",
		    NUMBER(PDF_TEXT_PAGES), "/dev/stdin", "-", (char *)NULL, envp);
	_exit(NO_EXEC);
}

static int64_t
now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* All it writes until it closes its end; NULL, or why it is not waited for any longer. */
static const char *
take(int fd, struct buf *text)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	int64_t until = now_ms() + PDF_TEXT_SECONDS * 1000, left;
	char piece[8192];
	ssize_t got;

	while ((left = until - now_ms()) > 0) {
		int ready = poll(&p, 1, (int)left);

		if (ready < 0 && errno != EINTR)
			return "poll failed";
		if (ready <= 0)
			continue;
		got = read(fd, piece, sizeof(piece));
		if (got == 0)
			return NULL;
		if (got < 0 && errno != EINTR)
			return "read failed";
		if (got > 0 && text->len + (size_t)got > PDF_TEXT_BYTES)
			return "more text than is looked at";
		if (got > 0)
			buf_add(text, piece, (size_t)got);
	}
	return "it took too long";
}

bool
pdf_text(int fd, struct buf *text, const char **why)
{
	int ends[2], status = 0;
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) != 0) {
		*why = "no pipe";
		return false;
	}
	if ((pid = fork()) == 0)
		read_and_exit(fd, ends[1]);
	(void)close(ends[1]);
	*why = pid < 0 ? "no process" : take(ends[0], text);
	(void)close(ends[0]);
	if (pid < 0)
		return false;
	if (*why != NULL)
		(void)kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (*why != NULL)
		return false;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (WIFEXITED(status))
		*why = WEXITSTATUS(status) == NO_EXEC ? "pdftotext could not be started"
						      : "damaged or encrypted";
	else
		*why = WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL
		    ? "it took too long"
		    : "pdftotext broke off";
	return false;
}
