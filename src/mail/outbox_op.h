/* Use cases around the outbox: what the administrator sees and does, and one's own address and wishes. */
#ifndef MAIL_OUTBOX_OP_H
#define MAIL_OUTBOX_OP_H

#include "app/app.h"
#include "mail/mail.h"
#include "sql/mail.h"

/* For who administers the whole province (ERR_FORBIDDEN for others). ------------------------------ */
enum err	outbox_op_service(struct ctx *, struct sql_mail_service_row *) MUST_CHECK;
enum err	outbox_op_list(struct ctx *, enum mail_state, int64_t before, int64_t count, struct sql_mail_list_rows *) MUST_CHECK;
enum err	outbox_op_counts(struct ctx *, int64_t totals[MAIL_STATE_COUNT]) MUST_CHECK;
/* *done: how many were dead and went back. */
enum err	outbox_op_resend(struct ctx *, const int64_t *ids, size_t n, int64_t *done) MUST_CHECK;
/* All dead ones; ERR_STALE when they are no longer as many as were shown. */
enum err	outbox_op_resend_all(struct ctx *, int64_t shown, int64_t *done) MUST_CHECK;
enum err	outbox_op_drop(struct ctx *, const int64_t *ids, size_t n, int64_t *done) MUST_CHECK;
enum err	outbox_op_release(struct ctx *) MUST_CHECK;
enum err	outbox_op_setting(struct ctx *, struct sql_mail_setting_row *) MUST_CHECK;
/* ERR_STALE when somebody saved first. */
enum err	outbox_op_setting_save(struct ctx *, const struct sql_mail_setting_row *) MUST_CHECK;

/* One's own. ---------------------------------------------------------------------------------------- */
enum err	address_op_own(struct ctx *, struct sql_mail_own_row *) MUST_CHECK;
enum err	address_op_recent(struct ctx *, struct sql_mail_own_recent_rows *) MUST_CHECK;
enum err	address_op_wishes(struct ctx *, bool daily, const bool wanted[NOTICE_KIND_COUNT]) MUST_CHECK;
/*
 * Ask for a new address: a link is sent there, and only its owner's opening it makes it the account's.  The caller
 * has checked the password.  ERR_TOO_MANY after the fifth of a day.
 */
enum err	address_op_ask(struct ctx *, const char *email) MUST_CHECK;
/* ERR_NOT_FOUND when the link is not this account's, used, or too old.  The old address is told. */
enum err	address_op_confirm(struct ctx *, const char *token, const char **email) MUST_CHECK;
enum err	address_op_drop(struct ctx *) MUST_CHECK;

#endif
