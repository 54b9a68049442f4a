/* Use cases of the outbox: lease, send, mark; digests; holding everything when the server takes nothing. */
#include "mail/mail_op.h"

#include <inttypes.h>

#include "core/log.h"
#include "core/str.h"

/* Longer than any sending can take. */
#define LEASE_S 300

/* One mail for many notices: a line and an address each. */
static enum err
fold(struct app *app, struct arena *a, struct account_id account)
{
	struct sql_mail_parts_rows parts;
	struct sql_mail_fold_row folded;
	struct buf body = { 0 };
	const char *text;

	MUST(sql_mail_parts(
	    app->db, a, &(struct sql_mail_parts_params){ .account_id = account }, &parts));
	if (parts.n == 0)
		return ERR_OK;
	buf_printf(&body, "%s\n",
	    tr_fmt(a, LANG_VI, T("%1 thông báo từ hệ thống Vinh Danh:"), 1,
		arena_printf(a, "%zu", parts.n)));
	for (size_t i = 0; i < parts.n; i++) {
		buf_printf(&body, "\n- %s  %s\n", timestamp_format(a, parts.v[i].created_at),
		    parts.v[i].subject);
		if (parts.v[i].path[0] != '\0')
			buf_printf(&body, "  %s%s\n", app->origin, parts.v[i].path);
	}
	buf_printf(&body, "\n-- \n%s\n%s %s/tai-khoan/thong-bao\n",
	    tr(LANG_VI, T("Thư tự động của hệ thống Vinh Danh, xin không trả lời thư này.")),
	    tr(LANG_VI, T("Chọn loại thông báo, nhận gộp mỗi ngày một thư:")), app->origin);
	text = arena_strndup(a, body.p, body.len);
	buf_free(&body);
	return sql_mail_fold(app->db, a,
	    &(struct sql_mail_fold_params){ .account_id = account,
		.upto = parts.v[parts.n - 1].mail_id.v,
		.subject = tr_fmt(a, LANG_VI, T("%1 thông báo trong ngày"), 1,
		    arena_printf(a, "%zu", parts.n)),
		.body = text },
	    &folded);
}

static enum err
mark(struct app *app, struct arena *a, const struct sql_mail_claim_row *m,
    const struct mail_outcome *out)
{
	struct sql_mail_sent_row sent;
	struct sql_mail_refused_row refused;
	struct sql_mail_hold_row held;
	enum mail_verdict verdict = mail_judge(out->stage, out->code, out->answer);
	enum mail_trouble trouble = MAIL_TROUBLE_AWAY;
	const char *answer = mail_line(a, out->answer, 400);

	/* Answers repeat addresses: those are in the table, for who may see them, not in the log. */
	log_info("mail=%" PRId64 " attempt=%d stage=%d code=%d", m->mail_id.v, (int)m->attempts,
	    (int)out->stage, out->code);
	switch (verdict) {
	case MAIL_TAKEN:
		return sql_mail_sent(app->db, a,
		    &(struct sql_mail_sent_params){ .mail_id = m->mail_id, .answer = answer },
		    &sent);
	case MAIL_LATER:
	case MAIL_NEVER:
		return sql_mail_refused(app->db, a,
		    &(struct sql_mail_refused_params){ .mail_id = m->mail_id,
			.answer = answer,
			.for_good = verdict == MAIL_NEVER,
			.pause_seconds = mail_pause_s(m->attempts) },
		    &refused);
	case MAIL_HOLD_REFUSED: trouble = MAIL_TROUBLE_REFUSED; break;
	case MAIL_HOLD_QUOTA: trouble = MAIL_TROUBLE_QUOTA; break;
	case MAIL_HOLD_AWAY: break;
	}
	return sql_mail_hold(app->db, a,
	    &(struct sql_mail_hold_params){ .mail_id = m->mail_id,
		.trouble = trouble,
		.answer = answer,
		.pause_seconds = mail_hold_s(verdict) },
	    &held);
}

/* Lease the next mail, or do what has to be done before one can be; found: there was something. */
static enum err
lease(struct app *app, struct arena *a, struct sql_mail_claim_row *m, bool *found)
{
	MUST(sql_mail_claim(
	    app->db, a, &(struct sql_mail_claim_params){ .lease_seconds = LEASE_S }, m, found));
	if (*found && str_eq(m->act, "fold"))
		MUST(fold(app, a, m->account_id));
	return ERR_OK;
}

static enum err
send_leased(struct app *app, struct arena *a, const struct sql_mail_claim_row *m,
    mail_send *send, void *arg)
{
	struct mail_outcome out = {
		.stage = MAIL_STAGE_RECIPIENT, .code = 553, .answer = "bad_address"
	};
	enum err err;

	if (mail_address_valid(m->address))
		send(arg,
		    &(struct mail_message){ .to = m->address,
			.subject = m->subject,
			.body = m->body,
			.message_id = m->message_id,
			.unsubscribe = arena_printf(a, "%s/tai-khoan/thong-bao", app->origin),
			.date = clock_now() },
		    &out);
	if ((err = db_begin(app->db, DB_READ_WRITE, NULL, NULL, NULL)) == ERR_OK &&
	    (err = mark(app, a, m, &out)) == ERR_OK)
		err = db_commit(app->db);
	return err;
}

enum err
mail_op_send_next(struct app *app, mail_send *send, void *arg, bool *ran)
{
	struct arena *a = arena_new();
	struct sql_mail_claim_row m = { 0 };
	enum err err;

	*ran = false;
	if ((err = db_begin(app->db, DB_READ_WRITE, NULL, NULL, NULL)) == ERR_OK &&
	    (err = lease(app, a, &m, ran)) == ERR_OK)
		err = db_commit(app->db);
	if (err == ERR_OK && *ran && str_eq(m.act, "send"))
		err = send_leased(app, a, &m, send, arg);
	if (err != ERR_OK)
		db_rollback(app->db);
	arena_free(a);
	return err;
}

enum err
mail_op_plan(struct app *app, int64_t *wait_ms)
{
	struct arena *a = arena_new();
	struct sql_mail_due_row row = { 0 };
	enum err err;

	if ((err = db_begin(app->db, DB_READ_ONLY, NULL, NULL, NULL)) == ERR_OK &&
	    (err = sql_mail_due(app->db, a, &row)) == ERR_OK)
		err = db_commit(app->db);
	if (err != ERR_OK)
		db_rollback(app->db);
	else if (row.wait_ms >= 0 && (*wait_ms < 0 || row.wait_ms < *wait_ms))
		*wait_ms = row.wait_ms;
	arena_free(a);
	return err;
}

enum err
mail_op_seen(struct app *app, const char *sender)
{
	struct arena *a = arena_new();
	struct sql_mail_service_seen_row row;
	enum err err;

	if ((err = db_begin(app->db, DB_READ_WRITE, NULL, NULL, NULL)) == ERR_OK &&
	    (err = sql_mail_service_seen(app->db, a,
		 &(struct sql_mail_service_seen_params){
		     .configured = sender != NULL, .sender = sender != NULL ? sender : "" },
		 &row)) == ERR_OK)
		err = db_commit(app->db);
	if (err != ERR_OK)
		db_rollback(app->db);
	arena_free(a);
	return err;
}
