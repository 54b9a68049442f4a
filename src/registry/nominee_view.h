/* What the pages of nominees show, and what other features' pages show of them. */
#ifndef REGISTRY_NOMINEE_VIEW_H
#define REGISTRY_NOMINEE_VIEW_H

#include "app/app.h"
#include "registry/nominee_op.h"
#include "web/form.h"
#include "web/ui.h"

#define FINDINGS_SHOWN	  10	/* on the pages of others */
#define FINDINGS_PER_PAGE 50
#define NOMINEES_PER_PAGE 50

/* One thing to be known before filing, as a sentence. */
struct nominee_finding {
	struct nomination_id	 nomination_id;
	int32_t			 ordinal;
	const char		*name, *award;
	const char		*text;		/* translated */
	const char		*href;		/* to the other nomination, when the viewer may see it; or NULL */
	struct nominee_id	 candidate;	/* {0}: nothing to decide */
	bool			 certain;	/* false: perhaps the same */
};

/* registry/findings: on the page of a dossier and of its filing. */
struct nominee_findings {
	struct dossier_id		 dossier_id;
	const struct nominee_finding	*v;
	size_t				 n;
	int64_t				 total, certain;
	bool				 more;		/* the whole list has a page of its own */
};

/* registry/panel: who the nominee of one nomination is. */
struct nominee_panel {
	const struct page		*page;
	struct dossier_id		 dossier_id;
	struct nomination_id		 nomination_id;
	struct nominee_findings		 findings;
	const char			*number;	/* masked, or NULL */
	const char			*doubts[IDENTITY_DOUBT_COUNT];	/* message ids */
	size_t				 ndoubts;
	const char			*entry_href;	/* into the register, for its keepers; or NULL */
	bool				 may_decide;	/* say who it is */
	bool				 matched_certain; /* something certain was found: it may be told apart */
};

struct nominee_duplicates_view {
	struct page			 page;
	const char			*title;		/* of the dossier */
	struct nominee_findings		 findings;
	struct ui_pages			 pages;
};

struct nominee_number_view {
	struct page			 page;
	const char			*name, *number, *back_href;
};

struct nominee_row { const struct sql_registry_nominees_row *r; const char *born; };

struct nominee_list_view {
	struct page			 page;
	const char			*search, *kind;	/* "" for all */
	struct ui_filters		 filters;
	const struct nominee_row	*rows;
	size_t				 nrows;
	const char			*next_key;	/* NULL on the last page */
	int64_t				 next_id;
};

struct nominee_candidate {
	struct nominee_id		 id;
	const char			*name, *unit, *born, *why;	/* why: message id */
};

struct nominee_story_line {
	const struct sql_registry_nominee_story_row *r;
	struct ui_tag			 tag;
	const char			*href;
	bool				 honour, of_merged;
};

struct nominee_show_view {
	struct page			 page;
	struct sql_registry_nominee_get_row e, root;
	struct sql_registry_nominee_names_rows names;
	struct sql_registry_nominee_merges_rows merges;
	struct sql_registry_nominee_distincts_rows distincts;
	const struct nominee_candidate	*candidates;
	size_t				 ncandidates;
	const struct nominee_story_line	*story;
	size_t				 nstory;
	const char			*born, *gender, *number;
	bool				 may_look;
};

/* Both entries side by side, and what the one brings to the other. */
struct nominee_side {
	struct sql_registry_nominee_get_row e;
	const char			*born, *gender, *number;
	const struct nominee_story_line	*story;
	size_t				 nstory;
};
struct nominee_fact { const char *label /* message id */, *from, *into; bool differ; };
struct nominee_merge_view {
	struct page			 page;
	struct form			*form;
	struct nominee_side		 from, into;
	struct nominee_fact		 facts[5];
	size_t				 nfacts;
	const char			*doubts[4];	/* message ids: what speaks against it */
	size_t				 ndoubts;
	bool				 stale;
};

struct nominee_unmerge_view {
	struct page			 page;
	struct form			*form;
	struct sql_registry_nominee_merge_get_row m;
};

#endif
