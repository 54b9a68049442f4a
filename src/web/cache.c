/* A bounded, least-recently-used map from address to ready answers, and the shared generation. */
#include "web/cache.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "core/log.h"

#define BUCKETS 4096u
#define POLL_US 1000000

struct entry {
	struct entry *next; /* in its bucket */
	struct entry *newer, *older;
	struct prebuilt *answer;
	uint64_t generation;
	uint64_t hash;
	size_t size;
	char key[];
};

struct cache {
	struct entry *bucket[BUCKETS];
	struct entry *newest, *oldest;
	size_t bytes, max_bytes, entries;
};

static struct shared {
	_Atomic uint64_t generation;
	_Atomic int64_t next_poll; /* microseconds */
	_Atomic int64_t database; /* what it said last; 0 before */
} * shared;

/* Memory cannot be refused to a worker for long: dying restarts it, half an answer helps nobody. */
static void *
must_alloc(size_t n)
{
	void *p = calloc(1, n);

	if (p == NULL)
		abort();
	return p;
}

struct prebuilt *
prebuilt_new(int status, const char *head_text, size_t head_len, const void *body, size_t n)
{
	struct prebuilt *p = malloc(sizeof(*p) + head_len + 2 + n);

	if (p == NULL)
		abort();
	memset(p, 0, sizeof(*p));
	p->refs = 1;
	p->status = status;
	p->head = head_len + 2;
	p->len = p->head + n;
	memcpy(p->bytes, head_text, head_len);
	memcpy(p->bytes + head_len, "\r\n", 2);
	if (n > 0)
		memcpy(p->bytes + p->head, body, n);
	return p;
}

void
prebuilt_hold(struct prebuilt *p)
{
	p->refs++;
}

void
prebuilt_release(struct prebuilt *p)
{
	if (p != NULL && --p->refs == 0)
		free(p);
}

static uint64_t
hash_of(const char *s)
{
	uint64_t h = 14695981039346656037u; /* FNV-1a */

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	return h;
}

struct cache *
cache_new(size_t max_bytes)
{
	struct cache *c = must_alloc(sizeof(*c));

	c->max_bytes = max_bytes;
	return c;
}

static void
unlink_age(struct cache *c, struct entry *e)
{
	if (c->newest == e)
		c->newest = e->older;
	else
		e->newer->older = e->older;
	if (c->oldest == e)
		c->oldest = e->newer;
	else
		e->older->newer = e->newer;
	e->newer = e->older = NULL;
}

static void
push_newest(struct cache *c, struct entry *e)
{
	e->older = c->newest;
	e->newer = NULL;
	if (c->newest != NULL)
		c->newest->newer = e;
	else
		c->oldest = e;
	c->newest = e;
}

static void
drop(struct cache *c, struct entry *e)
{
	struct entry **p = &c->bucket[e->hash % BUCKETS];

	while (*p != e)
		p = &(*p)->next;
	*p = e->next;
	unlink_age(c, e);
	c->bytes -= e->size;
	c->entries--;
	prebuilt_release(e->answer);
	free(e);
}

void
cache_free(struct cache *c)
{
	if (c == NULL)
		return;
	while (c->newest != NULL)
		drop(c, c->newest);
	free(c);
}

static struct entry *
find(struct cache *c, const char *key, uint64_t hash)
{
	struct entry *e;

	for (e = c->bucket[hash % BUCKETS]; e != NULL; e = e->next) {
		if (e->hash == hash && strcmp(e->key, key) == 0)
			return e;
	}
	return NULL;
}

struct prebuilt *
cache_get(struct cache *c, const char *key, uint64_t generation, struct timestamp now)
{
	struct entry *e = find(c, key, hash_of(key));

	if (e == NULL)
		return NULL;
	if ((e->generation != generation && e->generation != CACHE_FOREVER) ||
	    (e->answer->fresh_until.us != 0 && now.us >= e->answer->fresh_until.us)) {
		drop(c, e);
		return NULL;
	}
	if (c->newest != e) {
		unlink_age(c, e);
		push_newest(c, e);
	}
	return e->answer;
}

void
cache_put(struct cache *c, const char *key, uint64_t generation, struct prebuilt *answer)
{
	uint64_t hash = hash_of(key);
	size_t n = strlen(key) + 1;
	size_t size = sizeof(struct entry) + n + sizeof(*answer) + answer->len;
	struct entry *e = find(c, key, hash);

	if (e != NULL)
		drop(c, e);
	/* One giant must not empty the house. */
	if (size > c->max_bytes / 4)
		return;
	while (c->oldest != NULL && c->bytes + size > c->max_bytes)
		drop(c, c->oldest);
	e = must_alloc(sizeof(*e) + n);
	memcpy(e->key, key, n);
	e->hash = hash;
	e->size = size;
	e->generation = generation;
	e->answer = answer;
	prebuilt_hold(answer);
	e->next = c->bucket[hash % BUCKETS];
	c->bucket[hash % BUCKETS] = e;
	push_newest(c, e);
	c->bytes += size;
	c->entries++;
}

size_t
cache_bytes(const struct cache *c)
{
	return c->bytes;
}

size_t
cache_entries(const struct cache *c)
{
	return c->entries;
}

bool
cache_share(void)
{
	void *p;

	if (shared != NULL)
		return true;
	p = mmap(
	    NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		return false;
	shared = p;
	atomic_store(&shared->generation, 1);
	return true;
}

uint64_t
cache_generation(void)
{
	return shared != NULL ? atomic_load(&shared->generation) : 1;
}

void
cache_bump(void)
{
	if (shared != NULL)
		(void)atomic_fetch_add(&shared->generation, 1);
}

bool
cache_poll_due(struct timestamp now)
{
	int64_t due;

	if (shared == NULL)
		return false;
	due = atomic_load(&shared->next_poll);
	/* A clock set back must not silence the question. */
	if (now.us < due && due - now.us <= POLL_US)
		return false;
	return atomic_compare_exchange_strong(&shared->next_poll, &due, now.us + POLL_US);
}

void
cache_saw(int64_t database_generation)
{
	if (shared == NULL)
		return;
	if (atomic_exchange(&shared->database, database_generation) != database_generation)
		cache_bump();
}
