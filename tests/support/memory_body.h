/* A request body in memory; step limits one read, to meet every boundary. */
#ifndef TESTS_SUPPORT_MEMORY_BODY_H
#define TESTS_SUPPORT_MEMORY_BODY_H

#include "web/request.h"

struct memory_body { const char *p; size_t n, step; };

struct web_body	memory_body(struct memory_body *);

#endif
