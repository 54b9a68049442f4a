/* Appraisal: pure rules. What an appraiser may do with a nomination, ages, deadlines. */
#include "review/review.h"

#include <string.h>

#include "core/lang.h"

#define FROM(state) (1u << (unsigned)(state))

/* The database has the same table once more (office.nomination_step); here it is narrower: judged is what was received. */
static const struct review_act_rule acts[REVIEW_ACT_COUNT] = {
	[REVIEW_ACT_ELIGIBLE] = { "dat", T("Đủ điều kiện"),
	    T("Ghi nhận %1 trường hợp đủ điều kiện?"), NOMINATION_STATE_ELIGIBLE,
	    FROM(NOMINATION_STATE_APPRAISING), false },
	[REVIEW_ACT_INELIGIBLE] = { "khong-dat", T("Không đủ điều kiện"),
	    T("Ghi nhận %1 trường hợp không đủ điều kiện?"), NOMINATION_STATE_INELIGIBLE,
	    FROM(NOMINATION_STATE_APPRAISING), true },
	[REVIEW_ACT_HOLD] = { "tam-dung", T("Tạm dừng xét"), T("Tạm dừng %1 trường hợp?"),
	    NOMINATION_STATE_ON_HOLD,
	    FROM(NOMINATION_STATE_APPRAISING) | FROM(NOMINATION_STATE_ELIGIBLE), true },
	[REVIEW_ACT_RETURN] = { "tra-lai", T("Trả lại để bổ sung"),
	    T("Trả lại %1 trường hợp để đơn vị bổ sung?"), NOMINATION_STATE_RETURNED,
	    FROM(NOMINATION_STATE_SUBMITTED) | FROM(NOMINATION_STATE_APPRAISING) |
		FROM(NOMINATION_STATE_ELIGIBLE),
	    true },
	[REVIEW_ACT_REOPEN] = { "mo-lai", T("Thẩm định lại"), T("Thẩm định lại %1 trường hợp?"),
	    NOMINATION_STATE_APPRAISING,
	    FROM(NOMINATION_STATE_ELIGIBLE) | FROM(NOMINATION_STATE_INELIGIBLE) |
		FROM(NOMINATION_STATE_ON_HOLD),
	    false },
	[REVIEW_ACT_AGENDA] = { "trinh", T("Trình ra hội đồng"),
	    T("Đưa %1 trường hợp vào chương trình họp hội đồng?"), NOMINATION_STATE_COUNCIL,
	    FROM(NOMINATION_STATE_ELIGIBLE), false },
};

const struct review_act_rule *
review_act_rule(enum review_act act)
{
	return &acts[act];
}

bool
review_act_parse(const char *name, enum review_act *act)
{
	for (int i = 0; name != NULL && i < REVIEW_ACT_COUNT; i++) {
		if (strcmp(acts[i].name, name) == 0) {
			*act = (enum review_act)i;
			return true;
		}
	}
	return false;
}

bool
review_act_allowed(enum review_act act, enum nomination_state state)
{
	return (acts[act].from & FROM(state)) != 0;
}

int
working_days_after(struct date from, struct date to)
{
	int64_t first = date_to_days(from) + 1, last = date_to_days(to), days;
	int count;

	if (last < first)
		return 0;
	days = last - first + 1;
	count = (int)(days / 7 * 5);
	/* 1970-01-01 was a Thursday: (days + 3) % 7 is 0 on Mondays. */
	for (int64_t d = first + days / 7 * 7; d <= last; d++)
		count += ((d + 3) % 7 + 7) % 7 < 5;
	return count;
}

static const struct review_term terms[] = {
	{ { 1970, 1, 1 }, 20, "QĐ 638/QĐ-BNV (2025)" },
};

const struct review_term *
review_term_on(struct date day)
{
	const struct review_term *found = &terms[0];

	for (size_t i = 1; i < sizeof(terms) / sizeof(terms[0]); i++) {
		if (date_cmp(terms[i].valid_from, day) <= 0)
			found = &terms[i];
	}
	return found;
}

bool
review_is_late(struct date filed, struct date today)
{
	return working_days_after(filed, today) > review_term_on(filed)->working_days;
}

int
review_age_days(struct timestamp filed, struct timestamp now)
{
	int64_t days = date_to_days(date_of(now)) - date_to_days(date_of(filed));

	return days < 0 ? 0 : (int)days;
}

int
review_days_left(struct timestamp closes_at, struct timestamp now)
{
	struct timestamp last = { closes_at.us - 1 };

	return (int)(date_to_days(date_of(last)) - date_to_days(date_of(now)));
}
