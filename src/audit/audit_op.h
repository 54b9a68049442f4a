/* Use cases of the auditor: everything is read, nothing is changed. */
#ifndef AUDIT_AUDIT_OP_H
#define AUDIT_AUDIT_OP_H

#include "audit/audit_view.h"

#define AUDIT_PER_PAGE	100

/* view->search chooses; before: the last id of the page before, INT64_MAX for the first. */
enum err	audit_op_find(struct ctx *, int64_t before, struct audit_home_view *) MUST_CHECK;
struct audit_filter {
	const char		*username, *object;	/* "" for all */
	int64_t			 object_id, before;
	struct timestamp	 from, to;		/* {0}: open */
};
enum err	audit_op_log(struct ctx *, const struct audit_filter *, struct audit_log_view *) MUST_CHECK;
enum err	audit_op_story(struct ctx *, struct nomination_id, struct audit_story_view *) MUST_CHECK;

#endif
