/* Arena: memory that lives as long as one request (or job) and is freed at once. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* Both abort the process on exhaustion (Kore restarts a worker): callers never check. */
struct arena	*arena_new(void);
void		*arena_alloc(struct arena *, size_t n);	/* zeroed, aligned for any type */
void		*arena_array(struct arena *, size_t count, size_t size); /* zeroed; aborts on overflow */
void		 arena_reset(struct arena *);		/* keeps the first block */
void		 arena_free(struct arena *);		/* accepts NULL */
size_t		 arena_used(const struct arena *);	/* bytes handed out */

char		*arena_strdup(struct arena *, const char *);	/* NULL stays NULL */
char		*arena_strndup(struct arena *, const char *, size_t n);
void		*arena_memdup(struct arena *, const void *, size_t n);
char		*arena_printf(struct arena *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));
char		*arena_vprintf(struct arena *, const char *fmt, va_list)
		    __attribute__((format(printf, 2, 0)));

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))

#endif
