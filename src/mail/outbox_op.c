/* Use cases around the outbox: what the administrator sees and does, and one's own address and wishes. */
#include "mail/outbox_op.h"

#include <inttypes.h>
#include <string.h>

#include "app/audit_json.h"
#include "core/hash.h"
#include "mail/notice_op.h"

#define ADDRESSES_A_DAY 5

static enum err
require(struct ctx *c)
{
	return authz_require_everywhere(c, ROLE_BIT(ROLE_ADMINISTRATOR));
}

static const char *
id_list(struct arena *a, const int64_t *ids, size_t n)
{
	struct buf out = { 0 };
	char *text;

	buf_putc(&out, '{');
	for (size_t i = 0; i < n; i++)
		buf_printf(&out, "%s%" PRId64, i > 0 ? "," : "", ids[i]);
	buf_putc(&out, '}');
	text = arena_strndup(a, out.p, out.len);
	buf_free(&out);
	return text;
}

enum err
outbox_op_service(struct ctx *c, struct sql_mail_service_row *row)
{
	MUST(require(c));
	return sql_mail_service(c->db, c->arena, row);
}

enum err
outbox_op_list(struct ctx *c, enum mail_state state, int64_t before, int64_t count,
    struct sql_mail_list_rows *rows)
{
	MUST(require(c));
	return sql_mail_list(c->db, c->arena,
	    &(struct sql_mail_list_params){
		.state = state, .before_id = before, .count = count },
	    rows);
}

enum err
outbox_op_counts(struct ctx *c, int64_t totals[MAIL_STATE_COUNT])
{
	struct sql_mail_counts_rows rows;

	MUST(require(c));
	MUST(sql_mail_counts(c->db, c->arena, &rows));
	memset(totals, 0, MAIL_STATE_COUNT * sizeof(*totals));
	for (size_t i = 0; i < rows.n; i++)
		totals[rows.v[i].state] = rows.v[i].total;
	return ERR_OK;
}

enum err
outbox_op_resend(struct ctx *c, const int64_t *ids, size_t n, int64_t *done)
{
	MUST(require(c));
	MUST(sql_mail_resend(c->db, c->arena,
	    &(struct sql_mail_resend_params){ .ids = id_list(c->arena, ids, n) }, done));
	return audit_json(c, "mail.resend", "mail", n == 1 ? ids[0] : 0, (struct unit_id){ 0 },
	    json_pack("{s:I}", "count", (json_int_t)*done));
}

enum err
outbox_op_resend_all(struct ctx *c, int64_t shown, int64_t *done)
{
	struct sql_mail_dead_ids_rows rows;
	int64_t *ids;

	MUST(require(c));
	MUST(sql_mail_dead_ids(c->db, c->arena, &rows));
	if ((int64_t)rows.n != shown)
		return ERR_STALE;
	ids = arena_array(c->arena, rows.n + 1, sizeof(*ids));
	for (size_t i = 0; i < rows.n; i++)
		ids[i] = rows.v[i].mail_id.v;
	return outbox_op_resend(c, ids, rows.n, done);
}

enum err
outbox_op_drop(struct ctx *c, const int64_t *ids, size_t n, int64_t *done)
{
	MUST(require(c));
	MUST(sql_mail_drop(c->db, c->arena,
	    &(struct sql_mail_drop_params){ .ids = id_list(c->arena, ids, n) }, done));
	return audit_json(c, "mail.drop", "mail", n == 1 ? ids[0] : 0, (struct unit_id){ 0 },
	    json_pack("{s:I}", "count", (json_int_t)*done));
}

enum err
outbox_op_release(struct ctx *c)
{
	MUST(require(c));
	MUST(sql_mail_release(c->db, c->arena, NULL));
	return audit_write(c, "mail.release", "mail", 0, (struct unit_id){ 0 }, NULL);
}

enum err
outbox_op_setting(struct ctx *c, struct sql_mail_setting_row *row)
{
	MUST(require(c));
	return sql_mail_setting(c->db, c->arena, row);
}

enum err
outbox_op_setting_save(struct ctx *c, const struct sql_mail_setting_row *s)
{
	int64_t n;

	MUST(require(c));
	MUST(sql_mail_setting_update(c->db, c->arena,
	    &(struct sql_mail_setting_update_params){ .per_minute = s->per_minute,
		.per_account_day = s->per_account_day,
		.settle_minutes = s->settle_minutes,
		.digest_hour = s->digest_hour,
		.near_days = s->near_days,
		.attempts_max = s->attempts_max,
		.version = s->version },
	    &n));
	if (n == 0)
		return ERR_STALE;
	return audit_json(c, "mail.setting", "mail", 0, (struct unit_id){ 0 },
	    json_pack("{s:i, s:i, s:i, s:i}", "per_minute", (int)s->per_minute,
		"per_account_day", (int)s->per_account_day, "settle_minutes",
		(int)s->settle_minutes, "near_days", (int)s->near_days));
}

/* --- one's own ------------------------------------------------------------------------------------------ */

enum err
address_op_own(struct ctx *c, struct sql_mail_own_row *row)
{
	return sql_mail_own(c->db, c->arena, row);
}

enum err
address_op_recent(struct ctx *c, struct sql_mail_own_recent_rows *rows)
{
	return sql_mail_own_recent(c->db, c->arena, rows);
}

enum err
address_op_wishes(struct ctx *c, bool daily, const bool wanted[NOTICE_KIND_COUNT])
{
	MUST(sql_mail_own_setting_put(c->db, c->arena,
	    &(struct sql_mail_own_setting_put_params){ .daily = daily }, NULL));
	MUST(sql_mail_own_mute_clear(c->db, c->arena, NULL));
	for (int k = 0; k < NOTICE_KIND_COUNT; k++) {
		if (notice_kind_mutable((enum notice_kind)k) && !wanted[k])
			MUST(sql_mail_own_mute_add(c->db, c->arena,
			    &(struct sql_mail_own_mute_add_params){
				.kind = (enum notice_kind)k },
			    NULL));
	}
	return audit_write(c, "account.notices", "account", c->actor->account_id.v,
	    (struct unit_id){ 0 }, NULL);
}

static struct bytes
token_hash(struct arena *a, const char *token)
{
	struct sha256 hash = sha256_of(token, strlen(token));

	return (struct bytes){ arena_memdup(a, hash.b, sizeof(hash.b)), sizeof(hash.b) };
}

enum err
address_op_ask(struct ctx *c, const char *email)
{
	const char *token = random_token(c->arena);
	struct sql_mail_change_open_row row;

	MUST(sql_mail_change_open(c->db, c->arena,
	    &(struct sql_mail_change_open_params){
		.email = email, .token_hash = token_hash(c->arena, token) },
	    &row));
	if (row.today > ADDRESSES_A_DAY)
		return ERR_TOO_MANY;
	/* No name and nothing typed stands in it: the address may be a stranger's. */
	MUST(notice_op_queue(c,
	    &(struct notice){ .kind = NOTICE_KIND_CONFIRM_ADDRESS,
		.account_id = c->actor->account_id,
		.object = "account",
		.object_id = c->actor->account_id.v,
		.event = arena_printf(c->arena, "address:%" PRId64, row.email_change_id.v),
		.opening = T(
		    "Có người dùng của hệ thống Vinh Danh muốn nhận thông báo tại địa chỉ này. Nếu là bạn, đăng nhập và mở liên kết dưới đây trong 24 giờ. Nếu không phải bạn, bỏ qua thư này; sẽ không có thư nào khác."),
		.path = arena_printf(c->arena, "/tai-khoan/thu-dien-tu/xac-nhan?ma=%s", token),
		.address = email }));
	return audit_write(c, "account.email_ask", "account", c->actor->account_id.v,
	    (struct unit_id){ 0 }, NULL);
}

static enum err
tell_old(struct ctx *c, const char *old, const char *opening)
{
	if (old[0] == '\0')
		return ERR_OK;
	return notice_op_queue(c,
	    &(struct notice){ .kind = NOTICE_KIND_ADDRESS_CHANGED,
		.account_id = c->actor->account_id,
		.object = "account",
		.object_id = c->actor->account_id.v,
		.event = arena_printf(c->arena, "address-changed:%" PRId64, c->now.us),
		.opening = opening,
		.address = old });
}

enum err
address_op_confirm(struct ctx *c, const char *token, const char **email)
{
	struct sql_mail_change_confirm_row row;
	bool found;

	MUST(sql_mail_change_confirm(c->db, c->arena,
	    &(struct sql_mail_change_confirm_params){
		.token_hash = token_hash(c->arena, token) },
	    &row, &found));
	if (!found)
		return ERR_NOT_FOUND;
	*email = row.new_email;
	MUST(tell_old(c, row.old_email,
	    T("Thông báo của tài khoản này từ nay được gửi đến một địa chỉ khác. Nếu không phải bạn đổi, báo ngay cho quản trị viên.")));
	return audit_write(c, "account.email_confirm", "account", c->actor->account_id.v,
	    (struct unit_id){ 0 }, NULL);
}

enum err
address_op_drop(struct ctx *c)
{
	struct sql_mail_change_drop_row row;

	MUST(sql_mail_change_drop(c->db, c->arena, &row));
	MUST(tell_old(c, row.old_email,
	    T("Địa chỉ này đã được gỡ khỏi tài khoản, không còn nhận thông báo. Nếu không phải bạn gỡ, báo ngay cho quản trị viên.")));
	return audit_write(c, "account.email_drop", "account", c->actor->account_id.v,
	    (struct unit_id){ 0 }, NULL);
}
