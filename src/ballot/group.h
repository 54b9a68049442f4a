/* The group of the election behind a small interface: nothing else knows it. */
#ifndef BALLOT_GROUP_H
#define BALLOT_GROUP_H

#include <stdbool.h>
#include <stddef.h>

#include <openssl/bn.h>

#include "err.h"

/*
 * A group G of prime order q with generator g, written multiplicatively
 * (specification, section 5).  This build knows BELENIOS-2048: the subgroup of
 * order q (256 bits) of the integers modulo a prime p (2048 bits).  Another
 * group replaces it by implementing this header; callers see elements only as
 * opaque values and as the text that JSON carries.
 *
 * Scalars are integers modulo q and are plain OpenSSL BIGNUMs in every group.
 * Their text is decimal without leading zeros.
 *
 * A calculator holds the group and one thread's scratch space.  It must not be
 * used by two threads at once; elements and bases may be shared for reading.
 */
struct bel_calc;
struct bel_elem;
struct bel_base;

/*
 * Open the group called name; BEL_UNSUPPORTED when this build has none so
 * called.  Computes the table of powers of g (some milliseconds).
 */
enum bel_err	 bel_calc_new(const char *name, struct bel_calc **)
		    BEL_MUST_CHECK;
/* Open a second calculator on the same group for another thread; cheap. */
enum bel_err	 bel_calc_share(const struct bel_calc *, struct bel_calc **)
		    BEL_MUST_CHECK;
/* Accepts NULL.  The one made by bel_calc_new must be freed last. */
void		 bel_calc_free(struct bel_calc *);
const char	*bel_calc_name(const struct bel_calc *);
const BIGNUM	*bel_calc_order(const struct bel_calc *);
const struct bel_base *bel_calc_generator(const struct bel_calc *);

/* -- scalars -- */

/*
 * Read a scalar from exactly len bytes of text into out.  BEL_NUMBER unless it
 * is decimal, without sign, space or leading zero, and less than q.
 */
enum bel_err	 bel_scalar_parse(const struct bel_calc *, const char *text,
		    size_t len, BIGNUM *out) BEL_MUST_CHECK;
/* Reduce 32 big-endian bytes modulo q. */
enum bel_err	 bel_scalar_from_bytes(struct bel_calc *,
		    const unsigned char bytes[32], BIGNUM *out) BEL_MUST_CHECK;
/* Uniform in [0, q) from the system's random source; flagged constant-time. */
enum bel_err	 bel_scalar_random(struct bel_calc *, BIGNUM *out)
		    BEL_MUST_CHECK;
/* out = a + b, a - b, a * b modulo q; arguments already reduced. */
enum bel_err	 bel_scalar_add(struct bel_calc *, BIGNUM *out,
		    const BIGNUM *a, const BIGNUM *b) BEL_MUST_CHECK;
enum bel_err	 bel_scalar_sub(struct bel_calc *, BIGNUM *out,
		    const BIGNUM *a, const BIGNUM *b) BEL_MUST_CHECK;
enum bel_err	 bel_scalar_mul(struct bel_calc *, BIGNUM *out,
		    const BIGNUM *a, const BIGNUM *b) BEL_MUST_CHECK;
/* out = 1/a modulo q; a is public and not zero. */
enum bel_err	 bel_scalar_inverse(struct bel_calc *, BIGNUM *out,
		    const BIGNUM *a) BEL_MUST_CHECK;

/* -- elements -- */

/* A new element, the neutral one. */
enum bel_err	 bel_elem_new(struct bel_calc *, struct bel_elem **)
		    BEL_MUST_CHECK;
/* Accepts NULL. */
void		 bel_elem_free(struct bel_elem *);
/*
 * Read an element from its text.  BEL_NUMBER unless it is the one canonical
 * spelling and in range (0 < x < p).  Membership is NOT checked here: see
 * bel_base_is_member, which shares its work with the powers that follow.
 */
enum bel_err	 bel_elem_parse(struct bel_calc *, const char *text,
		    size_t len, struct bel_elem *out) BEL_MUST_CHECK;
/* The canonical text, to be freed with free(). */
enum bel_err	 bel_elem_text(struct bel_calc *, const struct bel_elem *,
		    char **) BEL_MUST_CHECK;
enum bel_err	 bel_elem_copy(struct bel_elem *out, const struct bel_elem *)
		    BEL_MUST_CHECK;
enum bel_err	 bel_elem_mul(struct bel_calc *, struct bel_elem *out,
		    const struct bel_elem *, const struct bel_elem *)
		    BEL_MUST_CHECK;
enum bel_err	 bel_elem_inverse(struct bel_calc *, struct bel_elem *out,
		    const struct bel_elem *) BEL_MUST_CHECK;
bool		 bel_elem_equal(const struct bel_elem *,
		    const struct bel_elem *);
bool		 bel_elem_is_one(struct bel_calc *, const struct bel_elem *);
/* BEL_MEMBER unless x^q = 1.  One full power. */
enum bel_err	 bel_elem_is_member(struct bel_calc *,
		    const struct bel_elem *) BEL_MUST_CHECK;

/*
 * out = x^e in time independent of e: for keys, nonces and shares.  Every
 * other power in this header is quick and must only see public exponents.
 */
enum bel_err	 bel_elem_pow_secret(struct bel_calc *, struct bel_elem *out,
		    const struct bel_elem *x, const BIGNUM *e) BEL_MUST_CHECK;
/* out = g^e in time independent of e. */
enum bel_err	 bel_generator_pow_secret(struct bel_calc *,
		    struct bel_elem *out, const BIGNUM *e) BEL_MUST_CHECK;

/* -- powers with public exponents -- */

/* An element prepared for a handful of powers. */
enum bel_err	 bel_base_new(struct bel_calc *, const struct bel_elem *,
		    struct bel_base **) BEL_MUST_CHECK;
/* An element prepared for hundreds of powers (g, y, a trustee's key). */
enum bel_err	 bel_base_new_fixed(struct bel_calc *, const struct bel_elem *,
		    struct bel_base **) BEL_MUST_CHECK;
/* Accepts NULL. */
void		 bel_base_free(struct bel_base *);
/* BEL_MEMBER unless base^q = 1. */
enum bel_err	 bel_base_is_member(struct bel_calc *, const struct bel_base *)
		    BEL_MUST_CHECK;

struct bel_term {
	const struct bel_base	*base;
	const BIGNUM		*exp;	/* in [0, q] */
};

/* out = product of base^exp over n terms. */
enum bel_err	 bel_product(struct bel_calc *, struct bel_elem *out,
		    const struct bel_term *, size_t n) BEL_MUST_CHECK;

#endif
