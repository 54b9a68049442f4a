/* What the draft partials show: beside a form, on the page of a dossier, before filing. */
#ifndef DRAFT_DRAFT_VIEW_H
#define DRAFT_DRAFT_VIEW_H

#include "app/app.h"
#include "draft/draft.h"

/* One field with text that is not in the record. */
struct draft_line {
	const char		*label;		/* message id */
	const char		*value;		/* as typed; "" when it is somebody else's */
	const char		*now;		/* what the record holds, where both are shown; or NULL */
	const char		*who;		/* wrote that, or NULL */
	struct timestamp	 at, who_at;
	enum draft_outcome	 outcome;
	const char		*id;		/* for the copy button; unique on the page */
};

/* draft/notice above a form, draft/fields inside it. */
struct draft_form {
	const struct page	*page;
	struct dossier_id	 dossier_id;
	int64_t			 account;
	const char		*object;
	const char		*base;		/* JSON: field -> what the editor starts from */
	const char		*open;		/* JSON: field -> value, outcome of what was typed before */
	const char		*labels;	/* JSON: field -> its name for people */
	const struct draft_line	*lines;		/* put into the form again */
	size_t			 nlines;
	const char		*closed;	/* message id: why nothing gets into the filing any more; or NULL */
	bool			 late;		/* this very save came too late */
};

/* draft/local inside a form the server keeps nothing of: what is typed is kept in the browser until it is sent. */
struct draft_local {
	int64_t			 account;
	const char		*object;	/* which form, among all of the system */
	bool			 sent;		/* it shows what was sent, not what it starts from */
};

/* Everything one person typed into one form. */
struct draft_group {
	const char		*name;		/* of the nomination, "" when not typed yet */
	const char		*what;		/* message id: the form about it, where it has several; or NULL */
	const char		*object, *href;	/* href NULL: not to be gone on with */
	const char		*who;
	bool			 own, is_new, head;
	struct timestamp	 at;
	const struct draft_line	*lines;
	size_t			 n;
};

struct draft_deleted { struct nomination_id nomination_id; const char *name, *who; struct timestamp at; };

/* draft/list on the page of a dossier, draft/warning before filing. */
struct draft_list {
	const struct page	*page;
	struct dossier_id	 dossier_id;
	const struct draft_group *groups;
	size_t			 n;
	int64_t			 account;	/* 0: may not write here */
	bool			 closed;	/* none of it belongs to what was or can be filed */
	const struct draft_deleted *deleted;
	size_t			 ndeleted;
	bool			 may_restore;
};

#endif
