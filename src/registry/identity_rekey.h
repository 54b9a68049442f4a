/*
 * Moving all identity numbers of a database to the newest key of a key file that still holds the older ones.
 * First ciphers, batch by batch, while everything runs: each row says which key opens it, so this may stop and be done
 * again.  Then all hashes in one transaction, in which nobody touches numbers: equal numbers have equal hashes at any
 * time, so nobody is lost or doubled.  Works with the owner's connection.
 */
#ifndef REGISTRY_IDENTITY_REKEY_H
#define REGISTRY_IDENTITY_REKEY_H

#include "db/db.h"
#include "registry/identity.h"

struct rekey_result {
	int	key_id;		/* of the newest key */
	int64_t	resealed;	/* ciphers made anew, in batches */
	int64_t	moved;		/* numbers that changed to the newest key altogether; 0: all were there */
	int	missing;	/* key of the database that is not in the file, or another there; 0: none */
	char	unopened[64];	/* "nominee 12": no key of the file opens it; "" none */
};

/*
 * after_batch (may be NULL) is asked after each batch of ciphers; false stops there, with ERR_OK and moved 0.
 * ERR_INVALID: missing or unopened says why; what was committed before stays and is good.
 */
enum err	identity_rekey(struct db *, const struct identity_keys *, int64_t batch, bool (*after_batch)(void *), void *arg,
		    struct rekey_result *) MUST_CHECK;

#endif
