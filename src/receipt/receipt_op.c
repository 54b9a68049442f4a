/* Use cases of receipts: having one made, handing it out, checking one. */
#include "receipt/receipt_op.h"

#include "core/buf.h"
#include "core/lang.h"
#include "receipt/receipt.h"

enum err
receipt_op_queue(struct ctx *c, struct filing_id id)
{
	struct sql_receipt_queue_row row;

	return sql_receipt_queue(
	    c->db, c->arena, &(struct sql_receipt_queue_params){ .filing_id = id }, &row);
}

enum err
receipt_op_file(struct ctx *c, struct dossier_id dossier, struct filing_id id,
    struct sql_receipt_file_row *row, bool *found)
{
	return sql_receipt_file(c->db, c->arena,
	    &(struct sql_receipt_file_params){ .filing_id = id, .dossier_id = dossier }, row,
	    found);
}

enum err
receipt_op_check(struct ctx *c, const char *number, const char *code,
    struct sql_receipt_check_row *row, bool *found)
{
	static struct brake brake; /* of this worker */

	if (!receipt_brake_allows(&brake, c->address, c->now)) {
		c->why = T(
		    "Địa chỉ mạng của bạn đã kiểm tra sai nhiều lần liên tiếp. Chờ một phút rồi thử lại.");
		return ERR_TOO_MANY;
	}
	MUST(sql_receipt_check(c->db, c->arena,
	    &(struct sql_receipt_check_params){ .number = receipt_no_typed(c->arena, number),
		.code = receipt_code_typed(c->arena, code) },
	    row, found));
	if (!*found)
		receipt_brake_wrong(&brake, c->address, c->now);
	return ERR_OK;
}
