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

static void
one_name(void **state, const char *a, const char *b)
{
	assert_string_equal(vn_key(*state, a), vn_key(*state, b));
}

static void
two_names(void **state, const char *a, const char *b)
{
	assert_string_not_equal(vn_key(*state, a), vn_key(*state, b));
}

static void
key_does_not_care_how_a_name_is_typed(void **state)
{
	one_name(state, "Nguyễn Thị Hòa", "NGUYỄN  THỊ HOÀ ");
	one_name(state, "Nguyễn Thị Hòa", "Nguyễn\xc2\xa0Thị Hoà");
	one_name(state, "Nguyễn Thị Hòa",
	    "Nguye\xcc\x82\xcc\x83n Thi\xcc\xa3 Ho\xcc\x80"
	    "a");
	/* Marks in either order, and a soft hyphen. */
	one_name(state, "Lệ", "Le\xcc\xa3\xcc\x82");
	one_name(state, "Lệ", "Le\xcc\x82\xcc\xa3");
	one_name(state, "Văn An", "Văn A\xc2\xadn");
	one_name(state, "Đặng Đức", "ĐẶNG ĐỨC");
	/* Eth is what old keyboards made of D with stroke. */
	one_name(state, "Đặng",
	    "\xc3\x90"
	    "ặng");
}

static void
key_does_not_care_where_the_tone_stands(void **state)
{
	one_name(state, "hoà", "hòa");
	one_name(state, "Thúy", "Thuý");
	one_name(state, "Khỏe", "Khoẻ");
	one_name(state, "Thùy Hoạ", "Thuỳ Họa");
}

static void
key_takes_y_for_i_only_where_both_are_written(void **state)
{
	one_name(state, "Quý", "Quí");
	one_name(state, "Lý Mỹ Kỳ", "Lí Mĩ Kì");
	one_name(state, "Sỹ", "Sĩ");
	one_name(state, "Thy", "Thi");
	two_names(state, "Thúy", "Thúi");
	two_names(state, "Huy", "Hui");
	two_names(state, "Hay", "Hai");
	two_names(state, "Tây", "Tâi");
	two_names(state, "Y", "I");
}

static void
key_keeps_letters_and_tones_apart(void **state)
{
	two_names(state, "Hoa", "Hòa");
	two_names(state, "Hòa", "Hóa");
	two_names(state, "Dung", "Dũng");
	two_names(state, "Duc", "Đức");
	two_names(state, "Dao", "Đao");
	two_names(state, "Lan", "Lân");
	two_names(state, "Thơ", "Thô");
	two_names(state, "Vân", "Văn");
	two_names(state, "Hòa An", "Hoa Àn");
}

static void
key_of_names_of_all_peoples(void **state)
{
	one_name(state, "DANH SÓC KHA", "Danh Sóc Kha");
	one_name(state, "Chau Sóc Khonl", "CHAU  SÓC KHONL");
	one_name(state, "Thạch Sa Rây", "THẠCH SA-RÂY");
	one_name(state, "Néang Sa Von", "NÉANG SA VON");
	one_name(state, "K'Brông",
	    "K\xe2\x80\x99"
	    "BRÔNG");
	two_names(state, "Danh Sóc", "Danh Soc");
	two_names(state, "Chau Sóc", "Châu Sóc");
}

static void
key_of_nothing_is_empty_and_of_a_key_itself(void **state)
{
	assert_string_equal(vn_key(*state, ""), "");
	assert_string_equal(vn_key(*state, " .-\xcc\x81 "), "");
	one_name(state, vn_key(*state, "Nguyễn Thị Thuý Quỳnh"), "Nguyễn Thị Thúy Quỳnh");
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
		ARENA_TEST(key_does_not_care_how_a_name_is_typed),
		ARENA_TEST(key_does_not_care_where_the_tone_stands),
		ARENA_TEST(key_takes_y_for_i_only_where_both_are_written),
		ARENA_TEST(key_keeps_letters_and_tones_apart),
		ARENA_TEST(key_of_names_of_all_peoples),
		ARENA_TEST(key_of_nothing_is_empty_and_of_a_key_itself),
	};

	return cmocka_run_group_tests_name("vietnamese", tests, NULL, NULL);
}
