/* Use cases of closing times: explain, extend, withdraw; outages of our own. */
#ifndef CALENDAR_DEADLINE_OP_H
#define CALENDAR_DEADLINE_OP_H

#include "app/app.h"
#include "calendar/deadline.h"
#include "sql/calendar.h"
#include "sql/registry.h"

/* For a unit; {0}: what holds for all. */
enum err	deadline_op_explain(struct ctx *, struct season_id, struct unit_id, struct closing *) MUST_CHECK;
/* For the person signed in: of the units they write for the one that closes last. */
enum err	deadline_op_explain_mine(struct ctx *, struct season_id, struct closing *) MUST_CHECK;

struct extension_input {
	struct unit_id	 unit_id;	/* {0}: for all */
	struct timestamp closes_at;
	const char	*document;	/* may be NULL */
	const char	*reason;
};
/* Only who administers the whole province may do any of the following. */
enum err	deadline_op_season(struct ctx *, struct season_id, struct sql_calendar_season_row *) MUST_CHECK;
enum err	deadline_op_extensions(struct ctx *, struct season_id, struct sql_calendar_extensions_rows *) MUST_CHECK;
/* Units that exist today, to choose from. */
enum err	deadline_op_units(struct ctx *, struct sql_registry_unit_options_rows *) MUST_CHECK;
/* The rule under the time that counts now; *fault says why it extends nothing. */
enum err	deadline_op_check(struct ctx *, struct season_id, const struct extension_input *,
		    struct timestamp *current, enum extension_fault *fault) MUST_CHECK;
enum err	deadline_op_affected(struct ctx *, struct season_id, struct unit_id,
		    struct sql_calendar_affected_row *, struct sql_calendar_affected_drafts_rows *) MUST_CHECK;
/* In force for the very next request.  ERR_INVALID with *fault when it extends nothing. */
enum err	deadline_op_extend(struct ctx *, struct season_id, const struct extension_input *,
		    enum extension_fault *fault) MUST_CHECK;
enum err	deadline_op_extension(struct ctx *, struct season_id, struct extension_id,
		    struct sql_calendar_extension_get_row *) MUST_CHECK;
/* ERR_CONFLICT when it has run out or was taken back already. */
enum err	deadline_op_withdraw(struct ctx *, struct season_id, struct extension_id, const char *reason) MUST_CHECK;

enum err	deadline_op_outages(struct ctx *, int64_t before_id, int64_t count, struct sql_calendar_outages_rows *) MUST_CHECK;
enum err	deadline_op_outage_rule(struct ctx *, struct sql_calendar_outage_rule_row *, bool *found) MUST_CHECK;
/* Since when the web server is there without a break. */
enum err	deadline_op_last_beat(struct ctx *, struct sql_calendar_last_beat_row *, bool *found) MUST_CHECK;
enum err	deadline_op_note(struct ctx *, struct outage_id, const char *note) MUST_CHECK;

#endif
