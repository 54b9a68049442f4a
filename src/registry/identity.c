/* Identity numbers: read, doubted, encrypted, found again. */
#include "registry/identity.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "core/lang.h"
#include "core/str.h"

#define KEY_BYTES  32
#define KEYS_MAX   8
#define HEAD_BYTES (1 + crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
#define TAIL_BYTES 8
#define CONTEXT    "vdident_"

/* --- the number -------------------------------------------------------------------------------------- */

enum identity_fault
identity_parse(const char *typed, char digits[IDENTITY_DIGITS + 1])
{
	size_t n = 0;

	digits[0] = '\0';
	for (const char *p = typed != NULL ? typed : ""; *p != '\0'; p++) {
		if (*p == ' ' || *p == '.' || *p == '-' || *p == '\t')
			continue;
		/* The no-break space of spreadsheets. */
		if ((unsigned char)p[0] == 0xc2 && (unsigned char)p[1] == 0xa0) {
			p++;
			continue;
		}
		if (*p < '0' || *p > '9')
			return IDENTITY_NOT_DIGITS;
		if (n == IDENTITY_DIGITS)
			return IDENTITY_LENGTH;
		digits[n++] = *p;
	}
	digits[n] = '\0';
	if (n == 0)
		return IDENTITY_EMPTY;
	return n == 12 || n == 9 ? IDENTITY_OK : IDENTITY_LENGTH;
}

const char *
identity_fault_words(enum identity_fault fault)
{
	switch (fault) {
	case IDENTITY_NOT_DIGITS:
		return T(
		    "Số định danh chỉ gồm chữ số. Ghi 12 số trên thẻ căn cước, hoặc 9 số của chứng minh nhân dân cũ.");
	case IDENTITY_LENGTH:
		return T(
		    "Số định danh có 12 chữ số (chứng minh nhân dân cũ có 9). Đếm lại các chữ số đã ghi.");
	case IDENTITY_EMPTY: return T("Chưa ghi số định danh.");
	case IDENTITY_OK: break;
	}
	return "";
}

struct identity_tail
identity_tail_of(const char *digits)
{
	struct identity_tail t = { .old = strlen(digits) != 12 };
	int province;

	memcpy(t.last, digits + strlen(digits) - 4, 4);
	if (t.old)
		return t;
	province = (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + digits[2] - '0';
	t.province = province >= 1 && province <= 96;
	t.female = (digits[3] - '0') % 2 == 1;
	t.year = 1900 + (digits[3] - '0') / 2 * 100 + (digits[4] - '0') * 10 + digits[5] - '0';
	return t;
}

char *
identity_mask(struct arena *a, const struct identity_tail *t)
{
	return arena_printf(a, "•••• •%s %s", t->old ? "" : "•••", t->last);
}

unsigned
identity_doubts(
    const struct identity_tail *t, bool sex_known, enum gender gender, int birth_year)
{
	unsigned doubts = 0;

	if (t->old)
		return 1u << IDENTITY_DOUBT_OLD;
	if (!t->province)
		doubts |= 1u << IDENTITY_DOUBT_PROVINCE;
	if (sex_known && t->female != (gender == GENDER_FEMALE))
		doubts |= 1u << IDENTITY_DOUBT_SEX;
	if (birth_year != 0 && birth_year != t->year)
		doubts |= 1u << IDENTITY_DOUBT_YEAR;
	return doubts;
}

const char *
identity_doubt_words(enum identity_doubt doubt)
{
	switch (doubt) {
	case IDENTITY_DOUBT_PROVINCE:
		return T(
		    "Ba chữ số đầu của số định danh không phải mã tỉnh, thành phố. Kiểm tra lại số đã ghi.");
	case IDENTITY_DOUBT_SEX:
		return T(
		    "Chữ số thứ tư của số định danh không khớp giới tính đã ghi. Kiểm tra lại một trong hai.");
	case IDENTITY_DOUBT_YEAR:
		return T(
		    "Số định danh không khớp năm sinh đã ghi. Kiểm tra lại một trong hai.");
	case IDENTITY_DOUBT_OLD:
		return T(
		    "Đây là số chứng minh nhân dân 9 số, không còn giá trị sử dụng. Nên ghi số định danh 12 số.");
	case IDENTITY_DOUBT_COUNT: break;
	}
	return "";
}

/* --- keys -------------------------------------------------------------------------------------------- */

struct identity_key {
	int id;
	unsigned char box[KEY_BYTES], hash[KEY_BYTES];
};
struct identity_keys {
	size_t n;
	struct identity_key v[KEYS_MAX]; /* by number, upwards */
};

static bool
parse_line(const char *line, size_t len, struct identity_key *key)
{
	unsigned char master[KEY_BYTES];
	char *end;
	long id = strtol(line, &end, 10);
	size_t hex = len - (size_t)(end - line), n;
	const char *stop;

	if (end == line || id < 1 || id > 255 || *end != ' ')
		return false;
	while (hex > 0 && *end == ' ') {
		end++;
		hex--;
	}
	if (hex != 2 * (size_t)KEY_BYTES ||
	    sodium_hex2bin(master, sizeof(master), end, hex, NULL, &n, &stop) != 0 ||
	    n != sizeof(master))
		return false;
	key->id = (int)id;
	crypto_kdf_derive_from_key(key->box, sizeof(key->box), 1, CONTEXT, master);
	crypto_kdf_derive_from_key(key->hash, sizeof(key->hash), 2, CONTEXT, master);
	sodium_memzero(master, sizeof(master));
	return true;
}

static int
by_id(const void *a, const void *b)
{
	const struct identity_key *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

struct identity_keys *
identity_keys_parse(const char *text, const char **why)
{
	struct identity_keys *keys;
	size_t len;

	*why = "no key in it";
	if (sodium_init() < 0 || (keys = sodium_malloc(sizeof(*keys))) == NULL) {
		*why = "libsodium does not start";
		return NULL;
	}
	keys->n = 0;
	for (const char *p = text; *p != '\0'; p += len + (p[len] == '\n')) {
		len = strcspn(p, "\n");
		if (len == 0 || *p == '#')
			continue;
		if (keys->n == KEYS_MAX || !parse_line(p, len, &keys->v[keys->n])) {
			*why = keys->n == KEYS_MAX ? "too many keys"
						   : "a line is not \"NUMBER 64-HEX-DIGITS\"";
			goto bad;
		}
		keys->n++;
	}
	if (keys->n == 0)
		goto bad;
	qsort(keys->v, keys->n, sizeof(keys->v[0]), by_id);
	for (size_t i = 1; i < keys->n; i++) {
		if (keys->v[i].id == keys->v[i - 1].id) {
			*why = "a number is used twice";
			goto bad;
		}
	}
	*why = NULL;
	return keys;
bad:
	identity_keys_free(keys);
	return NULL;
}

struct identity_keys *
identity_keys_read(const char *path, const char **why)
{
	struct identity_keys *keys;
	char text[4096];
	FILE *f = fopen(path, "rb");
	size_t n;

	if (f == NULL) {
		*why = "cannot be read";
		return NULL;
	}
	n = fread(text, 1, sizeof(text) - 1, f);
	fclose(f);
	text[n] = '\0';
	keys = identity_keys_parse(text, why);
	sodium_memzero(text, sizeof(text));
	return keys;
}

void
identity_keys_free(struct identity_keys *keys)
{
	sodium_free(keys);
}

char *
identity_keys_new(struct arena *a)
{
	unsigned char master[KEY_BYTES];
	char hex[2 * KEY_BYTES + 1];

	if (sodium_init() < 0)
		abort();
	randombytes_buf(master, sizeof(master));
	sodium_bin2hex(hex, sizeof(hex), master, sizeof(master));
	sodium_memzero(master, sizeof(master));
	return arena_printf(a,
	    "# Keys of the identity numbers in the database of Vinh Danh.  Without this file the numbers\n"
	    "# cannot be read nor found again, ever: keep a copy, apart from the copies of the database.\n"
	    "1 %s\n",
	    hex);
}

int
identity_key_id(const struct identity_keys *keys)
{
	return keys->v[keys->n - 1].id;
}

static const struct identity_key *
key_of(const struct identity_keys *keys, int id)
{
	for (size_t i = 0; i < keys->n; i++)
		if (keys->v[i].id == id)
			return &keys->v[i];
	return NULL;
}

bool
identity_key_check(const struct identity_keys *keys, int id, unsigned char value[32])
{
	static const char text[] = "vinhdanh identity key check";
	const struct identity_key *key = key_of(keys, id);

	if (key == NULL)
		return false;
	/* The hash key counts too: the wrong one finds nobody. */
	crypto_generichash(value, 32, (const unsigned char *)text, sizeof(text) - 1, key->box,
	    sizeof(key->box));
	for (size_t i = 0; i < 32; i++)
		value[i] ^= key->hash[i];
	crypto_generichash(value, 32, value, 32, key->box, sizeof(key->box));
	return true;
}

/* --- sealing ------------------------------------------------------------------------------------------- */

static struct bytes
seal(const struct identity_keys *keys, struct arena *a, const char *text, size_t n)
{
	const struct identity_key *key = &keys->v[keys->n - 1];
	unsigned char *out = arena_alloc(a, HEAD_BYTES + n);

	out[0] = (unsigned char)key->id;
	randombytes_buf(out + 1, crypto_secretbox_NONCEBYTES);
	crypto_secretbox_easy(out + 1 + crypto_secretbox_NONCEBYTES,
	    (const unsigned char *)text, n, out + 1, key->box);
	return (struct bytes){ out, HEAD_BYTES + n };
}

static bool
unseal(const struct identity_keys *keys, struct bytes cipher, char *text, size_t n)
{
	const struct identity_key *key;

	if (cipher.n != HEAD_BYTES + n || (key = key_of(keys, cipher.p[0])) == NULL)
		return false;
	return crypto_secretbox_open_easy((unsigned char *)text,
		   cipher.p + 1 + crypto_secretbox_NONCEBYTES,
		   cipher.n - 1 - crypto_secretbox_NONCEBYTES, cipher.p + 1, key->box) == 0;
}

struct identity_sealed
identity_seal(
    const struct identity_keys *keys, int hash_key, struct arena *a, const char *digits)
{
	const struct identity_key *hasher = key_of(keys, hash_key);
	struct identity_tail t = identity_tail_of(digits);
	char padded[IDENTITY_DIGITS + 1] = { 0 }, facts[TAIL_BYTES + 1];
	struct identity_sealed s;
	unsigned char *hash = arena_alloc(a, 32);

	if (hasher == NULL)
		abort();
	/* One length for both kinds of number. */
	memcpy(padded, digits, strlen(digits));
	/* Four digits to show, and what the doubts need. */
	snprintf(facts, sizeof(facts), "%s%c%c%c%c", t.last, t.old ? 'o' : digits[3],
	    t.old ? '0' : digits[4], t.old ? '0' : digits[5], t.province ? 'p' : '-');
	crypto_generichash(hash, 32, (const unsigned char *)digits, strlen(digits),
	    hasher->hash, sizeof(hasher->hash));
	s.hash = (struct bytes){ hash, 32 };
	s.cipher = seal(keys, a, padded, IDENTITY_DIGITS);
	s.tail = seal(keys, a, facts, TAIL_BYTES);
	sodium_memzero(padded, sizeof(padded));
	sodium_memzero(facts, sizeof(facts));
	return s;
}

bool
identity_open(
    const struct identity_keys *keys, struct bytes cipher, char digits[IDENTITY_DIGITS + 1])
{
	digits[IDENTITY_DIGITS] = '\0';
	if (unseal(keys, cipher, digits, IDENTITY_DIGITS))
		return true;
	digits[0] = '\0';
	return false;
}

bool
identity_open_tail(
    const struct identity_keys *keys, struct bytes cipher, struct identity_tail *t)
{
	char facts[TAIL_BYTES];

	*t = (struct identity_tail){ 0 };
	if (!unseal(keys, cipher, facts, sizeof(facts)))
		return false;
	memcpy(t->last, facts, 4);
	t->old = facts[4] == 'o';
	if (!t->old) {
		t->female = (facts[4] - '0') % 2 == 1;
		t->year =
		    1900 + (facts[4] - '0') / 2 * 100 + (facts[5] - '0') * 10 + facts[6] - '0';
		t->province = facts[7] == 'p';
	}
	return true;
}
