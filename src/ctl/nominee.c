/* vinhdanhctl nominees match, identity key, identity rekey, and what check says of the keys of identity numbers. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/str.h"
#include "ctl/ctl.h"
#include "registry/identity.h"
#include "registry/identity_rekey.h"
#include "registry/nominee_op.h"
#include "sql/ctl.h"

#define BATCH 5000

/* --- nominees match -------------------------------------------------------------------------------------- */

static enum err
match_nominations(struct ctl *c, int64_t *total)
{
	struct sql_ctl_nominees_unmatched_rows rows;
	struct sql_ctl_nominees_match_row row;
	struct nominee_name *v;

	do {
		MUST(sql_ctl_nominees_unmatched(c->db, c->arena,
		    &(struct sql_ctl_nominees_unmatched_params){ .count = BATCH }, &rows));
		if (rows.n == 0)
			return ERR_OK;
		v = arena_array(c->arena, rows.n, sizeof(*v));
		for (size_t i = 0; i < rows.n; i++)
			v[i] = (struct nominee_name){ rows.v[i].id, rows.v[i].name, 0 };
		MUST(sql_ctl_nominees_match(c->db, c->arena,
		    &(struct sql_ctl_nominees_match_params){
			.keys = nominee_keys_json(c->arena, v, rows.n) },
		    &row));
		*total += row.matched;
		/* Those whose name holds no letter stay without an entry. */
	} while (row.matched > 0 && rows.n == BATCH);
	return ERR_OK;
}

/* A person of an abolished ward is one with those its successors know: office.nominee_resolve asks for the kin of units. */
enum err
ctl_match_honours(struct ctl *c, bool imported_only, int64_t *total)
{
	struct sql_ctl_honours_unmatched_rows rows;
	struct sql_ctl_honours_match_row row;
	struct nominee_name *v;

	*total = 0;
	do {
		MUST(sql_ctl_honours_unmatched(c->db, c->arena,
		    &(struct sql_ctl_honours_unmatched_params){
			.imported_only = imported_only, .count = BATCH },
		    &rows));
		if (rows.n == 0)
			return ERR_OK;
		v = arena_array(c->arena, rows.n, sizeof(*v));
		for (size_t i = 0; i < rows.n; i++)
			v[i] = (struct nominee_name){ rows.v[i].id, rows.v[i].name, 0 };
		MUST(sql_ctl_honours_match(c->db, c->arena,
		    &(struct sql_ctl_honours_match_params){
			.keys = nominee_keys_json(c->arena, v, rows.n) },
		    &row));
		*total += row.matched;
	} while (row.matched > 0 && rows.n == BATCH);
	return ERR_OK;
}

enum err
ctl_match_nominees(struct ctl *c, int64_t *nominations, int64_t *honours)
{
	int64_t of_nominations;

	*nominations = 0;
	MUST(match_nominations(c, nominations));
	MUST(sql_ctl_honours_of_nominations(c->db, c->arena, &of_nominations));
	MUST(ctl_match_honours(c, false, honours));
	*honours += of_nominations;
	return ERR_OK;
}

static int
do_match(struct ctl *c, void *arg)
{
	int64_t *n = arg;
	enum err err;

	if ((err = ctl_match_nominees(c, &n[0], &n[1])) != ERR_OK)
		return ctl_fail_db(c, err, "nominees match");
	if (n[0] + n[1] == 0)
		return CTL_OK;
	err = ctl_audit(c, "nominee.match", "nominee", 0, (struct unit_id){ 0 },
	    ctl_json(c, 2, "nominations", arena_printf(c->arena, "%" PRId64, n[0]), "honours",
		arena_printf(c->arena, "%" PRId64, n[1])));
	return err == ERR_OK ? CTL_OK : ctl_fail_db(c, err, "nominees match");
}

int
ctl_nominees_match(struct ctl *c)
{
	int64_t n[2] = { 0, 0 };
	int status;

	if (!ctl_args_are(c, 0))
		return CTL_USAGE;
	if ((status = ctl_transaction(c, do_match, n)) == CTL_OK)
		printf("%" PRId64 " nominations, %" PRId64 " honours\n", n[0], n[1]);
	return status;
}

/* --- identity key ----------------------------------------------------------------------------------------- */

static enum err
keys_in_use(struct ctl *c, struct sql_ctl_identity_keys_rows *rows)
{
	enum err err = db_begin(c->db, DB_READ_ONLY, NULL, NULL, NULL);

	if (err == ERR_OK)
		err = sql_ctl_identity_keys(c->db, c->arena, rows);
	db_rollback(c->db);
	return err;
}

/* Where numbers are stored already, a new key would only hide that the old one is lost. */
int
ctl_identity_key(struct ctl *c)
{
	struct sql_ctl_identity_keys_rows rows;
	const char *text;
	ssize_t written;
	enum err err;
	int fd;

	if (!ctl_args_are(c, 1))
		return CTL_USAGE;
	if ((err = keys_in_use(c, &rows)) != ERR_OK)
		return ctl_fail_db(c, err, "identity key");
	if (rows.n > 0)
		return ctl_fail(
		    "identity numbers are stored under a key of %s: put that key file back to %s",
		    date_format(c->arena, date_of(rows.v[0].first_used)), c->args[0]);
	text = identity_keys_new(c->arena);
	fd = open(c->args[0], O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return ctl_fail("%s: %s", c->args[0], strerror(errno));
	written = write(fd, text, strlen(text));
	if (close(fd) != 0 || written != (ssize_t)strlen(text)) {
		(void)unlink(c->args[0]);
		return ctl_fail("%s: cannot be written", c->args[0]);
	}
	return CTL_OK;
}

/* All numbers under the newest key of VD_IDENTITY_KEY_FILE; the older lines may then go. */
int
ctl_identity_rekey(struct ctl *c)
{
	const char *path = getenv("VD_IDENTITY_KEY_FILE"), *why;
	struct identity_keys *keys;
	struct rekey_result done;
	enum err err;

	if (!ctl_args_are(c, 0))
		return CTL_USAGE;
	if (str_empty(path))
		return ctl_fail("VD_IDENTITY_KEY_FILE is not set");
	if ((keys = identity_keys_read(path, &why)) == NULL)
		return ctl_fail("%s: %s", path, why);
	err = identity_rekey(c->db, keys, BATCH, NULL, NULL, &done);
	identity_keys_free(keys);
	if (done.missing != 0)
		return ctl_fail(
		    "%s has no key %d as numbers of this database were sealed with: put that line back",
		    path, done.missing);
	if (done.unopened[0] != '\0')
		return ctl_fail(
		    "no key of %s opens the number of %s: put the line of its key back, then again",
		    path, done.unopened);
	if (err != ERR_OK)
		return ctl_fail_db(c, err, "identity rekey (what was done stays; again)");
	if (done.moved == 0)
		printf("every number is under key %d\n", done.key_id);
	else
		printf("%" PRId64 " numbers moved to key %d; the lines of older keys may go\n",
		    done.moved, done.key_id);
	return CTL_OK;
}

/* What is wrong with the keys of VD_IDENTITY_KEY_FILE for this database; NULL: nothing. */
const char *
ctl_identity_fault(struct ctl *c, bool *skipped)
{
	const char *path = getenv("VD_IDENTITY_KEY_FILE"), *why, *fault = NULL;
	struct sql_ctl_identity_keys_rows rows;
	struct identity_keys *keys;
	unsigned char check[32];

	*skipped = false;
	if (sql_ctl_identity_keys(c->db, c->arena, &rows) != ERR_OK)
		return db_last_message(c->db);
	if (str_empty(path)) {
		*skipped = rows.n == 0;
		return rows.n == 0
		    ? NULL
		    : "numbers are stored, but VD_IDENTITY_KEY_FILE is not set: they can be neither shown nor matched";
	}
	if ((keys = identity_keys_read(path, &why)) == NULL)
		return arena_printf(c->arena, "%s: %s", path, why);
	for (size_t i = 0; i < rows.n && fault == NULL; i++) {
		if (!identity_key_check(keys, rows.v[i].key_id, check))
			fault = arena_printf(c->arena,
			    "%s has no key %d, which numbers were encrypted with", path,
			    rows.v[i].key_id);
		else if (rows.v[i].check_value.n != sizeof(check) ||
		    memcmp(check, rows.v[i].check_value.p, sizeof(check)) != 0)
			fault = arena_printf(c->arena,
			    "%s is another key file: key %d is not the one of this database",
			    path, rows.v[i].key_id);
	}
	identity_keys_free(keys);
	return fault;
}
