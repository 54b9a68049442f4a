/* Use cases of the administrator: accounts and roles. */
#ifndef ACCOUNT_ADMIN_OP_H
#define ACCOUNT_ADMIN_OP_H

#include "app/app.h"

struct account_input {
	const char	*username;	/* only when made */
	const char	*full_name;
	const char	*email;		/* NULL: none */
	bool		 active;
	int32_t		 version;
};

/* Makes the account with a generated first password, handed back once in *password. */
enum err	admin_op_create_account(struct ctx *, const struct account_input *, struct account_id *,
		    const char **password) MUST_CHECK;
/* ERR_STALE when somebody saved first.  Deactivating ends all sessions; nobody deactivates oneself (ERR_CONFLICT). */
enum err	admin_op_update_account(struct ctx *, struct account_id, const struct account_input *) MUST_CHECK;
enum err	admin_op_reset_password(struct ctx *, struct account_id, const char **password) MUST_CHECK;
/* ERR_CONFLICT when the role is held there already. */
enum err	admin_op_grant(struct ctx *, struct account_id, enum role, struct unit_id) MUST_CHECK;
/* ERR_CONFLICT when it would take the administrator's own administrator role away. */
enum err	admin_op_revoke(struct ctx *, struct account_id, struct role_grant_id) MUST_CHECK;

#endif
