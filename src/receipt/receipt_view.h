/* What the public check of a receipt shows. */
#ifndef RECEIPT_RECEIPT_VIEW_H
#define RECEIPT_RECEIPT_VIEW_H

#include "app/app.h"
#include "receipt/receipt_op.h"

struct receipt_check_view {
	struct page				 page;
	bool					 asked;		/* the form was sent, or an address with a number */
	bool					 partly;	/* the number or the code is missing */
	bool					 found;
	const char				*number, *code;	/* as typed */
	struct sql_receipt_check_row		 r;		/* when found */
	const char				*filed_at, *replaced_at; /* to the second */
};

#endif
