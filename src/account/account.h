/* Accounts: the pure rules of passwords, user names and throttling. */
#ifndef ACCOUNT_ACCOUNT_H
#define ACCOUNT_ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

#define PASSWORD_MIN	12	/* code points; length beats composition rules (NIST SP 800-63B) */
#define PASSWORD_MAX	200

/* Message id of what is wrong with a new password, or NULL.  Other than its length, it must not hold the user name. */
const char	*account_password_fault(const char *password, const char *username);

/* Lower case letters, digits, dot and dash, 2 to 40, first a letter or digit. */
bool		 account_username_valid(const char *);

/*
 * Whether a sign-in may be tried, given failures within the last 15 minutes.
 * 10 on one account or 100 from one address (offices share one) and the answer is
 * no until the oldest is 15 minutes old.
 */
bool		 account_may_try(int64_t failures_of_account, int64_t failures_of_address);

/* A first password people can type from paper: 4 groups of 4 letters and digits without look-alikes (no i, l, o, 1) (80 bits). */
char		*account_generate_password(struct arena *);

#endif
