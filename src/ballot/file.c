/* Whole files in and out. */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum bel_err
bel_file_read(const char *path, struct bel_buf *b, struct bel_why *why)
{
	enum { CHUNK = 1 << 16 };
	ssize_t n;
	char *p;
	int fd;

	*b = (struct bel_buf){ NULL, 0, 0 };
	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		return bel_fail(why, BEL_SYSTEM, "%s: %s", path, strerror(errno));
	for (;;) {
		if (b->size - b->len < CHUNK) {
			b->size = b->size == 0 ? 4 * CHUNK : 2 * b->size;
			if (b->size > 2 * (size_t)BEL_FILE_MAX ||
			    (p = realloc(b->p, b->size)) == NULL) {
				errno = EFBIG;
				goto fail;
			}
			b->p = p;
		}
		n = read(fd, b->p + b->len, b->size - b->len);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			goto fail;
		if (n == 0)
			break;
		b->len += (size_t)n;
		if (b->len > BEL_FILE_MAX) {
			errno = EFBIG;
			goto fail;
		}
	}
	(void)close(fd);
	return BEL_OK;
fail:
	(void)bel_fail(why, BEL_SYSTEM, "%s: %s", path, strerror(errno));
	(void)close(fd);
	bel_buf_free(b);
	return BEL_SYSTEM;
}

enum bel_err
bel_file_write(const char *path, struct bel_span bytes, struct bel_why *why)
{
	enum bel_err err = BEL_OK;
	size_t at = 0;
	ssize_t n;
	int fd;

	if ((fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) == -1)
		return bel_fail(why, BEL_SYSTEM, "%s: %s", path, strerror(errno));
	while (err == BEL_OK && at < bytes.len) {
		n = write(fd, bytes.p + at, bytes.len - at);
		if (n > 0)
			at += (size_t)n;
		else if (errno != EINTR)
			err = bel_fail(why, BEL_SYSTEM, "%s: %s", path, strerror(errno));
	}
	if (close(fd) == -1 && err == BEL_OK)
		err = bel_fail(why, BEL_SYSTEM, "%s: %s", path, strerror(errno));
	return err;
}
