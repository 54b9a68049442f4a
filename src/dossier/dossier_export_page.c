/* Handlers of workbooks. */
#include "dossier/dossier_export_page.h"

#include "core/str.h"
#include "dossier/dossier_export_op.h"
#include "dossier/dossier_page.h"

#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

static enum err
send_book(struct web_req *req, struct web_res *res, bool blank)
{
	struct sql_dossier_get_row d;
	struct dossier_id id;
	const char *name;

	MUST(dossier_path(req, &id));
	MUST(dossier_op_get(req->ctx, id, &d));
	if (blank)
		name = "mau-danh-sach-de-nghi.xlsx";
	else
		name = arena_printf(req->arena, "danh-sach-de-nghi-%s.xlsx",
		    slugify(req->arena, d.letter_no[0] != '\0' ? d.letter_no : d.title));
	web_attachment(res, XLSX, name);
	return export_op_book(req->ctx, &d, blank, &res->body);
}

enum err
export_page_list(struct web_req *req, struct web_res *res)
{
	return send_book(req, res, false);
}

enum err
export_page_blank(struct web_req *req, struct web_res *res)
{
	return send_book(req, res, true);
}
