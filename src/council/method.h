/*
 * How a council votes: the one seam between an agenda and the ways of voting on it.
 *
 * An item names its method (office.vote_method); vote_method_of finds its operations; the session page,
 * opening, closing, results and minutes know nothing else about it.  To plug in another method, for
 * example the encrypted secret ballot (VOTE_METHOD_SECRET):
 *   1. a file src/council/method_NAME.c with a `const struct vote_method_ops`;
 *   2. its line in the table of method.c: from then on secretaries can choose it;
 *   3. open() makes what the method needs inside the opening transaction (an election over the members
 *      with attendance "present"), complete() says whether everything has come in, tally() gives the
 *      totals to freeze and may refuse with ERR_CONFLICT and ctx->why until they can be had;
 *   4. ballot_href says where members vote; the session and the list of sessions link there.
 * Written opinions of absent members are rows of office.vote for every method and are added by tally()
 * with vote_method_written.  A method whose votes are secret sets named = false, never writes office.vote
 * for members present, and warns with tally_reveals_everybody before the totals are shown.
 */
#ifndef COUNCIL_METHOD_H
#define COUNCIL_METHOD_H

#include "app/app.h"
#include "council/council.h"

/* What a method is told about an item. */
struct vote_item {
	struct agenda_item_id	 agenda_item_id;
	struct council_session_id council_session_id;
	int32_t			 present, written;	/* members with that attendance */
	int64_t			 cast_count;		/* recorded votes that came in */
	int64_t			 written_count;		/* written opinions entered */
	bool			 counted, confirmed;	/* paper: totals entered, confirmed by a second person */
};

struct vote_method_ops {
	enum vote_method	 method;
	const char		*words, *explanation;	/* message ids */
	const char		*ballot_page;		/* last part of the address where members vote, or NULL */
	bool			 named;			/* who voted how is shown once an item is decided */
	enum err		(*open)(struct ctx *, const struct vote_item *);
	enum err		(*tally)(struct ctx *, struct agenda_item_id, struct tally *);
	bool			(*complete)(const struct vote_item *);
};

/* NULL when the method is not available here. */
const struct vote_method_ops	*vote_method_of(enum vote_method);

/* Add the written opinions on an item to the counts. */
enum err	vote_method_written(struct ctx *, struct agenda_item_id, struct tally *) MUST_CHECK;

extern const struct vote_method_ops	vote_method_recorded, vote_method_paper;

#endif
