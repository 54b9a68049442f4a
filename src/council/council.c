/* Councils: pure rules of voting. Who decides, how many are enough, when a session can begin. */
#include "council/council.h"

#include <stddef.h>

bool
vote_passes(int32_t approve, int32_t members_total, int32_t percent)
{
	if (approve < 0 || members_total <= 0 || percent < 1 || percent > 100)
		return false;
	return (int64_t)approve * 100 >= (int64_t)percent * members_total;
}

int32_t
votes_needed(int32_t members_total, int32_t percent)
{
	if (members_total <= 0 || percent < 1 || percent > 100)
		return members_total + 1;
	return (int32_t)(((int64_t)percent * members_total + 99) / 100);
}

bool
tally_fits(const struct tally *t, int32_t members_total)
{
	if (t->approve < 0 || t->disapprove < 0 || t->abstain < 0)
		return false;
	return (int64_t)t->approve + t->disapprove + t->abstain <= members_total;
}

bool
tally_reveals_everybody(const struct tally *t)
{
	int kinds = (t->approve > 0) + (t->disapprove > 0) + (t->abstain > 0);

	return kinds == 1;
}

/* No national text in force was found; the texts named are those of other provinces and ministries. */
static const struct quorum_rule quorum_rules[] = {
	{ true, 80, "86/2025/QĐ-UBND (Bắc Ninh), Điều 8.4b" },
	{ false, 0, "TT 25/2025/TT-BKHCN, Điều 23" },
};

const struct quorum_rule *
quorum_rule_of(bool awards)
{
	return awards ? &quorum_rules[0] : &quorum_rules[1];
}

bool
quorum_met(const struct quorum_rule *rule, int32_t present, int32_t members_total)
{
	if (members_total <= 0 || present < 0)
		return false;
	if (rule->percent == 0)
		return (int64_t)present * 3 >= (int64_t)members_total * 2;
	return (int64_t)present * 100 >= (int64_t)rule->percent * members_total;
}

bool
member_serves(struct date valid_from, struct date valid_to, struct date on)
{
	return date_cmp(valid_from, on) <= 0 &&
	    (valid_to.year == 0 || date_cmp(on, valid_to) <= 0);
}
