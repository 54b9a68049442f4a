/* Reads what the pages of decisions show. */
#ifndef DECISION_DECISION_READ_H
#define DECISION_DECISION_READ_H

#include "decision/decision_view.h"

#define DECISIONS_PER_PAGE	50
#define HONOURS_PER_PAGE	200

enum err	decision_read_list(struct ctx *, struct date before, int64_t before_id, struct decisions_view *) MUST_CHECK;
/* Units to choose, and which nominations are ticked: those posted, all on the first look. */
enum err	decision_read_choices(struct ctx *, struct decision_new_view *) MUST_CHECK;
enum err	decision_read_one(struct ctx *, struct decision_id, int32_t after, struct decision_view *) MUST_CHECK;

#endif
