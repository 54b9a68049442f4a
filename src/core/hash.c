/* Hashes and randomness, all from libsodium. */
#include "core/hash.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/str.h"

/* Safe to repeat; without it libsodium would not open its random source early. */
static void
ready(void)
{
	static bool done;

	if (done)
		return;
	if (sodium_init() < 0) {
		(void)fputs("hash: libsodium cannot be initialised\n", stderr);
		abort();
	}
	done = true;
}

struct sha256
sha256_of(const void *data, size_t n)
{
	struct sha256 h;

	ready();
	(void)crypto_hash_sha256(h.b, data, n);
	return h;
}

char *
sha256_hex(struct arena *a, struct sha256 h)
{
	return hex_encode(a, h.b, sizeof(h.b));
}

struct sha256
hmac_sha256(const void *key, size_t key_len, const void *data, size_t n)
{
	crypto_auth_hmacsha256_state st;
	struct sha256 h;

	ready();
	(void)crypto_auth_hmacsha256_init(&st, key, key_len);
	(void)crypto_auth_hmacsha256_update(&st, data, n);
	(void)crypto_auth_hmacsha256_final(&st, h.b);
	sodium_memzero(&st, sizeof(st));
	return h;
}

bool
equal_const_time(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

void
random_bytes(void *out, size_t n)
{
	ready();
	randombytes_buf(out, n);
}

char *
random_token(struct arena *a)
{
	unsigned char b[32];
	char *token;

	random_bytes(b, sizeof(b));
	token = base64url_encode(a, b, sizeof(b));
	sodium_memzero(b, sizeof(b));
	return token;
}
