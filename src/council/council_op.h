/* Use cases of councils: membership, sessions, agenda, attendance, votes, results. */
#ifndef COUNCIL_COUNCIL_OP_H
#define COUNCIL_COUNCIL_OP_H

#include "app/app.h"
#include "council/council.h"
#include "council/method.h"
#include "sql/council.h"

/* Councils, by administrators ------------------------------------------------------------------- */

struct council_input {
	struct unit_id		 unit_id;
	enum council_level	 level;
	const char		*name, *established_by;
};
struct member_input {
	struct account_id	 account_id;
	enum member_role	 role;
	const char		*position;
	struct date		 valid_from;
};

enum err	council_op_create(struct ctx *, const struct council_input *, struct council_id *) MUST_CHECK;
enum err	council_op_member_add(struct ctx *, struct council_id, const struct member_input *) MUST_CHECK;
/* The last day still counts. ERR_INVALID before the first day, ERR_CONFLICT when it has ended already. */
enum err	council_op_member_end(struct ctx *, struct council_id, struct council_member_id, struct date last) MUST_CHECK;

/* Sessions, by the council's secretary ------------------------------------------------------------ */

struct session_input {
	struct council_id	 council_id;
	const char		*title, *place;
	struct date		 held_on;
};

/* ERR_NOT_FOUND for who neither sits in the council nor works with it. */
enum err	council_op_session(struct ctx *, struct council_session_id, struct sql_council_session_get_row *) MUST_CHECK;
/* As session, but ERR_FORBIDDEN for who is not its secretary. */
enum err	council_op_session_manage(struct ctx *, struct council_session_id,
		    struct sql_council_session_get_row *) MUST_CHECK;
enum err	council_op_session_create(struct ctx *, const struct session_input *, struct council_session_id *) MUST_CHECK;
/* Fixes the denominator: all members serving on the day. ERR_CONFLICT with ctx->why when not ready. */
enum err	council_op_session_open(struct ctx *, struct council_session_id) MUST_CHECK;
/* ERR_CONFLICT while items wait or are open. */
enum err	council_op_session_close(struct ctx *, struct council_session_id) MUST_CHECK;

/*
 * Put eligible nominations on the agenda of a session being prepared: by its secretary or by an appraiser
 * of its unit.  All or none: ERR_CONFLICT when one is not eligible, is on another agenda, or does not
 * belong to the council's unit.
 */
enum err	council_op_agenda_add(struct ctx *, struct council_session_id, const struct nomination_id *, size_t n) MUST_CHECK;
/* Take an item that is not open yet off the agenda; the nomination is eligible again. */
enum err	council_op_agenda_remove(struct ctx *, struct council_session_id, struct agenda_item_id) MUST_CHECK;
/* item {0}: every item not open yet. */
enum err	council_op_set_method(struct ctx *, struct council_session_id, struct agenda_item_id, enum vote_method) MUST_CHECK;

/*
 * Attendance of n members.  ERR_INVALID with *contradicted naming people whose vote on an item still open
 * would no longer fit.
 */
struct attendance_line { struct council_member_id member; enum attendance attendance; };
enum err	council_op_attendance(struct ctx *, struct council_session_id, const struct attendance_line *, size_t n,
		    const char **contradicted) MUST_CHECK;

/* item {0}: every waiting item that has a rule. Pins rule and denominator. */
enum err	council_op_open_items(struct ctx *, struct council_session_id, struct agenda_item_id) MUST_CHECK;
/*
 * Close n open items: count, decide, move the nominations.  All or none.  ERR_CONFLICT with ctx->why when
 * somebody closed one before, or a method has no totals yet.
 */
enum err	council_op_close_items(struct ctx *, struct council_session_id, const int64_t *ids, size_t n) MUST_CHECK;

/* Votes ------------------------------------------------------------------------------------------ */

struct vote_line { struct agenda_item_id item; enum vote_choice choice; };

/* The actor's own votes; may be repeated until an item closes. ERR_CONFLICT with ctx->why when too late. */
enum err	council_op_vote(struct ctx *, struct council_session_id, const struct vote_line *, size_t n) MUST_CHECK;
/* Written opinions of an absent member, entered by the secretary. */
enum err	council_op_written(struct ctx *, struct council_session_id, struct council_member_id,
		    const struct vote_line *, size_t n) MUST_CHECK;

struct paper_line {
	struct agenda_item_id	 item;
	struct tally		 count;
	bool			 replace;	/* enter anew although somebody else's totals differ */
	struct account_id	 seen_by;	/* whose entry is replaced */
	/* filled in: */
	bool			 mismatch;	/* differs from what another person entered; nothing was written */
	struct tally		 other;
	const char		*other_by;
	struct account_id	 other_id;
};

/*
 * Paper totals of those present.  First entry, correction of one's own, or confirmation of another
 * person's.  ERR_INVALID when one differs from the other person's entry (mismatch is set there).
 */
enum err	council_op_paper(struct ctx *, struct council_session_id, struct paper_line *, size_t n) MUST_CHECK;

/* What a method wants to know about an item. */
void		council_vote_item(const struct sql_council_items_row *, int32_t present, int32_t written, struct vote_item *);
/* ids as a PostgreSQL array literal. */
const char	*council_id_array(struct arena *, const int64_t *ids, size_t n);

#endif
