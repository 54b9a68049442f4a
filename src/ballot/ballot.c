/* Checking a ballot on reception. */
#include "ballot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proof.h"

/* What one question needs while it is checked. */
struct answer {
	const json_t *choices;
	struct bel_ciphertext *out;
	struct bel_base **alpha, **beta;
	size_t n;
};

static char *
join(const char *a, const char *separator, const char *b)
{
	size_t size = strlen(a) + strlen(separator) + strlen(b) + 1;
	char *s;

	if ((s = malloc(size)) != NULL)
		(void)snprintf(s, size, "%s%s%s", a, separator, b);
	return s;
}

static const char *
field(const json_t *obj, const char *key)
{
	return bel_json_string(json_object_get(obj, key));
}

/* Shape only, so that everything after it may rely on it. */
static enum bel_err
check_shape(const json_t *doc, const struct bel_election *e)
{
	const json_t *answers, *a, *v;
	enum bel_err err;
	size_t i, j;

	if ((err = bel_json_fields(
		 doc, "election_uuid election_hash credential answers signature")) != BEL_OK)
		return err;
	v = json_object_get(doc, "signature");
	if (field(doc, "election_uuid") == NULL || field(doc, "election_hash") == NULL ||
	    field(doc, "credential") == NULL || bel_json_fields(v, "hash proof") != BEL_OK ||
	    field(v, "hash") == NULL)
		return BEL_SHAPE;
	answers = json_object_get(doc, "answers");
	if ((err = bel_json_array(answers, e->n_questions)) != BEL_OK)
		return err;
	for (i = 0; i < e->n_questions; i++) {
		size_t n = e->questions[i].answers;

		a = json_array_get(answers, i);
		if (bel_json_fields(a, "choices individual_proofs overall_proof") != BEL_OK ||
		    bel_json_array(json_object_get(a, "choices"), n) != BEL_OK ||
		    bel_json_array(json_object_get(a, "individual_proofs"), n) != BEL_OK)
			return BEL_SHAPE;
		for (j = 0; j < n; j++)
			if (bel_json_fields(json_array_get(json_object_get(a, "choices"), j),
				"alpha beta") != BEL_OK)
				return BEL_SHAPE;
	}
	return BEL_OK;
}

static enum bel_err
check_signature(struct bel_calc *c, json_t *doc, const struct bel_base *key)
{
	char hash[BEL_B64_SIZE], prefix[BEL_B64_SIZE + 8];
	json_t *signature;
	char *text = NULL;
	enum bel_err err;

	/* The hash is over the ballot without its last field. */
	signature = json_incref(json_object_get(doc, "signature"));
	(void)json_object_del(doc, "signature");
	if ((err = bel_json_text(doc, &text)) != BEL_OK ||
	    (err = bel_hash_b64(text, strlen(text), hash)) != BEL_OK)
		goto out;
	if (strcmp(hash, field(signature, "hash")) != 0) {
		err = BEL_SIGNATURE;
		goto out;
	}
	(void)snprintf(prefix, sizeof(prefix), "sig|%s|", hash);
	err = bel_schnorr_verify(c, prefix, key, json_object_get(signature, "proof"));
	if (err == BEL_PROOF)
		err = BEL_SIGNATURE;
out:
	free(text);
	json_decref(signature);
	return err;
}

/* Read the ciphertexts of one question and prepare them for powers. */
static enum bel_err
read_choices(struct bel_calc *c, struct answer *a)
{
	const json_t *v;
	enum bel_err err;
	size_t j;

	for (j = 0; j < a->n; j++) {
		v = json_array_get(a->choices, j);
		if ((err = bel_elem_new(c, &a->out[j].alpha)) != BEL_OK ||
		    (err = bel_elem_new(c, &a->out[j].beta)) != BEL_OK ||
		    (err = bel_json_elem(c, json_object_get(v, "alpha"), a->out[j].alpha)) !=
			BEL_OK ||
		    (err = bel_json_elem(c, json_object_get(v, "beta"), a->out[j].beta)) !=
			BEL_OK ||
		    (err = bel_base_new(c, a->out[j].alpha, &a->alpha[j])) != BEL_OK ||
		    (err = bel_base_new(c, a->out[j].beta, &a->beta[j])) != BEL_OK ||
		    (err = bel_base_is_member(c, a->alpha[j])) != BEL_OK ||
		    (err = bel_base_is_member(c, a->beta[j])) != BEL_OK)
			return err;
	}
	return BEL_OK;
}

/* "Πalpha,Πbeta" of a question, as the overall proof hashes it. */
static enum bel_err
sum_text(struct bel_calc *c, const struct answer *a, char **out)
{
	struct bel_elem *x = NULL, *y = NULL;
	char *xs = NULL, *ys = NULL;
	enum bel_err err;
	size_t j;

	*out = NULL;
	if ((err = bel_elem_new(c, &x)) != BEL_OK || (err = bel_elem_new(c, &y)) != BEL_OK)
		goto out;
	for (j = 0; j < a->n; j++)
		if ((err = bel_elem_mul(c, x, x, a->out[j].alpha)) != BEL_OK ||
		    (err = bel_elem_mul(c, y, y, a->out[j].beta)) != BEL_OK)
			goto out;
	if ((err = bel_elem_text(c, x, &xs)) != BEL_OK ||
	    (err = bel_elem_text(c, y, &ys)) != BEL_OK)
		goto out;
	if ((*out = join(xs, ",", ys)) == NULL)
		err = BEL_SYSTEM;
out:
	bel_elem_free(x);
	bel_elem_free(y);
	free(xs);
	free(ys);
	return err;
}

/* Individual proofs over S0, overall proof over S0|all ciphertexts. */
static enum bel_err
check_proofs(struct bel_calc *c, const struct bel_election *e, const struct bel_question *q,
    const char *S0, const json_t *answer, const struct answer *a)
{
	struct bel_iproof p = { .min = 0, .max = 1, .S = S0, .n = 1 };
	const json_t *v;
	char *pair = NULL, *S = NULL, *longer;
	enum bel_err err = BEL_OK;
	size_t j;

	if ((S = strdup(S0)) == NULL)
		return BEL_SYSTEM;
	for (j = 0; j < a->n; j++) {
		v = json_array_get(a->choices, j);
		err = BEL_SYSTEM;
		if ((pair = join(field(v, "alpha"), ",", field(v, "beta"))) == NULL ||
		    (longer = join(S, j == 0 ? "|" : ",", pair)) == NULL)
			goto out;
		free(S);
		S = longer;
		p.ciphertext = pair;
		p.alpha = (const struct bel_base *const *)&a->alpha[j];
		p.beta = (const struct bel_base *const *)&a->beta[j];
		if ((err = bel_iproof_verify(c, e->key_base, &p,
			 json_array_get(json_object_get(answer, "individual_proofs"), j))) !=
		    BEL_OK)
			goto out;
		free(pair);
		pair = NULL;
	}
	if ((err = sum_text(c, a, &pair)) != BEL_OK)
		goto out;
	p = (struct bel_iproof){ .S = S,
		.ciphertext = pair,
		.n = a->n,
		.alpha = (const struct bel_base *const *)a->alpha,
		.beta = (const struct bel_base *const *)a->beta,
		.min = q->min,
		.max = q->max };
	err = bel_iproof_verify(c, e->key_base, &p, json_object_get(answer, "overall_proof"));
out:
	free(pair);
	free(S);
	return err;
}

static enum bel_err
check_answer(struct bel_calc *c, const struct bel_election *e, const struct bel_question *q,
    const char *S0, const json_t *answer, struct bel_ciphertext *out)
{
	struct answer a = {
		.choices = json_object_get(answer, "choices"), .out = out, .n = q->answers
	};
	enum bel_err err = BEL_SYSTEM;
	size_t j;

	if ((a.alpha = calloc(a.n, sizeof(*a.alpha))) == NULL ||
	    (a.beta = calloc(a.n, sizeof(*a.beta))) == NULL)
		goto out;
	if ((err = read_choices(c, &a)) == BEL_OK)
		err = check_proofs(c, e, q, S0, answer, &a);
out:
	for (j = 0; j < a.n; j++) {
		if (a.alpha != NULL)
			bel_base_free(a.alpha[j]);
		if (a.beta != NULL)
			bel_base_free(a.beta[j]);
	}
	free(a.alpha);
	free(a.beta);
	return err;
}

/* The credential: a member other than 1, prepared to check its signature. */
static enum bel_err
read_credential(struct bel_calc *c, const char *text, struct bel_base **out)
{
	struct bel_elem *key = NULL;
	enum bel_err err;

	*out = NULL;
	if ((err = bel_elem_new(c, &key)) != BEL_OK ||
	    (err = bel_elem_parse(c, text, strlen(text), key)) != BEL_OK)
		goto out;
	err = BEL_MEMBER;
	if (bel_elem_is_one(c, key))
		goto out;
	if ((err = bel_base_new(c, key, out)) == BEL_OK)
		err = bel_base_is_member(c, *out);
out:
	bel_elem_free(key);
	if (err != BEL_OK) {
		bel_base_free(*out);
		*out = NULL;
	}
	return err;
}

static enum bel_err
check_ballot(struct bel_calc *c, const struct bel_election *e, json_t *doc,
    struct bel_ballot *b, struct bel_why *why)
{
	struct bel_base *key = NULL;
	const json_t *answers;
	char *S0 = NULL;
	enum bel_err err;
	size_t i, at;

	if ((err = check_shape(doc, e)) != BEL_OK)
		goto out;
	err = BEL_ELECTION;
	if (strcmp(field(doc, "election_uuid"), e->uuid) != 0 ||
	    strcmp(field(doc, "election_hash"), e->fingerprint) != 0)
		goto out;
	if ((err = read_credential(c, field(doc, "credential"), &key)) != BEL_OK) {
		(void)bel_fail(why, err, "credential: %s", bel_err_text(err));
		goto out;
	}
	if ((err = check_signature(c, doc, key)) != BEL_OK)
		goto out;
	for (b->n_choices = i = 0; i < e->n_questions; i++)
		b->n_choices += e->questions[i].answers;
	err = BEL_SYSTEM;
	if ((b->credential = strdup(field(doc, "credential"))) == NULL ||
	    (S0 = join(e->fingerprint, "|", b->credential)) == NULL ||
	    (b->choices = calloc(b->n_choices, sizeof(*b->choices))) == NULL)
		goto out;
	answers = json_object_get(doc, "answers");
	for (at = i = 0; i < e->n_questions; i++) {
		if ((err = check_answer(c, e, &e->questions[i], S0, json_array_get(answers, i),
			 &b->choices[at])) != BEL_OK) {
			(void)bel_fail(why, err, "question %zu: %s", i + 1, bel_err_text(err));
			goto out;
		}
		at += e->questions[i].answers;
	}
	err = BEL_OK;
out:
	bel_base_free(key);
	free(S0);
	return err;
}

enum bel_err
bel_ballot_verify(struct bel_calc *c, const struct bel_election *e, struct bel_span raw,
    struct bel_ballot **out, struct bel_why *why)
{
	struct bel_ballot *b;
	json_t *doc = NULL;
	enum bel_err err;

	*out = NULL;
	if ((b = calloc(1, sizeof(*b))) == NULL)
		return BEL_SYSTEM;
	if ((err = bel_json_canonical(raw, &doc)) == BEL_OK &&
	    (err = bel_hash_b64(raw.p, raw.len, b->tracker)) == BEL_OK)
		err = check_ballot(c, e, doc, b, why);
	json_decref(doc);
	if (err != BEL_OK) {
		bel_ballot_free(b);
		return bel_fail(why, err, "%s", bel_err_text(err));
	}
	*out = b;
	return BEL_OK;
}

void
bel_ballot_free(struct bel_ballot *b)
{
	size_t i;

	if (b == NULL)
		return;
	for (i = 0; b->choices != NULL && i < b->n_choices; i++) {
		bel_elem_free(b->choices[i].alpha);
		bel_elem_free(b->choices[i].beta);
	}
	free(b->choices);
	free(b->credential);
	free(b);
}

enum bel_err
bel_note_verify(
    struct bel_calc *c, const char *credential, const char *note, struct bel_span proof)
{
	struct bel_base *key = NULL;
	json_t *doc = NULL;
	char *prefix = NULL, *head = NULL;
	enum bel_err err;

	if ((err = bel_json_canonical(proof, &doc)) != BEL_OK ||
	    (err = read_credential(c, credential, &key)) != BEL_OK)
		goto out;
	err = BEL_SYSTEM;
	if ((head = join("sigmsg", "|", note)) == NULL ||
	    (prefix = join(head, "|", "")) == NULL)
		goto out;
	err = bel_schnorr_verify(c, prefix, key, doc);
out:
	bel_base_free(key);
	json_decref(doc);
	free(head);
	free(prefix);
	return err;
}

/* Value of a Base58 digit, or -1. */
static int
base58(char ch)
{
	static const char digits[] =
	    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
	const char *at = ch == '\0' ? NULL : strchr(digits, ch);

	return at == NULL ? -1 : (int)(at - digits);
}

enum bel_err
bel_credential_public(struct bel_calc *c, const char *code, const char *uuid, char **out)
{
	enum { LENGTH = 19, BASE = 58, MODULUS = 53, ROUNDS = 1000 };
	unsigned char bytes[32];
	struct bel_elem *key = NULL;
	BIGNUM *s = BN_secure_new();
	enum bel_err err = BEL_SHAPE;
	int i, digit, digits = 0, value = 0, last = -1;

	*out = NULL;
	if (strlen(code) != LENGTH)
		goto out;
	for (i = 0; i < LENGTH; i++) {
		if (i % 4 == 3) {
			if (code[i] != '-')
				goto out;
			continue;
		}
		if ((digit = base58(code[i])) < 0)
			goto out;
		if (++digits < 15)
			value = (value * BASE + digit) % MODULUS;
		else
			last = digit;
	}
	if (last != MODULUS - value)
		goto out;
	err = BEL_SYSTEM;
	if (s == NULL ||
	    !PKCS5_PBKDF2_HMAC(code, LENGTH, (const unsigned char *)uuid, (int)strlen(uuid),
		ROUNDS, EVP_sha256(), sizeof(bytes), bytes))
		goto out;
	if ((err = bel_scalar_from_bytes(c, bytes, s)) != BEL_OK ||
	    (err = bel_elem_new(c, &key)) != BEL_OK ||
	    (err = bel_generator_pow_secret(c, key, s)) != BEL_OK)
		goto out;
	err = bel_elem_text(c, key, out);
out:
	OPENSSL_cleanse(bytes, sizeof(bytes));
	bel_elem_free(key);
	BN_clear_free(s);
	return err;
}
