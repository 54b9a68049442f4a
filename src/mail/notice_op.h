/*
 * Use cases of notices: what happened reaches the people it concerns, by the outbox, in the transaction that
 * causes it.  Nothing here talks to a mail server; without one, notices wait and nobody else notices.
 */
#ifndef MAIL_NOTICE_OP_H
#define MAIL_NOTICE_OP_H

#include "app/app.h"

/* Who works on a unit's dossiers: roles for a notice to the unit. */
#define NOTICE_WRITERS	(ROLE_BIT(ROLE_DRAFTER) | ROLE_BIT(ROLE_UNIT_HEAD))

/*
 * One event.  It goes to account_id ({0}: nobody by name), and to whoever holds one of roles on exactly unit_id
 * ({0}: no unit); a person named beside a unit gets it only while holding some role that covers the unit.
 * Everything of text is plain: subject and opening are translated sentences of ours, about and detail are data and
 * are never looked into for placeholders, headers or links.
 */
struct notice {
	enum notice_kind	 kind;
	struct account_id	 account_id;
	struct unit_id		 unit_id;
	uint32_t		 roles;
	const char		*object;	/* "dossier" */
	int64_t			 object_id;
	const char		*event;		/* names the event: "filed:17"; nobody is told the same one twice */
	const char		*subject;	/* NULL: the kind's own, with about behind it */
	const char		*about;		/* "Hồ sơ: ..." the title of the thing; NULL: none */
	const char		*opening;	/* what happened, one or more sentences */
	const char		*detail;	/* lines of data below it; NULL: none */
	const char		*path;		/* address on our site to look at */
	struct timestamp	 not_before;	/* an embargo; {0}: now */
	const char		*address;	/* NULL: the account's own */
};
enum err	notice_op_queue(struct ctx *, const struct notice *) MUST_CHECK;

/*
 * A dossier's event to its drafter and to the drafters and heads of its unit, with its title, number of nominations and
 * the address of its timeline.  event: as above; opening: translated; detail may be NULL.
 */
enum err	notice_op_dossier(struct ctx *, enum notice_kind, struct dossier_id, const char *event,
		    const char *opening, const char *detail, struct timestamp not_before) MUST_CHECK;

/* The events that exist, each with its words. -------------------------------------------------------- */

enum err	notice_op_filed(struct ctx *, struct dossier_id, struct filing_id, const char *receipt_no,
		    int64_t nominations, const char *sha256) MUST_CHECK;
enum err	notice_op_received(struct ctx *, struct dossier_id) MUST_CHECK;
/* After nominations were moved to returned; several within the settling time become one mail for the dossier. */
enum err	notice_op_returned(struct ctx *, struct dossier_id) MUST_CHECK;
/* For each dossier the nominations belong to. */
enum err	notice_op_decided(struct ctx *, struct decision_id, const char *number, struct date decided_on,
		    const struct nomination_id *, size_t n) MUST_CHECK;
/* path: of the public list; told when it can be seen. */
enum err	notice_op_published(struct ctx *, struct honour_list_id, int32_t version, const char *title,
		    const char *path, struct timestamp visible_from, const struct nomination_id *, size_t n) MUST_CHECK;
/* To the units with unfiled drafts in the round; unit {0}: all of them. */
enum err	notice_op_deadline_moved(struct ctx *, struct season_id, struct unit_id, struct timestamp closes_at,
		    const char *reason) MUST_CHECK;
/* A file of a dossier was found infected; name as sent. */
enum err	notice_op_file_infected(struct ctx *, struct dossier_id, struct attachment_id, const char *file_name) MUST_CHECK;
/* A file of a dossier was refused for the secrecy stamp in its text; the mail does not repeat its name. */
enum err	notice_op_file_secret(struct ctx *, struct dossier_id, struct attachment_id) MUST_CHECK;

/* Hourly, by the jobs process: reminds of unfiled drafts the set working days before the closing time, once. */
enum err	notice_op_deadlines_near(struct ctx *) MUST_CHECK;

#endif
