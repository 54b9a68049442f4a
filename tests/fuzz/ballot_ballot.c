/* libFuzzer: the check of a ballot on reception, also when the forger can sign. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ballot/archive.h"
#include "ballot/ballot.h"
#include "ballot/file.h"
#include "ballot/proof.h"

int LLVMFuzzerInitialize(int *, char ***);
int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static struct bel_calc *calc;
static struct bel_election *election;
static BIGNUM *voter;
static char *honest[2]; /* ballots of the fixture */

/* The fixture of the tests; the working directory is the repository. */
int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct bel_buf bytes;
	struct bel_archive archive;
	struct bel_why why = { "" };
	json_t *doc;
	size_t i;

	(void)argc;
	(void)argv;
	if (bel_calc_new("BELENIOS-2048", &calc) != BEL_OK ||
	    bel_file_read("tests/ballot/data/two.bel", &bytes, &why) != BEL_OK ||
	    bel_archive_read((struct bel_span){ bytes.p, bytes.len }, &archive, &why) !=
		BEL_OK ||
	    bel_election_parse(calc, archive.events[0].data[0], &election, &why) != BEL_OK ||
	    (doc = json_load_file("tests/ballot/data/two.json", 0, NULL)) == NULL)
		abort();
	for (i = 0; i < 2; i++)
		honest[i] =
		    strndup(archive.events[1 + i].data[0].p, archive.events[1 + i].data[0].len);
	(void)BN_dec2bn(&voter,
	    json_string_value(
		json_object_get(json_array_get(json_object_get(doc, "voters"), 0), "secret")));
	json_decref(doc);
	bel_archive_free(&archive);
	bel_buf_free(&bytes);
	return 0;
}

static enum bel_err
verify(struct bel_span raw)
{
	struct bel_ballot *b;
	enum bel_err err;

	err = bel_ballot_verify(calc, election, raw, &b, NULL);
	if (err == BEL_OK)
		bel_ballot_free(b);
	return err;
}

/* Sign whatever it is, and look past the signature. */
static void
verify_signed(json_t *doc)
{
	char hash[BEL_B64_SIZE], prefix[64], *text = NULL;
	json_t *proof = NULL;

	(void)json_object_del(doc, "signature");
	if (bel_json_text(doc, &text) == BEL_OK &&
	    bel_hash_b64(text, strlen(text), hash) == BEL_OK) {
		(void)snprintf(prefix, sizeof(prefix), "sig|%s|", hash);
		if (bel_schnorr_make(calc, prefix, voter, &proof) == BEL_OK)
			(void)json_object_set_new(doc, "signature",
			    json_pack("{s:s, s:o}", "hash", hash, "proof", proof));
		free(text);
		text = NULL;
		if (bel_json_text(doc, &text) == BEL_OK)
			(void)verify((struct bel_span){ text, strlen(text) });
	}
	free(text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bel_span raw = { (const char *)data, size };
	json_t *doc;

	/* Nothing but the honest bytes may ever be accepted unsigned. */
	if (verify(raw) == BEL_OK &&
	    (size != strlen(honest[0]) || memcmp(data, honest[0], size) != 0) &&
	    (size != strlen(honest[1]) || memcmp(data, honest[1], size) != 0))
		abort();
	if (bel_json_parse(raw, &doc) == BEL_OK) {
		if (json_is_object(doc))
			verify_signed(doc);
		json_decref(doc);
	}
	return 0;
}
