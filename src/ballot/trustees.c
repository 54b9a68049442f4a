/* Verification of trustees and of their ceremony; the server's own key. */
#include "trustees.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "proof.h"

enum { MAX_TRUSTEES = 50, MAX_ITEMS = 10 };

static char *
sigmsg(const char *message)
{
	size_t size = strlen(message) + sizeof("sigmsg||");
	char *s;

	if ((s = malloc(size)) != NULL)
		(void)snprintf(s, size, "sigmsg|%s|", message);
	return s;
}

/* A member of the group that is not 1. */
static enum bel_err
read_key(struct bel_calc *c, const json_t *value, struct bel_elem *out)
{
	enum bel_err err;

	if ((err = bel_json_member(c, value, out)) != BEL_OK)
		return err;
	return bel_elem_is_one(c, out) ? BEL_MEMBER : BEL_OK;
}

/* {"message":text,"signature":proof}: the message parsed, canonical. */
static enum bel_err
open_signed(const json_t *doc, json_t **message)
{
	const json_t *text;
	enum bel_err err;

	if ((err = bel_json_fields(doc, "message signature")) != BEL_OK)
		return err;
	text = json_object_get(doc, "message");
	if (!json_is_string(text))
		return BEL_SHAPE;
	return bel_json_canonical(
	    (struct bel_span){ json_string_value(text), json_string_length(text) }, message);
}

static enum bel_err
check_signed(struct bel_calc *c, const struct bel_base *key, const json_t *doc)
{
	enum bel_err err;
	char *prefix;

	if ((prefix = sigmsg(bel_json_string(json_object_get(doc, "message")))) == NULL)
		return BEL_SYSTEM;
	err = bel_schnorr_verify(c, prefix, key, json_object_get(doc, "signature"));
	free(prefix);
	return err == BEL_PROOF ? BEL_SIGNATURE : err;
}

/* -- certificates, coefficients, shares -- */

static enum bel_err
cert_from_json(struct bel_calc *c, const json_t *doc, struct bel_cert *out)
{
	json_t *message = NULL;
	enum bel_err err;

	*out = (struct bel_cert){ 0 };
	if ((err = open_signed(doc, &message)) != BEL_OK ||
	    (err = bel_json_fields(message, "verification encryption")) != BEL_OK ||
	    (err = bel_elem_new(c, &out->verification)) != BEL_OK ||
	    (err = bel_elem_new(c, &out->encryption)) != BEL_OK ||
	    (err = read_key(c, json_object_get(message, "verification"), out->verification)) !=
		BEL_OK ||
	    (err = read_key(c, json_object_get(message, "encryption"), out->encryption)) !=
		BEL_OK ||
	    (err = bel_base_new(c, out->verification, &out->base)) != BEL_OK)
		goto out;
	err = check_signed(c, out->base, doc);
out:
	json_decref(message);
	if (err != BEL_OK)
		bel_cert_free(out);
	return err;
}

enum bel_err
bel_cert_parse(struct bel_calc *c, struct bel_span raw, struct bel_cert *out)
{
	json_t *doc;
	enum bel_err err;

	*out = (struct bel_cert){ 0 };
	if ((err = bel_json_canonical(raw, &doc)) != BEL_OK)
		return err;
	err = cert_from_json(c, doc, out);
	json_decref(doc);
	return err;
}

void
bel_cert_free(struct bel_cert *cert)
{
	bel_elem_free(cert->verification);
	bel_elem_free(cert->encryption);
	bel_base_free(cert->base);
	*cert = (struct bel_cert){ 0 };
}

static enum bel_err
coefexps_from_json(struct bel_calc *c, const struct bel_cert *cert, const json_t *doc, size_t k,
    struct bel_elem ***out)
{
	struct bel_elem **list = NULL;
	const json_t *values;
	json_t *message = NULL;
	enum bel_err err;
	size_t i;

	*out = NULL;
	if ((err = open_signed(doc, &message)) != BEL_OK ||
	    (err = bel_json_fields(message, "coefexps")) != BEL_OK)
		goto out;
	values = json_object_get(message, "coefexps");
	if ((err = bel_json_array(values, k)) != BEL_OK)
		goto out;
	err = BEL_SYSTEM;
	if ((list = calloc(k, sizeof(*list))) == NULL)
		goto out;
	for (i = 0; i < k; i++)
		if ((err = bel_elem_new(c, &list[i])) != BEL_OK ||
		    (err = bel_json_member(c, json_array_get(values, i), list[i])) != BEL_OK)
			goto out;
	err = check_signed(c, cert->base, doc);
out:
	json_decref(message);
	if (err != BEL_OK)
		bel_coefexps_free(list, k);
	else
		*out = list;
	return err;
}

enum bel_err
bel_coefexps_parse(struct bel_calc *c, const struct bel_cert *cert, struct bel_span raw,
    size_t k, struct bel_elem ***out)
{
	json_t *doc;
	enum bel_err err;

	*out = NULL;
	if (k < 1 || k > MAX_TRUSTEES)
		return BEL_SHAPE;
	if ((err = bel_json_canonical(raw, &doc)) != BEL_OK)
		return err;
	err = coefexps_from_json(c, cert, doc, k, out);
	json_decref(doc);
	return err;
}

void
bel_coefexps_free(struct bel_elem **list, size_t k)
{
	size_t i;

	for (i = 0; list != NULL && i < k; i++)
		bel_elem_free(list[i]);
	free(list);
}

static bool
is_hex(const char *s, size_t min, size_t max)
{
	size_t len;

	if (s == NULL)
		return false;
	len = strlen(s);
	return len >= min && len <= max && len % 2 == 0 && strspn(s, "0123456789abcdef") == len;
}

enum bel_err
bel_share_check(struct bel_calc *c, const struct bel_cert *from, const char *uuid, long i,
    long j, struct bel_span raw)
{
	enum { IV = 24, DATA_MIN = 2 * 17, DATA_MAX = 2 * (77 + 16) };
	struct bel_elem *alpha = NULL;
	const char *text;
	json_t *doc = NULL, *message = NULL;
	enum bel_err err;
	long n;

	if ((err = bel_json_canonical(raw, &doc)) != BEL_OK ||
	    (err = open_signed(doc, &message)) != BEL_OK ||
	    (err = bel_json_fields(message, "uuid from to alpha iv data")) != BEL_OK)
		goto out;
	text = bel_json_string(json_object_get(message, "uuid"));
	err = BEL_ELECTION;
	if (text == NULL || strcmp(text, uuid) != 0)
		goto out;
	if ((err = bel_json_int(json_object_get(message, "from"), i, i, &n)) != BEL_OK ||
	    (err = bel_json_int(json_object_get(message, "to"), j, j, &n)) != BEL_OK)
		goto out;
	err = BEL_SHAPE;
	if (!is_hex(bel_json_string(json_object_get(message, "iv")), IV, IV) ||
	    !is_hex(bel_json_string(json_object_get(message, "data")), DATA_MIN, DATA_MAX))
		goto out;
	if ((err = bel_elem_new(c, &alpha)) != BEL_OK ||
	    (err = read_key(c, json_object_get(message, "alpha"), alpha)) != BEL_OK)
		goto out;
	err = check_signed(c, from->base, doc);
out:
	bel_elem_free(alpha);
	json_decref(message);
	json_decref(doc);
	return err;
}

/* -- public keys -- */

/* {"pok":proof,"public_key":X}, proven over "pok|group|X|". */
static enum bel_err
public_key_from_json(struct bel_calc *c, const json_t *doc, struct bel_elem *key)
{
	struct bel_base *base = NULL;
	const char *text;
	char *prefix = NULL;
	enum bel_err err;
	size_t size;

	if ((err = bel_json_fields(doc, "pok public_key")) != BEL_OK ||
	    (err = read_key(c, json_object_get(doc, "public_key"), key)) != BEL_OK ||
	    (err = bel_base_new(c, key, &base)) != BEL_OK)
		goto out;
	text = bel_json_string(json_object_get(doc, "public_key"));
	size = strlen(text) + strlen(bel_calc_name(c)) + sizeof("pok|||");
	err = BEL_SYSTEM;
	if ((prefix = malloc(size)) == NULL)
		goto out;
	(void)snprintf(prefix, size, "pok|%s|%s|", bel_calc_name(c), text);
	err = bel_schnorr_verify(c, prefix, base, json_object_get(doc, "pok"));
out:
	free(prefix);
	bel_base_free(base);
	return err;
}

/* prod_i prod_m A_im^(j^m): the key that the ceremony gives to trustee j. */
static enum bel_err
ceremony_key(struct bel_calc *c, long j, struct bel_elem *const *const *coefs, size_t n,
    size_t k, struct bel_elem *out)
{
	struct bel_base *base = NULL;
	struct bel_elem *part = NULL, *all = NULL;
	BIGNUM *power = BN_new(), *step = BN_new();
	enum bel_err err = BEL_SYSTEM;
	size_t i, m;

	if (power == NULL || step == NULL || !BN_set_word(step, (BN_ULONG)j) || !BN_one(power))
		goto out;
	if ((err = bel_elem_new(c, &all)) != BEL_OK || (err = bel_elem_new(c, &part)) != BEL_OK)
		goto out;
	for (m = 0; m < k; m++) {
		/* Multiply first, then one power for all trustees. */
		if ((err = bel_elem_copy(part, coefs[0][m])) != BEL_OK)
			goto out;
		for (i = 1; i < n; i++)
			if ((err = bel_elem_mul(c, part, part, coefs[i][m])) != BEL_OK)
				goto out;
		if ((err = bel_base_new(c, part, &base)) != BEL_OK)
			goto out;
		const struct bel_term term = { base, power };
		if ((err = bel_product(c, part, &term, 1)) != BEL_OK ||
		    (err = bel_elem_mul(c, all, all, part)) != BEL_OK ||
		    (err = bel_scalar_mul(c, power, power, step)) != BEL_OK)
			goto out;
		bel_base_free(base);
		base = NULL;
	}
	err = bel_elem_copy(out, all);
out:
	bel_base_free(base);
	bel_elem_free(part);
	bel_elem_free(all);
	BN_free(power);
	BN_free(step);
	return err;
}

static enum bel_err
check_ceremony_key(struct bel_calc *c, long j, struct bel_elem *const *const *coefs, size_t n,
    size_t k, const json_t *doc, struct bel_elem *key)
{
	struct bel_elem *expected = NULL;
	enum bel_err err;

	if ((err = public_key_from_json(c, doc, key)) != BEL_OK ||
	    (err = bel_elem_new(c, &expected)) != BEL_OK)
		return err;
	if ((err = ceremony_key(c, j, coefs, n, k, expected)) == BEL_OK &&
	    !bel_elem_equal(expected, key))
		err = BEL_DECRYPTION;
	bel_elem_free(expected);
	return err;
}

enum bel_err
bel_verification_key_check(struct bel_calc *c, long j, struct bel_elem *const *const *coefs,
    size_t n, size_t k, struct bel_span raw)
{
	struct bel_elem *key = NULL;
	json_t *doc = NULL;
	enum bel_err err;

	if (j < 1 || (size_t)j > n || n > MAX_TRUSTEES || k < 1)
		return BEL_SHAPE;
	if ((err = bel_json_canonical(raw, &doc)) == BEL_OK &&
	    (err = bel_elem_new(c, &key)) == BEL_OK)
		err = check_ceremony_key(c, j, coefs, n, k, doc, key);
	bel_elem_free(key);
	json_decref(doc);
	return err;
}

/* -- the whole structure -- */

/* Add one owner, taking the key's ownership. */
static enum bel_err
add_owner(struct bel_calc *c, struct bel_trustees *t, struct bel_elem *key, long index)
{
	struct bel_trustee *o = &t->owners[t->n_owners];

	o->key = key;
	o->item = t->n_items;
	o->index = index;
	t->n_owners++;
	return bel_elem_text(c, key, &o->key_text);
}

static enum bel_err
read_single(struct bel_calc *c, const json_t *doc, struct bel_trustees *t, struct bel_why *why)
{
	struct bel_elem *key;
	enum bel_err err;

	if (t->n_owners >= MAX_TRUSTEES)
		return BEL_UNSUPPORTED;
	if ((err = bel_elem_new(c, &key)) != BEL_OK)
		return err;
	if ((err = public_key_from_json(c, doc, key)) != BEL_OK) {
		bel_elem_free(key);
		return bel_fail(why, err, "trustees: key of owner %zu: %s", t->n_owners + 1,
		    bel_err_text(err));
	}
	t->items[t->n_items] =
	    (struct bel_trustee_item){ .needed = 1, .first = t->n_owners, .n = 1 };
	if ((err = bel_elem_mul(c, t->key, t->key, key)) != BEL_OK) {
		bel_elem_free(key);
		return err;
	}
	return add_owner(c, t, key, 0);
}

static enum bel_err
read_pedersen(
    struct bel_calc *c, const json_t *doc, struct bel_trustees *t, struct bel_why *why)
{
	struct bel_elem **coefs[MAX_TRUSTEES] = { NULL };
	struct bel_cert certs[MAX_TRUSTEES] = { { 0 } };
	const json_t *list, *coefexps, *keys;
	struct bel_elem *key;
	enum bel_err err;
	size_t n, k = 0, i, j;
	long threshold;

	if ((err = bel_json_fields(doc, "threshold certs coefexps verification_keys")) !=
	    BEL_OK)
		return err;
	list = json_object_get(doc, "certs");
	if ((err = bel_json_array(list, SIZE_MAX)) != BEL_OK)
		return err;
	n = json_array_size(list);
	coefexps = json_object_get(doc, "coefexps");
	keys = json_object_get(doc, "verification_keys");
	if (n < 1 || n > MAX_TRUSTEES - t->n_owners)
		return BEL_SHAPE;
	if ((err = bel_json_array(coefexps, n)) != BEL_OK ||
	    (err = bel_json_array(keys, n)) != BEL_OK ||
	    (err = bel_json_int(json_object_get(doc, "threshold"), 1, (long)n, &threshold)) !=
		BEL_OK)
		return err;
	k = (size_t)threshold;
	for (i = 0; i < n; i++) {
		if ((err = cert_from_json(c, json_array_get(list, i), &certs[i])) != BEL_OK) {
			(void)bel_fail(why, err, "trustees: certificate %zu: %s", i + 1,
			    bel_err_text(err));
			goto out;
		}
		for (j = 0; j < i; j++)
			if (bel_elem_equal(certs[i].verification, certs[j].verification) ||
			    bel_elem_equal(certs[i].encryption, certs[j].encryption)) {
				err = bel_fail(why, BEL_SHAPE,
				    "trustees: certificates %zu and %zu are one", j + 1, i + 1);
				goto out;
			}
		if ((err = coefexps_from_json(
			 c, &certs[i], json_array_get(coefexps, i), k, &coefs[i])) != BEL_OK) {
			(void)bel_fail(why, err, "trustees: coefficients %zu: %s", i + 1,
			    bel_err_text(err));
			goto out;
		}
		if ((err = bel_elem_mul(c, t->key, t->key, coefs[i][0])) != BEL_OK)
			goto out;
	}
	t->items[t->n_items] = (struct bel_trustee_item){
		.pedersen = true, .needed = threshold, .first = t->n_owners, .n = n
	};
	for (i = 0; i < n; i++) {
		if ((err = bel_elem_new(c, &key)) != BEL_OK)
			goto out;
		if ((err = check_ceremony_key(c, (long)i + 1,
			 (struct bel_elem *const *const *)coefs, n, k, json_array_get(keys, i),
			 key)) != BEL_OK) {
			bel_elem_free(key);
			(void)bel_fail(why, err, "trustees: verification key %zu: %s", i + 1,
			    bel_err_text(err));
			goto out;
		}
		if ((err = add_owner(c, t, key, (long)i + 1)) != BEL_OK)
			goto out;
	}
out:
	for (i = 0; i < n; i++) {
		bel_cert_free(&certs[i]);
		bel_coefexps_free(coefs[i], k);
	}
	return err;
}

static enum bel_err
read_items(struct bel_calc *c, const json_t *doc, struct bel_trustees *t, struct bel_why *why)
{
	const json_t *item, *body;
	const char *kind;
	enum bel_err err;
	size_t i, n;

	if ((err = bel_json_array(doc, SIZE_MAX)) != BEL_OK)
		return err;
	n = json_array_size(doc);
	if (n < 1 || n > MAX_ITEMS)
		return BEL_SHAPE;
	if ((t->items = calloc(n, sizeof(*t->items))) == NULL ||
	    (t->owners = calloc(MAX_TRUSTEES, sizeof(*t->owners))) == NULL)
		return BEL_SYSTEM;
	if ((err = bel_elem_new(c, &t->key)) != BEL_OK)
		return err;
	for (i = 0; i < n; i++) {
		item = json_array_get(doc, i);
		if ((err = bel_json_array(item, 2)) != BEL_OK)
			return err;
		kind = bel_json_string(json_array_get(item, 0));
		body = json_array_get(item, 1);
		if (kind != NULL && strcmp(kind, "Single") == 0)
			err = read_single(c, body, t, why);
		else if (kind != NULL && strcmp(kind, "Pedersen") == 0)
			err = read_pedersen(c, body, t, why);
		else
			err = BEL_SHAPE;
		if (err != BEL_OK)
			return err;
		t->n_items++;
	}
	return BEL_OK;
}

enum bel_err
bel_trustees_parse(
    struct bel_calc *c, struct bel_span raw, struct bel_trustees **out, struct bel_why *why)
{
	struct bel_trustees *t;
	json_t *doc = NULL;
	enum bel_err err;

	*out = NULL;
	if ((t = calloc(1, sizeof(*t))) == NULL)
		return BEL_SYSTEM;
	if ((err = bel_json_canonical(raw, &doc)) == BEL_OK)
		err = read_items(c, doc, t, why);
	json_decref(doc);
	if (err != BEL_OK) {
		bel_trustees_free(t);
		return bel_fail(why, err, "trustees: %s", bel_err_text(err));
	}
	*out = t;
	return BEL_OK;
}

void
bel_trustees_free(struct bel_trustees *t)
{
	size_t i;

	if (t == NULL)
		return;
	for (i = 0; t->owners != NULL && i < t->n_owners; i++) {
		bel_elem_free(t->owners[i].key);
		free(t->owners[i].key_text);
	}
	free(t->owners);
	free(t->items);
	bel_elem_free(t->key);
	free(t);
}

enum bel_err
bel_single_new(struct bel_calc *c, char **secret, char **public_key)
{
	struct bel_elem *X = NULL;
	json_t *pok = NULL, *doc = NULL;
	char *text = NULL, *prefix = NULL, *decimal = NULL;
	BIGNUM *x = BN_secure_new();
	enum bel_err err = BEL_SYSTEM;
	size_t size;

	*secret = *public_key = NULL;
	if (x == NULL)
		goto out;
	do {
		if ((err = bel_scalar_random(c, x)) != BEL_OK)
			goto out;
	} while (BN_is_zero(x));
	if ((err = bel_elem_new(c, &X)) != BEL_OK ||
	    (err = bel_generator_pow_secret(c, X, x)) != BEL_OK ||
	    (err = bel_elem_text(c, X, &text)) != BEL_OK)
		goto out;
	err = BEL_SYSTEM;
	size = strlen(text) + strlen(bel_calc_name(c)) + sizeof("pok|||");
	if ((prefix = malloc(size)) == NULL)
		goto out;
	(void)snprintf(prefix, size, "pok|%s|%s|", bel_calc_name(c), text);
	if ((err = bel_schnorr_make(c, prefix, x, &pok)) != BEL_OK)
		goto out;
	err = BEL_SYSTEM;
	if ((doc = json_pack("{s:O, s:s}", "pok", pok, "public_key", text)) == NULL ||
	    (decimal = BN_bn2dec(x)) == NULL || (*secret = strdup(decimal)) == NULL)
		goto out;
	if ((err = bel_json_text(doc, public_key)) != BEL_OK) {
		OPENSSL_cleanse(*secret, strlen(*secret));
		free(*secret);
		*secret = NULL;
	}
out:
	if (decimal != NULL)
		OPENSSL_clear_free(decimal, strlen(decimal));
	json_decref(doc);
	json_decref(pok);
	free(prefix);
	free(text);
	bel_elem_free(X);
	BN_clear_free(x);
	return err;
}

/* "[a,b,...]" of texts that are canonical JSON already. */
static enum bel_err
array_of(const struct bel_span *spans, size_t n, json_t **out)
{
	json_t *value;
	enum bel_err err = BEL_OK;
	size_t i;

	if ((*out = json_array()) == NULL)
		return BEL_SYSTEM;
	for (i = 0; err == BEL_OK && i < n; i++)
		if ((err = bel_json_canonical(spans[i], &value)) == BEL_OK &&
		    json_array_append_new(*out, value) != 0)
			err = BEL_SYSTEM;
	return err;
}

enum bel_err
bel_trustees_text(struct bel_span single, long k, size_t n, const struct bel_span *certs,
    const struct bel_span *coefexps, const struct bel_span *verification_keys, char **out)
{
	json_t *server = NULL, *a = NULL, *b = NULL, *v = NULL;
	json_t *doc = NULL;
	enum bel_err err;

	*out = NULL;
	if ((err = bel_json_canonical(single, &server)) != BEL_OK ||
	    (err = array_of(certs, n, &a)) != BEL_OK ||
	    (err = array_of(coefexps, n, &b)) != BEL_OK ||
	    (err = array_of(verification_keys, n, &v)) != BEL_OK)
		goto out;
	doc = json_pack("[[s, O], [s, {s:I, s:O, s:O, s:O}]]", "Single", server, "Pedersen",
	    "threshold", (json_int_t)k, "certs", a, "coefexps", b, "verification_keys", v);
	err = doc == NULL ? BEL_SYSTEM : bel_json_text(doc, out);
out:
	json_decref(doc);
	json_decref(server);
	json_decref(a);
	json_decref(b);
	json_decref(v);
	return err;
}
