/* Use cases of councils: membership, sessions, agenda, attendance, votes, results. */
#include "council/council_op.h"

#include <inttypes.h>
#include <stdlib.h>

#include <jansson.h>

#include "app/audit_json.h"
#include "core/buf.h"
#include "dossier/dossier_op.h"

/* --- shared ------------------------------------------------------------------------------------ */

const char *
council_id_array(struct arena *a, const int64_t *ids, size_t n)
{
	struct buf list = { 0 };
	const char *text;

	buf_putc(&list, '{');
	for (size_t i = 0; i < n; i++)
		buf_printf(&list, "%s%" PRId64, i == 0 ? "" : ",", ids[i]);
	buf_putc(&list, '}');
	text = arena_strndup(a, list.p, list.len);
	buf_free(&list);
	return text;
}

static json_t *
id_list(const int64_t *ids, size_t n)
{
	json_t *list = json_array();

	for (size_t i = 0; list != NULL && i < n; i++)
		json_array_append_new(list, json_integer((json_int_t)ids[i]));
	return list;
}

static enum err
conflict(struct ctx *c, const char *why)
{
	c->why = why;
	return ERR_CONFLICT;
}

void
council_vote_item(const struct sql_council_items_row *row, int32_t present, int32_t written,
    struct vote_item *item)
{
	*item = (struct vote_item){ .agenda_item_id = row->agenda_item_id,
		.present = present,
		.written = written,
		.cast_count = row->cast_count,
		.written_count = row->written_count,
		.counted = !row->paper_approve_null,
		.confirmed = row->paper_confirmed_name != NULL };
}

/* --- councils ----------------------------------------------------------------------------------- */

enum err
council_op_create(struct ctx *c, const struct council_input *in, struct council_id *id)
{
	struct sql_council_council_insert_row row;

	MUST(authz_require(c, ROLE_BIT(ROLE_ADMINISTRATOR), in->unit_id));
	MUST(sql_council_council_insert(c->db, c->arena,
	    &(struct sql_council_council_insert_params){ .unit_id = in->unit_id,
		.level = in->level,
		.name = in->name,
		.established_by = in->established_by },
	    &row));
	*id = row.council_id;
	return audit_json(c, "council.create", "council", id->v, in->unit_id,
	    json_pack("{s:s,s:s}", "name", in->name, "established_by", in->established_by));
}

static enum err
administered(struct ctx *c, struct council_id id, struct sql_council_council_get_row *row)
{
	MUST(sql_council_council_get(c->db, c->arena,
	    &(struct sql_council_council_get_params){ .council_id = id }, row));
	return authz_require(c, ROLE_BIT(ROLE_ADMINISTRATOR), row->unit_id);
}

enum err
council_op_member_add(struct ctx *c, struct council_id id, const struct member_input *in)
{
	struct sql_council_council_get_row council;
	struct sql_council_member_insert_row row;

	MUST(administered(c, id, &council));
	MUST(sql_council_member_insert(c->db, c->arena,
	    &(struct sql_council_member_insert_params){ .council_id = id,
		.account_id = in->account_id,
		.member_role = in->role,
		.position = in->position,
		.valid_from = in->valid_from },
	    &row));
	return audit_json(c, "council.add_member", "council", id.v, council.unit_id,
	    json_pack("{s:I,s:I,s:s}", "council_member_id", (json_int_t)row.council_member_id.v,
		"account_id", (json_int_t)in->account_id.v, "role",
		member_role_text(in->role)));
}

enum err
council_op_member_end(
    struct ctx *c, struct council_id id, struct council_member_id member, struct date last)
{
	struct sql_council_council_get_row council;
	struct sql_council_member_get_row row;
	int64_t affected;

	MUST(administered(c, id, &council));
	MUST(sql_council_member_get(c->db, c->arena,
	    &(struct sql_council_member_get_params){
		.council_member_id = member, .council_id = id },
	    &row));
	if (row.valid_to.year != 0)
		return conflict(c, T("Tư cách thành viên này đã kết thúc trước đó."));
	if (date_cmp(last, row.valid_from) < 0)
		return ERR_INVALID;
	MUST(sql_council_member_end(c->db, c->arena,
	    &(struct sql_council_member_end_params){
		.council_member_id = member, .council_id = id, .valid_to = last },
	    &affected));
	if (affected != 1)
		return ERR_CONFLICT;
	return audit_json(c, "council.end_member", "council", id.v, council.unit_id,
	    json_pack("{s:I,s:s}", "council_member_id", (json_int_t)member.v, "valid_to",
		date_format_iso(c->arena, last)));
}

/* --- sessions ------------------------------------------------------------------------------------ */

enum err
council_op_session(
    struct ctx *c, struct council_session_id id, struct sql_council_session_get_row *s)
{
	return sql_council_session_get(c->db, c->arena,
	    &(struct sql_council_session_get_params){ .council_session_id = id }, s);
}

enum err
council_op_session_manage(
    struct ctx *c, struct council_session_id id, struct sql_council_session_get_row *s)
{
	MUST(council_op_session(c, id, s));
	return s->may_manage ? ERR_OK : ERR_FORBIDDEN;
}

/* As manage, holding the session: secretaries change it one after the other. */
static enum err
begin_change(struct ctx *c, struct council_session_id id, struct sql_council_session_get_row *s)
{
	struct sql_council_session_lock_row lock;

	MUST(council_op_session_manage(c, id, s));
	MUST(sql_council_session_lock(c->db, c->arena,
	    &(struct sql_council_session_lock_params){ .council_session_id = id }, &lock));
	if (lock.state != s->state)
		MUST(council_op_session_manage(c, id, s));
	if (s->state == SESSION_STATE_CLOSED)
		return conflict(c, T("Phiên họp đã kết thúc, không thay đổi được nữa."));
	return ERR_OK;
}

enum err
council_op_session_create(
    struct ctx *c, const struct session_input *in, struct council_session_id *id)
{
	struct sql_council_council_get_row council;
	struct sql_council_session_insert_row row;

	MUST(sql_council_council_get(c->db, c->arena,
	    &(struct sql_council_council_get_params){ .council_id = in->council_id },
	    &council));
	MUST(authz_require(c, ROLE_BIT(ROLE_COUNCIL_SECRETARY), council.unit_id));
	MUST(sql_council_session_insert(c->db, c->arena,
	    &(struct sql_council_session_insert_params){ .council_id = in->council_id,
		.title = in->title,
		.held_on = in->held_on,
		.place = in->place != NULL ? in->place : "" },
	    &row));
	*id = row.council_session_id;
	return audit_json(c, "council_session.create", "council_session", id->v,
	    council.unit_id,
	    json_pack("{s:s,s:s}", "title", in->title, "held_on",
		date_format_iso(c->arena, in->held_on)));
}

enum err
council_op_session_open(struct ctx *c, struct council_session_id id)
{
	struct sql_council_session_get_row s;
	struct sql_council_attendance_rows people;
	struct sql_council_items_rows items;
	int64_t affected;

	MUST(begin_change(c, id, &s));
	if (s.state != SESSION_STATE_PREPARING)
		return conflict(c, T("Phiên họp đã được khai mạc trước đó."));
	MUST(sql_council_attendance(c->db, c->arena,
	    &(struct sql_council_attendance_params){ .council_session_id = id }, &people));
	MUST(sql_council_items(c->db, c->arena,
	    &(struct sql_council_items_params){
		.council_session_id = id, .agenda_item_id_null = true },
	    &items));
	if (people.n == 0)
		return conflict(c,
		    T("Hội đồng chưa có thành viên nào vào ngày họp. Quản trị viên cần bổ sung thành viên."));
	if (items.n == 0)
		return conflict(c,
		    T("Chương trình họp chưa có nội dung nào. Đưa trường hợp đủ điều kiện vào trước khi khai mạc."));
	for (size_t i = 0; i < people.n; i++) {
		if (people.v[i].attendance_null)
			return conflict(
			    c, T("Chưa điểm danh đủ thành viên. Điểm danh xong rồi khai mạc."));
	}
	MUST(sql_council_session_open(c->db, c->arena,
	    &(struct sql_council_session_open_params){ .council_session_id = id }, &affected));
	if (affected != 1)
		return ERR_CONFLICT;
	return audit_json(c, "council_session.open", "council_session", id.v, s.unit_id,
	    json_pack("{s:I,s:I}", "members_total", (json_int_t)people.n, "items",
		(json_int_t)items.n));
}

enum err
council_op_session_close(struct ctx *c, struct council_session_id id)
{
	struct sql_council_session_get_row s;
	int64_t affected;

	MUST(begin_change(c, id, &s));
	if (s.state != SESSION_STATE_OPEN)
		return conflict(c, T("Phiên họp chưa khai mạc."));
	MUST(sql_council_session_close(c->db, c->arena,
	    &(struct sql_council_session_close_params){ .council_session_id = id }, &affected));
	if (affected != 1)
		return conflict(c,
		    T("Còn nội dung chưa biểu quyết xong. Kết thúc biểu quyết hoặc đưa nội dung ra khỏi chương trình trước."));
	return audit_write(
	    c, "council_session.close", "council_session", id.v, s.unit_id, NULL);
}

/* --- agenda -------------------------------------------------------------------------------------- */

enum err
council_op_agenda_add(struct ctx *c, struct council_session_id id,
    const struct nomination_id *nominations, size_t n)
{
	struct sql_council_session_get_row s;
	struct sql_council_eligible_chosen_rows chosen;
	int64_t *ids, affected;
	const char *list;

	if (n == 0)
		return ERR_INVALID;
	MUST(council_op_session(c, id, &s));
	MUST(authz_require(
	    c, ROLE_BIT(ROLE_COUNCIL_SECRETARY) | ROLE_BIT(ROLE_APPRAISER), s.unit_id));
	if (s.state != SESSION_STATE_PREPARING)
		return conflict(
		    c, T("Phiên họp này không còn ở bước chuẩn bị. Chọn phiên khác."));
	ids = arena_array(c->arena, n, sizeof(*ids));
	for (size_t i = 0; i < n; i++)
		ids[i] = nominations[i].v;
	list = council_id_array(c->arena, ids, n);
	MUST(sql_council_eligible_chosen(c->db, c->arena,
	    &(struct sql_council_eligible_chosen_params){ .unit_id = s.unit_id, .ids = list },
	    &chosen));
	if (chosen.n != n)
		return ERR_NOT_FOUND;
	for (size_t i = 0; i < n; i++) {
		if (!chosen.v[i].below)
			return conflict(
			    c, T("Có trường hợp không thuộc phạm vi của hội đồng này."));
	}
	MUST(sql_council_agenda_insert(c->db, c->arena,
	    &(struct sql_council_agenda_insert_params){ .council_session_id = id, .ids = list },
	    &affected));
	if (affected != (int64_t)n)
		return conflict(c,
		    T("Có trường hợp không còn ở trạng thái Đủ điều kiện. Tải lại danh sách rồi chọn lại."));
	MUST(dossier_op_nominations_set_state(c, nominations, n, NOMINATION_STATE_COUNCIL, ""));
	return audit_json(c, "council_session.add_items", "council_session", id.v, s.unit_id,
	    json_pack("{s:o}", "nominations", id_list(ids, n)));
}

/* One item of a session the caller holds. */
static enum err
item_of(struct ctx *c, struct council_session_id id, struct agenda_item_id item,
    struct sql_council_items_row *row)
{
	struct sql_council_items_rows rows;

	MUST(sql_council_items(c->db, c->arena,
	    &(struct sql_council_items_params){
		.council_session_id = id, .agenda_item_id = item },
	    &rows));
	if (rows.n != 1)
		return ERR_NOT_FOUND;
	*row = rows.v[0];
	return ERR_OK;
}

enum err
council_op_agenda_remove(
    struct ctx *c, struct council_session_id id, struct agenda_item_id item)
{
	struct sql_council_session_get_row s;
	struct sql_council_items_row row;
	int64_t affected;

	MUST(begin_change(c, id, &s));
	MUST(item_of(c, id, item, &row));
	MUST(sql_council_agenda_delete(c->db, c->arena,
	    &(struct sql_council_agenda_delete_params){
		.council_session_id = id, .agenda_item_id = item },
	    &affected));
	if (affected != 1)
		return conflict(c,
		    T("Nội dung này đã được đưa ra biểu quyết nên không rút khỏi chương trình được."));
	MUST(dossier_op_nominations_set_state(
	    c, &row.nomination_id, 1, NOMINATION_STATE_ELIGIBLE, ""));
	return audit_json(c, "council_session.remove_item", "council_session", id.v, s.unit_id,
	    json_pack("{s:I}", "nomination_id", (json_int_t)row.nomination_id.v));
}

enum err
council_op_set_method(struct ctx *c, struct council_session_id id, struct agenda_item_id item,
    enum vote_method method)
{
	struct sql_council_session_get_row s;
	int64_t affected;

	MUST(begin_change(c, id, &s));
	if (vote_method_of(method) == NULL)
		return ERR_INVALID;
	MUST(sql_council_item_method(c->db, c->arena,
	    &(struct sql_council_item_method_params){ .council_session_id = id,
		.agenda_item_id = item,
		.agenda_item_id_null = item.v == 0,
		.method = method },
	    &affected));
	if (affected == 0)
		return conflict(
		    c, T("Không còn nội dung nào chờ biểu quyết để đổi hình thức."));
	return audit_json(c, "council_session.set_method", "council_session", id.v, s.unit_id,
	    json_pack("{s:s,s:I}", "method", vote_method_text(method), "items",
		(json_int_t)affected));
}

/* --- attendance ---------------------------------------------------------------------------------- */

enum err
council_op_attendance(struct ctx *c, struct council_session_id id,
    const struct attendance_line *lines, size_t n, const char **contradicted)
{
	struct sql_council_session_get_row s;
	struct sql_council_attendance_contradicted_rows bad;
	struct buf values = { 0 };
	int64_t *ids;
	const char *list;

	*contradicted = NULL;
	MUST(begin_change(c, id, &s));
	ids = arena_array(c->arena, n, sizeof(*ids));
	buf_putc(&values, '{');
	for (size_t i = 0; i < n; i++) {
		ids[i] = lines[i].member.v;
		buf_printf(
		    &values, "%s%s", i == 0 ? "" : ",", attendance_text(lines[i].attendance));
	}
	buf_putc(&values, '}');
	list = arena_strndup(c->arena, values.p, values.len);
	buf_free(&values);
	MUST(sql_council_attendance_set(c->db, c->arena,
	    &(struct sql_council_attendance_set_params){ .council_session_id = id,
		.members = council_id_array(c->arena, ids, n),
		.attendances = list },
	    NULL));
	/* Read after the rows are held: a vote under way has finished or will be refused. */
	MUST(sql_council_attendance_contradicted(c->db, c->arena,
	    &(struct sql_council_attendance_contradicted_params){ .council_session_id = id },
	    &bad));
	if (bad.n > 0) {
		*contradicted = bad.v[0].full_name;
		for (size_t i = 1; i < bad.n; i++)
			*contradicted =
			    arena_printf(c->arena, "%s, %s", *contradicted, bad.v[i].full_name);
		return ERR_INVALID;
	}
	return audit_json(c, "council_session.attendance", "council_session", id.v, s.unit_id,
	    json_pack("{s:o,s:s}", "members", id_list(ids, n), "attendance", list));
}

/* How many are present and how many wrote. */
static enum err
count_attendance(
    struct ctx *c, struct council_session_id id, int32_t *present, int32_t *written)
{
	struct sql_council_attendance_rows people;

	*present = *written = 0;
	MUST(sql_council_attendance(c->db, c->arena,
	    &(struct sql_council_attendance_params){ .council_session_id = id }, &people));
	for (size_t i = 0; i < people.n; i++) {
		if (people.v[i].attendance_null)
			continue;
		*present += people.v[i].attendance == ATTENDANCE_PRESENT;
		*written += people.v[i].attendance == ATTENDANCE_WRITTEN;
	}
	return ERR_OK;
}

/* --- opening and closing items --------------------------------------------------------------------- */

enum err
council_op_open_items(struct ctx *c, struct council_session_id id, struct agenda_item_id item)
{
	struct sql_council_session_get_row s;
	struct sql_council_items_rows items;
	int64_t *opened, affected;
	int32_t present, written;
	size_t n = 0;
	bool without_rule = false;

	MUST(begin_change(c, id, &s));
	if (s.state != SESSION_STATE_OPEN)
		return conflict(c, T("Phiên họp chưa khai mạc."));
	MUST(count_attendance(c, id, &present, &written));
	MUST(sql_council_items(c->db, c->arena,
	    &(struct sql_council_items_params){ .council_session_id = id,
		.agenda_item_id = item,
		.agenda_item_id_null = item.v == 0 },
	    &items));
	if (item.v != 0 && items.n == 0)
		return ERR_NOT_FOUND;
	opened = arena_array(c->arena, items.n, sizeof(*opened));
	for (size_t i = 0; i < items.n; i++) {
		const struct sql_council_items_row *row = &items.v[i];
		const struct vote_method_ops *method = vote_method_of(row->method);
		struct vote_item told;

		if (row->state != ITEM_STATE_WAITING)
			continue;
		if (row->vote_rule_id_null || method == NULL) {
			without_rule = true;
			continue;
		}
		MUST(sql_council_item_open(c->db, c->arena,
		    &(struct sql_council_item_open_params){
			.agenda_item_id = row->agenda_item_id,
			.vote_rule_id = row->vote_rule_id,
			.percent = row->rule_percent },
		    &affected));
		if (affected != 1)
			continue;
		council_vote_item(row, present, written, &told);
		told.council_session_id = id;
		MUST(method->open(c, &told));
		opened[n++] = row->agenda_item_id.v;
	}
	if (n == 0)
		return conflict(c,
		    without_rule
			? T("Chưa có quy định tỷ lệ phiếu cho danh hiệu này ở cấp hội đồng này vào ngày họp. Quản trị viên cần bổ sung quy định trước khi biểu quyết.")
			: T("Không còn nội dung nào chờ biểu quyết."));
	return audit_json(c, "council_session.open_items", "council_session", id.v, s.unit_id,
	    json_pack("{s:o}", "items", id_list(opened, n)));
}

/* Count one open item, freeze the result, move its nomination. */
static enum err
close_item(struct ctx *c, const struct sql_council_session_get_row *s,
    const struct sql_council_items_row *row)
{
	const struct vote_method_ops *method = vote_method_of(row->method);
	struct tally t = { 0 };
	int64_t affected;
	bool passed;

	if (method == NULL)
		return ERR_INTERNAL;
	MUST(method->tally(c, row->agenda_item_id, &t));
	if (!tally_fits(&t, row->members_total))
		return conflict(c,
		    T("Số phiếu của một nội dung nhiều hơn tổng số thành viên. Kiểm tra lại kết quả kiểm phiếu và ý kiến bằng văn bản."));
	passed = vote_passes(t.approve, row->members_total, row->percent);
	MUST(sql_council_item_close(c->db, c->arena,
	    &(struct sql_council_item_close_params){ .agenda_item_id = row->agenda_item_id,
		.state = passed ? ITEM_STATE_PASSED : ITEM_STATE_FAILED,
		.approve = t.approve,
		.disapprove = t.disapprove,
		.abstain = t.abstain },
	    &affected));
	if (affected != 1)
		return ERR_CONFLICT;
	MUST(dossier_op_nominations_set_state(c, &row->nomination_id, 1,
	    passed ? NOMINATION_STATE_APPROVED : NOMINATION_STATE_REJECTED,
	    arena_printf(c->arena,
		"%" PRId32 "/%" PRId32 " phiếu tán thành, cần %" PRId32 " (%" PRId32 " %%)",
		t.approve, row->members_total, votes_needed(row->members_total, row->percent),
		row->percent)));
	return audit_json(c, "agenda_item.close", "agenda_item", row->agenda_item_id.v,
	    s->unit_id,
	    json_pack("{s:I,s:i,s:i,s:i,s:i,s:i,s:b}", "nomination_id",
		(json_int_t)row->nomination_id.v, "approve", (int)t.approve, "disapprove",
		(int)t.disapprove, "abstain", (int)t.abstain, "members_total",
		(int)row->members_total, "percent", (int)row->percent, "passed", (int)passed));
}

enum err
council_op_close_items(
    struct ctx *c, struct council_session_id id, const int64_t *ids, size_t n)
{
	struct sql_council_session_get_row s;
	struct sql_council_items_lock_rows held;
	struct sql_council_items_rows items;

	if (n == 0)
		return ERR_INVALID;
	MUST(begin_change(c, id, &s));
	MUST(sql_council_items_lock(c->db, c->arena,
	    &(struct sql_council_items_lock_params){
		.council_session_id = id, .ids = council_id_array(c->arena, ids, n) },
	    &held));
	if (held.n != n)
		return ERR_NOT_FOUND;
	for (size_t i = 0; i < n; i++) {
		if (held.v[i].state != ITEM_STATE_OPEN)
			return conflict(c,
			    T("Có nội dung đã được người khác kết thúc biểu quyết trước. Xem kết quả rồi làm tiếp."));
	}
	/* Read once everything is held: votes that were under way are in, later ones are refused. */
	for (size_t i = 0; i < n; i++) {
		MUST(sql_council_items(c->db, c->arena,
		    &(struct sql_council_items_params){
			.council_session_id = id, .agenda_item_id = held.v[i].agenda_item_id },
		    &items));
		if (items.n != 1)
			return ERR_NOT_FOUND;
		MUST(close_item(c, &s, &items.v[0]));
	}
	return ERR_OK;
}

/* --- votes ---------------------------------------------------------------------------------------- */

/* Votes of one member on items of a session; the database refuses what came too late. */
static enum err
put_votes(struct ctx *c, const struct sql_council_session_get_row *s,
    struct council_member_id member, bool written, const struct vote_line *lines, size_t n)
{
	struct sql_council_items_rows items;
	struct buf choices = { 0 };
	int64_t *ids, affected;
	const char *list, *before = c->why;

	if (n == 0)
		return ERR_INVALID;
	if (s->state != SESSION_STATE_OPEN)
		return conflict(c,
		    s->state == SESSION_STATE_CLOSED
			? T("Phiên họp đã kết thúc. Phiếu gửi sau khi kết thúc không được ghi nhận.")
			: T("Phiên họp chưa khai mạc nên chưa biểu quyết được."));
	MUST(sql_council_items(c->db, c->arena,
	    &(struct sql_council_items_params){
		.council_session_id = s->council_session_id, .agenda_item_id_null = true },
	    &items));
	ids = arena_array(c->arena, n, sizeof(*ids));
	for (size_t i = 0; i < n; i++) {
		const struct sql_council_items_row *row = NULL;

		for (size_t k = 0; k < items.n && row == NULL; k++) {
			if (items.v[k].agenda_item_id.v == lines[i].item.v)
				row = &items.v[k];
		}
		if (row == NULL)
			return ERR_NOT_FOUND;
		if (row->state == ITEM_STATE_WAITING)
			return conflict(c, T("Có nội dung chưa được đưa ra biểu quyết."));
		if (row->state != ITEM_STATE_OPEN)
			return conflict(c,
			    T("Việc biểu quyết đã kết thúc trước khi phiếu của bạn đến nơi. Không phiếu nào trong lần gửi này được ghi nhận."));
		if (!written && row->method != VOTE_METHOD_RECORDED)
			return conflict(
			    c, T("Nội dung này không biểu quyết ghi tên trên máy."));
		ids[i] = lines[i].item.v;
	}
	buf_putc(&choices, '{');
	for (size_t i = 0; i < n; i++)
		buf_printf(
		    &choices, "%s%s", i == 0 ? "" : ",", vote_choice_text(lines[i].choice));
	buf_putc(&choices, '}');
	list = arena_strndup(c->arena, choices.p, choices.len);
	buf_free(&choices);
	c->why = T(
	    "Việc biểu quyết đã kết thúc trước khi phiếu của bạn đến nơi. Không phiếu nào trong lần gửi này được ghi nhận.");
	MUST(sql_council_votes_put(c->db, c->arena,
	    &(struct sql_council_votes_put_params){ .council_member_id = member,
		.written = written,
		.items = council_id_array(c->arena, ids, n),
		.choices = list },
	    &affected));
	if (affected != (int64_t)n)
		return ERR_CONFLICT;
	c->why = before;
	/* That somebody voted is audited; what, is in office.vote under its own rights. */
	return audit_json(c,
	    written ? "council_session.written_opinion" : "council_session.vote",
	    "council_session", s->council_session_id.v, s->unit_id,
	    json_pack("{s:I,s:o}", "council_member_id", (json_int_t)member.v, "items",
		id_list(ids, n)));
}

enum err
council_op_vote(
    struct ctx *c, struct council_session_id id, const struct vote_line *lines, size_t n)
{
	struct sql_council_session_get_row s;

	MUST(council_op_session(c, id, &s));
	if (s.council_member_id_null)
		return ERR_FORBIDDEN;
	if (s.attendance_null || s.attendance != ATTENDANCE_PRESENT)
		return conflict(c,
		    T("Bạn chưa được điểm danh có mặt tại phiên họp nên chưa bỏ phiếu được. Báo thư ký hội đồng."));
	return put_votes(c, &s, s.council_member_id, false, lines, n);
}

enum err
council_op_written(struct ctx *c, struct council_session_id id, struct council_member_id member,
    const struct vote_line *lines, size_t n)
{
	struct sql_council_session_get_row s;
	struct sql_council_attendance_rows people;

	MUST(council_op_session_manage(c, id, &s));
	MUST(sql_council_attendance(c->db, c->arena,
	    &(struct sql_council_attendance_params){ .council_session_id = id }, &people));
	for (size_t i = 0; i < people.n; i++) {
		if (people.v[i].council_member_id.v != member.v)
			continue;
		if (people.v[i].attendance_null || people.v[i].attendance != ATTENDANCE_WRITTEN)
			return conflict(c,
			    T("Thành viên này không được điểm danh là vắng mặt có ý kiến bằng văn bản."));
		return put_votes(c, &s, member, true, lines, n);
	}
	return ERR_NOT_FOUND;
}

static enum err
put_paper(struct ctx *c, struct paper_line *line)
{
	struct sql_council_paper_get_row now;
	struct account_id seen = { 0 };
	int64_t affected;
	bool found;

	MUST(sql_council_paper_get(c->db, c->arena,
	    &(struct sql_council_paper_get_params){ .agenda_item_id = line->item }, &now,
	    &found));
	if (found && now.confirmed)
		return conflict(c, T("Kết quả kiểm phiếu của nội dung này đã được xác nhận."));
	if (found && now.entered_by != c->actor->account_id.v && !line->replace) {
		MUST(sql_council_paper_confirm(c->db, c->arena,
		    &(struct sql_council_paper_confirm_params){ .agenda_item_id = line->item,
			.approve = line->count.approve,
			.disapprove = line->count.disapprove,
			.abstain = line->count.abstain },
		    &affected));
		if (affected == 1)
			return ERR_OK;
		line->mismatch = true;
		line->other = (struct tally){ now.approve, now.disapprove, now.abstain };
		line->other_by = now.entered_by_name;
		line->other_id.v = now.entered_by;
		return ERR_INVALID;
	}
	if (found)
		seen = line->replace ? line->seen_by : c->actor->account_id;
	MUST(sql_council_paper_put(c->db, c->arena,
	    &(struct sql_council_paper_put_params){ .agenda_item_id = line->item,
		.approve = line->count.approve,
		.disapprove = line->count.disapprove,
		.abstain = line->count.abstain,
		.seen_by = seen.v,
		.seen_by_null = seen.v == 0 },
	    &affected));
	if (affected != 1)
		return conflict(c,
		    T("Người khác vừa nhập số phiếu của nội dung này. Tải lại trang để đối chiếu."));
	return ERR_OK;
}

enum err
council_op_paper(
    struct ctx *c, struct council_session_id id, struct paper_line *lines, size_t n)
{
	struct sql_council_session_get_row s;
	struct sql_council_items_row row;
	int64_t *ids;
	bool mismatch = false;

	if (n == 0)
		return ERR_INVALID;
	MUST(council_op_session(c, id, &s));
	if (!s.may_manage && s.council_member_id_null)
		return ERR_FORBIDDEN;
	ids = arena_array(c->arena, n, sizeof(*ids));
	for (size_t i = 0; i < n; i++) {
		enum err err;

		MUST(item_of(c, id, lines[i].item, &row));
		if (row.method != VOTE_METHOD_PAPER)
			return ERR_NOT_FOUND;
		if (row.state != ITEM_STATE_OPEN)
			return conflict(c,
			    T("Nội dung này không còn mở biểu quyết; số phiếu không được ghi."));
		ids[i] = lines[i].item.v;
		err = put_paper(c, &lines[i]);
		if (err == ERR_INVALID && lines[i].mismatch)
			mismatch = true;
		else
			MUST(err);
	}
	if (mismatch)
		return ERR_INVALID;
	return audit_json(c, "council_session.paper_count", "council_session", id.v, s.unit_id,
	    json_pack("{s:o}", "items", id_list(ids, n)));
}
