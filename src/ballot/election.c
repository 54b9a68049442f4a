/* Reading of the election and of the policy line in its description. */
#include "election.h"

#include <stdlib.h>
#include <string.h>

#include "rule.h"

enum { MAX_QUESTIONS = 10000, MAX_ANSWERS = 64, MIN_UUID = 14, MAX_UUID = 64 };

static bool
is_uuid(const char *s)
{
	static const char base58[] =
	    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
	size_t len = strlen(s);

	return len >= MIN_UUID && len <= MAX_UUID && strspn(s, base58) == len;
}

static enum bel_err
read_policy(const char *line, struct bel_policy *p)
{
	const char *roster;
	json_t *doc = NULL;
	enum bel_err err = BEL_POLICY;

	if (bel_json_canonical((struct bel_span){ line, strlen(line) }, &doc) != BEL_OK)
		goto out;
	if (bel_json_fields(doc, "members percent min_ballots roster_sha256") != BEL_OK ||
	    bel_json_int(json_object_get(doc, "members"), 1, BEL_MEMBERS_MAX, &p->members) !=
		BEL_OK ||
	    bel_json_int(json_object_get(doc, "percent"), 1, 100, &p->percent) != BEL_OK ||
	    bel_json_int(json_object_get(doc, "min_ballots"), 1, p->members, &p->min_ballots) !=
		BEL_OK)
		goto out;
	roster = bel_json_string(json_object_get(doc, "roster_sha256"));
	if (roster == NULL || strlen(roster) != BEL_HEX_SIZE - 1 ||
	    strspn(roster, "0123456789abcdef") != BEL_HEX_SIZE - 1)
		goto out;
	memcpy(p->roster_sha256, roster, BEL_HEX_SIZE);
	p->present = true;
	err = BEL_OK;
out:
	json_decref(doc);
	return err;
}

/* The policy is the last line, and no other line may look like one. */
static enum bel_err
find_policy(const char *description, struct bel_policy *p)
{
	static const char word[] = "policy ";
	const char *line, *next;

	for (line = description; line != NULL; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			next++;
		if (strncmp(line, word, sizeof(word) - 1) != 0)
			continue;
		if (next != NULL)
			return BEL_POLICY;
		return read_policy(line + sizeof(word) - 1, p);
	}
	return BEL_OK;
}

static enum bel_err
read_question(const json_t *value, struct bel_question *q, struct bel_why *why)
{
	const json_t *answers;
	const char *text;
	enum bel_err err;
	long max;
	size_t i;

	if (json_object_get(value, "type") != NULL)
		return bel_fail(
		    why, BEL_UNSUPPORTED, "election: a question is not homomorphic");
	if (json_object_get(value, "blank") != NULL) {
		if (!json_is_false(json_object_get(value, "blank")))
			return bel_fail(
			    why, BEL_UNSUPPORTED, "election: a question allows blank votes");
		err = bel_json_fields(value, "answers blank min max question");
	} else
		err = bel_json_fields(value, "answers min max question");
	if (err != BEL_OK)
		return err;
	answers = json_object_get(value, "answers");
	if ((err = bel_json_array(answers, SIZE_MAX)) != BEL_OK)
		return err;
	q->answers = json_array_size(answers);
	if (q->answers < 1 || q->answers > MAX_ANSWERS)
		return BEL_UNSUPPORTED;
	for (i = 0; i < q->answers; i++)
		if (!json_is_string(json_array_get(answers, i)))
			return BEL_SHAPE;
	max = (long)q->answers;
	if ((err = bel_json_int(json_object_get(value, "max"), 0, max, &q->max)) != BEL_OK ||
	    (err = bel_json_int(json_object_get(value, "min"), 0, q->max, &q->min)) != BEL_OK)
		return err;
	if ((text = bel_json_string(json_object_get(value, "question"))) == NULL)
		return BEL_SHAPE;
	return (q->text = strdup(text)) != NULL ? BEL_OK : BEL_SYSTEM;
}

static enum bel_err
read_fields(struct bel_calc *c, const json_t *doc, struct bel_election *e, struct bel_why *why)
{
	const json_t *questions;
	const char *text;
	enum bel_err err;
	long version;
	size_t i;
	bool admin, authority;

	admin = json_object_get(doc, "administrator") != NULL;
	authority = json_object_get(doc, "credential_authority") != NULL;
	if ((err = bel_json_fields(doc,
		 admin && authority ? "version description name group public_key questions uuid"
				      " administrator credential_authority"
		     : admin
		     ? "version description name group public_key questions uuid administrator"
		     : authority
		     ? "version description name group public_key questions uuid"
		       " credential_authority"
		     : "version description name group public_key questions uuid")) != BEL_OK)
		return err;
	if ((admin && !json_is_string(json_object_get(doc, "administrator"))) ||
	    (authority && !json_is_string(json_object_get(doc, "credential_authority"))))
		return BEL_SHAPE;
	if (bel_json_int(json_object_get(doc, "version"), 1, 1, &version) != BEL_OK)
		return bel_fail(why, BEL_UNSUPPORTED, "election: version is not 1");
	if ((text = bel_json_string(json_object_get(doc, "group"))) == NULL ||
	    strcmp(text, bel_calc_name(c)) != 0)
		return bel_fail(
		    why, BEL_UNSUPPORTED, "election: group is not %s", bel_calc_name(c));
	if ((text = bel_json_string(json_object_get(doc, "uuid"))) == NULL || !is_uuid(text))
		return bel_fail(
		    why, BEL_SHAPE, "election: uuid is not 14 or more Base58 characters");
	if ((e->uuid = strdup(text)) == NULL)
		return BEL_SYSTEM;
	if ((text = bel_json_string(json_object_get(doc, "name"))) == NULL)
		return BEL_SHAPE;
	if ((e->name = strdup(text)) == NULL)
		return BEL_SYSTEM;
	if ((text = bel_json_string(json_object_get(doc, "description"))) == NULL)
		return BEL_SHAPE;
	if ((err = find_policy(text, &e->policy)) != BEL_OK)
		return bel_fail(why, err, "election: malformed or misplaced policy line");
	if ((err = bel_elem_new(c, &e->key)) != BEL_OK)
		return err;
	if ((err = bel_json_member(c, json_object_get(doc, "public_key"), e->key)) != BEL_OK)
		return bel_fail(why, err, "election: public key: %s", bel_err_text(err));
	if (bel_elem_is_one(c, e->key))
		return bel_fail(why, BEL_MEMBER, "election: public key is 1");
	if ((err = bel_elem_text(c, e->key, &e->key_text)) != BEL_OK ||
	    (err = bel_base_new_fixed(c, e->key, &e->key_base)) != BEL_OK)
		return err;
	questions = json_object_get(doc, "questions");
	if ((err = bel_json_array(questions, SIZE_MAX)) != BEL_OK)
		return err;
	e->n_questions = json_array_size(questions);
	if (e->n_questions < 1 || e->n_questions > MAX_QUESTIONS)
		return bel_fail(why, BEL_SHAPE, "election: number of questions");
	if ((e->questions = calloc(e->n_questions, sizeof(*e->questions))) == NULL)
		return BEL_SYSTEM;
	for (i = 0; i < e->n_questions; i++)
		if ((err = read_question(
			 json_array_get(questions, i), &e->questions[i], why)) != BEL_OK)
			return bel_fail(
			    why, err, "election: question %zu: %s", i + 1, bel_err_text(err));
	return BEL_OK;
}

enum bel_err
bel_election_parse(
    struct bel_calc *c, struct bel_span raw, struct bel_election **out, struct bel_why *why)
{
	struct bel_election *e;
	json_t *doc = NULL;
	enum bel_err err;

	*out = NULL;
	if ((e = calloc(1, sizeof(*e))) == NULL)
		return BEL_SYSTEM;
	if ((err = bel_hash_b64(raw.p, raw.len, e->fingerprint)) == BEL_OK &&
	    (err = bel_json_parse(raw, &doc)) == BEL_OK)
		err = read_fields(c, doc, e, why);
	json_decref(doc);
	if (err != BEL_OK) {
		bel_election_free(e);
		return bel_fail(why, err, "election: %s", bel_err_text(err));
	}
	*out = e;
	return BEL_OK;
}

void
bel_election_free(struct bel_election *e)
{
	size_t i;

	if (e == NULL)
		return;
	for (i = 0; e->questions != NULL && i < e->n_questions; i++)
		free(e->questions[i].text);
	free(e->questions);
	bel_base_free(e->key_base);
	bel_elem_free(e->key);
	free(e->key_text);
	free(e->name);
	free(e->uuid);
	free(e);
}

bool
bel_election_is_council(const struct bel_election *e)
{
	size_t i;

	for (i = 0; i < e->n_questions; i++)
		if (e->questions[i].answers != 2 || e->questions[i].min != 0 ||
		    e->questions[i].max != 1)
			return false;
	return true;
}
