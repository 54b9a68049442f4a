/* Handlers where votes come in: the member's own, written opinions, paper counts. */
#include "council/vote_page.h"

#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "council/council_page.h"
#include "council/council_read.h"
#include "council/council_words.h"
#include "tmpl/council.h"

static enum err
read_session(struct web_req *req, const char *title, struct form *f, struct session_view *v)
{
	struct council_session_id id;

	MUST(web_path_id(req, "council_session_id", &id.v));
	v->page = page_new(req, title);
	v->form = f;
	v->page.form = f;
	MUST(council_read_session(req->ctx, id, v));
	council_crumbs(req, &v->page, &v->s);
	return ERR_OK;
}

/* The choices of a form with one group of radio buttons an item; items left alone are left out. */
static size_t
read_choices(
    struct web_req *req, struct form *f, const struct session_view *v, struct vote_line **out)
{
	static const char *const texts[] = { "approve", "disapprove", "abstain" };
	static const enum vote_choice values[] = { VOTE_CHOICE_APPROVE, VOTE_CHOICE_DISAPPROVE,
		VOTE_CHOICE_ABSTAIN };
	size_t n = 0;

	*out = arena_array(req->arena, v->nlines, sizeof(**out));
	/* Items closed meanwhile are read too, so that the answer says "too late" and not "unknown field". */
	for (size_t i = 0; i < v->nlines; i++) {
		int k;

		if (web_form(req, v->lines[i].field) == NULL)
			continue;
		k = form_choice(f, v->lines[i].field, texts, 3);
		if (k >= 0)
			(*out)[n++] =
			    (struct vote_line){ v->lines[i].i->agenda_item_id, values[k] };
	}
	if (n == 0 && f->messages == NULL)
		form_error(f, "", T("Chưa chọn ý kiến cho nội dung nào."), 0);
	return n;
}

/* --- the member's own ---------------------------------------------------------------------------------- */

static enum err
show_ballot(struct web_req *req, struct web_res *res, struct form *f)
{
	struct session_view v = { 0 };

	MUST(read_session(req, T("Bỏ phiếu"), f, &v));
	if (v.s.council_member_id_null)
		return ERR_FORBIDDEN;
	MUST(council_read_votes(req->ctx, &v, v.s.council_member_id, false));
	tmpl_council_ballot(web_html(req, res), &v);
	return ERR_OK;
}

enum err
vote_page_form(struct web_req *req, struct web_res *res)
{
	return show_ballot(req, res, form_new(req));
}

enum err
vote_page_cast(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct session_view v = { 0 };
	struct vote_line *votes;
	size_t n;

	MUST(read_session(req, T("Bỏ phiếu"), f, &v));
	if (v.s.council_member_id_null)
		return ERR_FORBIDDEN;
	n = read_choices(req, f, &v, &votes);
	if (!form_ok(f)) {
		MUST(show_ballot(req, res, f));
		return ERR_INVALID;
	}
	MUST(council_op_vote(req->ctx, v.s.council_session_id, votes, n));
	return web_redirect(
	    res, "/hoi-dong/phien/%" PRId64 "/phieu?tb=da-bo-phieu", v.s.council_session_id.v);
}

/* --- written opinions -------------------------------------------------------------------------------------- */

static enum err
read_written(struct web_req *req, struct form *f, int64_t member, struct written_view *v)
{
	MUST(read_session(req, T("Ý kiến bằng văn bản"), f, &v->base));
	if (!v->base.s.may_manage)
		return ERR_FORBIDDEN;
	if (member == 0)
		return ERR_OK;
	for (size_t i = 0; i < v->base.npeople; i++) {
		if (v->base.people[i].m->council_member_id.v == member) {
			v->member_id.v = member;
			v->member_name = v->base.people[i].m->full_name;
			return council_read_votes(req->ctx, &v->base, v->member_id, true);
		}
	}
	return ERR_NOT_FOUND;
}

enum err
vote_page_written_form(struct web_req *req, struct web_res *res)
{
	struct written_view v = { 0 };
	int64_t member;

	MUST(web_query_i64(req, "thanh-vien", 1, INT64_MAX, 0, &member));
	MUST(read_written(req, form_new(req), member, &v));
	tmpl_council_written(web_html(req, res), &v);
	return ERR_OK;
}

enum err
vote_page_written(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct written_view v = { 0 };
	struct vote_line *votes;
	int64_t member = form_i64(f, "member", 1, INT64_MAX, 0);
	size_t n;

	if (member == 0)
		return ERR_BAD_REQUEST;
	MUST(read_written(req, f, member, &v));
	n = read_choices(req, f, &v.base, &votes);
	if (!form_ok(f)) {
		MUST(council_read_votes(req->ctx, &v.base, v.member_id, true));
		tmpl_council_written(web_html(req, res), &v);
		return ERR_INVALID;
	}
	MUST(council_op_written(req->ctx, v.base.s.council_session_id, v.member_id, votes, n));
	return web_redirect(res, "/hoi-dong/phien/%" PRId64 "/y-kien-van-ban?tb=da-luu",
	    v.base.s.council_session_id.v);
}

/* --- paper ------------------------------------------------------------------------------------------------------ */

static enum err
show_paper(struct web_req *req, struct web_res *res, struct form *f,
    const struct paper_line *sent, size_t n)
{
	struct session_view v = { 0 };
	struct item_line *lines;

	MUST(read_session(req, T("Kiểm phiếu giấy"), f, &v));
	if (!v.s.may_manage && v.s.council_member_id_null)
		return ERR_FORBIDDEN;
	lines = arena_memdup(req->arena, v.lines, v.nlines * sizeof(*lines));
	for (size_t i = 0; i < v.nlines; i++) {
		for (int k = 0; k < 3; k++) {
			if (form_value(f, lines[i].fields[k])[0] != '\0')
				lines[i].typed[k] = form_value(f, lines[i].fields[k]);
		}
		lines[i].error = form_message_of(f, lines[i].fields[0]);
		for (int k = 1; k < 3 && lines[i].error == NULL; k++)
			lines[i].error = form_message_of(f, lines[i].fields[k]);
		for (size_t k = 0; k < n; k++) {
			if (sent[k].mismatch && sent[k].item.v == lines[i].i->agenda_item_id.v)
				lines[i].mismatch = &sent[k];
		}
	}
	v.lines = lines;
	tmpl_council_paper(web_html(req, res), &v);
	return ERR_OK;
}

enum err
vote_page_paper_form(struct web_req *req, struct web_res *res)
{
	return show_paper(req, res, form_new(req), NULL, 0);
}

/* Three numbers of one item; false when all are empty. */
static bool
read_totals(struct web_req *req, struct form *f, const struct session_view *v,
    const struct item_line *l, struct paper_line *out)
{
	int64_t n[3];
	bool empty = true;

	for (int k = 0; k < 3; k++)
		empty = empty && str_empty(web_form(req, l->fields[k]));
	if (empty) {
		for (int k = 0; k < 3; k++)
			(void)form_text(f, l->fields[k], 0, 10);
		return false;
	}
	for (int k = 0; k < 3; k++)
		n[k] = form_i64(f, l->fields[k], 0, 99, -1);
	if (n[0] + n[1] + n[2] > v->present && form_message_of(f, l->fields[0]) == NULL)
		form_error(f, l->fields[0],
		    T("Tổng số phiếu lớn hơn số thành viên có mặt. Đếm lại rồi nhập."), 0);
	*out = (struct paper_line){ .item = l->i->agenda_item_id,
		.count = { (int32_t)n[0], (int32_t)n[1], (int32_t)n[2] } };
	return true;
}

enum err
vote_page_paper(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct session_view v = { 0 };
	struct paper_line *lines;
	size_t n = 0;
	enum err err;

	MUST(read_session(req, T("Kiểm phiếu giấy"), f, &v));
	lines = arena_array(req->arena, v.nlines, sizeof(*lines));
	for (size_t i = 0; i < v.nlines; i++) {
		const char *replace =
		    arena_printf(req->arena, "thay-%" PRId64, v.lines[i].i->agenda_item_id.v);
		const char *seen =
		    arena_printf(req->arena, "cua-%" PRId64, v.lines[i].i->agenda_item_id.v);
		bool replaced = form_checked(f, replace);
		int64_t by = form_i64(f, seen, 0, INT64_MAX, 0);

		if (read_totals(req, f, &v, &v.lines[i], &lines[n])) {
			lines[n].replace = replaced;
			lines[n++].seen_by.v = by;
		}
	}
	if (n == 0 && f->messages == NULL)
		form_error(f, "", T("Chưa nhập số phiếu cho nội dung nào."), 0);
	if (!form_ok(f)) {
		MUST(show_paper(req, res, f, NULL, 0));
		return ERR_INVALID;
	}
	MUST(db_savepoint(req->ctx->db));
	err = council_op_paper(req->ctx, v.s.council_session_id, lines, n);
	if (err == ERR_INVALID) {
		db_rollback_to_savepoint(req->ctx->db);
		form_error(f, "",
		    T("Số phiếu của hai người không khớp. Chưa có gì được ghi; đếm lại phiếu rồi nhập lại."),
		    0);
		MUST(show_paper(req, res, f, lines, n));
		return ERR_INVALID;
	}
	MUST(err);
	return web_redirect(res, "/hoi-dong/phien/%" PRId64 "/kiem-phieu?tb=da-nhap-so-phieu",
	    v.s.council_session_id.v);
}
