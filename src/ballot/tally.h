/* From sealed ballots to the result: product, decryption, combination. */
#ifndef BALLOT_TALLY_H
#define BALLOT_TALLY_H

#include "ballot.h"
#include "trustees.h"

/* All ciphertexts of the questions in order, as bel_ballot has them. */
struct bel_tally {
	struct bel_ciphertext	*sums;
	size_t			 n;
};

/* Decryption factors of one trustee, in the same order. */
struct bel_partial {
	long		  owner;	/* 1-based, see trustees.h */
	struct bel_elem	**factors;
	size_t		  n;
};

/*
 * The encrypted tally (specification 4.16): each ciphertext the product over
 * all ballots.  No ballots give (1,1) everywhere.
 */
enum bel_err	 bel_tally_new(struct bel_calc *, const struct bel_election *,
		    struct bel_tally **) BEL_MUST_CHECK;
/* Multiply one verified ballot in. */
enum bel_err	 bel_tally_add(struct bel_calc *, struct bel_tally *,
		    const struct bel_ballot *) BEL_MUST_CHECK;
void		 bel_tally_free(struct bel_tally *);
/* [[{"alpha","beta"},...],...], to be freed with free(). */
enum bel_err	 bel_tally_text(struct bel_calc *, const struct bel_election *,
		    const struct bel_tally *, char **) BEL_MUST_CHECK;

/*
 * A trustee's part (specification 4.18), made with the secret key as decimal
 * text: {"decryption_factors":[[alpha^x,...],...],"decryption_proofs":...}.
 * Powers of the secret and of nonces take constant time.  *out is freed with
 * free().  Decrypt only a tally that was recomputed from checked ballots.
 */
enum bel_err	 bel_partial_make(struct bel_calc *,
		    const struct bel_election *, const struct bel_tally *,
		    const char *secret, char **out) BEL_MUST_CHECK;
/*
 * Check the part of one owner: canonical, factors members, every proof against
 * the owner's key and this tally's alphas.  Free *out with bel_partial_free.
 */
enum bel_err	 bel_partial_verify(struct bel_calc *,
		    const struct bel_election *, const struct bel_tally *,
		    const struct bel_trustees *, long owner,
		    struct bel_span raw, struct bel_partial **out,
		    struct bel_why *) BEL_MUST_CHECK;
/* Accepts NULL. */
void		 bel_partial_free(struct bel_partial *);

/* Whether the owners of these parts suffice: all Single, k of each Pedersen. */
bool		 bel_partials_suffice(const struct bel_trustees *,
		    const struct bel_partial *const *, size_t n);

/*
 * Combine verified parts of different owners (specification 4.19):
 * F = prod single * prod_(d in I) factor_d^lambda_d,
 * lambda_d = prod_(k in I, k != d) k/(k-d) mod q with indices inside the
 * Pedersen item, count = log_g(beta / F) in 0..ballots.  counts has room for
 * tally->n.  BEL_DECRYPTION when parts are missing or repeated, BEL_RESULT
 * when a logarithm is not in range.
 */
enum bel_err	 bel_tally_decrypt(struct bel_calc *, const struct bel_tally *,
		    const struct bel_trustees *,
		    const struct bel_partial *const *, size_t n, long ballots,
		    long *counts) BEL_MUST_CHECK;

/* {"result":[[yes,no],...]}, to be freed with free(). */
enum bel_err	 bel_result_text(const struct bel_election *,
		    const long *counts, char **) BEL_MUST_CHECK;

#endif
