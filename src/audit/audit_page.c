/* Handlers of the auditor's pages. */
#include "audit/audit_page.h"

#include <string.h>

#include "audit/audit_op.h"
#include "core/str.h"
#include "core/utf8.h"
#include "tmpl/audit.h"

/* A filter as typed, or "" when it is none or not text. */
static const char *
typed(struct web_req *req, const char *name)
{
	const char *s = web_query(req, name);

	return s != NULL && utf8_valid(s, strlen(s)) ? str_trim(req->arena, s) : "";
}

enum err
audit_page_home(struct web_req *req, struct web_res *res)
{
	struct audit_home_view v = { .page = page_new(req, T("Kiểm tra")),
		.search = typed(req, "q") };
	int64_t before;

	v.page.wide = true;
	MUST(web_query_i64(req, "truoc", 1, INT64_MAX, INT64_MAX, &before));
	MUST(audit_op_find(req->ctx, before, &v));
	tmpl_audit_home(web_html(req, res), &v);
	return ERR_OK;
}

enum err
audit_page_log(struct web_req *req, struct web_res *res)
{
	struct audit_log_view v = { .page = page_new(req, T("Nhật ký")),
		.username = typed(req, "tai-khoan"),
		.object = typed(req, "doi-tuong"),
		.from = typed(req, "tu"),
		.to = typed(req, "den") };
	struct audit_filter f = { .username = v.username, .object = v.object };
	struct date day;

	v.page.wide = true;
	MUST(web_query_i64(req, "truoc", 1, INT64_MAX, INT64_MAX, &f.before));
	MUST(web_query_i64(req, "so", 0, INT64_MAX, 0, &f.object_id));
	v.object_id = f.object_id;
	/* days of Ho Chi Minh City: from 00:00 of the first to 24:00 of the last */
	if (v.from[0] != '\0' && date_parse(v.from, &day) != ERR_OK)
		v.fault = tr(req->lang, T("Ngày bắt đầu không đúng. Nhập dạng 05/11/2026."));
	else if (v.from[0] != '\0')
		f.from.us = (date_to_days(day) * 86400 - 7 * 3600) * 1000000;
	if (v.to[0] != '\0' && date_parse(v.to, &day) != ERR_OK)
		v.fault = tr(req->lang, T("Ngày kết thúc không đúng. Nhập dạng 05/11/2026."));
	else if (v.to[0] != '\0')
		f.to.us = ((date_to_days(day) + 1) * 86400 - 7 * 3600) * 1000000;
	MUST(audit_op_log(req->ctx, &f, &v));
	tmpl_audit_log(web_html(req, res), &v);
	return ERR_OK;
}

enum err
audit_page_story(struct web_req *req, struct web_res *res)
{
	struct audit_story_view v = { .page = page_new(req, T("Toàn bộ diễn biến")) };
	struct nomination_id id;

	v.page.wide = true;
	MUST(web_path_id(req, "nomination_id", &id.v));
	MUST(audit_op_story(req->ctx, id, &v));
	tmpl_audit_story(web_html(req, res), &v);
	return ERR_OK;
}
