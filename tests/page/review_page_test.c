/* Pages of appraisal: the queue, one dossier, one nomination, acts on many. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "support/world.h"

static int64_t season;

static int
setup(void **state)
{
	struct page_fixture *f = *state;

	page_test_setup(state);
	world_base(f->owner);
	season = world_season(f->owner, "Đợt thẩm định", -240, 48);
	return 0;
}

static const char *
path(struct page_fixture *f, const char *fmt, int64_t id)
{
	(void)f;
	static char text[8][256];
	static int i;

	i = (i + 1) % 8;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	snprintf(text[i], sizeof(text[i]), fmt, (long long)id);
#pragma GCC diagnostic pop
	return text[i];
}

static int64_t
count_in(struct page_fixture *f, int64_t dossier, const char *nomination_state)
{
	return page_sql_i64(f,
	    "select count(*) from office.nomination where dossier_id = %lld and state = '%s'",
	    (long long)dossier, nomination_state);
}

static const char *
dossier_state(struct page_fixture *f, int64_t dossier)
{
	return page_sql_text(
	    f, "select state from office.dossier where id = %lld", (long long)dossier);
}

/* --- access ------------------------------------------------------------------------------------- */

static void
test_nobody_is_sent_to_sign_in(void **state)
{
	struct page_fixture *f = *state;

	page_get(f, "/tham-dinh");
	page_expect_status(f, 303);
}

static void
test_a_drafter_is_refused(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "submitted", 2, "submitted");

	page_sign_in(f, "soanthao.rachgia");
	page_get(f, "/tham-dinh");
	page_expect_status(f, 403);
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_expect_status(f, 403);
	page_get(f, path(f, "/tham-dinh/de-nghi/%lld", world_nomination(f->owner, d, 1)));
	page_expect_status(f, 403);
}

static void
test_an_appraiser_of_another_commune_finds_nothing(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "submitted", 2, "submitted");

	page_grant(f, "thamdinh.longxuyen", "appraiser", "30307");
	page_sign_in(f, "thamdinh.longxuyen");
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_expect_status(f, 404);
	page_get(f, path(f, "/tham-dinh/de-nghi/%lld", world_nomination(f->owner, d, 1)));
	page_expect_status(f, 404);
	page_get(f, "/tham-dinh");
	page_expect_status(f, 200);
	page_expect_no_text(f, path(f, "/tham-dinh/%lld\"", d));
	page_submit(f, path(f, "/tham-dinh/%lld/tiep-nhan", d), NULL);
	page_expect_status(f, 404);
}

static void
test_a_draft_is_not_there_for_appraisers(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "draft", 2, "draft");

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_expect_status(f, 404);
	page_get(f, path(f, "/tham-dinh/de-nghi/%lld", world_nomination(f->owner, d, 1)));
	page_expect_status(f, 404);
}

/* --- queue ---------------------------------------------------------------------------------------- */

static void
test_queue_shows_the_oldest_first_and_marks_late_ones(void **state)
{
	struct page_fixture *f = *state;
	int64_t young = world_dossier(f->owner, season, "30742", "submitted", 3, "submitted");
	int64_t old = world_dossier(f->owner, season, "30307", "submitted", 5, "submitted");
	const char *a, *b;

	page_sql(f,
	    "update office.dossier set submitted_at = now() - interval '40 days' where id = %lld",
	    (long long)old);
	page_sql(f, "update office.dossier set submitted_at = now() where id = %lld",
	    (long long)young);
	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh?trang-thai=&dot=%lld&don-vi=", season));
	page_expect_status(f, 200);
	page_expect_text(f, "40 ngày trước");
	page_expect_text(f, "Quá hạn thẩm định");
	page_expect_text(f, "hạn thẩm định ");
	page_expect_text(f, ", còn 20 ngày làm việc");
	a = strstr(f->body, path(f, "\"/tham-dinh/%lld\"", old));
	b = strstr(f->body, path(f, "\"/tham-dinh/%lld\"", young));
	assert_non_null(a);
	assert_non_null(b);
	assert_true(a < b);
}

static void
test_queue_is_filtered_by_unit_and_state_in_the_address(void **state)
{
	struct page_fixture *f = *state;
	int64_t here = world_dossier(f->owner, season, "30742", "appraising", 1, "appraising");
	int64_t there = world_dossier(f->owner, season, "30307", "submitted", 1, "submitted");
	char target[200];

	page_sign_in(f, "thamdinh");
	snprintf(target, sizeof(target),
	    "/tham-dinh?trang-thai=appraising&dot=%lld&don-vi=%lld", (long long)season,
	    (long long)world_unit(f->owner, "30742"));
	page_get(f, target);
	page_expect_text(f, path(f, "\"/tham-dinh/%lld\"", here));
	page_expect_no_text(f, path(f, "\"/tham-dinh/%lld\"", there));
	page_get(f, "/tham-dinh?trang-thai=khong-co");
	page_expect_status(f, 400);
	page_get(f, "/tham-dinh?dot=abc");
	page_expect_status(f, 400);
}

static void
test_queue_goes_on_where_the_page_ended(void **state)
{
	struct page_fixture *f = *state;
	const char *next;
	char target[300] = "", *end;
	size_t seen = 0;

	for (int i = 0; i < 51; i++)
		world_dossier(f->owner, season, "30742", "submitted", 1, "submitted");
	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh?dot=%lld", season));
	for (const char *s = f->body; (s = strstr(s, "scope=\"row\"")) != NULL; s++)
		seen++;
	assert_int_equal(seen, 50);
	next = strstr(f->body, "&amp;sau=");
	assert_non_null(next);
	snprintf(target, sizeof(target), "/tham-dinh?dot=%lld&sau=%s", (long long)season,
	    next + strlen("&amp;sau="));
	if ((end = strchr(target, '"')) != NULL)
		*end = '\0';
	if ((end = strstr(target, "amp;")) != NULL)
		memmove(end, end + 4, strlen(end + 4) + 1);
	page_get(f, target);
	page_expect_status(f, 200);
	seen = 0;
	for (const char *s = f->body; (s = strstr(s, "scope=\"row\"")) != NULL; s++)
		seen++;
	assert_int_equal(seen, 1);
}

static void
test_empty_queue_says_so(void **state)
{
	struct page_fixture *f = *state;

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh?dot=%lld", season));
	page_expect_status(f, 200);
	page_expect_text(f, "Không có hồ sơ nào khớp");
}

/* --- receiving ------------------------------------------------------------------------------------- */

static void
test_receiving_pins_the_day_and_moves_everything_on(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "submitted", 3, "submitted");

	page_sql(
	    f, "update office.dossier set received_on = null where id = %lld", (long long)d);
	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_expect_text(f, "Tiếp nhận thẩm định");
	page_submit(f, path(f, "/tham-dinh/%lld/tiep-nhan", d), NULL);
	page_expect_redirect(f, path(f, "/tham-dinh/%lld", d));
	assert_string_equal(dossier_state(f, d), "appraising");
	assert_int_equal(count_in(f, d, "appraising"), 3);
	assert_int_equal(page_sql_i64(f,
			     "select count(*) from office.dossier where id = %lld and "
			     "received_on = (now() at time zone 'Asia/Ho_Chi_Minh')::date",
			     (long long)d),
	    1);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where object = 'dossier' and object_id = %lld",
		(long long)d),
	    1);
	/* A colleague was as fast. */
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_submit(f, path(f, "/tham-dinh/%lld/tiep-nhan", d), NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "người khác vừa tiếp nhận");
}

static void
test_nothing_is_judged_before_it_was_received(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "submitted", 1, "submitted");
	int64_t n = world_nomination(f->owner, d, 1);

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/de-nghi/%lld", n));
	page_expect_status(f, 200);
	page_submit(f, path(f, "/tham-dinh/de-nghi/%lld", n), "viec", "dat", "reason", "",
	    "version", "1", NULL);
	page_expect_status(f, 409);
	assert_int_equal(count_in(f, d, "submitted"), 1);
}

/* --- one nomination ---------------------------------------------------------------------------------- */

static void
test_a_nomination_is_marked_eligible_with_its_audit_row(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 1, "appraising");
	int64_t n = world_nomination(f->owner, d, 1);

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/de-nghi/%lld", n));
	page_expect_text(f, "Nguyễn Thị Mẫu 1");
	page_submit(f, path(f, "/tham-dinh/de-nghi/%lld", n), "viec", "dat", "reason", "",
	    "version", "1", NULL);
	page_expect_redirect(f, path(f, "/tham-dinh/de-nghi/%lld", n));
	assert_int_equal(count_in(f, d, "eligible"), 1);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where object = 'nomination' and object_id = %lld",
		(long long)n),
	    1);
	page_follow(f);
	page_expect_text(f, "Đã ghi kết luận thẩm định.");
}

static void
test_not_eligible_needs_a_reason_and_keeps_what_was_chosen(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 1, "appraising");
	int64_t n = world_nomination(f->owner, d, 1);

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/de-nghi/%lld", n));
	page_submit(f, path(f, "/tham-dinh/de-nghi/%lld", n), "viec", "khong-dat", "reason",
	    "  ", "version", "1", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Ghi lý do");
	assert_int_equal(count_in(f, d, "appraising"), 1);
	page_submit(f, path(f, "/tham-dinh/de-nghi/%lld", n), "viec", "khong-dat", "reason",
	    "Thiếu <b>sáng kiến</b>", "version", "1", NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "Thiếu &lt;b&gt;sáng kiến&lt;/b&gt;");
	page_expect_no_text(f, "<b>sáng kiến");
	assert_int_equal(count_in(f, d, "ineligible"), 1);
}

static void
test_a_stale_version_changes_nothing_and_shows_both(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 1, "appraising");
	int64_t n = world_nomination(f->owner, d, 1);

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/de-nghi/%lld", n));
	page_sql(f,
	    "update office.nomination set state = 'on_hold', state_reason = 'Đang có đơn thư', version = 2 where id = %lld",
	    (long long)n);
	page_submit(f, path(f, "/tham-dinh/de-nghi/%lld", n), "viec", "khong-dat", "reason",
	    "Lý do của tôi", "version", "1", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Đang có đơn thư");
	page_expect_text(f, "Lý do của tôi");
	assert_int_equal(count_in(f, d, "on_hold"), 1);
}

static void
test_what_was_judged_can_be_opened_again(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "completed", 1, "ineligible");
	int64_t n = world_nomination(f->owner, d, 1);

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/de-nghi/%lld", n));
	page_submit(f, path(f, "/tham-dinh/de-nghi/%lld", n), "viec", "mo-lai", "reason", "",
	    "version", "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(count_in(f, d, "appraising"), 1);
	assert_string_equal(dossier_state(f, d), "appraising");
}

static void
test_earlier_honours_are_found_under_the_folded_name(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 1, "appraising");
	int64_t n = world_nomination(f->owner, d, 1);

	page_sql(f,
	    "insert into office.honour (unit_id, kind, name, name_folded, award_type_id, period_year, decision_no, "
	    "decision_date, ordinal) values (%lld, 'person', 'NGUYỄN THỊ MẪU 1', 'nguyen thi mau 1', %lld, 2024, "
	    "'3679/QĐ-UBND', '2025-01-10', 7)",
	    (long long)world_unit(f->owner, "30742"), (long long)world_award(f->owner, "LDTT"));
	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/de-nghi/%lld", n));
	page_expect_text(f, "3679/QĐ-UBND");
	page_expect_text(f, "có thể trùng tên");
}

static void
test_an_old_form_of_bad_input_is_refused_beside_its_field(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 1, "appraising");
	int64_t n = world_nomination(f->owner, d, 1);
	const char *target = path(f, "/tham-dinh/de-nghi/%lld", n);
	char *long_text = calloc(1, 20001);

	memset(long_text, 'a', 20000);
	page_sign_in(f, "thamdinh");
	page_get(f, target);
	page_submit(f, target, "viec", "tra-lai", "reason", long_text, "version", "1", NULL);
	page_expect_status(f, 422);
	page_submit(f, target, "viec", "tra-lai", "reason", "\xc3\x28", "version", "1", NULL);
	page_expect_status(f, 422);
	page_submit(f, target, "viec", "xoa", "reason", "x", "version", "1", NULL);
	page_expect_status(f, 422);
	page_submit(f, target, "viec", "trinh", "reason", "x", "version", "1", NULL);
	page_expect_status(f, 422);
	page_submit(f, target, "viec", "dat", "reason", "", "version", "1", "la", "x", NULL);
	page_expect_status(f, 422);
	page_post(f, target, "viec", "dat", "reason", "", "version", "1", NULL);
	page_expect_status(f, 403);
	free(long_text);
	assert_int_equal(count_in(f, d, "appraising"), 1);
}

/* --- many at once --------------------------------------------------------------------------------------- */

static void
test_a_bulk_act_shows_its_count_first(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 5, "appraising");
	char target[300];

	snprintf(target, sizeof(target),
	    "/tham-dinh/%lld/xac-nhan?viec=dat&chon=%lld&chon=%lld&chon=%lld&chon=%lld&chon=%lld",
	    (long long)d, (long long)world_nomination(f->owner, d, 1),
	    (long long)world_nomination(f->owner, d, 2),
	    (long long)world_nomination(f->owner, d, 3),
	    (long long)world_nomination(f->owner, d, 4),
	    (long long)world_nomination(f->owner, d, 4));
	page_sign_in(f, "thamdinh");
	page_get(f, target);
	page_expect_status(f, 200);
	page_expect_text(f, "Ghi nhận 4 trường hợp đủ điều kiện?");
	page_expect_text(f,
	    "Đã chọn 4: Nguyễn Thị Mẫu 1, Nguyễn Thị Mẫu 2, Nguyễn Thị Mẫu 3 và 1 trường hợp khác");
	assert_int_equal(count_in(f, d, "appraising"), 5);
	page_submit(f, path(f, "/tham-dinh/%lld/xac-nhan", d), "viec", "dat", "chon",
	    path(f, "%lld", world_nomination(f->owner, d, 1)), "chon",
	    path(f, "%lld", world_nomination(f->owner, d, 2)), NULL);
	page_expect_status(f, 303);
	assert_int_equal(count_in(f, d, "eligible"), 2);
	assert_int_equal(count_in(f, d, "appraising"), 3);
}

static void
test_a_bulk_act_is_all_or_nothing(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 2, "appraising");

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_sql(f, "update office.nomination set state = 'eligible' where id = %lld",
	    (long long)world_nomination(f->owner, d, 2));
	page_submit(f, path(f, "/tham-dinh/%lld/xac-nhan", d), "viec", "dat", "chon",
	    path(f, "%lld", world_nomination(f->owner, d, 1)), "chon",
	    path(f, "%lld", world_nomination(f->owner, d, 2)), NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Không trường hợp nào bị thay đổi");
	assert_int_equal(count_in(f, d, "appraising"), 1);
}

static void
test_a_nomination_of_another_dossier_is_not_acted_upon(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 1, "appraising");
	int64_t other = world_dossier(f->owner, season, "30307", "appraising", 1, "appraising");

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_submit(f, path(f, "/tham-dinh/%lld/xac-nhan", d), "viec", "dat", "chon",
	    path(f, "%lld", world_nomination(f->owner, other, 1)), NULL);
	page_expect_status(f, 404);
	assert_int_equal(count_in(f, other, "appraising"), 1);
}

static void
test_returning_gives_the_dossier_back_to_its_unit(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 3, "appraising");

	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_submit(f, path(f, "/tham-dinh/%lld/xac-nhan", d), "viec", "tra-lai", "reason", "",
	    "chon", path(f, "%lld", world_nomination(f->owner, d, 1)), NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Ghi lý do");
	page_submit(f, path(f, "/tham-dinh/%lld/xac-nhan", d), "viec", "tra-lai", "reason",
	    "Thiếu báo cáo thành tích", "chon",
	    path(f, "%lld", world_nomination(f->owner, d, 1)), NULL);
	page_expect_status(f, 303);
	assert_string_equal(dossier_state(f, d), "returned");
	assert_int_equal(count_in(f, d, "returned"), 1);
	assert_string_equal(
	    page_sql_text(f,
		"select reason from office.nomination_event where nomination_id = %lld order by id desc",
		(long long)world_nomination(f->owner, d, 1)),
	    "Thiếu báo cáo thành tích");
	/* The rest can still be judged. */
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_submit(f, path(f, "/tham-dinh/%lld/xac-nhan", d), "viec", "dat", "chon",
	    path(f, "%lld", world_nomination(f->owner, d, 2)), NULL);
	page_expect_status(f, 303);
	/* Corrected and filed again, it waits to be received; the first day of receipt stays. */
	page_sql(f,
	    "update office.dossier set state = 'submitted', received_on = '2026-01-05' where id = %lld",
	    (long long)d);
	page_sql(f, "update office.nomination set state = 'submitted' where id = %lld",
	    (long long)world_nomination(f->owner, d, 1));
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_submit(f, path(f, "/tham-dinh/%lld/tiep-nhan", d), NULL);
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(
		f, "select received_on from office.dossier where id = %lld", (long long)d),
	    "2026-01-05");
}

static void
test_eligible_ones_go_on_the_agenda_of_a_session_being_prepared(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 2, "eligible");
	int64_t council = world_council(f->owner);
	int64_t session = world_session(f->owner, council, "preparing", 13);
	int64_t open = world_session(f->owner, council, "open", 13);
	char target[200];

	page_sign_in(f, "thamdinh");
	snprintf(target, sizeof(target), "/tham-dinh/%lld/xac-nhan?viec=trinh&chon=%lld",
	    (long long)d, (long long)world_nomination(f->owner, d, 1));
	page_get(f, target);
	page_expect_text(f, "Phiên họp xét khen thưởng");
	page_submit(f, path(f, "/tham-dinh/%lld/xac-nhan", d), "viec", "trinh", "session_id",
	    path(f, "%lld", open), "chon", path(f, "%lld", world_nomination(f->owner, d, 1)),
	    NULL);
	page_expect_status(f, 409);
	page_get(f, target);
	page_submit(f, path(f, "/tham-dinh/%lld/xac-nhan", d), "viec", "trinh", "session_id",
	    path(f, "%lld", session), "chon", path(f, "%lld", world_nomination(f->owner, d, 1)),
	    NULL);
	page_expect_status(f, 303);
	assert_int_equal(count_in(f, d, "council"), 1);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.agenda_item where council_session_id = %lld",
		(long long)session),
	    1);
}

static void
test_a_dossier_is_finished_only_when_everything_is_judged(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 2, "eligible");

	page_sql(f, "update office.nomination set state = 'appraising' where id = %lld",
	    (long long)world_nomination(f->owner, d, 1));
	page_sign_in(f, "thamdinh");
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_submit(f, path(f, "/tham-dinh/%lld/hoan-thanh", d), NULL);
	page_expect_status(f, 409);
	page_sql(f, "update office.nomination set state = 'ineligible' where id = %lld",
	    (long long)world_nomination(f->owner, d, 1));
	page_get(f, path(f, "/tham-dinh/%lld", d));
	page_expect_text(f, "Mọi trường hợp đã có kết luận.");
	page_submit(f, path(f, "/tham-dinh/%lld/hoan-thanh", d), NULL);
	page_expect_status(f, 303);
	assert_string_equal(dossier_state(f, d), "completed");
}

static void
test_a_replayed_act_is_refused(void **state)
{
	struct page_fixture *f = *state;
	int64_t d = world_dossier(f->owner, season, "30742", "appraising", 1, "appraising");
	const char *target =
	    path(f, "/tham-dinh/de-nghi/%lld", world_nomination(f->owner, d, 1));

	page_sign_in(f, "thamdinh");
	page_get(f, target);
	page_submit(f, target, "viec", "dat", "reason", "", "version", "1", NULL);
	page_expect_status(f, 303);
	page_submit(f, target, "viec", "dat", "reason", "", "version", "1", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "đã được nhận trước đó");
}

#define T_(f) cmocka_unit_test_setup(f, setup)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(test_nobody_is_sent_to_sign_in),
		T_(test_a_drafter_is_refused),
		T_(test_an_appraiser_of_another_commune_finds_nothing),
		T_(test_a_draft_is_not_there_for_appraisers),
		T_(test_queue_shows_the_oldest_first_and_marks_late_ones),
		T_(test_queue_is_filtered_by_unit_and_state_in_the_address),
		T_(test_queue_goes_on_where_the_page_ended),
		T_(test_empty_queue_says_so),
		T_(test_receiving_pins_the_day_and_moves_everything_on),
		T_(test_nothing_is_judged_before_it_was_received),
		T_(test_a_nomination_is_marked_eligible_with_its_audit_row),
		T_(test_not_eligible_needs_a_reason_and_keeps_what_was_chosen),
		T_(test_a_stale_version_changes_nothing_and_shows_both),
		T_(test_what_was_judged_can_be_opened_again),
		T_(test_earlier_honours_are_found_under_the_folded_name),
		T_(test_an_old_form_of_bad_input_is_refused_beside_its_field),
		T_(test_a_bulk_act_shows_its_count_first),
		T_(test_a_bulk_act_is_all_or_nothing),
		T_(test_a_nomination_of_another_dossier_is_not_acted_upon),
		T_(test_returning_gives_the_dossier_back_to_its_unit),
		T_(test_eligible_ones_go_on_the_agenda_of_a_session_being_prepared),
		T_(test_a_dossier_is_finished_only_when_everything_is_judged),
		T_(test_a_replayed_act_is_refused),
	};

	return cmocka_run_group_tests(tests, page_group_setup, page_group_teardown);
}
