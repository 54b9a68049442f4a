/* Hashes and randomness, all from libsodium. */
#ifndef CORE_HASH_H
#define CORE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

struct sha256 { unsigned char b[32]; };

struct sha256	 sha256_of(const void *, size_t n);
char		*sha256_hex(struct arena *, struct sha256);
struct sha256	 hmac_sha256(const void *key, size_t key_len, const void *, size_t n);
bool		 equal_const_time(const void *, const void *, size_t n);
void		 random_bytes(void *, size_t n);
char		*random_token(struct arena *);		/* 256 bits, base64url, 43 characters */

#endif
