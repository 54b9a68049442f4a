/* UTF-8: validity, length, NFC, forbidden characters. */
#include "core/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <uninorm.h>

/* True when all eight bytes at p are ASCII and none is NUL. */
static bool
eight_plain(const unsigned char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof(w));
	/* The carry trick finds zero bytes only, and only, when no high bit is set. */
	return ((w | (w - UINT64_C(0x0101010101010101))) & UINT64_C(0x8080808080808080)) == 0;
}

bool
utf8_valid(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s, *end = p + n;
	unsigned char low, high;
	int tail;

	while (p < end) {
		if (end - p >= 8 && eight_plain(p)) {
			p += 8;
			continue;
		}
		if (*p < 0x80) {
			if (*p++ == 0)
				return false;
			continue;
		}
		/* Table 3-7 of the Unicode standard: only the second byte has odd limits. */
		low = 0x80;
		high = 0xbf;
		if (*p >= 0xc2 && *p <= 0xdf)
			tail = 1;
		else if (*p >= 0xe0 && *p <= 0xef) {
			tail = 2;
			if (*p == 0xe0)
				low = 0xa0;
			else if (*p == 0xed)
				high = 0x9f;
		} else if (*p >= 0xf0 && *p <= 0xf4) {
			tail = 3;
			if (*p == 0xf0)
				low = 0x90;
			else if (*p == 0xf4)
				high = 0x8f;
		} else
			return false;
		if (end - p <= tail)
			return false;
		p++;
		if (*p < low || *p > high)
			return false;
		for (p++; tail > 1; tail--, p++)
			if (*p < 0x80 || *p > 0xbf)
				return false;
	}
	return true;
}

size_t
utf8_length(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

/*
 * True when s surely is NFC: only ASCII, Latin below U+0300 and U+1E00..1EFF.
 * None of those changes or combines; all precomposed Vietnamese is in them.
 */
static bool
surely_nfc(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	while (*p != '\0') {
		if (*p < 0x80)
			p++;
		else if (*p < 0xcc)
			p += 2;
		else if (*p == 0xe1 && p[1] >= 0xb8 && p[1] <= 0xbb)
			p += 3;
		else
			return false;
	}
	return true;
}

char *
utf8_nfc(struct arena *a, const char *s)
{
	uint8_t *nfc;
	size_t n;
	char *out;

	if (s == NULL || surely_nfc(s))
		return arena_strdup(a, s);
	nfc = u8_normalize(UNINORM_NFC, (const uint8_t *)s, strlen(s), NULL, &n);
	if (nfc == NULL) /* only when malloc failed or the input was invalid */
		return arena_strdup(a, s);
	out = arena_strndup(a, (const char *)nfc, n);
	free(nfc);
	return out;
}

bool
utf8_has_control(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	for (; *p != '\0'; p++) {
		if (*p < 0x20 && *p != '\n' && *p != '\r' && *p != '\t')
			return true;
		if (*p == 0x7f)
			return true;
		if (*p == 0xc2 && p[1] >= 0x80 && p[1] <= 0x9f) /* C1 controls */
			return true;
		if (*p == 0xe2 && p[1] == 0x80 && p[2] >= 0xaa && p[2] <= 0xae)
			return true;
		if (*p == 0xe2 && p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9)
			return true;
	}
	return false;
}
