/* A brake in the memory of one worker. */
#include "core/brake.h"

/* FNV-1a: spreads names over the slots. */
uint64_t
brake_key(const char *name)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (const char *s = name; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(1099511628211);
	return h;
}

bool
brake_allows(const struct brake *b, uint64_t key, struct timestamp now, int64_t room)
{
	size_t i = key % BRAKE_SLOTS;

	return b->slot[i].key != key || b->slot[i].full_at - now.us <= room;
}

void
brake_owe(struct brake *b, uint64_t key, struct timestamp now, int64_t cost)
{
	size_t i = key % BRAKE_SLOTS;

	if (b->slot[i].key != key || b->slot[i].full_at < now.us) {
		b->slot[i].key = key;
		b->slot[i].full_at = now.us;
	}
	b->slot[i].full_at += cost;
}
