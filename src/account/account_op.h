/* Use cases of the signed-in person's own account. */
#ifndef ACCOUNT_ACCOUNT_OP_H
#define ACCOUNT_ACCOUNT_OP_H

#include "app/app.h"

/* Argon2id (libsodium, interactive limits) of a password; in the arena. */
enum err	account_hash_password(struct arena *, const char *password, const char **hash) MUST_CHECK;

enum sign_in { SIGN_IN_DONE, SIGN_IN_REFUSED, SIGN_IN_THROTTLED };

/*
 * Try a name and a password; device: device_of().  DONE sets *account_id and takes on its identity for this
 * transaction.  DONE and REFUSED are recorded, so the caller keeps the transaction; THROTTLED writes nothing, the
 * failure that closed the door is in the audit log.  Unknown names cost the same time as known ones.
 */
enum err	account_op_sign_in(struct ctx *, const char *username, const char *password,
		    const char *device, enum sign_in *, struct account_id *) MUST_CHECK;

/*
 * Whether this is the own password: ERR_INVALID when not, ERR_TOO_MANY after ten failures of those who were signed in;
 * what strangers try at the sign-in does not count.  A failure is recorded: the caller keeps the transaction then.
 */
enum err	account_op_check_password(struct ctx *, const char *present) MUST_CHECK;

/*
 * Change the own password; ERR_INVALID when the present one is wrong, ERR_TOO_MANY after ten failures.  A failure is recorded: the caller keeps the transaction then.  The caller ends the
 * other sessions.
 */
enum err	account_op_change_password(struct ctx *, const char *present, const char *wanted) MUST_CHECK;

#endif
