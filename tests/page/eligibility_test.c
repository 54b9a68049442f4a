/* Eligibility: verdicts and what proves them, what is declared and confirmed, filing knowingly, the pinned rules. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "sql/all.h"
#include "support/world.h"

static int64_t dossier, nomination;

/* A draft of Rạch Giá with n nominations of a title; the first is a person the register knows. */
static struct page_fixture *
begin(void **state, const char *username, const char *award, int n)
{
	struct page_fixture *f = *state;
	int64_t season;

	world_base(f->owner);
	world_clear(f->owner);
	season = world_season(f->owner, "Đợt", -24, 24);
	page_sql(f, "update office.season set year = 2026");
	page_sql(f,
	    "update office.eligibility_rule set confirmed = false, confirmed_by = null, confirmed_at = null, confirmed_reason = '', version = 1");
	dossier = world_dossier(f->owner, season, "30742", "draft", n, "draft");
	nomination = world_nomination(f->owner, dossier, 1);
	page_sql(f,
	    "update office.nomination set award_type_id = %" PRId64 " where kind = 'person'",
	    world_award(f->owner, award));
	page_sql(f, "delete from office.nomination where kind <> 'person'");
	page_sql(f,
	    "with e as (insert into office.nominee (kind, name, name_key, born_on, unit_id) select kind, name, 'k' || id, born_on, unit_id "
	    "from office.nomination returning id, name) update office.nomination n set nominee_id = e.id from e where e.name = n.name");
	page_sign_in(f, username);
	return f;
}

static void
honour(struct page_fixture *f, const char *award, int year, const char *unit_code)
{
	page_sql(f,
	    "insert into office.honour (unit_id, kind, name, name_folded, award_type_id, period_year, decision_no, decision_date, ordinal, "
	    "nominee_id, commendation_kind) select u.id, 'person', n.name, n.name_folded, w.id, %d, '%d/QĐ-UBND', make_date(%d, 12, 20), 0, "
	    "n.nominee_id, 'cong_trang' from office.nomination n, office.unit u, office.award_type w where n.id = %" PRId64
	    " and u.code = '%s' and w.code = '%s'",
	    year, year, year, nomination, unit_code, award);
}

static void
initiative(struct page_fixture *f, int year, const char *scope)
{
	page_sql(f,
	    "insert into office.initiative (nominee_id, unit_id, year, title, scope, recognition_no, source) select nominee_id, unit_id, %d, "
	    "'Sáng kiến mẫu', '%s', '9/QĐ-UBND', 'import' from office.nomination where id = %" PRId64,
	    year, scope, nomination);
}

/* The only nomination becomes one of a collective the register knows. */
static void
make_collective(struct page_fixture *f, const char *award)
{
	page_sql(f,
	    "update office.nomination set kind = 'collective', gender = null, born_on = null, position = '', award_type_id = %" PRId64,
	    world_award(f->owner, award));
	page_sql(f,
	    "with e as (insert into office.nominee (kind, name, name_key, unit_id) select kind, name, 't' || id, unit_id from office.nomination "
	    "returning id) update office.nomination set nominee_id = e.id from e");
}

static const char *
at(struct page_fixture *f, const char *rest)
{
	return arena_printf(
	    f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "%s", dossier, nomination, rest);
}

static const char *
of_dossier(struct page_fixture *f, const char *rest)
{
	return arena_printf(f->arena, "/ho-so/%" PRId64 "%s", dossier, rest);
}

static int64_t
audits(struct page_fixture *f, const char *action)
{
	return page_sql_i64(
	    f, "select count(*) from office.audit_log where action = '%s'", action);
}

/* --- verdicts ------------------------------------------------------------------------------------- */

static void
test_verdict_names_the_decision_of_each_year_and_the_law(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_TINH", 2);

	/* Two of the titles were held in a ward that is no more. */
	honour(f, "CSTD_CS", 2023, "L30733");
	honour(f, "CSTD_CS", 2024, "L30733");
	honour(f, "CSTD_CS", 2025, "30742");
	initiative(f, 2025, "province");
	page_get(f, at(f, "/dieu-kien"));
	page_expect_status(f, 200);
	page_expect_text(f, "Đạt các điều kiện");
	page_expect_text(f, "2023/QĐ-UBND");
	page_expect_text(f, "2024/QĐ-UBND");
	page_expect_text(f, "2025/QĐ-UBND");
	page_expect_text(f, "Luật 06/2022 Đ22");
	page_expect_text(f, "được sửa đổi, bổ sung bởi Luật số 06/2026/QH16");
	page_expect_no_text(f, "Sớm nhất có thể đạt");
}

static void
test_verdict_not_met_names_what_is_missing_and_the_earliest_year(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_TINH", 1);

	honour(f, "LDTT", 2024, "30742");
	honour(f, "CSTD_CS", 2025, "30742");
	initiative(f, 2025, "province");
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Chưa đạt điều kiện");
	page_expect_text(f, "Sổ không có quyết định của năm: 2023, 2024.");
	page_expect_text(f, "Sớm nhất có thể đạt: năm 2027.");
	page_expect_text(f, "Giả định: từ năm 2026");
	page_get(f, at(f, ""));
	page_expect_text(f, "Chưa đạt điều kiện");
	page_get(f, of_dossier(f, ""));
	page_expect_text(f, "1 chưa đạt");
	page_get(f, of_dossier(f, "/dieu-kien?ket-qua=not_met"));
	page_expect_text(f, "Sổ không có quyết định của năm: 2023, 2024.");
	page_get(f, of_dossier(f, "/dieu-kien?ket-qua=met"));
	page_expect_text(f, "Không có trường hợp nào");
	page_get(f, of_dossier(f, "/dieu-kien?ket-qua=xxx"));
	page_expect_status(f, 400);
}

/* Whatever order the database finds the rows in, each nominee has the own ones. */
static void
test_each_of_many_nominees_has_the_own_history(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_TINH", 62);

	page_sql(f,
	    "insert into office.honour (unit_id, kind, name, name_folded, award_type_id, period_year, decision_no, decision_date, ordinal, "
	    "nominee_id, commendation_kind) select n.unit_id, 'person', n.name, n.name_folded, w.id, y, 'x', make_date(y, 12, 20), 0, n.nominee_id, "
	    "'cong_trang' from generate_series(2022, 2025) y, office.nomination n, office.award_type w where (w.code = 'CSTD_CS' and "
	    "n.ordinal %% 2 = 0) or (w.code = 'LDTT') order by w.id desc, y, md5(n.name)");
	page_sql(f,
	    "insert into office.initiative (nominee_id, unit_id, year, title, scope, recognition_no, source) select nominee_id, unit_id, 2025, "
	    "'Sáng kiến mẫu', 'province', '9/QĐ-UBND', 'import' from office.nomination order by md5(name)");
	page_sql(f, "analyze office.honour");
	page_get(f, of_dossier(f, "/dieu-kien"));
	page_expect_text(f,
	    arena_printf(f->arena,
		"ket-qua=met\">Đạt các điều kiện <span class=\"vd-chips__count\">%" PRId64
		"</span>",
		page_sql_i64(
		    f, "select count(*) from office.nomination where ordinal %% 2 = 0")));
}

static void
test_verdict_of_somebody_unknown_is_unknown(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_TINH", 1);

	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Chưa đủ căn cứ");
	page_expect_text(f, "Sổ khen thưởng chưa có dữ liệu nào về trường hợp này.");
}

static void
test_verdict_is_read_by_who_may_read_the_dossier(void **state)
{
	static const char *const pages[] = { "/dieu-kien", "/can-cu" };
	struct page_fixture *f = begin(state, NULL, "CSTD_TINH", 1);

	for (size_t i = 0; i < 2; i++) {
		page_sign_in(f, NULL);
		page_get(f, at(f, pages[i]));
		page_expect_status(f, 303);
		page_sign_in(f, "baochi");
		page_get(f, at(f, pages[i]));
		page_expect_status(f, 403);
		page_sign_in(f, "soanthao.longxuyen");
		page_get(f, at(f, pages[i]));
		page_expect_status(f, 404);
		page_sign_in(f, "thamdinh");
		page_get(f, at(f, pages[i]));
		page_expect_status(f, 200);
	}
	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, of_dossier(f, "/dieu-kien"));
	page_expect_status(f, 404);
	/* A nomination of another dossier under this one's address. */
	page_sign_in(f, "soanthao.rachgia");
	page_get(f,
	    arena_printf(f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/dieu-kien", dossier,
		nomination + 1000));
	page_expect_status(f, 404);
}

/* --- declared and confirmed ------------------------------------------------------------------------- */

static void
declare_rating(struct page_fixture *f, const char *year, const char *rating, const char *no)
{
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu"), "viec", "xep-loai", "rating_year", year, "rating",
	    rating, "rating_decision", no, NULL);
}

/* Filing, failures of others: "Prerequisites were a box ticked by hand". */
static void
test_prerequisites_were_a_box_ticked_by_hand(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_CS", 1);

	declare_rating(f, "2026", "excellent", "");
	page_expect_status(f, 303);
	assert_int_equal(audits(f, "eligibility.declare_year"), 1);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Tự khai, chưa có quyết định chứng minh");
	page_expect_text(f, "Chưa đủ căn cứ");
	page_expect_no_text(f, "Đạt các điều kiện");
	/* The unit cannot confirm itself; the appraiser who saw the paper can. */
	page_get(f, at(f, "/can-cu"));
	page_submit(
	    f, at(f, "/can-cu/tham-dinh"), "viec", "xep-loai", "id", "1", "version", "1", NULL);
	page_expect_status(f, 403);
	page_sign_in(f, "thamdinh");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu/tham-dinh"), "viec", "xep-loai", "id",
	    page_sql_text(f, "select id from office.achievement_year"), "version", "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(audits(f, "eligibility.confirm_year"), 1);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Đạt các điều kiện");
	/* Confirmed is confirmed: the unit no longer changes it. */
	page_sign_in(f, "soanthao.rachgia");
	declare_rating(f, "2026", "good", "7/QĐ");
	page_expect_status(f, 422);
	page_expect_text(f, "chỉ cơ quan thẩm định sửa được");
	assert_string_equal(
	    page_sql_text(f, "select rating from office.achievement_year"), "excellent");
}

static void
test_rating_with_its_decision_counts_at_once(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_CS", 1);

	declare_rating(f, "2026", "excellent", "77/QĐ-UBND");
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Đạt các điều kiện");
	page_expect_text(f, "77/QĐ-UBND");
}

/* What another unit declared is not this one's to change; it is told so, with what it typed. */
static void
test_year_declared_by_another_unit_is_the_appraisers_to_change(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_CS", 1);

	page_sql(f,
	    "insert into office.achievement_year (nominee_id, unit_id, year, rating) select n.nominee_id, u.id, 2026, 'not_completed' "
	    "from office.nomination n, office.unit u where n.id = %" PRId64
	    " and u.code = '30307'",
	    nomination);
	declare_rating(f, "2026", "excellent", "77/QĐ-UBND");
	page_expect_status(f, 422);
	page_expect_text(f, "chỉ cơ quan thẩm định sửa được");
	page_expect_text(f, "77/QĐ-UBND");
	page_sign_in(f, "thamdinh");
	declare_rating(f, "2026", "excellent", "77/QĐ-UBND");
	page_expect_status(f, 303);
}

static void
test_declarations_refuse_nonsense_and_keep_what_was_typed(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_CS", 1);

	declare_rating(f, "2027", "excellent", "giữ lại số này");
	page_expect_status(f, 422);
	page_expect_text(f, "giữ lại số này");
	declare_rating(f, "2026", "wonderful", "");
	page_expect_status(f, 422);
	declare_rating(f, "2026", "none", "");
	page_expect_status(f, 422);
	page_expect_text(f, "Chỉ bỏ trống xếp loại khi trong năm nghỉ thai sản.");
	declare_rating(f, "2026", "excellent", "<script>alert(1)</script>");
	page_expect_status(f, 303);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_no_text(f, "<script>alert");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu"), "viec", "xep-loai", "rating_year", "2026", "rating",
	    "good", "unknown", "x", NULL);
	page_expect_status(f, 422);
	page_submit(f, at(f, "/can-cu"), "viec", "khong-co", NULL);
	page_expect_status(f, 400);
	page_post(f, at(f, "/can-cu"), "viec", "xep-loai", "rating_year", "2026", "rating",
	    "good", NULL);
	page_expect_status(f, 403); /* no token of the session */
	assert_int_equal(page_sql_i64(f, "select count(*) from office.achievement_year"), 1);
}

/* --- what is typed before it is declared ------------------------------------------------------------- */

/* One change of one field of a declaration about the nomination, as a page sends it. */
static void
type(struct page_fixture *f, const char *slug, const char *seq, const char *field,
    const char *base, const char *value)
{
	page_get(f, "/tai-khoan");
	page_post(f, of_dossier(f, "/nhap-lieu"), "csrf", f->csrf, "client", "trang-thu-nhat",
	    "object", arena_printf(f->arena, "can-cu:%" PRId64 ":%s", nomination, slug),
	    arena_printf(f->arena, "value.%s", field), value,
	    arena_printf(f->arena, "base.%s", field), base,
	    arena_printf(f->arena, "seq.%s", field), seq, NULL);
}

static void
test_typed_declaration_is_for_who_may_write_the_dossier(void **state)
{
	struct page_fixture *f = begin(state, NULL, "CSTD_TINH", 1);
	int64_t own = nomination;

	page_post(f, of_dossier(f, "/nhap-lieu"), "client", "trang-thu-nhat", "object",
	    "can-cu:1:khai", NULL);
	page_expect_status(f, 401);
	page_sign_in(f, "thamdinh");
	type(f, "sang-kien", "1", "initiative_title", "", "x");
	page_expect_status(f, 403);
	page_sign_in(f, "soanthao.longxuyen");
	type(f, "sang-kien", "1", "initiative_title", "", "x");
	page_expect_status(f, 404);
	page_sign_in(f, "soanthao.rachgia");
	type(f, "chon", "1", "initiative_title", "", "x");
	page_expect_status(f, 400);
	type(f, "sang-kien", "1", "rating_year", "", "2026");
	page_expect_status(f, 400);
	nomination = 987654321;
	type(f, "sang-kien", "1", "initiative_title", "", "x");
	page_expect_status(f, 404);
	nomination = own;
	page_post(f, of_dossier(f, "/nhap-lieu"), "client", "trang-thu-nhat", "object",
	    arena_printf(f->arena, "can-cu:%" PRId64 ":khai", own), "value.route", "a",
	    "base.route", "", "seq.route", "1", NULL);
	page_expect_status(f, 403); /* no token of the session */
	assert_int_equal(page_sql_i64(f, "select count(*) from office.draft_entry"), 0);
}

static void
test_typed_declaration_comes_back_until_it_is_declared_or_given_up(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_TINH", 1);

	type(f, "sang-kien", "1", "initiative_title", "", "<b>Một cửa</b> lưu động");
	page_expect_status(f, 200);
	page_expect_text(f, "\"outcome\":\"kept\"");
	type(f, "xep-loai", "2", "rating_decision", "", "31/QĐ-UBND");
	type(f, "xep-loai", "3", "maternity", "", "1");
	page_get(f, at(f, "/can-cu"));
	page_expect_text(f, "value=\"&lt;b&gt;Một cửa&lt;/b&gt; lưu động\"");
	page_expect_text(f, "value=\"31/QĐ-UBND\"");
	page_get(f, of_dossier(f, ""));
	page_expect_text(f, "Khai sáng kiến, đề tài");
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, of_dossier(f, ""));
	page_expect_text(f, "Khai kết quả xếp loại một năm");
	page_expect_no_text(f, "31/QĐ-UBND");
	/* Refused: it stays.  Declared: it is over; the other form keeps its own. */
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu"), "viec", "sang-kien", "initiative_title", "Một cửa",
	    "draft", "x", "draft_client", "", "draft_base", "{}", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "value=\"31/QĐ-UBND\"");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.draft_open"), 3);
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu"), "viec", "sang-kien", "initiative_title", "Một cửa",
	    "initiative_kind", "initiative", "initiative_scope", "province", "initiative_year",
	    "2025", "recognised_by", "", "recognition_no", "", "draft", "x", "draft_client", "",
	    "draft_base", "{}", NULL);
	page_expect_status(f, 303);
	assert_int_equal(audits(f, "eligibility.declare_initiative"), 1);
	assert_string_equal(
	    page_sql_text(f,
		"select string_agg(distinct split_part(object, ':', 3), ',') from office.draft_open"),
	    "xep-loai");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, of_dossier(f, "/nhap-lieu/bo"), "object",
	    arena_printf(f->arena, "can-cu:%" PRId64 ":xep-loai", nomination), "ve", "sua",
	    NULL);
	page_expect_redirect(f, at(f, "/can-cu"));
	assert_int_equal(page_sql_i64(f, "select count(*) from office.draft_open"), 0);
	assert_int_equal(audits(f, "draft.drop"), 1);
}

static void
test_typed_declaration_shows_what_was_saved_since(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_TINH", 1);

	make_collective(f, "TT_LDTT");
	page_sql(f,
	    "insert into office.nomination_claim (nomination_id, unit_id, members, completed, advanced, disciplined, fighters) "
	    "select id, unit_id, 30, 30, 25, 0, 4 from office.nomination");
	type(f, "khai", "1", "members", "28", "29");
	page_expect_status(f, 200);
	page_get(f, at(f, "/can-cu"));
	page_expect_text(f, "value=\"29\"");
	page_expect_text(f, "Đang có:");
}

static void
test_declaration_after_filing_is_kept_and_said_so(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_TINH", 1);

	page_get(f, at(f, "/can-cu"));
	page_sql(f, "update office.nomination set state = 'submitted'");
	page_sql(f,
	    "update office.dossier set state = 'submitted', submitted_at = now() where id = %" PRId64,
	    dossier);
	page_submit(f, at(f, "/can-cu"), "viec", "sang-kien", "initiative_title",
	    "Gửi sau khi nộp", "initiative_kind", "initiative", "initiative_scope", "province",
	    "initiative_year", "2025", "recognised_by", "", "recognition_no", "", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "đơn vị không khai thêm được");
	page_expect_text(f, "Nội dung đó được giữ nguyên");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.initiative"), 0);
	assert_int_equal(audits(f, "draft.late"), 1);
	page_get(f, of_dossier(f, ""));
	page_expect_text(f, "Gửi sau khi nộp");
	/* Typed from a page that was still open: the same. */
	type(f, "xep-loai", "1", "rating_decision", "", "31/QĐ-UBND");
	page_expect_status(f, 409);
	page_expect_text(f, "\"outcome\":\"late\"");
}

static void
test_initiatives_are_declared_chosen_and_confirmed(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "CSTD_TINH", 2);
	char id[32];

	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu"), "viec", "sang-kien", "initiative_title",
	    "Một cửa lưu động", "initiative_kind", "initiative", "initiative_scope", "province",
	    "initiative_year", "2025", "recognised_by", "Chủ tịch UBND tỉnh", "recognition_no",
	    "", NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.initiative_use where nomination_id = %" PRId64,
		nomination),
	    1);
	snprintf(
	    id, sizeof(id), "%" PRId64, page_sql_i64(f, "select id from office.initiative"));
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Tự khai, chưa có văn bản công nhận");
	/* None chosen; then one that is not this person's. */
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu"), "viec", "chon", NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.initiative_use"), 0);
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu"), "viec", "chon", "chon", "987654", NULL);
	page_expect_status(f, 404);
	page_sign_in(f, "thamdinh");
	page_get(f, at(f, "/can-cu"));
	page_submit(
	    f, at(f, "/can-cu/tham-dinh"), "viec", "sang-kien", "id", id, "version", "7", NULL);
	page_expect_status(f, 409);
	page_get(f, at(f, "/can-cu"));
	page_submit(
	    f, at(f, "/can-cu/tham-dinh"), "viec", "sang-kien", "id", id, "version", "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(audits(f, "eligibility.confirm_initiative"), 1);
}

static void
test_figures_of_a_collective_decide_exactly_at_seventy_percent(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "LDTT", 1);

	make_collective(f, "TT_LDTT");
	declare_rating(f, "2026", "good", "5/QĐ-UBND");
	page_expect_status(f, 303);
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu"), "viec", "khai", "version", "0", "members", "10",
	    "completed", "10", "advanced", "7", "disciplined", "0", "fighters", "0", NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "7/10 người đạt danh hiệu tiên tiến, cần 70 %");
	page_expect_text(f, "Đạt các điều kiện");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu"), "viec", "khai", "version", "0", "members", "10",
	    "completed", "10", "advanced", "6", "disciplined", "0", "fighters", "0", NULL);
	page_expect_status(f, 409); /* somebody saved before */
	page_submit(f, at(f, "/can-cu"), "viec", "khai", "version", "1", "members", "10",
	    "completed", "10", "advanced", "11", "disciplined", "0", "fighters", "0", NULL);
	page_expect_status(f, 422);
	page_submit(f, at(f, "/can-cu"), "viec", "khai", "version", "1", "members", "1000",
	    "completed", "1000", "advanced", "699", "disciplined", "0", "fighters", "0", NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Chưa đạt điều kiện");
	assert_int_equal(audits(f, "eligibility.claim"), 2);
}

static void
test_other_units_declare_nothing(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.longxuyen", "CSTD_CS", 1);

	page_get(f, "/ho-so");
	page_submit(f, at(f, "/can-cu"), "viec", "xep-loai", "rating_year", "2026", "rating",
	    "good", "rating_decision", "", NULL);
	page_expect_status(f, 404);
	page_sign_in(f, NULL);
	page_post(f, at(f, "/can-cu"), "viec", "xep-loai", NULL);
	assert_true(f->status == 401 || f->status == 303);
	page_sign_in(f, "soanthao.rachgia");
	page_sql(f, "update office.dossier set state = 'submitted'");
	declare_rating(f, "2026", "good", "1");
	page_expect_status(f, 409);
	page_expect_text(f, "đề nghị cơ quan thẩm định trả lại");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.achievement_year"), 0);
}

static void
test_appraiser_judges_what_no_figure_can_decide(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh", "LDTT", 1);
	char condition[32];
	int64_t id = page_sql_i64(f,
	    "select c.id from office.eligibility_condition c join office.eligibility_rule r on r.id = c.rule_id "
	    "where r.code = 'LDTT_TIEU_CHUAN' and c.kind = 'judged' and c.alternative = ''");

	snprintf(condition, sizeof(condition), "%" PRId64, id);
	declare_rating(f, "2026", "good", "5/QĐ-UBND");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu/tham-dinh"), "viec", "ket-luan", "condition", condition,
	    "met", "dat", "reason", "", NULL);
	page_expect_status(f, 422);
	page_submit(f, at(f, "/can-cu/tham-dinh"), "viec", "ket-luan", "condition", condition,
	    "met", "dat", "reason", "Biên bản bình xét 05/BB", NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Biên bản bình xét 05/BB");
	page_expect_text(f, "Đạt các điều kiện");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu/tham-dinh"), "viec", "ket-luan", "condition", "999999",
	    "met", "dat", "reason", "x", NULL);
	page_expect_status(f, 404);
	assert_int_equal(audits(f, "eligibility.judge"), 1);
}

static void
test_ground_for_putting_on_hold_is_proposed_until_concluded(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh", "CSTD_CS", 1);

	declare_rating(f, "2026", "excellent", "5/QĐ-UBND");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu/tham-dinh"), "viec", "tam-dung", "hold_kind", "complaint",
	    "hold_no", "3/ĐN", "hold_from", "01/10/2026", NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Đề nghị tạm dừng xét");
	page_expect_text(f, "hệ thống không tự loại trường hợp này");
	assert_string_equal(
	    page_sql_text(
		f, "select state from office.nomination where id = %" PRId64, nomination),
	    "draft");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu/tham-dinh"), "viec", "het-tam-dung", "hold",
	    page_sql_text(f, "select id from office.hold_ground"), "hold_to", "02/10/2026",
	    "conclusion", "Không có vi phạm", NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Đạt các điều kiện");
	assert_int_equal(audits(f, "eligibility.hold") + audits(f, "eligibility.hold_end"), 2);
}

static void
test_running_discipline_stands_against_it(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh", "CSTD_CS", 1);

	declare_rating(f, "2026", "excellent", "5/QĐ-UBND");
	page_get(f, at(f, "/can-cu"));
	page_submit(f, at(f, "/can-cu/tham-dinh"), "viec", "ky-luat", "level", "warning",
	    "discipline_no", "8/QĐ", "discipline_from", "01/10/2026", "discipline_to",
	    "30/09/2026", NULL);
	page_expect_status(f, 422);
	page_submit(f, at(f, "/can-cu/tham-dinh"), "viec", "ky-luat", "level", "warning",
	    "discipline_no", "8/QĐ", "discipline_from", "01/10/2026", "discipline_to",
	    "30/09/2199", NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Chưa đạt điều kiện");
	page_expect_text(f, "Đang trong thời hạn kỷ luật đến hết ngày 30/09/2199");
}

/* --- filing and receipt -------------------------------------------------------------------------------- */

static void
test_unit_files_whom_the_rules_do_not_reach_only_knowingly(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", "CSTD_TINH", 1);

	honour(f, "LDTT", 2025, "30742");
	page_sql(f, "update office.evidence_requirement set required = false");
	page_get(f, of_dossier(f, "/nop"));
	page_expect_text(f, "1 trường hợp chưa đạt điều kiện");
	page_submit(f, of_dossier(f, "/nop"), "version", "1", "count", "1", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Đánh dấu ô này khi đã xem các trường hợp chưa đạt điều kiện");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.filing"), 0);
	page_submit(
	    f, of_dossier(f, "/nop"), "version", "1", "count", "1", "da_xem", "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.filing"), 1);
	assert_int_equal(audits(f, "eligibility.acknowledge"), 1);
}

static void
test_receipt_pins_the_rules_and_keeps_the_verdicts(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh", "CSTD_TINH", 2);

	honour(f, "LDTT", 2025, "30742");
	page_sql(f, "update office.nomination set state = 'submitted'");
	page_sql(f,
	    "update office.dossier set state = 'submitted', submitted_at = now(), received_on = null");
	page_get(f, arena_printf(f->arena, "/tham-dinh/%" PRId64, dossier));
	page_submit(
	    f, arena_printf(f->arena, "/tham-dinh/%" PRId64 "/tiep-nhan", dossier), NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select (select count(*) from office.dossier_rule) - (select count(*) from office.eligibility_rule "
		"where valid_from <= current_date and (valid_to is null or valid_to >= current_date))"),
	    0);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.eligibility_verdict"), 2);
	assert_string_equal(
	    page_sql_text(f,
		"select status from office.eligibility_verdict where nomination_id = %" PRId64,
		nomination),
	    "not_met");
	assert_int_equal(
	    page_sql_i64(f, "select length(sha256) from office.eligibility_verdict limit 1"),
	    64);
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "đã chốt cho hồ sơ");
	page_expect_text(f, "Kết quả lưu khi tiếp nhận thẩm định");
	/* A rule that ends today or comes tomorrow changes nothing for what was received. */
	page_sql(f,
	    "update office.eligibility_rule set valid_to = current_date - 1 where code = 'CSTD_TINH_TIEU_CHUAN'");
	page_get(f, at(f, "/dieu-kien"));
	page_expect_text(f, "Luật 06/2022 Đ22");
	page_sql(f,
	    "update office.eligibility_rule set valid_to = null where code = 'CSTD_TINH_TIEU_CHUAN'");
}

/* --- the rules themselves --------------------------------------------------------------------------------- */

static const char *
rule_at(struct page_fixture *f, const char *code)
{
	return page_sql_text(f,
	    "select '/tieu-chuan/' || id from office.eligibility_rule where code = '%s'", code);
}

static void
test_rules_show_their_basis_and_who_stands_for_them(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh", "CSTD_TINH", 1);

	page_get(f, "/tieu-chuan");
	page_expect_status(f, 200);
	page_expect_text(f, "Luật 06/2022 Đ22");
	page_expect_text(f, "Đã đối chiếu nguyên văn");
	page_get(f, "/tieu-chuan?loc=tat-ca");
	page_expect_text(f, "Chờ xác nhận");
	page_get(f, "/tieu-chuan?ngay=01%2F01%2F2020");
	page_expect_text(f, "Không có tiêu chuẩn nào có hiệu lực ngày này");
	page_get(f, "/tieu-chuan?ngay=x");
	page_expect_status(f, 400);
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, "/tieu-chuan");
	page_expect_status(f, 403);
	page_sign_in(f, NULL);
	page_get(f, "/tieu-chuan");
	page_expect_status(f, 303);
	page_grant(f, "thamdinh.phuong", "appraiser", "30742");
	page_sign_in(f, "thamdinh.phuong");
	page_get(f, "/tieu-chuan");
	page_expect_status(f, 200);
	page_get(f, rule_at(f, "TT_LDXS_TIEU_CHUAN"));
	page_expect_text(f, "Người thẩm định hoặc quản trị của tỉnh xác nhận.");
	page_submit(f, rule_at(f, "TT_LDXS_TIEU_CHUAN"), "version", "1", "viec", "xac-nhan",
	    "reason", "x", NULL);
	page_expect_status(f, 403);
}

static void
test_office_confirms_a_rule_with_a_reason(void **state)
{
	struct page_fixture *f = begin(state, "quantri", "CSTD_TINH", 1);
	char path[64];

	snprintf(path, sizeof(path), "%s", rule_at(f, "TT_LDXS_TIEU_CHUAN"));
	page_get(f, path);
	page_expect_status(f, 200);
	page_submit(f, path, "version", "1", "viec", "xac-nhan", "reason", "", NULL);
	page_expect_status(f, 422);
	page_submit(f, path, "version", "1", "viec", "xac-nhan", "reason",
	    "Đối chiếu Luật, Công báo 571", NULL);
	page_expect_status(f, 303);
	assert_int_equal(audits(f, "rule.confirm"), 1);
	page_get(f, path);
	page_expect_text(f, "Đối chiếu Luật, Công báo 571");
	page_submit(f, path, "version", "1", "viec", "rut", "reason", "x", NULL);
	page_expect_status(f, 409);
	page_get(f, path);
	page_submit(
	    f, path, "version", "2", "viec", "rut", "reason", "Văn bản hết hiệu lực", NULL);
	page_expect_status(f, 303);
	assert_int_equal(audits(f, "rule.withdraw"), 1);
	assert_string_equal(
	    page_sql_text(f,
		"select confirmed::text from office.eligibility_rule where code = 'TT_LDXS_TIEU_CHUAN'"),
	    "false");
	page_get(f, "/tieu-chuan/999999999");
	page_expect_status(f, 404);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_verdict_names_the_decision_of_each_year_and_the_law),
		PAGE_TEST(test_verdict_not_met_names_what_is_missing_and_the_earliest_year),
		PAGE_TEST(test_each_of_many_nominees_has_the_own_history),
		PAGE_TEST(test_verdict_of_somebody_unknown_is_unknown),
		PAGE_TEST(test_verdict_is_read_by_who_may_read_the_dossier),
		PAGE_TEST(test_prerequisites_were_a_box_ticked_by_hand),
		PAGE_TEST(test_rating_with_its_decision_counts_at_once),
		PAGE_TEST(test_year_declared_by_another_unit_is_the_appraisers_to_change),
		PAGE_TEST(test_declarations_refuse_nonsense_and_keep_what_was_typed),
		PAGE_TEST(test_typed_declaration_is_for_who_may_write_the_dossier),
		PAGE_TEST(test_typed_declaration_comes_back_until_it_is_declared_or_given_up),
		PAGE_TEST(test_typed_declaration_shows_what_was_saved_since),
		PAGE_TEST(test_declaration_after_filing_is_kept_and_said_so),
		PAGE_TEST(test_initiatives_are_declared_chosen_and_confirmed),
		PAGE_TEST(test_figures_of_a_collective_decide_exactly_at_seventy_percent),
		PAGE_TEST(test_other_units_declare_nothing),
		PAGE_TEST(test_appraiser_judges_what_no_figure_can_decide),
		PAGE_TEST(test_ground_for_putting_on_hold_is_proposed_until_concluded),
		PAGE_TEST(test_running_discipline_stands_against_it),
		PAGE_TEST(test_unit_files_whom_the_rules_do_not_reach_only_knowingly),
		PAGE_TEST(test_receipt_pins_the_rules_and_keeps_the_verdicts),
		PAGE_TEST(test_rules_show_their_basis_and_who_stands_for_them),
		PAGE_TEST(test_office_confirms_a_rule_with_a_reason),
	};

	return cmocka_run_group_tests(tests, page_group_setup, page_group_teardown);
}
