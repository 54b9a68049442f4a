/* The pass rule of the council, in exact integers. */
#ifndef BALLOT_RULE_H
#define BALLOT_RULE_H

#include <stdbool.h>

enum { BEL_MEMBERS_MAX = 100000 };

/*
 * A candidate passes when 100 * yes >= percent * members.  members counts ALL
 * members of the council, the absent included, never only those present.
 * percent is 1..100, members 1..BEL_MEMBERS_MAX, yes 0..members; outside
 * these the answer is false.
 */
bool	bel_rule_passes(long yes, long percent, long members);

/* The least number of yes that passes: (percent * members + 99) div 100. */
long	bel_rule_needed(long percent, long members);

#endif
