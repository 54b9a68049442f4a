/* Pages of dossiers and nominations: list, begin, edit, the page of one dossier, cases by form, files. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "dossier/dossier.h"
#include "support/world.h"

static struct page_fixture *
begin(void **state, const char *username)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	world_clear(f->owner);
	page_sign_in(f, username);
	return f;
}

static int64_t
draft(struct page_fixture *f, int n)
{
	return world_dossier(f->owner,
	    world_season(f->owner, "Khen thưởng công trạng", -24, 24), "30742", "draft", n,
	    "draft");
}

static const char *
at(struct page_fixture *f, int64_t dossier, const char *rest)
{
	return arena_printf(f->arena, "/ho-so/%" PRId64 "%s", dossier, rest);
}

static const char *
case_at(struct page_fixture *f, int64_t dossier, int ordinal, const char *rest)
{
	return arena_printf(f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "%s", dossier,
	    world_nomination(f->owner, dossier, ordinal), rest);
}

static const char *
number(struct page_fixture *f, int64_t n)
{
	return arena_printf(f->arena, "%" PRId64, n);
}

static int64_t
audited(struct page_fixture *f, const char *action)
{
	return page_sql_i64(
	    f, "select count(*) from office.audit_log where action = '%s'", action);
}

/* --- access ---------------------------------------------------------------------------------------------- */

static void
test_nobody_signed_in_is_sent_to_sign_in(void **state)
{
	struct page_fixture *f = begin(state, NULL);
	int64_t d = draft(f, 1);

	page_get(f, "/ho-so");
	page_expect_status(f, 303);
	page_get(f, at(f, d, ""));
	page_expect_status(f, 303);
	page_post(f, at(f, d, "/sua"), "title", "x", NULL);
	page_expect_status(f, 401);
}

static void
test_administrator_is_no_reader_of_dossiers(void **state)
{
	struct page_fixture *f = begin(state, "quantri");

	page_get(f, "/ho-so");
	page_expect_status(f, 403);
}

static void
test_dossier_of_another_commune_is_not_there(void **state)
{
	static const char *const pages[] = { "", "/sua", "/tep", "/nhap", "/de-nghi/moi" };
	struct page_fixture *f = begin(state, "soanthao.longxuyen");
	int64_t d = draft(f, 2);

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		page_get(f, at(f, d, pages[i]));
		page_expect_status(f, 404);
	}
	page_get(f, case_at(f, d, 1, ""));
	page_expect_status(f, 404);
	page_get(f, "/ho-so");
	page_expect_text(f, "Chưa có hồ sơ nào");
}

static void
test_appraiser_sees_a_dossier_but_does_not_edit_it(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh");
	int64_t d = draft(f, 2);

	page_get(f, at(f, d, ""));
	page_expect_status(f, 200);
	page_expect_no_text(f, "/sua");
	page_get(f, at(f, d, "/sua"));
	page_expect_status(f, 403);
}

/* A right held elsewhere does not reach here: visible by one role, writable by none. */
static void
test_writer_elsewhere_who_reads_here_is_forbidden(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.longxuyen");
	int64_t d = draft(f, 1);

	page_grant(f, "soanthao.longxuyen", "auditor", "91");
	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, at(f, d, "/sua"));
	page_expect_status(f, 403);
	page_get(f, "/ho-so/moi");
	page_submit(f, at(f, d, "/de-nghi/moi"), "name", "x", NULL);
	page_expect_status(f, 403);
	page_sql(f,
	    "delete from office.role_grant where role = 'auditor' and account_id = %" PRId64,
	    world_account(f->owner, "soanthao.longxuyen"));
}

static void
test_forms_without_their_guard_change_nothing(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 1);

	page_post(f, at(f, d, "/sua"), "title", "Khác", "version", "1", NULL);
	page_expect_status(f, 403);
	assert_int_equal(audited(f, "dossier.update"), 0);
}

/* --- list ------------------------------------------------------------------------------------------------- */

static void
test_empty_list_says_what_to_do(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	page_get(f, "/ho-so");
	page_expect_status(f, 200);
	page_expect_text(f, "Chưa có hồ sơ nào");
	page_expect_text(f, "href=\"/ho-so/moi\"");
}

static void
test_list_filters_by_state(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t season = world_season(f->owner, "Đợt", -24, 24);

	world_dossier(f->owner, season, "30742", "draft", 1, "draft");
	page_sql(f, "update office.dossier set title = 'Hồ sơ nháp'");
	world_dossier(f->owner, season, "30742", "submitted", 2, "submitted");
	page_get(f, "/ho-so?trang-thai=submitted");
	page_expect_status(f, 200);
	page_expect_no_text(f, "Hồ sơ nháp");
	page_get(f, "/ho-so?trang-thai=returned");
	page_expect_text(f, "Không có hồ sơ nào khớp với bộ lọc");
	page_get(f, "/ho-so?trang-thai=x");
	page_expect_status(f, 400);
	page_get(f, "/ho-so?truoc=abc");
	page_expect_status(f, 400);
}

static void
test_list_goes_on_by_key(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 0);

	page_sql(f,
	    "insert into office.dossier (season_id, unit_id, title, created_by) "
	    "select season_id, unit_id, 'Hồ sơ thứ ' || i, created_by from office.dossier, generate_series(1, 60) i where id = %" PRId64,
	    d);
	page_get(f, "/ho-so");
	page_expect_text(f, "Hồ sơ thứ 60");
	page_expect_no_text(f, "Hồ sơ thứ 5<");
	page_expect_text(f, "Trang sau");
	page_get(f,
	    arena_printf(f->arena, "/ho-so?truoc=%" PRId64,
		page_sql_i64(f, "select id from office.dossier where title = 'Hồ sơ thứ 11'")));
	page_expect_text(f, "Hồ sơ thứ 5<");
	page_expect_no_text(f, "Trang sau");
}

/* --- begin and edit ----------------------------------------------------------------------------------------- */

static void
test_drafter_begins_a_dossier(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const char *season, *unit;

	world_season(f->owner, "Đợt năm", -24, 24);
	page_get(f, "/ho-so/moi");
	page_expect_text(f, "Phường Rạch Giá");
	season = number(f, page_sql_i64(f, "select max(id) from office.season"));
	unit = number(f, world_unit(f->owner, "30742"));
	page_submit(f, "/ho-so/moi", "season_id", season, "unit_id", unit, "title",
	    "Đề nghị <b>khen</b> thưởng", "letter_no", "12/TTr-UBND", "letter_date",
	    "05/11/2025", NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_status(f, 200);
	page_expect_text(f, "Đề nghị &lt;b&gt;khen&lt;/b&gt; thưởng");
	page_expect_text(f, "12/TTr-UBND");
	page_expect_text(f, "Danh sách còn trống");
	assert_int_equal(audited(f, "dossier.create"), 1);
}

static void
test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	world_season(f->owner, "Đợt", -24, 24);
	page_get(f, "/ho-so/moi");
	page_submit(f, "/ho-so/moi", "season_id", "", "unit_id",
	    number(f, world_unit(f->owner, "30742")), "title", "", "letter_no", "12/TTr-UBND",
	    "letter_date", "31/02/2026", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "id=\"title-error\"");
	page_expect_text(f, "id=\"season_id-error\"");
	page_expect_text(f, "id=\"letter_date-error\"");
	page_expect_text(f, "value=\"12/TTr-UBND\"");
	page_expect_text(f, "value=\"31/02/2026\"");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.dossier"), 0);
}

static void
test_bad_texts_are_refused_and_not_written(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 0);
	struct buf body = { 0 };
	char *big = malloc(10485761);

	assert_non_null(big);
	memset(big, 'a', 10485760);
	big[10485760] = '\0';
	page_get(f, at(f, d, "/sua"));
	page_submit(f, at(f, d, "/sua"), "version", "1", "season_id",
	    number(f, page_sql_i64(f, "select max(id) from office.season")), "title", big,
	    "letter_no", "", "letter_date", "", NULL);
	page_expect_status(f, 422);
	free(big);
	page_get(f, at(f, d, "/sua"));
	buf_printf(&body,
	    "csrf=%s&once=%s&version=1&season_id=1&title=%%FF%%FE&letter_no=a%%00b&letter_date=",
	    f->csrf, f->once);
	page_send(f, WEB_POST, at(f, d, "/sua"), "application/x-www-form-urlencoded", body.p,
	    body.len);
	buf_free(&body);
	page_expect_status(f, 422);
	page_expect_text(f, "id=\"title-error\"");
	page_expect_text(f, "id=\"letter_no-error\"");
	page_get(f, at(f, d, "/sua"));
	page_submit(f, at(f, d, "/sua"), "version", "1", "season_id", "1", "title", "x",
	    "letter_no", "", "letter_date", "", "la", "gì", NULL);
	page_expect_status(f, 422);
	assert_int_equal(audited(f, "dossier.update"), 0);
}

static void
test_two_people_saving_one_dossier_both_keep_their_text(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 0);
	const char *season;

	page_get(f, at(f, d, "/sua"));
	page_sql(
	    f, "update office.dossier set title = 'Bản của người kia', version = version + 1");
	season = number(f, page_sql_i64(f, "select max(id) from office.season"));
	page_submit(f, at(f, d, "/sua"), "version", "1", "season_id", season, "title",
	    "Bản của tôi", "letter_no", "1/TTr", "letter_date", "", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Bản của người kia");
	page_expect_text(f, "Bản của tôi");
	page_expect_text(f, "name=\"version\" value=\"2\"");
	assert_string_equal(
	    page_sql_text(f, "select title from office.dossier"), "Bản của người kia");
	season = number(f, page_sql_i64(f, "select max(id) from office.season"));
	page_submit(f, at(f, d, "/sua"), "version", "2", "season_id", season, "title",
	    "Bản của tôi", "letter_no", "1/TTr", "letter_date", "", NULL);
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(f, "select title from office.dossier"), "Bản của tôi");
}

static void
test_letter_number_used_twice_is_explained_beside_its_field(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 0), season;

	season = page_sql_i64(f, "select max(id) from office.season");
	page_sql(f, "update office.dossier set letter_no = '7/TTr' where id = %" PRId64, d);
	page_get(f, "/ho-so/moi");
	page_submit(f, "/ho-so/moi", "season_id", number(f, season), "unit_id",
	    number(f, world_unit(f->owner, "30742")), "title", "Hồ sơ hai", "letter_no",
	    "7/TTr", "letter_date", "", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "id=\"letter_no-error\"");
	page_expect_text(f, "Hồ sơ hai");
}

static void
test_replayed_form_makes_no_second_dossier(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t season = world_season(f->owner, "Đợt", -24, 24);
	char once[128], csrf[128];

	page_get(f, "/ho-so/moi");
	memcpy(once, f->once, sizeof(once));
	memcpy(csrf, f->csrf, sizeof(csrf));
	for (int i = 0; i < 2; i++)
		page_post(f, "/ho-so/moi", "season_id", number(f, season), "unit_id",
		    number(f, world_unit(f->owner, "30742")), "title", "Một", "letter_no", "",
		    "letter_date", "", "csrf", csrf, "once", once, NULL);
	page_expect_status(f, 409);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.dossier"), 1);
	/* After a step back the form is a new one. */
	page_get(f, "/ho-so/moi");
	page_submit(f, "/ho-so/moi", "season_id", number(f, season), "unit_id",
	    number(f, world_unit(f->owner, "30742")), "title", "MỘT", "letter_no", "",
	    "letter_date", "", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Đơn vị đã có bản nháp mang tên này trong cùng đợt.");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.dossier"), 1);
}

static void
test_nobody_begins_a_dossier_for_another_unit(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t season = world_season(f->owner, "Đợt", -24, 24);

	page_get(f, "/ho-so/moi");
	page_submit(f, "/ho-so/moi", "season_id", number(f, season), "unit_id",
	    number(f, world_unit(f->owner, "30307")), "title", "Lấn sân", "letter_no", "",
	    "letter_date", "", NULL);
	page_expect_status(f, 403);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.dossier"), 0);
}

/* --- one dossier ----------------------------------------------------------------------------------------------- */

static int
solid_buttons(const char *body)
{
	int n = 0;

	for (const char *p = body; (p = strstr(p, "class=\"govuk-button\"")) != NULL; p++)
		n++;
	return n;
}

static void
test_dossier_page_shows_sixty_four_cases_and_one_next_step(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia");
	int64_t d = draft(f, 64);

	page_get(f, at(f, d, ""));
	page_expect_status(f, 200);
	page_expect_text(f, "Nguyễn Thị Mẫu 63");
	page_expect_text(f, "Hộ ông Trần Văn Mẫu 64");
	page_expect_text(f, "Nộp hồ sơ");
	assert_int_equal(solid_buttons(f->body), 1);
}

static void
test_long_list_goes_on_by_its_ordinal(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 130);

	page_get(f, at(f, d, ""));
	page_expect_no_text(f, "Mẫu 101<");
	page_expect_text(f, "?sau=100#danh-sach");
	page_get(f, at(f, d, "?sau=100"));
	page_expect_text(f, "Mẫu 101<");
	page_expect_no_text(f, "Mẫu 100<");
}

static void
test_what_was_returned_is_one_link_away_in_a_long_list(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d =
	    world_dossier(f->owner, world_season(f->owner, "Khen thưởng công trạng", -24, 24),
		"30742", "returned", 130, "appraising");

	page_sql(f,
	    "update office.nomination set state = 'returned', state_reason = 'Thiếu biên bản' where dossier_id = %" PRId64
	    " and ordinal in (7, 129)",
	    d);
	page_get(f, at(f, d, ""));
	page_expect_text(f, "?trang-thai=returned#danh-sach\">Xem 2 trường hợp bị trả lại</a>");
	page_expect_no_text(f, "Mẫu 129<");
	page_get(f, at(f, d, "?trang-thai=returned"));
	page_expect_text(f, "Mẫu 7<");
	page_expect_text(f, "Mẫu 129<");
	page_expect_no_text(f, "Mẫu 1<");
	page_get(f, at(f, d, "?trang-thai=appraising&sau=100"));
	page_expect_text(f, "Mẫu 101<");
	page_expect_no_text(f, "Mẫu 129<");
	page_get(f, at(f, d, "?trang-thai=x"));
	page_expect_status(f, 400);
}

static void
test_a_name_is_found_in_a_long_list_with_or_without_tones(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 130);

	page_sql(f,
	    "update office.nomination set name = 'Đặng Thúy Hòa', name_folded = 'dang thuy hoa' where ordinal = 121");
	page_get(f, at(f, d, "?tim=thuy+hoa"));
	page_expect_text(f, "Đặng Thúy Hòa");
	page_expect_no_text(f, "Mẫu 1<");
	page_get(f, at(f, d, "?tim=%C4%90%E1%BA%B7ng+Th%C3%BAy"));
	page_expect_text(f, "Đặng Thúy Hòa");
	page_get(f, at(f, d, "?tim=m%E1%BA%ABu"));
	page_expect_text(f, "?tim=m%E1%BA%ABu&amp;sau=100#danh-sach");
	page_get(f, at(f, d, "?tim=khong+co+ai"));
	page_expect_text(f, "Không có trường hợp nào khớp.");
	page_expect_text(f, "Xem cả danh sách");
	page_get(f, at(f, d, "?tim=%3Cscript%3E"));
	page_expect_status(f, 200);
	page_expect_no_text(f, "<script>\"");
	page_get(f, at(f, draft(f, 3), ""));
	page_expect_no_text(f, "name=\"tim\"");
}

static void
test_drafter_sees_what_is_missing(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 3);

	page_sql(f, "update office.nomination set achievement = '' where ordinal = 2");
	page_sql(f, "update office.attachment set removed_at = now()");
	page_sql(f, "update office.dossier set letter_no = ''");
	page_get(f, at(f, d, ""));
	page_expect_text(f, "Còn thiếu 3 mục trước khi nộp.");
	page_expect_text(f, "Còn thiếu ở 1 trường hợp");
	assert_int_equal(solid_buttons(f->body), 1);
}

static void
test_closed_season_keeps_the_draft_and_says_so(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia");
	int64_t d = draft(f, 3);

	page_sql(f, "update office.season set closes_at = now() - interval '1 minute'");
	page_get(f, at(f, d, ""));
	page_expect_status(f, 200);
	page_expect_text(f, "đã hết hạn nhận hồ sơ");
	page_expect_text(f, "Nguyễn Thị Mẫu 3");
}

/* --- cases by form -------------------------------------------------------------------------------------------------- */

static void
add_person(
    struct page_fixture *f, int64_t d, const char *name, const char *born, const char *award)
{
	page_get(f, at(f, d, "/de-nghi/moi?loai=ca-nhan"));
	page_submit(f, at(f, d, "/de-nghi/moi?loai=ca-nhan"), "name", name, "gender", "female",
	    "born", born, "position", "Giáo viên", "workplace", "Trường THCS", "award_type_id",
	    number(f, world_award(f->owner, award)), "field", "study", "achievement",
	    "Dòng một\r\nDòng hai", NULL);
}

static void
test_person_collective_and_household_are_added(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 0);

	add_person(f, d, "Trần Thị Ngọc Ễnh", "28/09/1969", "LDTT");
	page_expect_redirect(f, at(f, d, ""));
	page_get(f, at(f, d, "/de-nghi/moi?loai=tap-the"));
	page_expect_no_text(f, "name=\"gender\"");
	page_submit(f, at(f, d, "/de-nghi/moi?loai=tap-the"), "name", "Trường THCS Rạch Giá",
	    "workplace", "Phường Rạch Giá", "award_type_id",
	    number(f, world_award(f->owner, "TT_LDTT")), "field", "study", "achievement", "",
	    NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, d, "/de-nghi/moi?loai=ho-gia-dinh"));
	page_submit(f, at(f, d, "/de-nghi/moi?loai=ho-gia-dinh"), "name", "Hộ ông Danh Sóc",
	    "workplace", "Khu phố 2", "award_type_id",
	    number(f, world_award(f->owner, "GD_VH")), "field", "culture", "achievement", "Tốt",
	    "again", "1", NULL);
	page_expect_redirect(f, at(f, d, "/de-nghi/moi?loai=ho-gia-dinh"));
	assert_int_equal(
	    page_sql_i64(f, "select count(distinct kind) from office.nomination"), 3);
	assert_string_equal(
	    page_sql_text(f,
		"select name_folded || '|' || born_on || '|' || achievement from office.nomination where ordinal = 1"),
	    "tran thi ngoc enh|1969-09-28|Dòng một\nDòng hai");
	assert_int_equal(audited(f, "nomination.create"), 3);
}

static void
test_awards_are_offered_by_kind_and_validity(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 0);

	page_get(f, at(f, d, "/de-nghi/moi?loai=tap-the"));
	page_expect_text(f, "Tập thể lao động tiên tiến");
	page_expect_no_text(f, ">Lao động tiên tiến<");
	page_get(f, at(f, d, "/de-nghi/moi"));
	page_expect_no_text(f, "Danh hiệu đã bãi bỏ");
	add_person(f, d, "An", "", "CU");
	page_expect_status(f, 422);
	page_expect_text(f, "id=\"award_type_id-error\"");
	add_person(f, d, "An", "", "TT_LDTT");
	page_expect_status(f, 422);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nomination"), 0);
}

static void
test_impossible_birth_is_explained(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 0);

	add_person(f, d, "An", "31/02/1985", "LDTT");
	page_expect_status(f, 422);
	page_expect_text(f,
	    "Ngày sinh 31/02/1985 không tồn tại. Kiểm tra lại ngày hoặc để trống ngày, tháng nếu không rõ.");
	page_expect_text(f, "value=\"31/02/1985\"");
	page_expect_text(f, "Dòng một\r\nDòng hai");
}

static void
test_same_nominee_is_asked_about_not_forbidden(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 0);

	add_person(f, d, "Trần Thị Hòa", "", "LDTT");
	add_person(f, d, "TRẦN THỊ HOÀ", "", "LDTT");
	page_expect_status(f, 422);
	page_expect_text(f, "Đã có ở số 1 của danh sách");
	page_submit(f, at(f, d, "/de-nghi/moi?loai=ca-nhan"), "name", "TRẦN THỊ HOÀ", "gender",
	    "", "born", "", "position", "", "workplace", "", "award_type_id",
	    number(f, world_award(f->owner, "LDTT")), "field", "study", "achievement", "",
	    "same", "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nomination"), 2);
}

static void
test_script_in_a_name_is_shown_as_text(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 0);

	add_person(f, d, "<script>alert(1)</script>", "", "LDTT");
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_no_text(f, "<script>alert");
	page_expect_text(f, "&lt;script&gt;alert(1)&lt;/script&gt;");
}

static void
test_two_people_editing_one_case_both_keep_their_text(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 1);
	const char *award;

	page_get(f, case_at(f, d, 1, "/sua"));
	page_expect_status(f, 200);
	page_expect_text(f, "Nguyễn Thị Mẫu 1");
	page_sql(
	    f, "update office.nomination set achievement = 'Bản kia', version = version + 1");
	award = number(f, world_award(f->owner, "LDTT"));
	page_submit(f, case_at(f, d, 1, "/sua"), "version", "1", "name", "Tôi sửa", "gender",
	    "", "born", "1970", "position", "", "workplace", "", "award_type_id", award,
	    "field", "study", "achievement", "Bản tôi", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Bản kia");
	page_expect_text(f, "Bản tôi");
	assert_string_equal(
	    page_sql_text(f, "select achievement from office.nomination"), "Bản kia");
}

static void
test_draft_case_is_taken_out_after_a_question(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 3);

	page_get(f, case_at(f, d, 2, "/xoa"));
	page_expect_status(f, 200);
	page_expect_text(f, "Xóa “Nguyễn Thị Mẫu 2” khỏi danh sách?");
	page_submit(f, case_at(f, d, 2, "/xoa"), "version", "1", NULL);
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(f,
		"select string_agg(ordinal || name, ',' order by ordinal) from office.nomination"),
	    "1Nguyễn Thị Mẫu 1,2Nguyễn Thị Mẫu 3");
	assert_int_equal(audited(f, "nomination.delete"), 1);
}

static void
test_filed_case_is_not_edited_or_taken_out(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d;

	d = world_dossier(f->owner, world_season(f->owner, "Đợt", -24, 24), "30742",
	    "submitted", 2, "submitted");
	page_get(f, case_at(f, d, 1, ""));
	page_expect_status(f, 200);
	page_expect_no_text(f, "/sua\"");
	page_get(f, case_at(f, d, 1, "/sua"));
	page_expect_status(f, 409);
	page_get(f, case_at(f, d, 1, "/xoa"));
	page_expect_status(f, 409);
	page_get(f, at(f, d, "/de-nghi/moi"));
	page_expect_status(f, 409);
}

static void
test_only_the_returned_case_is_corrected(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d;

	d = world_dossier(f->owner, world_season(f->owner, "Đợt", -48, -24), "30742",
	    "returned", 2, "appraising");
	page_sql(f,
	    "update office.nomination set state = 'returned', state_reason = 'Thiếu số quyết định' where ordinal = 1");
	page_get(f, at(f, d, ""));
	page_expect_text(f, "Thiếu số quyết định");
	page_get(f, case_at(f, d, 2, "/sua"));
	page_expect_status(f, 409);
	page_get(f, case_at(f, d, 1, "/sua"));
	page_expect_text(f, "Thiếu số quyết định");
	page_submit(f, case_at(f, d, 1, "/sua"), "version", "2", "name", "Nguyễn Thị Mẫu 1",
	    "gender", "", "born", "", "position", "", "workplace", "", "award_type_id",
	    number(f, world_award(f->owner, "LDTT")), "field", "study", "achievement",
	    "Đã bổ sung", NULL);
	page_expect_status(f, 409);
	page_submit(f, case_at(f, d, 1, "/sua"), "version", "1", "name", "Nguyễn Thị Mẫu 1",
	    "gender", "", "born", "", "position", "", "workplace", "", "award_type_id",
	    number(f, world_award(f->owner, "LDTT")), "field", "study", "achievement",
	    "Đã bổ sung", NULL);
	page_expect_status(f, 303);
}

static void
test_case_of_another_dossier_is_not_found_under_this_one(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t one = draft(f, 1), two = draft(f, 1);

	page_get(f,
	    arena_printf(f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64, one,
		world_nomination(f->owner, two, 1)));
	page_expect_status(f, 404);
}

/* --- files ------------------------------------------------------------------------------------------------------------ */

static void
test_file_is_attached_downloaded_and_removed(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 1), file;
	size_t n = 700000;
	char *pdf = malloc(n);

	assert_non_null(pdf);
	for (size_t i = 0; i < n; i++)
		pdf[i] = (char)(i * 31 + i / 256);
	memcpy(pdf, "%PDF-1.7\n", 9);
	memcpy(pdf + n - 6, "%%EOF\n", 6);
	page_get(f, at(f, d, "/tep"));
	page_upload(f, at(f, d, "/tep"), "file", "Tờ trình số 12.pdf", "text/html", pdf, n,
	    "document", "letter", "nomination_id", "", "secret", "khong", NULL);
	page_expect_status(f, 303);
	file = page_sql_i64(f, "select max(id) from office.attachment");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.attachment_chunk where attachment_id = %" PRId64,
		file),
	    3);
	assert_string_equal(
	    page_sql_text(f,
		"select content_type || ' ' || (sha256 = (select encode(sha256(string_agg(content, '' order by seq)), 'hex') "
		"from office.attachment_chunk where attachment_id = t.id)) from office.attachment t where id = %" PRId64,
		file),
	    "application/pdf true");
	page_get(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64, d, file));
	page_expect_status(f, 200);
	page_expect_header(f, "x-content-type-options", "nosniff");
	assert_int_equal(f->res.body.len, n);
	assert_memory_equal(f->res.body.p, pdf, n);
	assert_non_null(strstr(web_res_header(&f->res, "content-disposition"), "attachment"));
	page_get(f, at(f, d, "/tep"));
	page_upload(f, at(f, d, "/tep"), "file", "lần hai.pdf", "application/pdf", pdf, n,
	    "document", "letter", "nomination_id", "", "secret", "khong", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "lần hai.pdf: Nội dung tệp này đã có trong hồ sơ");
	free(pdf);
	page_get(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64 "/go", d, file));
	page_expect_text(f, "Gỡ tệp “Tờ trình số 12.pdf”");
	page_submit(
	    f, arena_printf(f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64 "/go", d, file), NULL);
	page_expect_status(f, 303);
	page_get(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64, d, file));
	page_expect_status(f, 404);
	assert_int_equal(audited(f, "attachment.add") + audited(f, "attachment.remove"), 2);
}

static void
test_file_is_judged_by_content_not_by_name(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 1);

	page_get(f, at(f, d, "/tep"));
	page_upload(f, at(f, d, "/tep"), "file", "to-trinh.pdf", "application/pdf",
	    "<script>alert(1)</script>", 25, "document", "letter", "nomination_id", "",
	    "secret", "khong", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "id=\"file-error\"");
	page_upload(f, at(f, d, "/tep"), "file", "", "application/pdf", "", 0, "document",
	    "letter", "nomination_id", "", "secret", "khong", NULL);
	page_expect_status(f, 422);
	assert_int_equal(audited(f, "attachment.add"), 0);
}

static void
test_file_is_handed_out_under_the_ending_of_what_it_is(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 1);
	static const char *const names[][2] = {
		{ "cong-van.hta", "cong-van-hta.pdf" },
		{ "Biên bản.PDF", "bien-ban.pdf" },
	};

	for (size_t i = 0; i < 2; i++) {
		const char *bytes = i == 0 ? "%PDF-1.7 <script>a %%EOF" : "%PDF-1.7 b %%EOF";

		page_get(f, at(f, d, "/tep"));
		page_upload(f, at(f, d, "/tep"), "file", names[i][0], "application/pdf", bytes,
		    strlen(bytes), "document", "letter", "nomination_id", "", "secret", "khong",
		    NULL);
		page_expect_status(f, 303);
		page_get(f,
		    arena_printf(f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64, d,
			page_sql_i64(f, "select max(id) from office.attachment")));
		page_expect_status(f, 200);
		assert_non_null(strstr(web_res_header(&f->res, "content-disposition"),
		    arena_printf(f->arena, "filename=\"%s\"", names[i][1])));
	}
}

static void
test_file_name_too_long_or_turned_around_is_told_beside_the_field(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 1);
	char name[400];

	memset(name, 'a', sizeof(name));
	snprintf(name + 300, sizeof(name) - 300, ".pdf");
	page_get(f, at(f, d, "/tep"));
	page_upload(f, at(f, d, "/tep"), "file", name, "application/pdf", "%PDF-1.7 z %%EOF",
	    16, "document", "letter", "nomination_id", "", "secret", "khong", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "id=\"file-error\"");
	/* U+202E: shown as "cong-vanexe.pdf" and meant otherwise. */
	page_upload(f, at(f, d, "/tep"), "file",
	    "cong-van\xe2\x80\xae"
	    "fdp.exe",
	    "application/pdf", "%PDF-1.7 z %%EOF", 16, "document", "letter", "nomination_id",
	    "", "secret", "khong", NULL);
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(
		f, "select file_name from office.attachment order by id desc limit 1"),
	    "cong-vanfdp.exe");
	assert_int_equal(audited(f, "attachment.add"), 1);
}

static void
test_evidence_that_was_filed_stays_when_the_dossier_comes_back(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = world_dossier(f->owner, world_season(f->owner, "Đợt trả lại", -24, 24),
		    "30742", "returned", 2, "returned"),
		filed = page_sql_i64(f, "select max(id) from office.attachment");
	const char *path;

	page_sql(f,
	    "update office.attachment set uploaded_at = now() - interval '3 days' where id = %" PRId64,
	    filed);
	page_get(f, at(f, d, ""));
	page_expect_no_text(f, "/go\"");
	page_get(f, at(f, d, "/tep"));
	page_upload(f, at(f, d, "/tep"), "file", "bo-sung.pdf", "application/pdf",
	    "%PDF-1.7 more %%EOF", 19, "document", "other", "nomination_id", "", "secret",
	    "khong", NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, d, ""));
	path = arena_printf(f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64 "/go", d,
	    page_sql_i64(f, "select max(id) from office.attachment"));
	page_expect_text(f, path);
	page_submit(
	    f, arena_printf(f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64 "/go", d, filed), NULL);
	page_expect_status(f, 409);
	page_get(f, at(f, d, "/tep"));
	page_submit(f,
	    arena_printf(f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64 "/go", d,
		page_sql_i64(f, "select max(id) from office.attachment")),
	    NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f,
			     "select max(id) from office.attachment where dossier_id = %" PRId64
			     " and removed_at is null",
			     d),
	    filed);
}

static void
test_file_over_twenty_megabytes_is_refused(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, 1);
	size_t n = (20u << 20) + 1;
	char *pdf = calloc(1, n);

	assert_non_null(pdf);
	memcpy(pdf, "%PDF-1.7\n", 9);
	page_get(f, at(f, d, "/tep"));
	page_upload(f, at(f, d, "/tep"), "file", "lớn.pdf", "application/pdf", pdf, n,
	    "document", "letter", "nomination_id", "", "secret", "khong", NULL);
	free(pdf);
	page_expect_status(f, 422);
	page_expect_text(f, "20 MB");
}

static void
test_file_of_another_commune_is_not_there(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.longxuyen");
	int64_t d = draft(f, 1);

	page_get(f,
	    arena_printf(f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64, d,
		page_sql_i64(f, "select max(id) from office.attachment")));
	page_expect_status(f, 404);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_nobody_signed_in_is_sent_to_sign_in),
		PAGE_TEST(test_administrator_is_no_reader_of_dossiers),
		PAGE_TEST(test_dossier_of_another_commune_is_not_there),
		PAGE_TEST(test_appraiser_sees_a_dossier_but_does_not_edit_it),
		PAGE_TEST(test_writer_elsewhere_who_reads_here_is_forbidden),
		PAGE_TEST(test_forms_without_their_guard_change_nothing),
		PAGE_TEST(test_empty_list_says_what_to_do),
		PAGE_TEST(test_list_filters_by_state),
		PAGE_TEST(test_list_goes_on_by_key),
		PAGE_TEST(test_drafter_begins_a_dossier),
		PAGE_TEST(test_faults_stand_beside_their_fields_and_nothing_typed_is_lost),
		PAGE_TEST(test_bad_texts_are_refused_and_not_written),
		PAGE_TEST(test_two_people_saving_one_dossier_both_keep_their_text),
		PAGE_TEST(test_letter_number_used_twice_is_explained_beside_its_field),
		PAGE_TEST(test_replayed_form_makes_no_second_dossier),
		PAGE_TEST(test_nobody_begins_a_dossier_for_another_unit),
		PAGE_TEST(test_dossier_page_shows_sixty_four_cases_and_one_next_step),
		PAGE_TEST(test_long_list_goes_on_by_its_ordinal),
		PAGE_TEST(test_what_was_returned_is_one_link_away_in_a_long_list),
		PAGE_TEST(test_a_name_is_found_in_a_long_list_with_or_without_tones),
		PAGE_TEST(test_drafter_sees_what_is_missing),
		PAGE_TEST(test_closed_season_keeps_the_draft_and_says_so),
		PAGE_TEST(test_person_collective_and_household_are_added),
		PAGE_TEST(test_awards_are_offered_by_kind_and_validity),
		PAGE_TEST(test_impossible_birth_is_explained),
		PAGE_TEST(test_same_nominee_is_asked_about_not_forbidden),
		PAGE_TEST(test_script_in_a_name_is_shown_as_text),
		PAGE_TEST(test_two_people_editing_one_case_both_keep_their_text),
		PAGE_TEST(test_draft_case_is_taken_out_after_a_question),
		PAGE_TEST(test_filed_case_is_not_edited_or_taken_out),
		PAGE_TEST(test_only_the_returned_case_is_corrected),
		PAGE_TEST(test_case_of_another_dossier_is_not_found_under_this_one),
		PAGE_TEST(test_file_is_attached_downloaded_and_removed),
		PAGE_TEST(test_file_is_judged_by_content_not_by_name),
		PAGE_TEST(test_file_is_handed_out_under_the_ending_of_what_it_is),
		PAGE_TEST(test_file_name_too_long_or_turned_around_is_told_beside_the_field),
		PAGE_TEST(test_evidence_that_was_filed_stays_when_the_dossier_comes_back),
		PAGE_TEST(test_file_over_twenty_megabytes_is_refused),
		PAGE_TEST(test_file_of_another_commune_is_not_there),
	};

	return cmocka_run_group_tests_name(
	    "dossier_pages", tests, page_group_setup, page_group_teardown);
}
