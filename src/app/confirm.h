/* What the office confirms of the law's rows, and takes back: one form, one way to read it. */
#ifndef APP_CONFIRM_H
#define APP_CONFIRM_H

#include "app/app.h"
#include "web/form.h"

/* Who confirms rows of law, holding the role on the whole province. */
#define RULE_KEEPER_BITS	(ROLE_BIT(ROLE_APPRAISER) | ROLE_BIT(ROLE_ADMINISTRATOR))

/* form/confirm: where the row stands, and the form to change that. */
struct confirm_view {
	const struct page	*page;
	struct form		*form;
	const char		*action, *back;
	int32_t			 version;
	bool			 confirmed, may_confirm;
	const char		*by;		/* who confirmed it or took it back; NULL: nobody yet */
	struct timestamp	 at;
	const char		*reason;
};

/* What the form says; ERR_INVALID with its faults noted. */
struct confirm_answer {
	int32_t			 version;
	bool			 confirmed;
	const char		*reason;
};
enum err	confirm_read(struct form *, struct confirm_answer *) MUST_CHECK;
/* Whether the form is shown; an error only for trouble. */
enum err	confirm_may(struct ctx *, bool *may) MUST_CHECK;

#endif
