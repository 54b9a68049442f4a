/* SHA-256 in the three shapes the protocol uses. */
#include "hash.h"

#include <stdlib.h>
#include <string.h>

enum { SHA256_SIZE = 32 };

static enum bel_err
sha256(const void *data, size_t len, unsigned char out[SHA256_SIZE])
{
	return EVP_Digest(data, len, out, NULL, EVP_sha256(), NULL) ? BEL_OK : BEL_SYSTEM;
}

enum bel_err
bel_hash_hex(const void *data, size_t len, char out[BEL_HEX_SIZE])
{
	static const char digit[] = "0123456789abcdef";
	unsigned char md[SHA256_SIZE];
	enum bel_err err;
	size_t i;

	if ((err = sha256(data, len, md)) != BEL_OK)
		return err;
	for (i = 0; i < SHA256_SIZE; i++) {
		out[2 * i] = digit[md[i] >> 4];
		out[2 * i + 1] = digit[md[i] & 15];
	}
	out[2 * SHA256_SIZE] = '\0';
	return BEL_OK;
}

enum bel_err
bel_hash_b64(const void *data, size_t len, char out[BEL_B64_SIZE])
{
	unsigned char md[SHA256_SIZE], padded[BEL_B64_SIZE + 1];
	enum bel_err err;

	if ((err = sha256(data, len, md)) != BEL_OK)
		return err;
	/* 32 bytes become 44 characters, the last of them padding. */
	(void)EVP_EncodeBlock(padded, md, SHA256_SIZE);
	memcpy(out, padded, BEL_B64_SIZE - 1);
	out[BEL_B64_SIZE - 1] = '\0';
	return BEL_OK;
}

void
bel_hash_begin(struct bel_hash *h)
{
	h->comma = false;
	h->err = BEL_OK;
	if ((h->ctx = EVP_MD_CTX_new()) == NULL ||
	    !EVP_DigestInit_ex(h->ctx, EVP_sha256(), NULL))
		h->err = BEL_SYSTEM;
}

void
bel_hash_text(struct bel_hash *h, const char *text)
{
	if (h->err == BEL_OK && !EVP_DigestUpdate(h->ctx, text, strlen(text)))
		h->err = BEL_SYSTEM;
}

void
bel_hash_elem(struct bel_hash *h, struct bel_calc *c, const struct bel_elem *e)
{
	char *text = NULL;

	if (h->comma)
		bel_hash_text(h, ",");
	h->comma = true;
	if (h->err == BEL_OK)
		h->err = bel_elem_text(c, e, &text);
	if (h->err == BEL_OK)
		bel_hash_text(h, text);
	free(text);
}

enum bel_err
bel_hash_end(struct bel_hash *h, struct bel_calc *c, BIGNUM *out)
{
	unsigned char md[SHA256_SIZE];

	if (h->err == BEL_OK && !EVP_DigestFinal_ex(h->ctx, md, NULL))
		h->err = BEL_SYSTEM;
	EVP_MD_CTX_free(h->ctx);
	h->ctx = NULL;
	if (h->err == BEL_OK)
		h->err = bel_scalar_from_bytes(c, md, out);
	return h->err;
}
