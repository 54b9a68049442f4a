/* Evidence: files of a nomination, moving them, what an award needs, scans, secrets, the administrator's page. */
#include "support/page_fixture.h"

#include <inttypes.h>
#include <string.h>

#include <stdlib.h>

#include "jobs/jobs.h"
#include "sql/all.h"
#include "support/paper.h"
#include "support/world.h"

/* fontconfig keeps its caches to the end; what is ours is still looked at. NOLINTBEGIN(cert-dcl51-cpp): the sanitizer's name */
const char *__lsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libpango\n";
}
/* NOLINTEND(cert-dcl51-cpp) */

static int64_t dossier;

#define PDF "%PDF-1.7\n1 0 obj\n%%EOF\n"

static struct page_fixture *
begin(void **state, const char *username, const char *dossier_state)
{
	struct page_fixture *f = *state;

	world_base(f->owner);
	world_clear(f->owner);
	page_sql(f, "delete from office.evidence_requirement");
	page_sql(f, "update office.upload_limit set bytes = 20971520, version = 1");
	f->app.clamd = NULL;
	dossier = world_dossier(f->owner, world_season(f->owner, "Đợt", -24, 24), "30742",
	    dossier_state, 3, dossier_state);
	page_sql(f, "update office.dossier set letter_no = '12/TTr-UBND'");
	page_sign_in(f, username);
	return f;
}

static void
rule(struct page_fixture *f, const char *code, const char *document, const char *scope,
    const char *confidence)
{
	page_sql(f,
	    "insert into office.evidence_requirement (code, ordinal, document, scope, required, supplier, legal_basis, confidence, valid_from) "
	    "values ('%s', 10, '%s', '%s', true, 'nominee', 'Luật 06/2022/QH15 Đ84', '%s', '2025-07-01')",
	    code, document, scope, confidence);
}

static const char *
at(struct page_fixture *f, const char *rest)
{
	return arena_printf(f->arena, "/ho-so/%" PRId64 "%s", dossier, rest);
}

static const char *
number(struct page_fixture *f, int64_t n)
{
	return arena_printf(f->arena, "%" PRId64, n);
}

static void
attach(struct page_fixture *f, const char *name, const char *bytes, const char *document,
    int64_t nomination, const char *secret)
{
	const char *of = nomination != 0 ? number(f, nomination) : "";
	char copy[32];

	snprintf(copy, sizeof(copy), "%s", of);
	page_get(f, at(f, "/tep"));
	page_upload(f, at(f, "/tep"), "file", name, "application/pdf", bytes, strlen(bytes),
	    "document", document, "nomination_id", copy, "secret", secret, NULL);
}

static int64_t
last(struct page_fixture *f)
{
	return page_sql_i64(f, "select max(id) from office.attachment");
}

static const char *
file(struct page_fixture *f, const char *rest)
{
	return arena_printf(
	    f->arena, "/ho-so/%" PRId64 "/tep/%" PRId64 "%s", dossier, last(f), rest);
}

static int64_t
audited(struct page_fixture *f, const char *action)
{
	return page_sql_i64(
	    f, "select count(*) from office.audit_log where action = '%s'", action);
}

static void
test_file_of_a_nomination_stands_on_both_pages_and_moves(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");
	int64_t one = world_nomination(f->owner, dossier, 1),
		two = world_nomination(f->owner, dossier, 2);
	char target[32];

	attach(f, "bao-cao.pdf", PDF, "report", one, "khong");
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "bao-cao.pdf");
	page_expect_text(f, "Tệp của trường hợp này");
	page_get(f, at(f, ""));
	page_expect_text(f, "bao-cao.pdf");
	page_get(f, file(f, "/sua"));
	page_expect_status(f, 200);
	snprintf(target, sizeof(target), "%" PRId64, two);
	page_submit(
	    f, file(f, "/sua"), "document", "initiative", "nomination_id", target, NULL);
	page_expect_status(f, 303);
	assert_int_equal(page_sql_i64(f,
			     "select count(*) from office.attachment where id = %" PRId64
			     " and nomination_id = %" PRId64 " and document = 'initiative'",
			     last(f), two),
	    1);
	assert_int_equal(audited(f, "attachment.move"), 1);
	page_get(f, at(f, arena_printf(f->arena, "/de-nghi/%" PRId64, one)));
	page_expect_no_text(f, "bao-cao.pdf");
}

static void
test_file_goes_to_no_nomination_of_another_dossier(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");
	int64_t mine = dossier,
		other = world_dossier(f->owner,
		    page_sql_i64(f, "select max(id) from office.season"), "30742", "draft", 1,
		    "draft"),
		stranger = world_nomination(f->owner, other, 1);

	dossier = mine;
	attach(f, "a.pdf", PDF, "report", stranger, "khong");
	page_expect_status(f, 404);
	assert_int_equal(audited(f, "attachment.add"), 0);
}

/* n files of 20 million bytes, taken out again since. */
static void
fill(struct page_fixture *f, int64_t of, int n, const char *age)
{
	page_sql(f,
	    "insert into office.attachment (dossier_id, unit_id, file_name, content_type, size, sha256, uploaded_by, uploaded_at, removed_at) "
	    "select d.id, d.unit_id, 'x.pdf', 'application/pdf', 20000000, repeat('0', 64), d.created_by, now() - interval '%s', now() "
	    "from office.dossier d, generate_series(1, %d) where d.id = %" PRId64,
	    age, n, of);
}

/* Whoever adds and removes all day fills no disk: what was taken out still counts. */
static void
test_dossier_and_day_have_room_for_so_much(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");
	int64_t before;

	fill(f, dossier, 214, "2 days");
	attach(f, "vua.pdf", PDF, "report", 0, "khong");
	page_expect_status(f, 303);
	fill(f, dossier, 1, "2 days");
	before = last(f);
	attach(f, "het-cho.pdf", PDF, "report", 0, "khong");
	page_expect_status(f, 422);
	page_expect_text(f, "Hồ sơ đã giữ 4 GB tệp");
	assert_int_equal(last(f), before);
	/* In another dossier of the unit there is room, but for so much a day. */
	page_sql(f, "delete from office.attachment_chunk");
	page_sql(f, "delete from office.attachment");
	page_sql(f,
	    "insert into office.dossier (season_id, unit_id, title, created_by) select season_id, unit_id, 'Khác', created_by from office.dossier where id = %" PRId64,
	    dossier);
	fill(f, page_sql_i64(f, "select max(id) from office.dossier"), 430, "1 hour");
	attach(f, "mai.pdf", PDF, "report", 0, "khong");
	page_expect_status(f, 422);
	page_expect_text(f, "Trong 24 giờ qua đơn vị đã gửi 8 GB tệp");
}

static void
test_kind_and_the_question_of_secrecy_must_be_answered(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");

	attach(f, "a.pdf", PDF, "", 0, "");
	page_expect_status(f, 422);
	page_expect_text(f, "Chưa chọn loại tài liệu.");
	page_expect_text(f, "id=\"secret-error\"");
	attach(f, "a.pdf", PDF, "<script>", 0, "khong");
	page_expect_status(f, 422);
	assert_int_equal(audited(f, "attachment.add"), 0);
}

static void
test_secret_file_is_refused_with_what_to_do_and_recorded_without_its_name(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");
	int64_t before = page_sql_i64(f, "select count(*) from office.attachment");

	attach(f, "danh-sach.pdf", PDF, "other", 0, "co");
	page_expect_status(f, 422);
	page_expect_text(f, "đường văn thư mật");
	attach(f, "TỐI MẬT so 5.pdf", PDF, "other", 0, "khong");
	page_expect_status(f, 422);
	assert_int_equal(page_sql_i64(f, "select count(*) from office.attachment"), before);
	assert_int_equal(audited(f, "attachment.refuse_secret"), 2);
	assert_int_equal(
	    page_sql_i64(
		f, "select count(*) from office.audit_log where detail::text like '%%so 5%%'"),
	    0);
	/* Only in doubt: taken, and pointed out to everybody. */
	attach(f, "bao-cao (MAT).pdf", PDF, "other", 0, "khong");
	page_expect_status(f, 303);
	page_get(f, at(f, ""));
	page_expect_text(f, "giống dấu chỉ độ mật");
}

static void
test_verified_paper_keeps_a_dossier_from_being_filed_until_it_is_there(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", "draft");

	rule(f, "T_MINUTES", "minutes", "dossier", "verified");
	page_get(f, at(f, ""));
	page_expect_text(f, "Tài liệu phải có");
	page_expect_text(f, "tep?loai=minutes");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "Hồ sơ còn thiếu 1 mục");
	page_expect_text(f, "Còn thiếu 1 loại tài liệu bắt buộc");
	page_get(f, at(f, "/tep"));
	page_submit(f, at(f, "/nop"), "version", "1", "count", "3", NULL);
	page_expect_status(f, 422);
	attach(f, "bien-ban.pdf", PDF, "minutes", 0, "khong");
	page_expect_status(f, 303);
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "gồm 3 trường hợp?");
}

static void
test_unconfirmed_paper_only_warns_and_confirmation_makes_it_bind(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", "draft");

	rule(f, "T_REPORT", "report", "nomination", "memory");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "gồm 3 trường hợp?");
	page_expect_text(f, "Quy định chưa được Sở Nội vụ xác nhận");
	page_expect_text(f, "thiếu ở 3 trường hợp");
	page_sql(f, "update office.evidence_requirement set confirmed = true");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "Hồ sơ còn thiếu 1 mục");
	/* One each, or one for all. */
	attach(f, "mot.pdf", PDF, "report", world_nomination(f->owner, dossier, 1), "khong");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "thiếu ở 2 trường hợp");
	attach(f, "chung.pdf", PDF "x", "report", 0, "khong");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "gồm 3 trường hợp?");
}

/* What each of ten thousand lacks is counted at once, though nobody has gathered statistics after the import. */
static void
test_ten_thousand_cases_are_counted_before_a_request_gives_up(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", "draft");

	page_sql(f,
	    "insert into office.nomination (dossier_id, unit_id, ordinal, kind, name, name_folded, name_key, field, award_type_id) "
	    "select n.dossier_id, n.unit_id, 3 + i, n.kind, n.name, n.name_folded, n.name_key, n.field, n.award_type_id "
	    "from office.nomination n, generate_series(1, 9997) i where n.dossier_id = %" PRId64
	    " and n.ordinal = 1",
	    dossier);
	rule(f, "T_MINUTES", "minutes", "dossier", "memory");
	rule(f, "T_LETTER", "report", "dossier", "verified");
	for (int i = 0; i < 30; i++)
		rule(f, arena_printf(f->arena, "T_REMINDER_%d", i), "initiative", "dossier",
		    "memory");
	rule(f, "T_REPORT", "report", "nomination", "memory");
	attach(
	    f, "bao-cao.pdf", PDF, "report", world_nomination(f->owner, dossier, 2), "khong");
	page_get(f, at(f, "/nop"));
	page_expect_status(f, 200);
	page_expect_text(f, "thiếu ở 9.999 trường hợp");
}

static void
test_rule_that_is_over_asks_for_nothing(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", "draft");

	rule(f, "T_MINUTES", "minutes", "dossier", "verified");
	page_sql(f, "update office.evidence_requirement set valid_to = current_date - 1");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "gồm 3 trường hợp?");
}

static void
test_waiting_file_opens_for_its_unit_only(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "submitted");

	page_sql(
	    f, "update office.attachment set scan = 'waiting' where id = %" PRId64, last(f));
	page_get(f, file(f, ""));
	page_expect_status(f, 200);
	page_sign_in(f, "thamdinh");
	page_get(f, file(f, ""));
	page_expect_status(f, 409);
	page_expect_text(f, "chưa được kiểm tra mã độc");
	page_sql(f, "update office.attachment set scan = 'clean' where id = %" PRId64, last(f));
	page_get(f, file(f, ""));
	page_expect_status(f, 200);
}

static void
test_infected_file_opens_for_nobody_and_must_go_before_filing(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", "draft");

	attach(f, "ban.pdf", PDF, "other", 0, "khong");
	page_sql(f,
	    "update office.attachment set scan = 'infected', scan_finding = 'Mark' where id = %" PRId64,
	    last(f));
	page_get(f, file(f, ""));
	page_expect_status(f, 410);
	page_get(f, file(f, "/xem"));
	page_expect_status(f, 410);
	page_get(f, at(f, ""));
	page_expect_text(f, "Có mã độc, đã xóa nội dung");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "Hồ sơ còn thiếu 1 mục");
	page_get(f, file(f, "/go"));
	page_submit(f, file(f, "/go"), NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "gồm 3 trường hợp?");
}

static void
test_upload_says_whether_files_are_scanned_and_queues_the_scan(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");

	page_get(f, at(f, "/tep"));
	page_expect_text(f, "Chưa bật kiểm tra mã độc");
	f->app.clamd = "/run/clamav/clamd.ctl";
	attach(f, "a.pdf", PDF, "other", 0, "khong");
	f->app.clamd = NULL;
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.job where kind = 'attachment.scan' and state = 'waiting' "
		"and (payload ->> 'attachment_id')::bigint = %" PRId64,
		last(f)),
	    1);
	assert_string_equal(
	    page_sql_text(f, "select scan from office.attachment where id = %" PRId64, last(f)),
	    "waiting");
}

static void
test_appraiser_sees_the_same_checklist(void **state)
{
	struct page_fixture *f = begin(state, "thamdinh", "submitted");

	rule(f, "T_MINUTES", "minutes", "dossier", "verified");
	page_get(f, arena_printf(f->arena, "/tham-dinh/%" PRId64, dossier));
	page_expect_status(f, 200);
	page_expect_text(f, "Tài liệu phải có");
	page_expect_no_text(f, "tep?loai=");
	page_get(f,
	    arena_printf(f->arena, "/tham-dinh/de-nghi/%" PRId64,
		world_nomination(f->owner, dossier, 1)));
	page_expect_text(f, "Tài liệu phải có");
}

static void
test_others_change_no_file(void **state)
{
	struct page_fixture *f = begin(state, NULL, "draft");

	page_get(f, file(f, "/sua"));
	page_expect_status(f, 303);
	page_sign_in(f, "thamdinh");
	page_get(f, file(f, "/sua"));
	page_expect_status(f, 403);
	page_sign_in(f, "soanthao.longxuyen");
	page_get(f, file(f, "/sua"));
	page_expect_status(f, 404);
	page_get(f, file(f, "/xem"));
	page_expect_status(f, 404);
	page_get(f, "/ho-so/moi");
	page_submit(f, file(f, "/sua"), "document", "other", "nomination_id", "", NULL);
	page_expect_status(f, 404);
	page_get(f, file(f, "/anh"));
	page_expect_status(f, 404);
}

/* --- the stamp of a secret ---------------------------------------------------------------------------- */

static void
attach_packed(struct page_fixture *f, const char *name, struct packed file)
{
	page_get(f, at(f, "/tep"));
	page_upload(f, at(f, "/tep"), "file", name, "application/octet-stream", file.p, file.n,
	    "document", "other", "nomination_id", "", "secret", "khong", NULL);
	free(file.p);
}

static void
attach_letter(struct page_fixture *f, const char *name, const char *stamp, bool scanned)
{
	const struct paper_line lines[] = {
		{ 60, 50, "UBND PHƯỜNG RẠCH GIÁ" },
		{ 330, 50, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
		{ 70, 92, "Số: 12/BC-UBND" },
		{ 80, 116, stamp },
		{ 330, 116, "Kính gửi: Sở Nội vụ" },
	};

	attach_packed(f, name, paper_pdf(lines, sizeof(lines) / sizeof(lines[0]), scanned));
	page_expect_status(f, 303);
}

static void
run_jobs(struct page_fixture *f)
{
	bool ran;

	do {
		assert_int_equal(
		    jobs_run_next(&f->app, job_kinds, job_kind_count, NULL, &ran), ERR_OK);
	} while (ran);
	assert_string_equal(
	    page_sql_text(f,
		"select coalesce(string_agg(last_error, '; '), '') from office.job where kind = 'attachment.read'"),
	    "");
}

static const char *
secrecy(struct page_fixture *f)
{
	return page_sql_text(
	    f, "select secrecy from office.attachment where id = %" PRId64, last(f));
}

static int64_t
pieces(struct page_fixture *f)
{
	return page_sql_i64(f,
	    "select count(*) from office.attachment_chunk where attachment_id = %" PRId64,
	    last(f));
}

static void
test_pdf_with_a_secrecy_stamp_is_refused_with_the_reason(void **state)
{
	struct page_fixture *f = begin(state, "lanhdao.rachgia", "draft");

	attach_letter(f, "bao-cao-so-12.pdf", "TỐI MẬT", false);
	assert_string_equal(secrecy(f), "waiting");
	page_get(f, at(f, ""));
	page_expect_text(f, "Đang tìm dấu chỉ độ mật");
	page_expect_text(f, "1 tệp đang được tìm dấu chỉ độ mật");
	run_jobs(f);
	assert_string_equal(secrecy(f), "stamp");
	assert_int_equal(pieces(f), 0);
	page_get(f, at(f, ""));
	page_expect_text(f, "<s>bao-cao-so-12.pdf</s>");
	page_expect_text(f, "Có dấu chỉ độ mật, đã xóa nội dung");
	page_expect_text(f, "đường văn thư mật; nếu không phải tài liệu mật, bỏ dòng chữ đó");
	page_get(f, file(f, ""));
	page_expect_status(f, 410);
	page_expect_text(f, "không gửi qua hệ thống này");
	page_get(f, file(f, "/anh"));
	page_expect_status(f, 410);
	/* On record without its name, told to the unit without its name, and in the way of filing. */
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'attachment.refuse_secret' and object_id = '%" PRId64
		"' and detail ->> 'reason' = 'text' and detail::text not like '%%so-12%%'",
		dossier),
	    1);
	assert_true(
	    page_sql_i64(f, "select count(*) from office.mail where kind = 'file_secret'") > 0);
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.mail where kind = 'file_secret' and body like '%%so-12%%'"),
	    0);
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "Hồ sơ còn thiếu 1 mục");
	page_expect_text(f, "1 tệp có dấu chỉ độ mật, phải gỡ trước khi nộp");
	page_get(f, file(f, "/go"));
	page_submit(f, file(f, "/go"), NULL);
	page_expect_status(f, 303);
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "gồm 3 trường hợp?");
}

static void
test_pdf_that_speaks_of_secrets_is_kept_and_opens(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");

	attach_letter(f, "bao-cao.pdf", "Đơn vị giữ bí mật, bảo mật; mật ong", false);
	run_jobs(f);
	assert_string_equal(secrecy(f), "clear");
	assert_true(pieces(f) > 0);
	assert_int_equal(audited(f, "attachment.read"), 1);
	assert_int_equal(audited(f, "attachment.refuse_secret"), 0);
	page_get(f, file(f, "/xem"));
	page_expect_text(f, "Không thấy dấu chỉ độ mật");
	/* Said in a line of its own, not stamped: pointed out. */
	attach_letter(f, "phu-luc.pdf", "Tối mật", false);
	run_jobs(f);
	assert_string_equal(secrecy(f), "clear");
	page_get(f, at(f, ""));
	page_expect_text(f, "giống dấu chỉ độ mật");
}

static void
test_what_cannot_be_read_is_taken_and_said_so(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");

	page_get(f, at(f, "/tep"));
	page_expect_text(f, "Ảnh và bản quét không đọc được chữ: tự xem kỹ trước khi tải lên");
	attach_letter(f, "ban-quet.pdf", "MẬT", true);
	run_jobs(f);
	assert_string_equal(secrecy(f), "unread");
	page_get(f, file(f, "/xem"));
	page_expect_text(f, "Không đọc được chữ trong tệp");
	/* Broken inside, though it begins and ends as a PDF. */
	attach(f, "hong.pdf", PDF, "other", 0, "khong");
	run_jobs(f);
	assert_string_equal(secrecy(f), "unread");
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.job where state <> 'done'"), 0);
}

static void
test_word_document_with_a_stamp_is_not_stored(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");
	int64_t before = page_sql_i64(f, "select count(*) from office.attachment");

	attach_packed(f, "bao-cao.docx",
	    paper_docx("<w:p><w:t>Số: 12/BC</w:t></w:p><w:p><w:t>Độ mật: MẬT</w:t></w:p>"));
	page_expect_status(f, 422);
	page_expect_text(f, "bỏ dòng chữ đó rồi chọn lại");
	assert_int_equal(page_sql_i64(f, "select count(*) from office.attachment"), before);
	assert_int_equal(audited(f, "attachment.refuse_secret"), 1);
	attach_packed(f, "bao-cao.docx",
	    paper_docx("<w:p><w:t>Bảo mật thông tin, giữ bí mật công tác</w:t></w:p>"));
	page_expect_status(f, 303);
	assert_string_equal(secrecy(f), "clear");
}

static void
test_pdf_opens_for_others_once_it_was_read(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "submitted");

	page_sql(
	    f, "update office.attachment set secrecy = 'waiting' where id = %" PRId64, last(f));
	page_get(f, file(f, ""));
	page_expect_status(f, 200);
	page_sign_in(f, "thamdinh");
	page_get(f, file(f, ""));
	page_expect_status(f, 409);
	page_expect_text(f, "đang được tìm dấu chỉ độ mật");
	page_sql(
	    f, "update office.attachment set secrecy = 'clear' where id = %" PRId64, last(f));
	page_get(f, file(f, ""));
	page_expect_status(f, 200);
	/* Found after it was filed: gone for the appraiser too, with the reason. */
	page_sql(
	    f, "update office.attachment set secrecy = 'stamp' where id = %" PRId64, last(f));
	page_get(f, file(f, ""));
	page_expect_status(f, 410);
	page_get(f, arena_printf(f->arena, "/tham-dinh/%" PRId64, dossier));
	page_expect_text(f, "Có dấu chỉ độ mật, đã xóa nội dung");
}

static void
test_refused_file_is_neither_scanned_nor_counted(void **state)
{
	struct page_fixture *f = begin(state, "soanthao.rachgia", "draft");

	attach_letter(f, "mot.pdf", "MẬT", false);
	run_jobs(f);
	f->app.clamd = "/run/clamav/clamd.ctl";
	page_sign_in(f, "quantri");
	page_get(f, "/quan-tri/tep");
	page_submit(f, "/quan-tri/tep/quet-lai", NULL);
	f->app.clamd = NULL;
	assert_string_equal(
	    page_sql_text(f, "select scan from office.attachment where id = %" PRId64, last(f)),
	    "off");
	/* The very file again is refused again, not taken for one that is there. */
	page_sign_in(f, "soanthao.rachgia");
	attach_letter(f, "hai.pdf", "MẬT", false);
	run_jobs(f);
	assert_string_equal(secrecy(f), "stamp");
}

/* --- what is asked for --------------------------------------------------------------------------------- */

static const char *
paper_at(struct page_fixture *f, const char *code)
{
	return arena_printf(f->arena, "/tai-lieu-phai-co/%" PRId64,
	    page_sql_i64(
		f, "select id from office.evidence_requirement where code = '%s'", code));
}

static void
test_office_confirms_a_paper_with_a_reason_and_it_binds(void **state)
{
	struct page_fixture *f = begin(state, "quantri", "draft");
	char path[64];

	rule(f, "T_REPORT", "report", "nomination", "memory: not compared");
	page_get(f, "/tai-lieu-phai-co");
	page_expect_status(f, 200);
	page_expect_text(f, "Báo cáo thành tích");
	page_expect_text(f, "Chờ xác nhận");
	page_expect_text(f, "Chưa đối chiếu văn bản");
	snprintf(path, sizeof(path), "%s", paper_at(f, "T_REPORT"));
	page_get(f, path);
	page_expect_text(f, "Hiện chỉ nhắc");
	page_submit(f, path, "version", "1", "viec", "xac-nhan", "reason", "", NULL);
	page_expect_status(f, 422);
	page_submit(f, path, "version", "1", "viec", "gi-do", "reason", "x", NULL);
	page_expect_status(f, 422);
	assert_int_equal(audited(f, "evidence_requirement.confirm"), 0);
	page_submit(f, path, "version", "1", "viec", "xac-nhan", "reason",
	    "Đối chiếu <b>Công báo</b> 571", NULL);
	page_expect_status(f, 303);
	page_follow(f);
	page_expect_text(f, "Đối chiếu &lt;b&gt;Công báo&lt;/b&gt; 571");
	page_expect_text(f, "không nộp được");
	assert_int_equal(
	    page_sql_i64(f,
		"select count(*) from office.audit_log where action = 'evidence_requirement.confirm' "
		"and detail ->> 'code' = 'T_REPORT' and detail ->> 'reason' like 'Đối chiếu%%'"),
	    1);
	/* It was only pointed out; now it keeps the dossier from being filed. */
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "Còn thiếu 1 loại tài liệu bắt buộc");
	/* Somebody else was first. */
	page_sign_in(f, "quantri");
	page_get(f, path);
	page_submit(f, path, "version", "1", "viec", "rut", "reason", "x", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "việc của bạn chưa được ghi");
	page_submit(f, path, "version", "2", "viec", "rut", "reason", "Văn bản thay đổi", NULL);
	page_expect_status(f, 303);
	assert_int_equal(audited(f, "evidence_requirement.withdraw"), 1);
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, at(f, "/nop"));
	page_expect_text(f, "gồm 3 trường hợp?");
}

static void
test_papers_are_confirmed_by_the_office_alone(void **state)
{
	struct page_fixture *f = begin(state, NULL, "draft");
	char path[64];

	rule(f, "T_MINUTES", "minutes", "dossier", "memory");
	snprintf(path, sizeof(path), "%s", paper_at(f, "T_MINUTES"));
	page_get(f, path);
	page_expect_status(f, 303);
	page_get(f, "/tai-lieu-phai-co");
	page_expect_status(f, 303);
	page_sign_in(f, "lanhdao.rachgia");
	page_get(f, path);
	page_expect_status(f, 403);
	page_get(f, "/ho-so/moi");
	page_submit(f, path, "version", "1", "viec", "xac-nhan", "reason", "x", NULL);
	page_expect_status(f, 403);
	/* An administrator of one ward looks, and confirms nothing for the province. */
	page_grant(f, "quantri.phuong", "administrator", "30742");
	page_sign_in(f, "quantri.phuong");
	page_get(f, path);
	page_expect_status(f, 200);
	page_expect_text(f, "Người thẩm định hoặc quản trị của tỉnh xác nhận.");
	page_submit(f, path, "version", "1", "viec", "xac-nhan", "reason", "x", NULL);
	page_expect_status(f, 403);
	assert_int_equal(
	    page_sql_i64(f, "select count(*) from office.evidence_requirement where confirmed"),
	    0);
	page_sign_in(f, "thamdinh");
	page_get(f, path);
	page_submit(
	    f, path, "version", "1", "viec", "xac-nhan", "reason", "Đã đối chiếu", NULL);
	page_expect_status(f, 303);
	page_get(f, "/tai-lieu-phai-co/999999999");
	page_expect_status(f, 404);
	page_get(f, "/tai-lieu-phai-co?ngay=khong");
	page_expect_status(f, 400);
	page_get(f, "/tai-lieu-phai-co?ngay=01/01/1990");
	page_expect_text(f, "Không có tài liệu nào có hiệu lực ngày này");
}

static void
test_list_of_papers_says_whom_each_is_for(void **state)
{
	struct page_fixture *f = begin(state, "quantri", "draft");

	rule(f, "T_REPORT", "report", "nomination", "verified");
	rule(f, "T_OTHER", "other", "dossier", "analog: elsewhere");
	page_sql(f,
	    "update office.evidence_requirement set category = 'danh_hieu', authority_levels = '{agency,commune}', "
	    "kind = 'collective', form_no = '07' where code = 'T_REPORT'");
	page_get(f, "/tai-lieu-phai-co");
	page_expect_text(f, "Danh hiệu thi đua · Cơ quan, đơn vị · Cấp xã · Tập thể");
	page_expect_text(f, "Mẫu số 07");
	page_expect_text(f, "Mọi danh hiệu, hình thức");
	page_expect_text(f, "Theo quy định của địa phương khác");
}

/* --- the administrator --------------------------------------------------------------------------------- */

static void
test_administrator_sets_the_size_and_sees_the_scans(void **state)
{
	struct page_fixture *f = begin(state, "quantri", "draft");

	page_sql(
	    f, "update office.attachment set scan = 'waiting' where id = %" PRId64, last(f));
	page_get(f, "/quan-tri/tep");
	page_expect_status(f, 200);
	page_expect_text(f, "Chưa bật kiểm tra mã độc");
	page_expect_text(f, "to-trinh.pdf");
	page_submit(f, "/quan-tri/tep", "version", "1", "megabytes", "51", NULL);
	page_expect_status(f, 422);
	page_submit(f, "/quan-tri/tep", "version", "1", "megabytes", "30", NULL);
	page_expect_status(f, 303);
	assert_int_equal(
	    page_sql_i64(f, "select bytes from office.upload_limit"), 30 * 1048576);
	assert_int_equal(audited(f, "upload_limit.set"), 1);
	page_get(f, "/quan-tri/tep");
	page_submit(f, "/quan-tri/tep", "version", "1", "megabytes", "40", NULL);
	page_expect_status(f, 409);
	page_expect_text(f, "Người khác vừa lưu bản mới hơn");
	page_submit(f, "/quan-tri/tep/quet-lai", NULL);
	page_expect_status(f, 409);
	f->app.clamd = "/run/clamav/clamd.ctl";
	page_sql(
	    f, "update office.attachment set scan = 'failed' where id = %" PRId64, last(f));
	page_get(f, "/quan-tri/tep");
	page_submit(f, "/quan-tri/tep/quet-lai", NULL);
	f->app.clamd = NULL;
	page_expect_status(f, 303);
	assert_string_equal(
	    page_sql_text(f, "select scan from office.attachment where id = %" PRId64, last(f)),
	    "waiting");
	page_sign_in(f, "soanthao.rachgia");
	page_get(f, "/quan-tri/tep");
	page_expect_status(f, 403);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(test_file_of_a_nomination_stands_on_both_pages_and_moves),
		PAGE_TEST(test_file_goes_to_no_nomination_of_another_dossier),
		PAGE_TEST(test_dossier_and_day_have_room_for_so_much),
		PAGE_TEST(test_kind_and_the_question_of_secrecy_must_be_answered),
		PAGE_TEST(
		    test_secret_file_is_refused_with_what_to_do_and_recorded_without_its_name),
		PAGE_TEST(
		    test_verified_paper_keeps_a_dossier_from_being_filed_until_it_is_there),
		PAGE_TEST(test_unconfirmed_paper_only_warns_and_confirmation_makes_it_bind),
		PAGE_TEST(test_ten_thousand_cases_are_counted_before_a_request_gives_up),
		PAGE_TEST(test_rule_that_is_over_asks_for_nothing),
		PAGE_TEST(test_waiting_file_opens_for_its_unit_only),
		PAGE_TEST(test_infected_file_opens_for_nobody_and_must_go_before_filing),
		PAGE_TEST(test_upload_says_whether_files_are_scanned_and_queues_the_scan),
		PAGE_TEST(test_appraiser_sees_the_same_checklist),
		PAGE_TEST(test_others_change_no_file),
		PAGE_TEST(test_pdf_with_a_secrecy_stamp_is_refused_with_the_reason),
		PAGE_TEST(test_pdf_that_speaks_of_secrets_is_kept_and_opens),
		PAGE_TEST(test_what_cannot_be_read_is_taken_and_said_so),
		PAGE_TEST(test_word_document_with_a_stamp_is_not_stored),
		PAGE_TEST(test_pdf_opens_for_others_once_it_was_read),
		PAGE_TEST(test_refused_file_is_neither_scanned_nor_counted),
		PAGE_TEST(test_office_confirms_a_paper_with_a_reason_and_it_binds),
		PAGE_TEST(test_papers_are_confirmed_by_the_office_alone),
		PAGE_TEST(test_list_of_papers_says_whom_each_is_for),
		PAGE_TEST(test_administrator_sets_the_size_and_sees_the_scans),
	};

	return cmocka_run_group_tests(tests, page_group_setup, page_group_teardown);
}
