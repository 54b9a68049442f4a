/* Writer and strict reader of the .bel archive. */
#include "archive.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	BLOCK = 512,
	NAME_AT = 0,
	NAME_SIZE = 100,
	MODE_AT = 100,
	UID_AT = 108,
	GID_AT = 116,
	SIZE_AT = 124,
	TIME_AT = 136,
	SUM_AT = 148,
	KIND_AT = 156,
};

static const long long octal_max = 077777777777LL; /* 11 digits */
static const char first_name[] = "BELENIOS";
static const char data_suffix[] = ".data.json";
static const char event_suffix[] = ".event.json";

static const struct {
	const char *name;
	size_t n_data;
} event_table[] = {
	[BEL_SETUP] = { "Setup", 4 },
	[BEL_BALLOT] = { "Ballot", 1 },
	[BEL_END_BALLOTS] = { "EndBallots", 0 },
	[BEL_ENCRYPTED_TALLY] = { "EncryptedTally", 2 },
	[BEL_PARTIAL_DECRYPTION] = { "PartialDecryption", 2 },
	[BEL_RESULT_EVENT] = { "Result", 1 },
};

enum { EVENT_TYPES = sizeof(event_table) / sizeof(event_table[0]) };

const char *
bel_event_name(enum bel_event_type type)
{
	return event_table[type].name;
}

/* The header of one entry; reader and writer share it. */
static void
make_header(char out[BLOCK], const char *name, size_t size, long long timestamp)
{
	unsigned sum = 0;
	size_t i;

	memset(out, 0, BLOCK);
	memcpy(out + NAME_AT, name, strlen(name));
	memcpy(out + MODE_AT, "0000644", 7);
	memcpy(out + UID_AT, "0000000", 7);
	memcpy(out + GID_AT, "0000000", 7);
	(void)snprintf(out + SIZE_AT, 12, "%011llo", (unsigned long long)size);
	(void)snprintf(out + TIME_AT, 12, "%011llo", (unsigned long long)timestamp);
	memset(out + SUM_AT, ' ', 8);
	out[KIND_AT] = '0';
	for (i = 0; i < BLOCK; i++)
		sum += (unsigned char)out[i];
	(void)snprintf(out + SUM_AT, 8, "%06o", sum);
	out[SUM_AT + 7] = ' ';
}

/* -- writing -- */

void
bel_buf_free(struct bel_buf *b)
{
	free(b->p);
	*b = (struct bel_buf){ NULL, 0, 0 };
}

static enum bel_err
buf_reserve(struct bel_buf *b, size_t more)
{
	size_t size = b->size == 0 ? 4096 : b->size;
	char *p;

	if (more > SIZE_MAX / 4 - b->len)
		return BEL_SYSTEM;
	while (size < b->len + more)
		size *= 2;
	if (size == b->size)
		return BEL_OK;
	if ((p = realloc(b->p, size)) == NULL)
		return BEL_SYSTEM;
	b->p = p;
	b->size = size;
	return BEL_OK;
}

static enum bel_err
put_entry(struct bel_buf *b, const char *name, struct bel_span body, long long timestamp)
{
	size_t padded = (body.len + BLOCK - 1) / BLOCK * BLOCK;
	enum bel_err err;

	if (timestamp < 0 || timestamp > octal_max || body.len > (size_t)octal_max)
		return BEL_FORMAT;
	if ((err = buf_reserve(b, BLOCK + padded)) != BEL_OK)
		return err;
	make_header(b->p + b->len, name, body.len, timestamp);
	memcpy(b->p + b->len + BLOCK, body.p, body.len);
	memset(b->p + b->len + BLOCK + body.len, 0, padded - body.len);
	b->len += BLOCK + padded;
	return BEL_OK;
}

static enum bel_err
put_hashed(struct bel_buf *b, const struct bel_log *log, struct bel_span body,
    const char *suffix, char hash[BEL_HEX_SIZE])
{
	char name[NAME_SIZE];
	enum bel_err err;

	if ((err = bel_hash_hex(body.p, body.len, hash)) != BEL_OK)
		return err;
	(void)snprintf(name, sizeof(name), "%s%s", hash, suffix);
	return put_entry(b, name, body, log->timestamp);
}

/* Text of an event; shared with nobody, the reader compares fields. */
static enum bel_err
put_event(struct bel_buf *b, struct bel_log *log, enum bel_event_type type, const char *payload)
{
	char text[320], hash[BEL_HEX_SIZE];
	enum bel_err err;
	int n = 0;

	if (log->head[0] == '\0')
		n = snprintf(text, sizeof(text), "{");
	else
		n = snprintf(text, sizeof(text), "{\"parent\":\"%s\",", log->head);
	n += snprintf(text + n, sizeof(text) - (size_t)n, "\"height\":%ld,\"type\":\"%s\"",
	    log->height, event_table[type].name);
	if (payload != NULL)
		n += snprintf(
		    text + n, sizeof(text) - (size_t)n, ",\"payload\":\"%s\"", payload);
	n += snprintf(text + n, sizeof(text) - (size_t)n, "}");
	if ((err = put_hashed(
		 b, log, (struct bel_span){ text, (size_t)n }, event_suffix, hash)) != BEL_OK)
		return err;
	memcpy(log->head, hash, BEL_HEX_SIZE);
	log->height++;
	return BEL_OK;
}

/*
 * Append an event with its data, the last of which is its payload.  Undoes
 * itself on failure.
 */
static enum bel_err
append(struct bel_log *log, enum bel_event_type type, const struct bel_span *data, size_t n,
    struct bel_buf *b)
{
	const struct bel_log before = *log;
	const size_t len = b->len;
	char hash[BEL_HEX_SIZE];
	enum bel_err err = BEL_OK;
	size_t i;

	for (i = 0; err == BEL_OK && i < n; i++)
		err = put_hashed(b, log, data[i], data_suffix, hash);
	if (err == BEL_OK)
		err = put_event(b, log, type, n > 0 ? hash : NULL);
	if (err != BEL_OK) {
		*log = before;
		b->len = len;
	}
	return err;
}

enum bel_err
bel_log_setup(struct bel_log *log, long long timestamp, struct bel_span election,
    struct bel_span trustees, struct bel_span credentials, struct bel_buf *b)
{
	char text[320], hash[3][BEL_HEX_SIZE];
	struct bel_span data[4] = { election, trustees, credentials };
	const size_t len = b->len;
	enum bel_err err;
	size_t i;
	int n;

	*log = (struct bel_log){ .timestamp = timestamp };
	n = snprintf(text, sizeof(text), "{\"version\":1,\"timestamp\":\"%lld\"}", timestamp);
	if ((err = put_entry(b, first_name, (struct bel_span){ text, (size_t)n }, timestamp)) !=
	    BEL_OK)
		return err;
	for (i = 0; err == BEL_OK && i < 3; i++)
		err = bel_hash_hex(data[i].p, data[i].len, hash[i]);
	n = snprintf(text, sizeof(text),
	    "{\"election\":\"%s\",\"trustees\":\"%s\",\"credentials\":\"%s\"}", hash[0],
	    hash[1], hash[2]);
	data[3] = (struct bel_span){ text, (size_t)n };
	if (err == BEL_OK)
		err = append(log, BEL_SETUP, data, 4, b);
	if (err != BEL_OK)
		b->len = len;
	return err;
}

enum bel_err
bel_log_ballot(struct bel_log *log, struct bel_span ballot, struct bel_buf *b)
{
	return append(log, BEL_BALLOT, &ballot, 1, b);
}

enum bel_err
bel_log_end(struct bel_log *log, struct bel_buf *b)
{
	return append(log, BEL_END_BALLOTS, NULL, 0, b);
}

enum bel_err
bel_log_tally(struct bel_log *log, long ballots, struct bel_span tally, struct bel_buf *b)
{
	char text[160], hash[BEL_HEX_SIZE];
	struct bel_span data[2] = { tally };
	enum bel_err err;

	if ((err = bel_hash_hex(tally.p, tally.len, hash)) != BEL_OK)
		return err;
	data[1].p = text;
	data[1].len = (size_t)snprintf(text, sizeof(text),
	    "{\"num_tallied\":%ld,\"total_weight\":%ld,\"encrypted_tally\":\"%s\"}", ballots,
	    ballots, hash);
	return append(log, BEL_ENCRYPTED_TALLY, data, 2, b);
}

enum bel_err
bel_log_partial(struct bel_log *log, long owner, struct bel_span partial, struct bel_buf *b)
{
	char text[128], hash[BEL_HEX_SIZE];
	struct bel_span data[2] = { partial };
	enum bel_err err;

	if ((err = bel_hash_hex(partial.p, partial.len, hash)) != BEL_OK)
		return err;
	data[1].p = text;
	data[1].len = (size_t)snprintf(
	    text, sizeof(text), "{\"owner\":%ld,\"payload\":\"%s\"}", owner, hash);
	return append(log, BEL_PARTIAL_DECRYPTION, data, 2, b);
}

enum bel_err
bel_log_result(struct bel_log *log, struct bel_span result, struct bel_buf *b)
{
	return append(log, BEL_RESULT_EVENT, &result, 1, b);
}

/* -- reading -- */

struct reader {
	struct bel_span bytes;
	size_t at;
	size_t entry; /* 1-based, for messages */
	struct bel_archive *out;
	size_t size; /* of out->events */
	struct bel_span pending[4];
	char hash[4][BEL_HEX_SIZE];
	size_t n_pending;
	struct bel_why *why;
};

static enum bel_err
fail(struct reader *r, enum bel_err err, const char *what)
{
	return bel_fail(r->why, err, "entry %zu: %s", r->entry, what);
}

/* Size field of a header: exactly 11 octal digits. */
static enum bel_err
read_octal(const char *p, size_t *out)
{
	size_t value = 0, i;

	for (i = 0; i < 11; i++) {
		if (p[i] < '0' || p[i] > '7')
			return BEL_FORMAT;
		value = value * 8 + (size_t)(p[i] - '0');
	}
	*out = value;
	return BEL_OK;
}

/* Next entry: its name (in buf) and its body. */
static enum bel_err
next_entry(struct reader *r, char name[NAME_SIZE + 1], struct bel_span *body)
{
	const char *p = r->bytes.p + r->at;
	char header[BLOCK];
	size_t left = r->bytes.len - r->at, size, padded, time, i;

	r->entry++;
	if (left < BLOCK)
		return fail(r, BEL_FORMAT, "the archive is cut off");
	if (read_octal(p + SIZE_AT, &size) != BEL_OK ||
	    read_octal(p + TIME_AT, &time) != BEL_OK)
		return fail(r, BEL_FORMAT, "damaged header");
	if (size > left - BLOCK || (padded = (size + BLOCK - 1) / BLOCK * BLOCK) > left - BLOCK)
		return fail(r, BEL_FORMAT, "the archive is cut off");
	memcpy(name, p + NAME_AT, NAME_SIZE);
	name[NAME_SIZE] = '\0';
	if (strlen(name) >= NAME_SIZE)
		return fail(r, BEL_FORMAT, "damaged header");
	if (r->entry == 1)
		r->out->timestamp = (long long)time;
	make_header(header, name, size, r->out->timestamp);
	if (memcmp(header, p, BLOCK) != 0)
		return fail(r, BEL_FORMAT, "damaged header");
	for (i = size; i < padded; i++)
		if (p[BLOCK + i] != '\0')
			return fail(r, BEL_FORMAT, "padding is not empty");
	*body = (struct bel_span){ p + BLOCK, size };
	r->at += BLOCK + padded;
	return BEL_OK;
}

static enum bel_err
read_first(struct reader *r)
{
	char name[NAME_SIZE + 1] = "", text[64];
	struct bel_span body = { "", 0 };
	enum bel_err err;
	size_t n;

	if ((err = next_entry(r, name, &body)) != BEL_OK)
		return err;
	n = (size_t)snprintf(
	    text, sizeof(text), "{\"version\":1,\"timestamp\":\"%lld\"}", r->out->timestamp);
	if (strcmp(name, first_name) != 0 || body.len != n || memcmp(body.p, text, n) != 0)
		return fail(
		    r, BEL_FORMAT, "not a version 1 BELENIOS header with the time of all");
	return BEL_OK;
}

/* References among the data of one event. */
static enum bel_err
check_references(struct reader *r, enum bel_event_type type)
{
	static const char *const setup[] = {
		"election",
		"trustees",
		"credentials",
	};
	const char *hash, *key;
	json_t *doc = NULL;
	enum bel_err err;
	size_t i, n;

	switch (type) {
	case BEL_SETUP: n = 3; break;
	case BEL_ENCRYPTED_TALLY:
	case BEL_PARTIAL_DECRYPTION: n = 1; break;
	default: return BEL_OK;
	}
	if ((err = bel_json_canonical(r->pending[n], &doc)) != BEL_OK)
		return fail(r, err, "payload is not canonical JSON");
	if ((err = bel_json_fields(doc,
		 type == BEL_SETUP                 ? "election trustees credentials"
		     : type == BEL_ENCRYPTED_TALLY ? "num_tallied total_weight encrypted_tally"
						   : "owner payload")) != BEL_OK) {
		(void)fail(r, err, "payload has other fields");
		goto out;
	}
	for (i = 0; i < n; i++) {
		key = type == BEL_SETUP           ? setup[i]
		    : type == BEL_ENCRYPTED_TALLY ? "encrypted_tally"
						  : "payload";
		hash = bel_json_string(json_object_get(doc, key));
		if (hash == NULL || strcmp(hash, r->hash[i]) != 0) {
			err = fail(
			    r, BEL_ORDER, "payload refers to other data than those before it");
			goto out;
		}
	}
out:
	json_decref(doc);
	return err;
}

/* Whether type may follow the last event: S B* E T P* R. */
static bool
may_follow(const struct bel_archive *a, enum bel_event_type type)
{
	enum bel_event_type last;

	if (a->n_events == 0)
		return type == BEL_SETUP;
	last = a->events[a->n_events - 1].type;
	switch (type) {
	case BEL_SETUP: return false;
	case BEL_BALLOT:
	case BEL_END_BALLOTS: return last == BEL_SETUP || last == BEL_BALLOT;
	case BEL_ENCRYPTED_TALLY: return last == BEL_END_BALLOTS;
	case BEL_PARTIAL_DECRYPTION:
		return last == BEL_ENCRYPTED_TALLY || last == BEL_PARTIAL_DECRYPTION;
	case BEL_RESULT_EVENT: return last == BEL_PARTIAL_DECRYPTION;
	}
	return false;
}

static enum bel_err
check_event(struct reader *r, const json_t *doc, enum bel_event_type *type)
{
	const char *text, *head;
	enum bel_err err;
	long height;
	size_t i;
	bool first = r->out->n_events == 0;

	text = bel_json_string(json_object_get(doc, "type"));
	for (i = 0; text != NULL && i < EVENT_TYPES; i++)
		if (strcmp(text, event_table[i].name) == 0)
			break;
	if (text == NULL || i == EVENT_TYPES)
		return fail(r,
		    text != NULL && strstr(text, "Shuffle") != NULL ? BEL_UNSUPPORTED
								    : BEL_SHAPE,
		    "event of an unknown type");
	*type = (enum bel_event_type)i;
	if (!may_follow(r->out, *type)) {
		(void)bel_fail(r->why, BEL_ORDER, "entry %zu: event %s may not stand here",
		    r->entry, event_table[i].name);
		return BEL_ORDER;
	}
	if ((err = bel_json_fields(doc,
		 first                          ? "height type payload"
		     : *type == BEL_END_BALLOTS ? "parent height type"
						: "parent height type payload")) != BEL_OK)
		return fail(r, err, "event has other fields");
	if (bel_json_int(json_object_get(doc, "height"), 0, 1000000000L, &height) != BEL_OK ||
	    (size_t)height != r->out->n_events)
		return fail(r, BEL_FORMAT, "event has another height");
	head = first ? NULL : r->out->events[r->out->n_events - 1].hash;
	text = bel_json_string(json_object_get(doc, "parent"));
	if (!first && (text == NULL || strcmp(text, head) != 0))
		return fail(r, BEL_FORMAT, "event has another parent");
	if (r->n_pending != event_table[*type].n_data)
		return fail(r, BEL_ORDER, "event has too few or many data");
	text = bel_json_string(json_object_get(doc, "payload"));
	if (r->n_pending > 0 && (text == NULL || strcmp(text, r->hash[r->n_pending - 1]) != 0))
		return fail(r, BEL_ORDER, "payload of the event is not the data before it");
	return check_references(r, *type);
}

static enum bel_err
read_event(struct reader *r, struct bel_span body, const char *hash)
{
	struct bel_event *e, *grown;
	enum bel_event_type type = BEL_SETUP;
	json_t *doc = NULL;
	enum bel_err err;

	if ((err = bel_json_canonical(body, &doc)) != BEL_OK)
		return fail(r, err, "event is not canonical JSON");
	err = check_event(r, doc, &type);
	json_decref(doc);
	if (err != BEL_OK)
		return err;
	if (r->out->n_events == r->size) {
		r->size = r->size == 0 ? 64 : 2 * r->size;
		if ((grown = realloc(r->out->events, r->size * sizeof(*grown))) == NULL)
			return BEL_SYSTEM;
		r->out->events = grown;
	}
	e = &r->out->events[r->out->n_events++];
	e->type = type;
	memcpy(e->hash, hash, BEL_HEX_SIZE);
	memcpy(e->data, r->pending, sizeof(e->data));
	e->n_data = r->n_pending;
	r->n_pending = 0;
	return BEL_OK;
}

static enum bel_err
read_rest(struct reader *r)
{
	char name[NAME_SIZE + 1] = "", hash[BEL_HEX_SIZE];
	struct bel_span body = { "", 0 };
	enum bel_err err;

	while (r->at < r->bytes.len) {
		if ((err = next_entry(r, name, &body)) != BEL_OK)
			return err;
		if ((err = bel_hash_hex(body.p, body.len, hash)) != BEL_OK)
			return err;
		if (strncmp(name, hash, BEL_HEX_SIZE - 1) != 0)
			return fail(r, BEL_FORMAT, "the name is not the hash of the bytes");
		if (strcmp(name + BEL_HEX_SIZE - 1, event_suffix) == 0) {
			if ((err = read_event(r, body, hash)) != BEL_OK)
				return err;
		} else if (strcmp(name + BEL_HEX_SIZE - 1, data_suffix) != 0) {
			return fail(r, BEL_FORMAT, "neither data nor event");
		} else if (r->n_pending == 4) {
			return fail(r, BEL_ORDER, "data that no event uses");
		} else {
			r->pending[r->n_pending] = body;
			memcpy(r->hash[r->n_pending], hash, BEL_HEX_SIZE);
			r->n_pending++;
		}
	}
	if (r->n_pending > 0)
		return fail(r, BEL_ORDER, "data that no event uses");
	if (r->out->n_events == 0)
		return fail(r, BEL_ORDER, "no Setup event");
	return BEL_OK;
}

enum bel_err
bel_archive_read(struct bel_span bytes, struct bel_archive *out, struct bel_why *why)
{
	struct reader r = { .bytes = bytes, .out = out, .why = why };
	enum bel_err err;

	*out = (struct bel_archive){ 0 };
	if ((err = read_first(&r)) == BEL_OK)
		err = read_rest(&r);
	if (err != BEL_OK)
		bel_archive_free(out);
	return err;
}

void
bel_archive_free(struct bel_archive *a)
{
	free(a->events);
	*a = (struct bel_archive){ 0 };
}
