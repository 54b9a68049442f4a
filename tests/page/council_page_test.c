/* Pages of councils: sessions, attendance, votes, paper counts, results, membership. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "support/world.h"

static int64_t season, council;

static int
setup(void **state)
{
	struct page_fixture *f = *state;

	page_test_setup(state);
	world_base(f->owner);
	season = world_season(f->owner, "Đợt hội đồng", -240, 48);
	council = world_council(f->owner);
	return 0;
}

/* "%lld" replaced by ids, in memory of its own. */
static const char *
text_of(const char *before, int64_t id, const char *after)
{
	static char text[16][256];
	static int i;
	char made[256];

	/* before and after may stand in text themselves. */
	snprintf(made, sizeof(made), "%s%lld%s", before, (long long)id, after);
	i = (i + 1) % 16;
	memcpy(text[i], made, sizeof(made));
	return text[i];
}

#define SESSION(id, rest) text_of("/hoi-dong/phien/", (id), (rest))

/* An open session with one open item in the state council; 13 present of 15 unless told. */
static int64_t
open_item(
    struct page_fixture *f, const char *method, int present, int percent, int64_t *session)
{
	int64_t d = world_dossier(f->owner, season, "30742", "completed", 1, "council");

	*session = world_session(f->owner, council, "open", present);
	return world_agenda_item(
	    f->owner, *session, world_nomination(f->owner, d, 1), method, "open", percent);
}

/* The member who is i-th by id votes, by SQL. */
static void
vote_sql(
    struct page_fixture *f, int64_t item, int from, int count, const char *choice, bool written)
{
	page_sql(f,
	    "insert into office.vote (agenda_item_id, council_member_id, choice, written, entered_by) "
	    "select %lld, m.id, '%s', %s, m.account_id from office.council_member m where m.council_id = %lld "
	    "order by m.id offset %d limit %d",
	    (long long)item, choice, written ? "true" : "false", (long long)council, from,
	    count);
}

static const char *
item_state(struct page_fixture *f, int64_t item)
{
	return page_sql_text(f,
	    "select state || ' ' || coalesce(approve, -1) || '/' || coalesce(disapprove, -1) || '/' || coalesce(abstain, -1) "
	    "from office.agenda_item where id = %lld",
	    (long long)item);
}

static const char *
nomination_state(struct page_fixture *f, int64_t item)
{
	return page_sql_text(f,
	    "select n.state from office.nomination n join office.agenda_item i on i.nomination_id = n.id where i.id = %lld",
	    (long long)item);
}

/* Somebody present who is not the secretary. */
static const char *
present_member(struct page_fixture *f, int64_t session)
{
	return page_sql_text(f,
	    "select a.username from office.session_attendance t join office.council_member m on m.id = t.council_member_id "
	    "join office.account a on a.id = m.account_id where t.council_session_id = %lld and t.attendance = 'present' "
	    "and a.username like 'uyvien%%' order by m.id limit 1",
	    (long long)session);
}

static void
close_item(struct page_fixture *f, int64_t session, int64_t item)
{
	page_sign_in(f, "thuky");
	page_get(f, SESSION(session, "/ket-thuc-bieu-quyet"));
	page_expect_status(f, 200);
	page_submit(
	    f, SESSION(session, "/ket-thuc-bieu-quyet"), "item", text_of("", item, ""), NULL);
}

/* --- access --------------------------------------------------------------------------------------- */

static void
test_nobody_and_wrong_roles_are_kept_out(void **state)
{
	struct page_fixture *f = *state;
	int64_t session;

	open_item(f, "recorded", 13, 90, &session);
	page_get(f, SESSION(session, ""));
	page_expect_status(f, 303);
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, SESSION(session, ""));
	page_expect_status(f, 403);
	page_sign_in(f, "uyvien01");
	page_get(f, SESSION(session, "/diem-danh"));
	page_expect_status(f, 403);
	page_get(f, "/quan-tri/hoi-dong");
	page_expect_status(f, 403);
}

static void
test_a_member_of_another_council_finds_nothing(void **state)
{
	struct page_fixture *f = *state;
	int64_t session;

	open_item(f, "recorded", 13, 90, &session);
	page_grant(f, "uyvien.longxuyen", "council_member", "30307");
	page_grant(f, "thuky.longxuyen", "council_secretary", "30307");
	page_sign_in(f, "uyvien.longxuyen");
	page_get(f, SESSION(session, ""));
	page_expect_status(f, 404);
	page_get(f, SESSION(session, "/phieu"));
	page_expect_status(f, 404);
	page_get(f, SESSION(session, "/ket-qua"));
	page_expect_status(f, 404);
	page_sign_in(f, "thuky.longxuyen");
	page_get(f, SESSION(session, "/diem-danh"));
	page_expect_status(f, 404);
	page_get(f, "/hoi-dong");
	page_expect_no_text(f, SESSION(session, "\""));
}

/* --- from preparing to open ------------------------------------------------------------------------- */

static void
test_a_session_is_made_filled_and_opened_with_all_members_as_denominator(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "completed", 3, "eligible"),
		session;
	char query[300];

	page_sign_in(f, "thuky");
	page_get(f, "/hoi-dong/phien/moi");
	page_submit(f, "/hoi-dong/phien/moi", "council_id", text_of("", council, ""), "title",
	    "", "held_on", "31/02/2026", "place", "", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "31/02/2026");
	page_submit(f, "/hoi-dong/phien/moi", "council_id", text_of("", council, ""), "title",
	    "Phiên <thử>", "held_on", "20/11/2026", "place", "", NULL);
	page_expect_status(f, 303);
	session = page_sql_i64(f, "select max(id) from office.council_session");
	page_follow(f);
	page_expect_text(f, "Phiên &lt;thử&gt;");
	page_expect_text(f, "Chương trình họp còn trống");

	/* The agenda: chosen, shown with its count, then put on. */
	snprintf(query, sizeof(query),
	    "/hoi-dong/phien/%lld/chuong-trinh/xac-nhan?chon=%lld&chon=%lld",
	    (long long)session, (long long)world_nomination(f->owner, d, 1),
	    (long long)world_nomination(f->owner, d, 2));
	page_get(f, SESSION(session, "/chuong-trinh"));
	page_expect_text(f, "Nguyễn Thị Mẫu 1");
	page_get(f, query);
	page_expect_text(f, "Đã chọn 2: Nguyễn Thị Mẫu 1, Nguyễn Thị Mẫu 2");
	page_submit(f, SESSION(session, "/chuong-trinh"), "chon",
	    text_of("", world_nomination(f->owner, d, 1), ""), "chon",
	    text_of("", world_nomination(f->owner, d, 2), ""), NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.nomination where dossier_id = %lld and state = 'council'",
		(long long)d),
	    2);

	/* One is taken off again. */
	page_get(f, SESSION(session, ""));
	page_submit(f,
	    SESSION(session,
		text_of("/noi-dung/",
		    page_sql_i64(f,
			"select max(id) from office.agenda_item where council_session_id = %lld",
			(long long)session),
		    "/rut")),
	    NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.nomination where dossier_id = %lld and state = 'council'",
		(long long)d),
	    1);

	/* Not before everybody is marked. */
	page_get(f, SESSION(session, ""));
	page_submit(f, SESSION(session, "/khai-mac"), NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Chưa điểm danh đủ");
	page_sql(f,
	    "insert into office.session_attendance (council_session_id, council_member_id, attendance) "
	    "select %lld, id, 'present' from office.council_member where council_id = %lld",
	    (long long)session, (long long)council);
	page_get(f, SESSION(session, "/khai-mac"));
	page_expect_text(f, "Khai mạc với 15 thành viên");
	/* The rules of the catalogue are not confirmed: said, not forbidden. */
	page_expect_text(f, "chưa được cơ quan xác nhận");
	page_submit(f, SESSION(session, "/khai-mac"), NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f, "select members_total from office.council_session where id = %lld",
		(long long)session),
	    15);

	page_get(f, SESSION(session, ""));
	page_submit(f, SESSION(session, "/mo-bieu-quyet"), NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.agenda_item where council_session_id = %lld and state = 'open' "
		"and percent is not null and vote_rule_id is not null and members_total = 15",
		(long long)session),
	    1);
}

static void
test_attendance_is_one_form_for_everybody(void **state)
{
	struct page_fixture *f = *state;
	int64_t session;

	open_item(f, "recorded", 13, 90, &session);
	page_sign_in(f, "thuky");
	page_get(f, SESSION(session, "/diem-danh"));
	page_expect_status(f, 200);
	page_submit(f, SESSION(session, "/diem-danh"), "a-1", "present", NULL);
	page_expect_status(f, 422);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.session_attendance where council_session_id = %lld and attendance = 'present'",
		(long long)session),
	    13);
}

static void
test_who_voted_on_an_open_item_cannot_become_absent(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 90, &session);
	char body[4096];
	int n;
	PGresult *res;

	vote_sql(f, item, 0, 1, "approve", false);
	page_sign_in(f, "thuky");
	page_get(f, SESSION(session, "/diem-danh"));
	n = snprintf(body, sizeof(body), "csrf=%s&once=%s", f->csrf, f->once);
	res = PQexec(f->owner, "select id from office.council_member order by id");
	for (int i = 0; i < PQntuples(res); i++)
		n += snprintf(
		    body + n, sizeof(body) - (size_t)n, "&a-%s=absent", PQgetvalue(res, i, 0));
	PQclear(res);
	page_send(f, WEB_POST, SESSION(session, "/diem-danh"),
	    "application/x-www-form-urlencoded", body, (size_t)n);
	page_expect_status(f, 422);
	page_expect_text(f, "đã bỏ phiếu ở nội dung đang mở");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.session_attendance where council_session_id = %lld and attendance = 'present'",
		(long long)session),
	    13);
}

/* --- voting ---------------------------------------------------------------------------------------------- */

static void
test_a_member_votes_and_changes_the_vote_until_it_is_closed(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 90, &session);
	const char *field = text_of("v-", item, "");
	char who[64];

	snprintf(who, sizeof(who), "%s", present_member(f, session));
	page_sign_in(f, who);
	page_get(f, SESSION(session, "/phieu"));
	page_expect_status(f, 200);
	page_expect_no_text(f, " checked");
	page_submit(f, SESSION(session, "/phieu"), NULL);
	page_expect_status(f, 422);
	page_submit(f, SESSION(session, "/phieu"), field, "maybe", NULL);
	page_expect_status(f, 422);
	page_submit(f, SESSION(session, "/phieu"), field, "disapprove", NULL);
	page_expect_redirect(f, SESSION(session, "/phieu"));
	page_follow(f);
	page_expect_text(f, "Đã ghi nhận phiếu của bạn");
	page_submit(f, SESSION(session, "/phieu"), field, "approve", NULL);
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(f,
		"select string_agg(choice::text, ',') from office.vote where agenda_item_id = %lld",
		(long long)item),
	    "approve");
	/* That one voted is audited, what one voted is not. */
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'council_session.vote' and object_id = %lld",
		(long long)session),
	    2);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'council_session.vote' and detail::text like '%%approve%%'"),
	    0);
}

static void
test_a_vote_after_the_closing_is_told_plainly_and_not_recorded(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 90, &session);
	char who[64];

	snprintf(who, sizeof(who), "%s", present_member(f, session));
	page_sign_in(f, who);
	page_get(f, SESSION(session, "/phieu"));
	page_sql(f,
	    "update office.agenda_item set state = 'failed', approve = 0, disapprove = 0, abstain = 0, closed_at = now() where id = %lld",
	    (long long)item);
	page_submit(f, SESSION(session, "/phieu"), text_of("v-", item, ""), "approve", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Không phiếu nào trong lần gửi này được ghi nhận");
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.vote where agenda_item_id = %lld",
		(long long)item),
	    0);
}

static void
test_who_is_absent_cannot_vote(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 90, &session);
	char who[64];

	snprintf(who, sizeof(who), "%s", present_member(f, session));
	page_sql(f,
	    "update office.session_attendance set attendance = 'absent' where council_session_id = %lld and council_member_id = %lld",
	    (long long)session, (long long)world_council_member(f->owner, council, who));
	page_sign_in(f, who);
	page_get(f, SESSION(session, "/phieu"));
	page_expect_text(f, "Bạn chưa được điểm danh có mặt");
	page_submit(f, SESSION(session, "/phieu"), text_of("v-", item, ""), "approve", NULL);
	page_expect_status(f, 409);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.vote where agenda_item_id = %lld",
		(long long)item),
	    0);
}

static void
test_the_database_itself_refuses_a_late_vote(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 90, &session);
	char sql[512];
	PGresult *res;

	page_sql(f,
	    "update office.agenda_item set state = 'failed', approve = 0, disapprove = 0, abstain = 0 where id = %lld",
	    (long long)item);
	snprintf(sql, sizeof(sql),
	    "insert into office.vote (agenda_item_id, council_member_id, choice, entered_by) "
	    "select %lld, id, 'approve', account_id from office.council_member where council_id = %lld limit 1",
	    (long long)item, (long long)council);
	res = PQexec(f->owner, sql);
	assert_string_equal(PQresultErrorField(res, PG_DIAG_SQLSTATE), "VD002");
	PQclear(res);
}

/* A second connection with everything the first was made with. */
static PGconn *
connect_again(PGconn *c)
{
	PQconninfoOption *options = PQconninfo(c);
	const char *names[64], *values[64];
	int n = 0;
	PGconn *other;

	for (PQconninfoOption *o = options; o->keyword != NULL && n < 63; o++) {
		if (o->val == NULL)
			continue;
		names[n] = o->keyword;
		values[n++] = o->val;
	}
	names[n] = values[n] = NULL;
	other = PQconnectdbParams(names, values, 0);
	PQconninfoFree(options);
	return other;
}

static void
test_a_vote_under_way_is_waited_for_and_counted(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 50, &session);
	PGconn *other = connect_again(f->owner);
	char sql[512];
	PGresult *res;

	assert_int_equal(PQstatus(other), CONNECTION_OK);
	/* The closing holds the item; a vote then waits, and is refused once it is closed. */
	page_sql(f, "begin");
	page_sql(
	    f, "select 1 from office.agenda_item where id = %lld for update", (long long)item);
	PQclear(PQexec(other, "set lock_timeout = '200ms'"));
	snprintf(sql, sizeof(sql),
	    "insert into office.vote (agenda_item_id, council_member_id, choice, entered_by) "
	    "select %lld, id, 'approve', account_id from office.council_member where council_id = %lld order by id limit 1",
	    (long long)item, (long long)council);
	res = PQexec(other, sql);
	assert_string_equal(PQresultErrorField(res, PG_DIAG_SQLSTATE), "55P03");
	PQclear(res);
	page_sql(f, "rollback");
	res = PQexec(other, sql);
	assert_int_equal(PQresultStatus(res), PGRES_COMMAND_OK);
	PQclear(res);
	PQfinish(other);
}

/* --- closing --------------------------------------------------------------------------------------------- */

static void
test_fourteen_of_fifteen_pass_at_ninety_percent(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 14, 90, &session);

	vote_sql(f, item, 0, 14, "approve", false);
	close_item(f, session, item);
	page_expect_redirect(f, SESSION(session, "/ket-qua"));
	assert_string_equal(item_state(f, item), "passed 14/0/0");
	assert_string_equal(nomination_state(f, item), "approved");
	page_follow(f);
	page_expect_text(f, "14/15");
}

static void
test_thirteen_of_fifteen_do_not_although_all_present_approved(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 90, &session);

	vote_sql(f, item, 0, 13, "approve", false);
	close_item(f, session, item);
	page_expect_status(f, 303);
	assert_string_equal(item_state(f, item), "failed 13/0/0");
	assert_string_equal(nomination_state(f, item), "rejected");
	assert_string_equal(
	    page_sql_text(f,
		"select n.state_reason from office.nomination n join office.agenda_item i on i.nomination_id = n.id where i.id = %lld",
		(long long)item),
	    "13/15 phiếu tán thành, cần 14 (90 %)");
}

static void
test_a_written_opinion_decides_when_the_secretary_enters_it(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 90, &session), absent;

	vote_sql(f, item, 0, 13, "approve", false);
	absent = page_sql_i64(f,
	    "select council_member_id from office.session_attendance where council_session_id = %lld and attendance = 'absent' "
	    "order by 1 limit 1",
	    (long long)session);
	page_sign_in(f, "thuky");
	page_get(f, SESSION(session, ""));
	page_submit(f, SESSION(session, "/y-kien-van-ban"), "member", text_of("", absent, ""),
	    text_of("v-", item, ""), "approve", NULL);
	page_expect_status(f, 409);
	page_sql(f,
	    "update office.session_attendance set attendance = 'written' where council_session_id = %lld and council_member_id = %lld",
	    (long long)session, (long long)absent);
	page_get(f, SESSION(session, text_of("/y-kien-van-ban?thanh-vien=", absent, "")));
	page_expect_status(f, 200);
	page_submit(f, SESSION(session, "/y-kien-van-ban"), "member", text_of("", absent, ""),
	    text_of("v-", item, ""), "approve", NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.vote where agenda_item_id = %lld and written",
		(long long)item),
	    1);
	close_item(f, session, item);
	assert_string_equal(item_state(f, item), "passed 14/0/0");
	page_get(f, SESSION(session, text_of("/noi-dung/", item, "")));
	page_expect_text(f, "Văn bản");
}

static void
test_the_second_secretary_is_told_that_it_is_closed(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 50, &session);

	vote_sql(f, item, 0, 10, "approve", false);
	page_grant(f, "thuky2", "council_secretary", "91");
	page_sign_in(f, "thuky2");
	page_get(f, SESSION(session, "/ket-thuc-bieu-quyet"));
	page_expect_text(f, "10/13 người có mặt");
	page_expect_text(f, "Chưa đủ phiếu");
	page_sql(f,
	    "update office.agenda_item set state = 'passed', approve = 10, disapprove = 0, abstain = 0 where id = %lld",
	    (long long)item);
	page_submit(
	    f, SESSION(session, "/ket-thuc-bieu-quyet"), "item", text_of("", item, ""), NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "người khác kết thúc biểu quyết trước");
}

static void
test_nobody_voted_is_a_result_too(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 80, &session);

	close_item(f, session, item);
	page_expect_status(f, 303);
	assert_string_equal(item_state(f, item), "failed 0/0/0");
	page_follow(f);
	page_expect_text(f, "0/15");
	/* 0/0 names nobody: no list of votes on the item's page. */
	page_get(f, SESSION(session, text_of("/noi-dung/", item, "")));
	page_expect_no_text(f, "Phiếu ghi tên và ý kiến bằng văn bản");
}

static void
test_names_are_open_to_members_only_after_the_closing(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 50, &session);
	char who[64];

	snprintf(who, sizeof(who), "%s", present_member(f, session));
	vote_sql(f, item, 0, 13, "approve", false);
	page_sign_in(f, who);
	page_get(f, SESSION(session, text_of("/noi-dung/", item, "")));
	page_expect_status(f, 200);
	page_expect_no_text(f, "Phiếu ghi tên và ý kiến bằng văn bản");
	page_get(f, SESSION(session, ""));
	page_expect_no_text(f, "đã bỏ phiếu");
	close_item(f, session, item);
	page_sign_in(f, who);
	page_get(f, SESSION(session, text_of("/noi-dung/", item, "")));
	page_expect_text(f, "Phiếu ghi tên và ý kiến bằng văn bản");
	/* The appraiser sees the result, not the names. */
	page_sign_in(f, "thamdinh");
	page_get(f, SESSION(session, text_of("/noi-dung/", item, "")));
	page_expect_status(f, 200);
	page_expect_no_text(f, "Phiếu ghi tên và ý kiến bằng văn bản");
}

static void
test_minutes_print_the_frozen_tally(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 80, &session);

	vote_sql(f, item, 0, 12, "approve", false);
	vote_sql(f, item, 12, 1, "abstain", false);
	close_item(f, session, item);
	page_get(f, SESSION(session, "/bien-ban"));
	page_expect_status(f, 200);
	page_expect_text(f, "12/15");
	page_expect_text(f, "1 trường hợp được thông qua, 0 trường hợp không được thông qua");
	page_expect_text(f, "Tổng số thành viên hội đồng: 15. Có mặt: 13");
	page_expect_text(f, "biên bản này chưa đầy đủ");
	page_get(f, SESSION(session, ""));
	page_submit(f, SESSION(session, "/ket-thuc"), NULL);
	page_expect_status(f, 303);
	page_get(f, SESSION(session, "/bien-ban"));
	page_expect_no_text(f, "biên bản này chưa đầy đủ");
}

static void
test_a_session_with_open_items_cannot_be_closed(void **state)
{
	struct page_fixture *f = *state;
	int64_t session;

	open_item(f, "recorded", 13, 80, &session);
	page_sign_in(f, "thuky");
	page_get(f, SESSION(session, ""));
	page_submit(f, SESSION(session, "/ket-thuc"), NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "chưa biểu quyết xong");
}

/* --- paper ------------------------------------------------------------------------------------------------- */

static void
test_paper_totals_need_a_second_person_who_counted_the_same(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "paper", 13, 80, &session);
	const char *a = text_of("p-", item, "-a"), *d = text_of("p-", item, "-d"),
		   *k = text_of("p-", item, "-k");
	char who[64];

	snprintf(who, sizeof(who), "%s", present_member(f, session));
	page_sign_in(f, "thuky");
	page_get(f, SESSION(session, "/kiem-phieu"));
	page_submit(f, SESSION(session, "/kiem-phieu"), a, "12", d, "1", k, "1", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "lớn hơn số thành viên có mặt");
	page_submit(f, SESSION(session, "/kiem-phieu"), a, "12", d, "1", k, "0", NULL);
	page_expect_status(f, 303);
	/* The same person again corrects, never confirms. */
	page_get(f, SESSION(session, "/kiem-phieu"));
	page_submit(f, SESSION(session, "/kiem-phieu"), a, "12", d, "0", k, "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.paper_count where agenda_item_id = %lld and confirmed_by is null",
		(long long)item),
	    1);
	/* It cannot be closed yet. */
	page_get(f, SESSION(session, "/ket-thuc-bieu-quyet"));
	page_expect_text(f, "Phiếu giấy chưa xác nhận");
	page_submit(
	    f, SESSION(session, "/ket-thuc-bieu-quyet"), "item", text_of("", item, ""), NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "người thứ hai xác nhận");
	/* The second person does not see the first totals, and differs. */
	page_sign_in(f, who);
	page_get(f, SESSION(session, "/kiem-phieu"));
	page_expect_no_text(f, "value=\"12\"");
	page_submit(f, SESSION(session, "/kiem-phieu"), a, "11", d, "2", k, "0", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "12 tán thành, 0 không tán thành, 1 trắng. Bạn nhập: 11, 2, 0.");
	assert_int_equal(
	    page_sql_i64(f,
		"select approve from office.paper_count where agenda_item_id = %lld",
		(long long)item),
	    12);
	page_submit(f, SESSION(session, "/kiem-phieu"), a, "12", d, "0", k, "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.paper_count where agenda_item_id = %lld and confirmed_by is not null",
		(long long)item),
	    1);
	close_item(f, session, item);
	assert_string_equal(item_state(f, item), "passed 12/0/1");
}

static void
test_a_second_count_may_replace_the_first_and_waits_for_another_person(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "paper", 13, 80, &session);
	const char *a = text_of("p-", item, "-a"), *d = text_of("p-", item, "-d"),
		   *k = text_of("p-", item, "-k");
	char who[64], first[32];

	snprintf(who, sizeof(who), "%s", present_member(f, session));
	snprintf(first, sizeof(first), "%lld", (long long)world_account(f->owner, "thuky"));
	page_sign_in(f, "thuky");
	page_get(f, SESSION(session, "/kiem-phieu"));
	page_submit(f, SESSION(session, "/kiem-phieu"), a, "12", d, "1", k, "0", NULL);
	page_expect_status(f, 303);
	page_sign_in(f, who);
	page_get(f, SESSION(session, "/kiem-phieu"));
	page_submit(f, SESSION(session, "/kiem-phieu"), a, "11", d, "2", k, "0",
	    text_of("thay-", item, ""), "1", text_of("cua-", item, ""), first, NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select entered_by from office.paper_count where agenda_item_id = %lld and confirmed_by is null",
		(long long)item),
	    world_account(f->owner, who));
}

/* --- councils ------------------------------------------------------------------------------------------------ */

static void
test_an_administrator_sets_up_a_council_and_its_members(void **state)
{
	struct page_fixture *f = *state;
	int64_t id, member;

	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/hoi-dong/moi");
	page_submit(f, "/quan-tri/hoi-dong/moi", "name", "", "unit_id", "1", "level", "xyz",
	    "established_by", "", NULL);
	page_expect_status(f, 422);
	page_submit(f, "/quan-tri/hoi-dong/moi", "name", "Hội đồng phường", "unit_id",
	    text_of("", world_unit(f->owner, "30742"), ""), "level", "commune",
	    "established_by", "QĐ 12/QĐ-UBND", NULL);
	page_expect_status(f, 303);
	id = page_sql_i64(f, "select max(id) from office.council");
	page_follow(f);
	page_expect_text(f, "Hội đồng phường");
	page_submit(f, text_of("/quan-tri/hoi-dong/", id, "/thanh-vien"), "account_id",
	    text_of("", world_account(f->owner, "uyvien01"), ""), "member_role", "chair",
	    "position", "Chủ tịch UBND phường", "valid_from", "01/07/2025", NULL);
	page_expect_status(f, 303);
	page_get(f, text_of("/quan-tri/hoi-dong/", id, ""));
	page_submit(f, text_of("/quan-tri/hoi-dong/", id, "/thanh-vien"), "account_id",
	    text_of("", world_account(f->owner, "uyvien01"), ""), "member_role", "member",
	    "position", "", "valid_from", "01/07/2025", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "đang là thành viên");
	member = page_sql_i64(f,
	    "select max(id) from office.council_member where council_id = %lld", (long long)id);
	page_submit(f,
	    text_of("/quan-tri/hoi-dong/", id, text_of("/thanh-vien/", member, "/ket-thuc")),
	    "valid_to", "30/06/2025", NULL);
	page_expect_status(f, 422);
	page_submit(f,
	    text_of("/quan-tri/hoi-dong/", id, text_of("/thanh-vien/", member, "/ket-thuc")),
	    "valid_to", "30/06/2026", NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where object = 'council' and object_id = %lld",
		(long long)id),
	    3);
	page_sql(f, "delete from office.council_member where council_id = %lld", (long long)id);
	page_sql(f, "delete from office.council where id = %lld", (long long)id);
}

/* Papers of the room and written opinions of the same people would count twice. */
static void
test_more_papers_than_members_present_close_nothing(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "paper", 13, 80, &session);

	page_sql(f,
	    "insert into office.paper_count (agenda_item_id, approve, disapprove, abstain, entered_by, confirmed_by, confirmed_at) "
	    "select %lld, 13, 0, 0, a.id, b.id, now() from office.account a, office.account b "
	    "where a.username = 'thuky' and b.username = 'uyvien01'",
	    (long long)item);
	page_sql(f,
	    "update office.session_attendance set attendance = 'written' where council_session_id = %lld "
	    "and council_member_id = (select min(council_member_id) from office.session_attendance "
	    "where council_session_id = %lld and attendance = 'present')",
	    (long long)session, (long long)session);
	page_sign_in(f, "thuky");
	page_get(f, SESSION(session, "/ket-thuc-bieu-quyet"));
	page_submit(
	    f, SESSION(session, "/ket-thuc-bieu-quyet"), "item", text_of("", item, ""), NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "nhiều hơn số thành viên có mặt");
	assert_string_equal(item_state(f, item), "open -1/-1/-1");
}

/* Who leaves and is named again on the same day would count twice among all members. */
static void
test_nobody_is_a_member_of_a_council_twice_on_one_day(void **state)
{
	struct page_fixture *f = *state;
	int64_t account = world_account(f->owner, "uyvien05"),
		member = world_council_member(f->owner, council, "uyvien05");
	char today[16], tomorrow[16];

	snprintf(today, sizeof(today), "%s",
	    page_sql_text(f, "select to_char(current_date, 'DD/MM/YYYY')"));
	snprintf(tomorrow, sizeof(tomorrow), "%s",
	    page_sql_text(f, "select to_char(current_date + 1, 'DD/MM/YYYY')"));
	page_sign_in(f, "quantri");
	page_get(f, text_of("/quan-tri/hoi-dong/", council, ""));
	page_sql(f, "update office.council_member set valid_to = current_date where id = %lld",
	    (long long)member);
	page_submit(f, text_of("/quan-tri/hoi-dong/", council, "/thanh-vien"), "account_id",
	    text_of("", account, ""), "member_role", "member", "position", "", "valid_from",
	    today, NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "đang là thành viên");
	page_submit(f, text_of("/quan-tri/hoi-dong/", council, "/thanh-vien"), "account_id",
	    text_of("", account, ""), "member_role", "member", "position", "", "valid_from",
	    tomorrow, NULL);
	page_expect_status(f, 303);
	page_sql(f,
	    "delete from office.council_member where account_id = %lld and valid_from > current_date",
	    (long long)account);
	page_sql(f, "update office.council_member set valid_to = null where id = %lld",
	    (long long)member);
}

static void
test_a_form_without_its_guard_changes_nothing(void **state)
{
	struct page_fixture *f = *state;
	int64_t session, item = open_item(f, "recorded", 13, 80, &session);

	page_sign_in(f, "thuky");
	page_get(f, SESSION(session, ""));
	page_post(
	    f, SESSION(session, "/ket-thuc-bieu-quyet"), "item", text_of("", item, ""), NULL);
	page_expect_status(f, 403);
	page_submit(f, SESSION(session, "/ket-thuc-bieu-quyet"), "item", "x", NULL);
	page_expect_status(f, 400);
	page_submit(f, SESSION(session, "/hinh-thuc"), "method", "secret", NULL);
	page_expect_status(f, 400);
	assert_string_equal(item_state(f, item), "open -1/-1/-1");
}

#define T_(f) cmocka_unit_test_setup(f, setup)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(test_nobody_and_wrong_roles_are_kept_out),
		T_(test_a_member_of_another_council_finds_nothing),
		T_(test_a_session_is_made_filled_and_opened_with_all_members_as_denominator),
		T_(test_attendance_is_one_form_for_everybody),
		T_(test_who_voted_on_an_open_item_cannot_become_absent),
		T_(test_a_member_votes_and_changes_the_vote_until_it_is_closed),
		T_(test_a_vote_after_the_closing_is_told_plainly_and_not_recorded),
		T_(test_who_is_absent_cannot_vote),
		T_(test_the_database_itself_refuses_a_late_vote),
		T_(test_a_vote_under_way_is_waited_for_and_counted),
		T_(test_fourteen_of_fifteen_pass_at_ninety_percent),
		T_(test_thirteen_of_fifteen_do_not_although_all_present_approved),
		T_(test_a_written_opinion_decides_when_the_secretary_enters_it),
		T_(test_the_second_secretary_is_told_that_it_is_closed),
		T_(test_nobody_voted_is_a_result_too),
		T_(test_names_are_open_to_members_only_after_the_closing),
		T_(test_minutes_print_the_frozen_tally),
		T_(test_a_session_with_open_items_cannot_be_closed),
		T_(test_paper_totals_need_a_second_person_who_counted_the_same),
		T_(test_a_second_count_may_replace_the_first_and_waits_for_another_person),
		T_(test_an_administrator_sets_up_a_council_and_its_members),
		T_(test_more_papers_than_members_present_close_nothing),
		T_(test_nobody_is_a_member_of_a_council_twice_on_one_day),
		T_(test_a_form_without_its_guard_changes_nothing),
	};

	return cmocka_run_group_tests(tests, page_group_setup, page_group_teardown);
}
