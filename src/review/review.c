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

struct date
review_due(const struct calendar *calendar, const struct terms *terms, struct date filed)
{
	const struct term *t = term_on(terms, TERM_KIND_APPRAISAL, filed);

	return t != NULL ? working_day_add(calendar, filed, t->working_days)
			 : (struct date){ 0 };
}

bool
review_is_late(const struct calendar *calendar, const struct terms *terms, struct date filed,
    struct date today)
{
	const struct term *t = term_on(terms, TERM_KIND_APPRAISAL, filed);

	return t != NULL && working_days_between(calendar, filed, today) > t->working_days;
}

int
review_age_days(struct timestamp filed, struct timestamp now)
{
	int64_t days = date_to_days(date_of(now)) - date_to_days(date_of(filed));

	return days < 0 ? 0 : (int)days;
}
