/* Closing times: what a page says about one and why it moved, and the rule for a new one. */
#include "calendar/deadline.h"

#define YEAR_US (INT64_C(366) * 24 * 3600 * 1000000)

enum extension_fault
extension_check(struct timestamp closes_at, struct timestamp current, struct timestamp now)
{
	if (closes_at.us <= now.us)
		return EXTENSION_PAST;
	if (closes_at.us <= current.us)
		return EXTENSION_EARLIER;
	return closes_at.us > now.us + 2 * YEAR_US ? EXTENSION_FAR : EXTENSION_OK;
}

bool
extension_withdrawable(
    struct timestamp closes_at, struct timestamp withdrawn_at, struct timestamp now)
{
	return withdrawn_at.us == 0 && now.us < closes_at.us;
}
