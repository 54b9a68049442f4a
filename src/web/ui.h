/*
 * Views of the small partials in assets/templates/ui/.  Fields marked (msg) are message ids and are
 * translated by the partial; everything else is data and printed as it is.  NULL leaves a part out.
 */
#ifndef WEB_UI_H
#define WEB_UI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/clock.h"

/* ui/tag: a state.  kind: neutral progress attention done refused published. */
struct ui_tag { const char *text /* msg */, *kind; };
#define UI_TAG(text, kind) (&(const struct ui_tag){ (text), (kind) })

/* ui/row: one line of <dl class="govuk-summary-list">; an empty value prints a dash. */
struct ui_row {
	const char	*key;		/* msg */
	const char	*value;
	const char	*href;		/* the value is a link */
	const char	*change_href;	/* a link "Sửa" at the right */
};
#define UI_ROW(key, value) (&(const struct ui_row){ (key), (value), NULL, NULL })

/* ui/pages: keyset paging.  Put it above long tables as well as below them. */
struct ui_pages {
	int64_t		 first, last;	/* ordinal of the first and last row shown; 0 when unknown */
	int64_t		 total;		/* of all rows; -1 when unknown */
	const char	*start_href;	/* back to the first page; NULL on it */
	const char	*next_href;	/* NULL on the last page */
};

/* ui/filters: links above a table that filter it, each with its count. */
struct ui_filter { const char *label /* msg */, *href; int64_t total; bool here; };
struct ui_filters { const char *label /* msg: "Lọc theo ..." */; const struct ui_filter *v; size_t n; };

/* ui/tasks: what is done, what is next. */
struct ui_task {
	const char	*title;		/* msg */
	const char	*hint;		/* msg */
	const char	*href;		/* NULL: cannot start yet */
	struct ui_tag	 state;
	bool		 next;		/* the one to do now */
};
struct ui_tasks { const struct ui_task *v; size_t n; };

/* ui/timeline: what happened, oldest first; the last one is where it stands. */
struct ui_event {
	struct timestamp when;
	const char	*what;		/* msg */
	const char	*who;
	const char	*note;		/* a reason, as written */
};
struct ui_timeline { const struct ui_event *v; size_t n; };

/* ui/empty: an empty state says what to do. */
struct ui_empty {
	const char	*title, *text;	/* msg */
	const char	*href, *action;	/* action: msg; a button when it is the page's next step */
};

/* ui/head: the head of a table of work, inside <table class="vd-table">. */
struct ui_column {
	const char	*label;		/* msg; "" makes an empty cell for actions */
	const char	*sort_href;	/* sorts by it; NULL: cannot */
	int		 sorted;	/* 1 ascending, -1 descending, 0 not */
	bool		 number;
};
struct ui_head {
	const struct ui_column *v;
	size_t		 n;
	bool		 select;	/* a first column with the box that selects all */
};

/* ui/progress: "38 / 62". */
struct ui_progress { const char *label /* msg */; int64_t value, max; };
#define UI_PROGRESS(label, value, max) (&(const struct ui_progress){ (label), (value), (max) })

/* ui/done: confirmation after something that matters, with its proof. */
struct ui_done {
	const char	*title;		/* ready text: repeats the object */
	const char	*number;	/* of the receipt */
	struct timestamp at;
	const char	*sha256;	/* hex, with a button that copies it */
};

/* ui/stats: figures with words below. */
struct ui_stat { int64_t value; const char *label /* msg */, *href; };
struct ui_stats { const struct ui_stat *v; size_t n; };

/* ui/warning: what cannot be undone, before the button. (msg) */

#endif
