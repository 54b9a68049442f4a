/* Dossiers: pure rules. What is missing before filing, who may be edited when, dates of birth, kinds of file. */
#include "dossier/dossier.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "core/lang.h"
#include "core/str.h"

#define BIRTH_YEAR_MIN 1900

size_t
dossier_missing(const struct dossier_facts *f, struct dossier_check out[DOSSIER_LACK_COUNT])
{
	size_t missing = 0;

	memset(out, 0, DOSSIER_LACK_COUNT * sizeof(*out));
	out[DOSSIER_LACK_LETTER_NO].done = !str_empty(f->letter_no);
	out[DOSSIER_LACK_LETTER_DATE].done = f->letter_date.year != 0;
	out[DOSSIER_LACK_NOMINATIONS].done = f->fileable > 0;
	out[DOSSIER_LACK_ACHIEVEMENTS].done = f->without_achievement == 0 && f->nominations > 0;
	out[DOSSIER_LACK_ACHIEVEMENTS].count = f->without_achievement;
	out[DOSSIER_LACK_AWARDS].done = f->awards_expired == 0 && f->nominations > 0;
	out[DOSSIER_LACK_AWARDS].count = f->awards_expired;
	out[DOSSIER_LACK_ATTACHMENT].done =
	    f->attachments > 0 && f->papers_missing == 0 && f->infected == 0 && f->secret == 0;
	out[DOSSIER_LACK_ATTACHMENT].count = f->papers_missing;
	for (int i = 0; i < DOSSIER_LACK_COUNT; i++) {
		out[i].lack = (enum dossier_lack)i;
		missing += !out[i].done;
	}
	return missing;
}

const char *
dossier_lack_words(enum dossier_lack lack)
{
	switch (lack) {
	case DOSSIER_LACK_LETTER_NO: return T("Số tờ trình");
	case DOSSIER_LACK_LETTER_DATE: return T("Ngày tờ trình");
	case DOSSIER_LACK_NOMINATIONS: return T("Danh sách đề nghị");
	case DOSSIER_LACK_ACHIEVEMENTS: return T("Tóm tắt thành tích của từng trường hợp");
	case DOSSIER_LACK_AWARDS: return T("Danh hiệu, hình thức còn hiệu lực");
	case DOSSIER_LACK_ATTACHMENT: return T("Tài liệu kèm theo");
	case DOSSIER_LACK_COUNT: break;
	}
	return "–";
}

enum dossier_window
dossier_window_at(enum dossier_state state, struct timestamp opens_at,
    struct timestamp closes_at, struct timestamp now)
{
	if (state == DOSSIER_STATE_RETURNED)
		return DOSSIER_WINDOW_OPEN;
	if (now.us < opens_at.us)
		return DOSSIER_WINDOW_NOT_YET;
	return now.us < closes_at.us ? DOSSIER_WINDOW_OPEN : DOSSIER_WINDOW_CLOSED;
}

bool
dossier_editable(enum dossier_state state)
{
	return state == DOSSIER_STATE_DRAFT || state == DOSSIER_STATE_RETURNED;
}

bool
nomination_editable(enum dossier_state dossier, enum nomination_state nomination)
{
	return (dossier == DOSSIER_STATE_DRAFT && nomination == NOMINATION_STATE_DRAFT) ||
	    (dossier == DOSSIER_STATE_RETURNED && nomination == NOMINATION_STATE_RETURNED);
}

bool
award_fits(enum award_recipient recipient, enum nominee_kind kind)
{
	switch (recipient) {
	case AWARD_RECIPIENT_INDIVIDUAL: return kind == NOMINEE_KIND_PERSON;
	case AWARD_RECIPIENT_COLLECTIVE: return kind == NOMINEE_KIND_COLLECTIVE;
	case AWARD_RECIPIENT_HOUSEHOLD: return kind == NOMINEE_KIND_HOUSEHOLD;
	case AWARD_RECIPIENT_ANY:
	case AWARD_RECIPIENT_COUNT: break;
	}
	return true;
}

/* Up to three numbers parted by one of / - . and blanks; how many, or 0 when it is anything else. */
static int
split_numbers(const char *s, int32_t out[3], size_t width[3])
{
	int n = 0;

	for (;;) {
		while (*s == ' ')
			s++;
		if (!isdigit((unsigned char)*s) || n == 3)
			return 0;
		out[n] = 0;
		width[n] = 0;
		while (isdigit((unsigned char)*s) && width[n] < 5) {
			out[n] = out[n] * 10 + (*s++ - '0');
			width[n]++;
		}
		n++;
		while (*s == ' ')
			s++;
		if (*s == '\0')
			return n;
		if (*s != '/' && *s != '-' && *s != '.')
			return 0;
		s++;
	}
}

enum birth_fault
birth_parse(const char *s, struct date today, struct birth *out)
{
	int32_t v[3];
	size_t width[3];
	int32_t year, month = 0, day = 0;
	int n;

	memset(out, 0, sizeof(*out));
	if (str_empty(s))
		return BIRTH_OK;
	n = split_numbers(s, v, width);
	switch (n) {
	case 1:
		year = v[0];
		if (width[0] != 4)
			return BIRTH_UNREADABLE;
		break;
	case 2:
		month = v[0];
		year = v[1];
		if (width[1] != 4)
			return BIRTH_UNREADABLE;
		if (month < 1 || month > 12)
			return BIRTH_NO_SUCH_DAY;
		break;
	case 3:
		if (width[0] == 4) {
			year = v[0];
			month = v[1];
			day = v[2];
		} else if (width[2] == 4) {
			day = v[0];
			month = v[1];
			year = v[2];
		} else {
			return BIRTH_UNREADABLE;
		}
		break;
	default: return BIRTH_UNREADABLE;
	}
	if (year < BIRTH_YEAR_MIN)
		return BIRTH_TOO_EARLY;
	if (year > today.year)
		return BIRTH_FUTURE;
	if (n < 3) {
		/* Month and year: only the year is kept, the day is not invented. */
		out->year = year;
		return BIRTH_OK;
	}
	if (month < 1 || month > 12 || day < 1 || day > 31)
		return BIRTH_NO_SUCH_DAY;
	out->on =
	    (struct date){ .year = (int16_t)year, .month = (int8_t)month, .day = (int8_t)day };
	if (!date_valid(out->on)) {
		memset(out, 0, sizeof(*out));
		return BIRTH_NO_SUCH_DAY;
	}
	if (date_cmp(out->on, today) >= 0) {
		memset(out, 0, sizeof(*out));
		return BIRTH_FUTURE;
	}
	return BIRTH_OK;
}

const char *
birth_fault_words(enum birth_fault fault)
{
	switch (fault) {
	case BIRTH_NO_SUCH_DAY:
		return T(
		    "Ngày sinh %1 không tồn tại. Kiểm tra lại ngày hoặc để trống ngày, tháng nếu không rõ.");
	case BIRTH_FUTURE: return T("Ngày sinh %1 chưa đến. Kiểm tra lại năm sinh.");
	case BIRTH_TOO_EARLY: return T("Ngày sinh %1 trước năm 1900. Kiểm tra lại năm sinh.");
	case BIRTH_UNREADABLE:
		return T(
		    "Không đọc được ngày sinh “%1”. Nhập ngày/tháng/năm, ví dụ 28/09/1969, hoặc chỉ năm sinh.");
	case BIRTH_OK: break;
	}
	return "";
}

char *
birth_format(struct arena *a, struct birth b)
{
	if (b.on.year != 0)
		return date_format(a, b.on);
	return b.year != 0 ? arena_printf(a, "%" PRId32, b.year) : arena_strdup(a, "");
}

char *
receipt_no_format(struct arena *a, int year, int64_t number)
{
	return arena_printf(a, "AG-%d-%06" PRId64, year, number);
}

const char *
file_download_name(struct arena *a, const char *name, const char *content_type)
{
	static const struct {
		const char *type, *ending;
	} endings[] = {
		{ "application/pdf", ".pdf" },
		{ "image/jpeg", ".jpg" },
		{ "image/jpeg", ".jpeg" },
		{ "image/png", ".png" },
		{ "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		    ".docx" },
		{ "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		    ".xlsx" },
	};
	const char *ending = NULL;
	size_t n = strlen(name);

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t m = strlen(endings[i].ending);

		if (!str_eq(endings[i].type, content_type))
			continue;
		if (n > m && strcasecmp(name + n - m, endings[i].ending) == 0)
			return name;
		if (ending == NULL)
			ending = endings[i].ending;
	}
	return arena_printf(a, "%s%s", name, ending != NULL ? ending : ".bin");
}

bool
file_removable(struct timestamp filed, struct timestamp uploaded)
{
	return filed.us == 0 || uploaded.us > filed.us;
}
