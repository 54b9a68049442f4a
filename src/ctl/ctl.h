/* vinhdanhctl: the administrator's command line; every command is a row of the table in main.c. */
#ifndef CTL_CTL_H
#define CTL_CTL_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"
#include "core/id.h"
#include "db/db.h"

/* What a command works with: the owner's connection, memory until the process ends. */
struct ctl {
	struct arena	*arena;
	struct db	*db;		/* role vd_owner; connects at the first transaction */
	char		**args;		/* after the command's words */
	int		 nargs;
};

/* Exit statuses: 0 done, 1 refused or failed (one line on standard error), 2 wrong usage. */
enum { CTL_OK = 0, CTL_FAILED = 1, CTL_USAGE = 2 };

typedef int ctl_command(struct ctl *);

ctl_command	ctl_account_create, ctl_account_lock, ctl_account_unlock, ctl_account_password;
ctl_command	ctl_role_grant, ctl_role_revoke;
ctl_command	ctl_honours_import;
ctl_command	ctl_units_import, ctl_awards_import, ctl_seed;
ctl_command	ctl_check, ctl_migrate, ctl_demo;
ctl_command	ctl_nominees_match, ctl_identity_key, ctl_identity_rekey;

/* "vinhdanhctl: ..." on standard error; CTL_FAILED. */
int		ctl_fail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* What the database said, for a person: the line ctl_fail prints for err. */
int		ctl_fail_db(struct ctl *, enum err, const char *doing);

/* One write transaction around fn; CTL_FAILED when fn or the commit fails, with nothing changed. */
int		ctl_transaction(struct ctl *, int (*fn)(struct ctl *, void *), void *arg);

/* Take "--name VALUE" out of the arguments; NULL when absent.  A flag without a value: ctl_flag. */
const char	*ctl_option(struct ctl *, const char *name);
bool		 ctl_flag(struct ctl *, const char *name);
/* Exactly n arguments left, none of them an option; else a line on standard error. */
bool		 ctl_args_are(struct ctl *, int n);

/* Append the audit row of a change made here; unit {0}: none; detail: JSON object text. */
enum err	 ctl_audit(struct ctl *, const char *action, const char *object, int64_t object_id,
		    struct unit_id, const char *detail) MUST_CHECK;
/* {"key": value, ...} from n pairs of strings; a NULL value becomes null. */
const char	*ctl_json(struct ctl *, int pairs, ...);

/* Entries of the register for what has none yet, inside the caller's transaction. */
enum err	 ctl_match_nominees(struct ctl *, int64_t *nominations, int64_t *honours) MUST_CHECK;
enum err	 ctl_match_honours(struct ctl *, bool imported_only, int64_t *matched) MUST_CHECK;
/* What is wrong with VD_IDENTITY_KEY_FILE for this database, NULL for nothing; *skipped: nothing to check. */
const char	*ctl_identity_fault(struct ctl *, bool *skipped);

/* The directory two levels above this program (build/vinhdanhctl), where scripts/ and sql/ are. */
const char	*ctl_home(struct ctl *);

#endif
