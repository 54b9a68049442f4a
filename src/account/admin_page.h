/* Handlers of the administrator's pages for accounts, roles and background work. */
#ifndef ACCOUNT_ADMIN_PAGE_H
#define ACCOUNT_ADMIN_PAGE_H

#include "web/route.h"

web_handler	admin_page_home;		/* GET  /quan-tri */
web_handler	admin_page_accounts;		/* GET  /quan-tri/tai-khoan */
web_handler	admin_page_account_new;		/* GET  /quan-tri/tai-khoan/moi */
web_handler	admin_page_account_create;	/* POST /quan-tri/tai-khoan/moi */
web_handler	admin_page_account;		/* GET  /quan-tri/tai-khoan/:account_id */
web_handler	admin_page_account_save;	/* POST /quan-tri/tai-khoan/:account_id */
web_handler	admin_page_account_password;	/* POST /quan-tri/tai-khoan/:account_id/mat-khau */
web_handler	admin_page_grant;		/* POST /quan-tri/tai-khoan/:account_id/vai-tro */
web_handler	admin_page_revoke;		/* POST /quan-tri/tai-khoan/:account_id/vai-tro/:role_grant_id/thu-hoi */
web_handler	admin_page_jobs;		/* GET  /quan-tri/viec-nen */
web_handler	admin_page_job_again;		/* POST /quan-tri/viec-nen/:job_id/chay-lai */

#endif
