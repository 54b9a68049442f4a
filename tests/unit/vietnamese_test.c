/* Folding for search and sort keys of names. */
#include "support/unit.h"

#include "core/vietnamese.h"

static void
every_spelling_of_a_name_folds_alike(void **state)
{
	assert_string_equal(vn_fold(*state, "NGUYỄN  THỊ HOÀ"), "nguyen thi hoa");
	assert_string_equal(vn_fold(*state, "Nguyễn Thị Hòa"), "nguyen thi hoa");
	assert_string_equal(vn_fold(*state,
				"Nguye\xcc\x82\xcc\x83n Thi\xcc\xa3 Ho\xcc\x80"
				"a"),
	    "nguyen thi hoa");
}

static void
every_vietnamese_letter_folds_to_its_base(void **state)
{
	assert_string_equal(vn_fold(*state, "aàáảãạăằắẳẵặâầấẩẫậ"), "aaaaaaaaaaaaaaaaaa");
	assert_string_equal(vn_fold(*state, "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"), "aaaaaaaaaaaaaaaaaa");
	assert_string_equal(
	    vn_fold(*state, "eèéẻẽẹêềếểễệEÈÉẺẼẸÊỀẾỂỄỆ"), "eeeeeeeeeeeeeeeeeeeeeeee");
	assert_string_equal(vn_fold(*state, "iìíỉĩịIÌÍỈĨỊ"), "iiiiiiiiiiii");
	assert_string_equal(vn_fold(*state, "oòóỏõọôồốổỗộơờớởỡợ"), "oooooooooooooooooo");
	assert_string_equal(vn_fold(*state, "OÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"), "oooooooooooooooooo");
	assert_string_equal(
	    vn_fold(*state, "uùúủũụưừứửữựUÙÚỦŨỤƯỪỨỬỮỰ"), "uuuuuuuuuuuuuuuuuuuuuuuu");
	assert_string_equal(vn_fold(*state, "yỳýỷỹỵYỲÝỶỸỴđĐ"), "yyyyyyyyyyyydd");
}

static void
punctuation_and_spaces_become_one_space(void **state)
{
	assert_string_equal(
	    vn_fold(*state, " -- Số: 125/QĐ-UBND\t(2026). "), "so 125 qd ubnd 2026");
	assert_string_equal(
	    vn_fold(*state, "An\xc2\xa0Giang – Châu“Đốc”"), "an giang chau doc");
	assert_string_equal(vn_fold(*state, "...!"), "");
	assert_string_equal(vn_fold(*state, ""), "");
}

static void
letters_of_other_scripts_are_kept_in_lower_case(void **state)
{
	assert_string_equal(vn_fold(*state, "ΑΒΓ Привет"), "αβγ привет");
	assert_string_equal(vn_fold(*state, "越南 각"), "越南 각");
}

static void
folding_twice_changes_nothing(void **state)
{
	const char *once = vn_fold(*state, "Huân chương Lao động hạng Nhất, Ⱥ İ");

	assert_string_equal(vn_fold(*state, once), once);
}

static void
sort_key_begins_with_the_given_name(void **state)
{
	assert_string_equal(vn_name_sort_key(*state, "Nguyễn Thị Hòa"), "Hòa Nguyễn Thị");
	assert_string_equal(vn_name_sort_key(*state, "  Lê \t Văn   An "), "An Lê Văn");
	assert_string_equal(vn_name_sort_key(*state, "Tâm"), "Tâm");
	assert_string_equal(vn_name_sort_key(*state, ""), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(every_spelling_of_a_name_folds_alike),
		ARENA_TEST(every_vietnamese_letter_folds_to_its_base),
		ARENA_TEST(punctuation_and_spaces_become_one_space),
		ARENA_TEST(letters_of_other_scripts_are_kept_in_lower_case),
		ARENA_TEST(folding_twice_changes_nothing),
		ARENA_TEST(sort_key_begins_with_the_given_name),
	};

	return cmocka_run_group_tests_name("vietnamese", tests, NULL, NULL);
}
