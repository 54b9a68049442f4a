/*
 * Public answers kept in a worker's memory, ready to send: status line, headers and body in one buffer.
 * A generation number shared by all workers makes every entry stale at once when something is published.
 */
#ifndef WEB_CACHE_H
#define WEB_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/clock.h"

/* Reference-counted, immutable; freed when the last sender and the cache have let go. */
struct prebuilt {
	unsigned	 refs;
	int		 status;
	size_t		 head;		/* bytes up to and with the empty line */
	size_t		 len;		/* head and body */
	char		 etag[80];	/* with its quotes; "" none */
	char		 control[120];	/* cache-control, for 304 */
	char		 vary[40];
	struct timestamp fresh_until;	/* not served at or after this; 0: no limit */
	char		 bytes[];
};

/* One reference, the caller's; head_text without the empty line. */
struct prebuilt	*prebuilt_new(int status, const char *head_text, size_t head_len, const void *body,
		    size_t n);
void		 prebuilt_hold(struct prebuilt *);
void		 prebuilt_release(struct prebuilt *);	/* accepts NULL */

struct cache;

struct cache	*cache_new(size_t max_bytes);
void		 cache_free(struct cache *);		/* accepts NULL */
/*
 * The entry of a key, or NULL when there is none, it is of an older generation, or its time is over.
 * Valid until the next call: hold it to keep it longer.
 */
struct prebuilt	*cache_get(struct cache *, const char *key, uint64_t generation, struct timestamp now);
/*
 * Keep an answer (the cache takes a reference of its own).  generation is what cache_generation said
 * before the answer was made; CACHE_FOREVER for what never changes.  Too large ones are not kept.
 */
void		 cache_put(struct cache *, const char *key, uint64_t generation, struct prebuilt *);
size_t		 cache_bytes(const struct cache *);
size_t		 cache_entries(const struct cache *);

#define CACHE_FOREVER	UINT64_MAX

/* Call once before workers fork; false when there is no memory to share. */
bool		 cache_share(void);
uint64_t	 cache_generation(void);
/* Something was published: every worker drops what it has. */
void		 cache_bump(void);
/* True for one caller of all workers each second: that one asks the database. */
bool		 cache_poll_due(struct timestamp now);
/* What the database said; another number than last time bumps. */
void		 cache_saw(int64_t database_generation);

#endif
