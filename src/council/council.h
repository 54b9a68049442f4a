/* Councils: pure rules of voting. Who decides, how many are enough, when a session can begin. */
#ifndef COUNCIL_COUNCIL_H
#define COUNCIL_COUNCIL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/clock.h"
#include "sql/types.h"

/*
 * True when approve of members_total reaches percent: "từ 90 % tổng số thành viên trở lên", so exactly
 * reached passes.  The denominator is all members by the establishing decision, never those present.
 * Whole numbers only.  Nothing passes with no members or with a percentage outside 1..100.
 */
bool	vote_passes(int32_t approve, int32_t members_total, int32_t percent);
/* The fewest approving votes that pass; members_total + 1 when none would. */
int32_t	votes_needed(int32_t members_total, int32_t percent);

/* What an item was decided on. Written opinions are in the counts. */
struct tally { int32_t approve, disapprove, abstain; };

/* Counts that can be true: none negative, not more than all members. */
bool	tally_fits(const struct tally *, int32_t members_total);
/*
 * Everybody who took part chose the same, so the totals alone say how each of them voted.  Harmless for
 * a recorded vote; a secret ballot says so before it is opened (9 to 15 people: "15 of 15").
 */
bool	tally_reveals_everybody(const struct tally *);

/* Attendance without which a session is questionable; it warns, the chair decides. */
struct quorum_rule {
	bool		 awards;	/* sessions that consider awards */
	int32_t		 percent;	/* of all members; 0: two thirds */
	const char	*basis;
};
const struct quorum_rule	*quorum_rule_of(bool awards);
bool	quorum_met(const struct quorum_rule *, int32_t present, int32_t members_total);

/* A member serves on a day: from the first to the last inclusive; valid_to {0}: still serves. */
bool	member_serves(struct date valid_from, struct date valid_to, struct date on);

#endif
