/* Handlers of the outbox (administrator) and of one's own address and notices. */
#ifndef MAIL_MAIL_PAGE_H
#define MAIL_MAIL_PAGE_H

#include "mail/mail_view.h"

enum err	outbox_page_show(struct web_req *, struct web_res *);
enum err	outbox_page_resend(struct web_req *, struct web_res *);
enum err	outbox_page_resend_all(struct web_req *, struct web_res *);
enum err	outbox_page_drop(struct web_req *, struct web_res *);
enum err	outbox_page_release(struct web_req *, struct web_res *);
enum err	outbox_page_setting(struct web_req *, struct web_res *);

enum err	notices_page_show(struct web_req *, struct web_res *);
enum err	notices_page_save(struct web_req *, struct web_res *);
enum err	address_page_form(struct web_req *, struct web_res *);
enum err	address_page_ask(struct web_req *, struct web_res *);
enum err	address_page_drop(struct web_req *, struct web_res *);
enum err	address_page_confirm_form(struct web_req *, struct web_res *);
enum err	address_page_confirm(struct web_req *, struct web_res *);

#endif
