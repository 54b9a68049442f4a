/* Money: whole đồng, and its Vietnamese grouping. */
#ifndef CORE_MONEY_H
#define CORE_MONEY_H

#include <stdint.h>

#include "core/arena.h"

struct money { int64_t dong; };

char	*money_format(struct arena *, struct money);	/* "2.530.000 đồng" */
char	*int_format(struct arena *, int64_t);		/* "1.049" */

/* A decimal as PostgreSQL writes it ("1.500") with the reader's point and no idle zeros: "1,5". */
char	*decimal_format(struct arena *, const char *numeric, char point);

#endif
