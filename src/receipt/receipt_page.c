/* Handlers of receipts: the printable one for the unit, the public check for anybody. */
#include "receipt/receipt_page.h"

#include "receipt/receipt_view.h"
#include "tmpl/receipt.h"

enum err
receipt_page_pdf(struct web_req *req, struct web_res *res)
{
	struct sql_receipt_file_row row;
	struct dossier_id dossier;
	struct filing_id id;
	bool found;

	MUST(web_path_id(req, "dossier_id", &dossier.v));
	MUST(web_path_id(req, "filing_id", &id.v));
	MUST(receipt_op_file(req->ctx, dossier, id, &row, &found));
	if (!found) {
		req->ctx->why = T(
		    "Bản in của biên nhận này đang được lập, thường xong trong vài giây. Nếu tài khoản của bạn được xem hồ sơ, tải lại trang sau ít giây.");
		return ERR_NOT_FOUND;
	}
	web_attachment(res, "application/pdf",
	    arena_printf(req->arena, "bien-nhan-%s.pdf", row.receipt_no));
	buf_add(&res->body, row.content.p, row.content.n);
	return ERR_OK;
}

/* "17:04:09 05/11/2026": a receipt is about the second. */
static const char *
to_the_second(struct arena *a, struct timestamp t)
{
	return t.us == 0 ? NULL
			 : arena_printf(a, "%.8s %s", timestamp_format_iso(a, t) + 11,
			       date_format(a, date_of(t)));
}

static enum err
check(struct web_req *req, struct web_res *res, const char *number, const char *code)
{
	struct receipt_check_view v = { .number = number, .code = code };

	v.asked =
	    web_query(req, "so") != NULL || web_query(req, "ma") != NULL || number[0] != '\0';
	v.partly = v.asked && (number[0] == '\0' || code[0] == '\0');
	if (v.asked && !v.partly)
		MUST(receipt_op_check(req->ctx, number, code, &v.r, &v.found));
	if (v.found) {
		v.filed_at = to_the_second(req->arena, v.r.filed_at);
		v.replaced_at = to_the_second(req->arena, v.r.replaced_at);
	}
	v.page = page_new(req, T("Kiểm tra biên nhận"));
	/* The address holds the code: it goes into no cache and to nobody else. */
	web_add_header(res, "cache-control", "no-store");
	web_add_header(res, "referrer-policy", "no-referrer");
	tmpl_receipt_check(web_html(req, res), &v);
	if (v.asked && !v.found)
		res->status = 404;
	return ERR_OK;
}

static const char *
asked(const struct web_req *req, const char *name)
{
	const char *value = web_query(req, name);

	return value != NULL ? value : "";
}

enum err
receipt_page_form(struct web_req *req, struct web_res *res)
{
	return check(req, res, asked(req, "so"), asked(req, "ma"));
}

enum err
receipt_page_check(struct web_req *req, struct web_res *res)
{
	return check(req, res, web_path_text(req, "receipt_no"), asked(req, "ma"));
}
