/* Growable byte buffer on the heap: response bodies, artifacts, files. */
#ifndef CORE_BUF_H
#define CORE_BUF_H

#include <stddef.h>

struct buf {
	char	*p;	/* owned; always NUL-terminated once anything was added; NULL when empty */
	size_t	 len;	/* without the terminator */
	size_t	 cap;
};

/* All abort on exhaustion. A zeroed struct buf is a valid empty one. */
void	buf_add(struct buf *, const void *, size_t n);
void	buf_puts(struct buf *, const char *);
void	buf_putc(struct buf *, char);
void	buf_printf(struct buf *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void	buf_reserve(struct buf *, size_t more);
void	buf_reset(struct buf *);	/* len 0, keeps memory */
void	buf_free(struct buf *);		/* frees and zeroes */
#define BUF_LIT(b, lit) buf_add((b), "" lit, sizeof(lit) - 1)

#endif
