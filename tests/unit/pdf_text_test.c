/* Reading the text of a PDF in its confined process: what a person reads is found, and no file holds it up. */
#include "support/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "evidence/confine.h"
#include "evidence/pdf_text.h"
#include "evidence/secrecy.h"
#include "support/paper.h"

/* fontconfig keeps its caches to the end; what is ours is still looked at. NOLINTBEGIN(cert-dcl51-cpp): the sanitizer's name */
const char *__lsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libpango\n";
}
/* NOLINTEND(cert-dcl51-cpp) */

struct reading {
	bool whole, has_text;
	enum file_secrecy secrecy;
	const char *why;
	size_t n;
	double seconds;
};

static struct reading
reading_of(struct packed pdf)
{
	struct reading r = { 0 };
	struct timespec begin, end;
	struct buf text = { 0 };
	int fd = memfd_create("paper", MFD_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, pdf.p, pdf.n), (ssize_t)pdf.n);
	(void)clock_gettime(CLOCK_MONOTONIC, &begin);
	r.whole = pdf_text(fd, &text, &r.why);
	(void)clock_gettime(CLOCK_MONOTONIC, &end);
	r.seconds =
	    (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
	r.n = text.len;
	r.secrecy = secrecy_of_text(text.len > 0 ? text.p : "", text.len, &r.has_text);
	buf_free(&text);
	close(fd);
	free(pdf.p);
	return r;
}

/* The head of an official letter in two columns, with a line of the test where the stamp stands. */
static struct packed
letter(const char *stamp, bool scanned)
{
	const struct paper_line lines[] = {
		{ 60, 50, "UBND TỈNH AN GIANG" },
		{ 300, 50, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
		{ 75, 68, "SỞ NỘI VỤ" },
		{ 330, 68, "Độc lập - Tự do - Hạnh phúc" },
		{ 70, 92, "Số: 12/BC-SNV" },
		{ 330, 92, "An Giang, ngày 01 tháng 6 năm 2026" },
		{ 80, 116, stamp },
		{ 330, 116, "Kính gửi: Ủy ban nhân dân tỉnh" },
		{ 60, 180,
		    "Đơn vị giữ gìn bí mật công tác, bảo mật thông tin; hợp tác xã mật ong." },
	};

	return paper_pdf(lines, sizeof(lines) / sizeof(lines[0]), scanned);
}

static void
test_stamp_beside_the_other_column_is_found(void **state)
{
	static const char *const stamps[] = { "MẬT", "TỐI MẬT", "TUYỆT MẬT", "[ MẬT ]",
		"T Ố I  M Ậ T", "MA\xcc\xa3\xcc\x82T", "Độ mật: MẬT" };

	(void)state;
	for (size_t i = 0; i < sizeof(stamps) / sizeof(stamps[0]); i++) {
		struct reading r = reading_of(letter(stamps[i], false));

		if (!r.whole || r.secrecy != SECRECY_STAMP)
			fail_msg("\"%s\" was not found", stamps[i]);
	}
}

static void
test_paper_that_speaks_of_secrets_is_none(void **state)
{
	static const char *const lines[] = { "(Khẩn)", "BÍ MẬT", "MẬT ONG U MINH", "Mật" };

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct reading r = reading_of(letter(lines[i], false));

		assert_true(r.whole && r.has_text);
		assert_int_equal(r.secrecy, SECRECY_NONE);
	}
}

static void
test_first_pages_are_read_and_no_more(void **state)
{
	const struct paper_line lines[] = { { 60, 60, "Trang một" },
		{ 60, 60 + 842 * 4, "TUYỆT MẬT" } },
				late[] = { { 60, 60, "Trang một" },
					{ 60, 60 + 842 * PDF_TEXT_PAGES, "TUYỆT MẬT" } };

	(void)state;
	assert_int_equal(reading_of(paper_pdf(lines, 2, false)).secrecy, SECRECY_STAMP);
	assert_int_equal(reading_of(paper_pdf(late, 2, false)).secrecy, SECRECY_NONE);
}

static void
test_scan_has_no_text(void **state)
{
	struct reading r = reading_of(letter("MẬT", true));

	(void)state;
	assert_true(r.whole);
	assert_false(r.has_text);
	assert_int_equal(r.secrecy, SECRECY_NONE);
}

static void
test_broken_file_is_no_trouble(void **state)
{
	static const char loop[] =
	    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj\n"
	    "trailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF\n";
	static const char *const broken[] = { "%PDF-1.7\n1 0 obj\n%%EOF\n", "%PDF-1.4\n",
		loop };

	(void)state;
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		struct packed p = { (unsigned char *)strdup(broken[i]), strlen(broken[i]) };
		struct reading r = reading_of(p);

		assert_false(r.whole && r.has_text);
		assert_true(r.seconds < PDF_TEXT_SECONDS);
	}
}

static void
test_file_that_never_ends_is_left(void **state)
{
	struct reading r = reading_of(paper_pdf_endless());

	(void)state;
	assert_false(r.whole);
	assert_non_null(r.why);
	assert_true(r.seconds < PDF_TEXT_SECONDS + 2);
	/* Nothing of it is left behind. */
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

static void
test_more_text_than_is_looked_at_is_cut(void **state)
{
	enum { LINES = 8000 };
	struct paper_line *lines = calloc(LINES, sizeof(*lines));
	/* No line like the one it overlaps, which would be taken for its shadow. */
	static const char text[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 abcdefghijklmnopqrstuvwxyz 9876543210 abc";
	struct reading r;

	(void)state;
	assert_non_null(lines);
	for (int i = 0; i < LINES; i++) {
		int sheet = i / 1600;

		lines[i] =
		    (struct paper_line){ 10, (i % 1600) * 0.5 + sheet * 842.0, text + i % 11 };
	}
	r = reading_of(paper_pdf(lines, LINES, false));
	free(lines);
	assert_false(r.whole);
	assert_in_range(r.n, PDF_TEXT_BYTES / 2, PDF_TEXT_BYTES);
	assert_true(r.seconds < PDF_TEXT_SECONDS + 2);
}

/* What the confined child could do, one bit each. */
static int
misdeeds(void)
{
	int done = 0;

	if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM)
		done |= 1;
	if (fork() >= 0)
		done |= 2;
	if (open("/tmp/vd-confined", O_WRONLY | O_CREAT, 0600) >= 0 || errno != EPERM)
		done |= 4;
	if (kill(getppid(), 0) == 0)
		done |= 8;
	if (unlink("/tmp/vd-not-there") == 0 || errno != EPERM)
		done |= 16;
	if (open("/etc/hostname", O_RDONLY) < 0)
		done |= 32;
	return done;
}

static void
test_confined_process_reads_and_does_nothing_else(void **state)
{
	static const struct confine_limits limits = { 5, (size_t)1 << 46 };
	int status;
	pid_t pid = fork();

	(void)state;
	if (pid == 0)
		_exit(confine_self(&limits) ? misdeeds() : 64);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stamp_beside_the_other_column_is_found),
		cmocka_unit_test(test_paper_that_speaks_of_secrets_is_none),
		cmocka_unit_test(test_first_pages_are_read_and_no_more),
		cmocka_unit_test(test_scan_has_no_text),
		cmocka_unit_test(test_broken_file_is_no_trouble),
		cmocka_unit_test(test_file_that_never_ends_is_left),
		cmocka_unit_test(test_more_text_than_is_looked_at_is_cut),
		cmocka_unit_test(test_confined_process_reads_and_does_nothing_else),
	};

	return cmocka_run_group_tests_name("pdf_text", tests, NULL, NULL);
}
