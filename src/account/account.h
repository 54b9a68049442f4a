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

/* Wrong passwords within the last 15 minutes, each count since the last right one of its kind. */
struct account_failures {
	int64_t	account;	/* for the account, from browsers it never signed in from */
	int64_t	both;		/* of these, from this address */
	int64_t	address;	/* from this address, for any account */
	int64_t	device;		/* from this browser, which the account signed in from before */
};

/*
 * Whether a sign-in may be tried.  A browser the account signed in from before has 10 tries, whatever goes on
 * elsewhere.  Strangers have 10 for an account from one address, 100 from one address (offices share one), 50
 * for an account from all the world: who guesses keeps out neither its owner in the office nor those elsewhere.
 */
bool		 account_may_try(const struct account_failures *, bool known_device);
/* What counts as one address: of IPv6 the network of a customer (64 bits), else the whole. */
const char	*account_network(struct arena *, const char *address);

/* A first password people can type from paper: 4 groups of 4 letters and digits without look-alikes (no i, l, o, 1) (80 bits). */
char		*account_generate_password(struct arena *);

#endif
