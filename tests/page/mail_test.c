/* Notices reach the outbox with what causes them; the administrator sees what failed; addresses are confirmed. */
#include <inttypes.h>
#include <string.h>

#include "support/page_fixture.h"
#include "support/world.h"

#include "account/account_op.h"
#include "mail/mail.h"
#include "mail/notice_op.h"

#define PASSWORD "vinhdanh-demo-2026"

static struct {
	int64_t season, dossier;
} w;

static int
group_setup(void **state)
{
	int rc = page_group_setup(state);

	if (rc == 0)
		world_base(((struct page_fixture *)*state)->owner);
	return rc;
}

static void
prepare(struct page_fixture *f, const char *dossier_state, int n, const char *state)
{
	page_sql(f, "delete from office.mail");
	page_sql(f, "delete from office.email_change");
	page_sql(f, "delete from office.notice_mute");
	page_sql(f, "delete from office.notice_setting");
	page_sql(f,
	    "update office.mail_service set trouble = null, held_until = null, configured = true");
	page_sql(f, "update office.account set email = username || '@donvi.test'");
	world_clear(f->owner);
	w.season = world_season(f->owner, "Đợt khen thưởng năm 2026", -240, 240);
	w.dossier = world_dossier(f->owner, w.season, "30742", dossier_state, n, state);
}

static int64_t
mails(struct page_fixture *f, const char *where)
{
	return page_sql_i64(f, "select count(*) from office.mail where %s", where);
}

/* Puts a dead mail for somebody into the outbox; its id. */
static int64_t
dead_mail(struct page_fixture *f, const char *username, const char *kind, const char *event)
{
	return page_sql_i64(f,
	    "insert into office.mail (account_id, address, kind, object, object_id, dedupe_key, subject, body, path, state, attempts, last_error) "
	    "select id, coalesce(email, ''), '%s', 'dossier', 1, '%s', 'Thư thử %s', 'x', '/ho-so/1/tien-trinh', 'dead', 1, '550 5.1.1 No such user' "
	    "from office.account where username = '%s' returning id",
	    kind, event, event, username);
}

/* --- events ------------------------------------------------------------------------------------------- */

static void
test_receipt_for_appraisal_is_told_to_the_unit_once(void **state)
{
	struct page_fixture *f = *state;
	char target[64];

	prepare(f, "submitted", 3, "submitted");
	(void)snprintf(target, sizeof(target), "/tham-dinh/%" PRId64 "/tiep-nhan", w.dossier);
	page_sign_in(f, "thamdinh");
	page_get(f, arena_printf(f->arena, "/tham-dinh/%" PRId64, w.dossier));
	page_submit(f, target, NULL);
	page_expect_status(f, 303);
	/* the drafter, who is also the dossier's, and the head: each once; nobody elsewhere */
	assert_int_equal(mails(f, "kind = 'received'"), 2);
	assert_int_equal(
	    mails(f,
		"kind = 'received' and state = 'waiting' and address like '%.rachgia@donvi.test'"),
	    2);
	page_submit(f, target, NULL);
	assert_int_equal(mails(f, "kind = 'received'"), 2);
}

static void
test_a_notice_and_what_causes_it_are_one_transaction(void **state)
{
	struct page_fixture *f = *state;
	char target[64];

	prepare(f, "appraising", 3, "appraising");
	(void)snprintf(target, sizeof(target), "/tham-dinh/%" PRId64 "/tiep-nhan", w.dossier);
	page_sign_in(f, "thamdinh");
	page_get(f, arena_printf(f->arena, "/tham-dinh/%" PRId64, w.dossier));
	page_submit(f, target, NULL);
	page_expect_status(f, 409);
	assert_int_equal(mails(f, "true"), 0);
}

/* notice_op_returned as the appraiser, in a transaction of its own. */
static void
returned_again(struct page_fixture *f)
{
	struct actor actor = { .account_id = { page_account(f, "thamdinh") } };
	struct arena *a = arena_new();
	struct ctx c = {
		.app = &f->app, .db = f->app.db, .arena = a, .actor = &actor, .now = clock_now()
	};
	PGresult *res;

	assert_int_equal(db_begin(f->app.db, DB_READ_WRITE, NULL, NULL, NULL), ERR_OK);
	res = PQexec(db_conn(f->app.db),
	    arena_printf(a, "select office.assume(%" PRId64 ")", actor.account_id.v));
	assert_int_equal(PQresultStatus(res), PGRES_TUPLES_OK);
	PQclear(res);
	assert_int_equal(notice_op_returned(&c, (struct dossier_id){ w.dossier }), ERR_OK);
	assert_int_equal(db_commit(f->app.db), ERR_OK);
	arena_free(a);
}

static void
test_duplicates_of_mails_two_returns_soon_after_each_other_are_one(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "returned", 3, "appraising");
	page_sql(f,
	    "update office.nomination set state = 'returned', state_reason = 'Thiếu biên bản' where dossier_id = %" PRId64
	    " and ordinal = 1",
	    w.dossier);
	returned_again(f);
	assert_int_equal(mails(f, "kind = 'returned'"), 2);
	page_sql(f,
	    "update office.nomination set state = 'returned', state_reason = 'Sai năm sinh' where dossier_id = %" PRId64
	    " and ordinal = 2",
	    w.dossier);
	returned_again(f);
	assert_int_equal(mails(f, "kind = 'returned'"), 2);
	assert_int_equal(
	    mails(f,
		"body like '%2 trong 3%' and body like '%Thiếu biên bản%' and body like '%Sai năm sinh%'"),
	    2);
	assert_int_equal(mails(f, "next_at > now() + interval '5 minutes'"), 2);
	/* one that is on its way takes up nothing more */
	page_sql(f, "update office.mail set settling = false");
	returned_again(f);
	assert_int_equal(mails(f, "kind = 'returned'"), 4);
}

static void
test_a_mail_names_no_nominee(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "returned", 3, "returned");
	page_sql(f,
	    "update office.nomination set state_reason = 'Thiếu biên bản' where dossier_id = %" PRId64,
	    w.dossier);
	returned_again(f);
	assert_int_equal(
	    mails(f,
		"body like '%' || (select name from office.nomination where dossier_id = object_id and ordinal = 1) || '%'"),
	    0);
}

static void
test_placeholder_injection_names_are_data(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "returned", 2, "returned");
	page_sql(f,
	    "update office.dossier set letter_no = '', title = '{placeholder} %%1 %%s http://evil.test' || E'\\r\\nBcc: x@evil.test' where id = %" PRId64,
	    w.dossier);
	page_sql(f,
	    "update office.nomination set state_reason = E'{reason} %%2\\r\\nSubject: x https://evil.test/a' where dossier_id = %" PRId64,
	    w.dossier);
	returned_again(f);
	assert_int_equal(mails(f, "kind = 'returned'"), 2);
	assert_int_equal(mails(f, "subject ~ '[[:cntrl:]]'"), 0);
	assert_int_equal(mails(f, "subject like '%{placeholder} \\%1 \\%s%'"), 2);
	assert_int_equal(mails(f, "body like '%://evil%' and body not like '%: //evil%'"), 0);
	assert_int_equal(mails(f, "body like '%{reason} \\%2%'"), 2);
}

static void
test_who_muted_a_kind_gets_no_mail_but_sees_it(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "returned", 2, "returned");
	page_sql(f,
	    "insert into office.notice_mute select id, 'returned' from office.account where username = 'lanhdao.rachgia'");
	returned_again(f);
	assert_int_equal(mails(f, "state = 'suppressed' and last_error = 'muted'"), 1);
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, "/tai-khoan/thong-bao");
	page_expect_text(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/tien-trinh", w.dossier));
}

static void
test_without_an_address_nothing_fails(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "returned", 2, "returned");
	page_sql(f, "update office.account set email = null");
	returned_again(f);
	assert_int_equal(mails(f, "state = 'suppressed' and last_error = 'no_address'"), 2);
}

/* --- the outbox --------------------------------------------------------------------------------------------- */

static void
test_the_outbox_is_the_administrators_of_the_province(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 1, "draft");
	page_sign_in(f, NULL);
	page_get(f, "/quan-tri/thu");
	page_expect_status(f, 303);
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, "/quan-tri/thu");
	page_expect_status(f, 403);
	page_grant(f, "quantri.phuong", "administrator", "30742");
	page_sign_in(f, "quantri.phuong");
	page_get(f, "/quan-tri/thu");
	page_expect_status(f, 403);
	page_get(f, "/quan-tri");
	page_expect_status(f, 200);
	page_expect_no_text(f, "/quan-tri/thu\"");
}

static void
test_mail_quota_exhausted_and_nobody_knew(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 1, "draft");
	page_sql(f,
	    "update office.mail_service set trouble = 'quota', trouble_text = '550 5.4.5 Daily sending quota exceeded', "
	    "trouble_since = now(), held_until = now() + interval '1 hour'");
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri");
	page_expect_text(f, "Đã hết hạn mức gửi thư của máy chủ");
	page_get(f, "/quan-tri/thu");
	page_expect_text(f, "5.4.5 Daily sending quota exceeded");
	page_submit(f, "/quan-tri/thu/thu-lai", NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.mail_service where held_until is null"),
	    1);
}

static void
test_without_a_mail_server_the_administrator_is_told(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 1, "draft");
	page_sql(f, "update office.mail_service set configured = false");
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/thu");
	page_expect_text(f, "Chưa cài máy chủ thư");
}

static void
test_dead_letters_are_listed_and_one_goes_out_again(void **state)
{
	struct page_fixture *f = *state;
	int64_t one;
	char id[32];

	prepare(f, "draft", 1, "draft");
	one = dead_mail(f, "soanthao.rachgia", "filed", "a");
	dead_mail(f, "lanhdao.rachgia", "filed", "b");
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/thu");
	page_expect_text(f, "550 5.1.1 No such user");
	page_expect_text(f, "Gửi lại tất cả 2 thư");
	(void)snprintf(id, sizeof(id), "%" PRId64, one);
	page_submit(f, "/quan-tri/thu/gui-lai", "id", id, NULL);
	page_expect_redirect(f, "/quan-tri/thu");
	assert_int_equal(mails(f, "state = 'waiting' and attempts = 0"), 1);
	assert_int_equal(mails(f, "state = 'dead'"), 1);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'mail.resend'"),
	    1);
}

static void
test_send_all_again_acts_on_what_was_shown(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 1, "draft");
	dead_mail(f, "soanthao.rachgia", "filed", "a");
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/thu");
	dead_mail(f, "lanhdao.rachgia", "filed", "b");
	page_submit(f, "/quan-tri/thu/gui-lai-tat-ca", "shown", "1", NULL);
	page_expect_status(f, 409);
	assert_int_equal(mails(f, "state = 'dead'"), 2);
	page_get(f, "/quan-tri/thu");
	page_submit(f, "/quan-tri/thu/gui-lai-tat-ca", "shown", "2", NULL);
	page_expect_status(f, 303);
	assert_int_equal(mails(f, "state = 'waiting'"), 2);
}

static void
test_a_dead_letter_is_dropped(void **state)
{
	struct page_fixture *f = *state;
	char id[32];

	prepare(f, "draft", 1, "draft");
	(void)snprintf(
	    id, sizeof(id), "%" PRId64, dead_mail(f, "soanthao.rachgia", "filed", "a"));
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/thu");
	page_submit(f, "/quan-tri/thu/bo", "id", id, NULL);
	page_expect_status(f, 303);
	assert_int_equal(mails(f, "state = 'dropped'"), 1);
	page_submit(f, "/quan-tri/thu/bo", "id", id, NULL);
	page_expect_status(f, 409); /* the same form again */
}

static void
test_limits_are_saved_and_checked(void **state)
{
	struct page_fixture *f = *state;
	char version[32];

	prepare(f, "draft", 1, "draft");
	(void)snprintf(version, sizeof(version), "%" PRId64,
	    page_sql_i64(f, "select version from office.mail_setting"));
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/thu");
	page_submit(f, "/quan-tri/thu/cai-dat", "version", version, "per_minute", "0",
	    "per_account_day", "12", "settle_minutes", "10", "digest_hour", "7", "near_days",
	    "3", "attempts_max", "8", NULL);
	page_expect_status(f, 422);
	page_submit(f, "/quan-tri/thu/cai-dat", "version", version, "per_minute", "20",
	    "per_account_day", "12", "settle_minutes", "10", "digest_hour", "7", "near_days",
	    "3", "attempts_max", "8", NULL);
	page_expect_status(f, 303);
	page_get(f, "/quan-tri/thu");
	page_submit(f, "/quan-tri/thu/cai-dat", "version", version, "per_minute", "25",
	    "per_account_day", "12", "settle_minutes", "10", "digest_hour", "7", "near_days",
	    "3", "attempts_max", "8", NULL);
	page_expect_status(f, 409);
	assert_int_equal(page_sql_i64(f, "select per_minute from office.mail_setting"), 20);
}

/* --- one's own address ------------------------------------------------------------------------------------------ */

static void
set_password(struct page_fixture *f, const char *username)
{
	struct arena *a = arena_new();
	const char *hash;

	assert_int_equal(account_hash_password(a, PASSWORD, &hash), ERR_OK);
	page_sql(f,
	    "update office.credential set password_hash = '%s', must_change = false where account_id = "
	    "(select id from office.account where username = '%s')",
	    hash, username);
	arena_free(a);
}

static char token[128];

static void
ask(struct page_fixture *f, const char *email)
{
	const char *body, *at;

	page_get(f, "/tai-khoan/thu-dien-tu");
	page_submit(f, "/tai-khoan/thu-dien-tu", "email", email, "present", PASSWORD, NULL);
	page_expect_redirect(f, "/tai-khoan/thu-dien-tu");
	body = page_sql_text(f,
	    "select body from office.mail where kind = 'confirm_address' and state = 'waiting' order by id desc limit 1");
	at = strstr(body, "?ma=");
	assert_non_null(at);
	(void)snprintf(token, sizeof(token), "%.*s", (int)strcspn(at + 4, "\n"), at + 4);
}

static void
test_a_new_address_counts_once_its_link_was_opened(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 1, "draft");
	set_password(f, "soanthao.rachgia");
	page_sign_in(f, "soanthao.rachgia");
	ask(f, "moi@rachgia.test");
	assert_int_equal(
	    mails(f, "kind = 'confirm_address' and address = 'moi@rachgia.test'"), 1);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.account where email = 'moi@rachgia.test'"),
	    0);
	page_get(f, arena_printf(f->arena, "/tai-khoan/thu-dien-tu/xac-nhan?ma=%s", token));
	page_expect_status(f, 200);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.account where email = 'moi@rachgia.test'"),
	    0);
	page_submit(f, "/tai-khoan/thu-dien-tu/xac-nhan", "ma", token, NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.account where email = 'moi@rachgia.test'"),
	    1);
	assert_int_equal(
	    mails(f, "kind = 'address_changed' and address = 'soanthao.rachgia@donvi.test'"),
	    1);
	page_get(f, arena_printf(f->arena, "/tai-khoan/thu-dien-tu/xac-nhan?ma=%s", token));
	page_submit(f, "/tai-khoan/thu-dien-tu/xac-nhan", "ma", token, NULL);
	page_expect_status(f, 404);
}

static void
test_a_link_works_for_its_own_account_only_and_not_for_ever(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 1, "draft");
	set_password(f, "soanthao.rachgia");
	page_sign_in(f, "soanthao.rachgia");
	ask(f, "moi@rachgia.test");
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, arena_printf(f->arena, "/tai-khoan/thu-dien-tu/xac-nhan?ma=%s", token));
	page_submit(f, "/tai-khoan/thu-dien-tu/xac-nhan", "ma", token, NULL);
	page_expect_status(f, 404);
	page_sql(f, "update office.email_change set expires_at = now() - interval '1 second'");
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, arena_printf(f->arena, "/tai-khoan/thu-dien-tu/xac-nhan?ma=%s", token));
	page_submit(f, "/tai-khoan/thu-dien-tu/xac-nhan", "ma", token, NULL);
	page_expect_status(f, 404);
}

static void
test_an_address_needs_the_password_and_its_form(void **state)
{
	struct page_fixture *f = *state;
	static const char *const bad[] = { "khong", "a@b", "a b@c.vn", "a@c.vn,b@c.vn",
		"<a@c.vn>", "a@c..vn", "ấ@c.vn" };

	prepare(f, "draft", 1, "draft");
	set_password(f, "soanthao.rachgia");
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, "/tai-khoan/thu-dien-tu");
	page_submit(f, "/tai-khoan/thu-dien-tu", "email", "moi@rachgia.test", "present",
	    "sai-mat-khau-roi", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Mật khẩu hiện tại không đúng.");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		page_get(f, "/tai-khoan/thu-dien-tu");
		page_submit(
		    f, "/tai-khoan/thu-dien-tu", "email", bad[i], "present", PASSWORD, NULL);
		page_expect_status(f, 422);
	}
	assert_int_equal(mails(f, "kind = 'confirm_address'"), 0);
}

static void
test_no_more_than_five_strangers_a_day_get_a_link(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 1, "draft");
	set_password(f, "soanthao.rachgia");
	page_sign_in(f, "soanthao.rachgia");
	for (int i = 0; i < 5; i++)
		ask(f, "moi@rachgia.test");
	page_get(f, "/tai-khoan/thu-dien-tu");
	page_submit(f, "/tai-khoan/thu-dien-tu", "email", "moi@rachgia.test", "present",
	    PASSWORD, NULL);
	page_expect_status(f, 429);
	assert_int_equal(mails(f, "kind = 'confirm_address'"), 5);
	/* an older link is dead, and so is the mail that was to bring it */
	assert_int_equal(mails(f, "kind = 'confirm_address' and state = 'waiting'"), 1);
}

static void
test_wishes_are_kept(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "returned", 2, "returned");
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, "/tai-khoan/thong-bao");
	page_expect_status(f, 200);
	page_submit(f, "/tai-khoan/thong-bao", "delivery", "daily", "returned", "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.notice_mute"), 8);
	returned_again(f);
	assert_int_equal(
	    mails(f, "gathered and next_at = office.mail_digest_time(visible_from)"), 1);
	page_get(f, "/tai-khoan/thong-bao");
	page_submit(f, "/tai-khoan/thong-bao", "delivery", "hourly", NULL);
	page_expect_status(f, 422);
}

/* --- rules --------------------------------------------------------------------------------------------------------- */

static void
test_what_a_server_says_decides(void **state)
{
	(void)state;
	assert_int_equal(mail_judge(MAIL_STAGE_DONE, 250, "250 OK"), MAIL_TAKEN);
	assert_int_equal(
	    mail_judge(MAIL_STAGE_RECIPIENT, 550, "550 5.1.1 No such user"), MAIL_NEVER);
	assert_int_equal(
	    mail_judge(MAIL_STAGE_RECIPIENT, 451, "451 4.3.0 Try later"), MAIL_LATER);
	assert_int_equal(
	    mail_judge(MAIL_STAGE_RECIPIENT, 452, "452 4.2.2 Mailbox over quota"), MAIL_LATER);
	assert_int_equal(
	    mail_judge(MAIL_STAGE_RECIPIENT, 552, "552 5.2.2 Quota exceeded"), MAIL_NEVER);
	assert_int_equal(
	    mail_judge(MAIL_STAGE_CONTENT, 550, "550-5.4.5 Daily user sending limit exceeded"),
	    MAIL_HOLD_QUOTA);
	assert_int_equal(
	    mail_judge(MAIL_STAGE_SENDER, 452, "452 Too many messages sent"), MAIL_HOLD_QUOTA);
	assert_int_equal(
	    mail_judge(MAIL_STAGE_SENDER, 550, "550 5.7.1 Sender rejected"), MAIL_HOLD_REFUSED);
	assert_int_equal(mail_judge(MAIL_STAGE_CONNECT, 535, "535 5.7.8 Authentication failed"),
	    MAIL_HOLD_REFUSED);
	assert_int_equal(mail_judge(MAIL_STAGE_CONNECT, 0, "Timeout"), MAIL_HOLD_AWAY);
	assert_int_equal(mail_judge(MAIL_STAGE_RECIPIENT, 421, "421 closing"), MAIL_HOLD_AWAY);
	assert_int_equal(mail_judge(MAIL_STAGE_CONTENT, 0, "connection reset"), MAIL_LATER);
}

static void
test_data_in_a_line_is_only_data(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(mail_line(a, "a\r\nBcc: b\tc", 100), "a Bcc: b c");
	assert_string_equal(mail_line(a, "xem http://evil.test", 100), "xem http: //evil.test");
	assert_string_equal(mail_line(a, "Ễ Ỗ Ậ", 3), "Ễ Ỗ…");
	assert_string_equal(mail_line(a, "vừa đủ", 6), "vừa đủ");
	assert_string_equal(mail_line(a,
				"a\xe2\x80\xa8"
				"b",
				9),
	    "a b");
	assert_string_equal(mail_lines(a, "một\r\n\r\nhai", 100), "  một\n  hai");
	assert_string_equal(
	    mail_encode_header(a, "Subject", "plain words"), "Subject: plain words");
	assert_null(strchr(mail_encode_header(a, "Subject", "x\ny") + 8, '\n'));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_receipt_for_appraisal_is_told_to_the_unit_once),
		PAGE_TEST(test_a_notice_and_what_causes_it_are_one_transaction),
		PAGE_TEST(test_duplicates_of_mails_two_returns_soon_after_each_other_are_one),
		PAGE_TEST(test_a_mail_names_no_nominee),
		PAGE_TEST(test_placeholder_injection_names_are_data),
		PAGE_TEST(test_who_muted_a_kind_gets_no_mail_but_sees_it),
		PAGE_TEST(test_without_an_address_nothing_fails),
		PAGE_TEST(test_the_outbox_is_the_administrators_of_the_province),
		PAGE_TEST(test_mail_quota_exhausted_and_nobody_knew),
		PAGE_TEST(test_without_a_mail_server_the_administrator_is_told),
		PAGE_TEST(test_dead_letters_are_listed_and_one_goes_out_again),
		PAGE_TEST(test_send_all_again_acts_on_what_was_shown),
		PAGE_TEST(test_a_dead_letter_is_dropped),
		PAGE_TEST(test_limits_are_saved_and_checked),
		PAGE_TEST(test_a_new_address_counts_once_its_link_was_opened),
		PAGE_TEST(test_a_link_works_for_its_own_account_only_and_not_for_ever),
		PAGE_TEST(test_an_address_needs_the_password_and_its_form),
		PAGE_TEST(test_no_more_than_five_strangers_a_day_get_a_link),
		PAGE_TEST(test_wishes_are_kept),
		PAGE_TEST(test_what_a_server_says_decides),
		PAGE_TEST(test_data_in_a_line_is_only_data),
	};

	return cmocka_run_group_tests(tests, group_setup, page_group_teardown);
}
