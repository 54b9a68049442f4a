/*
 * Honour lists in the office: from a decision over preparation and the second person's confirmation to
 * publication.  What is confirmed is a hash of exactly what the world will see (struct site_list).
 */
#ifndef PUBLICATION_PUBLICATION_H
#define PUBLICATION_PUBLICATION_H

#include "site/site.h"

/* Hex SHA-256 of everything public in the list but its version number and times. */
char		*publication_hash(struct arena *, const struct site_list *);
/* "12-nguyen-thi-hoa": stable address of an honouree inside a list. */
char		*publication_anchor(struct arena *, int32_t ordinal, const char *name);
/* Address of a list from its title; suffix 0 for none. */
char		*publication_slug(struct arena *, const char *title, int64_t suffix);

/* What states are called, and the colour of their tags. */
const char	*list_state_words(enum list_state);
const char	*list_state_tag(enum list_state);

#endif
