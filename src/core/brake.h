/*
 * A brake in the memory of one worker: who costs much owes it and waits until enough is paid back, a second
 * each second.  Pure but for its table; keys that meet in a slot share it, the later one starts anew.
 */
#ifndef CORE_BRAKE_H
#define CORE_BRAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/clock.h"

#define BRAKE_SLOTS 1024

struct brake {
	struct { uint64_t key; int64_t full_at; } slot[BRAKE_SLOTS];	/* full_at: microseconds, when nothing is owed */
};

uint64_t	 brake_key(const char *name);
/* Whether no more than room (microseconds) is owed. */
bool		 brake_allows(const struct brake *, uint64_t key, struct timestamp now, int64_t room);
void		 brake_owe(struct brake *, uint64_t key, struct timestamp now, int64_t cost);

#endif
