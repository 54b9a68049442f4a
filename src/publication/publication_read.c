/* Reads for the publisher's pages. */
#include "publication/publication_read.h"

#include <inttypes.h>

#include "core/str.h"

#define LISTS_PER_PAGE   30
#define DECISIONS_SHOWN  50
#define ENTRIES_PER_PAGE 100

enum err
publication_read_lists(struct ctx *c, int64_t before, struct publication_lists_view *v)
{
	v->now = c->now;
	v->publisher = actor_has(c->actor,
	    ROLE_BIT(ROLE_PUBLISHER) | ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_SIGNATORY));
	if (before == 0)
		before = INT64_MAX;
	if (!v->publisher) {
		MUST(sql_publication_press_lists(c->db, c->arena,
		    &(struct sql_publication_press_lists_params){
			.before_id = before, .count = LISTS_PER_PAGE + 1 },
		    &v->press));
		if ((v->more = v->press.n > LISTS_PER_PAGE)) {
			v->press.n = LISTS_PER_PAGE;
			v->next = v->press.v[LISTS_PER_PAGE - 1].honour_list_id.v;
		}
		return ERR_OK;
	}
	MUST(sql_publication_decisions_waiting(c->db, c->arena,
	    &(struct sql_publication_decisions_waiting_params){ .count = DECISIONS_SHOWN },
	    &v->decisions));
	MUST(sql_publication_lists(c->db, c->arena,
	    &(struct sql_publication_lists_params){
		.before_id = before, .count = LISTS_PER_PAGE + 1 },
	    &v->lists));
	if ((v->more = v->lists.n > LISTS_PER_PAGE)) {
		v->lists.n = LISTS_PER_PAGE;
		v->next = v->lists.v[LISTS_PER_PAGE - 1].honour_list_id.v;
	}
	return ERR_OK;
}

enum err
publication_read_decision(struct ctx *c, struct decision_id id, struct publication_new_view *v)
{
	return sql_publication_decision(c->db, c->arena,
	    &(struct sql_publication_decision_params){ .decision_id = id }, &v->decision);
}

/* What an audited action is called in a list's story. */
static const char *
action_words(const char *action)
{
	static const struct {
		const char *action, *words;
	} table[] = {
		{ "publication.create", T("Lập danh sách") },
		{ "publication.update", T("Sửa tiêu đề, lời giới thiệu") },
		{ "publication.entry", T("Sửa một trường hợp") },
		{ "publication.prepare", T("Chuẩn bị xong") },
		{ "publication.reopen", T("Mở lại để sửa") },
		{ "publication.confirm", T("Xác nhận nội dung") },
		{ "publication.publish", T("Quyết định công bố") },
		{ "publication.published", T("Đã đưa lên trang công khai") },
		{ "publication.changed",
		    T("Dừng công bố vì nội dung đã khác nội dung được xác nhận") },
		{ "publication.correct", T("Bắt đầu đính chính") },
		{ "publication.revoke", T("Bắt đầu thu hồi danh sách") },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (str_eq(table[i].action, action))
			return table[i].words;
	}
	return action;
}

static enum err
read_history(struct ctx *c, struct honour_list_id id, struct ui_timeline *out)
{
	struct sql_publication_history_rows rows;
	struct ui_event *events;

	/* Audit rows are the auditor's and administrator's to read: for others this stays empty. */
	MUST(sql_publication_history(c->db, c->arena,
	    &(struct sql_publication_history_params){ .honour_list_id = id }, &rows));
	events = arena_array(c->arena, rows.n, sizeof(*events));
	for (size_t i = 0; i < rows.n; i++)
		events[i] = (struct ui_event){ .when = rows.v[i].at,
			.what = action_words(rows.v[i].action),
			.who = rows.v[i].who };
	*out = (struct ui_timeline){ events, rows.n };
	return ERR_OK;
}

static void
set_steps(struct publication_show_view *v)
{
	static const struct ui_tag done = { T("Xong"), "done" },
				   now = { T("Cần làm"), "attention" },
				   later = { T("Chưa đến"), "neutral" };
	enum list_state s = v->list.state;

	v->steps[0] = (struct ui_task){ .title = T("Chuẩn bị nội dung"),
		.hint = T(
		    "Sửa tiêu đề, lời giới thiệu, cách ghi thành tích; xem trước đúng những gì công chúng sẽ thấy."),
		.state = s == LIST_STATE_DRAFT ? now : done,
		.next = s == LIST_STATE_DRAFT };
	v->steps[1] = (struct ui_task){ .title = T("Người thứ hai xác nhận"),
		.hint = T("Một người khác đọc và xác nhận đúng nội dung đó."),
		.state = s == LIST_STATE_DRAFT ? later
		    : s == LIST_STATE_PREPARED ? now
					       : done,
		.next = s == LIST_STATE_PREPARED };
	v->steps[2] = (struct ui_task){ .title = T("Công bố"),
		.hint = T("Ngay bây giờ hoặc vào giờ đã hẹn."),
		.state = s == LIST_STATE_CONFIRMED ? now
		    : s == LIST_STATE_PUBLISHING
		    ? (struct ui_tag){ T("Đang tạo trang"), "progress" }
		    : s == LIST_STATE_DRAFT || s == LIST_STATE_PREPARED ? later
									: done,
		.next = s == LIST_STATE_CONFIRMED };
	v->tasks = (struct ui_tasks){ v->steps, 3 };
}

enum err
publication_read_show(
    struct ctx *c, struct honour_list_id id, int64_t after, struct publication_show_view *v)
{
	struct site_list l;
	enum list_state s;

	v->now = c->now;
	MUST(publication_op_get(c, id, &v->list));
	s = v->list.state;
	MUST(publication_op_content(c, &v->list, &l));
	v->sha = publication_hash(c->arena, &l);
	v->nobody = l.n == 0;
	v->changed = (s == LIST_STATE_PREPARED || s == LIST_STATE_CONFIRMED) &&
	    !str_eq(v->sha, v->list.content_sha256);
	MUST(sql_publication_entries(c->db, c->arena,
	    &(struct sql_publication_entries_params){
		.honour_list_id = id, .after = (int32_t)after, .count = ENTRIES_PER_PAGE + 1 },
	    &v->entries));
	v->pages.total = v->list.entries;
	if (after > 0)
		v->pages.start_href = arena_printf(c->arena, "/cong-bo/%" PRId64, id.v);
	if (v->entries.n > ENTRIES_PER_PAGE) {
		v->entries.n = ENTRIES_PER_PAGE;
		v->pages.next_href = arena_printf(c->arena, "/cong-bo/%" PRId64 "?sau=%d", id.v,
		    (int)v->entries.v[ENTRIES_PER_PAGE - 1].ordinal);
	}
	MUST(sql_publication_versions(c->db, c->arena,
	    &(struct sql_publication_versions_params){ .slug = v->list.slug }, &v->versions));
	MUST(read_history(c, id, &v->history));
	set_steps(v);
	v->can_edit = v->list.mine && s == LIST_STATE_DRAFT;
	v->can_confirm =
	    v->list.mine && s == LIST_STATE_PREPARED && !v->list.prepared_by_me && !v->changed;
	v->can_publish = v->list.mine && s == LIST_STATE_CONFIRMED && !v->changed;
	v->can_reopen = v->list.mine && (s == LIST_STATE_PREPARED || s == LIST_STATE_CONFIRMED);
	v->can_correct = v->list.mine && s == LIST_STATE_PUBLISHED;
	v->waiting = s == LIST_STATE_PUBLISHING;
	v->failed =
	    v->waiting && !v->list.job_state_null && v->list.job_state == JOB_STATE_DEAD;
	v->refresh = v->waiting && !v->failed;
	v->embargoed = v->list.published_version > 0 && v->list.release_at.us > c->now.us;
	return ERR_OK;
}

enum err
publication_read_entry(struct ctx *c, struct honour_list_id id, struct honour_id honour,
    struct publication_entry_view *v)
{
	MUST(publication_op_get(c, id, &v->list));
	v->correction = v->list.published_version > 0;
	return sql_publication_entry_get(c->db, c->arena,
	    &(struct sql_publication_entry_get_params){
		.honour_list_id = id, .honour_id = honour },
	    &v->entry);
}
