/* Reads the views of councils and their sessions from the database. */
#include "council/council_read.h"

#include <inttypes.h>
#include <string.h>

#include "app/words.h"
#include "council/council_words.h"
#include "core/str.h"
#include "sql/registry.h"

static const char *
number(struct arena *a, int64_t n)
{
	return arena_printf(a, "%" PRId64, n);
}

/* --- councils ------------------------------------------------------------------------------------- */

enum err
council_read_councils(struct ctx *c, struct councils_view *v)
{
	return sql_council_councils(c->db, c->arena,
	    &(struct sql_council_councils_params){ .today = date_of(c->now) }, &v->rows);
}

enum err
council_read_new(struct ctx *c, struct council_new_view *v)
{
	struct sql_registry_unit_options_rows units;
	struct option *o;

	MUST(sql_registry_unit_options(c->db, c->arena, &units));
	o = arena_array(c->arena, units.n, sizeof(*o));
	for (size_t i = 0; i < units.n; i++)
		o[i] = (struct option){ .value = number(c->arena, units.v[i].unit_id.v),
			.label = units.v[i].name_vi };
	v->units = o;
	v->nunits = units.n;
	o = arena_array(c->arena, COUNCIL_LEVEL_COUNT, sizeof(*o));
	for (int i = 0; i < COUNCIL_LEVEL_COUNT; i++)
		o[i] = (struct option){ .value = council_level_text((enum council_level)i),
			.label = council_level_words((enum council_level)i) };
	v->levels = o;
	v->nlevels = COUNCIL_LEVEL_COUNT;
	return ERR_OK;
}

enum err
council_read_council(struct ctx *c, struct council_id id, struct council_view *v)
{
	struct sql_council_account_options_rows accounts;
	struct option *o;

	MUST(sql_council_council_get(c->db, c->arena,
	    &(struct sql_council_council_get_params){ .council_id = id }, &v->c));
	MUST(sql_council_members(c->db, c->arena,
	    &(struct sql_council_members_params){ .council_id = id }, &v->members));
	MUST(sql_council_account_options(c->db, c->arena,
	    &(struct sql_council_account_options_params){ .council_id = id }, &accounts));
	v->today = date_of(c->now);
	for (size_t i = 0; i < v->members.n; i++)
		v->serving += member_serves(
		    v->members.v[i].valid_from, v->members.v[i].valid_to, v->today);
	o = arena_array(c->arena, accounts.n + 1, sizeof(*o));
	o[0] = (struct option){ .value = "", .label = T("Chọn tài khoản") };
	for (size_t i = 0; i < accounts.n; i++)
		o[i + 1] =
		    (struct option){ .value = number(c->arena, accounts.v[i].account_id.v),
			    .label = arena_printf(c->arena, "%s (%s)", accounts.v[i].full_name,
				accounts.v[i].username) };
	v->accounts = o;
	v->naccounts = accounts.n + 1;
	o = arena_array(c->arena, MEMBER_ROLE_COUNT, sizeof(*o));
	for (int i = 0; i < MEMBER_ROLE_COUNT; i++)
		o[i] = (struct option){ .value = member_role_text((enum member_role)i),
			.label = member_role_words((enum member_role)i),
			.selected = i == MEMBER_ROLE_MEMBER };
	v->roles = o;
	v->nroles = MEMBER_ROLE_COUNT;
	return ERR_OK;
}

/* --- sessions --------------------------------------------------------------------------------------- */

enum err
council_read_sessions(struct ctx *c, int64_t before, int64_t count, struct sessions_view *v)
{
	struct sql_council_councils_of_secretary_rows mine;

	MUST(sql_council_sessions(c->db, c->arena,
	    &(struct sql_council_sessions_params){
		.before_id = before > 0 ? before : INT64_MAX, .count = count + 1 },
	    &v->rows));
	if (v->rows.n > (size_t)count) {
		v->rows.n = (size_t)count;
		v->next = v->rows.v[v->rows.n - 1].council_session_id.v;
	}
	MUST(sql_council_councils_of_secretary(c->db, c->arena, &mine));
	v->may_create = mine.n > 0;
	return ERR_OK;
}

enum err
council_read_session_new(struct ctx *c, struct session_new_view *v)
{
	struct sql_council_councils_of_secretary_rows rows;
	struct option *o;

	MUST(sql_council_councils_of_secretary(c->db, c->arena, &rows));
	o = arena_array(c->arena, rows.n, sizeof(*o));
	for (size_t i = 0; i < rows.n; i++)
		o[i] = (struct option){ .value = number(c->arena, rows.v[i].council_id.v),
			.label = rows.v[i].name };
	v->councils = o;
	v->ncouncils = rows.n;
	return ERR_OK;
}

static enum err
read_people(struct ctx *c, struct session_view *v)
{
	struct sql_council_attendance_rows rows;
	struct person_line *people;

	MUST(sql_council_attendance(c->db, c->arena,
	    &(struct sql_council_attendance_params){
		.council_session_id = v->s.council_session_id },
	    &rows));
	people = arena_array(c->arena, rows.n, sizeof(*people));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_council_attendance_row *m = &rows.v[i];

		people[i] = (struct person_line){ .m = m,
			.choice = m->attendance_null ? -1 : (int)m->attendance,
			.field = arena_printf(c->arena, "a-%" PRId64, m->council_member_id.v) };
		v->unmarked += m->attendance_null;
		v->present += !m->attendance_null && m->attendance == ATTENDANCE_PRESENT;
		v->absent += !m->attendance_null && m->attendance == ATTENDANCE_ABSENT;
		v->written += !m->attendance_null && m->attendance == ATTENDANCE_WRITTEN;
	}
	v->people = people;
	v->npeople = rows.n;
	v->total = v->s.members_total_null ? (int32_t)rows.n : v->s.members_total;
	return ERR_OK;
}

static void
fill_line(struct ctx *c, const struct session_view *v, const struct sql_council_items_row *i,
    struct item_line *l)
{
	static const char *const parts[] = { "a", "d", "k" };

	*l = (struct item_line){ .i = i,
		.method = vote_method_of(i->method),
		.choice = -1,
		.percent = !i->percent_null ? i->percent
		    : !i->rule_percent_null ? i->rule_percent
					    : 0,
		.total = !i->members_total_null ? i->members_total : v->total,
		.field = arena_printf(c->arena, "v-%" PRId64, i->agenda_item_id.v) };
	l->needed = l->percent > 0 ? votes_needed(l->total, l->percent) : 0;
	council_vote_item(i, v->present, v->written, &l->told);
	l->complete = l->method != NULL && l->method->complete(&l->told);
	if (!i->approve_null)
		l->silent = i->members_total - i->approve - i->disapprove - i->abstain;
	for (int k = 0; k < 3; k++) {
		l->fields[k] =
		    arena_printf(c->arena, "p-%" PRId64 "-%s", i->agenda_item_id.v, parts[k]);
		l->typed[k] = "";
	}
	l->paper_mine =
	    !i->paper_by_null && c->actor != NULL && i->paper_by == c->actor->account_id.v;
	l->paper_other = !i->paper_by_null && !l->paper_mine;
	if (l->paper_mine) {
		l->typed[0] = number(c->arena, i->paper_approve);
		l->typed[1] = number(c->arena, i->paper_disapprove);
		l->typed[2] = number(c->arena, i->paper_abstain);
	}
}

static enum err
read_items(struct ctx *c, struct session_view *v)
{
	struct sql_council_items_rows rows;
	struct item_line *lines;

	MUST(sql_council_items(c->db, c->arena,
	    &(struct sql_council_items_params){
		.council_session_id = v->s.council_session_id, .agenda_item_id_null = true },
	    &rows));
	lines = arena_array(c->arena, rows.n, sizeof(*lines));
	for (size_t i = 0; i < rows.n; i++) {
		fill_line(c, v, &rows.v[i], &lines[i]);
		v->waiting += rows.v[i].state == ITEM_STATE_WAITING;
		v->open += rows.v[i].state == ITEM_STATE_OPEN;
		v->passed += rows.v[i].state == ITEM_STATE_PASSED;
		v->failed += rows.v[i].state == ITEM_STATE_FAILED;
		v->open_recorded += rows.v[i].state == ITEM_STATE_OPEN &&
		    rows.v[i].method == VOTE_METHOD_RECORDED;
		v->open_paper +=
		    rows.v[i].state == ITEM_STATE_OPEN && rows.v[i].method == VOTE_METHOD_PAPER;
	}
	v->lines = lines;
	v->nlines = rows.n;
	return ERR_OK;
}

/* What the secretary and the chair should know; nothing here stops anything. */
static void
add_warnings(struct ctx *c, struct session_view *v)
{
	const struct quorum_rule *quorum = quorum_rule_of(true);
	const char **w = arena_array(c->arena, v->nlines + 4, sizeof(*w));
	const char **bases = arena_array(c->arena, v->nlines, sizeof(*bases));
	size_t n = 0, nbases = 0, secret = 0, ruleless = 0;

	v->quorum_basis = quorum->basis;
	if (v->unmarked == 0 && v->npeople > 0 && !quorum_met(quorum, v->present, v->total))
		w[n++] = tr_fmt(c->arena, c->lang,
		    T("Có mặt %1/%2 thành viên, dưới %3 % tổng số thành viên. Tỷ lệ này theo %4, chưa có văn bản của tỉnh; người chủ trì quyết định có họp hay không."),
		    4, int_format(c->arena, v->present), int_format(c->arena, v->total),
		    int_format(c->arena, quorum->percent), quorum->basis);
	for (size_t i = 0; i < v->nlines; i++) {
		const struct sql_council_items_row *row = v->lines[i].i;
		size_t k;

		secret += !row->rule_secret_null && row->rule_secret &&
		    row->method != VOTE_METHOD_SECRET;
		ruleless += row->vote_rule_id_null;
		if (row->vote_rule_id_null || row->rule_confirmed)
			continue;
		for (k = 0; k < nbases && strcmp(bases[k], row->rule_basis) != 0; k++)
			;
		if (k == nbases)
			bases[nbases++] = row->rule_basis;
	}
	if (ruleless > 0)
		w[n++] = tr_fmt(c->arena, c->lang,
		    T("%1 nội dung chưa có quy định tỷ lệ phiếu ở cấp hội đồng này vào ngày họp nên chưa đưa ra biểu quyết được. Quản trị viên cần bổ sung quy định."),
		    1, int_format(c->arena, (int64_t)ruleless));
	if (nbases > 0) {
		const char *list = bases[0];

		for (size_t k = 1; k < nbases && k < 5; k++)
			list = arena_printf(c->arena, "%s; %s", list, bases[k]);
		if (nbases > 5)
			list = arena_printf(c->arena, "%s; …", list);
		w[n++] = tr_fmt(c->arena, c->lang,
		    T("Tỷ lệ phiếu áp dụng chưa được cơ quan xác nhận. Căn cứ ghi trong danh mục: %1"),
		    1, list);
	}
	if (secret > 0)
		w[n++] = tr_fmt(c->arena, c->lang,
		    T("%1 nội dung theo quy định dự kiến bỏ phiếu kín nhưng đang chọn hình thức khác."),
		    1, int_format(c->arena, (int64_t)secret));
	v->warnings = w;
	v->nwarnings = n;
}

static struct ui_tag
tag(bool done, bool can)
{
	return done ? (struct ui_tag){ T("Xong"), "done" }
	    : can   ? (struct ui_tag){ T("Cần làm"), "attention" }
		    : (struct ui_tag){ T("Chưa đến lượt"), "neutral" };
}

static void
add_tasks(struct ctx *c, struct session_view *v)
{
	struct arena *a = c->arena;
	struct ui_task *t = arena_array(a, 9, sizeof(*t));
	const char *base =
	    arena_printf(a, "/hoi-dong/phien/%" PRId64, v->s.council_session_id.v);
	enum session_state state = v->s.state;
	bool ready = v->nlines > 0 && v->unmarked == 0 && v->npeople > 0;
	bool opened = state != SESSION_STATE_PREPARING,
	     decided = v->nlines > 0 && v->waiting + v->open == 0;
	size_t n = 0;

	t[n++] = (struct ui_task){ .title = T("Chương trình họp"),
		.hint = tr_fmt(
		    a, c->lang, T("%1 trường hợp"), 1, int_format(a, (int64_t)v->nlines)),
		.href = state == SESSION_STATE_PREPARING
		    ? arena_printf(a, "%s/chuong-trinh", base)
		    : NULL,
		.state = tag(v->nlines > 0, true) };
	t[n++] = (struct ui_task){ .title = T("Điểm danh"),
		.hint = v->unmarked > 0
		    ? tr_fmt(a, c->lang, T("còn %1 người chưa điểm danh"), 1,
			  int_format(a, v->unmarked))
		    : tr_fmt(a, c->lang, T("%1 có mặt, %2 vắng, %3 gửi ý kiến bằng văn bản"), 3,
			  int_format(a, v->present), int_format(a, v->absent),
			  int_format(a, v->written)),
		.href = state != SESSION_STATE_CLOSED ? arena_printf(a, "%s/diem-danh", base)
						      : NULL,
		.state = tag(v->unmarked == 0 && v->npeople > 0, true) };
	t[n++] = (struct ui_task){ .title = T("Khai mạc"),
		.hint = opened ? tr_fmt(a, c->lang, T("%1 thành viên được chốt làm mẫu số"), 1,
				     int_format(a, v->total))
			       : NULL,
		.href = !opened && ready ? arena_printf(a, "%s/khai-mac", base) : NULL,
		.state = tag(opened, ready) };
	t[n++] = (struct ui_task){ .title = T("Biểu quyết"),
		.hint = tr_fmt(a, c->lang, T("%1 chờ, %2 đang mở, %3 đã kết thúc"), 3,
		    int_format(a, v->waiting), int_format(a, v->open),
		    int_format(a, v->passed + v->failed)),
		.href = state == SESSION_STATE_OPEN && !decided ? "#noi-dung-hop" : NULL,
		.state = tag(decided && opened, opened) };
	if (v->written > 0)
		t[n++] = (struct ui_task){ .title = T("Ý kiến bằng văn bản"),
			.hint = tr_fmt(a, c->lang, T("%1 thành viên vắng mặt gửi ý kiến"), 1,
			    int_format(a, v->written)),
			.href = v->open > 0 ? arena_printf(a, "%s/y-kien-van-ban", base) : NULL,
			.state = tag(decided, v->open > 0) };
	if (v->open_paper > 0)
		t[n++] = (struct ui_task){ .title = T("Kiểm phiếu giấy"),
			.hint = tr_fmt(a, c->lang, T("%1 nội dung bỏ phiếu giấy đang mở"), 1,
			    int_format(a, v->open_paper)),
			.href = arena_printf(a, "%s/kiem-phieu", base),
			.state = tag(false, true) };
	t[n++] = (struct ui_task){ .title = T("Kết thúc phiên họp"),
		.href = state == SESSION_STATE_OPEN && decided ? "#ket-thuc" : NULL,
		.state = tag(
		    state == SESSION_STATE_CLOSED, state == SESSION_STATE_OPEN && decided) };
	t[n++] = (struct ui_task){ .title = T("Biên bản kiểm phiếu"),
		.href = v->passed + v->failed > 0 ? arena_printf(a, "%s/bien-ban", base) : NULL,
		.state = tag(false, false) };
	if (v->passed + v->failed > 0)
		t[n - 1].state = state == SESSION_STATE_CLOSED
		    ? (struct ui_tag){ T("Có thể in"), "done" }
		    : (struct ui_tag){ T("Xem trước"), "neutral" };
	for (size_t i = 0; i < n; i++) {
		if (t[i].href != NULL && strcmp(t[i].state.kind, "attention") == 0) {
			t[i].next = true;
			break;
		}
	}
	v->tasks = (struct ui_tasks){ t, n };
}

/* The rules that decided something, each named once: fifty items of one award are one line. */
static void
add_rules(struct ctx *c, struct session_view *v)
{
	const char **rules = arena_array(c->arena, v->nlines, sizeof(*rules));
	size_t n = 0, k;

	for (size_t i = 0; i < v->nlines; i++) {
		const struct item_line *l = &v->lines[i];
		const char *text;

		if (l->i->approve_null)
			continue;
		text = arena_printf(c->arena, "%s: %s%s%s%s; %s", l->i->award_name,
		    tr_fmt(c->arena, c->lang, T("%1 % tổng số thành viên"), 1,
			int_format(c->arena, l->percent)),
		    l->i->rule_basis != NULL ? "; " : "",
		    l->i->rule_basis != NULL ? l->i->rule_basis : "",
		    l->i->rule_confirmed_null || l->i->rule_confirmed
			? ""
			: arena_printf(c->arena, " (%s)", tr(c->lang, T("chưa xác nhận"))),
		    l->method != NULL ? tr(c->lang, l->method->words) : "–");
		for (k = 0; k < n && strcmp(rules[k], text) != 0; k++)
			;
		if (k == n)
			rules[n++] = text;
	}
	v->rules = rules;
	v->nrules = n;
}

enum err
council_read_session(struct ctx *c, struct council_session_id id, struct session_view *v)
{
	MUST(council_op_session(c, id, &v->s));
	MUST(read_people(c, v));
	MUST(read_items(c, v));
	add_warnings(c, v);
	add_tasks(c, v);
	add_rules(c, v);
	v->sees_votes = v->s.may_manage || actor_has(c->actor, ROLE_BIT(ROLE_AUDITOR));
	v->may_vote = !v->s.council_member_id_null && !v->s.attendance_null &&
	    v->s.attendance == ATTENDANCE_PRESENT && v->s.state == SESSION_STATE_OPEN &&
	    v->open_recorded > 0;
	return ERR_OK;
}

static int
choice_of(const char *text)
{
	enum vote_choice choice;

	return vote_choice_parse(text, &choice) ? (int)choice : -1;
}

enum err
council_read_votes(
    struct ctx *c, struct session_view *v, struct council_member_id member, bool written)
{
	struct sql_council_votes_of_member_rows votes;
	struct item_line *lines = arena_memdup(c->arena, v->lines, v->nlines * sizeof(*lines));

	MUST(sql_council_votes_of_member(c->db, c->arena,
	    &(struct sql_council_votes_of_member_params){
		.council_session_id = v->s.council_session_id, .council_member_id = member },
	    &votes));
	for (size_t i = 0; i < v->nlines; i++) {
		const char *typed = v->form != NULL ? form_value(v->form, lines[i].field) : "";

		for (size_t k = 0; k < votes.n; k++) {
			if (votes.v[k].agenda_item_id.v == lines[i].i->agenda_item_id.v &&
			    votes.v[k].written == written) {
				lines[i].choice = (int)votes.v[k].choice;
				lines[i].voted = true;
			}
		}
		if (typed[0] != '\0')
			lines[i].choice = choice_of(typed);
		if (v->form != NULL)
			lines[i].error = form_message_of(v->form, lines[i].field);
	}
	v->lines = lines;
	return ERR_OK;
}

/* --- agenda ------------------------------------------------------------------------------------------ */

enum err
council_read_eligible(
    struct ctx *c, struct council_session_id id, int64_t count, struct agenda_add_view *v)
{
	MUST(council_op_session_manage(c, id, &v->s));
	MUST(sql_council_eligible(c->db, c->arena,
	    &(struct sql_council_eligible_params){
		.after = v->after, .unit_id = v->s.unit_id, .count = count + 1 },
	    &v->rows));
	if (v->rows.n > (size_t)count) {
		v->rows.n = (size_t)count;
		v->next = v->rows.v[v->rows.n - 1].nomination_id.v;
	}
	return ERR_OK;
}

enum err
council_read_chosen(struct ctx *c, struct council_session_id id, const int64_t *ids, size_t n,
    struct agenda_add_view *v)
{
	const char *names = "";

	MUST(council_op_session_manage(c, id, &v->s));
	MUST(sql_council_eligible_chosen(c->db, c->arena,
	    &(struct sql_council_eligible_chosen_params){
		.unit_id = v->s.unit_id, .ids = council_id_array(c->arena, ids, n) },
	    &v->chosen));
	if (v->chosen.n != n)
		return ERR_NOT_FOUND;
	for (size_t i = 0; i < n && i < 3; i++)
		names = arena_printf(
		    c->arena, "%s%s%s", names, i == 0 ? "" : ", ", v->chosen.v[i].name);
	if (n > 3)
		names = tr_fmt(c->arena, c->lang, T("%1 và %2 trường hợp khác"), 2, names,
		    int_format(c->arena, (int64_t)n - 3));
	v->first_names = names;
	return ERR_OK;
}

enum err
council_read_item(struct ctx *c, struct council_session_id id, struct agenda_item_id item,
    struct item_view *v)
{
	MUST(council_read_session(c, id, &v->base));
	for (size_t i = 0; i < v->base.nlines && v->line == NULL; i++) {
		if (v->base.lines[i].i->agenda_item_id.v == item.v)
			v->line = &v->base.lines[i];
	}
	if (v->line == NULL)
		return ERR_NOT_FOUND;
	/* While the vote is open nobody sees names here, not even the secretary. */
	if (v->line->i->state != ITEM_STATE_PASSED && v->line->i->state != ITEM_STATE_FAILED)
		return ERR_OK;
	return sql_council_votes_named(c->db, c->arena,
	    &(struct sql_council_votes_named_params){ .agenda_item_id = item }, &v->votes);
}
