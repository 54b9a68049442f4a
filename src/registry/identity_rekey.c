/* Moving all identity numbers of a database to the newest key: ciphers in batches, hashes at once. */
#include "registry/identity_rekey.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "core/buf.h"
#include "core/str.h"
#include "sql/registry.h"

#define TRIES 5 /* a page may stand in the way of the last step for a moment */

struct rekey {
	struct db *db;
	const struct identity_keys *keys;
	int64_t batch;
	struct rekey_result *out;
};

/* Where a walk through all numbers is. */
struct place {
	char what[16];
	int64_t id;
	int32_t row_no, column_no;
};

/* One number as it is to be; with_hash: its hash too. */
static bool
add_number(struct rekey *k, struct arena *a, struct buf *b,
    const struct sql_registry_identity_sealed_row *row, bool with_hash)
{
	char digits[IDENTITY_DIGITS + 1];
	struct identity_sealed s;

	if (!identity_open(k->keys, row->cipher, digits))
		return false;
	s = identity_seal(k->keys, k->out->key_id, a, digits);
	sodium_memzero(digits, sizeof(digits));
	buf_printf(b,
	    "%s{\"what\":\"%s\",\"id\":%" PRId64 ",\"row_no\":%" PRId32
	    ",\"column_no\":%" PRId32 ",\"was\":\"%s\",\"cipher\":\"%s\",\"tail\":\"%s\"",
	    b->len == 0 ? "[" : ",", row->what, row->id, row->row_no, row->column_no,
	    hex_encode(a, row->cipher.p, row->cipher.n), hex_encode(a, s.cipher.p, s.cipher.n),
	    hex_encode(a, s.tail.p, s.tail.n));
	if (with_hash)
		buf_printf(b, ",\"hash\":\"%s\"", hex_encode(a, s.hash.p, s.hash.n));
	buf_putc(b, '}');
	return true;
}

/* Up to a batch of numbers behind at, in the caller's transaction; *n: how many there were. */
static enum err
write_batch(struct rekey *k, struct arena *a, struct place *at, bool everything, int64_t *n,
    int64_t *changed)
{
	struct sql_registry_identity_sealed_rows rows;
	struct sql_registry_identity_reseal_row done;
	struct buf b = { 0 };
	enum err err;

	*n = *changed = 0;
	MUST(sql_registry_identity_sealed(k->db, a,
	    &(struct sql_registry_identity_sealed_params){ .what = at->what,
		.id = at->id,
		.row_no = at->row_no,
		.column_no = at->column_no,
		.older_than = everything ? 0 : k->out->key_id,
		.count = k->batch },
	    &rows));
	if (rows.n == 0)
		return ERR_OK;
	for (size_t i = 0; i < rows.n; i++) {
		if (add_number(k, a, &b, &rows.v[i], everything))
			continue;
		buf_free(&b);
		(void)snprintf(k->out->unopened, sizeof(k->out->unopened), "%s %" PRId64,
		    rows.v[i].what, rows.v[i].id);
		return ERR_INVALID;
	}
	buf_putc(&b, ']');
	err = sql_registry_identity_reseal(
	    k->db, a, &(struct sql_registry_identity_reseal_params){ .numbers = b.p }, &done);
	buf_free(&b);
	MUST(err);
	*n = (int64_t)rows.n;
	*changed = done.changed;
	(void)snprintf(at->what, sizeof(at->what), "%s", rows.v[rows.n - 1].what);
	at->id = rows.v[rows.n - 1].id;
	at->row_no = rows.v[rows.n - 1].row_no;
	at->column_no = rows.v[rows.n - 1].column_no;
	return ERR_OK;
}

/* A key of the file is the database's key of that number, known from now on. */
static enum err
take_key(struct rekey *k, struct arena *a, int id)
{
	struct sql_registry_identity_key_take_row row = { 0 };
	unsigned char check[32];

	if (identity_key_check(k->keys, id, check))
		MUST(sql_registry_identity_key_take(k->db, a,
		    &(struct sql_registry_identity_key_take_params){
			.key_id = id, .check_value = { check, sizeof(check) } },
		    &row));
	if (row.fits)
		return ERR_OK;
	k->out->missing = id;
	return ERR_INVALID;
}

/* The key that hashes and the newest one; *moved: there is no other, or no number at all. */
static enum err
take_keys(struct rekey *k, bool *moved)
{
	struct sql_registry_identity_key_state_row state;
	struct arena *a = arena_new();
	enum err err;

	*moved = true;
	if ((err = db_begin(k->db, DB_READ_WRITE, NULL, NULL, NULL)) == ERR_OK)
		err = sql_registry_identity_key_state(k->db, a, &state);
	if (err == ERR_OK && !state.hash_key_null) {
		*moved = state.hash_key == k->out->key_id && state.keys == 1;
		if ((err = take_key(k, a, state.hash_key)) == ERR_OK)
			err = take_key(k, a, k->out->key_id);
	}
	if (err == ERR_OK)
		err = db_commit(k->db);
	db_rollback(k->db);
	arena_free(a);
	return err;
}

/* Ciphers of older keys, each batch a transaction of its own; *stopped when after_batch said so. */
static enum err
reseal_older(struct rekey *k, bool (*after_batch)(void *), void *arg, bool *stopped)
{
	struct place at = { .what = "" };
	int64_t n, changed;
	enum err err;

	do {
		struct arena *a = arena_new();

		err = db_begin(k->db, DB_READ_WRITE, NULL, NULL, NULL);
		if (err == ERR_OK)
			err = write_batch(k, a, &at, false, &n, &changed);
		if (err == ERR_OK)
			err = db_commit(k->db);
		db_rollback(k->db);
		arena_free(a);
		MUST(err);
		k->out->resealed += changed;
		if (n > 0 && after_batch != NULL && !after_batch(arg)) {
			*stopped = true;
			return ERR_OK;
		}
	} while (n > 0);
	return ERR_OK;
}

/* Every hash, and what was sealed under an older key since; all of it or nothing. */
static enum err
move_hashes(struct rekey *k)
{
	struct sql_registry_identity_rekey_begin_row begun;
	struct sql_registry_identity_rekey_end_row ended;
	struct place at = { .what = "" };
	struct arena *a = arena_new();
	int64_t n, changed;
	enum err err;

	k->out->moved = 0;
	if ((err = db_begin(k->db, DB_READ_WRITE, NULL, NULL, NULL)) == ERR_OK)
		err = sql_registry_identity_rekey_begin(k->db, a, &begun);
	do {
		struct arena *of_batch = arena_new();

		n = changed = 0;
		if (err == ERR_OK)
			err = write_batch(k, of_batch, &at, true, &n, &changed);
		/* Nobody else can have touched them. */
		if (err == ERR_OK && n != changed)
			err = ERR_INTERNAL;
		k->out->moved += changed;
		arena_free(of_batch);
	} while (err == ERR_OK && n > 0);
	if (err == ERR_OK)
		err = sql_registry_identity_rekey_end(k->db, a,
		    &(struct sql_registry_identity_rekey_end_params){
			.key_id = k->out->key_id },
		    &ended);
	if (err == ERR_OK)
		err = db_commit(k->db);
	db_rollback(k->db);
	arena_free(a);
	return err;
}

enum err
identity_rekey(struct db *db, const struct identity_keys *keys, int64_t batch,
    bool (*after_batch)(void *), void *arg, struct rekey_result *out)
{
	struct rekey k = { .db = db, .keys = keys, .batch = batch, .out = out };
	bool moved, stopped = false;
	enum err err = ERR_OK;

	memset(out, 0, sizeof(*out));
	out->key_id = identity_key_id(keys);
	MUST(take_keys(&k, &moved));
	if (moved)
		return ERR_OK;
	MUST(reseal_older(&k, after_batch, arg, &stopped));
	for (int i = 0; !stopped && i < TRIES; i++) {
		if ((err = move_hashes(&k)) != ERR_RETRY)
			break;
	}
	return err;
}
