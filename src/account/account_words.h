/* What each role may do, for the page that grants it. */
#ifndef ACCOUNT_ACCOUNT_WORDS_H
#define ACCOUNT_ACCOUNT_WORDS_H

#include "sql/types.h"

const char	*role_explanation(enum role);	/* message id: what one may do with it */

#endif
