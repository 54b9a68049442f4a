/* Use cases of notices: the words of each event, and the way into the outbox. */
#include "mail/notice_op.h"

#include <inttypes.h>
#include <string.h>

#include "calendar/calendar_op.h"
#include "core/money.h"
#include "core/str.h"
#include "mail/mail.h"
#include "sql/mail.h"

#define ABOUT_MAX   160 /* code points of a title */
#define SUBJECT_MAX 140
#define REASON_MAX  400

/* Mails are written in Vietnamese: an account has no language of its own. */
static const char *
say(struct ctx *c, const char *msgid)
{
	(void)c;
	return tr(LANG_VI, msgid);
}

/*
 * The whole text.  Data goes in by appending, never through a format of ours read again, so that nothing in a name
 * can stand for something else.
 */
static const char *
compose(struct ctx *c, const struct notice *n, const char *about)
{
	struct buf out = { 0 };
	const char *text;

	if (!str_empty(about))
		buf_printf(&out, "%s\n\n", about);
	buf_printf(&out, "%s\n", n->opening);
	if (!str_empty(n->detail))
		buf_printf(&out, "\n%s\n", n->detail);
	if (!str_empty(n->path))
		buf_printf(
		    &out, "\n%s\n%s%s\n", say(c, T("Xem tại:")), c->app->origin, n->path);
	buf_printf(&out, "\n-- \n%s\n%s %s/tai-khoan/thong-bao\n",
	    say(c, T("Thư tự động của hệ thống Vinh Danh, xin không trả lời thư này.")),
	    say(c, T("Chọn loại thông báo, nhận gộp mỗi ngày một thư:")), c->app->origin);
	text = arena_strndup(c->arena, out.p, out.len);
	buf_free(&out);
	return text;
}

enum err
notice_op_queue(struct ctx *c, const struct notice *n)
{
	struct sql_mail_queue_row row;
	const char *about = mail_line(c->arena, n->about, ABOUT_MAX), *subject = n->subject;

	if (subject == NULL) {
		subject = say(c, notice_kind_words(n->kind));
		if (about[0] != '\0')
			subject = arena_printf(c->arena, "%s: %s", subject, about);
	}
	return sql_mail_queue(c->db, c->arena,
	    &(struct sql_mail_queue_params){ .kind = n->kind,
		.account_id = n->account_id,
		.account_id_null = n->account_id.v == 0,
		.unit_id = n->unit_id,
		.unit_id_null = n->unit_id.v == 0,
		.roles = (int32_t)n->roles,
		.object = n->object,
		.object_id = n->object_id,
		.dedupe_key = n->event,
		.subject = mail_line(c->arena, subject, SUBJECT_MAX),
		.body = compose(c, n, about),
		.path = n->path != NULL ? n->path : "",
		.settles = n->kind == NOTICE_KIND_RETURNED,
		.not_before = n->not_before,
		.address = n->address },
	    &row);
}

static enum err
queue_dossier(struct ctx *c, enum notice_kind kind, const struct sql_mail_about_dossier_row *d,
    const char *event, const char *opening, const char *detail, struct timestamp not_before)
{
	const char *title = !str_empty(d->letter_no)
	    ? arena_printf(c->arena, "%s (%s)", d->title, d->letter_no)
	    : d->title;

	return notice_op_queue(c,
	    &(struct notice){ .kind = kind,
		.account_id = d->account_id,
		.unit_id = d->unit_id,
		.roles = NOTICE_WRITERS,
		.object = "dossier",
		.object_id = d->dossier_id.v,
		.event = event,
		.about = title,
		.opening = opening,
		.detail = detail,
		.path =
		    arena_printf(c->arena, "/ho-so/%" PRId64 "/tien-trinh", d->dossier_id.v),
		.not_before = not_before });
}

static enum err
about(struct ctx *c, struct dossier_id id, struct sql_mail_about_dossier_row *d)
{
	return sql_mail_about_dossier(
	    c->db, c->arena, &(struct sql_mail_about_dossier_params){ .dossier_id = id }, d);
}

enum err
notice_op_dossier(struct ctx *c, enum notice_kind kind, struct dossier_id id, const char *event,
    const char *opening, const char *detail, struct timestamp not_before)
{
	struct sql_mail_about_dossier_row d;

	MUST(about(c, id, &d));
	return queue_dossier(c, kind, &d, event, opening, detail, not_before);
}

/* --- events ------------------------------------------------------------------------------------------ */

enum err
notice_op_filed(struct ctx *c, struct dossier_id id, struct filing_id filing,
    const char *receipt_no, int64_t nominations, const char *sha256)
{
	return notice_op_dossier(c, NOTICE_KIND_FILED, id,
	    arena_printf(c->arena, "filed:%" PRId64, filing.v),
	    tr_fmt(c->arena, LANG_VI,
		T("Hồ sơ đã được nộp lúc %1, gồm %2 trường hợp. Số biên nhận: %3."), 3,
		timestamp_format(c->arena, c->now), int_format(c->arena, nominations),
		receipt_no),
	    tr_fmt(c->arena, LANG_VI, T("Mã băm SHA-256 của nội dung đã nộp:\n%1"), 1, sha256),
	    (struct timestamp){ 0 });
}

enum err
notice_op_received(struct ctx *c, struct dossier_id id)
{
	struct sql_mail_about_dossier_row d;
	struct date today = date_of(c->now);

	MUST(about(c, id, &d));
	return queue_dossier(c, NOTICE_KIND_RECEIVED, &d,
	    arena_printf(c->arena, "received:%" PRId64 ":%s:%" PRId64, id.v,
		date_format_iso(c->arena, today), c->now.us),
	    tr_fmt(c->arena, LANG_VI,
		T("Sở Nội vụ đã tiếp nhận hồ sơ ngày %1 và đang thẩm định %2 trường hợp. Quy định áp dụng cho hồ sơ được giữ theo ngày tiếp nhận này."),
		2, date_format(c->arena, today), int_format(c->arena, d.nominations)),
	    NULL, (struct timestamp){ 0 });
}

enum err
notice_op_returned(struct ctx *c, struct dossier_id id)
{
	struct sql_mail_about_dossier_row d;
	struct sql_mail_return_reasons_rows reasons;
	struct buf out = { 0 };
	const char *detail;
	enum err err;

	MUST(about(c, id, &d));
	MUST(sql_mail_return_reasons(c->db, c->arena,
	    &(struct sql_mail_return_reasons_params){ .dossier_id = id }, &reasons));
	for (size_t i = 0; i < reasons.n && i < 5; i++)
		buf_printf(&out, "%s- %s\n%s", i > 0 ? "\n" : "",
		    tr_fmt(c->arena, LANG_VI, T("%1 trường hợp:"), 1,
			int_format(c->arena, reasons.v[i].total)),
		    mail_lines(c->arena, reasons.v[i].reason, REASON_MAX));
	if (reasons.n > 5)
		buf_printf(&out, "\n- %s", say(c, T("Các lý do khác: xem trên trang.")));
	detail = arena_strndup(c->arena, out.p != NULL ? out.p : "", out.len);
	buf_free(&out);
	err = queue_dossier(c, NOTICE_KIND_RETURNED, &d,
	    arena_printf(c->arena, "returned:%" PRId64 ":%" PRId64, id.v, c->now.us),
	    tr_fmt(c->arena, LANG_VI,
		T("%1 trong %2 trường hợp của hồ sơ được trả lại để bổ sung. Sửa các trường hợp này rồi thủ trưởng đơn vị nộp lại; các trường hợp khác vẫn được giải quyết."),
		2, int_format(c->arena, d.returned), int_format(c->arena, d.nominations)),
	    detail, (struct timestamp){ 0 });
	return err;
}

static enum err
dossiers_of(struct ctx *c, const struct nomination_id *ids, size_t n,
    struct sql_mail_dossiers_of_rows *rows)
{
	struct buf list = { 0 };
	enum err err;

	for (size_t i = 0; i < n; i++)
		buf_printf(&list, "%c%" PRId64, i == 0 ? '{' : ',', ids[i].v);
	buf_puts(&list, n == 0 ? "{}" : "}");
	err = sql_mail_dossiers_of(
	    c->db, c->arena, &(struct sql_mail_dossiers_of_params){ .ids = list.p }, rows);
	buf_free(&list);
	return err;
}

enum err
notice_op_decided(struct ctx *c, struct decision_id decision, const char *number,
    struct date decided_on, const struct nomination_id *ids, size_t n)
{
	struct sql_mail_dossiers_of_rows rows;

	MUST(dossiers_of(c, ids, n, &rows));
	for (size_t i = 0; i < rows.n; i++)
		MUST(notice_op_dossier(c, NOTICE_KIND_DECIDED, rows.v[i].dossier_id,
		    arena_printf(c->arena, "decided:%" PRId64 ":%" PRId64, decision.v,
			rows.v[i].dossier_id.v),
		    tr_fmt(c->arena, LANG_VI,
			T("%1 trường hợp của hồ sơ được khen thưởng theo Quyết định số %2 ngày %3."),
			3, int_format(c->arena, rows.v[i].total),
			mail_line(c->arena, number, 60), date_format(c->arena, decided_on)),
		    NULL, (struct timestamp){ 0 }));
	return ERR_OK;
}

enum err
notice_op_published(struct ctx *c, struct honour_list_id list, int32_t version,
    const char *title, const char *path, struct timestamp visible_from,
    const struct nomination_id *ids, size_t n)
{
	struct sql_mail_dossiers_of_rows rows;

	MUST(dossiers_of(c, ids, n, &rows));
	for (size_t i = 0; i < rows.n; i++)
		MUST(notice_op_dossier(c, NOTICE_KIND_PUBLISHED, rows.v[i].dossier_id,
		    arena_printf(c->arena, "published:%" PRId64 ":%" PRId32 ":%" PRId64, list.v,
			version, rows.v[i].dossier_id.v),
		    tr_fmt(c->arena, LANG_VI,
			version > 1
			    ? T("Danh sách vinh danh có %1 trường hợp của hồ sơ này vừa được công bố lại (bản %2, có đính chính).")
			    : T("%1 trường hợp của hồ sơ này đã được công bố trong danh sách vinh danh."),
			version > 1 ? 2 : 1, int_format(c->arena, rows.v[i].total),
			int_format(c->arena, version)),
		    arena_printf(c->arena, "%s\n%s%s", mail_line(c->arena, title, ABOUT_MAX),
			c->app->origin, path),
		    visible_from));
	return ERR_OK;
}

enum err
notice_op_deadline_moved(struct ctx *c, struct season_id season, struct unit_id unit,
    struct timestamp closes_at, const char *reason)
{
	struct sql_mail_drafts_of_season_rows rows;

	MUST(sql_mail_drafts_of_season(c->db, c->arena,
	    &(struct sql_mail_drafts_of_season_params){
		.season_id = season, .unit_id = unit, .unit_id_null = unit.v == 0 },
	    &rows));
	for (size_t i = 0; i < rows.n; i++)
		MUST(notice_op_queue(c,
		    &(struct notice){ .kind = NOTICE_KIND_DEADLINE_MOVED,
			.account_id = rows.v[i].account_id,
			.unit_id = rows.v[i].unit_id,
			.roles = NOTICE_WRITERS,
			.object = "dossier",
			.object_id = rows.v[i].dossier_id.v,
			.event = arena_printf(c->arena, "deadline:%" PRId64 ":%" PRId64,
			    rows.v[i].dossier_id.v, closes_at.us),
			.about = rows.v[i].title,
			.opening = tr_fmt(c->arena, LANG_VI,
			    T("Hạn nộp hồ sơ của đợt này nay là %1 (giờ Việt Nam). Hồ sơ còn là bản nháp, chưa nộp."),
			    1, timestamp_format(c->arena, closes_at)),
			.detail = mail_lines(c->arena, reason, REASON_MAX),
			.path = arena_printf(c->arena, "/ho-so/%" PRId64 "/tien-trinh",
			    rows.v[i].dossier_id.v) }));
	return ERR_OK;
}

enum err
notice_op_file_infected(
    struct ctx *c, struct dossier_id id, struct attachment_id file, const char *file_name)
{
	return notice_op_dossier(c, NOTICE_KIND_FILE_INFECTED, id,
	    arena_printf(c->arena, "infected:%" PRId64, file.v),
	    say(c,
		T("Bộ quét tìm thấy mã độc trong một tệp đính kèm. Tệp bị khóa, không ai tải về được. Gỡ tệp, kiểm tra máy tính đã gửi tệp rồi đính kèm bản sạch.")),
	    arena_printf(c->arena, "  %s", mail_line(c->arena, file_name, 120)),
	    (struct timestamp){ 0 });
}

enum err
notice_op_file_secret(struct ctx *c, struct dossier_id id, struct attachment_id file)
{
	return notice_op_dossier(c, NOTICE_KIND_FILE_SECRET, id,
	    arena_printf(c->arena, "secret:%" PRId64, file.v),
	    say(c,
		T("Một tệp đính kèm bị từ chối vì trong tệp có dấu chỉ độ mật đứng riêng một dòng; nội dung tệp đã bị xóa khỏi hệ thống. Tài liệu mật gửi theo đường văn thư mật, không gửi qua hệ thống này. Nếu không phải tài liệu mật, bỏ dòng chữ đó, gỡ tệp cũ rồi đính kèm lại.")),
	    NULL, (struct timestamp){ 0 });
}

enum err
notice_op_deadlines_near(struct ctx *c)
{
	struct sql_mail_setting_row s;
	struct sql_mail_drafts_closing_rows rows;
	struct calendar calendar;
	struct date today = date_of(c->now);

	MUST(calendar_op_load(c, &calendar));
	MUST(sql_mail_setting(c->db, c->arena, &s));
	/* Three working days are at most this many days, holidays of two weeks included. */
	MUST(sql_mail_drafts_closing(c->db, c->arena,
	    &(struct sql_mail_drafts_closing_params){ .days = s.near_days * 2 + 16 }, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_mail_drafts_closing_row *d = &rows.v[i];
		/* The closing time is the first moment that is too late. */
		struct date last = date_of((struct timestamp){ d->closes_at.us - 1 });
		int left = working_days_between(&calendar, today, last);

		if (left > s.near_days)
			continue;
		MUST(notice_op_queue(c,
		    &(struct notice){ .kind = NOTICE_KIND_DEADLINE_NEAR,
			.account_id = d->account_id,
			.unit_id = d->unit_id,
			.roles = NOTICE_WRITERS,
			.object = "dossier",
			.object_id = d->dossier_id.v,
			.event = arena_printf(c->arena, "near:%" PRId64 ":%s", d->dossier_id.v,
			    timestamp_format_iso(c->arena, d->closes_at)),
			.about = d->title,
			.opening = tr_fmt(c->arena, LANG_VI,
			    left == 0
				? T("Hôm nay là ngày cuối nhận hồ sơ: hạn nộp %1 (giờ Việt Nam). Hồ sơ còn là bản nháp với %2 trường hợp, chưa nộp.")
				: T("Còn %3 ngày làm việc đến hạn nộp %1 (giờ Việt Nam). Hồ sơ còn là bản nháp với %2 trường hợp, chưa nộp."),
			    left == 0 ? 2 : 3, timestamp_format(c->arena, d->closes_at),
			    int_format(c->arena, d->nominations), int_format(c->arena, left)),
			.path = arena_printf(
			    c->arena, "/ho-so/%" PRId64 "/tien-trinh", d->dossier_id.v) }));
	}
	return ERR_OK;
}
