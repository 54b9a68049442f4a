/* Hashes of the protocol: fingerprints, and challenges modulo q. */
#ifndef BALLOT_HASH_H
#define BALLOT_HASH_H

#include <openssl/evp.h>

#include "group.h"

enum {
	BEL_HEX_SIZE = 65,	/* 64 lower-case hex digits and NUL */
	BEL_B64_SIZE = 44,	/* 43 characters of unpadded Base64 and NUL */
};

/* hex(s): SHA-256 in lower-case hex; names data and events of the archive. */
enum bel_err	 bel_hash_hex(const void *, size_t len, char out[BEL_HEX_SIZE])
		    BEL_MUST_CHECK;
/*
 * b64(s): SHA-256 in standard Base64 without padding (specification 4.15,
 * HJSON).  Fingerprint of an election, hash in a signature, tracker.
 */
enum bel_err	 bel_hash_b64(const void *, size_t len, char out[BEL_B64_SIZE])
		    BEL_MUST_CHECK;

/*
 * H(prefix, e1, ..., en): SHA-256 of the prefix followed by the texts of the
 * elements joined with commas, read big-endian, modulo q.
 *
 *	bel_hash_begin(&h); bel_hash_text(&h, "pok|..."); ...
 *	bel_hash_elem(&h, c, A); bel_hash_elem(&h, c, B);
 *	bel_hash_end(&h, c, challenge);
 *
 * Errors are kept and returned by bel_hash_end, which also releases h and must
 * be called once for every bel_hash_begin.
 */
struct bel_hash {
	EVP_MD_CTX	*ctx;
	enum bel_err	 err;
	bool		 comma;
};

void		 bel_hash_begin(struct bel_hash *);
void		 bel_hash_text(struct bel_hash *, const char *);
void		 bel_hash_elem(struct bel_hash *, struct bel_calc *,
		    const struct bel_elem *);
enum bel_err	 bel_hash_end(struct bel_hash *, struct bel_calc *,
		    BIGNUM *out) BEL_MUST_CHECK;

#endif
