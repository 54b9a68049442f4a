/* Encrypted tally, partial decryptions and their combination. */
#include "tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "proof.h"

enum { MAX_OWNERS = 50 };

static size_t
count_choices(const struct bel_election *e)
{
	size_t i, n = 0;

	for (i = 0; i < e->n_questions; i++)
		n += e->questions[i].answers;
	return n;
}

enum bel_err
bel_tally_new(struct bel_calc *c, const struct bel_election *e, struct bel_tally **out)
{
	struct bel_tally *t;
	enum bel_err err;
	size_t i;

	*out = NULL;
	if ((t = calloc(1, sizeof(*t))) == NULL)
		return BEL_SYSTEM;
	t->n = count_choices(e);
	err = BEL_SYSTEM;
	if ((t->sums = calloc(t->n, sizeof(*t->sums))) == NULL)
		goto out;
	for (i = 0; i < t->n; i++)
		if ((err = bel_elem_new(c, &t->sums[i].alpha)) != BEL_OK ||
		    (err = bel_elem_new(c, &t->sums[i].beta)) != BEL_OK)
			goto out;
	*out = t;
	return BEL_OK;
out:
	bel_tally_free(t);
	return err;
}

enum bel_err
bel_tally_add(struct bel_calc *c, struct bel_tally *t, const struct bel_ballot *b)
{
	enum bel_err err;
	size_t i;

	if (b->n_choices != t->n)
		return BEL_SHAPE;
	for (i = 0; i < t->n; i++)
		if ((err = bel_elem_mul(c, t->sums[i].alpha, t->sums[i].alpha,
			 b->choices[i].alpha)) != BEL_OK ||
		    (err = bel_elem_mul(
			 c, t->sums[i].beta, t->sums[i].beta, b->choices[i].beta)) != BEL_OK)
			return err;
	return BEL_OK;
}

void
bel_tally_free(struct bel_tally *t)
{
	size_t i;

	if (t == NULL)
		return;
	for (i = 0; t->sums != NULL && i < t->n; i++) {
		bel_elem_free(t->sums[i].alpha);
		bel_elem_free(t->sums[i].beta);
	}
	free(t->sums);
	free(t);
}

/*
 * Every message of this file is a list of questions, each a list of answers.
 * Build one from a flat list of values, whose references are taken over.
 */
static enum bel_err
nest(const struct bel_election *e, json_t **flat, json_t **out)
{
	json_t *row;
	size_t i, j, at = 0, n = count_choices(e);
	bool failed = false;

	*out = json_array();
	for (i = 0; i < e->n_questions; i++) {
		row = json_array();
		for (j = 0; j < e->questions[i].answers; j++, at++) {
			failed |= json_array_append_new(row, flat[at]) != 0;
			flat[at] = NULL;
		}
		failed |= json_array_append_new(*out, row) != 0;
	}
	for (at = 0; at < n; at++)
		json_decref(flat[at]);
	if (failed) {
		json_decref(*out);
		*out = NULL;
		return BEL_SYSTEM;
	}
	return BEL_OK;
}

/* The at-th value of such a list, whose shape was checked. */
static const json_t *
nested(const struct bel_election *e, const json_t *list, size_t at)
{
	size_t i;

	for (i = 0; at >= e->questions[i].answers; i++)
		at -= e->questions[i].answers;
	return json_array_get(json_array_get(list, i), at);
}

static enum bel_err
check_nested(const struct bel_election *e, const json_t *list)
{
	enum bel_err err;
	size_t i;

	if ((err = bel_json_array(list, e->n_questions)) != BEL_OK)
		return err;
	for (i = 0; i < e->n_questions; i++)
		if ((err = bel_json_array(json_array_get(list, i), e->questions[i].answers)) !=
		    BEL_OK)
			return err;
	return BEL_OK;
}

enum bel_err
bel_tally_text(
    struct bel_calc *c, const struct bel_election *e, const struct bel_tally *t, char **out)
{
	json_t **flat, *doc = NULL;
	enum bel_err err;
	size_t i;

	*out = NULL;
	if ((flat = calloc(t->n, sizeof(json_t *))) == NULL)
		return BEL_SYSTEM;
	for (i = 0; i < t->n; i++)
		flat[i] =
		    json_pack("{s:o, s:o}", "alpha", bel_json_new_elem(c, t->sums[i].alpha),
			"beta", bel_json_new_elem(c, t->sums[i].beta));
	if ((err = nest(e, flat, &doc)) == BEL_OK)
		err = bel_json_text(doc, out);
	json_decref(doc);
	free(flat);
	return err;
}

/* -- partial decryption -- */

/* "decrypt|phi|X|", to be freed with free(). */
static char *
decrypt_prefix(const struct bel_election *e, const char *key)
{
	size_t size = strlen(key) + BEL_B64_SIZE + sizeof("decrypt|||");
	char *s;

	if ((s = malloc(size)) != NULL)
		(void)snprintf(s, size, "decrypt|%s|%s|", e->fingerprint, key);
	return s;
}

enum bel_err
bel_partial_make(struct bel_calc *c, const struct bel_election *e, const struct bel_tally *t,
    const char *secret, char **out)
{
	struct bel_elem *X = NULL;
	json_t **factors, **proofs, *f = NULL, *p = NULL, *doc = NULL;
	char *key = NULL, *prefix = NULL;
	BIGNUM *x = BN_secure_new();
	enum bel_err err = BEL_SYSTEM, err2;
	size_t i;

	*out = NULL;
	factors = calloc(t->n, sizeof(json_t *));
	proofs = calloc(t->n, sizeof(json_t *));
	if (x == NULL || factors == NULL || proofs == NULL)
		goto out;
	if ((err = bel_scalar_parse(c, secret, strlen(secret), x)) != BEL_OK)
		goto out;
	BN_set_flags(x, BN_FLG_CONSTTIME);
	if ((err = bel_elem_new(c, &X)) != BEL_OK ||
	    (err = bel_generator_pow_secret(c, X, x)) != BEL_OK ||
	    (err = bel_elem_text(c, X, &key)) != BEL_OK)
		goto out;
	err = BEL_SYSTEM;
	if ((prefix = decrypt_prefix(e, key)) == NULL)
		goto out;
	for (err = BEL_OK, i = 0; err == BEL_OK && i < t->n; i++)
		err = bel_decrypt_make(c, prefix, x, t->sums[i].alpha, &factors[i], &proofs[i]);
	/* Both lists are handed over whatever happened. */
	err2 = nest(e, factors, &f);
	err = err != BEL_OK ? err : err2;
	err2 = nest(e, proofs, &p);
	err = err != BEL_OK ? err : err2;
	if (err != BEL_OK)
		goto out;
	doc = json_pack("{s:O, s:O}", "decryption_factors", f, "decryption_proofs", p);
	err = doc == NULL ? BEL_SYSTEM : bel_json_text(doc, out);
out:
	json_decref(doc);
	json_decref(f);
	json_decref(p);
	free(factors);
	free(proofs);
	free(prefix);
	free(key);
	bel_elem_free(X);
	BN_clear_free(x);
	return err;
}

/* One factor and its proof. */
static enum bel_err
check_factor(struct bel_calc *c, const char *prefix, const struct bel_base *X,
    const struct bel_elem *alpha, const json_t *factor, const json_t *proof,
    struct bel_elem *out)
{
	struct bel_base *a = NULL, *f = NULL;
	enum bel_err err;

	if ((err = bel_json_elem(c, factor, out)) != BEL_OK ||
	    (err = bel_base_new(c, out, &f)) != BEL_OK ||
	    (err = bel_base_is_member(c, f)) != BEL_OK ||
	    (err = bel_base_new(c, alpha, &a)) != BEL_OK)
		goto out;
	err = bel_decrypt_verify(c, prefix, X, a, f, proof);
out:
	bel_base_free(a);
	bel_base_free(f);
	return err;
}

static enum bel_err
check_partial(struct bel_calc *c, const struct bel_election *e, const struct bel_tally *t,
    const struct bel_trustee *owner, const json_t *doc, struct bel_partial *p,
    struct bel_why *why)
{
	struct bel_base *X = NULL;
	const json_t *factors, *proofs;
	char *prefix = NULL;
	enum bel_err err;
	size_t i;

	factors = json_object_get(doc, "decryption_factors");
	proofs = json_object_get(doc, "decryption_proofs");
	if ((err = bel_json_fields(doc, "decryption_factors decryption_proofs")) != BEL_OK ||
	    (err = check_nested(e, factors)) != BEL_OK ||
	    (err = check_nested(e, proofs)) != BEL_OK ||
	    (err = bel_base_new(c, owner->key, &X)) != BEL_OK)
		goto out;
	err = BEL_SYSTEM;
	if ((prefix = decrypt_prefix(e, owner->key_text)) == NULL ||
	    (p->factors = calloc(t->n, sizeof(*p->factors))) == NULL)
		goto out;
	p->n = t->n;
	for (i = 0; i < t->n; i++) {
		if ((err = bel_elem_new(c, &p->factors[i])) != BEL_OK)
			goto out;
		if ((err = check_factor(c, prefix, X, t->sums[i].alpha, nested(e, factors, i),
			 nested(e, proofs, i), p->factors[i])) != BEL_OK) {
			(void)bel_fail(why, err, "decryption by owner %ld, value %zu: %s",
			    p->owner, i + 1, bel_err_text(err));
			goto out;
		}
	}
	err = BEL_OK;
out:
	bel_base_free(X);
	free(prefix);
	return err;
}

enum bel_err
bel_partial_verify(struct bel_calc *c, const struct bel_election *e, const struct bel_tally *t,
    const struct bel_trustees *trustees, long owner, struct bel_span raw,
    struct bel_partial **out, struct bel_why *why)
{
	struct bel_partial *p;
	json_t *doc = NULL;
	enum bel_err err;

	*out = NULL;
	if (owner < 1 || (size_t)owner > trustees->n_owners)
		return bel_fail(
		    why, BEL_DECRYPTION, "decryption by owner %ld, who does not exist", owner);
	if ((p = calloc(1, sizeof(*p))) == NULL)
		return BEL_SYSTEM;
	p->owner = owner;
	if ((err = bel_json_canonical(raw, &doc)) == BEL_OK)
		err = check_partial(c, e, t, &trustees->owners[owner - 1], doc, p, why);
	json_decref(doc);
	if (err != BEL_OK) {
		bel_partial_free(p);
		return bel_fail(
		    why, err, "decryption by owner %ld: %s", owner, bel_err_text(err));
	}
	*out = p;
	return BEL_OK;
}

void
bel_partial_free(struct bel_partial *p)
{
	size_t i;

	if (p == NULL)
		return;
	for (i = 0; p->factors != NULL && i < p->n; i++)
		bel_elem_free(p->factors[i]);
	free(p->factors);
	free(p);
}

/* -- combination -- */

/*
 * Choose for every item the parts to combine: weights[i] is the Lagrange
 * coefficient of part i, or NULL for a part that is not needed.
 */
struct choice {
	BIGNUM *weight[MAX_OWNERS];
};

static void
choice_free(struct choice *ch)
{
	size_t i;

	for (i = 0; i < MAX_OWNERS; i++)
		BN_free(ch->weight[i]);
}

/* The first `needed` parts that belong to item; their number is returned. */
static size_t
parts_of(const struct bel_trustees *t, const struct bel_partial *const *parts, size_t n,
    size_t item, size_t used[MAX_OWNERS])
{
	size_t i, found = 0;

	for (i = 0; i < n && found < (size_t)t->items[item].needed; i++)
		if (t->owners[parts[i]->owner - 1].item == item)
			used[found++] = i;
	return found;
}

bool
bel_partials_suffice(
    const struct bel_trustees *t, const struct bel_partial *const *parts, size_t n)
{
	size_t used[MAX_OWNERS], item, i, j;

	for (i = 0; i < n; i++)
		for (j = 0; j < i; j++)
			if (parts[i]->owner == parts[j]->owner)
				return false;
	for (item = 0; item < t->n_items; item++)
		if (parts_of(t, parts, n, item, used) != (size_t)t->items[item].needed)
			return false;
	return true;
}

/* lambda = prod k/(k-d) over the other indices k of the chosen parts. */
static enum bel_err
lagrange(struct bel_calc *c, const struct bel_trustees *t,
    const struct bel_partial *const *parts, const size_t *used, size_t n, size_t me,
    BIGNUM *out)
{
	BIGNUM *num = BN_new(), *den = BN_new(), *a = BN_new();
	BIGNUM *b = BN_new();
	enum bel_err err = BEL_SYSTEM;
	long d, k;
	size_t i;

	if (num == NULL || den == NULL || a == NULL || b == NULL || !BN_one(num) ||
	    !BN_one(den))
		goto out;
	d = t->owners[parts[used[me]]->owner - 1].index;
	for (i = 0; i < n; i++) {
		if (i == me)
			continue;
		k = t->owners[parts[used[i]]->owner - 1].index;
		err = BEL_SYSTEM;
		if (!BN_set_word(a, (BN_ULONG)k) || !BN_set_word(b, (BN_ULONG)d))
			goto out;
		if ((err = bel_scalar_mul(c, num, num, a)) != BEL_OK ||
		    (err = bel_scalar_sub(c, a, a, b)) != BEL_OK ||
		    (err = bel_scalar_mul(c, den, den, a)) != BEL_OK)
			goto out;
	}
	if ((err = bel_scalar_inverse(c, den, den)) == BEL_OK)
		err = bel_scalar_mul(c, out, num, den);
out:
	BN_free(num);
	BN_free(den);
	BN_free(a);
	BN_free(b);
	return err;
}

static enum bel_err
choose(struct bel_calc *c, const struct bel_trustees *t, const struct bel_partial *const *parts,
    size_t n, struct choice *ch)
{
	size_t used[MAX_OWNERS], item, i, k;
	enum bel_err err;

	for (item = 0; item < t->n_items; item++) {
		k = parts_of(t, parts, n, item, used);
		for (i = 0; i < k; i++) {
			BIGNUM **w = &ch->weight[used[i]];

			if ((*w = BN_new()) == NULL || !BN_one(*w))
				return BEL_SYSTEM;
			if (t->items[item].pedersen &&
			    (err = lagrange(c, t, parts, used, k, i, *w)) != BEL_OK)
				return err;
		}
	}
	return BEL_OK;
}

/* F of one ciphertext. */
static enum bel_err
combine(struct bel_calc *c, const struct bel_partial *const *parts, size_t n,
    const struct choice *ch, size_t at, struct bel_elem *out)
{
	struct bel_base *base[MAX_OWNERS] = { NULL };
	struct bel_term term[MAX_OWNERS];
	enum bel_err err = BEL_OK;
	size_t i, terms = 0;

	for (i = 0; i < n; i++) {
		if (ch->weight[i] == NULL)
			continue;
		if ((err = bel_base_new(c, parts[i]->factors[at], &base[terms])) != BEL_OK)
			goto out;
		term[terms] = (struct bel_term){ base[terms], ch->weight[i] };
		terms++;
	}
	err = bel_product(c, out, term, terms);
out:
	for (i = 0; i < terms; i++)
		bel_base_free(base[i]);
	return err;
}

/* Powers g^0..g^ballots, to look logarithms up in. */
static enum bel_err
log_table(struct bel_calc *c, long ballots, struct bel_elem ***out)
{
	struct bel_elem **table;
	BIGNUM *one = BN_new();
	const struct bel_term g = { bel_calc_generator(c), one };
	enum bel_err err = BEL_SYSTEM;
	struct bel_elem *step = NULL;
	long i;

	if ((table = calloc((size_t)ballots + 1, sizeof(*table))) == NULL || one == NULL ||
	    !BN_one(one))
		goto out;
	if ((err = bel_elem_new(c, &step)) != BEL_OK ||
	    (err = bel_product(c, step, &g, 1)) != BEL_OK ||
	    (err = bel_elem_new(c, &table[0])) != BEL_OK)
		goto out;
	for (i = 1; err == BEL_OK && i <= ballots; i++)
		if ((err = bel_elem_new(c, &table[i])) == BEL_OK)
			err = bel_elem_mul(c, table[i], table[i - 1], step);
out:
	*out = table;
	bel_elem_free(step);
	BN_free(one);
	return err;
}

enum bel_err
bel_tally_decrypt(struct bel_calc *c, const struct bel_tally *t,
    const struct bel_trustees *trustees, const struct bel_partial *const *parts, size_t n,
    long ballots, long *counts)
{
	struct choice ch = { { NULL } };
	struct bel_elem **table = NULL, *F = NULL;
	enum bel_err err;
	size_t i;
	long m;

	if (ballots < 0 || ballots > 1000000 || n > MAX_OWNERS ||
	    !bel_partials_suffice(trustees, parts, n))
		return BEL_DECRYPTION;
	if ((err = choose(c, trustees, parts, n, &ch)) != BEL_OK ||
	    (err = log_table(c, ballots, &table)) != BEL_OK ||
	    (err = bel_elem_new(c, &F)) != BEL_OK)
		goto out;
	for (i = 0; i < t->n; i++) {
		if ((err = combine(c, parts, n, &ch, i, F)) != BEL_OK ||
		    (err = bel_elem_inverse(c, F, F)) != BEL_OK ||
		    (err = bel_elem_mul(c, F, F, t->sums[i].beta)) != BEL_OK)
			goto out;
		for (m = 0; m <= ballots; m++)
			if (bel_elem_equal(F, table[m]))
				break;
		if (m > ballots) {
			err = BEL_RESULT;
			goto out;
		}
		counts[i] = m;
	}
out:
	choice_free(&ch);
	bel_elem_free(F);
	for (m = 0; table != NULL && m <= ballots; m++)
		bel_elem_free(table[m]);
	free(table);
	return err;
}

enum bel_err
bel_result_text(const struct bel_election *e, const long *counts, char **out)
{
	json_t **flat, *list = NULL, *doc = NULL;
	enum bel_err err;
	size_t i, n = count_choices(e);

	*out = NULL;
	if ((flat = calloc(n + 1, sizeof(json_t *))) == NULL)
		return BEL_SYSTEM;
	for (i = 0; i < n; i++)
		flat[i] = json_integer(counts[i]);
	if ((err = nest(e, flat, &list)) == BEL_OK) {
		doc = json_pack("{s:O}", "result", list);
		err = doc == NULL ? BEL_SYSTEM : bel_json_text(doc, out);
	}
	json_decref(list);
	json_decref(doc);
	free(flat);
	return err;
}
