/* Arena: a chain of blocks, each handing out zeroed memory from its front. */
#include "core/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Under AddressSanitizer unused memory is poisoned, or blocks would hide overruns. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#endif
#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n)   ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#define REDZONE        16
#else
#define POISON(p, n)   ((void)0)
#define UNPOISON(p, n) ((void)0)
#define REDZONE        0
#endif

#define ALIGN       alignof(max_align_t)
#define FIRST_BLOCK ((size_t)16 * 1024)
#define MAX_BLOCK   ((size_t)1024 * 1024)

struct block {
	struct block *next;
	size_t cap, used;
	alignas(max_align_t) unsigned char data[];
};

struct arena {
	struct block *first; /* kept by arena_reset */
	struct block *last; /* the one handing out */
	size_t used;
};

static void
out_of_memory(void)
{
	(void)fputs("arena: out of memory\n", stderr);
	abort();
}

static struct block *
block_new(size_t cap)
{
	struct block *b;

	if (cap > SIZE_MAX - sizeof(*b) || (b = calloc(1, sizeof(*b) + cap)) == NULL) {
		out_of_memory();
		return NULL;
	}
	b->cap = cap;
	POISON(b->data, cap);
	return b;
}

static void
block_free(struct block *b)
{
	UNPOISON(b->data, b->cap);
	free(b);
}

struct arena *
arena_new(void)
{
	struct arena *a = calloc(1, sizeof(*a));

	if (a == NULL) {
		out_of_memory();
		return NULL;
	}
	a->first = a->last = block_new(FIRST_BLOCK);
	return a;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	struct block *b = a->last;
	size_t need, cap;
	void *p;

	if (n > SIZE_MAX / 2)
		out_of_memory();
	need = (n + REDZONE + ALIGN - 1) / ALIGN * ALIGN;
	if (need == 0)
		need = ALIGN; /* distinct pointers for empty objects */
	if (need > b->cap - b->used) {
		cap = b->cap < MAX_BLOCK ? b->cap * 2 : MAX_BLOCK;
		if (cap < need)
			cap = need;
		b->next = block_new(cap);
		b = a->last = b->next;
	}
	p = b->data + b->used;
	b->used += need;
	a->used += n;
	UNPOISON(p, n);
	return p;
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	size_t n;

	if (__builtin_mul_overflow(count, size, &n))
		out_of_memory();
	return arena_alloc(a, n);
}

void
arena_reset(struct arena *a)
{
	struct block *b, *next;

	for (b = a->first->next; b != NULL; b = next) {
		next = b->next;
		block_free(b);
	}
	b = a->last = a->first;
	UNPOISON(b->data, b->used);
	memset(b->data, 0, b->used);
	POISON(b->data, b->cap);
	b->used = 0;
	b->next = NULL;
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	block_free(a->first);
	free(a);
}

size_t
arena_used(const struct arena *a)
{
	return a->used;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_memdup(a, s, strlen(s) + 1);
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	size_t len;
	char *p;

	if (s == NULL)
		return NULL;
	len = strnlen(s, n);
	p = arena_alloc(a, len + 1);
	memcpy(p, s, len);
	return p;
}

void *
arena_memdup(struct arena *a, const void *src, size_t n)
{
	void *p = arena_alloc(a, n);

	if (n > 0)
		memcpy(p, src, n);
	return p;
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	char small[512];
	va_list again;
	size_t len;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(small, sizeof(small), fmt, ap);
	if (n < 0)
		out_of_memory();
	len = (size_t)n;
	p = arena_alloc(a, len + 1);
	if (len < sizeof(small))
		memcpy(p, small, len + 1);
	else if (vsnprintf(p, len + 1, fmt, again) != n)
		out_of_memory();
	va_end(again);
	return p;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}
