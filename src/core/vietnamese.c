/* Vietnamese text: folding for search, sort keys of names. */
#include "core/vietnamese.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "core/utf8.h"

/* Folded ASCII letter of U+00C0..U+024F and U+1E00..U+1EFF, 0 where it takes the long way. */
static char latin[0x250];
static char latin_extended[0x100];
static bool tables_ready;

static ucs4_t
base_of(ucs4_t c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	/* A Hangul syllable is a letter of its own; its first part alone means nothing. */
	if (c >= 0xac00 && c <= 0xd7a3)
		return c;
	while (uc_canonical_decomposition(c, parts) > 0)
		c = parts[0];
	return c;
}

static ucs4_t
fold_letter(ucs4_t c)
{
	c = uc_tolower(base_of(c));
	/* d with stroke; eth is what old keyboards and fonts produced in its place. */
	return c == 0x111 || c == 0xf0 ? 'd' : c;
}

static void
make_tables(void)
{
	ucs4_t c, f;

	for (c = 0xc0; c < 0x250; c++)
		if ((f = fold_letter(c)) < 0x80)
			latin[c] = (char)f;
	for (c = 0x1e00; c < 0x1f00; c++)
		if ((f = fold_letter(c)) < 0x80)
			latin_extended[c - 0x1e00] = (char)f;
	tables_ready = true;
}

/* Folded form of c, 0 for a mark (dropped), ' ' for anything that separates words. */
static ucs4_t
fold_char(ucs4_t c)
{
	if (c < 0x250 && latin[c] != 0)
		return (ucs4_t)latin[c];
	if (c >= 0x1e00 && c < 0x1f00 && latin_extended[c - 0x1e00] != 0)
		return (ucs4_t)latin_extended[c - 0x1e00];
	c = fold_letter(c);
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
		return 0;
	/* Zero-width joiners and the soft hyphen stand inside words. */
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cf))
		return 0;
	if (!uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N))
		return ' ';
	return c;
}

char *
vn_fold(struct arena *a, const char *s)
{
	const uint8_t *p = (const uint8_t *)s;
	uint8_t *out, *q;
	ucs4_t c;
	size_t n;
	int len;

	if (s == NULL)
		return NULL;
	if (!tables_ready)
		make_tables();
	n = strlen(s);
	/* Lower case may take a byte more than the letter it comes from, never twice as many. */
	out = q = arena_array(a, n + 1, 2);
	while (n > 0) {
		if (*p < 0x80) {
			c = *p++;
			n--;
			if (c >= 'A' && c <= 'Z')
				c += 'a' - 'A';
			else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
				c = ' ';
		} else {
			len = u8_mbtouc(&c, p, n);
			p += len;
			n -= (size_t)len;
			c = fold_char(c);
		}
		if (c == 0)
			continue;
		if (c == ' ') {
			if (q > out && q[-1] != ' ')
				*q++ = ' ';
		} else if (c < 0x80)
			*q++ = (uint8_t)c;
		else if ((len = u8_uctomb(q, c, 4)) > 0)
			q += len;
	}
	if (q > out && q[-1] == ' ')
		q--;
	*q = '\0';
	return (char *)out;
}

/* Grave, acute, tilde, hook above, dot below: the tones; anything else on a letter is part of the letter. */
static const ucs4_t tones[] = { 0x300, 0x301, 0x303, 0x309, 0x323 };
#define TONES ((int)(sizeof(tones) / sizeof(tones[0])))

static int
tone_of(ucs4_t c)
{
	for (int i = 0; i < TONES; i++)
		if (tones[i] == c)
			return i;
	return -1;
}

static bool
is_mark(ucs4_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
}

/* A word of a name being put together: letters with the marks that belong to them, tones apart. */
struct key_word {
	uint8_t *start, *q; /* in the output */
	unsigned tones;
	ucs4_t last[3]; /* letters, the latest first; 0 where none */
	bool marked; /* the latest carries a mark */
};

static void
key_put(struct key_word *w, ucs4_t c)
{
	int len = u8_uctomb(w->q, c, 4);

	if (len > 0)
		w->q += len;
}

static void
key_end_word(struct key_word *w)
{
	bool glide;

	if (w->q == w->start)
		return;
	/* "quy", "ly": y alone carries the syllable and is as good as i; in "thuy", "hay" it is another sound. */
	glide = w->last[1] == 'u' && w->last[2] == 'q';
	if (w->last[0] == 'y' && !w->marked && w->last[1] != 0 &&
	    (glide || (w->last[1] < 0x80 && strchr("aeiouy", (int)w->last[1]) == NULL) ||
		w->last[1] == 0x111))
		w->q[-1] = 'i';
	for (int i = 0; i < TONES; i++)
		if ((w->tones & 1u << i) != 0)
			key_put(w, tones[i]);
	*w->q++ = ' ';
	*w = (struct key_word){ .start = w->q, .q = w->q };
}

static void
key_add(struct key_word *w, ucs4_t c)
{
	if (is_mark(c)) {
		if (w->q == w->start)
			return;
		if (tone_of(c) >= 0)
			w->tones |= 1u << tone_of(c);
		else {
			key_put(w, c);
			w->marked = true;
		}
		return;
	}
	c = uc_tolower(c);
	if (c == 0xf0)
		c = 0x111;
	if (!uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N)) {
		key_end_word(w);
		return;
	}
	key_put(w, c);
	w->last[2] = w->last[1];
	w->last[1] = w->last[0];
	w->last[0] = c;
	w->marked = false;
}

char *
vn_key(struct arena *a, const char *s)
{
	struct key_word w;
	uint8_t *plain, *out, *q;
	uint8_t *parts;
	size_t n, nparts;
	ucs4_t c;
	int len;

	if (s == NULL)
		return NULL;
	n = strlen(s);
	/* What cannot be seen goes first: it would keep marks from their order. */
	plain = q = arena_alloc(a, n + 1);
	for (size_t i = 0; i < n; i += (size_t)len) {
		len = u8_mbtouc(&c, (const uint8_t *)s + i, n - i);
		if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cf))
			continue;
		memcpy(q, s + i, (size_t)len);
		q += len;
	}
	parts = u8_normalize(UNINORM_NFD, plain, (size_t)(q - plain), NULL, &nparts);
	if (parts == NULL)
		nparts = 0;
	/* A tone is stored once for its word; lower case takes at most a byte more; one space ends a word. */
	out = arena_array(a, nparts + 8, 2);
	w = (struct key_word){ .start = out, .q = out };
	for (size_t i = 0; i < nparts; i += (size_t)len) {
		len = u8_mbtouc(&c, parts + i, nparts - i);
		key_add(&w, c);
	}
	key_end_word(&w);
	free(parts);
	if (w.q > out)
		w.q--;
	*w.q = '\0';
	return (char *)out;
}

char *
vn_name_sort_key(struct arena *a, const char *full_name)
{
	const char *p, *given;
	char *name, *out, *q;
	size_t len;

	if (full_name == NULL)
		return NULL;
	/* One space between words; the given name is the last word. */
	p = utf8_nfc(a, full_name);
	name = q = arena_alloc(a, strlen(p) + 1);
	for (; *p != '\0'; p++) {
		if (*p != ' ' && *p != '\t' && *p != '\n' && *p != '\r')
			*q++ = *p;
		else if (q > name && q[-1] != ' ')
			*q++ = ' ';
	}
	if (q > name && q[-1] == ' ')
		q--;
	*q = '\0';
	given = strrchr(name, ' ');
	if (given == NULL)
		return name;
	len = strlen(given + 1);
	out = arena_alloc(a, strlen(name) + 1);
	memcpy(out, given + 1, len);
	out[len] = ' ';
	memcpy(out + len + 1, name, (size_t)(given - name));
	return out;
}
