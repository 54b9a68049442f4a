/* Sending one mail by SMTP with libcurl: one connection for as many mails as come after each other. */
#ifndef MAIL_MAIL_SMTP_H
#define MAIL_MAIL_SMTP_H

#include "core/arena.h"
#include "core/clock.h"
#include "mail/mail.h"

struct smtp;

/* A mail ready to go; subject and body as people read them. */
struct mail_message {
	const char	*to;		/* valid by mail_address_valid */
	const char	*subject, *body;
	const char	*message_id;	/* left half */
	const char	*unsubscribe;	/* address where notices are chosen */
	struct timestamp date;
};
struct mail_outcome {
	enum mail_stage	 stage;		/* how far it came */
	int		 code;		/* of the last answer, 0 for none */
	char		 answer[400];	/* that answer, or what the connection failed with */
};

/*
 * From the environment: VD_SMTP_URL (smtp://host:587, smtps://host:465), VD_SMTP_FROM, VD_SMTP_USER, VD_SMTP_PASSWORD_FILE,
 * VD_SMTP_TLS (required, try, none; required where not on this machine), VD_SMTP_CA (a file of certificates).
 * NULL with *why NULL when there is no VD_SMTP_URL, NULL with *why when something is wrong; static or arena text.
 */
struct smtp	*smtp_from_environment(struct arena *, const char **why);
void		 smtp_free(struct smtp *);		/* accepts NULL */
const char	*smtp_sender(const struct smtp *);	/* address mails come from */
/* At most 10 s to connect and 30 s in all. */
void		 smtp_send(struct smtp *, const struct mail_message *, struct mail_outcome *);

#endif
