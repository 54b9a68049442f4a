/* What the pages of the outbox and of one's own notices show. */
#ifndef MAIL_MAIL_VIEW_H
#define MAIL_MAIL_VIEW_H

#include "mail/outbox_op.h"
#include "web/form.h"
#include "web/ui.h"

struct outbox_view {
	struct page			 page;
	struct form			*form;		/* of the limits */
	struct sql_mail_service_row	 service;
	struct ui_filters		 filters;
	enum mail_state			 state;
	struct sql_mail_list_rows	 rows;
	struct ui_pages			 pages;
	int64_t				 dead;
	bool				 has_trouble;
};

struct notices_view {
	struct page			 page;
	struct form			*form;
	struct sql_mail_own_row		 own;
	struct sql_mail_own_recent_rows	 recent;
	const enum notice_kind		*kinds;
	size_t				 nkinds;
	const struct option		*delivery;
	size_t				 ndelivery;
};

struct address_view {
	struct page			 page;
	struct form			*form;
	struct sql_mail_own_row		 own;
	const char			*token;		/* of the confirmation page */
};

#endif
