/* The parts of the ballot library one by one, against committed archives. */
#include "fixture.h"

#include "ballot/proof.h"
#include "ballot/rule.h"

/* -- rule -- */

static long
gcd(long a, long b)
{
	return b == 0 ? a : gcd(b, a % b);
}

/* yes/members >= percent/100 with reduced fractions, term by term. */
static bool
fraction_at_least(long yes, long members, long percent)
{
	long a = gcd(yes, members), b = gcd(percent, 100);
	long n1 = yes / a, d1 = members / a, n2 = percent / b, d2 = 100 / b;
	long common = d1 / gcd(d1, d2) * d2;

	return n1 * (common / d1) >= n2 * (common / d2);
}

static void
test_rule_equals_exact_fractions_for_5_to_40_members(void **state)
{
	static const long percents[] = { 80, 90 };
	long members, yes, passing;
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++)
		for (members = 5; members <= 40; members++)
			for (passing = yes = 0; yes <= members; yes++) {
				assert_int_equal(bel_rule_passes(yes, percents[i], members),
				    fraction_at_least(yes, members, percents[i]));
				passing += bel_rule_passes(yes, percents[i], members);
				if (yes == members)
					assert_int_equal(members - passing + 1,
					    bel_rule_needed(percents[i], members));
			}
}

static void
test_rule_gives_the_published_table(void **state)
{
	static const long n[] = { 5, 7, 9, 11, 15, 17, 19, 21, 25, 30, 40 };
	static const long at80[] = { 4, 6, 8, 9, 12, 14, 16, 17, 20, 24, 32 };
	static const long at90[] = { 5, 7, 9, 10, 14, 16, 18, 19, 23, 27, 36 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(n) / sizeof(n[0]); i++) {
		assert_int_equal(bel_rule_needed(80, n[i]), at80[i]);
		assert_int_equal(bel_rule_needed(90, n[i]), at90[i]);
	}
}

static void
test_rule_refuses_numbers_that_make_no_sense(void **state)
{
	(void)state;
	assert_false(bel_rule_passes(6, 80, 5));
	assert_false(bel_rule_passes(-1, 80, 5));
	assert_false(bel_rule_passes(0, 0, 5));
	assert_false(bel_rule_passes(5, 101, 5));
	assert_false(bel_rule_passes(0, 80, 0));
	assert_false(bel_rule_passes(1, 80, BEL_MEMBERS_MAX + 1L));
}

/* -- group, hashes, JSON -- */

static void
test_only_one_group_is_known(void **state)
{
	struct bel_calc *c;

	(void)state;
	assert_int_equal(bel_calc_new("RFC-3526-2048", &c), BEL_UNSUPPORTED);
	assert_null(c);
}

static void
test_quick_and_secret_powers_agree(void **state)
{
	struct fixture *f = *state;
	struct bel_elem *quick, *slow;
	struct bel_base *y;
	BIGNUM *e = BN_new();
	int i;

	assert_int_equal(bel_elem_new(f->calc, &quick), BEL_OK);
	assert_int_equal(bel_elem_new(f->calc, &slow), BEL_OK);
	assert_int_equal(bel_base_new(f->calc, f->election->key, &y), BEL_OK);
	for (i = 0; i < 8; i++) {
		if (i == 0)
			BN_zero(e);
		else if (i == 1)
			assert_non_null(
			    BN_sub(e, bel_calc_order(f->calc), BN_value_one()) ? e : NULL);
		else
			assert_int_equal(bel_scalar_random(f->calc, e), BEL_OK);
		const struct bel_term one[] = { { y, e } };
		const struct bel_term fixed[] = { { f->election->key_base, e } };
		assert_int_equal(
		    bel_elem_pow_secret(f->calc, slow, f->election->key, e), BEL_OK);
		assert_int_equal(bel_product(f->calc, quick, one, 1), BEL_OK);
		assert_true(bel_elem_equal(quick, slow));
		assert_int_equal(bel_product(f->calc, quick, fixed, 1), BEL_OK);
		assert_true(bel_elem_equal(quick, slow));
	}
	assert_int_equal(bel_base_is_member(f->calc, bel_calc_generator(f->calc)), BEL_OK);
	bel_base_free(y);
	bel_elem_free(quick);
	bel_elem_free(slow);
	BN_free(e);
}

static void
test_scalars_and_elements_have_one_spelling(void **state)
{
	static const char *const bad[] = { "", "-1", "+1", "01", "1 ", " 1", "1.0", "0x1",
		"1e1", "one", "\xd9\xa1" };
	struct fixture *f = *state;
	struct bel_elem *e;
	BIGNUM *n = BN_new();
	size_t i;
	char *q = BN_bn2dec(bel_calc_order(f->calc));

	assert_int_equal(bel_elem_new(f->calc, &e), BEL_OK);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(
		    bel_scalar_parse(f->calc, bad[i], strlen(bad[i]), n), BEL_NUMBER);
		assert_int_equal(
		    bel_elem_parse(f->calc, bad[i], strlen(bad[i]), e), BEL_NUMBER);
	}
	assert_int_equal(bel_scalar_parse(f->calc, q, strlen(q), n), BEL_NUMBER);
	assert_int_equal(bel_scalar_parse(f->calc, "0", 1, n), BEL_OK);
	assert_int_equal(bel_elem_parse(f->calc, "0", 1, e), BEL_NUMBER);
	assert_int_equal(bel_elem_parse(f->calc, "2", 1, e), BEL_OK);
	assert_int_equal(bel_elem_is_member(f->calc, e), BEL_MEMBER);
	OPENSSL_free(q);
	bel_elem_free(e);
	BN_free(n);
}

static void
test_hashes_are_those_of_the_standard(void **state)
{
	char hex[BEL_HEX_SIZE], b64[BEL_B64_SIZE];

	(void)state;
	assert_int_equal(bel_hash_hex("abc", 3, hex), BEL_OK);
	assert_string_equal(hex,
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177"
	    "a9cb410ff61f20015ad");
	assert_int_equal(bel_hash_b64("", 0, b64), BEL_OK);
	assert_string_equal(b64, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
}

static void
test_json_has_one_spelling(void **state)
{
	static const char *const bad[] = { "", "{", "{} ", " {}", "[1, 2]", "{\"a\":1,\"a\":1}",
		"[\"\\u0041\"]", "[\"\\/\"]", "[01]", "[1e0]", "[-0]", "1", "\"a\"",
		"[\"\xff\"]", "[\"\\u0000\"]", "{}{}" };
	json_t *doc;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(bel_json_canonical(span(bad[i]), &doc), BEL_JSON);
	assert_int_equal(bel_json_canonical(span("{\"b\":1,\"a\":[\"/\"]}"), &doc), BEL_OK);
	assert_int_equal(bel_json_fields(doc, "b a"), BEL_OK);
	assert_int_equal(bel_json_fields(doc, "a b"), BEL_SHAPE);
	assert_int_equal(bel_json_fields(doc, "b"), BEL_SHAPE);
	assert_int_equal(bel_json_fields(doc, "b a c"), BEL_SHAPE);
	json_decref(doc);
}

/* -- credentials and notes -- */

static void
test_credential_of_belenios_tool_gives_its_public_key(void **state)
{
	struct fixture *f = *state;
	struct bel_buf bytes;
	struct bel_archive archive;
	struct bel_why why = { "" };
	json_t *doc, *list;
	char *key;

	doc = json_load_file("tests/ballot/data/tool.json", 0, NULL);
	assert_int_equal(bel_file_read("tests/ballot/data/tool.bel", &bytes, &why), BEL_OK);
	assert_int_equal(bel_archive_read(whole(&bytes), &archive, &why), BEL_OK);
	assert_int_equal(bel_json_canonical(archive.events[0].data[2], &list), BEL_OK);
	assert_int_equal(
	    bel_credential_public(f->calc, json_string_value(json_object_get(doc, "code")),
		json_string_value(json_object_get(doc, "uuid")), &key),
	    BEL_OK);
	/* The list is shuffled: ours must be one of the three. */
	assert_true(strcmp(key, json_string_value(json_array_get(list, 0))) == 0 ||
	    strcmp(key, json_string_value(json_array_get(list, 1))) == 0 ||
	    strcmp(key, json_string_value(json_array_get(list, 2))) == 0);
	free(key);
	json_decref(list);
	json_decref(doc);
	bel_archive_free(&archive);
	bel_buf_free(&bytes);
}

static void
test_mistyped_credential_is_refused(void **state)
{
	struct fixture *f = *state;
	const char *code = secret(f, "voters", 0, "code");
	char wrong[20], *key;
	size_t i;

	for (i = 0; i < 19; i++) {
		memcpy(wrong, code, 20);
		wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
		assert_int_equal(
		    bel_credential_public(f->calc, wrong, f->election->uuid, &key), BEL_SHAPE);
	}
	assert_int_equal(bel_credential_public(f->calc, code, f->election->uuid, &key), BEL_OK);
	assert_string_equal(key, secret(f, "voters", 0, "credential"));
	free(key);
}

static void
test_signed_note_holds_for_its_words_and_person_only(void **state)
{
	struct fixture *f = *state;
	json_t *proof;
	BIGNUM *s = NULL;
	char *text;

	assert_true(BN_dec2bn(&s, secret(f, "voters", 0, "secret")) > 0);
	assert_int_equal(bel_schnorr_make(f->calc, "sigmsg|register|u|7|", s, &proof), BEL_OK);
	assert_int_equal(bel_json_text(proof, &text), BEL_OK);
	assert_int_equal(bel_note_verify(f->calc, secret(f, "voters", 0, "credential"),
			     "register|u|7", span(text)),
	    BEL_OK);
	assert_int_equal(bel_note_verify(f->calc, secret(f, "voters", 0, "credential"),
			     "register|u|8", span(text)),
	    BEL_PROOF);
	assert_int_equal(bel_note_verify(f->calc, secret(f, "voters", 1, "credential"),
			     "register|u|7", span(text)),
	    BEL_PROOF);
	assert_int_equal(bel_note_verify(f->calc, "1", "register|u|7", span(text)), BEL_MEMBER);
	assert_int_equal(bel_note_verify(f->calc, "2", "register|u|7", span(text)), BEL_MEMBER);
	free(text);
	json_decref(proof);
	BN_free(s);
}

/* -- election -- */

/* The fixture's election with `from` replaced by `to` once. */
static enum bel_err
parse_with(struct fixture *f, const char *from, const char *to)
{
	struct bel_span raw = f->archive.events[0].data[0];
	struct bel_election *e = NULL;
	struct bel_why why = { "" };
	enum bel_err err;
	char *text = calloc(1, raw.len + strlen(to) + 1);
	const char *at = memmem(raw.p, raw.len, from, strlen(from));
	size_t head;

	assert_non_null(at);
	head = (size_t)(at - raw.p);
	memcpy(text, raw.p, head);
	memcpy(text + head, to, strlen(to));
	memcpy(text + head + strlen(to), at + strlen(from), raw.len - head - strlen(from));
	err = bel_election_parse(f->calc, span(text), &e, &why);
	if (err != BEL_OK)
		assert_true(strlen(why.text) > 0);
	bel_election_free(e);
	free(text);
	return err;
}

static void
test_election_knows_its_policy(void **state)
{
	struct fixture *f = *state;

	assert_true(f->election->policy.present);
	assert_int_equal(f->election->policy.members, 5);
	assert_int_equal(f->election->policy.percent, 80);
	assert_int_equal(f->election->policy.min_ballots, 2);
	assert_string_equal(f->election->fingerprint,
	    json_string_value(json_object_get(f->secrets, "fingerprint")));
}

static void
test_election_with_a_malformed_policy_is_refused(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(parse_with(f, "{\\\"members\\\":5,", "{"), BEL_POLICY);
	assert_int_equal(
	    parse_with(f, "\\\"percent\\\":80", "\\\"percent\\\":101"), BEL_POLICY);
	assert_int_equal(
	    parse_with(f, "\\\"percent\\\":80", "\\\"percent\\\":80.0"), BEL_POLICY);
	assert_int_equal(
	    parse_with(f, "\\\"min_ballots\\\":2", "\\\"min_ballots\\\":0"), BEL_POLICY);
	assert_int_equal(
	    parse_with(f, "\\\"min_ballots\\\":2", "\\\"min_ballots\\\":6"), BEL_POLICY);
	assert_int_equal(parse_with(f, "policy {", "policy  {"), BEL_POLICY);
	assert_int_equal(parse_with(f, "abab\\\"}\"", "abab\\\"}\\nmore\""), BEL_POLICY);
	assert_int_equal(parse_with(f, "Phi", "policy {}\\nPhi"), BEL_POLICY);
	assert_int_equal(parse_with(f, "Phi", "Chi"), BEL_OK);
}

static void
test_election_of_another_kind_is_refused(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(parse_with(f, "\"version\":1", "\"version\":2"), BEL_UNSUPPORTED);
	assert_int_equal(parse_with(f, "BELENIOS-2048", "RFC-3526-2048"), BEL_UNSUPPORTED);
	assert_int_equal(
	    parse_with(f, "\"min\":0", "\"blank\":true,\"min\":0"), BEL_UNSUPPORTED);
	assert_int_equal(
	    parse_with(f, "{\"answers\"", "{\"type\":\"NonHomomorphic\",\"answers\""),
	    BEL_UNSUPPORTED);
	assert_int_equal(parse_with(f, "\"max\":1", "\"max\":3"), BEL_SHAPE);
	assert_int_equal(parse_with(f, "\"public_key\":\"", "\"public_key\":\"0"), BEL_NUMBER);
	assert_int_equal(parse_with(f, "\"uuid\":\"", "\"uuid\":\"../"), BEL_SHAPE);
	assert_int_equal(parse_with(f, "\"group\"", "\"extra\":1,\"group\""), BEL_SHAPE);
	assert_int_equal(parse_with(f, "\"name\"", "\"name\":\"x\",\"name\""), BEL_JSON);
}

/* -- trustees -- */

static void
test_trustees_are_one_always_and_two_of_three(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(f->trustees->n_owners, 4);
	assert_int_equal(f->trustees->items[0].needed, 1);
	assert_false(f->trustees->items[0].pedersen);
	assert_int_equal(f->trustees->items[1].needed, 2);
	assert_true(f->trustees->items[1].pedersen);
	assert_true(bel_elem_equal(f->trustees->key, f->election->key));
}

static void
test_every_changed_digit_among_the_trustees_is_noticed(void **state)
{
	struct fixture *f = *state;
	struct bel_span raw = f->archive.events[0].data[1];
	struct bel_trustees *t;
	char *text = malloc(raw.len);
	enum bel_err err;
	size_t i, tried = 0;

	/* About 150 places spread over all numbers. */
	for (i = 20; i < raw.len; i += 83) {
		if (raw.p[i] < '0' || raw.p[i] > '9')
			continue;
		memcpy(text, raw.p, raw.len);
		text[i] = text[i] == '9' ? '8' : (char)(text[i] + 1);
		err = bel_trustees_parse(f->calc, (struct bel_span){ text, raw.len }, &t, NULL);
		assert_true(err == BEL_MEMBER || err == BEL_PROOF || err == BEL_SIGNATURE ||
		    err == BEL_NUMBER || err == BEL_SHAPE || err == BEL_DECRYPTION);
		assert_null(t);
		tried++;
	}
	assert_true(tried > 100);
	free(text);
}

static void
test_servers_key_proves_itself(void **state)
{
	struct fixture *f = *state;
	struct bel_trustees *t = NULL;
	char *key, *secret_text, text[4096];

	assert_int_equal(bel_single_new(f->calc, &secret_text, &key), BEL_OK);
	(void)snprintf(text, sizeof(text), "[[\"Single\",%s]]", key);
	assert_int_equal(bel_trustees_parse(f->calc, span(text), &t, NULL), BEL_OK);
	bel_trustees_free(t);
	free(key);
	free(secret_text);
}

static void
test_share_is_checked_for_sender_receiver_and_election(void **state)
{
	struct fixture *f = *state;
	struct bel_cert cert[2];
	json_t *doc, *certs;
	const char *share;
	char *text;
	size_t i;

	assert_int_equal(bel_json_canonical(f->archive.events[0].data[1], &doc), BEL_OK);
	certs = json_object_get(json_array_get(json_array_get(doc, 1), 1), "certs");
	for (i = 0; i < 2; i++) {
		assert_int_equal(bel_json_text(json_array_get(certs, i), &text), BEL_OK);
		assert_int_equal(bel_cert_parse(f->calc, span(text), &cert[i]), BEL_OK);
		free(text);
	}
	share = json_string_value(
	    json_array_get(json_array_get(json_object_get(f->secrets, "shares"), 0), 1));
	assert_int_equal(
	    bel_share_check(f->calc, &cert[0], f->election->uuid, 1, 2, span(share)), BEL_OK);
	assert_int_equal(
	    bel_share_check(f->calc, &cert[0], f->election->uuid, 1, 3, span(share)),
	    BEL_SHAPE);
	assert_int_equal(
	    bel_share_check(f->calc, &cert[0], f->election->uuid, 2, 2, span(share)),
	    BEL_SHAPE);
	assert_int_equal(
	    bel_share_check(f->calc, &cert[1], f->election->uuid, 1, 2, span(share)),
	    BEL_SIGNATURE);
	assert_int_equal(
	    bel_share_check(f->calc, &cert[0], "another", 1, 2, span(share)), BEL_ELECTION);
	bel_cert_free(&cert[0]);
	bel_cert_free(&cert[1]);
	json_decref(doc);
}

/* -- decryption -- */

static struct bel_tally *
fixture_tally(struct fixture *f)
{
	struct bel_ballot *b;
	struct bel_tally *t;
	size_t i;

	assert_int_equal(bel_tally_new(f->calc, f->election, &t), BEL_OK);
	for (i = 1; f->archive.events[i].type == BEL_BALLOT; i++) {
		assert_int_equal(bel_ballot_verify(f->calc, f->election,
				     f->archive.events[i].data[0], &b, NULL),
		    BEL_OK);
		assert_int_equal(bel_tally_add(f->calc, t, b), BEL_OK);
		bel_ballot_free(b);
	}
	return t;
}

static struct bel_partial *
fixture_partial(struct fixture *f, const struct bel_tally *t, long owner)
{
	struct bel_partial *p;
	char *text;

	assert_int_equal(bel_partial_make(f->calc, f->election, t,
			     secret(f, "trustees", (size_t)owner - 1, NULL), &text),
	    BEL_OK);
	assert_int_equal(bel_partial_verify(
			     f->calc, f->election, t, f->trustees, owner, span(text), &p, NULL),
	    BEL_OK);
	free(text);
	return p;
}

static void
test_server_and_any_two_trustees_open_the_tally(void **state)
{
	static const long owners[][4] = { { 1, 2, 3 }, { 4, 1, 2 }, { 3, 4, 1 }, { 2, 3, 4 },
		{ 1, 2, 0 }, { 1, 3, 3 } };
	static const long expected[] = { 2, 0, 0, 1 };
	struct fixture *f = *state;
	const struct bel_partial *parts[3];
	struct bel_tally *t = fixture_tally(f);
	struct bel_partial *p[5];
	long counts[4];
	size_t i, j, n;

	for (i = 1; i < 5; i++)
		p[i] = fixture_partial(f, t, (long)i);
	for (i = 0; i < 6; i++) {
		for (n = 0; n < 3 && owners[i][n] != 0; n++)
			parts[n] = p[owners[i][n]];
		if (i >= 3) {
			/* No server, too few trustees, one twice. */
			assert_int_equal(
			    bel_tally_decrypt(f->calc, t, f->trustees, parts, n, 2, counts),
			    BEL_DECRYPTION);
			continue;
		}
		assert_int_equal(
		    bel_tally_decrypt(f->calc, t, f->trustees, parts, n, 2, counts), BEL_OK);
		for (j = 0; j < 4; j++)
			assert_int_equal(counts[j], expected[j]);
	}
	/* A bound below the true count finds no logarithm. */
	parts[0] = p[1];
	parts[1] = p[2];
	parts[2] = p[4];
	assert_int_equal(
	    bel_tally_decrypt(f->calc, t, f->trustees, parts, 3, 1, counts), BEL_RESULT);
	for (i = 1; i < 5; i++)
		bel_partial_free(p[i]);
	bel_tally_free(t);
}

static void
test_decryption_with_another_key_is_refused(void **state)
{
	struct fixture *f = *state;
	struct bel_tally *t = fixture_tally(f);
	struct bel_partial *p;
	char *text;

	assert_int_equal(
	    bel_partial_make(f->calc, f->election, t, secret(f, "trustees", 1, NULL), &text),
	    BEL_OK);
	assert_int_equal(
	    bel_partial_verify(f->calc, f->election, t, f->trustees, 3, span(text), &p, NULL),
	    BEL_PROOF);
	assert_int_equal(
	    bel_partial_verify(f->calc, f->election, t, f->trustees, 5, span(text), &p, NULL),
	    BEL_DECRYPTION);
	free(text);
	bel_tally_free(t);
}

static void
test_every_changed_number_in_a_decryption_is_noticed(void **state)
{
	struct fixture *f = *state;
	struct bel_tally *t = fixture_tally(f);
	struct bel_partial *p;
	enum bel_err err;
	char *text, was;
	size_t i, tried = 0;

	assert_int_equal(
	    bel_partial_make(f->calc, f->election, t, secret(f, "trustees", 0, NULL), &text),
	    BEL_OK);
	for (i = 25; i < strlen(text); i += 61) {
		if ((was = text[i]) < '0' || was > '9')
			continue;
		text[i] = was == '9' ? '8' : (char)(was + 1);
		err = bel_partial_verify(
		    f->calc, f->election, t, f->trustees, 1, span(text), &p, NULL);
		assert_true(err == BEL_MEMBER || err == BEL_PROOF || err == BEL_NUMBER);
		text[i] = was;
		tried++;
	}
	assert_true(tried > 20);
	free(text);
	bel_tally_free(t);
}

/*
 * -F is outside the group, yet half of all challenges are even and do not see
 * the sign: only the membership test refuses such a factor always.
 */
static void
test_decryption_factor_of_even_order_is_refused(void **state)
{
	struct fixture *f = *state;
	struct bel_tally *t = fixture_tally(f);
	struct bel_partial *part;
	BIGNUM *p = NULL, *x = NULL;
	json_t *doc, *factors;
	char *text, *minus;
	int i;

	assert_true(BN_dec2bn(&p, group_p) > 0);
	for (i = 0; i < 4; i++) {
		assert_int_equal(bel_partial_make(f->calc, f->election, t,
				     secret(f, "trustees", 0, NULL), &text),
		    BEL_OK);
		assert_int_equal(bel_json_canonical(span(text), &doc), BEL_OK);
		free(text);
		factors = json_array_get(json_object_get(doc, "decryption_factors"), 0);
		assert_true(BN_dec2bn(&x, json_string_value(json_array_get(factors, 0))) > 0);
		assert_true(BN_sub(x, p, x));
		minus = BN_bn2dec(x);
		assert_int_equal(json_array_set_new(factors, 0, json_string(minus)), 0);
		OPENSSL_free(minus);
		assert_int_equal(bel_json_text(doc, &text), BEL_OK);
		assert_int_equal(bel_partial_verify(f->calc, f->election, t, f->trustees, 1,
				     span(text), &part, NULL),
		    BEL_MEMBER);
		free(text);
		json_decref(doc);
	}
	BN_free(p);
	BN_free(x);
	bel_tally_free(t);
}

/* -- archive -- */

static void
rewrite(const struct bel_archive *a, struct bel_buf *out)
{
	const struct bel_event *e;
	struct bel_log log;
	json_t *doc;
	enum bel_err err = BEL_OK;
	size_t i;
	long n;

	e = &a->events[0];
	assert_int_equal(
	    bel_log_setup(&log, a->timestamp, e->data[0], e->data[1], e->data[2], out), BEL_OK);
	for (i = 1; i < a->n_events; i++) {
		e = &a->events[i];
		doc = NULL;
		if (e->n_data == 2)
			assert_int_equal(bel_json_canonical(e->data[1], &doc), BEL_OK);
		switch (e->type) {
		case BEL_BALLOT: err = bel_log_ballot(&log, e->data[0], out); break;
		case BEL_END_BALLOTS: err = bel_log_end(&log, out); break;
		case BEL_ENCRYPTED_TALLY:
			n = (long)json_integer_value(json_object_get(doc, "num_tallied"));
			err = bel_log_tally(&log, n, e->data[0], out);
			break;
		case BEL_PARTIAL_DECRYPTION:
			n = (long)json_integer_value(json_object_get(doc, "owner"));
			err = bel_log_partial(&log, n, e->data[0], out);
			break;
		case BEL_RESULT_EVENT: err = bel_log_result(&log, e->data[0], out); break;
		case BEL_SETUP: fail();
		}
		json_decref(doc);
		assert_int_equal(err, BEL_OK);
		assert_string_equal(log.head, e->hash);
	}
}

static void
test_archive_of_belenios_tool_is_written_again_byte_for_byte(void **state)
{
	static const char *const paths[] = { "tests/ballot/data/tool.bel",
		"tests/ballot/data/two.bel" };
	struct bel_buf bytes, again;
	struct bel_archive archive;
	struct bel_why why = { "" };
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		again = (struct bel_buf){ NULL, 0, 0 };
		assert_int_equal(bel_file_read(paths[i], &bytes, &why), BEL_OK);
		assert_int_equal(bel_archive_read(whole(&bytes), &archive, &why), BEL_OK);
		rewrite(&archive, &again);
		assert_int_equal(again.len, bytes.len);
		assert_memory_equal(again.p, bytes.p, bytes.len);
		bel_archive_free(&archive);
		bel_buf_free(&bytes);
		bel_buf_free(&again);
	}
}

static void
test_archive_cut_anywhere_is_damaged_or_ends_at_an_event(void **state)
{
	struct fixture *f = *state;
	struct bel_archive a;
	struct bel_why why;
	enum bel_err err;
	size_t len, whole_events = 0;

	for (len = 0; len < f->bytes.len; len += 256) {
		why.text[0] = '\0';
		err = bel_archive_read((struct bel_span){ f->bytes.p, len }, &a, &why);
		if (err == BEL_OK) {
			whole_events++;
			bel_archive_free(&a);
		} else
			assert_true(strlen(why.text) > 0);
	}
	/* Exactly one honest end after each event but the last. */
	assert_int_equal(whole_events, f->archive.n_events - 1);
}

static void
test_archive_with_any_byte_changed_is_refused(void **state)
{
	struct fixture *f = *state;
	struct bel_archive a;
	char *copy = malloc(f->bytes.len);
	size_t i;

	memcpy(copy, f->bytes.p, f->bytes.len);
	for (i = 0; i < f->bytes.len; i += i < 2048 ? 1 : 37) {
		copy[i] ^= 1;
		assert_int_not_equal(
		    bel_archive_read((struct bel_span){ copy, f->bytes.len }, &a, NULL),
		    BEL_OK);
		copy[i] ^= 1;
	}
	free(copy);
}

/* -- the whole check -- */

static enum bel_err
check_with(struct fixture *f, struct bel_check_options options)
{
	struct bel_report r;
	struct bel_why why;
	enum bel_err err;

	err = bel_check(whole(&f->bytes), &options, &r, &why);
	if (err == BEL_OK)
		bel_report_free(&r);
	else
		assert_true(strlen(why.text) > 0);
	return err;
}

static void
test_options_may_not_contradict_the_policy(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(check_with(f, (struct bel_check_options){ 0 }), BEL_OK);
	assert_int_equal(
	    check_with(f, (struct bel_check_options){ .members = 5, .percent = 80 }), BEL_OK);
	assert_int_equal(check_with(f, (struct bel_check_options){ .members = 6 }), BEL_POLICY);
	assert_int_equal(
	    check_with(f, (struct bel_check_options){ .percent = 90 }), BEL_POLICY);
}

static void
test_turnout_must_name_exactly_the_ballots(void **state)
{
	struct fixture *f = *state;
	struct bel_check_options o = { 0 };
	struct bel_report r;
	struct bel_why why;
	char both[400], one[200], more[500];
	char twice[500];

	assert_int_equal(bel_check(whole(&f->bytes), &o, &r, &why), BEL_OK);
	(void)snprintf(
	    both, sizeof(both), "# ghi chú\n\n%s  Ông A\r\n%s", r.trackers[1], r.trackers[0]);
	(void)snprintf(one, sizeof(one), "%s\n", r.trackers[0]);
	(void)snprintf(more, sizeof(more),
	    "%s\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
	    "AAAAAAAAAAAA Bà C\n",
	    both);
	(void)snprintf(twice, sizeof(twice), "%s\n%s\n", both, r.trackers[0]);
	bel_report_free(&r);
	o.turnout = span(both);
	assert_int_equal(check_with(f, o), BEL_OK);
	o.turnout = span(one);
	assert_int_equal(check_with(f, o), BEL_TURNOUT);
	o.turnout = span(more);
	assert_int_equal(check_with(f, o), BEL_TURNOUT);
	o.turnout = span(twice);
	assert_int_equal(check_with(f, o), BEL_TURNOUT);
	o.turnout = span("");
	assert_int_equal(check_with(f, o), BEL_TURNOUT);
}

static void
test_turnout_may_name_credentials(void **state)
{
	struct fixture *f = *state;
	struct bel_check_options o = { 0 };
	char text[2000];

	(void)snprintf(text, sizeof(text), "%s A\n%s B\n", secret(f, "voters", 0, "credential"),
	    secret(f, "voters", 1, "credential"));
	o.turnout = span(text);
	assert_int_equal(check_with(f, o), BEL_OK);
	(void)snprintf(text, sizeof(text), "%s A\n%s B\n", secret(f, "voters", 0, "credential"),
	    secret(f, "voters", 2, "credential"));
	o.turnout = span(text);
	assert_int_equal(check_with(f, o), BEL_TURNOUT);
}

static void
test_unfinished_archive_is_told_apart_at_every_stage(void **state)
{
	struct fixture *f = *state;
	const struct bel_check_options o = { 0 };
	struct bel_archive a;
	struct bel_report r;
	struct bel_why why;
	size_t len, stages = 0;
	enum bel_event_type last;

	for (len = 512; len < f->bytes.len; len += 512) {
		if (bel_archive_read((struct bel_span){ f->bytes.p, len }, &a, NULL) != BEL_OK)
			continue;
		last = a.events[a.n_events - 1].type;
		bel_archive_free(&a);
		assert_int_equal(bel_check((struct bel_span){ f->bytes.p, len }, &o, &r, &why),
		    BEL_UNFINISHED);
		assert_int_equal(r.last, last);
		assert_null(r.counts);
		bel_report_free(&r);
		stages++;
	}
	assert_int_equal(stages, 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rule_equals_exact_fractions_for_5_to_40_members),
		cmocka_unit_test(test_rule_gives_the_published_table),
		cmocka_unit_test(test_rule_refuses_numbers_that_make_no_sense),
		cmocka_unit_test(test_only_one_group_is_known),
		cmocka_unit_test(test_quick_and_secret_powers_agree),
		cmocka_unit_test(test_scalars_and_elements_have_one_spelling),
		cmocka_unit_test(test_hashes_are_those_of_the_standard),
		cmocka_unit_test(test_json_has_one_spelling),
		cmocka_unit_test(test_credential_of_belenios_tool_gives_its_public_key),
		cmocka_unit_test(test_mistyped_credential_is_refused),
		cmocka_unit_test(test_signed_note_holds_for_its_words_and_person_only),
		cmocka_unit_test(test_election_knows_its_policy),
		cmocka_unit_test(test_election_with_a_malformed_policy_is_refused),
		cmocka_unit_test(test_election_of_another_kind_is_refused),
		cmocka_unit_test(test_trustees_are_one_always_and_two_of_three),
		cmocka_unit_test(test_every_changed_digit_among_the_trustees_is_noticed),
		cmocka_unit_test(test_servers_key_proves_itself),
		cmocka_unit_test(test_share_is_checked_for_sender_receiver_and_election),
		cmocka_unit_test(test_server_and_any_two_trustees_open_the_tally),
		cmocka_unit_test(test_decryption_with_another_key_is_refused),
		cmocka_unit_test(test_every_changed_number_in_a_decryption_is_noticed),
		cmocka_unit_test(test_decryption_factor_of_even_order_is_refused),
		cmocka_unit_test(test_archive_of_belenios_tool_is_written_again_byte_for_byte),
		cmocka_unit_test(test_archive_cut_anywhere_is_damaged_or_ends_at_an_event),
		cmocka_unit_test(test_archive_with_any_byte_changed_is_refused),
		cmocka_unit_test(test_options_may_not_contradict_the_policy),
		cmocka_unit_test(test_turnout_must_name_exactly_the_ballots),
		cmocka_unit_test(test_turnout_may_name_credentials),
		cmocka_unit_test(test_unfinished_archive_is_told_apart_at_every_stage),
	};

	return cmocka_run_group_tests_name("ballot", tests, fixture_open, fixture_close);
}
