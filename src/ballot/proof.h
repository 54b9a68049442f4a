/* The zero-knowledge proofs of the protocol, checked and made. */
#ifndef BALLOT_PROOF_H
#define BALLOT_PROOF_H

#include "hash.h"
#include "json.h"

/*
 * All proofs are lists of {"challenge":c,"response":t}, both scalars, in that
 * order of fields.  Those made here have the Schnorr form: commitment A = g^w,
 * c = H(...), t = w - secret * c mod q; the verifier recomputes
 * A = g^t * X^c.  Nonces and secrets only meet constant-time powers.
 */

/*
 * Knowledge of log_g X (specification 4.5, 4.6.1, 4.14): c = H(prefix, A).
 * The prefix is "pok|BELENIOS-2048|X|" for a trustee's key, "sigmsg|M|" for a
 * signed message, "sig|hash|" for a ballot.  The specification leaves the
 * challenge of sigmsg unreduced; programs reduce it, and so do we.
 * X must be a member already.  BEL_SHAPE, BEL_NUMBER or BEL_PROOF.
 */
enum bel_err	 bel_schnorr_verify(struct bel_calc *, const char *prefix,
		    const struct bel_base *X, const json_t *proof)
		    BEL_MUST_CHECK;
enum bel_err	 bel_schnorr_make(struct bel_calc *, const char *prefix,
		    const BIGNUM *secret, json_t **proof) BEL_MUST_CHECK;

/*
 * (alpha, beta) encrypts one of min..max (specification 4.12): recompute
 * A_j = g^t_j alpha^c_j and B_j = y^t_j (beta / g^M_j)^c_j, then
 * H("prove|S|alpha,beta|", A_0, B_0, ...) = sum of the c_j mod q.
 *
 * alpha and beta are given as products of prepared members, so that the sum
 * of a question needs no table of its own.  ciphertext is the text
 * "alpha,beta".  BEL_SHAPE, BEL_NUMBER or BEL_PROOF.
 */
struct bel_iproof {
	const char			*S;
	const char			*ciphertext;
	const struct bel_base *const	*alpha;	/* n bases */
	const struct bel_base *const	*beta;	/* n bases */
	size_t				 n;
	long				 min, max;
};
enum bel_err	 bel_iproof_verify(struct bel_calc *, const struct bel_base *y,
		    const struct bel_iproof *, const json_t *proofs)
		    BEL_MUST_CHECK;

/*
 * factor = alpha^x for the x of X = g^x (specification 4.18):
 * A = g^t X^c, B = alpha^t factor^c, c = H("decrypt|phi|X|", A, B).
 * prefix is the text up to and including the last bar; alpha, factor and X
 * must be members already.
 */
enum bel_err	 bel_decrypt_verify(struct bel_calc *, const char *prefix,
		    const struct bel_base *X, const struct bel_base *alpha,
		    const struct bel_base *factor, const json_t *proof)
		    BEL_MUST_CHECK;
enum bel_err	 bel_decrypt_make(struct bel_calc *, const char *prefix,
		    const BIGNUM *x, const struct bel_elem *alpha,
		    json_t **factor, json_t **proof) BEL_MUST_CHECK;

#endif
