/* The journal of drafts: what was typed, kept field by field.  It knows forms by name only, not what they mean. */
#ifndef DRAFT_DRAFT_OP_H
#define DRAFT_DRAFT_OP_H

#include "app/app.h"
#include "draft/draft.h"
#include "sql/draft.h"

/* One field of one form as a page sent it, and what became of it. */
struct draft_change {
	const char		*field, *value, *base;
	int64_t			 seq;
	struct timestamp	 client_at;	/* by the browser's clock; none when unknown */
	enum draft_outcome	 outcome;
	bool			 known;		/* was received before: outcome and at are of then */
	struct timestamp	 at;
	const char		*present;	/* text of the record now, NULL where there is none */
	const char		*message;	/* translated: why a kept value is not valid; or NULL */
	const char		*who;		/* wrote the record's value last, NULL when unknown */
	struct timestamp	 who_at;
};

/*
 * Hold the dossier against filing, visible and the caller's to write: ERR_NOT_FOUND, ERR_FORBIDDEN.
 * exclusive: for its own fields.
 */
enum err	draft_op_hold(struct ctx *, struct dossier_id, bool exclusive, struct sql_draft_hold_row *) MUST_CHECK;
enum err	draft_op_hold_nomination(struct ctx *, struct dossier_id, struct nomination_id,
		    struct sql_draft_hold_nomination_row *, bool *found) MUST_CHECK;
/* Whether that nomination was taken out of the dossier and can be put back. */
enum err	draft_op_was_deleted(struct ctx *, struct dossier_id, struct nomination_id, bool *) MUST_CHECK;
/* Mark the changes that were received before from this page. */
enum err	draft_op_known(struct ctx *, const char *client, struct draft_change *, size_t n) MUST_CHECK;
/* Who wrote the fields of the changes last: fills who and who_at where that is what stands there now.  *own of each: by this client. */
enum err	draft_op_last(struct ctx *, struct dossier_id, const char *object, const char *client,
		    struct draft_change *, size_t n, bool *own) MUST_CHECK;
/* Append the changes not known yet with their outcome; counts as the request's journal. */
enum err	draft_op_write(struct ctx *, struct dossier_id, struct unit_id, const char *object,
		    const char *client, struct draft_change *, size_t n) MUST_CHECK;
/* What the caller typed into a form and is not in the record. */
enum err	draft_op_open(struct ctx *, struct dossier_id, const char *object, struct sql_draft_open_rows *) MUST_CHECK;
/* The form was saved, or (dropped) given up by its author: nothing of it is open any more.  client: a fresh name. */
enum err	draft_op_close(struct ctx *, struct dossier_id, const char *object, const char *client,
		    bool dropped, int64_t *closed) MUST_CHECK;
/* Everything of the dossier that is typed and not in the record, everybody's; values only of the caller's own. */
enum err	draft_op_list(struct ctx *, struct dossier_id, struct sql_draft_list_rows *) MUST_CHECK;
enum err	draft_op_deleted(struct ctx *, struct dossier_id, struct sql_draft_deleted_list_rows *) MUST_CHECK;

#endif
