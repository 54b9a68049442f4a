/* Reads what the page of the own account shows. */
#ifndef ACCOUNT_ACCOUNT_READ_H
#define ACCOUNT_ACCOUNT_READ_H

#include "account/account_view.h"
#include "core/hash.h"

/* present: hash of the token of this browser, to mark it; NULL when unknown. */
enum err	account_read_own(struct ctx *, const struct sha256 *present, struct account_view *) MUST_CHECK;

#endif
