/* Mail: pure rules. Words of notices, addresses, encoded headers, what an answer of a mail server means, pauses. */
#include "mail/mail.h"

#include <ctype.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "core/buf.h"
#include "core/lang.h"
#include "core/str.h"
#include "core/utf8.h"

/* --- words ---------------------------------------------------------------------------------------- */

const char *
notice_kind_words(enum notice_kind kind)
{
	switch (kind) {
	case NOTICE_KIND_FILED: return T("Biên nhận khi nộp hồ sơ");
	case NOTICE_KIND_RECEIVED: return T("Hồ sơ được tiếp nhận thẩm định");
	case NOTICE_KIND_RETURNED: return T("Hồ sơ bị trả lại để bổ sung");
	case NOTICE_KIND_DECIDED: return T("Có quyết định khen thưởng");
	case NOTICE_KIND_PUBLISHED: return T("Danh sách được công bố");
	case NOTICE_KIND_DEADLINE_MOVED: return T("Hạn nộp thay đổi");
	case NOTICE_KIND_DEADLINE_NEAR: return T("Sắp hết hạn nộp");
	case NOTICE_KIND_FILE_INFECTED: return T("Tệp đính kèm có mã độc");
	case NOTICE_KIND_FILE_SECRET: return T("Tệp đính kèm có dấu chỉ độ mật");
	case NOTICE_KIND_CONFIRM_ADDRESS: return T("Xác nhận địa chỉ thư");
	case NOTICE_KIND_ADDRESS_CHANGED: return T("Địa chỉ thư đã đổi");
	case NOTICE_KIND_DIGEST: return T("Bản gộp hằng ngày");
	case NOTICE_KIND_COUNT: break;
	}
	return "";
}

const char *
notice_kind_hint(enum notice_kind kind)
{
	switch (kind) {
	case NOTICE_KIND_FILED: return T("Số biên nhận, thời điểm và mã băm của bản đã nộp.");
	case NOTICE_KIND_RETURNED: return T("Mỗi hồ sơ một thư, kèm số trường hợp và lý do.");
	case NOTICE_KIND_DEADLINE_NEAR:
		return T("Một lần cho mỗi bản nháp chưa nộp, trước hạn vài ngày làm việc.");
	case NOTICE_KIND_RECEIVED:
	case NOTICE_KIND_DECIDED:
	case NOTICE_KIND_PUBLISHED:
	case NOTICE_KIND_DEADLINE_MOVED:
	case NOTICE_KIND_FILE_INFECTED:
	case NOTICE_KIND_FILE_SECRET:
	case NOTICE_KIND_CONFIRM_ADDRESS:
	case NOTICE_KIND_ADDRESS_CHANGED:
	case NOTICE_KIND_DIGEST:
	case NOTICE_KIND_COUNT: break;
	}
	return NULL;
}

bool
notice_kind_mutable(enum notice_kind kind)
{
	return kind != NOTICE_KIND_CONFIRM_ADDRESS && kind != NOTICE_KIND_ADDRESS_CHANGED &&
	    kind != NOTICE_KIND_DIGEST && kind != NOTICE_KIND_COUNT;
}

const char *
mail_state_words(enum mail_state state)
{
	switch (state) {
	case MAIL_STATE_WAITING: return T("Đang chờ gửi");
	case MAIL_STATE_SENT: return T("Đã gửi");
	case MAIL_STATE_FOLDED: return T("Đã gộp");
	case MAIL_STATE_SUPPRESSED: return T("Không gửi");
	case MAIL_STATE_DEAD: return T("Không gửi được");
	case MAIL_STATE_DROPPED: return T("Đã bỏ");
	case MAIL_STATE_COUNT: break;
	}
	return "";
}

const char *
mail_state_tag(enum mail_state state)
{
	switch (state) {
	case MAIL_STATE_WAITING: return "progress";
	case MAIL_STATE_SENT: return "done";
	case MAIL_STATE_DEAD: return "refused";
	case MAIL_STATE_FOLDED:
	case MAIL_STATE_SUPPRESSED:
	case MAIL_STATE_DROPPED:
	case MAIL_STATE_COUNT: break;
	}
	return "neutral";
}

const char *
mail_error_words(const char *last_error)
{
	static const struct {
		const char *code, *words;
	} known[] = {
		{ "no_address", T("Tài khoản chưa có địa chỉ thư") },
		{ "muted", T("Người nhận đã tắt loại thông báo này") },
		{ "locked", T("Tài khoản đã khóa") },
		{ "sample", T("Địa chỉ mẫu, không có thật") },
		{ "stale", T("Chờ quá bảy ngày, không còn ích gì") },
		{ "interrupted", T("Tiến trình gửi bị ngắt nhiều lần khi đang gửi thư này") },
		{ "bad_address", T("Địa chỉ không đúng dạng") },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (str_eq(last_error, known[i].code))
			return known[i].words;
	}
	return last_error;
}

const char *
mail_trouble_words(enum mail_trouble trouble)
{
	switch (trouble) {
	case MAIL_TROUBLE_AWAY: return T("Máy chủ thư không trả lời");
	case MAIL_TROUBLE_REFUSED:
		return T("Máy chủ thư từ chối tài khoản hoặc địa chỉ gửi của hệ thống");
	case MAIL_TROUBLE_QUOTA: return T("Đã hết hạn mức gửi thư của máy chủ");
	case MAIL_TROUBLE_COUNT: break;
	}
	return "";
}

/* --- addresses and text -------------------------------------------------------------------------------- */

static bool
atom_char(char c)
{
	return isalnum((unsigned char)c) ||
	    (c != '\0' && strchr("!#$%&'*+-/=?^_`{|}~.", c) != NULL);
}

bool
mail_address_valid(const char *s)
{
	const char *at = s != NULL ? strrchr(s, '@') : NULL;
	size_t local, label = 0;
	bool dot = false;

	if (at == NULL || strlen(s) > 254)
		return false;
	local = (size_t)(at - s);
	if (local == 0 || local > 64 || s[0] == '.' || at[-1] == '.')
		return false;
	for (size_t i = 0; i < local; i++) {
		if (!atom_char(s[i]) || (s[i] == '.' && s[i + 1] == '.'))
			return false;
	}
	for (const char *p = at + 1;; p++) {
		if (*p == '.' || *p == '\0') {
			if (label == 0 || label > 63 || p[-1] == '-')
				return false;
			if (*p == '\0')
				return dot;
			dot = true;
			label = 0;
		} else if (isalnum((unsigned char)*p) || (*p == '-' && label > 0)) {
			label++;
		} else {
			return false;
		}
	}
}

/* One line's worth of data into out; stops after *left code points. */
static void
add_plain(struct buf *out, const char *s, size_t n, size_t *left)
{
	bool space = false;

	size_t i = 0;

	while (i<n && * left> 0) {
		unsigned char c = (unsigned char)s[i];
		size_t len = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
		/* U+0085, U+2028 and U+2029 end lines too; U+202A..E and U+2066..9 turn them round. */
		bool odd = c < 0x20 || c == 0x7f ||
		    (c == 0xc2 && (unsigned char)s[i + 1] < 0xa0) ||
		    (c == 0xe2 && (unsigned char)s[i + 1] == 0x80 &&
			(unsigned char)s[i + 2] >= 0xa8 && (unsigned char)s[i + 2] <= 0xae) ||
		    (c == 0xe2 && (unsigned char)s[i + 1] == 0x81 &&
			(unsigned char)s[i + 2] >= 0xa6 && (unsigned char)s[i + 2] <= 0xa9);

		if (len > n - i)
			break;
		if (odd || c == ' ') {
			space = true;
			i += len;
			continue;
		}
		if (space && out->len > 0) {
			buf_putc(out, ' ');
			(*left)--;
		}
		space = false;
		if (c == ':' && n - i >= 3 && s[i + 1] == '/' && s[i + 2] == '/') {
			/* No mail of ours carries a stranger's link. */
			BUF_LIT(out, ": //");
			i += 3;
			*left -= *left < 4 ? *left : 4;
			continue;
		}
		if (*left > 0) {
			buf_add(out, s + i, len);
			(*left)--;
		}
		i += len;
	}
	if (i < n)
		buf_puts(out, "…");
}

char *
mail_line(struct arena *a, const char *s, size_t max)
{
	struct buf out = { 0 };
	size_t left = max;
	char *text;

	if (s != NULL && utf8_valid(s, strlen(s)))
		add_plain(&out, s, strlen(s), &left);
	text = arena_strndup(a, out.p != NULL ? out.p : "", out.len);
	buf_free(&out);
	return text;
}

char *
mail_lines(struct arena *a, const char *s, size_t max)
{
	struct buf out = { 0 }, line = { 0 };
	size_t left = max;
	char *text;

	while (s != NULL && utf8_valid(s, strlen(s)) && *s != '\0' && left > 0) {
		size_t n = strcspn(s, "\n");

		buf_reset(&line);
		add_plain(&line, s, n, &left);
		if (line.len > 0)
			buf_printf(&out, "%s  %s", out.len > 0 ? "\n" : "", line.p);
		s += n;
		if (*s == '\n')
			s++;
	}
	text = arena_strndup(a, out.p != NULL ? out.p : "", out.len);
	buf_free(&out);
	buf_free(&line);
	return text;
}

/* --- headers ---------------------------------------------------------------------------------------------- */

static bool
header_plain(const char *s)
{
	for (const char *p = s; *p != '\0'; p++) {
		if ((unsigned char)*p < 0x20 || (unsigned char)*p > 0x7e || *p == '=' ||
		    *p == '"' || *p == '\\' || *p == '<' || *p == '>' || *p == ',' ||
		    *p == ';' || *p == ':' || *p == '@' || *p == '(' || *p == ')' ||
		    *p == '[' || *p == ']')
			return false;
	}
	return strlen(s) <= 60;
}

char *
mail_encode_header(struct arena *a, const char *name, const char *text)
{
	/* 45 bytes make 60 letters; with "=?UTF-8?B?" and "?=" a word stays below its 75. */
	enum { PIECE = 45 };
	char word[sodium_base64_ENCODED_LEN(PIECE, sodium_base64_VARIANT_ORIGINAL)];
	struct buf out = { 0 };
	size_t n = strlen(text), at = 0;
	char *line;

	buf_printf(&out, "%s:", name);
	if (header_plain(text)) {
		buf_printf(&out, " %s", text);
		at = n;
	}
	while (at < n) {
		size_t len = n - at < PIECE ? n - at : PIECE;

		/* No letter is cut in two. */
		while (
		    at + len < n && len > 1 && ((unsigned char)text[at + len] & 0xc0) == 0x80)
			len--;
		(void)sodium_bin2base64(word, sizeof(word), (const unsigned char *)text + at,
		    len, sodium_base64_VARIANT_ORIGINAL);
		buf_printf(&out, "%s =?UTF-8?B?%s?=", at > 0 ? "\r\n" : "", word);
		at += len;
	}
	line = arena_strndup(a, out.p, out.len);
	buf_free(&out);
	return line;
}

bool
mail_sender_parse(struct arena *a, const char *s, const char **name, const char **address)
{
	const char *open = s != NULL ? strrchr(s, '<') : NULL, *close;

	*name = NULL;
	*address = NULL;
	if (s == NULL)
		return false;
	if (open == NULL) {
		*address = str_trim(a, s);
		return mail_address_valid(*address);
	}
	if ((close = strchr(open, '>')) == NULL || close[1] != '\0')
		return false;
	*address = arena_strndup(a, open + 1, (size_t)(close - open - 1));
	*name = mail_line(a, str_trim(a, arena_strndup(a, s, (size_t)(open - s))), 80);
	return mail_address_valid(*address);
}

char *
mail_crlf(struct arena *a, const char *s)
{
	struct buf out = { 0 };
	char *text;

	for (; *s != '\0'; s++) {
		if (*s == '\r')
			continue;
		if (*s == '\n')
			buf_putc(&out, '\r');
		buf_putc(&out, *s);
	}
	text = arena_strndup(a, out.p != NULL ? out.p : "", out.len);
	buf_free(&out);
	return text;
}

/* --- answers of the server ------------------------------------------------------------------------------------ */

/* The enhanced code of RFC 3463 behind the three digits: "550 5.1.1 ..." gives 1 and 1. */
static bool
enhanced(const char *text, int *subject, int *detail)
{
	int class;

	if (sscanf(text, "%*3d%*[ -]%1d.%3d.%3d", &class, subject, detail) != 3)
		return false;
	return class == 4 || class == 5;
}

static bool
says(const char *text, const char *word)
{
	return strcasestr(text, word) != NULL;
}

/*
 * A quota is ours when the server says so of the sender: Gmail's and Exchange's "5.4.5 Daily sending quota exceeded",
 * "4.7.28 rate limited", "too many messages"; x.2.2 is the recipient's full mailbox.
 */
static bool
quota_is_used_up(const char *text)
{
	int subject = 0, detail = 0;

	if (enhanced(text, &subject, &detail)) {
		if (subject == 2)
			return false;
		if ((subject == 4 && detail == 5) || (subject == 7 && detail == 28))
			return true;
	}
	if (says(text, "mailbox"))
		return false;
	return (says(text, "quota") || says(text, "limit") || says(text, "too many")) &&
	    (says(text, "exceed") || says(text, "send") || says(text, "rate") ||
		says(text, "messages") || says(text, "daily"));
}

enum mail_verdict
mail_judge(enum mail_stage stage, int code, const char *text)
{
	if (stage == MAIL_STAGE_DONE)
		return MAIL_TAKEN;
	if (code >= 400 && quota_is_used_up(text))
		return MAIL_HOLD_QUOTA;
	if (code == 421)
		return MAIL_HOLD_AWAY;
	switch (stage) {
	case MAIL_STAGE_CONNECT:
	case MAIL_STAGE_SENDER:
		/* Before the recipient is named it cannot be the recipient's fault. */
		return code >= 500 && code < 600 ? MAIL_HOLD_REFUSED : MAIL_HOLD_AWAY;
	case MAIL_STAGE_RECIPIENT:
	case MAIL_STAGE_CONTENT:
		if (code >= 500 && code < 600)
			return MAIL_NEVER;
		/* No answer: the connection broke.  It counts, lest one mail that breaks it holds up all. */
		return MAIL_LATER;
	case MAIL_STAGE_DONE: break;
	}
	return MAIL_LATER;
}

int
mail_pause_s(int attempts)
{
	static const int minutes[] = { 1, 4, 16, 64, 360 };
	size_t last = sizeof(minutes) / sizeof(minutes[0]) - 1;
	size_t i = attempts < 1 ? 0 : (size_t)attempts - 1;

	return minutes[i > last ? last : i] * 60;
}

int
mail_hold_s(enum mail_verdict verdict)
{
	switch (verdict) {
	case MAIL_HOLD_QUOTA: return 3600;
	case MAIL_HOLD_REFUSED: return 300;
	case MAIL_HOLD_AWAY:
	case MAIL_TAKEN:
	case MAIL_LATER:
	case MAIL_NEVER: break;
	}
	return 30;
}
