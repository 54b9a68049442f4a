/* The complete check of an archive, its ballots and decryptions in parallel. */
#include "check.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rule.h"

enum { MAX_THREADS = 16, THREADS_PER_PROCESSOR = 2 };

/*
 * Work for several threads: n independent tasks, taken in order.  A task has a
 * calculator of its thread, and a place of its own for the error and its words.
 */
struct work {
	enum bel_err (*task)(void *arg, struct bel_calc *, size_t i, struct bel_why *);
	void *arg;
	size_t n;
	enum bel_err *errs;
	struct bel_why *whys;
	atomic_size_t next;
	atomic_bool stop;
};

struct worker {
	struct work *work;
	struct bel_calc *calc;
	pthread_t thread;
	bool started;
};

static void *
run_tasks(void *arg)
{
	struct worker *w = arg;
	struct work *work = w->work;
	size_t i;

	while (!atomic_load(&work->stop) && (i = atomic_fetch_add(&work->next, 1)) < work->n) {
		work->errs[i] = work->task(work->arg, w->calc, i, &work->whys[i]);
		if (work->errs[i] != BEL_OK)
			atomic_store(&work->stop, true);
	}
	return NULL;
}

static long
thread_count(const struct bel_check_options *o, size_t tasks)
{
	/* Two for each processor: when one waits for its turn, the other works. */
	long n =
	    o->threads > 0 ? o->threads : THREADS_PER_PROCESSOR * sysconf(_SC_NPROCESSORS_ONLN);

	if (n > MAX_THREADS)
		n = MAX_THREADS;
	if (n > (long)tasks)
		n = (long)tasks;
	return n < 1 ? 1 : n;
}

/*
 * Run all tasks; on failure why names the first defect by position: whoever
 * fails stops later tasks only, because tasks are taken in order.
 */
static enum bel_err
run_parallel(struct bel_calc *c, struct work *work, const struct bel_check_options *options,
    const char *noun, struct bel_why *why)
{
	struct worker workers[MAX_THREADS] = { { .work = NULL } };
	enum bel_err err = BEL_SYSTEM;
	long t, threads = thread_count(options, work->n);
	size_t i;

	atomic_init(&work->next, 0);
	atomic_init(&work->stop, false);
	work->errs = calloc(work->n + 1, sizeof(*work->errs));
	work->whys = calloc(work->n + 1, sizeof(*work->whys));
	if (work->errs == NULL || work->whys == NULL)
		goto out;
	for (t = 0; t < threads; t++) {
		workers[t].work = work;
		if (bel_calc_share(c, &workers[t].calc) != BEL_OK)
			goto out;
	}
	/* This thread is the first worker; it does all if none can start. */
	for (t = 1; t < threads; t++)
		workers[t].started =
		    pthread_create(&workers[t].thread, NULL, run_tasks, &workers[t]) == 0;
	(void)run_tasks(&workers[0]);
	for (t = 1; t < threads; t++)
		if (workers[t].started)
			(void)pthread_join(workers[t].thread, NULL);
	for (err = BEL_OK, i = 0; err == BEL_OK && i < work->n; i++)
		if ((err = work->errs[i]) != BEL_OK)
			(void)bel_fail(why, err, "%s %zu: %s", noun, i + 1, work->whys[i].text);
out:
	for (t = 0; t < threads; t++)
		bel_calc_free(workers[t].calc);
	free(work->errs);
	free(work->whys);
	return err;
}

/* -- credentials -- */

static int
compare_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted list of credentials, borrowed from doc. */
struct roll {
	json_t *doc;
	const char **list;
	bool *voted;
	size_t n;
};

static void
roll_free(struct roll *r)
{
	free(r->list);
	free(r->voted);
	json_decref(r->doc);
}

static enum bel_err
read_roll(struct bel_calc *c, struct bel_span raw, struct roll *r, struct bel_why *why)
{
	struct bel_elem *key = NULL;
	enum bel_err err;
	const char *text;
	size_t i;

	if ((err = bel_json_canonical(raw, &r->doc)) != BEL_OK ||
	    (err = bel_json_array(r->doc, SIZE_MAX)) != BEL_OK) {
		(void)bel_fail(why, err, "credentials: %s", bel_err_text(err));
		goto out;
	}
	r->n = json_array_size(r->doc);
	if ((r->list = calloc(r->n + 1, sizeof(*r->list))) == NULL ||
	    (r->voted = calloc(r->n + 1, sizeof(*r->voted))) == NULL) {
		err = BEL_SYSTEM;
		goto out;
	}
	if ((err = bel_elem_new(c, &key)) != BEL_OK)
		goto out;
	for (i = 0; i < r->n; i++) {
		text = bel_json_string(json_array_get(r->doc, i));
		if (text != NULL && strchr(text, ',') != NULL) {
			err = bel_fail(
			    why, BEL_CREDENTIAL, "credential %zu carries a weight", i + 1);
			goto out;
		}
		if ((err = bel_json_member(c, json_array_get(r->doc, i), key)) != BEL_OK) {
			(void)bel_fail(
			    why, err, "credential %zu: %s", i + 1, bel_err_text(err));
			goto out;
		}
		if (bel_elem_is_one(c, key)) {
			err = bel_fail(why, BEL_CREDENTIAL,
			    "credential %zu is 1, which all can use", i + 1);
			goto out;
		}
		r->list[i] = text;
	}
	qsort(r->list, r->n, sizeof(*r->list), compare_text);
	for (i = 1; i < r->n; i++)
		if (strcmp(r->list[i - 1], r->list[i]) == 0) {
			err = bel_fail(why, BEL_CREDENTIAL, "a credential is listed twice");
			goto out;
		}
out:
	bel_elem_free(key);
	return err;
}

/* Each ballot from a listed credential that has not voted before. */
static enum bel_err
check_voters(struct roll *r, struct bel_ballot *const *ballots, size_t n, struct bel_why *why)
{
	const char **at;
	size_t i;

	for (i = 0; i < n; i++) {
		const char *key = ballots[i]->credential;

		at = bsearch(&key, r->list, r->n, sizeof(*r->list), compare_text);
		if (at == NULL)
			return bel_fail(why, BEL_CREDENTIAL,
			    "ballot %zu: credential is not on the list", i + 1);
		if (r->voted[at - r->list])
			return bel_fail(why, BEL_CREDENTIAL,
			    "ballot %zu: credential has voted before", i + 1);
		r->voted[at - r->list] = true;
	}
	return BEL_OK;
}

/* -- turnout -- */

static enum bel_err
check_turnout(
    struct bel_span text, struct bel_ballot *const *ballots, size_t n, struct bel_why *why)
{
	const char *p = text.p, *end = text.p + text.len, *eol, *word;
	bool *seen;
	size_t line = 0, len, i, found = 0;
	enum bel_err err = BEL_OK;

	if ((seen = calloc(n + 1, sizeof(*seen))) == NULL)
		return BEL_SYSTEM;
	for (; p < end; p = eol + (eol < end)) {
		line++;
		eol = memchr(p, '\n', (size_t)(end - p));
		eol = eol == NULL ? end : eol;
		for (word = p; word < eol && (*word == ' ' || *word == '\t' || *word == '\r');
		     word++)
			;
		for (len = 0; word + len < eol && strchr(" \t\r", word[len]) == NULL; len++)
			;
		if (len == 0 || word[0] == '#')
			continue;
		for (i = 0; i < n; i++)
			if ((len == strlen(ballots[i]->tracker) &&
				memcmp(word, ballots[i]->tracker, len) == 0) ||
			    (len == strlen(ballots[i]->credential) &&
				memcmp(word, ballots[i]->credential, len) == 0))
				break;
		if (i == n) {
			err = bel_fail(why, BEL_TURNOUT,
			    "turnout line %zu: this ballot is not in the archive", line);
			goto out;
		}
		if (seen[i]) {
			err = bel_fail(why, BEL_TURNOUT, "turnout line %zu: named twice", line);
			goto out;
		}
		seen[i] = true;
		found++;
	}
	for (i = 0; i < n; i++)
		if (!seen[i]) {
			err = bel_fail(why, BEL_TURNOUT,
			    "ballot %zu (%s) is not in the turnout list", i + 1,
			    ballots[i]->tracker);
			goto out;
		}
out:
	free(seen);
	return err;
}

/* -- the archive -- */

struct state {
	struct bel_calc *calc;
	const struct bel_check_options *options;
	struct bel_archive archive;
	size_t at; /* next event */
	struct roll roll;
	struct bel_ballot **ballots;
	size_t n_ballots;
	struct bel_tally *tally;
	const struct bel_event *partial_events;
	struct bel_partial **partials;
	long *owners; /* of the partials */
	size_t n_partials;
	struct bel_report *report;
	struct bel_why *why;
};

static const struct bel_event *
next_event(struct state *s, enum bel_event_type type)
{
	if (s->at == s->archive.n_events || s->archive.events[s->at].type != type)
		return NULL;
	return &s->archive.events[s->at++];
}

static enum bel_err
check_policy(struct state *s)
{
	const struct bel_check_options *o = s->options;
	const struct bel_policy *p = &s->report->election->policy;
	struct bel_report *r = s->report;

	r->members = p->present ? p->members : o->members;
	r->percent = p->present ? p->percent : o->percent;
	if (p->present &&
	    ((o->members != 0 && o->members != p->members) ||
		(o->percent != 0 && o->percent != p->percent)))
		return bel_fail(s->why, BEL_POLICY,
		    "the policy says %ld members and %ld percent, the options say otherwise",
		    p->members, p->percent);
	if (r->members != 0 && r->credentials > r->members)
		return bel_fail(s->why, BEL_POLICY, "%ld credentials for %ld members",
		    r->credentials, r->members);
	r->judged = r->members != 0 && r->percent != 0;
	if ((p->present || r->judged) && !bel_election_is_council(r->election))
		return bel_fail(s->why, BEL_POLICY,
		    "the rule needs questions of two answers, min 0, max 1");
	return BEL_OK;
}

static enum bel_err
check_setup(struct state *s)
{
	const struct bel_event *e = next_event(s, BEL_SETUP);
	struct bel_report *r = s->report;
	enum bel_err err;

	if (e == NULL)
		return BEL_ORDER;
	if ((err = bel_election_parse(s->calc, e->data[0], &r->election, s->why)) != BEL_OK ||
	    (err = bel_trustees_parse(s->calc, e->data[1], &r->trustees, s->why)) != BEL_OK)
		return err;
	if (!bel_elem_equal(r->election->key, r->trustees->key))
		return bel_fail(
		    s->why, BEL_SHAPE, "the election key is not that of the trustees");
	if ((err = read_roll(s->calc, e->data[2], &s->roll, s->why)) != BEL_OK)
		return err;
	r->credentials = (long)s->roll.n;
	return check_policy(s);
}

/* Task: the i-th ballot. */
static enum bel_err
check_ballot(void *arg, struct bel_calc *c, size_t i, struct bel_why *why)
{
	const struct state *s = arg;

	/* The first event is Setup, ballots follow it. */
	return bel_ballot_verify(
	    c, s->report->election, s->archive.events[1 + i].data[0], &s->ballots[i], why);
}

static enum bel_err
check_all_ballots(struct state *s)
{
	struct work work = { .task = check_ballot, .arg = s };
	enum bel_err err;
	size_t i;

	while (next_event(s, BEL_BALLOT) != NULL)
		s->n_ballots++;
	s->ballots = calloc(s->n_ballots + 1, sizeof(*s->ballots));
	s->report->trackers = calloc(s->n_ballots + 1, sizeof(*s->report->trackers));
	if (s->ballots == NULL || s->report->trackers == NULL)
		return BEL_SYSTEM;
	work.n = s->n_ballots;
	if ((err = run_parallel(s->calc, &work, s->options, "ballot", s->why)) != BEL_OK ||
	    (err = check_voters(&s->roll, s->ballots, s->n_ballots, s->why)) != BEL_OK ||
	    (err = bel_tally_new(s->calc, s->report->election, &s->tally)) != BEL_OK)
		return err;
	for (i = 0; i < s->n_ballots; i++) {
		if ((err = bel_tally_add(s->calc, s->tally, s->ballots[i])) != BEL_OK)
			return err;
		memcpy(s->report->trackers[i], s->ballots[i]->tracker, BEL_B64_SIZE);
	}
	s->report->ballots = (long)s->n_ballots;
	if (s->options->turnout.p != NULL)
		return check_turnout(s->options->turnout, s->ballots, s->n_ballots, s->why);
	return BEL_OK;
}

static enum bel_err
check_tally(struct state *s)
{
	const struct bel_policy *p = &s->report->election->policy;
	const struct bel_event *e = next_event(s, BEL_ENCRYPTED_TALLY);
	json_t *doc = NULL;
	char *text = NULL;
	enum bel_err err;
	long n;

	if (e == NULL)
		return BEL_OK;
	if ((err = bel_tally_text(s->calc, s->report->election, s->tally, &text)) != BEL_OK ||
	    (err = bel_json_canonical(e->data[1], &doc)) != BEL_OK)
		goto out;
	if (bel_json_int(json_object_get(doc, "num_tallied"), s->report->ballots,
		s->report->ballots, &n) != BEL_OK ||
	    bel_json_int(json_object_get(doc, "total_weight"), s->report->ballots,
		s->report->ballots, &n) != BEL_OK) {
		err = bel_fail(s->why, BEL_COUNT, "the tally does not count %ld ballots",
		    s->report->ballots);
		goto out;
	}
	if (strlen(text) != e->data[0].len || memcmp(text, e->data[0].p, e->data[0].len) != 0) {
		err = bel_fail(
		    s->why, BEL_TALLY, "the encrypted tally is not the product of the ballots");
		goto out;
	}
	if (p->present && s->at < s->archive.n_events && s->report->ballots < p->min_ballots)
		err = bel_fail(s->why, BEL_POLICY,
		    "%ld ballots were decrypted, the policy wants at least %ld",
		    s->report->ballots, p->min_ballots);
out:
	free(text);
	json_decref(doc);
	return err;
}

/* Whose decryption an event holds; each owner decrypts once. */
static enum bel_err
read_owner(struct state *s, const struct bel_event *e, long *owner)
{
	json_t *doc = NULL;
	enum bel_err err;
	size_t i;

	if ((err = bel_json_canonical(e->data[1], &doc)) != BEL_OK ||
	    (err = bel_json_int(json_object_get(doc, "owner"), 1,
		 (long)s->report->trustees->n_owners, owner)) != BEL_OK)
		(void)bel_fail(s->why, err, "a decryption belongs to no trustee");
	for (i = 0; err == BEL_OK && i < s->n_partials; i++)
		if (s->owners[i] == *owner)
			err = bel_fail(
			    s->why, BEL_DECRYPTION, "owner %ld decrypted twice", *owner);
	json_decref(doc);
	return err;
}

/* Task: the i-th decryption. */
static enum bel_err
check_partial(void *arg, struct bel_calc *c, size_t i, struct bel_why *why)
{
	const struct state *s = arg;

	return bel_partial_verify(c, s->report->election, s->tally, s->report->trustees,
	    s->owners[i], s->partial_events[i].data[0], &s->partials[i], why);
}

static enum bel_err
check_partials(struct state *s)
{
	struct work work = { .task = check_partial, .arg = s };
	const struct bel_event *e;
	enum bel_err err;
	long owner = 0;

	s->partial_events = &s->archive.events[s->at];
	s->partials = calloc(s->archive.n_events, sizeof(*s->partials));
	s->owners = calloc(s->archive.n_events, sizeof(*s->owners));
	if (s->partials == NULL || s->owners == NULL)
		return BEL_SYSTEM;
	while ((e = next_event(s, BEL_PARTIAL_DECRYPTION)) != NULL) {
		if ((err = read_owner(s, e, &owner)) != BEL_OK)
			return err;
		s->owners[s->n_partials++] = owner;
	}
	work.n = s->n_partials;
	s->report->partials = s->n_partials;
	return run_parallel(s->calc, &work, s->options, "decryption", s->why);
}

static enum bel_err
check_result(struct state *s)
{
	const struct bel_event *e = next_event(s, BEL_RESULT_EVENT);
	struct bel_report *r = s->report;
	char *text = NULL;
	enum bel_err err;

	if (e == NULL)
		return BEL_UNFINISHED;
	r->n_counts = s->tally->n;
	if ((r->counts = calloc(r->n_counts, sizeof(*r->counts))) == NULL)
		return BEL_SYSTEM;
	if ((err = bel_tally_decrypt(s->calc, s->tally, r->trustees,
		 (const struct bel_partial *const *)s->partials, s->n_partials, r->ballots,
		 r->counts)) != BEL_OK)
		return bel_fail(s->why, err,
		    err == BEL_DECRYPTION ? "there are not enough decryptions for a result"
					  : "the decryptions give no count");
	if ((err = bel_result_text(r->election, r->counts, &text)) != BEL_OK)
		return err;
	if (strlen(text) != e->data[0].len || memcmp(text, e->data[0].p, e->data[0].len) != 0)
		err =
		    bel_fail(s->why, BEL_RESULT, "the result is not what the decryptions give");
	free(text);
	return err;
}

static enum bel_err
check_events(struct state *s)
{
	enum bel_err err;

	if ((err = check_setup(s)) != BEL_OK || (err = check_all_ballots(s)) != BEL_OK)
		return err;
	(void)next_event(s, BEL_END_BALLOTS);
	if ((err = check_tally(s)) != BEL_OK || (err = check_partials(s)) != BEL_OK ||
	    (err = check_result(s)) != BEL_OK)
		return err;
	return s->at == s->archive.n_events
	    ? BEL_OK
	    : bel_fail(s->why, BEL_ORDER, "events after the result");
}

enum bel_err
bel_check(struct bel_span bytes, const struct bel_check_options *options,
    struct bel_report *report, struct bel_why *why)
{
	struct state s = { .options = options, .report = report, .why = why };
	enum bel_err err;
	size_t i;

	*report = (struct bel_report){ 0 };
	why->text[0] = '\0';
	if ((err = bel_archive_read(bytes, &s.archive, why)) != BEL_OK)
		goto out;
	report->events = s.archive.n_events;
	report->last = s.archive.events[s.archive.n_events - 1].type;
	memcpy(report->head, s.archive.events[s.archive.n_events - 1].hash, BEL_HEX_SIZE);
	if ((err = bel_calc_new("BELENIOS-2048", &s.calc)) == BEL_OK)
		err = check_events(&s);
out:
	for (i = 0; s.partials != NULL && i < s.n_partials; i++)
		bel_partial_free(s.partials[i]);
	free(s.partials);
	free(s.owners);
	for (i = 0; s.ballots != NULL && i < s.n_ballots; i++)
		bel_ballot_free(s.ballots[i]);
	free(s.ballots);
	bel_tally_free(s.tally);
	roll_free(&s.roll);
	bel_archive_free(&s.archive);
	bel_calc_free(s.calc);
	if (err != BEL_OK && err != BEL_UNFINISHED) {
		bel_report_free(report);
		(void)bel_fail(why, err, "%s", bel_err_text(err));
	}
	return err;
}

void
bel_report_free(struct bel_report *r)
{
	bel_election_free(r->election);
	bel_trustees_free(r->trustees);
	free(r->trackers);
	free(r->counts);
	*r = (struct bel_report){ 0 };
}

const char *
bel_stage_text(enum bel_event_type last)
{
	static const char *const text[] = {
		[BEL_SETUP] = "open, no ballots yet",
		[BEL_BALLOT] = "open, voting",
		[BEL_END_BALLOTS] = "closed",
		[BEL_ENCRYPTED_TALLY] = "closed, tally sealed",
		[BEL_PARTIAL_DECRYPTION] = "being decrypted",
		[BEL_RESULT_EVENT] = "done",
	};

	return text[last];
}
