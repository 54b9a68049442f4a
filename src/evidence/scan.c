/* clamd: one file piece by piece over its socket (INSTREAM), never a copy of the whole. */
#include "evidence/scan.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#define ANSWER_SECONDS 120 /* a large document with many parts; then it is tried again */
#define REPLY_MAX      512

static bool
failed(struct arena *a, const char **why, const char *doing)
{
	*why = arena_printf(a, "clamd: %s: %s", doing, strerror(errno));
	return false;
}

static bool
send_all(int fd, const void *data, size_t n)
{
	const char *p = data;

	while (n > 0) {
		ssize_t done = send(fd, p, n, MSG_NOSIGNAL);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		p += done;
		n -= (size_t)done;
	}
	return true;
}

bool
scan_open(struct scan *s, const char *socket_path, struct arena *a, const char **why)
{
	static const char begin[] = "zINSTREAM";
	struct timeval limit = { .tv_sec = ANSWER_SECONDS };
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	size_t n = strlen(socket_path);

	s->open = false;
	if (n >= sizeof(address.sun_path)) {
		*why = "clamd: the path of its socket is too long";
		return false;
	}
	memcpy(address.sun_path, socket_path, n + 1);
	if ((s->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) < 0)
		return failed(a, why, "socket");
	s->open = true;
	(void)setsockopt(s->fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
	(void)setsockopt(s->fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
	if (connect(s->fd, (const struct sockaddr *)&address, sizeof(address)) != 0)
		return failed(a, why, "connect");
	/* With its NUL: the form "z..." ends there. */
	return send_all(s->fd, begin, sizeof(begin)) || failed(a, why, "send");
}

bool
scan_piece(struct scan *s, const void *data, size_t n, struct arena *a, const char **why)
{
	uint32_t length = htonl((uint32_t)n);

	return (send_all(s->fd, &length, sizeof(length)) && send_all(s->fd, data, n)) ||
	    failed(a, why, "send");
}

enum scan_result
scan_reply(struct arena *a, const char *reply, const char **finding)
{
	static const char prefix[] = "stream: ", found[] = " FOUND", ok[] = "stream: OK";
	size_t n = strlen(reply);

	if (strcmp(reply, ok) == 0) {
		*finding = "";
		return SCAN_CLEAN;
	}
	if (strncmp(reply, prefix, sizeof(prefix) - 1) == 0 &&
	    n > sizeof(prefix) + sizeof(found) - 2 &&
	    strcmp(reply + n - (sizeof(found) - 1), found) == 0) {
		*finding = arena_strndup(a, reply + sizeof(prefix) - 1,
		    n - (sizeof(prefix) - 1) - (sizeof(found) - 1));
		return SCAN_INFECTED;
	}
	*finding = arena_printf(a, "clamd: %.200s", n > 0 ? reply : "no answer");
	return SCAN_FAILED;
}

enum scan_result
scan_finish(struct scan *s, struct arena *a, const char **finding)
{
	uint32_t end = 0;
	char reply[REPLY_MAX];
	size_t n = 0;

	/* clamd may have answered and closed already (size limit): then its words count, not our send. */
	(void)send_all(s->fd, &end, sizeof(end));
	while (n < sizeof(reply) - 1) {
		ssize_t got = recv(s->fd, reply + n, sizeof(reply) - 1 - n, 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			(void)failed(a, finding, "receive");
			return SCAN_FAILED;
		}
		if (got == 0 || reply[n + (size_t)got - 1] == '\0') {
			n += (size_t)got;
			break;
		}
		n += (size_t)got;
	}
	reply[n] = '\0';
	reply[strcspn(reply, "\r\n")] = '\0';
	return scan_reply(a, reply, finding);
}

void
scan_close(struct scan *s)
{
	if (s->open)
		(void)close(s->fd);
	s->open = false;
}
