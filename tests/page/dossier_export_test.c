/* Workbooks of a dossier: who may have them, and that nothing of their making stays behind. */
#include "support/page_fixture.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/world.h"

static int64_t dossier;

static struct page_fixture *
begin(void **state, const char *username, int n)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	world_clear(f->owner);
	dossier = world_dossier(
	    f->owner, world_season(f->owner, "Đợt", -24, 24), "30742", "draft", n, "draft");
	f->app.scratch = NULL;
	page_sign_in(f, username);
	return f;
}

static void
get(struct page_fixture *f, const char *name)
{
	page_get(f, arena_printf(f->arena, "/ho-so/%" PRId64 "/%s", dossier, name));
}

static void
test_list_and_blank_are_workbooks_to_be_saved(void **state)
{
	static const char *const names[] = { "bang-tinh.xlsx", "bang-tinh-mau.xlsx" };
	struct page_fixture *f = begin(state, "soanthao.rachgia", 12);

	for (size_t i = 0; i < 2; i++) {
		get(f, names[i]);
		page_expect_status(f, 200);
		assert_string_equal(f->res.content_type,
		    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		page_expect_header(f, "x-content-type-options", "nosniff");
		page_expect_header(f, "content-security-policy", "default-src 'none'; sandbox");
		page_expect_header(f, "cache-control", "no-store");
		assert_true(f->res.body.len > 4000);
		assert_memory_equal(f->res.body.p, "PK\3\4", 4);
	}
	assert_non_null(
	    strstr(web_res_header(&f->res, "content-disposition"), "mau-danh-sach-de-nghi"));
}

static void
test_list_grows_with_the_dossier_and_an_empty_one_is_a_list_too(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", 0);
	size_t empty;

	get(f, "bang-tinh.xlsx");
	page_expect_status(f, 200);
	empty = f->res.body.len;
	f = begin(state, "soanthao.rachgia", 300);
	get(f, "bang-tinh.xlsx");
	page_expect_status(f, 200);
	assert_true(f->res.body.len > empty + 5000);
}

static void
test_list_is_for_readers_of_the_dossier(void **state)
{
	struct page_fixture *f = begin(state, NULL, 2);

	get(f, "bang-tinh.xlsx");
	page_expect_status(f, 303);
	page_sign_in(f, "soanthao.longxuyen");
	get(f, "bang-tinh.xlsx");
	page_expect_status(f, 404);
	get(f, "bang-tinh-mau.xlsx");
	page_expect_status(f, 404);
	page_sign_in(f, "baochi");
	get(f, "bang-tinh.xlsx");
	page_expect_status(f, 403);
	page_sign_in(f, "lanhdao.rachgia");
	get(f, "bang-tinh.xlsx");
	page_expect_status(f, 200);
	page_sign_in(f, "kiemtra");
	get(f, "bang-tinh.xlsx");
	page_expect_status(f, 200);
}

/* Names in a directory, "." and ".." apart. */
static int
files_in(const char *path)
{
	DIR *d = opendir(path);
	int n = 0;

	assert_non_null(d);
	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n - 2;
}

static void
test_nothing_of_its_making_stays_on_the_disk(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", 20);
	char path[] = "/tmp/vd-export-XXXXXX";

	assert_non_null(mkdtemp(path));
	f->app.scratch = path;
	get(f, "bang-tinh.xlsx");
	page_expect_status(f, 200);
	assert_int_equal(files_in(path), 0);
	assert_int_equal(rmdir(path), 0);
	/* Where nothing can be written, the page says so and not half a workbook. */
	get(f, "bang-tinh.xlsx");
	page_expect_status(f, 500);
	assert_memory_not_equal(f->res.body.p, "PK", 2);
	f->app.scratch = NULL;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_list_and_blank_are_workbooks_to_be_saved),
		PAGE_TEST(test_list_grows_with_the_dossier_and_an_empty_one_is_a_list_too),
		PAGE_TEST(test_list_is_for_readers_of_the_dossier),
		PAGE_TEST(test_nothing_of_its_making_stays_on_the_disk),
	};

	return cmocka_run_group_tests_name(
	    "dossier_export", tests, page_group_setup, page_group_teardown);
}
