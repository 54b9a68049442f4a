/* Where a name or a line says that a paper is a state secret: the degree, alone, in capitals. */
#include "evidence/secrecy.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <uninorm.h>

#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

#define RAW_MAX  400u /* bytes of a line that may still be a stamp, with its blanks and dots */
#define BARE_MAX 60u /* and without them */

/* --- names ----------------------------------------------------------------------------------------- */

/* Where a stamp in a name may begin or end without any doubt: not merely at a blank. */
static bool
stands_apart(char c)
{
	return c == '\0' || strchr("()[]_-.,", c) != NULL;
}

enum file_secrecy
secrecy_of_name(struct arena *a, const char *name)
{
	static const char *const certain[] = { "TỐI MẬT", "TỐI_MẬT", "TỐI-MẬT", "TUYỆT MẬT",
		"TUYỆT_MẬT", "TUYỆT-MẬT" };
	static const char stamp[] = "MẬT";
	char *nfc, *folded;
	bool doubt = false;

	if (!utf8_valid(name, strlen(name)))
		return SECRECY_NONE;
	nfc = utf8_nfc(a, name);
	for (size_t i = 0; i < sizeof(certain) / sizeof(certain[0]); i++) {
		if (strstr(nfc, certain[i]) != NULL)
			return SECRECY_STAMP;
	}
	for (const char *p = nfc; (p = strstr(p, stamp)) != NULL; p += sizeof(stamp) - 1) {
		char before = p == nfc ? '\0' : p[-1], after = p[sizeof(stamp) - 1];

		if (stands_apart(before) && stands_apart(after))
			return SECRECY_STAMP;
		doubt = doubt ||
		    ((before == ' ' || stands_apart(before)) &&
			(after == ' ' || stands_apart(after)));
	}
	folded = arena_printf(a, " %s ", vn_fold(a, nfc));
	return doubt || strstr(folded, " toi mat ") != NULL ||
		strstr(folded, " tuyet mat ") != NULL || strcasestr(nfc, "(mat)") != NULL ||
		strcasestr(nfc, "[mat]") != NULL || strcasestr(nfc, "(mật)") != NULL
	    ? SECRECY_DOUBT
	    : SECRECY_NONE;
}

/* --- lines ------------------------------------------------------------------------------------------ */

/* Length of a blank, dash, dot, bracket, quotation mark or piece of a drawn frame at s; 0 for anything that says something. */
static size_t
decoration(const char *s)
{
	unsigned char second;

	if (*s != '\0' && strchr(" \t\r\n\f.,:;*-_=~#+()[]{}<>/\\|\"'", *s) != NULL)
		return 1;
	if (strncmp(s, "\xc2\xa0", 2) == 0 || strncmp(s, "\xc2\xad", 2) == 0 ||
	    strncmp(s, "\xc2\xab", 2) == 0 || strncmp(s, "\xc2\xbb", 2) == 0)
		return 2;
	if (strncmp(s, "\xef\xbb\xbf", 3) == 0 || strncmp(s, "\xe3\x80\x80", 3) == 0)
		return 3;
	/* U+2000-207F: blanks, dashes, quotation marks, dots; U+2500-27BF: frames, boxes, stars. */
	second = *s == '\xe2' ? (unsigned char)s[1] : 0;
	if (second == 0x80 || second == 0x81 || (second >= 0x94 && second <= 0x9e))
		return s[2] != '\0' ? 3 : 0;
	return 0;
}

/* Only what says something, composed: "[ T Ố I  M Ậ T ]" gives "TỐIMẬT"; "" when it is too long for a stamp. */
static const char *
bare(struct arena *a, const char *line)
{
	char *text, *out, *begin;
	size_t n;

	if (strlen(line) > RAW_MAX || !utf8_valid(line, strlen(line)))
		return "";
	begin = out = text = utf8_nfc(a, line);
	while (*text != '\0') {
		if ((n = decoration(text)) > 0) {
			text += n;
			continue;
		}
		/* Eth, which old keyboards write for d with stroke. */
		if (strncmp(text, "\xc3\x90", 2) == 0) {
			memcpy(out, "Đ", sizeof("Đ") - 1);
			out += 2;
			text += 2;
			continue;
		}
		*out++ = *text++;
	}
	*out = '\0';
	return (size_t)(out - begin) <= BARE_MAX ? begin : "";
}

static const char *
upper(struct arena *a, const char *s)
{
	size_t n = 0;
	uint8_t *out =
	    u8_toupper((const uint8_t *)s, strlen(s) + 1, "vi", UNINORM_NFC, NULL, &n);
	const char *kept = out != NULL ? arena_strndup(a, (const char *)out, n) : s;

	free(out);
	return kept;
}

static bool
is_degree(const char *s)
{
	return str_eq(s, "MẬT") || str_eq(s, "TỐIMẬT") || str_eq(s, "TUYỆTMẬT");
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && memcmp(s + n - m, end, m) == 0;
}

enum file_secrecy
secrecy_of_line(struct arena *a, const char *line, const char *above)
{
	static const char *const prefixes[] = { "ĐỘMẬT", "MỨCĐỘMẬT" };
	static const char *const broken[] = { "BÍ", "BẢO", "ĐỘ", "CƠ" };
	const char *text = bare(a, line), *all;

	/* Both letters stand in every degree, also without its accents. */
	if ((strchr(text, 'M') == NULL && strchr(text, 'm') == NULL) ||
	    (strchr(text, 'T') == NULL && strchr(text, 't') == NULL))
		return SECRECY_NONE;
	if (is_degree(text)) {
		all = bare(a, above);
		for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
			if (ends_with(all, broken[i]))
				return SECRECY_DOUBT;
		}
		return SECRECY_STAMP;
	}
	all = upper(a, text);
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		if (str_starts(all, prefixes[i]) && is_degree(all + strlen(prefixes[i])))
			return SECRECY_STAMP;
	}
	return str_eq(text, "Tốimật") || str_eq(text, "Tuyệtmật") || str_eq(text, "TOIMAT") ||
		str_eq(text, "TUYETMAT")
	    ? SECRECY_DOUBT
	    : SECRECY_NONE;
}

/* --- text -------------------------------------------------------------------------------------------- */

/* Of a long line its end is enough, whole letters of it. */
static const char *
end_of(const char *s)
{
	size_t n = strlen(s);

	if (n > BARE_MAX)
		s += n - BARE_MAX;
	while (((unsigned char)*s & 0xc0) == 0x80)
		s++;
	return s;
}

enum file_secrecy
secrecy_of_text(const char *text, size_t n, bool *has_text)
{
	enum file_secrecy found = SECRECY_NONE, of_line;
	struct arena *a = arena_new(), *kept = arena_new();
	const char *end = text + n, *above = "";

	*has_text = false;
	for (const char *p = text; p < end && found != SECRECY_STAMP;) {
		const char *line = p;
		char *copy;

		while (p < end && *p != '\n' && *p != '\f')
			*has_text = isalnum((unsigned char)*p++) != 0 || *has_text;
		copy = arena_strndup(a, line, (size_t)(p - line));
		of_line = secrecy_of_line(a, copy, above);
		found = of_line > found ? of_line : found;
		arena_reset(kept);
		above = arena_strdup(kept, end_of(copy));
		arena_reset(a);
		p++;
	}
	arena_free(a);
	arena_free(kept);
	return found;
}
