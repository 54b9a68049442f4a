/* What the pages of award types, movements and seasons show. */
#ifndef CATALOGUE_CATALOGUE_VIEW_H
#define CATALOGUE_CATALOGUE_VIEW_H

#include "app/app.h"
#include "sql/catalogue.h"
#include "web/form.h"

struct awards_view {
	struct page				page;
	const char				*category;	/* "" for all */
	struct sql_catalogue_award_types_rows	rows;
	struct date				today;
};

struct award_view {
	struct page					page;
	struct sql_catalogue_award_type_get_row		award;
	struct sql_catalogue_vote_rules_of_rows		rules;
};

struct movements_view {
	struct page				page;
	struct sql_catalogue_movements_rows	rows;
	bool					more;
};

struct movement_view {
	struct page			page;
	struct form			*form;
	bool				is_new, stale;
	struct movement_id		movement_id;
	const char			*name;		/* as saved */
	const struct option		*units;
	size_t				nunits;
};

struct seasons_view {
	struct page				page;
	struct sql_catalogue_seasons_rows	rows;
	bool					more;
	struct timestamp			now;
};

struct season_view {
	struct page			page;
	struct form			*form;
	bool				is_new, stale;
	struct season_id		season_id;
	const char			*name;
	struct timestamp		closes_at;	/* as saved */
	const struct option		*movements, *kinds;
	size_t				nmovements, nkinds;
};

#endif
