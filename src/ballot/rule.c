/* Whether a candidate passes; pure integers, no rounding. */
#include "rule.h"

bool
bel_rule_passes(long yes, long percent, long members)
{
	if (percent < 1 || percent > 100 || members < 1 || members > BEL_MEMBERS_MAX ||
	    yes < 0 || yes > members)
		return false;
	return 100 * yes >= percent * members;
}

long
bel_rule_needed(long percent, long members)
{
	return (percent * members + 99) / 100;
}
