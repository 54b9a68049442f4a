/* Where a dossier is: pure rules of the stops on its way and of the clocks that run there. */
#include "dossier/dossier_timeline.h"

#define BIT(state) (1u << (unsigned)(state))

static const struct timeline_stop stops[] = {
	{ T("Đơn vị lập và bổ sung hồ sơ"), NULL,
	    BIT(NOMINATION_STATE_DRAFT) | BIT(NOMINATION_STATE_RETURNED), 0 },
	{ T("Sở Nội vụ thẩm định"), T("Sở Nội vụ"),
	    BIT(NOMINATION_STATE_SUBMITTED) | BIT(NOMINATION_STATE_APPRAISING) |
		BIT(NOMINATION_STATE_ON_HOLD) | BIT(NOMINATION_STATE_ELIGIBLE),
	    BIT(NOMINATION_STATE_INELIGIBLE) },
	{ T("Hội đồng xét"), T("Hội đồng Thi đua - Khen thưởng"), BIT(NOMINATION_STATE_COUNCIL),
	    BIT(NOMINATION_STATE_REJECTED) },
	{ T("Chủ tịch quyết định"), T("Chủ tịch Ủy ban nhân dân tỉnh"),
	    BIT(NOMINATION_STATE_APPROVED), 0 },
	{ T("Công bố"), T("Bộ phận công bố"), BIT(NOMINATION_STATE_DECIDED),
	    BIT(NOMINATION_STATE_PUBLISHED) | BIT(NOMINATION_STATE_CORRECTED) |
		BIT(NOMINATION_STATE_REVOKED) },
};

const struct timeline_stop *
timeline_stops(size_t *n)
{
	*n = sizeof(stops) / sizeof(stops[0]);
	return stops;
}

size_t
timeline_stop_of(enum nomination_state state)
{
	size_t n = sizeof(stops) / sizeof(stops[0]);

	for (size_t i = 0; i < n; i++) {
		if (((stops[i].held | stops[i].ended) & BIT(state)) != 0)
			return i;
	}
	return n - 1;
}

bool
timeline_has_ended(enum nomination_state state)
{
	return (stops[timeline_stop_of(state)].ended & BIT(state)) != 0;
}

static struct timeline_clock
clock_until(const struct calendar *calendar, struct date last, struct date today)
{
	struct timeline_clock c = { .runs = true, .last = last };

	c.is_over = date_cmp(today, last) > 0;
	c.left = working_days_left(calendar, today, last);
	c.over = c.is_over ? working_days_between(calendar, last, today) : 0;
	return c;
}

struct timeline_clock
timeline_clock_closing(
    const struct calendar *calendar, struct timestamp closes_at, struct timestamp now)
{
	struct timeline_clock c = clock_until(
	    calendar, date_of((struct timestamp){ closes_at.us - 1 }), date_of(now));

	/* On the last day itself the hour decides. */
	c.is_over = now.us >= closes_at.us;
	return c;
}

struct timeline_clock
timeline_clock_term(const struct calendar *calendar, const struct term *term, struct date began,
    struct date today)
{
	if (term == NULL || began.year == 0)
		return (struct timeline_clock){ .runs = false };
	return clock_until(
	    calendar, working_day_add(calendar, began, term->working_days), today);
}
