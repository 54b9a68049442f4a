/* Strings and numbers from strangers. */
#include "core/str.h"

#include <string.h>

#include "core/vietnamese.h"

enum err
parse_i64(const char *s, int64_t min, int64_t max, int64_t *out)
{
	bool negative;
	int64_t v = 0;

	if (s == NULL)
		return ERR_INVALID;
	negative = *s == '-';
	if (negative)
		s++;
	if (*s == '\0')
		return ERR_INVALID;
	/* Counted downwards: the smallest number has no positive twin. */
	for (; *s != '\0'; s++) {
		if (*s < '0' || *s > '9')
			return ERR_INVALID;
		if (__builtin_mul_overflow(v, (int64_t)10, &v) ||
		    __builtin_sub_overflow(v, (int64_t)(*s - '0'), &v))
			return ERR_INVALID;
	}
	if (!negative) {
		if (v == INT64_MIN)
			return ERR_INVALID;
		v = -v;
	}
	if (v < min || v > max)
		return ERR_INVALID;
	*out = v;
	return ERR_OK;
}

bool
str_eq(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}

bool
str_empty(const char *s)
{
	return s == NULL || *s == '\0';
}

bool
str_starts(const char *s, const char *prefix)
{
	return s != NULL && prefix != NULL && strncmp(s, prefix, strlen(prefix)) == 0;
}

/* Bytes of the white space at the start of s, 0 when there is none. */
static size_t
space_len(const char *s)
{
	if (*s == ' ' || (*s >= '\t' && *s <= '\r'))
		return 1;
	if (strncmp(s, "\xc2\xa0", 2) == 0)
		return 2;
	if (strncmp(s, "\xef\xbb\xbf", 3) == 0)
		return 3;
	return 0;
}

char *
str_trim(struct arena *a, const char *s)
{
	const char *end, *p;
	size_t n;

	if (s == NULL)
		return NULL;
	while ((n = space_len(s)) > 0)
		s += n;
	for (p = end = s; *p != '\0';) {
		if ((n = space_len(p)) > 0)
			p += n;
		else
			end = ++p;
	}
	return arena_strndup(a, s, (size_t)(end - s));
}

char *
hex_encode(struct arena *a, const void *data, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *b = data;
	char *out = arena_array(a, n + 1, 2);
	size_t i;

	for (i = 0; i < n; i++) {
		out[2 * i] = digits[b[i] >> 4];
		out[2 * i + 1] = digits[b[i] & 15];
	}
	return out;
}

/* -1 when c is no hexadecimal digit. */
static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

enum err
hex_decode(const char *s, void *out, size_t n)
{
	unsigned char *b = out;
	int high, low;
	size_t i;

	if (s == NULL || strlen(s) / 2 != n || strlen(s) % 2 != 0)
		return ERR_INVALID;
	for (i = 0; i < n; i++) {
		high = hex_value(s[2 * i]);
		low = hex_value(s[2 * i + 1]);
		if (high < 0 || low < 0)
			return ERR_INVALID;
		b[i] = (unsigned char)(high << 4 | low);
	}
	return ERR_OK;
}

char *
base64url_encode(struct arena *a, const void *data, size_t n)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	const unsigned char *b = data;
	char *out = arena_array(a, n / 3 + 2, 4), *p = out;
	unsigned bits;
	size_t i;

	for (i = 0; i + 2 < n; i += 3) {
		bits = (unsigned)b[i] << 16 | (unsigned)b[i + 1] << 8 | b[i + 2];
		*p++ = digits[bits >> 18];
		*p++ = digits[bits >> 12 & 63];
		*p++ = digits[bits >> 6 & 63];
		*p++ = digits[bits & 63];
	}
	if (i < n) {
		bits = (unsigned)b[i] << 16 | (i + 1 < n ? (unsigned)b[i + 1] << 8 : 0);
		*p++ = digits[bits >> 18];
		*p++ = digits[bits >> 12 & 63];
		if (i + 1 < n)
			*p++ = digits[bits >> 6 & 63];
	}
	*p = '\0';
	return out;
}

static int
base64url_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	if (c == '-')
		return 62;
	if (c == '_')
		return 63;
	return -1;
}

enum err
base64url_decode(const char *s, void *out, size_t n)
{
	unsigned char *b = out;
	unsigned bits = 0;
	int have = 0, v;
	size_t len, i;

	if (s == NULL)
		return ERR_INVALID;
	len = strlen(s);
	if (len != n / 3 * 4 + (n % 3 == 0 ? 0 : n % 3 + 1))
		return ERR_INVALID;
	for (i = 0; i < len; i++) {
		if ((v = base64url_value(s[i])) < 0)
			return ERR_INVALID;
		bits = (bits << 6 | (unsigned)v) & 0xffff;
		have += 6;
		if (have >= 8) {
			have -= 8;
			*b++ = (unsigned char)(bits >> have);
		}
	}
	/* Left-over bits must be zero, or one value would have several spellings. */
	return (bits & ((1u << have) - 1)) == 0 ? ERR_OK : ERR_INVALID;
}

bool
percent_decode(const char *s, size_t len, bool plus, char *out, size_t *n)
{
	size_t i, k = 0;
	int high, low;

	for (i = 0; i < len; i++) {
		if (s[i] == '%') {
			if (len - i < 3)
				return false;
			high = hex_value(s[i + 1]);
			low = hex_value(s[i + 2]);
			if (high < 0 || low < 0)
				return false;
			out[k++] = (char)(high << 4 | low);
			i += 2;
		} else
			out[k++] = plus && s[i] == '+' ? ' ' : s[i];
	}
	out[k] = '\0';
	*n = k;
	return true;
}

char *
slugify(struct arena *a, const char *s)
{
	const char *p = vn_fold(a, s);
	char *out = arena_alloc(a, strlen(p) + 2), *q = out;

	for (; *p != '\0'; p++) {
		if ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9'))
			*q++ = *p;
		else if (q > out && q[-1] != '-')
			*q++ = '-';
	}
	if (q > out && q[-1] == '-')
		q--;
	if (q == out)
		*q++ = 'x';
	*q = '\0';
	return out;
}
