/* Drafts: pure rules. What an autosaved change names, and what becomes of it. */
#ifndef DRAFT_DRAFT_H
#define DRAFT_DRAFT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "sql/types.h"

#define DRAFT_VALUE_MAX	20000	/* code points of one value: far beyond every field, so that too long is kept too */

enum draft_kind { DRAFT_DOSSIER, DRAFT_NOMINATION, DRAFT_NEW, DRAFT_DECLARATION };
/* What is declared about a nomination, each a form of its own. */
enum draft_declaration { DRAFT_RATING, DRAFT_INITIATIVE, DRAFT_CLAIM, DRAFT_DECLARATION_COUNT };

/* The form a change belongs to: "dossier", "123" (a nomination), "new:ca-nhan:RANDOM", "can-cu:123:khai". */
struct draft_object {
	enum draft_kind		 kind;
	int64_t			 nomination_id;	/* of DRAFT_NOMINATION and DRAFT_DECLARATION */
	enum nominee_kind	 nominee;	/* of DRAFT_NEW */
	enum draft_declaration	 declaration;	/* of DRAFT_DECLARATION */
	const char		*text;
};

/* False when the text is none. */
bool		 draft_object_parse(const char *text, struct draft_object *);
/* "ca-nhan", "tap-the", "ho-gia-dinh": the kind in addresses and objects. */
const char	*nominee_kind_slug(enum nominee_kind);
bool		 nominee_kind_of_slug(const char *, size_t n, enum nominee_kind *);
/* "xep-loai", "sang-kien", "khai": a declaration in objects and in its form. */
const char	*draft_declaration_slug(enum draft_declaration);
/* Name of a page that sends changes: 8 to 80 letters, digits, '-', '_', ':'. */
bool		 draft_client_valid(const char *);

/* What is known about one change when it arrives. */
struct draft_facts {
	bool	closed;		/* after the closing time, filed, or what it belongs to is gone */
	bool	record;		/* there is a row it could be written to; not for what is still new */
	bool	base_stands;	/* the record still holds what the editor started from */
	bool	value_stands;	/* the record already holds the value */
	bool	own_last;	/* what the record holds was written by the same page */
	bool	valid;		/* the value would be accepted by the form */
	bool	keep_only;	/* an older text of the same field, to be kept beside a newer one */
};

/*
 * Only a valid value that would not hide somebody else's is applied; everything else is in the journal.
 * Late wins over all: nothing may look as if it had been filed.
 */
enum draft_outcome	draft_decide(const struct draft_facts *);

/* Why text is not in the record, for people: message id. */
const char		*draft_outcome_words(enum draft_outcome);

/* Three versions of one field: does saving typed over present lose a change made since base? */
enum draft_merge { DRAFT_TAKE_PRESENT, DRAFT_TAKE_TYPED, DRAFT_CLASH };
enum draft_merge	draft_merge(const char *base, const char *present, const char *typed);

#endif
