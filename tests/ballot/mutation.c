/* Every way to change a ballot that acceptance test 4 names: all are refused. */
#include "fixture.h"

#include "ballot/proof.h"

/* A copy of the first ballot of the fixture, parsed. */
static json_t *
ballot_copy(const struct fixture *f)
{
	json_t *doc;

	assert_int_equal(bel_json_canonical(f->archive.events[1].data[0], &doc), BEL_OK);
	return doc;
}

/* Sign anew with the voter's own key: a forger who owns the credential. */
static void
sign_again(const struct fixture *f, json_t *doc)
{
	char hash[BEL_B64_SIZE], prefix[64], *text;
	json_t *proof;
	BIGNUM *s = NULL;

	(void)json_object_del(doc, "signature");
	assert_int_equal(bel_json_text(doc, &text), BEL_OK);
	assert_int_equal(bel_hash_b64(text, strlen(text), hash), BEL_OK);
	(void)snprintf(prefix, sizeof(prefix), "sig|%s|", hash);
	assert_true(BN_dec2bn(&s, secret(f, "voters", 0, "secret")) > 0);
	assert_int_equal(bel_schnorr_make(f->calc, prefix, s, &proof), BEL_OK);
	(void)json_object_set_new(
	    doc, "signature", json_pack("{s:s, s:o}", "hash", hash, "proof", proof));
	free(text);
	BN_free(s);
}

static enum bel_err
verify_text(const struct fixture *f, struct bel_span raw)
{
	struct bel_ballot *b;
	enum bel_err err;

	err = bel_ballot_verify(f->calc, f->election, raw, &b, NULL);
	if (err == BEL_OK)
		bel_ballot_free(b);
	else
		assert_null(b);
	return err;
}

static enum bel_err
verify_json(const struct fixture *f, const json_t *doc)
{
	enum bel_err err;
	char *text;

	assert_int_equal(bel_json_text(doc, &text), BEL_OK);
	err = verify_text(f, span(text));
	free(text);
	return err;
}

/* -- every string of the ballot, by what is done to it -- */

/* Room for any leaf and what is done to it. */
enum { LEAF_MAX = 1400 };

typedef void (*change_fn)(const struct fixture *, const char *was, char *out);

/* Call f for every string leaf below v, with a way to set it. */
static size_t
each_leaf(const struct fixture *f, json_t *doc, json_t *v, change_fn change, bool resign,
    bool (*wanted)(const char *key))
{
	char text[LEAF_MAX];
	const char *key;
	json_t *child, *was;
	size_t i, n = 0;
	void *iter;

	if (json_is_array(v))
		for (i = 0; i < json_array_size(v); i++)
			n += each_leaf(f, doc, json_array_get(v, i), change, resign, wanted);
	if (!json_is_object(v))
		return n;
	for (iter = json_object_iter(v); iter != NULL; iter = json_object_iter_next(v, iter)) {
		key = json_object_iter_key(iter);
		child = json_object_iter_value(iter);
		/* Signing anew replaces the signature, so leave it out. */
		if (resign && strcmp(key, "signature") == 0)
			continue;
		if (!json_is_string(child)) {
			n += each_leaf(f, doc, child, change, resign, wanted);
			continue;
		}
		if (!wanted(key))
			continue;
		was = json_copy(child);
		change(f, json_string_value(was), text);
		assert_string_not_equal(text, json_string_value(was));
		json_object_iter_set_new(v, iter, json_string(text));
		if (resign) {
			json_t *copy = json_deep_copy(doc);

			sign_again(f, copy);
			assert_int_not_equal(verify_json(f, copy), BEL_OK);
			json_decref(copy);
		} else
			assert_int_not_equal(verify_json(f, doc), BEL_OK);
		json_object_iter_set_new(v, iter, was);
		n++;
	}
	return n;
}

static bool
any_key(const char *key)
{
	(void)key;
	return true;
}

static bool
is_scalar(const char *key)
{
	return strcmp(key, "challenge") == 0 || strcmp(key, "response") == 0;
}

static bool
is_element(const char *key)
{
	return strcmp(key, "alpha") == 0 || strcmp(key, "beta") == 0 ||
	    strcmp(key, "credential") == 0;
}

static void
bump(char *out, const char *was, size_t at)
{
	char *p;

	(void)snprintf(out, LEAF_MAX, "%s", was);
	p = out + at;
	if (*p >= '0' && *p <= '9')
		*p = *p == '9' ? '8' : (char)(*p + 1);
	else
		*p = *p == 'A' ? 'B' : 'A';
}

static void
change_first(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	bump(out, was, 0);
}

static void
change_middle(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	bump(out, was, strlen(was) / 2);
}

static void
change_last(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	bump(out, was, strlen(was) - 1);
}

static void
change_cut(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	(void)snprintf(out, LEAF_MAX, "%s", was);
	out[strlen(out) - 1] = '\0';
}

static void
change_longer(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	(void)snprintf(out, LEAF_MAX, "%s0", was);
}

static void
change_empty(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	(void)was;
	out[0] = '\0';
}

static void
change_leading_zero(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	(void)snprintf(out, LEAF_MAX, "0%s", was);
}

static void
change_minus(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	(void)snprintf(out, LEAF_MAX, "-%s", was);
}

static void
change_add_q(const struct fixture *f, const char *was, char *out)
{
	BIGNUM *n = NULL;
	char *text;

	assert_true(BN_dec2bn(&n, was) > 0);
	assert_true(BN_add(n, n, bel_calc_order(f->calc)));
	text = BN_bn2dec(n);
	(void)snprintf(out, LEAF_MAX, "%s", text);
	OPENSSL_free(text);
	BN_free(n);
}

static void
change_to_p(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	(void)was;
	(void)snprintf(out, LEAF_MAX, "%s", group_p);
}

static void
change_add_p(const struct fixture *f, const char *was, char *out)
{
	BIGNUM *n = NULL, *p = NULL;
	char *text;

	(void)f;
	assert_true(BN_dec2bn(&n, was) > 0 && BN_dec2bn(&p, group_p) > 0);
	assert_true(BN_add(n, n, p));
	text = BN_bn2dec(n);
	(void)snprintf(out, LEAF_MAX, "%s", text);
	OPENSSL_free(text);
	BN_free(n);
	BN_free(p);
}

static void
change_sign_mod_p(const struct fixture *f, const char *was, char *out)
{
	BIGNUM *n = NULL, *p = NULL;
	char *text;

	(void)f;
	assert_true(BN_dec2bn(&n, was) > 0 && BN_dec2bn(&p, group_p) > 0);
	assert_true(BN_sub(n, p, n));
	text = BN_bn2dec(n);
	(void)snprintf(out, LEAF_MAX, "%s", text);
	OPENSSL_free(text);
	BN_free(n);
	BN_free(p);
}

static void
change_to_zero(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	(void)was;
	(void)snprintf(out, LEAF_MAX, "%s", "0");
}

static void
change_to_one(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	(void)was;
	(void)snprintf(out, LEAF_MAX, "%s", "1");
}

static void
change_to_two(const struct fixture *f, const char *was, char *out)
{
	(void)f;
	(void)was;
	(void)snprintf(out, LEAF_MAX, "%s", "2");
}

/* Both as a thief (signature left) and as the credential's owner. */
static void
all_leaves(
    const struct fixture *f, change_fn change, bool (*wanted)(const char *), size_t at_least)
{
	json_t *doc = ballot_copy(f);

	assert_true(each_leaf(f, doc, doc, change, false, wanted) >= at_least);
	assert_int_equal(verify_json(f, doc), BEL_OK);
	assert_true(each_leaf(f, doc, doc, change, true, wanted) >= at_least - 3);
	json_decref(doc);
}

#define LEAVES(name, change, wanted, n)                                \
	static void test_ballot_with_##name##_is_refused(void **state) \
	{                                                              \
		all_leaves(*state, change, wanted, n);                 \
	}

/* Two questions: 8 elements, 24 scalars, credential, signature, texts. */
LEAVES(any_first_digit_changed, change_first, any_key, 38)
LEAVES(any_middle_digit_changed, change_middle, any_key, 38)
LEAVES(any_last_digit_changed, change_last, any_key, 38)
LEAVES(any_value_cut_short, change_cut, any_key, 38)
LEAVES(any_value_longer, change_longer, any_key, 38)
LEAVES(any_value_empty, change_empty, any_key, 38)
LEAVES(any_leading_zero, change_leading_zero, any_key, 38)
LEAVES(any_minus_sign, change_minus, any_key, 38)
LEAVES(any_scalar_not_less_than_q, change_add_q, is_scalar, 26)
LEAVES(any_element_zero, change_to_zero, is_element, 9)
LEAVES(any_element_one, change_to_one, is_element, 9)
LEAVES(any_element_outside_the_group, change_to_two, is_element, 9)
LEAVES(any_element_p, change_to_p, is_element, 9)
LEAVES(any_element_p_larger, change_add_p, is_element, 9)
LEAVES(any_element_of_the_other_sign, change_sign_mod_p, is_element, 9)

/* -- fields -- */

/* For every object: each field left out, one added, two exchanged. */
static size_t
each_object(const struct fixture *f, json_t *root, json_t *v, bool resign)
{
	const char *keys[8];
	json_t *values[8], *copy;
	size_t i, j, n = 0, size;
	void *iter;
	int what;

	if (json_is_array(v))
		for (i = 0; i < json_array_size(v); i++)
			n += each_object(f, root, json_array_get(v, i), resign);
	if (!json_is_object(v))
		return n;
	for (size = 0, iter = json_object_iter(v); iter != NULL;
	     iter = json_object_iter_next(v, iter), size++) {
		assert_true(size < 8);
		keys[size] = strdup(json_object_iter_key(iter));
		values[size] = json_incref(json_object_iter_value(iter));
	}
	for (what = 0; what < 3; what++)
		for (i = 0; i < size; i++) {
			if (resign && v == root && strcmp(keys[i], "signature") == 0)
				continue;
			(void)json_object_clear(v);
			for (j = 0; j < size; j++) {
				/* 0: drop i; 1: exchange i and i+1; 2: add */
				size_t at = what == 1 && j == i        ? (i + 1) % size
				    : what == 1 && j == (i + 1) % size ? i
								       : j;

				if (what == 0 && j == i)
					continue;
				if (what == 2 && j == i)
					(void)json_object_set_new(v, "extra", json_string("x"));
				(void)json_object_set(v, keys[at], values[at]);
			}
			copy = json_deep_copy(root);
			if (resign)
				sign_again(f, copy);
			/* Exchanging with the signature is undone by signing. */
			if (!(resign && v == root && what == 1 && (i + 2) >= size))
				assert_int_not_equal(verify_json(f, copy), BEL_OK);
			json_decref(copy);
			n++;
		}
	(void)json_object_clear(v);
	for (j = 0; j < size; j++) {
		(void)json_object_set_new(v, keys[j], values[j]);
		free((char *)(uintptr_t)keys[j]);
	}
	/* What hangs below, except below a signature about to be replaced. */
	for (iter = json_object_iter(v); iter != NULL; iter = json_object_iter_next(v, iter))
		if (!resign || strcmp(json_object_iter_key(iter), "signature") != 0)
			n += each_object(f, root, json_object_iter_value(iter), resign);
	return n;
}

static void
test_ballot_with_a_field_missing_added_or_moved_is_refused(void **state)
{
	struct fixture *f = *state;
	json_t *doc = ballot_copy(f);

	assert_true(each_object(f, doc, doc, false) > 100);
	assert_int_equal(verify_json(f, doc), BEL_OK);
	assert_true(each_object(f, doc, doc, true) > 100);
	json_decref(doc);
}

static void
test_ballot_with_white_space_or_escapes_is_refused(void **state)
{
	struct fixture *f = *state;
	struct bel_span raw = f->archive.events[1].data[0];
	char *text = malloc(raw.len + 8);
	size_t i;

	for (i = 0; i < 300; i++) {
		memcpy(text, raw.p, i);
		text[i] = ' ';
		memcpy(text + i + 1, raw.p + i, raw.len - i);
		assert_int_not_equal(
		    verify_text(f, (struct bel_span){ text, raw.len + 1 }), BEL_OK);
	}
	memcpy(text, raw.p, raw.len);
	text[raw.len] = '\n';
	assert_int_equal(verify_text(f, (struct bel_span){ text, raw.len + 1 }), BEL_JSON);
	/* "election_uuid" spelt \u0065lection_uuid. */
	memcpy(text, "{\"\\u0065", 8);
	memcpy(text + 8, raw.p + 3, raw.len - 3);
	assert_int_equal(verify_text(f, (struct bel_span){ text, raw.len + 5 }), BEL_JSON);
	free(text);
}

static void
test_ballot_cut_short_anywhere_is_refused(void **state)
{
	struct fixture *f = *state;
	struct bel_span raw = f->archive.events[1].data[0];
	size_t i;

	for (i = 0; i < raw.len; i += 3)
		assert_int_equal(verify_text(f, (struct bel_span){ raw.p, i }), BEL_JSON);
}

/* -- things exchanged whole -- */

static json_t *
answer(json_t *doc, size_t i)
{
	return json_array_get(json_object_get(doc, "answers"), i);
}

static void
swap_items(json_t *list, size_t i, size_t j)
{
	json_t *a = json_incref(json_array_get(list, i));
	json_t *b = json_incref(json_array_get(list, j));

	assert_int_equal(json_array_set_new(list, i, b), 0);
	assert_int_equal(json_array_set_new(list, j, a), 0);
}

static void
test_ballot_with_answers_swapped_is_refused(void **state)
{
	struct fixture *f = *state;
	json_t *doc = ballot_copy(f);

	swap_items(json_object_get(doc, "answers"), 0, 1);
	assert_int_equal(verify_json(f, doc), BEL_SIGNATURE);
	/*
	 * Signed anew this is a vote the member could have cast: both
	 * questions have one form, and proofs do not name the question.
	 */
	json_decref(doc);
}

static void
test_ballot_with_yes_and_no_swapped_is_refused_though_signed(void **state)
{
	struct fixture *f = *state;
	json_t *doc = ballot_copy(f);

	swap_items(json_object_get(answer(doc, 0), "choices"), 0, 1);
	sign_again(f, doc);
	assert_int_equal(verify_json(f, doc), BEL_PROOF);
	/* With the individual proofs swapped too, the overall proof breaks. */
	swap_items(json_object_get(answer(doc, 0), "individual_proofs"), 0, 1);
	sign_again(f, doc);
	assert_int_equal(verify_json(f, doc), BEL_PROOF);
	json_decref(doc);
}

static void
test_ballot_with_proofs_swapped_is_refused_though_signed(void **state)
{
	static const char *const lists[] = { "individual_proofs", "overall_proof" };
	struct fixture *f = *state;
	json_t *doc;
	size_t i;

	for (i = 0; i < 2; i++) {
		doc = ballot_copy(f);
		swap_items(json_object_get(answer(doc, 0), lists[i]), 0, 1);
		sign_again(f, doc);
		assert_int_equal(verify_json(f, doc), BEL_PROOF);
		json_decref(doc);
	}
}

static void
test_ballot_with_more_or_fewer_answers_is_refused_though_signed(void **state)
{
	struct fixture *f = *state;
	json_t *doc;

	doc = ballot_copy(f);
	(void)json_array_append(json_object_get(doc, "answers"), answer(doc, 0));
	sign_again(f, doc);
	assert_int_equal(verify_json(f, doc), BEL_SHAPE);
	json_decref(doc);
	doc = ballot_copy(f);
	(void)json_array_remove(json_object_get(doc, "answers"), 1);
	sign_again(f, doc);
	assert_int_equal(verify_json(f, doc), BEL_SHAPE);
	json_decref(doc);
	doc = ballot_copy(f);
	(void)json_array_remove(json_object_get(answer(doc, 1), "choices"), 1);
	sign_again(f, doc);
	assert_int_equal(verify_json(f, doc), BEL_SHAPE);
	json_decref(doc);
	doc = ballot_copy(f);
	(void)json_array_remove(json_object_get(answer(doc, 1), "overall_proof"), 1);
	sign_again(f, doc);
	assert_int_equal(verify_json(f, doc), BEL_SHAPE);
	json_decref(doc);
}

static void
test_ballot_of_another_member_cannot_be_taken_over(void **state)
{
	struct fixture *f = *state;
	json_t *doc = ballot_copy(f), *other;

	/* The ciphertexts of voter 2 under the name of voter 1. */
	assert_int_equal(bel_json_canonical(f->archive.events[2].data[0], &other), BEL_OK);
	(void)json_object_set(doc, "answers", json_object_get(other, "answers"));
	sign_again(f, doc);
	assert_int_equal(verify_json(f, doc), BEL_PROOF);
	json_decref(doc);
	/* The ballot of voter 1 under the name of voter 2. */
	doc = ballot_copy(f);
	(void)json_object_set(doc, "credential", json_object_get(other, "credential"));
	assert_int_equal(verify_json(f, doc), BEL_SIGNATURE);
	(void)json_object_set(doc, "signature", json_object_get(other, "signature"));
	assert_int_equal(verify_json(f, doc), BEL_SIGNATURE);
	json_decref(doc);
	json_decref(other);
}

static void
test_ballot_of_another_election_is_refused(void **state)
{
	struct fixture *f = *state;
	struct bel_buf bytes;
	struct bel_archive a;
	struct bel_why why = { "" };
	json_t *doc = ballot_copy(f);

	assert_int_equal(bel_file_read("tests/ballot/data/tool.bel", &bytes, &why), BEL_OK);
	assert_int_equal(bel_archive_read(whole(&bytes), &a, &why), BEL_OK);
	assert_int_equal(verify_text(f, a.events[1].data[0]), BEL_ELECTION);
	bel_archive_free(&a);
	bel_buf_free(&bytes);
	/* The same uuid with another fingerprint, signed by the owner. */
	(void)json_object_set_new(
	    doc, "election_hash", json_string("C7jpeNvIyZaPAvw9EG9FkuPSlQ01+DIiSDH12+V7+9s"));
	sign_again(f, doc);
	assert_int_equal(verify_json(f, doc), BEL_ELECTION);
	json_decref(doc);
}

static void
test_ballot_as_it_was_is_accepted(void **state)
{
	struct fixture *f = *state;
	json_t *doc = ballot_copy(f);

	assert_int_equal(verify_json(f, doc), BEL_OK);
	sign_again(f, doc);
	assert_int_equal(verify_json(f, doc), BEL_OK);
	json_decref(doc);
}

int
main(void)
{
#define T(name) cmocka_unit_test(test_ballot_##name)
	const struct CMUnitTest tests[] = {
		T(as_it_was_is_accepted),
		T(with_any_first_digit_changed_is_refused),
		T(with_any_middle_digit_changed_is_refused),
		T(with_any_last_digit_changed_is_refused),
		T(with_any_value_cut_short_is_refused),
		T(with_any_value_longer_is_refused),
		T(with_any_value_empty_is_refused),
		T(with_any_leading_zero_is_refused),
		T(with_any_minus_sign_is_refused),
		T(with_any_scalar_not_less_than_q_is_refused),
		T(with_any_element_zero_is_refused),
		T(with_any_element_one_is_refused),
		T(with_any_element_outside_the_group_is_refused),
		T(with_any_element_p_is_refused),
		T(with_any_element_p_larger_is_refused),
		T(with_any_element_of_the_other_sign_is_refused),
		T(with_a_field_missing_added_or_moved_is_refused),
		T(with_white_space_or_escapes_is_refused),
		T(cut_short_anywhere_is_refused),
		T(with_answers_swapped_is_refused),
		T(with_yes_and_no_swapped_is_refused_though_signed),
		T(with_proofs_swapped_is_refused_though_signed),
		T(with_more_or_fewer_answers_is_refused_though_signed),
		T(of_another_member_cannot_be_taken_over),
		T(of_another_election_is_refused),
	};

	return cmocka_run_group_tests_name(
	    "ballot mutations", tests, fixture_open, fixture_close);
}
