/* The job that makes the printable receipt of a filing: once, from the frozen copy alone. */
#include "core/buf.h"
#include "receipt/receipt_op.h"
#include "receipt/receipt_pdf.h"

enum err
receipt_job(struct ctx *c, const json_t *payload)
{
	struct filing_id id = { json_integer_value(json_object_get(payload, "filing_id")) };
	struct sql_receipt_facts_row f;
	struct sql_receipt_keep_row kept;
	struct receipt r = { 0 };
	struct buf pdf = { 0 };
	enum err err;

	MUST(sql_receipt_facts(
	    c->db, c->arena, &(struct sql_receipt_facts_params){ .filing_id = id }, &f));
	r.receipt_no = f.receipt_no;
	r.check_code = f.check_code;
	r.sha256 = f.sha256;
	r.filed_at = f.filed_at;
	MUST(receipt_from_content(c->arena, f.content, &r));
	if ((err = receipt_pdf(c->arena, &r, c->app->origin, &pdf)) == ERR_OK)
		err = sql_receipt_keep(c->db, c->arena,
		    &(struct sql_receipt_keep_params){
			.filing_id = id, .content = { (const unsigned char *)pdf.p, pdf.len } },
		    &kept);
	buf_free(&pdf);
	return err;
}
