/* What the administrator's account templates show. */
#ifndef ACCOUNT_ADMIN_VIEW_H
#define ACCOUNT_ADMIN_VIEW_H

#include "app/app.h"
#include "web/form.h"

struct admin_home_view {
	struct page	 page;
	int64_t		 accounts, communes, agencies, abolished, awards, dead_jobs;
	int64_t		 dead_mails, waiting_mails;
	bool		 everywhere, mail_configured;
	const char	*mail_trouble;	/* msg, or NULL */
	bool		 scanning;	/* a malware scanner is configured */
};

struct admin_account_line {
	struct account_id	 account_id;
	const char		*username, *full_name, *roles;
	bool			 active;
};

struct admin_accounts_view {
	struct page			 page;
	const char			*search, *next;		/* next: NULL on the last page */
	int64_t				 total;
	const struct admin_account_line	*lines;
	size_t				 nlines;
};

struct admin_grant_line {
	struct role_grant_id	 role_grant_id;
	const char		*role, *unit_name;
	struct timestamp	 since;
};

struct admin_account_view {
	struct page			 page;
	struct form			*form, *grant_form;
	bool				 is_new;
	struct account_id		 account_id;
	const char			*full_name, *username;
	const struct option		*role_options, *unit_options;
	size_t				 nrole_options, nunit_options;
	const struct admin_grant_line	*grants;
	size_t				 ngrants;
	bool				 stale;			/* somebody saved first: their text is in current_* */
	const char			*current_full_name, *current_email;
};

struct admin_password_view {
	struct page	 page;
	struct account_id account_id;
	const char	*full_name, *username, *password;
	bool		 is_new;
};

struct admin_job_line {
	struct job_id		 job_id;
	const char		*kind, *last_error, *state;
	int64_t			 attempts;
	struct timestamp	 created_at, run_after;
	bool			 dead;
};

struct admin_jobs_view {
	struct page			 page;
	const struct admin_job_line	*lines;
	size_t				 nlines;
};

#endif
