/* Who a nominee is: the register, doubles before filing, candidates, identity numbers, merging. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "registry/identity_rekey.h"
#include "registry/nominee_op.h"
#include "sql/all.h"
#include "support/world.h"

#define HOA    "Nguyễn Thị Hòa"
#define NUMBER "091185001234"

/* Text that outlives the requests of a test: the fixture's arena is of the last one. */
__attribute__((format(printf, 1, 2))) static const char *
say(const char *fmt, ...)
{
	static char ring[32][256];
	static unsigned turn;
	char *out = ring[turn++ % 32];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(out, sizeof(ring[0]), fmt, ap);
	va_end(ap);
	return out;
}

static struct page_fixture *
begin(void **state, const char *username)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	world_clear(f->owner);
	page_sql(f, "delete from office.identity_key");
	f->app.identity = f->keys;
	page_sign_in(f, username);
	return f;
}

static int64_t
season(struct page_fixture *f)
{
	return world_season(f->owner, "Khen thưởng công trạng", -24, 24);
}

/* An empty draft of a unit. */
static int64_t
draft(struct page_fixture *f, int64_t s, const char *unit)
{
	return world_dossier(f->owner, s, unit, "draft", 0, "draft");
}

static const char *
at(struct page_fixture *f, int64_t dossier, const char *rest)
{
	return say("/ho-so/%" PRId64 "%s", dossier, rest);
}

static const char *
number(struct page_fixture *f, int64_t n)
{
	return say("%" PRId64, n);
}

static int64_t
audited(struct page_fixture *f, const char *action)
{
	return page_sql_i64(
	    f, "select count(*) from office.audit_log where action = '%s'", action);
}

/* One more person through the form, by whoever is signed in; its id. */
static int64_t
add(struct page_fixture *f, int64_t d, const char *name, const char *born, const char *award,
    const char *id_number)
{
	const char *target = at(f, d, "/de-nghi/moi?loai=ca-nhan");

	page_get(f, target);
	page_submit(f, target, "name", name, "gender", "female", "born", born, "id_number",
	    id_number, "position", "Giáo viên", "workplace", "Trường THCS", "award_type_id",
	    number(f, world_award(f->owner, award)), "field", "study", "achievement",
	    "Thành tích", "same", "1", NULL);
	page_expect_status(f, 303);
	return page_sql_i64(f, "select max(id) from office.nomination");
}

static int64_t
entry_of(struct page_fixture *f, int64_t nomination)
{
	return page_sql_i64(f,
	    "select coalesce(e.root_id, 0) from office.nomination n left join office.nominee e on e.id = n.nominee_id "
	    "where n.id = %" PRId64,
	    nomination);
}

static const char *
case_at(struct page_fixture *f, int64_t d, int64_t n, const char *rest)
{
	return say("/ho-so/%" PRId64 "/de-nghi/%" PRId64 "%s", d, n, rest);
}

/* An honour of the register as imported history leaves it, matched like the command line does. */
static int64_t
honour(struct page_fixture *f, const char *unit, const char *name, const char *born,
    const char *award, int year)
{
	int64_t id = page_sql_i64(f,
	    "insert into office.honour (unit_id, kind, name, name_folded, born_on, award_type_id, period_year, "
	    "decision_no, decision_date, ordinal) select u.id, 'person', '%s', lower('%s'), %s, w.id, %d, '77/QĐ-UBND', "
	    "'%d-12-20', 1 from office.unit u, office.award_type w where u.code = '%s' and w.code = '%s' returning id",
	    name, name, born[0] != '\0' ? say("'%s'", born) : "null", year, year, unit, award);
	struct nominee_name one = { id, name, 0 };

	page_sql(f, "select office.nominee_match_honours('%s')",
	    nominee_keys_json(f->arena, &one, 1));
	return id;
}

/* --- matching ------------------------------------------------------------------------------------------ */

static void
test_one_person_is_found_however_the_name_is_typed(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t a = add(f, d, HOA, "28/09/1985", "LDTT", "");
	int64_t b = add(f, d, "NGUYỄN  THỊ HOÀ", "28/09/1985", "CSTD_CS", "");
	int64_t c = add(f, d, "Nguye\xcc\x82\xcc\x83n Thi\xcc\xa3 Ho\xcc\x80\x61", "1985",
	    "BK_TINH_CN", "");

	assert_int_not_equal(entry_of(f, a), 0);
	assert_int_equal(entry_of(f, b), entry_of(f, a));
	assert_int_equal(entry_of(f, c), entry_of(f, a));
	assert_int_not_equal(
	    entry_of(f, add(f, d, "Nguyễn Thị Hoa", "28/09/1985", "LDTT", "")), entry_of(f, a));
	assert_int_not_equal(
	    entry_of(f, add(f, d, HOA, "29/09/1985", "LDTT", "")), entry_of(f, a));
}

static void
test_person_lives_on_in_the_unit_that_took_over(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.longxuyen");
	int64_t old = honour(f, "L30280", HOA, "1985-09-28", "CSTD_CS", 2024);
	int64_t d = draft(f, season(f), "30307");
	int64_t n = add(f, d, "Nguyễn Thị Hoà", "28/09/1985", "CSTD_CS", "");

	assert_int_equal(entry_of(f, n),
	    page_sql_i64(f, "select nominee_id from office.honour where id = %" PRId64, old));
	/* The unit where last seen is the present one. */
	assert_int_equal(
	    page_sql_i64(
		f, "select unit_id from office.nominee where id = %" PRId64, entry_of(f, n)),
	    world_unit(f->owner, "30307"));
}

static void
test_same_name_in_another_unit_is_asked_about_not_assumed(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t s = season(f), d = draft(f, s, "30742");
	int64_t a = add(f, d, HOA, "28/09/1985", "LDTT", ""), b;

	page_sign_in(f, "soanthao.longxuyen");
	d = draft(f, s, "30307");
	b = add(f, d, HOA, "28/09/1985", "LDTT", "");
	assert_int_not_equal(entry_of(f, a), entry_of(f, b));
	/* While it is only in the draft of the other unit, nothing is told. */
	page_get(f, case_at(f, d, b, ""));
	page_expect_no_text(f, "Có phải là");
	page_submit(f, case_at(f, d, b, say("/la-nguoi/%" PRId64, entry_of(f, a))), NULL);
	page_expect_status(f, 409);
	page_sql(f, "update office.nomination set state = 'submitted' where id = %" PRId64, a);
	page_get(f, case_at(f, d, b, ""));
	page_expect_text(f, "Có phải là " HOA ", sinh năm 1985, Phường Rạch Giá?");
	page_expect_text(f, "ở đơn vị khác");
}

static void
test_unknown_birth_is_asked_about_and_the_answer_remembered(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t s = season(f), d = draft(f, s, "30742");
	int64_t a = add(f, d, HOA, "28/09/1985", "LDTT", "");
	int64_t b = add(f, d, HOA, "", "CSTD_CS", "");
	int64_t ea = entry_of(f, a), eb = entry_of(f, b);

	assert_int_not_equal(ea, eb);
	page_get(f, case_at(f, d, b, ""));
	page_expect_text(f, "chưa rõ ngày sinh");
	/* Yes: one entry, and the one left behind is gone. */
	page_submit(f, case_at(f, d, b, say("/la-nguoi/%" PRId64, ea)), NULL);
	page_expect_status(f, 303);
	assert_int_equal(entry_of(f, b), ea);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.nominee where id = %" PRId64, eb), 0);
	assert_int_equal(audited(f, "nomination.link"), 1);
	/* No, after all. */
	page_get(f, case_at(f, d, b, ""));
	page_expect_text(f, "Tách thành mục riêng");
	page_submit(f, case_at(f, d, b, "/tach-rieng"), NULL);
	page_expect_status(f, 303);
	assert_int_not_equal(entry_of(f, b), ea);
	assert_int_equal(audited(f, "nomination.tell_apart"), 1);
	/* Never asked again. */
	page_get(f, case_at(f, d, b, ""));
	page_expect_no_text(f, "Có phải là");
	page_get(f, at(f, d, "/trung-lap"));
	page_expect_text(f, "Không thấy trùng lặp");
}

static void
test_no_to_a_candidate_is_remembered(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t a = add(f, d, HOA, "28/09/1985", "LDTT", "");
	int64_t b = add(f, d, HOA, "", "CSTD_CS", "");

	page_get(f, case_at(f, d, b, ""));
	page_submit(f, case_at(f, d, b, say("/khac-nguoi/%" PRId64, entry_of(f, a))), NULL);
	page_expect_status(f, 303);
	page_get(f, case_at(f, d, b, ""));
	page_expect_no_text(f, "Có phải là");
	/* Whoever is no candidate cannot be claimed. */
	page_submit(f, case_at(f, d, b, say("/la-nguoi/%" PRId64, entry_of(f, a))), NULL);
	page_expect_status(f, 409);
}

static void
test_collective_and_household_are_known_by_name_and_unit(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t s = season(f), d = world_dossier(f->owner, s, "30742", "draft", 16, "draft");
	int64_t e = world_dossier(f->owner, s, "30742", "draft", 16, "draft");

	/* Whatever came in by another way is matched with the next change. */
	add(f, d, HOA, "1985", "LDTT", "");
	add(f, e, "Lê Văn An", "1985", "LDTT", "");
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.nomination where nominee_id is null"),
	    0);
	for (int i = 1; i <= 16; i++)
		assert_int_equal(entry_of(f, world_nomination(f->owner, d, i)),
		    entry_of(f, world_nomination(f->owner, e, i)));
}

static void
test_changed_name_is_matched_anew_and_a_removed_draft_leaves_nobody(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t a = add(f, d, HOA, "28/09/1985", "LDTT", ""), before = entry_of(f, a);

	page_get(f, case_at(f, d, a, "/sua"));
	page_submit(f, case_at(f, d, a, "/sua"), "version", "1", "name", "Nguyễn Thị Huệ",
	    "gender", "female", "born", "28/09/1985", "id_number", "", "position", "",
	    "workplace", "", "award_type_id", number(f, world_award(f->owner, "LDTT")), "field",
	    "study", "achievement", "x", NULL);
	page_expect_status(f, 303);
	assert_int_not_equal(entry_of(f, a), before);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nominee"), 1);
	page_get(f, case_at(f, d, a, "/xoa"));
	page_submit(f, case_at(f, d, a, "/xoa"), "version", "2", NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nominee"), 0);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nominee_name"), 0);
}

/* --- doubles ------------------------------------------------------------------------------------------- */

/* Of the failures of others: "duplicates are not found". */
static void
test_duplicates_are_found_before_filing_with_their_reason(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t s = season(f), d = draft(f, s, "30742"), e = draft(f, s, "30742"), n;
	int year = (int)page_sql_i64(f, "select extract(year from now())::integer");

	honour(f, "30742", HOA, "1985-09-28", "LDTT", year);
	add(f, d, HOA, "28/09/1985", "LDTT", "");
	add(f, d, "Nguyễn thị HOÀ", "28/09/1985", "LDTT", "");
	n = add(f, d, HOA, "28/09/1985", "CSTD_CS", "");
	add(f, e, HOA, "28/09/1985", "BK_TINH_CN", "");
	page_get(f, at(f, d, ""));
	page_expect_text(f, "Có thể trùng lặp (");
	page_expect_text(f, "Trùng với số 1 của danh sách");
	page_expect_text(f, "một đối tượng, hai danh hiệu cho cùng một năm");
	page_expect_text(f, "Đã được đề nghị trong một hồ sơ khác của đợt này");
	page_expect_text(f, "Đã được tặng “");
	page_expect_text(f, "(Quyết định 77/QĐ-UBND, Phường Rạch Giá)");
	page_get(f, at(f, d, "/trung-lap"));
	page_expect_text(f, "Trùng với số 1 của danh sách");
	page_get(f, case_at(f, d, n, ""));
	page_expect_text(f, "hai danh hiệu cho cùng một năm");
	/* And where it is asked whether to file. */
	page_sql(f, "update office.dossier set letter_no = '9/TTr' where id = %" PRId64, d);
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, at(f, d, ""));
	page_expect_text(f, "Trùng với số 1 của danh sách");
}

static void
test_other_unit_is_named_and_nothing_else_is_told(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t s = season(f), d = draft(f, s, "30742"), n;

	add(f, d, HOA, "28/09/1985", "BK_TINH_CN", NUMBER);
	/* A draft of others is nobody's business. */
	page_sign_in(f, "soanthao.longxuyen");
	n = add(f, draft(f, s, "30307"), HOA, "28/09/1985", "LDTT", NUMBER);
	page_get(f,
	    at(f,
		page_sql_i64(
		    f, "select dossier_id from office.nomination where id = %" PRId64, n),
		""));
	page_expect_no_text(f, "đơn vị khác");
	page_sql(f,
	    "update office.nomination set state = 'submitted' where dossier_id = %" PRId64, d);
	page_get(f,
	    at(f,
		page_sql_i64(
		    f, "select dossier_id from office.nomination where id = %" PRId64, n),
		""));
	page_expect_text(f, "Đã được đơn vị khác đề nghị trong đợt này: Phường Rạch Giá.");
	page_expect_no_text(f, "Bằng khen của Chủ tịch");
	page_expect_no_text(f, at(f, d, "/de-nghi/"));
}

/* People in the register and in the dossier, each name held by three; as an import leaves them. */
static void
fill(struct page_fixture *f, int64_t d, int n, const char *name)
{
	page_sql(f,
	    "with t as (select nextval(pg_get_serial_sequence('office.nominee', 'id')) as id, i, '%s ' || i %% (%d / 3 + 1) as name, "
	    "date '1960-01-01' + i * 7 as born_on from generate_series(1, %d) i), "
	    "e as (insert into office.nominee (id, kind, name, name_key, gender, born_on, unit_id, root_id) overriding system value "
	    "select t.id, 'person', t.name, lower(t.name), 'male', t.born_on, d.unit_id, t.id from t, office.dossier d where d.id = %" PRId64
	    ") insert into office.nomination (dossier_id, unit_id, ordinal, kind, name, name_folded, name_key, gender, born_on, award_type_id, nominee_id) "
	    "select d.id, d.unit_id, t.i, 'person', t.name, lower(t.name), lower(t.name), 'male', t.born_on, w.id, t.id "
	    "from t, office.dossier d, office.award_type w where d.id = %" PRId64
	    " and w.code = 'LDTT'",
	    name, n, n, d, d);
}

/* Statistics lag behind an import by a minute or more, and its drafter looks at the list at once. */
static void
test_list_that_just_came_in_is_shown_beside_one_the_planner_knows(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t s = season(f), old = draft(f, s, "30742"), new = draft(f, s, "30742");

	fill(f, old, 6000, "Nguyễn Văn Cũ");
	page_sql(f, "analyze");
	fill(f, new, 1000, "Trần Thị Mới");
	page_get(f, at(f, new, ""));
	page_expect_status(f, 200);
	page_expect_text(f, "1.000 trường hợp");
	page_get(f, at(f, old, ""));
	page_expect_status(f, 200);
}

static void
test_doubles_of_another_commune_are_not_found(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");

	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, at(f, d, "/trung-lap"));
	page_expect_status(f, 404);
	page_sign_in(f, NULL);
	page_get(f, at(f, d, "/trung-lap"));
	page_expect_status(f, 303);
	page_sign_in(f, "baochi");
	page_get(f, at(f, d, "/trung-lap"));
	page_expect_status(f, 403);
}

/* --- identity numbers ------------------------------------------------------------------------------------- */

static void
test_number_is_stored_encrypted_and_shown_masked(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t n = add(f, d, HOA, "28/09/1985", "LDTT", "091 185 001234");
	const char *stored;

	assert_int_equal(page_sql_i64(f, "select count(*) from office.nomination_identity"), 1);
	/* Its digits stand nowhere in the row, and a plain hash does not find it. */
	stored = page_sql_text(f,
	    "select concat_ws('|', encode(i.id_hash, 'hex'), encode(i.id_cipher, 'hex'), encode(i.id_tail, 'hex'), "
	    "encode(e.id_hash, 'hex'), encode(e.id_cipher, 'hex'), encode(e.id_tail, 'hex'), e::text) "
	    "from office.nomination_identity i, office.nominee e");
	assert_non_null(strstr(stored, "|01"));
	assert_null(strstr(stored, NUMBER));
	assert_null(strstr(stored, "303931313835")); /* 091185 */
	assert_null(strstr(stored, "31323334")); /* 1234 */
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.nomination_identity where id_hash in (sha256('%s'), "
		"decode(md5('%s') || md5('%s'), 'hex'))",
		NUMBER, NUMBER, NUMBER),
	    0);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where detail::text like '%%5001234%%' or detail::text like '%%091 185%%'"),
	    0);
	assert_int_equal(audited(f, "identity.put"), 1);
	page_get(f, case_at(f, d, n, ""));
	page_expect_text(f, "•••• •••• 1234");
	page_expect_no_text(f, "5001234");
	page_get(f, case_at(f, d, n, "/sua"));
	page_expect_text(f, "Đang lưu •••• •••• 1234");
	page_expect_no_text(f, "5001234");
}

static void
test_number_is_opened_by_a_post_that_is_audited(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t n = add(f, d, HOA, "28/09/1985", "LDTT", NUMBER);

	page_get(f, case_at(f, d, n, "/xem-so"));
	page_expect_status(f, 405);
	page_post(f, case_at(f, d, n, "/xem-so"), NULL);
	page_expect_status(f, 403);
	page_get(f, case_at(f, d, n, ""));
	page_submit(f, case_at(f, d, n, "/xem-so"), NULL);
	page_expect_status(f, 200);
	page_expect_text(f, "0911 8500 1234");
	assert_int_equal(audited(f, "identity.look"), 1);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'identity.look' and object = 'nomination' and object_id = %" PRId64
		" and account_id = %" PRId64 " and request_id <> ''",
		n, world_account(f->owner, "soanthao.rachgia")),
	    1);
	page_sign_in(f, "thamdinh");
	page_get(f, case_at(f, d, n, ""));
	page_expect_text(f, "•••• •••• 1234");
	page_submit(f, case_at(f, d, n, "/xem-so"), NULL);
	page_expect_text(f, "0911 8500 1234");
	assert_int_equal(audited(f, "identity.look"), 2);
}

static void
test_number_is_shown_to_nobody_else(void **state)
{
	static const struct {
		const char *who;
		int page, look;
	} others[] = { { "soanthao.longxuyen", 404, 404 }, { "kiemtra", 200, 404 },
		{ "ky", 200, 404 }, { "congbo1", 200, 404 }, { "thuky", 200, 404 },
		{ "uyvien01", 403, 403 }, { "baochi", 403, 403 }, { "quantri", 403, 403 } };
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t n = add(f, d, HOA, "28/09/1985", "LDTT", NUMBER);

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		page_sign_in(f, others[i].who);
		page_get(f, case_at(f, d, n, ""));
		page_expect_status(f, others[i].page);
		page_expect_no_text(f, "1234");
		page_get(f, "/tai-khoan");
		page_submit(f, case_at(f, d, n, "/xem-so"), NULL);
		page_expect_status(f, others[i].look);
		page_expect_no_text(f, "8500");
	}
	page_sign_in(f, NULL);
	page_post(f, case_at(f, d, n, "/xem-so"), NULL);
	page_expect_status(f, 401);
	assert_int_equal(audited(f, "identity.look"), 0);
}

static void
test_number_is_not_in_what_is_frozen(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");

	add(f, d, HOA, "28/09/1985", "LDTT", NUMBER);
	page_sql(
	    f, "update office.dossier set letter_no = '9/TTr', letter_date = current_date");
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, at(f, d, "/nop"));
	page_expect_status(f, 200);
	page_expect_no_text(f, NUMBER);
	page_submit(f, at(f, d, "/nop"), "version", "1", "count", "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.filing where content like '%%%s%%'", HOA),
	    1);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.filing fi, office.nomination_identity i where fi.content like '%%5001234%%' "
		"or fi.content like '%%' || encode(i.id_hash, 'hex') || '%%' or fi.content like '%%nominee_id%%'"),
	    0);
}

static void
test_same_number_finds_the_person_under_another_spelling_or_unit(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t s = season(f), d = draft(f, s, "30742");
	int64_t a = add(f, d, HOA, "28/09/1985", "LDTT", NUMBER), b;

	page_sign_in(f, "soanthao.longxuyen");
	d = draft(f, s, "30307");
	b = add(f, d, HOA, "1985", "LDTT", NUMBER);
	assert_int_equal(entry_of(f, a), entry_of(f, b));
	page_get(f, case_at(f, d, b, ""));
	page_expect_no_text(f, "thuộc về người có");
}

static void
test_same_number_with_another_name_or_birth_is_said(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742"), n;

	add(f, d, HOA, "28/09/1985", "LDTT", NUMBER);
	n = add(f, d, "Trần Thị Bích", "28/09/1985", "CSTD_CS", NUMBER);
	page_get(f, case_at(f, d, n, ""));
	page_expect_text(f, "thuộc về người có họ tên khác");
	n = add(f, d, HOA, "01/02/1990", "BK_TINH_CN", NUMBER);
	page_get(f, case_at(f, d, n, ""));
	page_expect_text(f, "thuộc về người có ngày sinh khác");
	/* It cannot be told apart while the number says otherwise. */
	page_submit(f, case_at(f, d, n, "/tach-rieng"), NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "sửa hoặc bỏ số định danh trước");
}

/* Whoever tries numbers under an invented name learns nothing of the one who holds it. */
static void
test_guessed_number_tells_nothing_of_whom_it_belongs_to(void **state)
{
	static const char *const pages[] = { "", "/dieu-kien", "/can-cu" };
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t s = season(f), d = draft(f, s, "30742"), theirs, guess, twin;

	theirs = add(f, d, HOA, "28/09/1985", "BK_TINH_CN", NUMBER);
	/* Of the same name and birth elsewhere: as a candidate it would give the name away. */
	twin = page_sql_i64(f, "select nominee_id from office.honour where id = %" PRId64,
	    honour(f, "30337", HOA, "1985-09-28", "CSTD_CS", 2024));
	assert_int_not_equal(twin, entry_of(f, theirs));
	page_sql(f,
	    "insert into office.discipline (nominee_id, unit_id, level, from_on, decision_no) "
	    "select nominee_id, unit_id, 'warning', '2026-01-01', '81/QĐ-KL' from office.nomination where id = %" PRId64,
	    theirs);
	page_sql(f,
	    "insert into office.hold_ground (nominee_id, unit_id, kind, from_on, document_no) "
	    "select nominee_id, unit_id, 'complaint', '2026-01-01', '35/ĐN-TT' from office.nomination where id = %" PRId64,
	    theirs);

	page_sign_in(f, "soanthao.longxuyen");
	d = draft(f, s, "30307");
	guess = add(f, d, "Trần Thị Bịa", "01/02/1990", "LDTT", NUMBER);
	page_get(f, case_at(f, d, guess, ""));
	page_expect_no_text(f, "thuộc về người"); /* only in a draft of others: not even that */
	page_sql(
	    f, "update office.nomination set state = 'submitted' where id = %" PRId64, theirs);
	page_get(f, case_at(f, d, guess, ""));
	page_expect_text(f, "thuộc về người có họ tên khác");
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		page_get(f, case_at(f, d, guess, pages[i]));
		page_expect_status(f, 200);
		page_expect_no_text(f, HOA);
		page_expect_no_text(f, "Rạch Giá");
		page_expect_no_text(f, "81/QĐ-KL");
		page_expect_no_text(f, "35/ĐN-TT");
	}
	page_get(f, at(f, d, "/trung-lap"));
	page_expect_no_text(f, HOA);
	page_expect_no_text(f, "Rạch Giá");
	/* Nor is anything said about it, or declared for it. */
	page_submit(f, case_at(f, d, guess, say("/khac-nguoi/%" PRId64, twin)), NULL);
	page_expect_status(f, 409);
	page_submit(f, case_at(f, d, guess, say("/la-nguoi/%" PRId64, twin)), NULL);
	page_expect_status(f, 409);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nominee_distinct"), 0);
	page_submit(f, case_at(f, d, guess, "/can-cu"), "viec", "xep-loai", "rating_year",
	    "2025", "rating", "good", "rating_decision", "", NULL);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.achievement_year"), 0);
	/* Under the right name it is the person, with all that counts. */
	guess = add(f, d, HOA, "28/09/1985", "CSTD_CS", NUMBER);
	page_get(f, case_at(f, d, guess, ""));
	page_expect_text(f, "Phường Rạch Giá");
}

static void
test_unit_gives_so_many_numbers_a_day(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742"), n;
	const char *target;

	page_sql(f, "delete from office.identity_pace");
	n = add(f, d, HOA, "28/09/1985", "LDTT", NUMBER);
	/* Another one in its place counts as well. */
	page_sql(f, "update office.identity_pace set numbers = 5000");
	target = at(f, d, "/de-nghi/moi?loai=ca-nhan");
	page_get(f, target);
	page_submit(f, target, "name", "Trần Thị Bích", "gender", "female", "born", "1985",
	    "id_number", "091185005678", "position", "", "workplace", "", "award_type_id",
	    number(f, world_award(f->owner, "LDTT")), "field", "study", "achievement",
	    "Điều đã gõ", NULL);
	page_expect_status(f, 429);
	page_expect_text(f, "hơn 5.000 số định danh");
	page_expect_text(f, "Điều đã gõ");
	assert_int_equal(page_sql_i64(f, "select max(id) from office.nomination"), n);
	assert_int_equal(page_sql_i64(f, "select numbers from office.identity_pace"), 5000);
	/* The next commune goes on, and so does everything without a number. */
	add(f, d, "Trần Thị Bích", "1985", "LDTT", "");
	page_sign_in(f, "soanthao.longxuyen");
	add(f, draft(f, season(f), "30307"), "Trần Thị Bích", "1985", "LDTT", "091185005678");
	page_sql(f, "delete from office.identity_pace");
}

static void
test_two_numbers_are_two_people_until_somebody_says_otherwise(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t a = add(f, d, HOA, "28/09/1985", "LDTT", NUMBER);
	int64_t b = add(f, d, HOA, "28/09/1985", "CSTD_CS", "370123456");

	assert_int_not_equal(entry_of(f, a), entry_of(f, b));
	page_get(f, case_at(f, d, b, ""));
	page_expect_text(f, "khác số định danh");
	page_expect_text(f, "Nên ghi số định danh 12 số");
}

static void
test_bad_number_is_refused_beside_its_field(void **state)
{
	static const char *const bad[] = { "123", "09118500123x", "<script>alert(1)</script>",
		"0911850012345" };
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	const char *target = at(f, d, "/de-nghi/moi?loai=ca-nhan");

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		page_get(f, target);
		page_submit(f, target, "name", HOA, "gender", "female", "born", "1985",
		    "id_number", bad[i], "position", "", "workplace", "", "award_type_id",
		    number(f, world_award(f->owner, "LDTT")), "field", "study", "achievement",
		    "", NULL);
		page_expect_status(f, 422);
		page_expect_text(f, "id=\"id_number-error\"");
		page_expect_no_text(f, "<script>alert(1)");
	}
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nomination"), 0);
}

static void
test_number_that_does_not_fit_is_said_and_saved(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t n = add(f, d, HOA, "28/09/1986", "LDTT", "999085001234");

	page_get(f, case_at(f, d, n, ""));
	page_expect_text(f, "không phải mã tỉnh");
	page_expect_text(f, "không khớp giới tính");
	page_expect_text(f, "không khớp năm sinh");
}

static void
save(struct page_fixture *f, int64_t d, int64_t n, const char *version, const char *id_number,
    const char *remove)
{
	page_get(f, case_at(f, d, n, "/sua"));
	page_submit(f, case_at(f, d, n, "/sua"), "version", version, "name", HOA, "gender",
	    "female", "born", "28/09/1985", "id_number", id_number, "position", "", "workplace",
	    "", "award_type_id", number(f, world_award(f->owner, "LDTT")), "field", "study",
	    "achievement", "x", remove, "1", NULL);
}

static void
test_number_can_be_changed_and_taken_back(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t n = add(f, d, HOA, "28/09/1985", "LDTT", NUMBER), e = entry_of(f, n);

	/* Left empty it stays. */
	save(f, d, n, "1", "", "same");
	page_expect_status(f, 303);
	assert_int_equal(audited(f, "identity.put"), 1);
	assert_int_equal(entry_of(f, n), e);
	save(f, d, n, "2", "091185009876", "same");
	page_expect_status(f, 303);
	page_get(f, case_at(f, d, n, ""));
	page_expect_text(f, "•••• •••• 9876");
	/* The entry keeps no number that nobody gives. */
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nominee"), 1);
	save(f, d, n, "3", "", "id_remove");
	page_expect_status(f, 303);
	assert_int_equal(audited(f, "identity.remove"), 1);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nomination_identity"), 0);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.nominee where id_hash is not null"),
	    0);
}

static void
test_nomination_put_back_has_its_number_and_its_entry(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t n = add(f, d, HOA, "28/09/1985", "LDTT", NUMBER);

	page_get(f, case_at(f, d, n, "/xoa"));
	page_submit(f, case_at(f, d, n, "/xoa"), "version", "1", NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nominee"), 0);
	page_get(f, at(f, d, ""));
	page_submit(f, case_at(f, d, n, "/hoan-tac"), NULL);
	page_expect_status(f, 303);
	assert_int_not_equal(entry_of(f, n), 0);
	page_get(f, case_at(f, d, n, ""));
	page_expect_text(f, "•••• •••• 1234");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.identity_deleted"), 0);
}

static void
test_number_is_refused_under_a_key_that_is_not_of_the_data(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	const char *why, *target = at(f, d, "/de-nghi/moi?loai=ca-nhan");
	struct identity_keys *other = identity_keys_parse(
	    "1 aa0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", &why);
	int64_t n = add(f, d, HOA, "28/09/1985", "LDTT", NUMBER);

	f->app.identity = other;
	page_get(f, target);
	page_submit(f, target, "name", "Lê Thị Lan", "gender", "female", "born", "1985",
	    "id_number", "091185004321", "position", "", "workplace", "", "award_type_id",
	    number(f, world_award(f->owner, "LDTT")), "field", "study", "achievement", "",
	    NULL);
	page_expect_status(f, 503);
	page_expect_text(f, "không khớp với dữ liệu");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nomination"), 1);
	page_get(f, case_at(f, d, n, ""));
	page_expect_status(f, 200);
	page_expect_no_text(f, "••••");
	/* Without any key the field is not there. */
	f->app.identity = NULL;
	page_get(f, target);
	page_expect_no_text(f, "id_number");
	f->app.identity = f->keys;
	identity_keys_free(other);
}

#define KEY_2 "2 ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"

static struct identity_keys *
keys_of(const char *text)
{
	const char *why;
	struct identity_keys *keys = identity_keys_parse(text, &why);

	assert_non_null(keys);
	return keys;
}

static struct db *
owner_db(struct page_fixture *f)
{
	return db_new(
	    say("%s dbname=%s", getenv("VD_TEST_OWNER_DB"), f->database), SQL_STMT_COUNT);
}

/* One batch only: as if the command had been stopped there. */
static bool
once_only(void *arg)
{
	(void)arg;
	return false;
}

static int64_t
under_key(struct page_fixture *f, int key)
{
	return page_sql_i64(f,
	    "select count(*) from (select id_cipher c from office.nominee where id_cipher is not null "
	    "union all select id_cipher from office.nomination_identity union all select id_cipher from office.identity_deleted "
	    "union all select id_cipher from office.import_identity) x where get_byte(c, 0) = %d",
	    key);
}

/* Whoever has the number is found by it alone, and it is shown. */
static void
expect_found(struct page_fixture *f, int64_t s, int64_t entry)
{
	int64_t d = draft(f, s, "30742"), n = add(f, d, HOA, "", "LDTT", NUMBER);

	assert_int_equal(entry_of(f, n), entry);
	page_get(f, case_at(f, d, n, ""));
	page_expect_text(f, "•••• •••• 1234");
}

static void
test_numbers_move_to_a_new_key_and_nobody_is_lost_on_the_way(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	struct identity_keys *both = keys_of(PAGE_IDENTITY_KEY KEY_2), *second = keys_of(KEY_2);
	struct db *db = owner_db(f);
	struct rekey_result done;
	int64_t s = season(f), d = draft(f, s, "30742"), n, e, gone;
	const char *sheet =
	    "Họ và tên,Số định danh,Danh hiệu\nTrần Thị Sáu,091185007777,Lao động tiên tiến\n";

	n = add(f, d, HOA, "28/09/1985", "LDTT", NUMBER);
	e = entry_of(f, n);
	gone = add(f, d, "Trần Thị Bích", "01/02/1990", "LDTT", "091190005678");
	page_get(f, case_at(f, d, gone, "/xoa"));
	page_submit(f, case_at(f, d, gone, "/xoa"), "version", "1", NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, d, "/nhap"));
	page_upload(
	    f, at(f, d, "/nhap"), "file", "a.csv", "text/csv", sheet, strlen(sheet), NULL);
	page_expect_status(f, 303);
	assert_int_equal(under_key(f, 1), 4);

	/* The new line is in the file and everything runs with it: new numbers under the new key, found by the old. */
	f->app.identity = both;
	expect_found(f, s, e);
	assert_int_equal(under_key(f, 2), 1);
	/* Stopped on the way. */
	assert_int_equal(identity_rekey(db, both, 1, once_only, NULL, &done), ERR_OK);
	assert_int_equal(done.resealed, 1);
	assert_int_equal(under_key(f, 2), 2);
	expect_found(f, s, e);
	/* And again, to the end. */
	assert_int_equal(identity_rekey(db, both, 2, NULL, NULL, &done), ERR_OK);
	assert_int_equal(done.resealed, 3);
	assert_int_equal(done.moved, 6);
	assert_int_equal(under_key(f, 1), 0);
	assert_string_equal(
	    page_sql_text(
		f, "select string_agg(key_id || ' ' || hashes, ',') from office.identity_key"),
	    "2 true");
	assert_int_equal(audited(f, "identity.rekey"), 1);
	expect_found(f, s, e);
	/* The old line may go. */
	f->app.identity = second;
	expect_found(f, s, e);
	page_get(f, at(f, d, ""));
	page_submit(f, case_at(f, d, gone, "/hoan-tac"), NULL);
	page_expect_status(f, 303);
	page_get(f, case_at(f, d, gone, ""));
	page_expect_text(f, "•••• •••• 5678");
	page_get(f, at(f, d, "/nhap"));
	page_submit(f,
	    at(f, d,
		say("/nhap/%" PRId64 "/xac-nhan",
		    page_sql_i64(f, "select max(id) from office.import"))),
	    NULL);
	page_expect_status(f, 303);
	page_get(
	    f, case_at(f, d, page_sql_i64(f, "select max(id) from office.nomination"), ""));
	page_expect_text(f, "•••• •••• 7777");
	/* Nothing is left to do; and whoever still runs with the old file writes nothing wrong. */
	assert_int_equal(identity_rekey(db, second, 100, NULL, NULL, &done), ERR_OK);
	assert_int_equal(done.moved, 0);
	f->app.identity = f->keys;
	page_get(f, at(f, d, "/de-nghi/moi?loai=ca-nhan"));
	page_submit(f, at(f, d, "/de-nghi/moi?loai=ca-nhan"), "name", "Lê Thị Lan", "gender",
	    "female", "born", "1985", "id_number", "091185004321", "position", "", "workplace",
	    "", "award_type_id", number(f, world_award(f->owner, "LDTT")), "field", "study",
	    "achievement", "", NULL);
	page_expect_status(f, 503);
	db_free(db);
	identity_keys_free(both);
	identity_keys_free(second);
}

static void
test_moving_to_a_new_key_without_the_old_one_changes_nothing(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	struct identity_keys *both = keys_of(PAGE_IDENTITY_KEY KEY_2), *second = keys_of(KEY_2);
	struct identity_keys *other =
	    keys_of("1 aa0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n");
	struct db *db = owner_db(f);
	struct rekey_result done;
	int64_t s = season(f),
		e = entry_of(
		    f, add(f, draft(f, s, "30742"), HOA, "28/09/1985", "LDTT", NUMBER));

	assert_int_equal(identity_rekey(db, second, 100, NULL, NULL, &done), ERR_INVALID);
	assert_int_equal(done.missing, 1);
	assert_int_equal(identity_rekey(db, other, 100, NULL, NULL, &done), ERR_INVALID);
	assert_int_equal(done.missing, 1);
	assert_string_equal(
	    page_sql_text(f, "select string_agg(key_id::text, ',') from office.identity_key"),
	    "1");
	/* A number nobody can open stops it and is named. */
	page_sql(f,
	    "update office.nominee set id_cipher = '\\x01' || substr(id_cipher, 2, 39) || '\\x000000000000'");
	assert_int_equal(identity_rekey(db, both, 100, NULL, NULL, &done), ERR_INVALID);
	assert_non_null(strstr(done.unopened, "nominee "));
	page_sql(f,
	    "update office.nominee e set id_cipher = i.id_cipher from office.nomination_identity i where i.id_hash = e.id_hash");
	assert_int_equal(under_key(f, 1), 2);
	expect_found(f, s, e);
	db_free(db);
	identity_keys_free(second);
	identity_keys_free(both);
	identity_keys_free(other);
}

/* --- the register ------------------------------------------------------------------------------------------ */

static void
test_register_is_for_its_keepers(void **state)
{
	static const char *const others[] = { "soanthao.rachgia", "ky", "congbo1", "baochi",
		"uyvien01", "kiemtra" };
	struct page_fixture *f = begin(state, NULL);

	page_get(f, "/so-danh-du");
	page_expect_status(f, 303);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		page_sign_in(f, others[i]);
		page_get(f, "/so-danh-du");
		page_expect_status(f, 403);
	}
	/* An appraiser of one commune keeps no register of the province. */
	page_grant(f, "soanthao.longxuyen", "appraiser", "30307");
	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, "/so-danh-du");
	page_expect_status(f, 403);
	page_sql(f,
	    "delete from office.role_grant where role = 'appraiser' and account_id = %" PRId64,
	    world_account(f->owner, "soanthao.longxuyen"));
	page_sign_in(f, "quantri");
	page_get(f, "/so-danh-du");
	page_expect_status(f, 200);
	page_expect_text(f, "Sổ còn trống");
}

static void
test_register_is_searched_with_and_without_marks(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t n = add(f, d, HOA, "28/09/1985", "LDTT", "");

	add(f, d, "Danh Sóc Kha", "1970", "LDTT", "");
	page_sign_in(f, "thamdinh");
	page_get(f, "/so-danh-du?q=thi+hoa");
	page_expect_text(f, HOA);
	page_expect_no_text(f, "Danh Sóc Kha");
	page_get(f, "/so-danh-du?q=S%C3%B3c");
	page_expect_text(f, "Danh Sóc Kha");
	page_get(f, "/so-danh-du?loai=tap-the");
	page_expect_no_text(f, HOA);
	page_get(f, "/so-danh-du?q=%FF%00");
	page_expect_status(f, 400);
	page_get(f, "/so-danh-du?q=kh%C3%B4ngai");
	page_expect_text(f, "Không tìm thấy tên này");
	page_get(f, say("/so-danh-du/%" PRId64, entry_of(f, n)));
	page_expect_text(f, "28/09/1985");
	page_expect_text(f, "Phường Rạch Giá");
	page_expect_text(f, "Lao động tiên tiến");
	page_get(f, "/so-danh-du/999999999");
	page_expect_status(f, 404);
}

static void
test_appraiser_opens_the_number_of_an_entry_and_the_administrator_does_not(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t e = entry_of(f, add(f, d, HOA, "28/09/1985", "LDTT", NUMBER));

	page_sign_in(f, "thamdinh");
	page_get(f, say("/so-danh-du/%" PRId64, e));
	page_expect_text(f, "•••• •••• 1234");
	page_submit(f, say("/so-danh-du/%" PRId64 "/xem-so", e), NULL);
	page_expect_text(f, "0911 8500 1234");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'identity.look' and object = 'nominee'"),
	    1);
	page_sign_in(f, "quantri");
	page_get(f, say("/so-danh-du/%" PRId64, e));
	page_expect_text(f, HOA);
	page_expect_no_text(f, "1234");
	page_submit(f, say("/so-danh-du/%" PRId64 "/xem-so", e), NULL);
	page_expect_status(f, 403);
}

/* Two entries of one person in two units, one honour each. */
static void
two_entries(struct page_fixture *f, int64_t *a, int64_t *b)
{
	*a = page_sql_i64(f, "select nominee_id from office.honour where id = %" PRId64,
	    honour(f, "30742", HOA, "1985-09-28", "LDTT", 2023));
	*b = page_sql_i64(f, "select nominee_id from office.honour where id = %" PRId64,
	    honour(f, "30307", "Nguyễn Thị Hoà", "1985-09-28", "CSTD_CS", 2024));
	assert_int_not_equal(*a, *b);
}

static char *
register_state(struct page_fixture *f)
{
	return strdup(page_sql_text(f,
	    "select concat((select string_agg(concat_ws(' ', id, root_id, merged_into, name, unit_id), ',' order by id) from office.nominee), '|', "
	    "(select string_agg(concat_ws(' ', id, nominee_id), ',' order by id) from office.honour), '|', "
	    "(select string_agg(concat_ws(' ', nominee_id, name_key, unit_id), ',' order by nominee_id, name_key, unit_id) from office.nominee_name))"));
}

static void
test_merge_is_previewed_audited_and_taken_back_exactly(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh");
	char *before, *after;
	int64_t a, b, m;
	const char *target;

	two_entries(f, &a, &b);
	before = register_state(f);
	page_get(f, say("/so-danh-du/%" PRId64, a));
	page_expect_text(f, "Xem và gộp");
	page_expect_text(f, "ở đơn vị khác");
	target = say("/so-danh-du/%" PRId64 "/gop/%" PRId64, a, b);
	page_get(f, target);
	page_expect_text(f, "Chiến sĩ thi đua cơ sở");
	page_expect_text(f, "Lao động tiên tiến");
	/* A reason is needed. */
	target = say("/so-danh-du/%" PRId64 "/gop/%" PRId64, a, b);
	page_submit(f, target, "from_version", "1", "into_version", "1", "reason", "", NULL);
	page_expect_status(f, 422);
	target = say("/so-danh-du/%" PRId64 "/gop/%" PRId64, a, b);
	page_submit(f, target, "from_version", "1", "into_version", "1", "reason",
	    "Đã đối chiếu căn cước", NULL);
	page_expect_status(f, 303);
	assert_int_equal(audited(f, "nominee.merge"), 1);
	page_get(f, say("/so-danh-du/%" PRId64, a));
	page_expect_text(f, "Chiến sĩ thi đua cơ sở");
	page_expect_text(f, "Phường Long Xuyên");
	page_expect_text(f, "Đã đối chiếu căn cước");
	page_get(f, say("/so-danh-du/%" PRId64, b));
	page_expect_text(f, "Mục này đã được gộp");
	/* Honours still point where they did. */
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.honour where nominee_id = %" PRId64, b),
	    1);
	m = page_sql_i64(f, "select max(id) from office.nominee_merge");
	page_get(f, say("/so-danh-du/gop/%" PRId64 "/tach", m));
	page_expect_text(f, "Đã đối chiếu căn cước");
	page_submit(
	    f, say("/so-danh-du/gop/%" PRId64 "/tach", m), "reason", "Nhầm hai người", NULL);
	page_expect_status(f, 303);
	assert_int_equal(audited(f, "nominee.unmerge"), 1);
	after = register_state(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
	/* Told apart: not offered again; undone once only. */
	page_get(f, say("/so-danh-du/%" PRId64, a));
	page_expect_no_text(f, "Xem và gộp");
	page_expect_text(f, "Đã xác định là hai");
	page_get(f, say("/so-danh-du/gop/%" PRId64 "/tach", m));
	page_expect_status(f, 409);
}

static void
test_stale_merge_shows_the_latest_and_merges_nothing(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh");
	int64_t a, b;

	two_entries(f, &a, &b);
	page_get(f, say("/so-danh-du/%" PRId64 "/gop/%" PRId64, a, b));
	page_sql(f, "update office.nominee set version = version + 1 where id = %" PRId64, b);
	page_submit(f, say("/so-danh-du/%" PRId64 "/gop/%" PRId64, a, b), "from_version", "1",
	    "into_version", "1", "reason", "x", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Một trong hai mục vừa thay đổi");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.nominee_merge"), 0);
	/* With itself, with one that is part of another, and of another kind. */
	page_get(f, say("/so-danh-du/%" PRId64 "/gop/%" PRId64, a, a));
	page_expect_status(f, 409);
}

static void
test_merged_person_is_found_under_either_name_and_unit(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh");
	int64_t a, b, n;

	two_entries(f, &a, &b);
	page_get(f, say("/so-danh-du/%" PRId64 "/gop/%" PRId64, a, b));
	page_submit(f, say("/so-danh-du/%" PRId64 "/gop/%" PRId64, a, b), "from_version", "1",
	    "into_version", "1", "reason", "x", NULL);
	page_expect_status(f, 303);
	page_sign_in(f, "soanthao.longxuyen");
	n = add(f, draft(f, season(f), "30307"), HOA, "28/09/1985", "LDTT", "");
	assert_int_equal(entry_of(f, n), a);
}

static void
test_keeper_tells_two_apart_for_good(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh");
	int64_t a, b;

	two_entries(f, &a, &b);
	page_get(f, say("/so-danh-du/%" PRId64, a));
	page_submit(f, say("/so-danh-du/%" PRId64 "/khac-nguoi/%" PRId64, a, b), NULL);
	page_expect_status(f, 303);
	assert_int_equal(audited(f, "nominee.keep_apart"), 1);
	page_get(f, say("/so-danh-du/%" PRId64, b));
	page_expect_no_text(f, "Xem và gộp");
}

static void
test_decisions_forms_need_their_guard_and_the_own_unit(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia");
	int64_t d = draft(f, season(f), "30742");
	int64_t a = add(f, d, HOA, "28/09/1985", "LDTT", "");
	int64_t b = add(f, d, HOA, "", "CSTD_CS", "");
	int64_t e = entry_of(f, a);

	page_post(f, case_at(f, d, b, say("/la-nguoi/%" PRId64, e)), NULL);
	page_expect_status(f, 403);
	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, "/ho-so");
	page_submit(f, case_at(f, d, b, say("/la-nguoi/%" PRId64, e)), NULL);
	page_expect_status(f, 404);
	page_sign_in(f, "thamdinh");
	page_get(f, "/so-danh-du");
	page_submit(f, case_at(f, d, b, say("/la-nguoi/%" PRId64, e)), NULL);
	page_expect_status(f, 403);
	/* Once filed it is no longer the unit's to say. */
	page_sql(f, "update office.dossier set state = 'submitted' where id = %" PRId64, d);
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, "/ho-so");
	page_submit(f, case_at(f, d, b, say("/la-nguoi/%" PRId64, e)), NULL);
	page_expect_status(f, 409);
	assert_int_not_equal(entry_of(f, b), e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_one_person_is_found_however_the_name_is_typed),
		PAGE_TEST(test_person_lives_on_in_the_unit_that_took_over),
		PAGE_TEST(test_same_name_in_another_unit_is_asked_about_not_assumed),
		PAGE_TEST(test_unknown_birth_is_asked_about_and_the_answer_remembered),
		PAGE_TEST(test_no_to_a_candidate_is_remembered),
		PAGE_TEST(test_collective_and_household_are_known_by_name_and_unit),
		PAGE_TEST(test_changed_name_is_matched_anew_and_a_removed_draft_leaves_nobody),
		PAGE_TEST(test_duplicates_are_found_before_filing_with_their_reason),
		PAGE_TEST(test_other_unit_is_named_and_nothing_else_is_told),
		PAGE_TEST(test_list_that_just_came_in_is_shown_beside_one_the_planner_knows),
		PAGE_TEST(test_doubles_of_another_commune_are_not_found),
		PAGE_TEST(test_number_is_stored_encrypted_and_shown_masked),
		PAGE_TEST(test_number_is_opened_by_a_post_that_is_audited),
		PAGE_TEST(test_number_is_shown_to_nobody_else),
		PAGE_TEST(test_number_is_not_in_what_is_frozen),
		PAGE_TEST(test_same_number_finds_the_person_under_another_spelling_or_unit),
		PAGE_TEST(test_same_number_with_another_name_or_birth_is_said),
		PAGE_TEST(test_guessed_number_tells_nothing_of_whom_it_belongs_to),
		PAGE_TEST(test_unit_gives_so_many_numbers_a_day),
		PAGE_TEST(test_two_numbers_are_two_people_until_somebody_says_otherwise),
		PAGE_TEST(test_bad_number_is_refused_beside_its_field),
		PAGE_TEST(test_number_that_does_not_fit_is_said_and_saved),
		PAGE_TEST(test_number_can_be_changed_and_taken_back),
		PAGE_TEST(test_nomination_put_back_has_its_number_and_its_entry),
		PAGE_TEST(test_number_is_refused_under_a_key_that_is_not_of_the_data),
		PAGE_TEST(test_numbers_move_to_a_new_key_and_nobody_is_lost_on_the_way),
		PAGE_TEST(test_moving_to_a_new_key_without_the_old_one_changes_nothing),
		PAGE_TEST(test_register_is_for_its_keepers),
		PAGE_TEST(test_register_is_searched_with_and_without_marks),
		PAGE_TEST(
		    test_appraiser_opens_the_number_of_an_entry_and_the_administrator_does_not),
		PAGE_TEST(test_merge_is_previewed_audited_and_taken_back_exactly),
		PAGE_TEST(test_stale_merge_shows_the_latest_and_merges_nothing),
		PAGE_TEST(test_merged_person_is_found_under_either_name_and_unit),
		PAGE_TEST(test_keeper_tells_two_apart_for_good),
		PAGE_TEST(test_decisions_forms_need_their_guard_and_the_own_unit),
	};

	return cmocka_run_group_tests_name(
	    "nominee", tests, page_group_setup, page_group_teardown);
}
