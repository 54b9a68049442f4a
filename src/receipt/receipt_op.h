/* Use cases of receipts: having one made, handing it out, checking one. */
#ifndef RECEIPT_RECEIPT_OP_H
#define RECEIPT_RECEIPT_OP_H

#include <jansson.h>

#include "app/app.h"
#include "sql/receipt.h"

/* In the transaction of the filing. */
enum err	receipt_op_queue(struct ctx *, struct filing_id) MUST_CHECK;
/* The job "receipt.render". */
enum err	receipt_job(struct ctx *, const json_t *payload) MUST_CHECK;
/* *found false: filed, but not made yet (or not yours to see). */
enum err	receipt_op_file(struct ctx *, struct dossier_id, struct filing_id,
		    struct sql_receipt_file_row *, bool *found) MUST_CHECK;
/* For anybody; ERR_TOO_MANY after too many wrong ones from the same address. */
enum err	receipt_op_check(struct ctx *, const char *number, const char *code,
		    struct sql_receipt_check_row *, bool *found) MUST_CHECK;

#endif
