/* BELENIOS-2048: a subgroup of prime order of the integers modulo a prime. */
#include "group.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

/*
 * Domain parameters, specification section 5.1.  They were made by the
 * verifiable procedure of FIPS 186-4 from the seed printed there.
 */
static const char group_name[] = "BELENIOS-2048";
static const char group_p[] = "20694785691422546"
			      "401013643657505008064922989295751104097100884787057374219242"
			      "717401922237254497684338129066633138078958404960054389636289"
			      "796393038773905722803605973749427671376777618898589872735865"
			      "049081167099310535867780980030790491654063777173764198678527"
			      "273474476341835600035698305193144284561701911000786737307333"
			      "564123971732897913240474578834468260652327974647951137672658"
			      "693582180046317922073668860052627186363386088796882120769432"
			      "366149491002923444346373222145884100586421050242120365433561"
			      "201320481118852408731077014151666200162313177169372189248078"
			      "507711827842317498073276598828825169183103125680162072880719";
static const char group_g[] = "2402352677501852"
			      "209227687703532399932712287657378364916510075318787663274146"
			      "353219320285676155269678799694668298749389095083896573425601"
			      "900601068477164491735474137283104610458681314511781646755400"
			      "527402889846139864532661215055797097162016168270312886432456"
			      "663834863635782106154918419982534315189740658186868651151358"
			      "576410138882215396016043228843603930989333662772848406593138"
			      "406010231675095763777982665103606822406635076697764025346253"
			      "773085133173495194248967754052573659049492477631475991575198"
			      "775177711481490920456600205478127054728238140972518639858334"
			      "115700568353695553423781475582491896050296680037745308460627";
static const char group_q[] = "78571733251071885"
			      "079927659812671450121821421258408794611510081919805623223441";

/*
 * Tables.  A base splits the exponent into rows of cols bits and keeps the
 * 2^rows - 1 products of x^(2^(row * cols)); a power then costs cols squarings,
 * shared by all terms of a product, and cols products.  Six rows are the
 * cheapest for the five powers of a ciphertext in a ballot; a base used
 * hundreds of times affords thirteen.
 */
enum {
	QUICK_ROWS = 6,
	QUICK_COLS = 43,
	FIXED_ROWS = 13,
	FIXED_COLS = 20,
	TEXT_MAX = 617, /* decimal digits of p */
	SCALAR_MAX = 77, /* decimal digits of q */
	SCALAR_BYTES = 32,
};

struct bel_elem {
	BIGNUM *v; /* Montgomery form, less than p */
};

struct bel_base {
	unsigned rows, cols;
	BIGNUM **table; /* 2^rows, the first unused */
};

struct group {
	BIGNUM *p, *q;
	BN_MONT_CTX *mont_p, *mont_q;
	struct bel_elem *g, *one;
	struct bel_base *g_base;
};

struct bel_calc {
	struct group *group;
	bool owner;
	BN_CTX *ctx;
};

static enum bel_err group_new(struct bel_calc *);
static void group_free(struct group *);

static enum bel_err
mul(struct bel_calc *c, BIGNUM *out, const BIGNUM *a, const BIGNUM *b)
{
	if (!BN_mod_mul_montgomery(out, a, b, c->group->mont_p, c->ctx))
		return BEL_SYSTEM;
	return BEL_OK;
}

enum bel_err
bel_calc_new(const char *name, struct bel_calc **out)
{
	struct bel_calc *c;
	enum bel_err err = BEL_SYSTEM;

	*out = NULL;
	if (strcmp(name, group_name) != 0)
		return BEL_UNSUPPORTED;
	if ((c = calloc(1, sizeof(*c))) == NULL)
		return BEL_SYSTEM;
	c->owner = true;
	if ((c->ctx = BN_CTX_new()) == NULL ||
	    (c->group = calloc(1, sizeof(*c->group))) == NULL)
		goto out;
	err = group_new(c);
out:
	if (err != BEL_OK) {
		bel_calc_free(c);
		c = NULL;
	}
	*out = c;
	return err;
}

enum bel_err
bel_calc_share(const struct bel_calc *from, struct bel_calc **out)
{
	struct bel_calc *c;

	*out = NULL;
	if ((c = calloc(1, sizeof(*c))) == NULL)
		return BEL_SYSTEM;
	if ((c->ctx = BN_CTX_new()) == NULL) {
		free(c);
		return BEL_SYSTEM;
	}
	c->group = from->group;
	*out = c;
	return BEL_OK;
}

void
bel_calc_free(struct bel_calc *c)
{
	if (c == NULL)
		return;
	if (c->owner)
		group_free(c->group);
	BN_CTX_free(c->ctx);
	free(c);
}

static enum bel_err
group_new(struct bel_calc *c)
{
	struct group *g = c->group;
	enum bel_err err;

	if (!BN_dec2bn(&g->p, group_p) || !BN_dec2bn(&g->q, group_q) ||
	    (g->mont_p = BN_MONT_CTX_new()) == NULL ||
	    (g->mont_q = BN_MONT_CTX_new()) == NULL ||
	    !BN_MONT_CTX_set(g->mont_p, g->p, c->ctx) ||
	    !BN_MONT_CTX_set(g->mont_q, g->q, c->ctx))
		return BEL_SYSTEM;
	if ((err = bel_elem_new(c, &g->one)) != BEL_OK ||
	    (err = bel_elem_new(c, &g->g)) != BEL_OK)
		return err;
	if ((err = bel_elem_parse(c, group_g, sizeof(group_g) - 1, g->g)) != BEL_OK)
		return err;
	return bel_base_new_fixed(c, g->g, &g->g_base);
}

static void
group_free(struct group *g)
{
	if (g == NULL)
		return;
	bel_base_free(g->g_base);
	bel_elem_free(g->g);
	bel_elem_free(g->one);
	BN_MONT_CTX_free(g->mont_p);
	BN_MONT_CTX_free(g->mont_q);
	BN_free(g->p);
	BN_free(g->q);
	free(g);
}

const char *
bel_calc_name(const struct bel_calc *c)
{
	(void)c;
	return group_name;
}

const BIGNUM *
bel_calc_order(const struct bel_calc *c)
{
	return c->group->q;
}

const struct bel_base *
bel_calc_generator(const struct bel_calc *c)
{
	return c->group->g_base;
}

/* -- scalars -- */

/* Read a canonical decimal of at most max digits. */
static enum bel_err
parse_decimal(const char *text, size_t len, size_t max, BIGNUM *out)
{
	char digits[TEXT_MAX + 1];
	size_t i;

	if (len == 0 || len > max || (len > 1 && text[0] == '0'))
		return BEL_NUMBER;
	for (i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9')
			return BEL_NUMBER;
		digits[i] = text[i];
	}
	digits[len] = '\0';
	if (!BN_dec2bn(&out, digits))
		return BEL_SYSTEM;
	return BEL_OK;
}

enum bel_err
bel_scalar_parse(const struct bel_calc *c, const char *text, size_t len, BIGNUM *out)
{
	enum bel_err err;

	if ((err = parse_decimal(text, len, SCALAR_MAX, out)) != BEL_OK)
		return err;
	return BN_cmp(out, c->group->q) < 0 ? BEL_OK : BEL_NUMBER;
}

enum bel_err
bel_scalar_from_bytes(struct bel_calc *c, const unsigned char bytes[32], BIGNUM *out)
{
	if (BN_bin2bn(bytes, SCALAR_BYTES, out) == NULL ||
	    !BN_nnmod(out, out, c->group->q, c->ctx))
		return BEL_SYSTEM;
	return BEL_OK;
}

enum bel_err
bel_scalar_random(struct bel_calc *c, BIGNUM *out)
{
	BN_set_flags(out, BN_FLG_CONSTTIME);
	return BN_priv_rand_range(out, c->group->q) ? BEL_OK : BEL_SYSTEM;
}

enum bel_err
bel_scalar_add(struct bel_calc *c, BIGNUM *out, const BIGNUM *a, const BIGNUM *b)
{
	return BN_mod_add_quick(out, a, b, c->group->q) ? BEL_OK : BEL_SYSTEM;
}

enum bel_err
bel_scalar_sub(struct bel_calc *c, BIGNUM *out, const BIGNUM *a, const BIGNUM *b)
{
	return BN_mod_sub_quick(out, a, b, c->group->q) ? BEL_OK : BEL_SYSTEM;
}

/* Montgomery products only: their time does not depend on the factors. */
enum bel_err
bel_scalar_mul(struct bel_calc *c, BIGNUM *out, const BIGNUM *a, const BIGNUM *b)
{
	BIGNUM *t;
	enum bel_err err = BEL_SYSTEM;

	BN_CTX_start(c->ctx);
	if ((t = BN_CTX_get(c->ctx)) == NULL)
		goto out;
	BN_set_flags(t, BN_FLG_CONSTTIME);
	if (BN_to_montgomery(t, a, c->group->mont_q, c->ctx) &&
	    BN_mod_mul_montgomery(out, t, b, c->group->mont_q, c->ctx))
		err = BEL_OK;
	BN_zero(t);
out:
	BN_CTX_end(c->ctx);
	return err;
}

enum bel_err
bel_scalar_inverse(struct bel_calc *c, BIGNUM *out, const BIGNUM *a)
{
	return BN_mod_inverse(out, a, c->group->q, c->ctx) != NULL ? BEL_OK : BEL_SYSTEM;
}

/* -- elements -- */

enum bel_err
bel_elem_new(struct bel_calc *c, struct bel_elem **out)
{
	struct bel_elem *e;

	*out = NULL;
	if ((e = calloc(1, sizeof(*e))) == NULL)
		return BEL_SYSTEM;
	if ((e->v = BN_new()) == NULL ||
	    !BN_to_montgomery(e->v, BN_value_one(), c->group->mont_p, c->ctx)) {
		bel_elem_free(e);
		return BEL_SYSTEM;
	}
	*out = e;
	return BEL_OK;
}

void
bel_elem_free(struct bel_elem *e)
{
	if (e == NULL)
		return;
	BN_free(e->v);
	free(e);
}

enum bel_err
bel_elem_parse(struct bel_calc *c, const char *text, size_t len, struct bel_elem *out)
{
	BIGNUM *x;
	enum bel_err err = BEL_SYSTEM;

	BN_CTX_start(c->ctx);
	if ((x = BN_CTX_get(c->ctx)) == NULL)
		goto out;
	if ((err = parse_decimal(text, len, TEXT_MAX, x)) != BEL_OK)
		goto out;
	err = BEL_NUMBER;
	if (BN_is_zero(x) || BN_cmp(x, c->group->p) >= 0)
		goto out;
	err = BN_to_montgomery(out->v, x, c->group->mont_p, c->ctx) ? BEL_OK : BEL_SYSTEM;
out:
	BN_CTX_end(c->ctx);
	return err;
}

enum bel_err
bel_elem_text(struct bel_calc *c, const struct bel_elem *e, char **out)
{
	BIGNUM *x;
	char *text = NULL;
	enum bel_err err = BEL_SYSTEM;

	*out = NULL;
	BN_CTX_start(c->ctx);
	if ((x = BN_CTX_get(c->ctx)) == NULL ||
	    !BN_from_montgomery(x, e->v, c->group->mont_p, c->ctx) ||
	    (text = BN_bn2dec(x)) == NULL)
		goto out;
	if ((*out = strdup(text)) != NULL)
		err = BEL_OK;
out:
	OPENSSL_free(text);
	BN_CTX_end(c->ctx);
	return err;
}

enum bel_err
bel_elem_copy(struct bel_elem *out, const struct bel_elem *e)
{
	return BN_copy(out->v, e->v) != NULL ? BEL_OK : BEL_SYSTEM;
}

enum bel_err
bel_elem_mul(struct bel_calc *c, struct bel_elem *out, const struct bel_elem *a,
    const struct bel_elem *b)
{
	return mul(c, out->v, a->v, b->v);
}

enum bel_err
bel_elem_inverse(struct bel_calc *c, struct bel_elem *out, const struct bel_elem *e)
{
	BIGNUM *x;
	enum bel_err err = BEL_SYSTEM;

	BN_CTX_start(c->ctx);
	if ((x = BN_CTX_get(c->ctx)) != NULL &&
	    BN_from_montgomery(x, e->v, c->group->mont_p, c->ctx) &&
	    BN_mod_inverse(x, x, c->group->p, c->ctx) != NULL &&
	    BN_to_montgomery(out->v, x, c->group->mont_p, c->ctx))
		err = BEL_OK;
	BN_CTX_end(c->ctx);
	return err;
}

bool
bel_elem_equal(const struct bel_elem *a, const struct bel_elem *b)
{
	return BN_cmp(a->v, b->v) == 0;
}

bool
bel_elem_is_one(struct bel_calc *c, const struct bel_elem *e)
{
	return bel_elem_equal(e, c->group->one);
}

enum bel_err
bel_elem_is_member(struct bel_calc *c, const struct bel_elem *e)
{
	struct bel_base *base = NULL;
	enum bel_err err;

	if ((err = bel_base_new(c, e, &base)) != BEL_OK)
		return err;
	err = bel_base_is_member(c, base);
	bel_base_free(base);
	return err;
}

enum bel_err
bel_elem_pow_secret(
    struct bel_calc *c, struct bel_elem *out, const struct bel_elem *x, const BIGNUM *e)
{
	BIGNUM *plain, *secret = NULL;
	enum bel_err err = BEL_SYSTEM;

	BN_CTX_start(c->ctx);
	if ((plain = BN_CTX_get(c->ctx)) == NULL || (secret = BN_dup(e)) == NULL)
		goto out;
	BN_set_flags(secret, BN_FLG_CONSTTIME);
	if (BN_from_montgomery(plain, x->v, c->group->mont_p, c->ctx) &&
	    BN_mod_exp_mont_consttime(
		plain, plain, secret, c->group->p, c->ctx, c->group->mont_p) &&
	    BN_to_montgomery(out->v, plain, c->group->mont_p, c->ctx))
		err = BEL_OK;
out:
	BN_clear_free(secret);
	BN_CTX_end(c->ctx);
	return err;
}

enum bel_err
bel_generator_pow_secret(struct bel_calc *c, struct bel_elem *out, const BIGNUM *e)
{
	return bel_elem_pow_secret(c, out, c->group->g, e);
}

/* -- powers with public exponents -- */

static enum bel_err
base_alloc(unsigned rows, unsigned cols, struct bel_base **out)
{
	struct bel_base *b;
	size_t i, n = (size_t)1 << rows;

	*out = NULL;
	if ((b = calloc(1, sizeof(*b))) == NULL)
		return BEL_SYSTEM;
	b->rows = rows;
	b->cols = cols;
	if ((b->table = calloc(n, sizeof(BIGNUM *))) == NULL)
		goto fail;
	for (i = 1; i < n; i++)
		if ((b->table[i] = BN_new()) == NULL)
			goto fail;
	*out = b;
	return BEL_OK;
fail:
	bel_base_free(b);
	return BEL_SYSTEM;
}

void
bel_base_free(struct bel_base *b)
{
	size_t i;

	if (b == NULL)
		return;
	for (i = 1; b->table != NULL && i < (size_t)1 << b->rows; i++)
		BN_free(b->table[i]);
	free(b->table);
	free(b);
}

static enum bel_err
base_new(struct bel_calc *c, const struct bel_elem *e, unsigned rows, unsigned cols,
    struct bel_base **out)
{
	struct bel_base *b;
	enum bel_err err;
	unsigned row, col, i;

	*out = NULL;
	if ((err = base_alloc(rows, cols, &b)) != BEL_OK)
		return err;
	err = BEL_SYSTEM;
	if (BN_copy(b->table[1], e->v) == NULL)
		goto fail;
	for (row = 1; row < rows; row++) {
		BIGNUM *top = b->table[1U << row];

		if (BN_copy(top, b->table[1U << (row - 1)]) == NULL)
			goto fail;
		for (col = 0; col < cols; col++)
			if (mul(c, top, top, top) != BEL_OK)
				goto fail;
		for (i = 1; i < 1U << row; i++)
			if (mul(c, b->table[(1U << row) + i], top, b->table[i]) != BEL_OK)
				goto fail;
	}
	*out = b;
	return BEL_OK;
fail:
	bel_base_free(b);
	return err;
}

enum bel_err
bel_base_new(struct bel_calc *c, const struct bel_elem *e, struct bel_base **out)
{
	return base_new(c, e, QUICK_ROWS, QUICK_COLS, out);
}

enum bel_err
bel_base_new_fixed(struct bel_calc *c, const struct bel_elem *e, struct bel_base **out)
{
	return base_new(c, e, FIXED_ROWS, FIXED_COLS, out);
}

enum bel_err
bel_base_is_member(struct bel_calc *c, const struct bel_base *b)
{
	const struct bel_term term = { b, c->group->q };
	struct bel_elem *x;
	enum bel_err err;

	if ((err = bel_elem_new(c, &x)) != BEL_OK)
		return err;
	if ((err = bel_product(c, x, &term, 1)) == BEL_OK && !bel_elem_is_one(c, x))
		err = BEL_MEMBER;
	bel_elem_free(x);
	return err;
}

/* Index into the table: bit `col` of every row of the exponent. */
static unsigned
column(const struct bel_base *b, const BIGNUM *e, unsigned col)
{
	unsigned row, index = 0;

	for (row = 0; row < b->rows; row++)
		if (BN_is_bit_set(e, (int)(row * b->cols + col)))
			index |= 1U << row;
	return index;
}

enum bel_err
bel_product(struct bel_calc *c, struct bel_elem *out, const struct bel_term *terms, size_t n)
{
	enum bel_err err = BEL_SYSTEM;
	unsigned col, cols = 0, index;
	BIGNUM *acc;
	bool one = true; /* nothing multiplied in so far */
	size_t i;

	for (i = 0; i < n; i++)
		if (terms[i].base->cols > cols)
			cols = terms[i].base->cols;
	BN_CTX_start(c->ctx);
	if ((acc = BN_CTX_get(c->ctx)) == NULL || BN_copy(acc, c->group->one->v) == NULL)
		goto out;
	for (col = cols; col-- > 0;) {
		if (!one && mul(c, acc, acc, acc) != BEL_OK)
			goto out;
		for (i = 0; i < n; i++) {
			const struct bel_base *b = terms[i].base;

			if (col >= b->cols || (index = column(b, terms[i].exp, col)) == 0)
				continue;
			if (mul(c, acc, acc, b->table[index]) != BEL_OK)
				goto out;
			one = false;
		}
	}
	if (BN_copy(out->v, acc) != NULL)
		err = BEL_OK;
out:
	BN_CTX_end(c->ctx);
	return err;
}
