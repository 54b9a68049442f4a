/* What the layouts ask about a page: the main navigation and the same page in the other language. */
#ifndef APP_CHROME_H
#define APP_CHROME_H

#include "app/app.h"

struct nav_item {
	const char	*label;		/* message id */
	const char	*href;
	uint32_t	 roles;		/* 0: everybody */
};

enum { NAV_COUNT = 10 };
extern const struct nav_item nav_items[NAV_COUNT];

bool		 nav_shown(const struct page *, const struct nav_item *);
/* The page is the item's own or lies below it. */
bool		 nav_at(const struct page *, const struct nav_item *);

/* Public pages carry their language in the path: /vinh-danh and /en/vinh-danh. */
const char	*chrome_other_language(struct arena *, const struct page *);
const char	*chrome_public_home(const struct page *);

#endif
