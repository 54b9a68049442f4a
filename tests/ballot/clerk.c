/* The server's side of a session over standard input, for the tests: one JSON command a line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ballot/check.h"
#include "ballot/file.h"

enum { MAX_TRUSTEES = 9, MAX_BALLOTS = 2000 };

static struct {
	struct bel_calc *calc;
	char *uuid;
	long k, n;
	char *secret, *single;
	struct bel_cert cert[MAX_TRUSTEES];
	struct bel_elem **coefs[MAX_TRUSTEES];
	char *raw[3][MAX_TRUSTEES]; /* certs, coefexps, keys */
	char *trustees_text;
	struct bel_trustees *trustees;
	struct bel_election *election;
	json_t *credentials;
	struct bel_ballot *ballots[MAX_BALLOTS];
	long n_ballots;
	struct bel_tally *tally;
	struct bel_partial *partials[MAX_TRUSTEES + 1];
	size_t n_partials;
	struct bel_log log;
	struct bel_buf archive;
} clerk;

static struct bel_span
span(const char *text)
{
	return (struct bel_span){ text, strlen(text) };
}

static const char *
text_of(const json_t *command, const char *key)
{
	const char *s = json_string_value(json_object_get(command, key));

	return s == NULL ? "" : s;
}

static long
number_of(const json_t *command, const char *key)
{
	return (long)json_integer_value(json_object_get(command, key));
}

static enum bel_err
keep(char **slot, const char *text)
{
	free(*slot);
	return (*slot = strdup(text)) == NULL ? BEL_SYSTEM : BEL_OK;
}

/* -- the ceremony -- */

static enum bel_err
op_ceremony(const json_t *in, json_t *out, struct bel_why *why)
{
	enum bel_err err;

	(void)why;
	clerk.k = number_of(in, "k");
	clerk.n = number_of(in, "n");
	if (clerk.n < 1 || clerk.n > MAX_TRUSTEES)
		return BEL_SHAPE;
	if ((err = keep(&clerk.uuid, text_of(in, "uuid"))) != BEL_OK ||
	    (err = bel_single_new(clerk.calc, &clerk.secret, &clerk.single)) != BEL_OK)
		return err;
	(void)json_object_set_new(out, "single", json_string(clerk.single));
	return BEL_OK;
}

/* A message of the ceremony: kind is cert, coefexps, share or key. */
static enum bel_err
op_message(const json_t *in, json_t *out, struct bel_why *why)
{
	const char *kind = text_of(in, "kind"), *raw = text_of(in, "raw");
	long i = number_of(in, "from");
	enum bel_err err;

	(void)out;
	(void)why;
	if (i < 1 || i > clerk.n)
		return BEL_SHAPE;
	if (strcmp(kind, "cert") == 0) {
		bel_cert_free(&clerk.cert[i - 1]);
		err = bel_cert_parse(clerk.calc, span(raw), &clerk.cert[i - 1]);
		return err != BEL_OK ? err : keep(&clerk.raw[0][i - 1], raw);
	}
	if (strcmp(kind, "coefexps") == 0) {
		bel_coefexps_free(clerk.coefs[i - 1], (size_t)clerk.k);
		err = bel_coefexps_parse(clerk.calc, &clerk.cert[i - 1], span(raw),
		    (size_t)clerk.k, &clerk.coefs[i - 1]);
		return err != BEL_OK ? err : keep(&clerk.raw[1][i - 1], raw);
	}
	if (strcmp(kind, "share") == 0)
		return bel_share_check(clerk.calc, &clerk.cert[i - 1], clerk.uuid, i,
		    number_of(in, "to"), span(raw));
	err = bel_verification_key_check(clerk.calc, i,
	    (struct bel_elem *const *const *)clerk.coefs, (size_t)clerk.n, (size_t)clerk.k,
	    span(raw));
	return err != BEL_OK ? err : keep(&clerk.raw[2][i - 1], raw);
}

static enum bel_err
op_trustees(const json_t *in, json_t *out, struct bel_why *why)
{
	struct bel_span spans[3][MAX_TRUSTEES];
	char *y = NULL;
	enum bel_err err;
	long i, j;

	(void)in;
	for (i = 0; i < 3; i++)
		for (j = 0; j < clerk.n; j++)
			spans[i][j] = span(clerk.raw[i][j]);
	if ((err = bel_trustees_text(span(clerk.single), clerk.k, (size_t)clerk.n, spans[0],
		 spans[1], spans[2], &clerk.trustees_text)) != BEL_OK ||
	    (err = bel_trustees_parse(
		 clerk.calc, span(clerk.trustees_text), &clerk.trustees, why)) != BEL_OK ||
	    (err = bel_elem_text(clerk.calc, clerk.trustees->key, &y)) != BEL_OK)
		return err;
	(void)json_object_set_new(out, "text", json_string(clerk.trustees_text));
	(void)json_object_set_new(out, "y", json_string(y));
	free(y);
	return BEL_OK;
}

/* -- the session -- */

static enum bel_err
op_open(const json_t *in, json_t *out, struct bel_why *why)
{
	const char *election = text_of(in, "election");
	const char *credentials = text_of(in, "credentials");
	enum bel_err err;

	if ((err = bel_election_parse(clerk.calc, span(election), &clerk.election, why)) !=
		BEL_OK ||
	    (err = bel_json_canonical(span(credentials), &clerk.credentials)) != BEL_OK)
		return err;
	if (!bel_elem_equal(clerk.election->key, clerk.trustees->key))
		return BEL_ELECTION;
	if ((err = bel_log_setup(&clerk.log, number_of(in, "timestamp"), span(election),
		 span(clerk.trustees_text), span(credentials), &clerk.archive)) != BEL_OK)
		return err;
	(void)json_object_set_new(out, "head", json_string(clerk.log.head));
	(void)json_object_set_new(out, "fingerprint", json_string(clerk.election->fingerprint));
	return BEL_OK;
}

static enum bel_err
op_cast(const json_t *in, json_t *out, struct bel_why *why)
{
	const char *raw = text_of(in, "ballot");
	struct bel_ballot *b = NULL;
	const json_t *value;
	enum bel_err err;
	size_t i;
	long j;

	if ((err = bel_ballot_verify(clerk.calc, clerk.election, span(raw), &b, why)) != BEL_OK)
		return err;
	(void)json_object_set_new(out, "tracker", json_string(b->tracker));
	err = BEL_CREDENTIAL;
	json_array_foreach(clerk.credentials, i,
	    value) if (strcmp(json_string_value(value), b->credential) == 0) err = BEL_OK;
	for (j = 0; j < clerk.n_ballots; j++)
		if (strcmp(clerk.ballots[j]->credential, b->credential) == 0) {
			/* The same bytes again are no second vote. */
			err = strcmp(clerk.ballots[j]->tracker, b->tracker) == 0
			    ? BEL_OK
			    : BEL_CREDENTIAL;
			bel_ballot_free(b);
			return err;
		}
	if (err == BEL_OK && clerk.n_ballots == MAX_BALLOTS)
		err = BEL_SYSTEM;
	if (err == BEL_OK)
		err = bel_log_ballot(&clerk.log, span(raw), &clerk.archive);
	if (err != BEL_OK) {
		bel_ballot_free(b);
		return err;
	}
	clerk.ballots[clerk.n_ballots++] = b;
	return BEL_OK;
}

static enum bel_err
op_close(const json_t *in, json_t *out, struct bel_why *why)
{
	char *text = NULL;
	enum bel_err err;
	long i;

	(void)in;
	(void)why;
	if ((err = bel_tally_new(clerk.calc, clerk.election, &clerk.tally)) != BEL_OK)
		return err;
	for (i = 0; i < clerk.n_ballots; i++)
		if ((err = bel_tally_add(clerk.calc, clerk.tally, clerk.ballots[i])) != BEL_OK)
			return err;
	if ((err = bel_tally_text(clerk.calc, clerk.election, clerk.tally, &text)) == BEL_OK &&
	    (err = bel_log_end(&clerk.log, &clerk.archive)) == BEL_OK)
		err = bel_log_tally(&clerk.log, clerk.n_ballots, span(text), &clerk.archive);
	(void)json_object_set_new(out, "head", json_string(clerk.log.head));
	free(text);
	return err;
}

/* A trustee's decryption; owner 1 is ourselves. */
static enum bel_err
op_partial(const json_t *in, json_t *out, struct bel_why *why)
{
	const char *raw = text_of(in, "raw");
	struct bel_partial *p = NULL;
	char *own = NULL;
	long owner = number_of(in, "owner");
	enum bel_err err = BEL_OK;

	(void)out;
	if (owner == 1)
		err = bel_partial_make(
		    clerk.calc, clerk.election, clerk.tally, clerk.secret, &own);
	if (err == BEL_OK)
		err = bel_partial_verify(clerk.calc, clerk.election, clerk.tally,
		    clerk.trustees, owner, span(own != NULL ? own : raw), &p, why);
	if (err == BEL_OK)
		err = bel_log_partial(
		    &clerk.log, owner, span(own != NULL ? own : raw), &clerk.archive);
	free(own);
	if (err != BEL_OK) {
		bel_partial_free(p);
		return err;
	}
	clerk.partials[clerk.n_partials++] = p;
	return BEL_OK;
}

static enum bel_err
op_result(const json_t *in, json_t *out, struct bel_why *why)
{
	long *counts;
	char *text = NULL;
	enum bel_err err;

	(void)in;
	(void)why;
	if ((counts = calloc(clerk.tally->n, sizeof(*counts))) == NULL)
		return BEL_SYSTEM;
	if ((err = bel_tally_decrypt(clerk.calc, clerk.tally, clerk.trustees,
		 (const struct bel_partial *const *)clerk.partials, clerk.n_partials,
		 clerk.n_ballots, counts)) == BEL_OK &&
	    (err = bel_result_text(clerk.election, counts, &text)) == BEL_OK)
		err = bel_log_result(&clerk.log, span(text), &clerk.archive);
	if (err == BEL_OK)
		(void)json_object_set_new(out, "text", json_string(text));
	(void)json_object_set_new(out, "head", json_string(clerk.log.head));
	free(text);
	free(counts);
	return err;
}

static enum bel_err
op_save(const json_t *in, json_t *out, struct bel_why *why)
{
	(void)out;
	return bel_file_write(
	    text_of(in, "path"), (struct bel_span){ clerk.archive.p, clerk.archive.len }, why);
}

/* -- single functions -- */

static enum bel_err
op_public(const json_t *in, json_t *out, struct bel_why *why)
{
	char *text = NULL;
	enum bel_err err;

	(void)why;
	err =
	    bel_credential_public(clerk.calc, text_of(in, "code"), text_of(in, "uuid"), &text);
	if (err == BEL_OK)
		(void)json_object_set_new(out, "credential", json_string(text));
	free(text);
	return err;
}

static enum bel_err
op_note(const json_t *in, json_t *out, struct bel_why *why)
{
	(void)out;
	(void)why;
	return bel_note_verify(clerk.calc, text_of(in, "credential"), text_of(in, "note"),
	    span(text_of(in, "proof")));
}

static enum bel_err
op_election(const json_t *in, json_t *out, struct bel_why *why)
{
	struct bel_election *e;
	json_t *questions;
	enum bel_err err;
	size_t i;

	if ((err = bel_election_parse(clerk.calc, span(text_of(in, "raw")), &e, why)) != BEL_OK)
		return err;
	questions = json_array();
	for (i = 0; i < e->n_questions; i++)
		(void)json_array_append_new(questions, json_string(e->questions[i].text));
	(void)json_object_set_new(out, "fingerprint", json_string(e->fingerprint));
	(void)json_object_set_new(out, "name", json_string(e->name));
	(void)json_object_set_new(out, "questions", questions);
	bel_election_free(e);
	return BEL_OK;
}

static const struct {
	const char *name;
	enum bel_err (*run)(const json_t *, json_t *, struct bel_why *);
} ops[] = {
	{ "ceremony", op_ceremony },
	{ "message", op_message },
	{ "trustees", op_trustees },
	{ "open", op_open },
	{ "cast", op_cast },
	{ "close", op_close },
	{ "partial", op_partial },
	{ "result", op_result },
	{ "save", op_save },
	{ "public", op_public },
	{ "note", op_note },
	{ "election", op_election },
};

static void
answer(const char *line)
{
	struct bel_why why = { "" };
	json_t *in, *out = json_object();
	const char *op;
	enum bel_err err = BEL_SHAPE;
	char *text = NULL;
	size_t i;

	in = json_loads(line, 0, NULL);
	op = text_of(in, "op");
	for (i = 0; i < sizeof(ops) / sizeof(ops[0]); i++)
		if (strcmp(op, ops[i].name) == 0)
			err = ops[i].run(in, out, &why);
	(void)json_object_set_new(out, "err", json_string(bel_err_text(err)));
	(void)json_object_set_new(out, "why", json_string(why.text));
	if ((text = json_dumps(out, JSON_COMPACT)) != NULL)
		(void)puts(text);
	(void)fflush(stdout);
	free(text);
	json_decref(in);
	json_decref(out);
}

int
main(void)
{
	char *line = NULL;
	size_t size = 0;

	if (bel_calc_new("BELENIOS-2048", &clerk.calc) != BEL_OK)
		return 1;
	while (getline(&line, &size, stdin) != -1)
		answer(line);
	/* The process ends here; its memory goes with it. */
	free(line);
	return 0;
}
