/* JSON as text in an arena. */
#ifndef CORE_JSON_H
#define CORE_JSON_H

#include <jansson.h>

#include "core/arena.h"

/* Compact text; takes over the reference.  NULL when doc is NULL or holds what has no text. */
char	*json_text(struct arena *, json_t *doc);
/* As json_text, keys in order: the same content gives the same text, to be hashed. */
char	*json_text_sorted(struct arena *, json_t *doc);

#endif
