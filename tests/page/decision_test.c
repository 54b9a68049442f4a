/* Recording decisions, and the auditor who reads the whole story afterwards. */
#include "support/page_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/world.h"

#define FIELDS(v)                                                                        \
	"council_session_id", (v)->session, "unit_id", (v)->unit, "decided_on", (v)->on, \
	    "signatory_name", "Hồ Văn Ký", "signatory_position", "Chủ tịch UBND tỉnh"

struct case_of {
	struct page_fixture *f;
	int64_t ids[8];
	char session[24], unit[24], number[40], form[64];
	char nomination[8][24];
	const char *on;
};

/* A closed session with n approved nominations of Rạch Giá, and the signatory at the form. */
static struct case_of
begin(void **state, int n)
{
	static int count;
	struct case_of v = { .f = *state, .on = "23/11/2026" };
	PGconn *db = v.f->owner;
	int64_t dossier, session, item;

	world_base(db);
	dossier = world_dossier(
	    db, world_season(db, "Năm 2026", -100, 100), "30742", "completed", n, "approved");
	session = world_session(db, world_council(db), "open", 13);
	for (int i = 0; i < n; i++) {
		v.ids[i] = world_nomination(db, dossier, i + 1);
		item = world_agenda_item(db, session, v.ids[i], "recorded", "waiting", 80);
		world_sql(db,
		    "update office.agenda_item set state = 'passed', approve = 13, disapprove = 0, abstain = 0, closed_at = now() where id = %lld",
		    (long long)item);
		snprintf(v.nomination[i], sizeof(v.nomination[i]), "%lld", (long long)v.ids[i]);
	}
	world_sql(db,
	    "update office.council_session set state = 'closed', closed_at = now() where id = %lld",
	    (long long)session);
	page_sql(v.f, "delete from office.base_salary where valid_from > '2026-07-01'");
	snprintf(v.session, sizeof(v.session), "%lld", (long long)session);
	snprintf(v.unit, sizeof(v.unit), "%lld", (long long)world_unit(db, "91"));
	snprintf(v.number, sizeof(v.number), "%d/QĐ-UBND", 3600 + ++count);
	snprintf(v.form, sizeof(v.form), "/quyet-dinh/moi?phien=%s", v.session);
	page_sign_in(v.f, "ky");
	page_get(v.f, v.form);
	page_expect_status(v.f, 200);
	return v;
}

static void
record(struct case_of *v, const char *first, const char *second)
{
	if (second != NULL)
		page_submit(v->f, "/quyet-dinh/moi", FIELDS(v), "number", v->number, "step",
		    "record", "nomination_id", first, "nomination_id", second, NULL);
	else
		page_submit(v->f, "/quyet-dinh/moi", FIELDS(v), "number", v->number, "step",
		    "record", "nomination_id", first, NULL);
}

static void
test_review_shows_the_bonus_and_writes_no_decision(void **state)
{
	struct case_of v = begin(state, 2);
	int64_t before = page_sql_i64(v.f, "select count(*) from office.decision");

	page_submit(v.f, "/quyet-dinh/moi", FIELDS(&v), "number", v.number, "step", "review",
	    "nomination_id", v.nomination[0], "nomination_id", v.nomination[1], NULL);
	page_expect_status(v.f, 200);
	page_expect_text(v.f, "760.000 đồng");
	page_expect_text(v.f, "1.520.000 đồng");
	assert_int_equal(page_sql_i64(v.f, "select count(*) from office.decision"), before);
}

static void
test_recording_enters_the_register_with_ordinals_and_bonuses(void **state)
{
	struct case_of v = begin(state, 2);

	record(&v, v.nomination[0], v.nomination[1]);
	page_expect_status(v.f, 303);
	assert_int_equal(
	    page_sql_i64(v.f,
		"select count(*) from office.honour where nomination_id in (%s, %s) and bonus_dong = 760000",
		v.nomination[0], v.nomination[1]),
	    2);
	assert_int_equal(
	    page_sql_i64(v.f,
		"select sum(ordinal) from office.honour where nomination_id in (%s, %s)",
		v.nomination[0], v.nomination[1]),
	    3);
	assert_int_equal(
	    page_sql_i64(v.f,
		"select total_bonus_dong from office.decision where number = '%s'", v.number),
	    1520000);
	page_follow(v.f);
	page_expect_text(v.f, v.number);
}

static void
test_recording_moves_the_nominations_and_writes_audit_rows(void **state)
{
	struct case_of v = begin(state, 1);

	record(&v, v.nomination[0], NULL);
	assert_string_equal(
	    page_sql_text(
		v.f, "select state from office.nomination where id = %s", v.nomination[0]),
	    "decided");
	assert_int_equal(
	    page_sql_i64(v.f,
		"select count(*) from office.audit_log where action = 'decision.record' and detail->>'number' = '%s'",
		v.number),
	    1);
	assert_int_equal(
	    page_sql_i64(v.f,
		"select count(*) from office.nomination_event where nomination_id = %s and to_state = 'decided' and reason = '%s'",
		v.nomination[0], v.number),
	    1);
}

static void
test_the_base_salary_is_that_of_the_day_of_the_decision(void **state)
{
	struct case_of v = begin(state, 1);

	v.on = "30/06/2026";
	record(&v, v.nomination[0], NULL);
	assert_int_equal(
	    page_sql_i64(v.f,
		"select base_salary_dong from office.decision where number = '%s'", v.number),
	    2340000);
	assert_int_equal(
	    page_sql_i64(v.f, "select bonus_dong from office.honour where nomination_id = %s",
		v.nomination[0]),
	    710000);
}

static void
test_a_nomination_left_out_goes_on_waiting(void **state)
{
	struct case_of v = begin(state, 2);

	record(&v, v.nomination[1], NULL);
	assert_string_equal(
	    page_sql_text(
		v.f, "select state from office.nomination where id = %s", v.nomination[0]),
	    "approved");
	page_get(v.f, v.form);
	page_expect_text(v.f, "1 trường hợp");
}

static void
test_nothing_chosen_is_said_and_what_was_typed_stays(void **state)
{
	struct case_of v = begin(state, 1);

	page_submit(
	    v.f, "/quyet-dinh/moi", FIELDS(&v), "number", v.number, "step", "review", NULL);
	page_expect_status(v.f, 422);
	page_expect_text(v.f, "ít nhất một trường hợp");
	page_expect_text(v.f, v.number);
}

static void
test_a_date_in_the_future_or_that_does_not_exist_is_refused(void **state)
{
	struct case_of v = begin(state, 1);

	v.on = "01/01/2190";
	record(&v, v.nomination[0], NULL);
	page_expect_status(v.f, 422);
	page_expect_text(v.f, "không thể ở tương lai");
	v.on = "31/02/2026";
	record(&v, v.nomination[0], NULL);
	page_expect_status(v.f, 422);
	page_expect_text(v.f, "31/02/2026");
	assert_string_equal(
	    page_sql_text(
		v.f, "select state from office.nomination where id = %s", v.nomination[0]),
	    "approved");
}

static void
test_a_day_without_a_known_base_salary_is_refused(void **state)
{
	struct case_of v = begin(state, 1);

	v.on = "01/01/1990";
	record(&v, v.nomination[0], NULL);
	page_expect_status(v.f, 422);
	page_expect_text(v.f, "mức lương cơ sở");
	assert_int_equal(
	    page_sql_i64(
		v.f, "select count(*) from office.decision where number = '%s'", v.number),
	    0);
}

static void
test_the_same_number_on_the_same_day_is_refused_beside_the_field(void **state)
{
	struct case_of v = begin(state, 2);

	record(&v, v.nomination[0], NULL);
	page_get(v.f, v.form);
	record(&v, v.nomination[1], NULL);
	page_expect_status(v.f, 409);
	page_expect_text(v.f, "đã được ghi nhận");
	assert_string_equal(
	    page_sql_text(
		v.f, "select state from office.nomination where id = %s", v.nomination[1]),
	    "approved");
}

static void
test_a_nomination_decided_meanwhile_is_not_decided_twice(void **state)
{
	struct case_of v = begin(state, 2);

	record(&v, v.nomination[0], NULL);
	page_get(v.f, v.form);
	v.number[0] = '9';
	record(&v, v.nomination[0], v.nomination[1]);
	page_expect_status(v.f, 409);
	page_expect_text(v.f, "một quyết định khác");
	assert_int_equal(
	    page_sql_i64(v.f, "select count(*) from office.honour where nomination_id = %s",
		v.nomination[0]),
	    1);
}

static void
test_only_a_signatory_records(void **state)
{
	struct case_of v = begin(state, 1);

	page_sign_in(v.f, "thamdinh");
	page_get(v.f, "/quyet-dinh");
	page_expect_status(v.f, 200);
	page_get(v.f, v.form);
	page_expect_status(v.f, 403);
	record(&v, v.nomination[0], NULL);
	page_expect_status(v.f, 403);
	page_sign_in(v.f, NULL);
	page_get(v.f, v.form);
	page_expect_status(v.f, 303);
}

static void
test_a_signatory_of_a_commune_records_nothing_for_the_province(void **state)
{
	struct case_of v = begin(state, 1);

	page_grant(v.f, "ky.longxuyen", "signatory", "30307");
	page_sign_in(v.f, "ky.longxuyen");
	page_get(v.f, v.form);
	page_expect_no_text(v.f, "Nguyễn Thị Mẫu");
	page_get(v.f, "/viec-cua-toi");
	record(&v, v.nomination[0], NULL);
	page_expect_status(v.f, 403);
	assert_string_equal(
	    page_sql_text(
		v.f, "select state from office.nomination where id = %s", v.nomination[0]),
	    "approved");
}

static void
test_who_signs_for_one_commune_and_drafts_for_another_decides_nothing_of_the_other(void **state)
{
	struct case_of v = begin(state, 1);

	page_grant(v.f, "hai.vai", "signatory", "30307");
	page_grant(v.f, "hai.vai", "drafter", "30742");
	snprintf(v.unit, sizeof(v.unit), "%lld", (long long)world_unit(v.f->owner, "30307"));
	page_sign_in(v.f, "hai.vai");
	page_get(v.f, v.form);
	page_expect_text(v.f, "không còn trường hợp nào");
	record(&v, v.nomination[0], NULL);
	page_expect_status(v.f, 409);
	assert_string_equal(
	    page_sql_text(
		v.f, "select state from office.nomination where id = %s", v.nomination[0]),
	    "approved");
}

static void
test_a_signatory_of_a_commune_decides_nothing_the_council_of_the_province_passed(void **state)
{
	struct case_of v = begin(state, 1);

	page_grant(v.f, "ky.xa", "signatory", "30742");
	page_sign_in(v.f, "ky.xa");
	snprintf(v.unit, sizeof(v.unit), "%lld", (long long)world_unit(v.f->owner, "30742"));
	page_get(v.f, v.form);
	page_expect_no_text(v.f, "Nguyễn Thị Mẫu 1");
	record(&v, v.nomination[0], NULL);
	page_expect_status(v.f, 409);
	assert_int_equal(
	    page_sql_i64(v.f, "select count(*) from office.honour where nomination_id = %s",
		v.nomination[0]),
	    0);
}

static void
test_a_decision_of_one_commune_names_nobody_of_the_next(void **state)
{
	struct case_of v = begin(state, 1);

	snprintf(v.unit, sizeof(v.unit), "%lld", (long long)world_unit(v.f->owner, "30307"));
	record(&v, v.nomination[0], NULL);
	page_expect_status(v.f, 409);
	assert_int_equal(
	    page_sql_i64(v.f, "select count(*) from office.honour where nomination_id = %s",
		v.nomination[0]),
	    0);
}

static void
test_the_next_commune_reads_no_decision_about_others(void **state)
{
	struct case_of v = begin(state, 1);
	char path[64];

	record(&v, v.nomination[0], NULL);
	snprintf(path, sizeof(path), "%.*s", (int)strcspn(v.f->location, "?"), v.f->location);
	page_grant(v.f, "congbo.longxuyen", "publisher", "30307");
	page_sign_in(v.f, "congbo.longxuyen");
	page_get(v.f, path);
	page_expect_status(v.f, 404);
	page_sign_in(v.f, "lanhdao.rachgia");
	page_get(v.f, path);
	page_expect_status(v.f, 200);
}

static void
test_the_auditor_of_a_commune_reads_the_log_of_that_commune(void **state)
{
	struct case_of v = begin(state, 1);

	record(&v, v.nomination[0], NULL);
	page_grant(v.f, "kiemtra.longxuyen", "auditor", "30307");
	page_sign_in(v.f, "kiemtra.longxuyen");
	page_get(v.f, "/kiem-tra/nhat-ky");
	page_expect_status(v.f, 200);
	page_expect_no_text(v.f, "decision.record");
	page_expect_no_text(v.f, "nomination.set_state");
	page_grant(v.f, "kiemtra.rachgia", "auditor", "30742");
	page_sign_in(v.f, "kiemtra.rachgia");
	page_get(v.f, "/kiem-tra/nhat-ky");
	page_expect_text(v.f, "nomination.set_state");
	page_expect_no_text(v.f, "decision.record");
}

static void
test_a_replayed_form_records_once(void **state)
{
	struct case_of v = begin(state, 1);
	char csrf[128], once[128];

	memcpy(csrf, v.f->csrf, sizeof(csrf));
	memcpy(once, v.f->once, sizeof(once));
	for (int i = 0; i < 2; i++)
		page_post(v.f, "/quyet-dinh/moi", "csrf", csrf, "once", once, FIELDS(&v),
		    "number", v.number, "step", "record", "nomination_id", v.nomination[0],
		    NULL);
	page_expect_status(v.f, 409);
	assert_int_equal(
	    page_sql_i64(
		v.f, "select count(*) from office.decision where number = '%s'", v.number),
	    1);
}

/* --- the auditor ------------------------------------------------------------------------------ */

static void
test_the_auditor_reads_the_whole_story_on_one_page(void **state)
{
	struct case_of v = begin(state, 1);
	char path[64];

	record(&v, v.nomination[0], NULL);
	snprintf(path, sizeof(path), "/kiem-tra/de-nghi/%s", v.nomination[0]);
	page_sign_in(v.f, "kiemtra");
	page_get(v.f, path);
	page_expect_status(v.f, 200);
	page_expect_text(v.f, "Nguyễn Thị Mẫu 1");
	page_expect_text(v.f, "13 tán thành");
	page_expect_text(v.f, v.number);
	page_expect_text(v.f, "decision.record");
	page_expect_text(v.f, "nomination.set_state");
}

static void
test_the_auditor_finds_a_name_without_its_marks(void **state)
{
	struct case_of v = begin(state, 1);

	page_sign_in(v.f, "kiemtra");
	page_get(v.f, "/kiem-tra?q=NGUYEN%20thi%20mau");
	page_expect_text(v.f, "Nguyễn Thị Mẫu 1");
	page_get(v.f, "/kiem-tra?q=khong-co-ai-ten-nay");
	page_expect_text(v.f, "Không có trường hợp nào khớp");
}

static void
test_the_log_is_filtered_by_person_object_and_day(void **state)
{
	struct case_of v = begin(state, 1);

	record(&v, v.nomination[0], NULL);
	page_sign_in(v.f, "kiemtra");
	page_get(v.f, "/kiem-tra/nhat-ky?tai-khoan=ky&doi-tuong=decision");
	page_expect_text(v.f, "decision.record");
	page_get(v.f, "/kiem-tra/nhat-ky?tai-khoan=thamdinh&doi-tuong=decision");
	page_expect_no_text(v.f, "decision.record");
	page_get(v.f, "/kiem-tra/nhat-ky?den=01/01/2020");
	page_expect_text(v.f, "Không có dòng nhật ký nào");
	page_get(v.f, "/kiem-tra/nhat-ky?tu=31/02/2026");
	page_expect_status(v.f, 200);
	page_expect_text(v.f, "Ngày bắt đầu không đúng");
}

static void
test_the_story_is_for_the_auditor_alone(void **state)
{
	struct case_of v = begin(state, 1);
	char path[64];

	snprintf(path, sizeof(path), "/kiem-tra/de-nghi/%s", v.nomination[0]);
	page_sign_in(v.f, "quantri");
	page_get(v.f, path);
	page_expect_status(v.f, 403);
	page_sign_in(v.f, "lanhdao.rachgia");
	page_get(v.f, path);
	page_expect_status(v.f, 403);
}

static void
test_the_auditor_changes_nothing_even_in_the_database(void **state)
{
	struct case_of v = begin(state, 1);

	page_sign_in(v.f, "kiemtra");
	page_get(v.f, "/viec-cua-toi");
	record(&v, v.nomination[0], NULL);
	page_expect_status(v.f, 403);
	assert_string_equal(
	    page_sql_text(
		v.f, "select state from office.nomination where id = %s", v.nomination[0]),
	    "approved");
}

/* --- first page and catalogue ----------------------------------------------------------------- */

static void
test_the_first_page_counts_what_waits_for_the_role(void **state)
{
	struct case_of v = begin(state, 2);

	page_get(v.f, "/viec-cua-toi");
	page_expect_status(v.f, 200);
	page_expect_text(v.f, "chờ quyết định");
	page_sign_in(v.f, "baochi");
	page_get(v.f, "/viec-cua-toi");
	page_expect_no_text(v.f, "chờ quyết định");
	page_expect_text(v.f, "Mã nhúng");
}

static void
test_a_season_is_opened_with_a_closing_time_of_ho_chi_minh_city(void **state)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/dot-xet/moi");
	page_submit(f, "/quan-tri/dot-xet/moi", "name", "Công trạng năm 2026", "year", "2026",
	    "kind", "cong_trang", "movement_id", "", "opens_at", "01/11/2026 08:00",
	    "closes_at", "10/12/2026 17:00", NULL);
	page_expect_redirect(f, "/quan-tri/dot-xet");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.season where name = 'Công trạng năm 2026' and closes_at = '2026-12-10T10:00:00Z'"),
	    1);
	page_follow(f);
	page_expect_text(f, "10/12/2026 17:00");
}

static void
test_a_season_that_closes_before_it_opens_is_refused_and_keeps_the_text(void **state)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/dot-xet/moi");
	page_submit(f, "/quan-tri/dot-xet/moi", "name", "Đợt ngược", "year", "2026", "kind",
	    "cong_trang", "movement_id", "", "opens_at", "10/12/2026 17:00", "closes_at",
	    "01/11/2026 08:00", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "phải sau thời điểm mở");
	page_expect_text(f, "value=\"Đợt ngược\"");
}

static void
test_a_movement_is_launched_and_changed_as_the_version_seen(void **state)
{
	struct page_fixture *f = *state;
	char unit[24], path[64];

	world_base(f->owner);
	snprintf(unit, sizeof(unit), "%lld", (long long)world_unit(f->owner, "91"));
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/phong-trao/moi");
	page_submit(f, "/quan-tri/phong-trao/moi", "name", "Chung sức xây dựng nông thôn mới",
	    "unit_id", unit, "starts_on", "01/01/2026", "ends_on", "31/12/2026", "basis", "",
	    "purpose", "Dòng một\r\nDòng hai", "scope", "", "criteria", "", NULL);
	page_expect_redirect(f, "/quan-tri/phong-trao");
	snprintf(path, sizeof(path), "/quan-tri/phong-trao/%lld",
	    (long long)page_sql_i64(f, "select max(id) from office.movement"));
	page_get(f, path);
	page_expect_text(f, "Dòng một\nDòng hai");
	page_sql(f,
	    "update office.movement set name = 'Tên do người khác đặt', version = 2 where id = (select max(id) from office.movement)");
	page_submit(f, path, "version", "1", "name", "Tên tôi đặt", "unit_id", unit,
	    "starts_on", "01/01/2026", "ends_on", "31/12/2026", "basis", "", "purpose", "",
	    "scope", "", "criteria", "", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Tên do người khác đặt");
	page_expect_text(f, "value=\"Tên tôi đặt\"");
}

static void
test_units_are_found_without_marks_and_abolished_ones_name_their_successor(void **state)
{
	struct page_fixture *f = *state;

	page_grant(f, "quantri", "administrator", "91");
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/don-vi?q=rach%20gia");
	page_expect_status(f, 200);
	page_expect_text(f, "Phường Rạch Giá");
	page_get(f, "/quan-tri/don-vi?loai=communes");
	page_expect_text(f, "Xã, phường, đặc khu (102)");
	page_get(f, "/quan-tri/don-vi?loai=abolished&q=my%20binh");
	page_expect_text(f, "nay là: Phường Long Xuyên");
}

static void
test_the_catalogue_shows_ninety_two_awards_with_their_legal_basis(void **state)
{
	struct page_fixture *f = *state;
	char path[64];

	page_grant(f, "quantri", "administrator", "91");
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/danh-hieu");
	page_expect_status(f, 200);
	page_expect_text(f, "92 loại");
	page_expect_text(f, "Luật 06/2022");
	snprintf(path, sizeof(path), "/quan-tri/danh-hieu/%lld",
	    (long long)page_sql_i64(
		f, "select id from office.award_type where code = 'CSTD_TINH'"));
	page_get(f, path);
	page_expect_text(f, "90 %");
	page_expect_text(f, "Chưa");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		/* first: the ones that count the seeded catalogue before test rows come in */
		PAGE_TEST(
		    test_units_are_found_without_marks_and_abolished_ones_name_their_successor),
		PAGE_TEST(test_the_catalogue_shows_ninety_two_awards_with_their_legal_basis),
		PAGE_TEST(test_review_shows_the_bonus_and_writes_no_decision),
		PAGE_TEST(test_recording_enters_the_register_with_ordinals_and_bonuses),
		PAGE_TEST(test_recording_moves_the_nominations_and_writes_audit_rows),
		PAGE_TEST(test_the_base_salary_is_that_of_the_day_of_the_decision),
		PAGE_TEST(test_a_nomination_left_out_goes_on_waiting),
		PAGE_TEST(test_nothing_chosen_is_said_and_what_was_typed_stays),
		PAGE_TEST(test_a_date_in_the_future_or_that_does_not_exist_is_refused),
		PAGE_TEST(test_a_day_without_a_known_base_salary_is_refused),
		PAGE_TEST(test_the_same_number_on_the_same_day_is_refused_beside_the_field),
		PAGE_TEST(test_a_nomination_decided_meanwhile_is_not_decided_twice),
		PAGE_TEST(test_only_a_signatory_records),
		PAGE_TEST(test_a_signatory_of_a_commune_records_nothing_for_the_province),
		PAGE_TEST(
		    test_who_signs_for_one_commune_and_drafts_for_another_decides_nothing_of_the_other),
		PAGE_TEST(
		    test_a_signatory_of_a_commune_decides_nothing_the_council_of_the_province_passed),
		PAGE_TEST(test_a_decision_of_one_commune_names_nobody_of_the_next),
		PAGE_TEST(test_the_next_commune_reads_no_decision_about_others),
		PAGE_TEST(test_the_auditor_of_a_commune_reads_the_log_of_that_commune),
		PAGE_TEST(test_a_replayed_form_records_once),
		PAGE_TEST(test_the_auditor_reads_the_whole_story_on_one_page),
		PAGE_TEST(test_the_auditor_finds_a_name_without_its_marks),
		PAGE_TEST(test_the_log_is_filtered_by_person_object_and_day),
		PAGE_TEST(test_the_story_is_for_the_auditor_alone),
		PAGE_TEST(test_the_auditor_changes_nothing_even_in_the_database),
		PAGE_TEST(test_the_first_page_counts_what_waits_for_the_role),
		PAGE_TEST(test_a_season_is_opened_with_a_closing_time_of_ho_chi_minh_city),
		PAGE_TEST(
		    test_a_season_that_closes_before_it_opens_is_refused_and_keeps_the_text),
		PAGE_TEST(test_a_movement_is_launched_and_changed_as_the_version_seen),
	};

	return cmocka_run_group_tests(tests, page_group_setup, page_group_teardown);
}
