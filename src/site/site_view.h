/* What the public pages show.  A page points into its own view: fill views in place, do not copy them. */
#ifndef SITE_SITE_VIEW_H
#define SITE_SITE_VIEW_H

#include "app/app.h"
#include "site/site.h"
#include "web/form.h"

/* One honouree in a list: what the partial site/entry shows. */
struct site_item {
	const struct site_entry	*e;
	const char		*href;
	const char		*award, *where;
	const char		*deed;		/* shortened for embeds, in full on pages */
	const char		*absolute;	/* for pastes into other sites */
	bool			 award_shown;
};

/* Honourees of one award, in the order of the list. */
struct site_group {
	const char		*award;
	const struct site_item	*v;
	size_t			 n;
	int64_t			 start;		/* number of the first in the whole list, from 1 */
};

/* A whole list: page, embed and paste. */
struct site_list_view {
	struct page		 page;
	struct page_meta	 meta;
	enum lang		 lang;
	const struct site_list	*list;
	const char		*path, *absolute, *embed_absolute;
	const char		*count;		/* "62 cá nhân, 3 tập thể" */
	const struct site_group	*groups;
	size_t			 ngroups;
};

/* One honouree. */
struct site_honouree_view {
	struct page		 page;
	struct page_meta	 meta;
	enum lang		 lang;
	const struct site_list	*list;
	struct site_item	 item;
	const char		*list_path;
	const struct site_item	*previous, *next;	/* NULL at the ends */
};

struct site_list_card {
	const char	*href, *title, *introduction, *unit_name, *decision_no;
	struct date	 decision_date;
	struct timestamp at;
	int64_t		 entries;
	bool		 revoked, corrected;
};

/* The home of the honour lists: newest lists, honourees, filters, search. */
struct site_home_view {
	struct page			 page;
	struct page_meta		 meta;
	enum lang			 lang;
	const char			*home;
	const char			*q;		/* as typed, "" none */
	const struct option		*awards, *units, *fields, *years;
	size_t				 nawards, nunits, nfields, nyears;
	bool				 filtered;	/* q or a filter is given */
	const struct site_list_card	*lists;
	size_t				 nlists;
	const struct site_item		*items;
	size_t				 nitems;
	bool				 more_lists;
	const char			*lists_href;
	const char			*next_href;	/* NULL: no more */
	const char			*start_href;	/* NULL: on the first page */
	const char			*clear_href;
	const char			*csv_href, *json_href;
};

/* Views of a list; everything lives in the arena or in the list. */
void	site_view_list(struct arena *, const char *origin, enum lang, const struct site_list *,
	    struct site_list_view *);
/* Of the i-th honouree; lv is the list's view. */
void	site_view_honouree(struct arena *, const struct site_list_view *lv, size_t i,
	    struct site_honouree_view *);
/* of: how many honourees the list has, which decides how much of an achievement an embed tells. */
void	site_view_item(struct arena *, const char *origin, enum lang, const struct site_entry *, size_t of,
	    struct site_item *);

#endif
