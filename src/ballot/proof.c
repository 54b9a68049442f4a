/* Schnorr proofs, proofs of interval membership, proofs of decryption. */
#include "proof.h"

enum { MAX_BASES = 64 }; /* answers of a question whose sum is proven */

static enum bel_err
read_pair(struct bel_calc *c, const json_t *proof, BIGNUM *challenge, BIGNUM *response)
{
	enum bel_err err;

	if ((err = bel_json_fields(proof, "challenge response")) != BEL_OK ||
	    (err = bel_json_scalar(c, json_object_get(proof, "challenge"), challenge)) !=
		BEL_OK)
		return err;
	return bel_json_scalar(c, json_object_get(proof, "response"), response);
}

/* {"challenge":c,"response":w - secret * c}; takes no ownership. */
static enum bel_err
write_pair(struct bel_calc *c, const BIGNUM *challenge, const BIGNUM *w, const BIGNUM *secret,
    json_t **proof)
{
	BIGNUM *t;
	enum bel_err err = BEL_SYSTEM;

	if ((t = BN_secure_new()) == NULL)
		return BEL_SYSTEM;
	BN_set_flags(t, BN_FLG_CONSTTIME);
	if ((err = bel_scalar_mul(c, t, secret, challenge)) != BEL_OK ||
	    (err = bel_scalar_sub(c, t, w, t)) != BEL_OK)
		goto out;
	*proof = json_pack("{s:o*, s:o*}", "challenge", bel_json_new_scalar(challenge),
	    "response", bel_json_new_scalar(t));
	if (bel_json_fields(*proof, "challenge response") != BEL_OK)
		err = BEL_SYSTEM;
out:
	BN_clear_free(t);
	return err;
}

enum bel_err
bel_schnorr_verify(
    struct bel_calc *c, const char *prefix, const struct bel_base *X, const json_t *proof)
{
	struct bel_elem *A = NULL;
	struct bel_hash h;
	BIGNUM *challenge = BN_new(), *response = BN_new();
	BIGNUM *expected = BN_new();
	enum bel_err err = BEL_SYSTEM;

	if (challenge == NULL || response == NULL || expected == NULL)
		goto out;
	if ((err = read_pair(c, proof, challenge, response)) != BEL_OK ||
	    (err = bel_elem_new(c, &A)) != BEL_OK)
		goto out;
	const struct bel_term terms[] = {
		{ bel_calc_generator(c), response },
		{ X, challenge },
	};
	if ((err = bel_product(c, A, terms, 2)) != BEL_OK)
		goto out;
	bel_hash_begin(&h);
	bel_hash_text(&h, prefix);
	bel_hash_elem(&h, c, A);
	if ((err = bel_hash_end(&h, c, expected)) == BEL_OK && BN_cmp(expected, challenge) != 0)
		err = BEL_PROOF;
out:
	bel_elem_free(A);
	BN_free(challenge);
	BN_free(response);
	BN_free(expected);
	return err;
}

enum bel_err
bel_schnorr_make(struct bel_calc *c, const char *prefix, const BIGNUM *secret, json_t **proof)
{
	struct bel_elem *A = NULL;
	struct bel_hash h;
	BIGNUM *w = BN_secure_new(), *challenge = BN_new();
	enum bel_err err = BEL_SYSTEM;

	*proof = NULL;
	if (w == NULL || challenge == NULL)
		goto out;
	if ((err = bel_scalar_random(c, w)) != BEL_OK ||
	    (err = bel_elem_new(c, &A)) != BEL_OK ||
	    (err = bel_generator_pow_secret(c, A, w)) != BEL_OK)
		goto out;
	bel_hash_begin(&h);
	bel_hash_text(&h, prefix);
	bel_hash_elem(&h, c, A);
	if ((err = bel_hash_end(&h, c, challenge)) == BEL_OK)
		err = write_pair(c, challenge, w, secret, proof);
out:
	bel_elem_free(A);
	BN_clear_free(w);
	BN_free(challenge);
	return err;
}

enum bel_err
bel_iproof_verify(struct bel_calc *c, const struct bel_base *y, const struct bel_iproof *p,
    const json_t *proofs)
{
	struct bel_term terms[MAX_BASES + 2];
	struct bel_elem *commitment = NULL;
	struct bel_hash h;
	BIGNUM *challenge = BN_new(), *response = BN_new();
	BIGNUM *sum = BN_new(), *shift = BN_new();
	BIGNUM *zero = BN_new();
	enum bel_err err = BEL_SYSTEM, end;
	size_t i, j, k = (size_t)(p->max - p->min) + 1;
	bool hashing = false;

	if (challenge == NULL || response == NULL || sum == NULL || shift == NULL ||
	    zero == NULL)
		goto out;
	err = BEL_UNSUPPORTED;
	if (p->n > MAX_BASES)
		goto out;
	if ((err = bel_json_array(proofs, k)) != BEL_OK ||
	    (err = bel_elem_new(c, &commitment)) != BEL_OK)
		goto out;
	bel_hash_begin(&h);
	hashing = true;
	bel_hash_text(&h, "prove|");
	bel_hash_text(&h, p->S);
	bel_hash_text(&h, "|");
	bel_hash_text(&h, p->ciphertext);
	bel_hash_text(&h, "|");
	for (j = 0; j < k; j++) {
		if ((err = read_pair(c, json_array_get(proofs, j), challenge, response)) !=
			BEL_OK ||
		    (err = bel_scalar_add(c, sum, sum, challenge)) != BEL_OK)
			goto out;
		/* A_j = g^t alpha^c */
		terms[0] = (struct bel_term){ bel_calc_generator(c), response };
		for (i = 0; i < p->n; i++)
			terms[1 + i] = (struct bel_term){ p->alpha[i], challenge };
		if ((err = bel_product(c, commitment, terms, p->n + 1)) != BEL_OK)
			goto out;
		bel_hash_elem(&h, c, commitment);
		/* B_j = y^t beta^c g^(-M c) */
		err = BEL_SYSTEM;
		if (!BN_set_word(shift, (BN_ULONG)p->min + (BN_ULONG)j))
			goto out;
		if ((err = bel_scalar_mul(c, shift, shift, challenge)) != BEL_OK ||
		    (err = bel_scalar_sub(c, shift, zero, shift)) != BEL_OK)
			goto out;
		terms[0] = (struct bel_term){ y, response };
		for (i = 0; i < p->n; i++)
			terms[1 + i] = (struct bel_term){ p->beta[i], challenge };
		terms[1 + i] = (struct bel_term){ bel_calc_generator(c), shift };
		if ((err = bel_product(c, commitment, terms, p->n + 2)) != BEL_OK)
			goto out;
		bel_hash_elem(&h, c, commitment);
	}
out:
	if (hashing) {
		end = bel_hash_end(&h, c, response);
		if (err == BEL_OK)
			err = end;
		if (err == BEL_OK && BN_cmp(response, sum) != 0)
			err = BEL_PROOF;
	}
	bel_elem_free(commitment);
	BN_free(challenge);
	BN_free(response);
	BN_free(sum);
	BN_free(shift);
	BN_free(zero);
	return err;
}

enum bel_err
bel_decrypt_verify(struct bel_calc *c, const char *prefix, const struct bel_base *X,
    const struct bel_base *alpha, const struct bel_base *factor, const json_t *proof)
{
	struct bel_elem *A = NULL, *B = NULL;
	struct bel_hash h;
	BIGNUM *challenge = BN_new(), *response = BN_new();
	BIGNUM *expected = BN_new();
	enum bel_err err = BEL_SYSTEM;

	if (challenge == NULL || response == NULL || expected == NULL)
		goto out;
	if ((err = read_pair(c, proof, challenge, response)) != BEL_OK ||
	    (err = bel_elem_new(c, &A)) != BEL_OK || (err = bel_elem_new(c, &B)) != BEL_OK)
		goto out;
	const struct bel_term a[] = {
		{ bel_calc_generator(c), response },
		{ X, challenge },
	};
	const struct bel_term b[] = {
		{ alpha, response },
		{ factor, challenge },
	};
	if ((err = bel_product(c, A, a, 2)) != BEL_OK ||
	    (err = bel_product(c, B, b, 2)) != BEL_OK)
		goto out;
	bel_hash_begin(&h);
	bel_hash_text(&h, prefix);
	bel_hash_elem(&h, c, A);
	bel_hash_elem(&h, c, B);
	if ((err = bel_hash_end(&h, c, expected)) == BEL_OK && BN_cmp(expected, challenge) != 0)
		err = BEL_PROOF;
out:
	bel_elem_free(A);
	bel_elem_free(B);
	BN_free(challenge);
	BN_free(response);
	BN_free(expected);
	return err;
}

enum bel_err
bel_decrypt_make(struct bel_calc *c, const char *prefix, const BIGNUM *x,
    const struct bel_elem *alpha, json_t **factor, json_t **proof)
{
	struct bel_elem *A = NULL, *B = NULL, *F = NULL;
	struct bel_hash h;
	BIGNUM *w = BN_secure_new(), *challenge = BN_new();
	enum bel_err err = BEL_SYSTEM;

	*factor = *proof = NULL;
	if (w == NULL || challenge == NULL)
		goto out;
	if ((err = bel_scalar_random(c, w)) != BEL_OK ||
	    (err = bel_elem_new(c, &A)) != BEL_OK || (err = bel_elem_new(c, &B)) != BEL_OK ||
	    (err = bel_elem_new(c, &F)) != BEL_OK ||
	    (err = bel_generator_pow_secret(c, A, w)) != BEL_OK ||
	    (err = bel_elem_pow_secret(c, B, alpha, w)) != BEL_OK ||
	    (err = bel_elem_pow_secret(c, F, alpha, x)) != BEL_OK)
		goto out;
	bel_hash_begin(&h);
	bel_hash_text(&h, prefix);
	bel_hash_elem(&h, c, A);
	bel_hash_elem(&h, c, B);
	if ((err = bel_hash_end(&h, c, challenge)) != BEL_OK ||
	    (err = write_pair(c, challenge, w, x, proof)) != BEL_OK)
		goto out;
	if ((*factor = bel_json_new_elem(c, F)) == NULL) {
		json_decref(*proof);
		*proof = NULL;
		err = BEL_SYSTEM;
	}
out:
	bel_elem_free(A);
	bel_elem_free(B);
	bel_elem_free(F);
	BN_clear_free(w);
	BN_free(challenge);
	return err;
}
