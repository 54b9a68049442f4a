/* Identity numbers where they do not belong: found in texts of any kind, masked, recognised when masked. */
#include <string.h>

#include "core/buf.h"
#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "registry/identity.h"

#define SHORT_TEXT 40 /* letters: a cell with a number and a word or two, no story */
#define LEAST      9 /* digits of a number on its own; dates have eight */
#define DIGITS_MAX 40 /* digits a mask counts */
#define SHOWN      4

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of what may stand between the digits of one number; 0: nothing of the kind. */
static size_t
gap(const char *s)
{
	/* U+00A0, U+00AD, U+2007, U+200B, U+202F, U+FEFF */
	static const char *const wide[] = { "\xc2\xa0", "\xc2\xad", "\xe2\x80\x87",
		"\xe2\x80\x8b", "\xe2\x80\xaf", "\xef\xbb\xbf" };

	if (*s != '\0' && strchr(" .,-_'\t\r\n", *s) != NULL)
		return 1;
	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++) {
		if (str_starts(s, wide[i]))
			return strlen(wide[i]);
	}
	return 0;
}

/* A stretch of text that is one number. */
struct found {
	const char *end;
	size_t n, groups;
	char digits[DIGITS_MAX + 1];
};

static const char *
take_digits(const char *s, struct found *f)
{
	for (; is_digit(*s); s++) {
		if (f->n < DIGITS_MAX)
			f->digits[f->n++] = *s;
	}
	f->groups++;
	f->digits[f->n] = '\0';
	return s;
}

/* Nothing but digits and what may part them. */
static bool
is_all(const char *s, struct found *f)
{
	size_t skip;

	memset(f, 0, sizeof(*f));
	while (*s != '\0') {
		if (is_digit(*s))
			s = take_digits(s, f);
		else if ((skip = gap(s)) > 0)
			s += skip;
		else
			return false;
	}
	f->end = s;
	return f->n >= LEAST;
}

static bool
of_province(const char *digits)
{
	int province = (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + digits[2] - '0';

	return province >= 1 && province <= 96;
}

/* A word of the text says what its digits are. */
static bool
is_named(struct arena *a, const char *text)
{
	static const char *const words[] = { "cccd", "cmnd", "cmtnd", "can cuoc", "dinh danh",
		"chung minh" };
	const char *folded = vn_fold(a, text);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strstr(folded, words[i]) != NULL)
			return true;
	}
	return false;
}

static bool
is_money(const char *s)
{
	static const char *const units[] = { "đ", "Đ", "d", "vn", "VN", "tr", "%" };

	while (*s == ' ')
		s++;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (str_starts(s, units[i]))
			return true;
	}
	return false;
}

/* What is known of a text, once enough digits in it made it worth asking. */
struct about {
	bool asked, named, brief;
};

static void
ask(struct arena *a, const char *text, struct about *t)
{
	if (t->asked)
		return;
	t->asked = true;
	t->named = is_named(a, text);
	t->brief = utf8_length(text) <= SHORT_TEXT;
}

/* A number that begins at s, the first of a row of digits, in groups parted by one sign each: 12 before 9 of them. */
static bool
begins(struct arena *a, const char *text, struct about *t, const char *s, struct found *out)
{
	struct found f = { 0 };
	size_t skip;

	out->n = 0;
	for (;;) {
		s = take_digits(s, &f);
		f.end = s;
		if (f.n == 12 && of_province(f.digits)) {
			*out = f;
		} else if (f.n == 12 || f.n == 9) {
			ask(a, text, t);
			if ((t->named || (t->brief && f.groups == 1)) && !is_money(s))
				*out = f;
		}
		skip = gap(s);
		if (f.n >= 12 || skip == 0 || !is_digit(s[skip]))
			return out->n > 0;
		s += skip;
	}
}

/* Letters of a mask: "•••• •••• 1234", a dot for each digit that is not shown. */
static const char *
mask_of(struct arena *a, const struct found *f)
{
	char dots[DIGITS_MAX * 4 + 1];
	size_t n = 0;

	for (size_t i = 0; i + SHOWN < f->n; i++) {
		if (i > 0 && i % 4 == 0)
			dots[n++] = ' ';
		memcpy(dots + n, "•", strlen("•"));
		n += strlen("•");
	}
	dots[n] = '\0';
	return arena_printf(a, "%s %s", dots, f->digits + f->n - SHOWN);
}

static bool
has_digits(const char *s)
{
	size_t n = 0;

	for (; *s != '\0' && n < LEAST; s++)
		n += is_digit(*s);
	return n == LEAST;
}

const char *
identity_hide(struct arena *a, const char *text, char digits[IDENTITY_DIGITS + 1])
{
	struct found f, one = { 0 };
	struct about about = { 0 };
	struct buf b = { 0 };
	const char *from = text, *out;
	size_t numbers = 0;

	if (digits != NULL)
		digits[0] = '\0';
	if (text == NULL || !has_digits(text))
		return text;
	if (is_all(text, &one)) {
		buf_puts(&b, mask_of(a, &one));
		from = one.end;
		numbers = 1;
	}
	for (const char *s = from; *s != '\0';) {
		if (!is_digit(*s)) {
			s++;
		} else if (begins(a, text, &about, s, &f)) {
			buf_add(&b, from, (size_t)(s - from));
			buf_puts(&b, mask_of(a, &f));
			from = s = f.end;
			one = f;
			numbers++;
		} else {
			while (is_digit(*s))
				s++;
		}
	}
	if (numbers == 0)
		return text;
	buf_puts(&b, from);
	out = arena_strndup(a, b.p, b.len);
	buf_free(&b);
	if (digits != NULL && numbers == 1 && (one.n == 9 || one.n == IDENTITY_DIGITS))
		memcpy(digits, one.digits, one.n + 1);
	return out;
}

size_t
identity_hidden(const char *text)
{
	size_t n = 0, dots = 0;

	if (text == NULL || (text = strstr(text, "•")) == NULL)
		return 0;
	for (const char *s = text; *s != '\0';) {
		if (str_starts(s, "•")) {
			dots++;
			s += strlen("•");
		} else if (is_digit(*s) && dots >= LEAST - SHOWN) {
			n += dots + SHOWN;
			dots = 0;
		} else {
			/* A space within a mask; anything else ends what was none. */
			dots = *s == ' ' ? dots : 0;
			s++;
		}
	}
	return n;
}
