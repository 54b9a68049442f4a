/* "Where is my dossier": who holds it, since when, which clock runs, what came back and why. */
#include <inttypes.h>
#include <string.h>

#include "support/page_fixture.h"
#include "support/world.h"

static struct {
	int64_t season, dossier;
} w;

static void
prepare(struct page_fixture *f, const char *dossier_state, int n, const char *state)
{
	world_clear(f->owner);
	w.season = world_season(f->owner, "Đợt khen thưởng năm 2026", -240, 240);
	w.dossier = world_dossier(f->owner, w.season, "30742", dossier_state, n, state);
}

static void
open_timeline(struct page_fixture *f, const char *rest)
{
	page_get(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/tien-trinh%s", w.dossier, rest));
}

static int
group_setup(void **state)
{
	int rc = page_group_setup(state);

	if (rc == 0)
		world_base(((struct page_fixture *)*state)->owner);
	return rc;
}

static void
test_anonymous_is_sent_to_sign_in(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 2, "draft");
	open_timeline(f, "");
	page_expect_status(f, 303);
}

static void
test_who_reads_no_dossiers_is_refused(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 2, "draft");
	page_sign_in(f, "baochi");
	open_timeline(f, "");
	page_expect_status(f, 403);
}

static void
test_another_commune_does_not_see_it(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "appraising", 2, "appraising");
	page_sign_in(f, "soanthao.longxuyen");
	open_timeline(f, "");
	page_expect_status(f, 404);
}

static void
test_a_draft_is_with_its_unit_and_the_closing_time_runs(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 3, "draft");
	page_sign_in(f, "soanthao.rachgia");
	open_timeline(f, "");
	page_expect_status(f, 200);
	page_expect_text(f, "Hạn nộp: còn ");
	page_expect_text(f, "Đang ở đây");
	page_expect_text(f, "Bản nháp: 3");
}

static void
test_a_draft_of_a_closed_round_says_that_it_is_over(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "draft", 3, "draft");
	world_sql(f->owner,
	    "update office.season set closes_at = now() - interval '30 days', opens_at = now() - interval '60 days' where id = %" PRId64,
	    w.season);
	page_sign_in(f, "soanthao.rachgia");
	open_timeline(f, "");
	page_expect_text(f, "Quá hạn");
	page_expect_text(f, "ngày làm việc (hết ngày");
}

static void
test_a_drafter_with_a_thousand_nominations_sees_a_summary_first(void **state)
{
	struct page_fixture *f = *state;
	const char *summary, *table;

	prepare(f, "appraising", 1000, "appraising");
	world_sql(f->owner,
	    "update office.nomination set state = 'returned', state_reason = 'Thiếu biên bản họp' where dossier_id = %" PRId64
	    " and ordinal <= 12",
	    w.dossier);
	page_sign_in(f, "soanthao.rachgia");
	open_timeline(f, "");
	page_expect_status(f, 200);
	page_expect_text(f, "Trả lại bổ sung: 12");
	page_expect_text(f, "Đang thẩm định: 988");
	page_expect_text(f, "Thời hạn thẩm định: ");
	page_expect_text(f, "Thiếu biên bản họp");
	page_expect_text(f, "Trang sau");
	summary = strstr(f->body, "Đang thẩm định: 988");
	table = strstr(f->body, "id=\"truong-hop\"");
	assert_true(summary != NULL && table != NULL && summary < table);
}

static void
test_nominations_are_filtered_by_state_and_paged(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "appraising", 130, "appraising");
	world_sql(f->owner,
	    "update office.nomination set state = 'returned', state_reason = 'Sai năm sinh' where dossier_id = %" PRId64
	    " and ordinal = 130",
	    w.dossier);
	page_sign_in(f, "soanthao.rachgia");
	open_timeline(f, "?trang-thai=returned");
	page_expect_status(f, 200);
	page_expect_text(f, ">130</td>");
	page_expect_no_text(f, ">1</td>");
	open_timeline(f, "?trang-thai=appraising&sau=100");
	page_expect_text(f, ">101</td>");
	page_expect_no_text(f, ">130</td>");
	page_expect_text(f, "Về trang đầu");
	open_timeline(f, "?trang-thai=khong-co");
	page_expect_status(f, 400);
	open_timeline(f, "?sau=abc");
	page_expect_status(f, 400);
}

static void
test_each_level_is_named_as_holder(void **state)
{
	struct page_fixture *f = *state;
	static const struct {
		const char *dossier, *nomination, *holder;
	} cases[] = {
		{ "submitted", "submitted", "Hồ sơ đang ở: Sở Nội vụ." },
		{ "completed", "eligible", "Hồ sơ đang ở: Sở Nội vụ." },
		{ "completed", "council", "Hồ sơ đang ở: Hội đồng Thi đua - Khen thưởng." },
		{ "completed", "approved", "Hồ sơ đang ở: Chủ tịch Ủy ban nhân dân tỉnh." },
		{ "completed", "decided", "Hồ sơ đang ở: Bộ phận công bố." },
		{ "completed", "published", "Mọi trường hợp đã có kết quả cuối cùng." },
		{ "completed", "rejected", "Mọi trường hợp đã có kết quả cuối cùng." },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		prepare(f, cases[i].dossier, 2, cases[i].nomination);
		page_sign_in(f, "soanthao.rachgia");
		open_timeline(f, "");
		page_expect_status(f, 200);
		page_expect_text(f, cases[i].holder);
	}
}

static void
test_script_in_a_reason_is_text(void **state)
{
	struct page_fixture *f = *state;

	prepare(f, "returned", 2, "returned");
	world_sql(f->owner,
	    "update office.nomination set state_reason = '<script>alert(1)</script>', name = '{{name}} %%1 <b>' where dossier_id = %" PRId64,
	    w.dossier);
	page_sign_in(f, "lanhdao.rachgia");
	open_timeline(f, "");
	page_expect_no_text(f, "<script>alert");
	page_expect_text(f, "&lt;script&gt;alert(1)");
	page_expect_text(f, "{{name}} %1 &lt;b&gt;");
}

static void
test_the_dossier_and_the_list_lead_to_it(void **state)
{
	struct page_fixture *f = *state;
	const char *link;

	prepare(f, "appraising", 2, "appraising");
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, arena_printf(f->arena, "/ho-so/%" PRId64, w.dossier));
	link = arena_printf(f->arena, "href=\"/ho-so/%" PRId64 "/tien-trinh\"", w.dossier);
	page_expect_text(f, link);
	page_get(f, "/ho-so");
	page_expect_text(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/tien-trinh", w.dossier));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_anonymous_is_sent_to_sign_in),
		PAGE_TEST(test_who_reads_no_dossiers_is_refused),
		PAGE_TEST(test_another_commune_does_not_see_it),
		PAGE_TEST(test_a_draft_is_with_its_unit_and_the_closing_time_runs),
		PAGE_TEST(test_a_draft_of_a_closed_round_says_that_it_is_over),
		PAGE_TEST(test_a_drafter_with_a_thousand_nominations_sees_a_summary_first),
		PAGE_TEST(test_nominations_are_filtered_by_state_and_paged),
		PAGE_TEST(test_each_level_is_named_as_holder),
		PAGE_TEST(test_script_in_a_reason_is_text),
		PAGE_TEST(test_the_dossier_and_the_list_lead_to_it),
	};

	return cmocka_run_group_tests(tests, group_setup, page_group_teardown);
}
