/* clamd: one file piece by piece over its socket (INSTREAM), never a copy of the whole. */
#ifndef EVIDENCE_SCAN_H
#define EVIDENCE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

enum scan_result { SCAN_CLEAN, SCAN_INFECTED, SCAN_FAILED };

/* A scan in progress; {0} and scan_close are fine together. */
struct scan { int fd; bool open; };

/* Connect to clamd's Unix socket and begin; false with *why (in the arena) when it does not answer. */
bool			 scan_open(struct scan *, const char *socket_path, struct arena *, const char **why);
bool			 scan_piece(struct scan *, const void *, size_t n, struct arena *, const char **why);
/* The verdict; *finding is the name of the malware or why there is none. */
enum scan_result	 scan_finish(struct scan *, struct arena *, const char **finding);
void			 scan_close(struct scan *);
/* clamd's answer to INSTREAM ("stream: OK", "stream: X FOUND", "... ERROR"). */
enum scan_result	 scan_reply(struct arena *, const char *reply, const char **finding);

#endif
