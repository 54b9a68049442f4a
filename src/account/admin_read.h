/* Reads the administrator's views from the database. */
#ifndef ACCOUNT_ADMIN_READ_H
#define ACCOUNT_ADMIN_READ_H

#include "account/admin_view.h"

enum err	admin_read_home(struct ctx *, struct admin_home_view *) MUST_CHECK;
/* view->search chooses; after is the last user name of the page before, or "". */
enum err	admin_read_accounts(struct ctx *, struct admin_accounts_view *, const char *after, int64_t count) MUST_CHECK;
/* Fills names, grants and choices; when fill is given, the form gets the saved values. */
enum err	admin_read_account(struct ctx *, struct account_id, struct admin_account_view *, struct form *fill) MUST_CHECK;
enum err	admin_read_jobs(struct ctx *, struct admin_jobs_view *) MUST_CHECK;
/* Put a dead job back to waiting; ERR_CONFLICT when it is not dead. */
enum err	admin_op_run_job_again(struct ctx *, struct job_id) MUST_CHECK;

#endif
