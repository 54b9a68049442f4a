/* Keys in an exported workbook: row keys and the checksum over them. */
#include "dossier/dossier_sheet_key.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "core/hash.h"
#include "core/str.h"

#define MAC_BYTES 6

static void
row_mac(const unsigned char secret[SHEET_SECRET], struct dossier_id dossier,
    struct sheet_row_key key, unsigned char mac[MAC_BYTES])
{
	char text[96];
	unsigned char full[crypto_generichash_BYTES];
	int n;

	n = snprintf(text, sizeof(text), "sheet row:%" PRId64 ":%" PRId64 ":%" PRId32,
	    dossier.v, key.nomination_id.v, key.version);
	crypto_generichash(full, sizeof(full), (const unsigned char *)text,
	    (unsigned long long)n, secret, SHEET_SECRET);
	memcpy(mac, full, MAC_BYTES);
}

char *
row_key_format(struct arena *a, const unsigned char secret[SHEET_SECRET],
    struct dossier_id dossier, struct sheet_row_key key)
{
	unsigned char mac[MAC_BYTES];

	row_mac(secret, dossier, key, mac);
	return arena_printf(a, "%" PRId64 ".%" PRId32 ".%s", key.nomination_id.v, key.version,
	    hex_encode(a, mac, sizeof(mac)));
}

bool
row_key_parse(const unsigned char secret[SHEET_SECRET], struct dossier_id dossier,
    const char *text, struct sheet_row_key *out)
{
	unsigned char mac[MAC_BYTES], claimed[MAC_BYTES];
	char copy[64], *dot, *second;
	size_t n;
	int64_t id, version;

	while (*text == ' ')
		text++;
	n = strlen(text);
	while (n > 0 && text[n - 1] == ' ')
		n--;
	if (n == 0 || n >= sizeof(copy))
		return false;
	memcpy(copy, text, n);
	copy[n] = '\0';
	if ((dot = strchr(copy, '.')) == NULL || (second = strchr(dot + 1, '.')) == NULL)
		return false;
	*dot = *second = '\0';
	if (parse_i64(copy, 1, INT64_MAX, &id) != ERR_OK ||
	    parse_i64(dot + 1, 1, INT32_MAX, &version) != ERR_OK ||
	    hex_decode(second + 1, claimed, sizeof(claimed)) != ERR_OK)
		return false;
	out->nomination_id.v = id;
	out->version = (int32_t)version;
	row_mac(secret, dossier, *out, mac);
	return equal_const_time(mac, claimed, sizeof(mac));
}

bool
row_key_shaped(const char *text)
{
	static const char digits[] = "0123456789";
	size_t n;

	for (int part = 0; part < 2; part++) {
		if ((n = strspn(text, digits)) == 0 || text[n] != '.')
			return false;
		text += n + 1;
	}
	n = strspn(text, "0123456789abcdef");
	return n == 2 * (size_t)MAC_BYTES && text[n] == '\0';
}

char *
sheet_checksum(struct arena *a, const unsigned char secret[SHEET_SECRET],
    struct dossier_id dossier, const char *const *keys, size_t n)
{
	crypto_generichash_state state;
	unsigned char hash[32];
	char text[64];

	crypto_generichash_init(&state, secret, SHEET_SECRET, sizeof(hash));
	(void)snprintf(text, sizeof(text), "sheet:%" PRId64 ":%zu\n", dossier.v, n);
	crypto_generichash_update(&state, (const unsigned char *)text, strlen(text));
	for (size_t i = 0; i < n; i++) {
		crypto_generichash_update(
		    &state, (const unsigned char *)keys[i], strlen(keys[i]));
		crypto_generichash_update(&state, (const unsigned char *)"\n", 1);
	}
	crypto_generichash_final(&state, hash, sizeof(hash));
	return hex_encode(a, hash, sizeof(hash));
}
