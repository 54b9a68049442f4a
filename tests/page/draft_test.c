/* Drafts: autosave with its journal, merging, conflicts, the closing time, sessions, counts, what was deleted. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "support/world.h"

#define CLIENT "trang-thu-nhat"
#define OTHER  "trang-thu-hai"

static int64_t season, dossier, nomination;

static struct page_fixture *
begin(void **state, const char *username)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	world_clear(f->owner);
	season = world_season(f->owner, "Khen thưởng công trạng", -24, 24);
	dossier = world_dossier(f->owner, season, "30742", "draft", 3, "draft");
	nomination = world_nomination(f->owner, dossier, 1);
	page_sign_in(f, username);
	return f;
}

static const char *
at(struct page_fixture *f, const char *rest)
{
	return arena_printf(f->arena, "/ho-so/%" PRId64 "%s", dossier, rest);
}

static const char *
form_at(struct page_fixture *f)
{
	return arena_printf(
	    f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/sua", dossier, nomination);
}

/* Outlives the next requests, sixteen of them. */
static const char *
row(struct page_fixture *f, const char *column)
{
	static char kept[16][8192];
	static unsigned next;
	char *out = kept[next++ % 16];

	snprintf(out, sizeof(kept[0]), "%s",
	    page_sql_text(
		f, "select %s from office.nomination where id = %" PRId64, column, nomination));
	return out;
}

static int64_t
entries(struct page_fixture *f, const char *outcome)
{
	return page_sql_i64(
	    f, "select count(*) from office.draft_entry where outcome = '%s'", outcome);
}

/* One change of one field of the nomination, as a page named client sends it. */
static void
type(struct page_fixture *f, const char *client, const char *seq, const char *field,
    const char *base, const char *value)
{
	char name[4][40];

	snprintf(name[0], sizeof(name[0]), "value.%s", field);
	snprintf(name[1], sizeof(name[1]), "base.%s", field);
	snprintf(name[2], sizeof(name[2]), "seq.%s", field);
	snprintf(name[3], sizeof(name[3]), "at.%s", field);
	page_get(f, "/tai-khoan");
	page_post(f, at(f, "/nhap-lieu"), "csrf", f->csrf, "client", client, "object",
	    arena_printf(f->arena, "%" PRId64, nomination), name[0], value, name[1], base,
	    name[2], seq, name[3], "1795412527000", NULL);
}

/* --- the route -------------------------------------------------------------------------------- */

static void
test_autosave_is_for_who_may_write_the_dossier(void **state)
{
	struct page_fixture *f = begin(state, NULL);

	page_post(f, at(f, "/nhap-lieu"), "client", CLIENT, "object", "dossier", NULL);
	page_expect_status(f, 401);
	page_sign_in(f, "thamdinh");
	type(f, CLIENT, "1", "position", "", "x");
	page_expect_status(f, 403);
	page_sign_in(f, "soanthao.longxuyen");
	type(f, CLIENT, "1", "position", "", "x");
	page_expect_status(f, 404);
	page_sign_in(f, "soanthao.rachgia");
	page_post(f, at(f, "/nhap-lieu"), "client", CLIENT, "object", "dossier", "value.title",
	    "x", "seq.title", "1", NULL);
	page_expect_status(f, 403);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.draft_entry"), 0);
}

static void
test_autosave_refuses_what_is_no_change(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const char *id = arena_printf(f->arena, "%" PRId64, nomination);
	char number[32];

	snprintf(number, sizeof(number), "%s", id);
	type(f, "x", "1", "position", "", "x");
	page_expect_status(f, 400);
	type(f, CLIENT, "0", "position", "", "x");
	page_expect_status(f, 400);
	type(f, CLIENT, "1", "state", "draft", "approved");
	page_expect_status(f, 400);
	type(f, CLIENT, "1", "id_number", "", "089012345678");
	page_expect_status(f, 400);
	page_get(f, "/tai-khoan");
	page_post(
	    f, at(f, "/nhap-lieu"), "csrf", f->csrf, "client", CLIENT, "object", number, NULL);
	page_expect_status(f, 400);
	page_post(f, at(f, "/nhap-lieu"), "csrf", f->csrf, "client", CLIENT, "object", number,
	    "state", "x", "value.position", "x", "base.position", "", "seq.position", "1",
	    NULL);
	page_expect_status(f, 400);
	page_post(f, at(f, "/nhap-lieu"), "csrf", f->csrf, "client", CLIENT, "object",
	    "999999999", "value.position", "x", "base.position", "", "seq.position", "1", NULL);
	page_expect_status(f, 404);
	page_post(f, at(f, "/nhap-lieu"), "csrf", f->csrf, "client", CLIENT, "object",
	    "new:khac:0123456789abcdef", "value.name", "x", "base.name", "", "seq.name", "1",
	    NULL);
	page_expect_status(f, 400);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.draft_entry"), 0);
}

static void
test_an_identity_number_typed_into_a_text_is_kept_nowhere(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const char *id = arena_printf(f->arena, "%" PRId64, nomination);
	char form[80];

	snprintf(form, sizeof(form), "/de-nghi/%s/sua", id);
	type(f, CLIENT, "1", "achievement", row(f, "achievement"), "CCCD 091 185 001 234");
	page_expect_status(f, 200);
	page_expect_text(f, "\"outcome\":\"kept\"");
	page_expect_text(f, "Không ghi số định danh ở ô này");
	page_expect_nowhere(f, "91185001234");
	assert_string_equal(
	    page_sql_text(f, "select value from office.draft_open"), "CCCD •••• •••• 1234");
	/* Nor sent as a form, before the closing time or after. */
	page_get(f, at(f, form));
	page_submit(f, at(f, form), "version", row(f, "version"), "name",
	    "Trần Văn An 091185001234", "gender", "male", "born", "1980", "position", "",
	    "workplace", "091185001234", "award_type_id", row(f, "award_type_id"), "field",
	    "study", "achievement", "", NULL);
	page_expect_status(f, 422);
	page_expect_text(f, "Không ghi số định danh ở ô này");
	page_expect_nowhere(f, "91185001234");
	type(f, CLIENT, "2", "position", row(f, "position"), "Giáo viên, 091185001234");
	page_expect_nowhere(f, "91185001234");
	page_sql(f, "update office.season set closes_at = now() - interval '1 minute'");
	type(f, CLIENT, "3", "workplace", row(f, "workplace"), "Ấp 3, 091185001234");
	page_expect_status(f, 409);
	page_expect_nowhere(f, "91185001234");
}

static void
test_autosave_needs_no_once_value_and_its_record_is_the_journal(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t before = page_sql_i64(f, "select count(*) from office.form_once");

	type(f, CLIENT, "1", "achievement", row(f, "achievement"), "Vận động 120 hộ hiến đất");
	page_expect_status(f, 200);
	page_expect_text(f, "\"outcome\":\"applied\"");
	assert_string_equal(f->res.content_type, "application/json");
	page_expect_header(f, "cache-control", "no-store");
	assert_string_equal(row(f, "achievement"), "Vận động 120 hộ hiến đất");
	assert_string_equal(
	    page_sql_text(
		f, "select value || '|' || outcome || '|' || client from office.draft_entry"),
	    "Vận động 120 hộ hiến đất|applied|" CLIENT);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.form_once"), before);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.audit_log"), 0);
}

/* The rest stays in the browser, which comes again; nobody else is kept waiting. */
static void
test_journal_takes_no_flood(void **state)
{
	enum { LONG = 2000000 };
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char *text = malloc(LONG + 1);
	int64_t sent = 0;

	memset(text, 'a', LONG);
	text[LONG] = '\0';
	for (f->status = 0; f->status != 429 && sent < INT64_C(80000000); sent += LONG)
		type(f, CLIENT, "1", "achievement", "", text); /* too long: refused, but sent */
	page_expect_status(f, 429);
	assert_true(sent > INT64_C(60000000));
	assert_int_equal(page_sql_i64(f, "select count(*) from office.draft_entry"), 0);
	page_get(f, at(f, ""));
	page_expect_status(f, 200);
	page_sign_in(f, "lanhdao.rachgia");
	type(f, CLIENT, "1", "position", row(f, "position"), "Trưởng ấp");
	page_expect_status(f, 200);
	free(text);
}

static void
test_change_sent_again_after_a_lost_answer_is_already_saved(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const char *base = row(f, "position");
	char was[200];

	snprintf(was, sizeof(was), "%s", base);
	type(f, CLIENT, "7", "position", was, "Trưởng ấp");
	page_expect_status(f, 200);
	/* Meanwhile somebody else goes on from it; the repeat must not bring the old text back. */
	page_sql(f,
	    "update office.nomination set position = 'Phó Chủ tịch', version = version + 1 where id = %" PRId64,
	    nomination);
	type(f, CLIENT, "7", "position", was, "Trưởng ấp");
	page_expect_status(f, 200);
	page_expect_text(f, "\"outcome\":\"applied\"");
	assert_string_equal(row(f, "position"), "Phó Chủ tịch");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.draft_entry"), 1);
}

/* --- what becomes of a change ------------------------------------------------------------------------- */

static void
test_different_fields_of_two_people_merge(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char position[200], name[200];

	snprintf(position, sizeof(position), "%s", row(f, "position"));
	snprintf(name, sizeof(name), "%s", row(f, "name"));
	type(f, CLIENT, "1", "position", position, "Trưởng ấp");
	page_expect_status(f, 200);
	page_sign_in(f, "lanhdao.rachgia");
	type(f, OTHER, "1", "name", name, "TRẦN VĂN ĐỔI");
	page_expect_status(f, 200);
	assert_string_equal(row(f, "position"), "Trưởng ấp");
	assert_string_equal(row(f, "name"), "TRẦN VĂN ĐỔI");
	assert_string_equal(row(f, "name_folded"), "tran van doi");
	assert_string_equal(row(f, "version"), "3");
}

/* hotcrp#353, #320: the later save of two tabs overwrote the earlier. */
static void
test_same_field_of_two_tabs_is_a_conflict_with_both_versions(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char base[4001];

	snprintf(base, sizeof(base), "%s", row(f, "achievement"));
	type(f, CLIENT, "1", "achievement", base, "Bản của thẻ một");
	page_expect_status(f, 200);
	type(f, OTHER, "1", "achievement", base, "Bản của thẻ hai");
	page_expect_status(f, 409);
	page_expect_text(f, "\"outcome\":\"conflict\"");
	page_expect_text(f, "\"present\":\"Bản của thẻ một\"");
	page_expect_text(f, "\"who\":");
	assert_string_equal(row(f, "achievement"), "Bản của thẻ một");
	assert_string_equal(
	    page_sql_text(f, "select value || '|' || outcome from office.draft_open"),
	    "Bản của thẻ hai|conflict");
	/* Chosen: now it starts from the other's version. */
	type(f, OTHER, "2", "achievement", "Bản của thẻ một", "Bản của thẻ hai");
	page_expect_status(f, 200);
	assert_string_equal(row(f, "achievement"), "Bản của thẻ hai");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.draft_open"), 0);
}

static void
test_page_whose_answer_got_lost_is_not_in_conflict_with_itself(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char base[4001];

	snprintf(base, sizeof(base), "%s", row(f, "achievement"));
	type(f, CLIENT, "1", "achievement", base, "Một");
	type(f, CLIENT, "2", "achievement", base, "Một hai");
	page_expect_status(f, 200);
	assert_string_equal(row(f, "achievement"), "Một hai");
}

static void
test_value_that_is_not_valid_yet_is_kept_and_comes_back(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char born[40], was[40];

	page_get(f, form_at(f));
	page_expect_status(f, 200);
	snprintf(was, sizeof(was), "%s", row(f, "born_on"));
	snprintf(born, sizeof(born), "%s", row(f, "to_char(born_on, 'DD/MM/YYYY')"));
	type(f, CLIENT, "1", "born", born, "31/02/1985");
	page_expect_status(f, 200);
	page_expect_text(f, "\"outcome\":\"kept\"");
	page_expect_text(f, "Ngày sinh 31/02/1985 không tồn tại");
	assert_string_equal(row(f, "born_on"), was);
	page_get(f, form_at(f));
	page_expect_text(f, "value=\"31/02/1985\"");
	page_expect_text(f, "Nội dung bạn gõ dở đã được đưa lại vào biểu mẫu");
	page_get(f, at(f, ""));
	page_expect_text(f, "Đang soạn dở");
	/* Given up: the form shows the record again, the journal keeps the line. */
	page_get(f, form_at(f));
	page_submit(f, at(f, "/nhap-lieu/bo"), "object",
	    arena_printf(f->arena, "%" PRId64, nomination), "ve", "sua", NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_no_text(f, "31/02/1985");
	assert_int_equal(entries(f, "dropped"), 1);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'draft.drop'"),
	    1);
}

static void
test_text_beyond_the_limit_is_kept_whole(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char base[4001];
	char *text = arena_alloc(f->arena, 12001), *far;

	snprintf(base, sizeof(base), "%s", row(f, "achievement"));
	memset(text, 'a', 12000);
	text = strdup(text);
	type(f, CLIENT, "1", "achievement", base, text);
	page_expect_status(f, 200);
	page_expect_text(f, "\"outcome\":\"kept\"");
	assert_int_equal(page_sql_i64(f, "select length(value) from office.draft_open"), 12000);
	assert_string_equal(row(f, "achievement"), base);
	far = malloc(30001);
	assert_non_null(far);
	memset(far, 'a', 30000);
	far[30000] = '\0';
	type(f, CLIENT, "2", "achievement", base, far);
	page_expect_status(f, 413);
	free(far);
	free(text);
}

static void
test_broken_bytes_and_hidden_characters_are_kept_not_applied(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char was[4001];

	snprintf(was, sizeof(was), "%s", row(f, "achievement"));
	type(f, CLIENT, "1", "achievement", was, "a\x01z");
	page_expect_status(f, 200);
	page_expect_text(f, "\"outcome\":\"kept\"");
	type(f, CLIENT, "2", "achievement", was, "a\xff\xfez");
	page_expect_status(f, 200);
	type(f, CLIENT, "3", "achievement", was, "<script>alert(1)</script>");
	page_expect_status(f, 200);
	page_get(f, form_at(f));
	page_expect_no_text(f, "<script>alert");
}

/* qae#3003: the count of the browser and of the server differed on pasted no-break spaces. */
static void
test_count_is_of_cleaned_code_points(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char base[4001], *text = calloc(1, 40000), *p;

	assert_non_null(text);
	snprintf(base, sizeof(base), "%s", row(f, "achievement"));
	/* 1999 times "o + combining horn, no-break space", trailing no-break spaces, line ends of two bytes. */
	p = text;
	for (int i = 0; i < 1999; i++)
		p += snprintf(p, 8, "o\xcc\x9b\xc2\xa0");
	p += snprintf(p, 16, "x\r\nx\xc2\xa0\xc2\xa0");
	type(f, CLIENT, "1", "achievement", base, text);
	page_expect_text(f, "Nội dung dài 4.001 ký tự, tối đa 4.000");
	snprintf(p - 6, 16, "\xc2\xa0\xc2\xa0");
	type(f, CLIENT, "2", "achievement", base, text);
	page_expect_text(f, "\"outcome\":\"applied\"");
	assert_int_equal(
	    page_sql_i64(f,
		"select char_length(achievement) from office.nomination where id = %" PRId64,
		nomination),
	    3999);
	free(text);
}

/* --- the closing time and filing ------------------------------------------------------------------------- */

/* qae: 200 with an error body, and the page cleared its mark. */
static void
test_autosave_after_the_closing_time_is_409_and_kept_as_not_part_of_the_filing(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char was[4001];

	snprintf(was, sizeof(was), "%s", row(f, "achievement"));
	page_sql(f, "update office.season set closes_at = now() - interval '1 microsecond'");
	type(f, CLIENT, "1", "achievement", was, "Gõ sau hạn");
	page_expect_status(f, 409);
	page_expect_text(f, "\"outcome\":\"late\"");
	page_expect_text(f, "\"closed\":\"Đã hết hạn nộp hồ sơ\"");
	type(f, CLIENT, "1", "achievement", was, "Gõ sau hạn");
	page_expect_status(f, 409);
	assert_string_equal(row(f, "achievement"), was);
	assert_int_equal(entries(f, "late"), 1);
	page_get(f, at(f, ""));
	page_expect_text(f, "Không thuộc phần đã nộp");
	page_expect_text(f, "Gõ sau hạn");
	page_expect_text(f, "data-copy=\"#nhap-0\"");
	/* Extended: it comes back into the form. */
	page_sql(f, "update office.season set closes_at = now() + interval '1 hour'");
	page_get(f, form_at(f));
	page_expect_text(f, "Gõ sau hạn");
}

static void
test_form_saved_after_the_closing_time_is_409_and_its_text_is_kept(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char was[4001], award[40];

	snprintf(was, sizeof(was), "%s", row(f, "achievement"));
	snprintf(award, sizeof(award), "%s", row(f, "award_type_id"));
	page_get(f, form_at(f));
	page_sql(f, "update office.season set closes_at = now() - interval '1 second'");
	page_submit(f, form_at(f), "version", "1", "name", "Tên mới", "gender", "", "born", "",
	    "position", "", "workplace", "", "award_type_id", award, "field", "other",
	    "achievement", "Lưu sau hạn", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "không thuộc phần đã nộp");
	page_expect_text(f, "Lưu sau hạn");
	assert_string_equal(row(f, "achievement"), was);
	assert_string_equal(
	    page_sql_text(f, "select value from office.draft_open where field = 'achievement'"),
	    "Lưu sau hạn");
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'draft.late'"),
	    1);
}

static void
test_autosave_into_a_filed_dossier_changes_neither_row_nor_copy(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia");
	char was[4001];

	type(f, CLIENT, "1", "achievement", row(f, "achievement"), "Gõ ngay trước khi nộp");
	page_expect_status(f, 200);
	page_get(f, at(f, "/nop"));
	page_submit(f, at(f, "/nop"), "version", "1", "count", "3", NULL);
	page_expect_status(f, 303);
	/* qae: the copy was older than the last edit. */
	assert_string_equal(
	    page_sql_text(f,
		"select content::jsonb #>> '{nominations,0,achievement}' from office.filing"),
	    "Gõ ngay trước khi nộp");
	snprintf(was, sizeof(was), "%s", row(f, "achievement"));
	type(f, CLIENT, "2", "achievement", was, "Gõ sau khi nộp");
	page_expect_status(f, 409);
	page_expect_text(f, "Hồ sơ đã được nộp");
	assert_string_equal(row(f, "achievement"), was);
	page_get(f, at(f, ""));
	page_expect_text(f, "Gõ sau khi nộp");
}

static void
test_filing_page_names_what_would_not_be_filed(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char born[40];

	snprintf(born, sizeof(born), "%s", row(f, "to_char(born_on, 'DD/MM/YYYY')"));
	type(f, CLIENT, "1", "born", born, "chưa rõ ngày");
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "Có nội dung gõ dở sẽ không được nộp");
	page_expect_text(f, row(f, "name"));
	page_expect_text(f, "Ngày sinh");
	/* Whose text it is, is said; what it says, is not: it is unfinished. */
	page_expect_no_text(f, "chưa rõ ngày");
}

/* --- forms ---------------------------------------------------------------------------------------------- */

static const char *
base_of(struct page_fixture *f, const char *name, const char *achievement)
{
	return arena_printf(f->arena,
	    "{\"name\":\"%s\",\"gender\":\"\",\"born\":\"\",\"position\":\"\",\"workplace\":\"\",\"award_type_id\":\"%s\",\"field\":\"other\",\"achievement\":\"%s\"}",
	    name, row(f, "award_type_id"), achievement);
}

static void
test_form_merges_field_by_field_with_what_was_saved_meanwhile(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	page_sql(f,
	    "update office.nomination set name = 'Tên cũ', name_folded = 'ten cu', gender = null, born_on = null, born_year = null, "
	    "position = '', workplace = '', field = 'other', achievement = 'Cũ' where id = %" PRId64,
	    nomination);
	page_get(f, form_at(f));
	page_sql(f,
	    "update office.nomination set achievement = 'Của người khác', version = version + 1 where id = %" PRId64,
	    nomination);
	page_submit(f, form_at(f), "version", "1", "draft",
	    arena_printf(f->arena, "%" PRId64, nomination), "draft_client", "", "draft_base",
	    base_of(f, "Tên cũ", "Cũ"), "name", "Tên mới", "gender", "", "born", "", "position",
	    "", "workplace", "", "award_type_id", row(f, "award_type_id"), "field", "other",
	    "achievement", "Cũ", NULL);
	page_expect_status(f, 303);
	assert_string_equal(row(f, "name"), "Tên mới");
	assert_string_equal(row(f, "achievement"), "Của người khác");
}

static void
test_form_asks_when_both_changed_the_same_field(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	page_sql(f,
	    "update office.nomination set name = 'Tên cũ', name_folded = 'ten cu', gender = null, born_on = null, born_year = null, "
	    "position = '', workplace = '', field = 'other', achievement = 'Cũ' where id = %" PRId64,
	    nomination);
	page_get(f, form_at(f));
	page_sql(f,
	    "update office.nomination set achievement = 'Của người khác', version = version + 1 where id = %" PRId64,
	    nomination);
	page_submit(f, form_at(f), "version", "1", "draft",
	    arena_printf(f->arena, "%" PRId64, nomination), "draft_client", "", "draft_base",
	    base_of(f, "Tên cũ", "Cũ"), "name", "Tên cũ", "gender", "", "born", "", "position",
	    "", "workplace", "", "award_type_id", row(f, "award_type_id"), "field", "other",
	    "achievement", "Của tôi", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Người khác vừa lưu trường hợp này");
	page_expect_text(f, "Của người khác");
	page_expect_text(f, "Của tôi");
	assert_string_equal(row(f, "achievement"), "Của người khác");
}

static void
test_new_case_is_listed_while_unfinished_and_gone_once_saved(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	const char *object = "new:tap-the:0123456789abcdefghij";

	page_get(f, "/tai-khoan");
	page_post(f, at(f, "/nhap-lieu"), "csrf", f->csrf, "client", CLIENT, "object", object,
	    "value.name", "Tổ tự quản số 3", "base.name", "", "seq.name", "1", NULL);
	page_expect_status(f, 200);
	page_expect_text(f, "\"outcome\":\"kept\"");
	page_get(f, at(f, ""));
	page_expect_text(f, "Tổ tự quản số 3");
	page_expect_text(f, "/de-nghi/moi?loai=tap-the&amp;nhap=0123456789abcdefghij");
	page_get(f, at(f, "/de-nghi/moi?loai=tap-the&nhap=0123456789abcdefghij"));
	page_expect_text(f, "value=\"Tổ tự quản số 3\"");
	page_submit(f, at(f, "/de-nghi/moi?loai=tap-the"), "draft", object, "draft_client",
	    CLIENT, "draft_base", "{}", "name", "Tổ tự quản số 3", "workplace", "",
	    "award_type_id",
	    arena_printf(f->arena, "%" PRId64,
		page_sql_i64(f,
		    "select min(id) from office.award_type where recipient = 'collective' and valid_to is null")),
	    "field", "other", "achievement", "", NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.draft_open"), 0);
	page_get(f, at(f, ""));
	page_expect_no_text(f, "Đang soạn dở");
}

/* pretalx: a required dropdown refused to submit with no visible reason. */
static void
test_required_dropdown_says_why_beside_it_and_in_the_summary(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	page_get(f, at(f, "/de-nghi/moi"));
	page_expect_text(f, "novalidate");
	page_submit(f, at(f, "/de-nghi/moi"), "name", "Trần Văn Thiếu", "gender", "", "born",
	    "", "position", "", "workplace", "", "award_type_id", "", "achievement", "", NULL);
	page_expect_status(f, 422);
	page_expect_text(f,
	    "<a href=\"#award_type_id\">Danh hiệu, hình thức đề nghị: Chưa chọn danh hiệu, hình thức đề nghị.</a>");
	page_expect_text(f, "id=\"award_type_id-error\"");
	page_expect_text(f, "<a href=\"#field\">Lĩnh vực thành tích: Chưa chọn mục nào.");
	page_expect_text(f, "id=\"field-error\"");
	page_expect_text(f, "Trần Văn Thiếu");
}

/* indico#1828: the session died while writing, and the text was lost. */
static void
test_dead_session_is_401_and_the_same_change_is_taken_after_signing_in_again(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char was[4001], old[128];

	snprintf(was, sizeof(was), "%s", row(f, "achievement"));
	page_get(f, "/tai-khoan");
	snprintf(old, sizeof(old), "%s", f->csrf);
	page_sql(f, "delete from office.session");
	page_post(f, at(f, "/nhap-lieu"), "csrf", old, "client", CLIENT, "object",
	    arena_printf(f->arena, "%" PRId64, nomination), "value.achievement",
	    "Gõ khi phiên đã hết", "base.achievement", was, "seq.achievement", "1", NULL);
	page_expect_status(f, 401);
	page_get(f, at(f, "/nhap-lieu"));
	page_expect_status(f, 303);
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, at(f, "/nhap-lieu"));
	page_expect_status(f, 200);
	page_expect_text(f, "\"csrf\":");
	page_expect_text(f,
	    arena_printf(f->arena, "\"account\":\"%" PRId64 "\"",
		world_account(f->owner, "soanthao.rachgia")));
	type(f, CLIENT, "1", "achievement", was, "Gõ khi phiên đã hết");
	page_expect_status(f, 200);
	assert_string_equal(row(f, "achievement"), "Gõ khi phiên đã hết");
}

/* --- the head of the dossier ------------------------------------------------------------------------------ */

static void
test_head_of_the_dossier_saves_itself_and_a_number_taken_is_kept(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");

	world_dossier(f->owner, season, "30742", "draft", 1, "draft");
	page_sql(f, "update office.dossier set letter_no = '99/TTr-UBND' where id <> %" PRId64,
	    dossier);
	page_get(f, "/tai-khoan");
	page_post(f, at(f, "/nhap-lieu"), "csrf", f->csrf, "client", CLIENT, "object",
	    "dossier", "value.title", "Tên hồ sơ mới", "base.title",
	    page_sql_text(f, "select title from office.dossier where id = %" PRId64, dossier),
	    "seq.title", "1", NULL);
	page_expect_status(f, 200);
	assert_string_equal(
	    page_sql_text(f, "select title from office.dossier where id = %" PRId64, dossier),
	    "Tên hồ sơ mới");
	page_get(f, "/tai-khoan");
	page_post(f, at(f, "/nhap-lieu"), "csrf", f->csrf, "client", CLIENT, "object",
	    "dossier", "value.letter_no", "99/TTr-UBND", "base.letter_no",
	    page_sql_text(
		f, "select letter_no from office.dossier where id = %" PRId64, dossier),
	    "seq.letter_no", "2", NULL);
	page_expect_status(f, 200);
	page_expect_text(f, "\"outcome\":\"kept\"");
	page_expect_text(f, "Đơn vị đã có hồ sơ khác mang số tờ trình này");
}

/* --- deleting ----------------------------------------------------------------------------------------------- */

static void
test_deleted_case_is_put_back_whole_in_its_place(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t second = world_nomination(f->owner, dossier, 2);
	char was[8000];

	nomination = second;
	page_sql(f,
	    "insert into office.attachment (dossier_id, unit_id, nomination_id, file_name, content_type, size, sha256, uploaded_by) "
	    "select dossier_id, unit_id, id, 'bao-cao.pdf', 'application/pdf', 4, 'x', (select min(id) from office.account) from office.nomination where id = %" PRId64,
	    second);
	snprintf(was, sizeof(was), "%s",
	    row(f,
		"concat_ws('|', ordinal, name, name_folded, born_on, workplace, award_type_id, achievement, state)"));
	page_get(f,
	    arena_printf(
		f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/xoa", dossier, second));
	page_submit(f,
	    arena_printf(
		f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/xoa", dossier, second),
	    "version", row(f, "version"), NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.nomination where dossier_id = %" PRId64, dossier),
	    2);
	page_follow(f);
	page_expect_text(f, "Hoàn tác");
	page_expect_text(f, "Xóa khỏi danh sách");
	/* Text for it that arrives now is kept. */
	type(f, CLIENT, "1", "achievement", "x", "Gõ ở thẻ khác");
	page_expect_status(f, 409);
	page_expect_text(f, "đã bị xóa khỏi danh sách");
	page_get(f, at(f, ""));
	page_submit(f,
	    arena_printf(
		f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/hoan-tac", dossier, second),
	    NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "Đã đưa trở lại danh sách");
	page_expect_text(f, "Hoàn tác việc xóa");
	assert_string_equal(
	    row(f,
		"concat_ws('|', ordinal, name, name_folded, born_on, workplace, award_type_id, achievement, state)"),
	    was);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.attachment where nomination_id = %" PRId64,
		second),
	    1);
	assert_string_equal(
	    page_sql_text(f,
		"select string_agg(ordinal::text, ',' order by ordinal) from office.nomination where dossier_id = %" PRId64,
		dossier),
	    "1,2,3");
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where action = 'nomination.restore'"),
	    1);
	/* Once only; and not by others. */
	page_submit(f,
	    arena_printf(
		f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/hoan-tac", dossier, second),
	    NULL);
	page_expect_status(f, 404);
	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, "/tai-khoan");
	page_submit(f,
	    arena_printf(
		f->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/hoan-tac", dossier, second),
	    NULL);
	page_expect_status(f, 404);
}

static void
test_unfinished_text_is_not_read_by_appraisers_or_other_communes(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	char born[40];

	snprintf(born, sizeof(born), "%s", row(f, "to_char(born_on, 'DD/MM/YYYY')"));
	type(f, CLIENT, "1", "born", born, "chữ-bí-mật");
	page_sign_in(f, "thamdinh");
	page_get(f, at(f, ""));
	page_expect_status(f, 200);
	page_expect_no_text(f, "Đang soạn dở");
	page_expect_no_text(f, "chữ-bí-mật");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_autosave_is_for_who_may_write_the_dossier),
		PAGE_TEST(test_autosave_refuses_what_is_no_change),
		PAGE_TEST(test_an_identity_number_typed_into_a_text_is_kept_nowhere),
		PAGE_TEST(test_autosave_needs_no_once_value_and_its_record_is_the_journal),
		PAGE_TEST(test_change_sent_again_after_a_lost_answer_is_already_saved),
		PAGE_TEST(test_different_fields_of_two_people_merge),
		PAGE_TEST(test_same_field_of_two_tabs_is_a_conflict_with_both_versions),
		PAGE_TEST(test_page_whose_answer_got_lost_is_not_in_conflict_with_itself),
		PAGE_TEST(test_value_that_is_not_valid_yet_is_kept_and_comes_back),
		PAGE_TEST(test_text_beyond_the_limit_is_kept_whole),
		PAGE_TEST(test_broken_bytes_and_hidden_characters_are_kept_not_applied),
		PAGE_TEST(test_count_is_of_cleaned_code_points),
		PAGE_TEST(
		    test_autosave_after_the_closing_time_is_409_and_kept_as_not_part_of_the_filing),
		PAGE_TEST(test_form_saved_after_the_closing_time_is_409_and_its_text_is_kept),
		PAGE_TEST(test_autosave_into_a_filed_dossier_changes_neither_row_nor_copy),
		PAGE_TEST(test_filing_page_names_what_would_not_be_filed),
		PAGE_TEST(test_form_merges_field_by_field_with_what_was_saved_meanwhile),
		PAGE_TEST(test_form_asks_when_both_changed_the_same_field),
		PAGE_TEST(test_new_case_is_listed_while_unfinished_and_gone_once_saved),
		PAGE_TEST(test_required_dropdown_says_why_beside_it_and_in_the_summary),
		PAGE_TEST(
		    test_dead_session_is_401_and_the_same_change_is_taken_after_signing_in_again),
		PAGE_TEST(test_head_of_the_dossier_saves_itself_and_a_number_taken_is_kept),
		PAGE_TEST(test_deleted_case_is_put_back_whole_in_its_place),
		PAGE_TEST(test_unfinished_text_is_not_read_by_appraisers_or_other_communes),
		PAGE_TEST(test_journal_takes_no_flood), /* the last: its account owes then */
	};

	return cmocka_run_group_tests_name(
	    "draft", tests, page_group_setup, page_group_teardown);
}
