/* Use cases of the outbox: sending what is due, and what the administrator does with what could not be sent. */
#ifndef MAIL_MAIL_OP_H
#define MAIL_MAIL_OP_H

#include "app/app.h"
#include "mail/mail_smtp.h"
#include "sql/mail.h"

/* What sends: smtp_send, or a stand-in of the tests. */
typedef void mail_send(void *arg, const struct mail_message *, struct mail_outcome *);

/*
 * For the jobs process, outside any transaction.  Send the next mail that is due: *ran tells whether there was
 * something to do.  The mail is leased in one transaction, sent in none, marked in another: whoever dies between the
 * server's "250" and the mark leaves a lease that ends, and the mail goes out again under the same Message-ID.
 * What the server says is never an error of this function; an error means that the database is away.
 */
enum err	mail_op_send_next(struct app *, mail_send *, void *arg, bool *ran) MUST_CHECK;
/* Lowers *wait_ms (-1: for ever) to the time until something may go out. */
enum err	mail_op_plan(struct app *, int64_t *wait_ms) MUST_CHECK;
/* Say whether there is a mail server (sender NULL: none), for the administrator to see. */
enum err	mail_op_seen(struct app *, const char *sender) MUST_CHECK;

#endif
