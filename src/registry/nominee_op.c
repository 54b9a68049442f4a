/* Use cases of the register of nominees: who a nomination is about, across years and units. */
#include "registry/nominee_op.h"

#include <inttypes.h>

#include <string.h>

#include "app/audit_json.h"
#include "core/buf.h"
#include "core/log.h"
#include "core/str.h"
#include "core/vietnamese.h"

/* A key or a folded name holds letters, digits, marks and spaces: nothing JSON has to escape. */
const char *
nominee_keys_json(struct arena *a, const struct nominee_name *v, size_t n)
{
	struct buf b = { 0 };
	const char *text;

	buf_putc(&b, '[');
	for (size_t i = 0; i < n; i++) {
		buf_printf(&b, "%s{\"id\":%" PRId64 ",\"key\":\"%s\",\"folded\":\"%s\"",
		    i == 0 ? "" : ",", v[i].id, vn_key(a, v[i].name), vn_fold(a, v[i].name));
		if (v[i].born_year != 0)
			buf_printf(&b, ",\"born_year\":%" PRId32, v[i].born_year);
		buf_putc(&b, '}');
	}
	buf_putc(&b, ']');
	text = arena_strndup(a, b.p, b.len);
	buf_free(&b);
	return text;
}

enum err
nominee_op_match_dossier(struct ctx *c, struct dossier_id dossier, int64_t *matched)
{
	struct sql_registry_nominee_unmatched_rows rows;
	struct sql_registry_nominee_match_row row;
	struct nominee_name *v;

	*matched = 0;
	MUST(sql_registry_nominee_unmatched(c->db, c->arena,
	    &(struct sql_registry_nominee_unmatched_params){ .dossier_id = dossier }, &rows));
	if (rows.n == 0)
		return ERR_OK;
	v = arena_array(c->arena, rows.n, sizeof(*v));
	for (size_t i = 0; i < rows.n; i++)
		v[i] = (struct nominee_name){ rows.v[i].nomination_id.v, rows.v[i].name, 0 };
	MUST(sql_registry_nominee_match(c->db, c->arena,
	    &(struct sql_registry_nominee_match_params){
		.keys = nominee_keys_json(c->arena, v, rows.n) },
	    &row));
	*matched = row.matched;
	return ERR_OK;
}

/* --- identity numbers ---------------------------------------------------------------------------------- */

bool
nominee_op_keeps_numbers(const struct ctx *c)
{
	return c->app->identity != NULL;
}

/* The key of that number is ours and the database's. */
static enum err
require_key(struct ctx *c, int id)
{
	struct sql_registry_identity_key_fits_row row = { 0 };
	unsigned char check[32];

	if (identity_key_check(c->app->identity, id, check))
		MUST(sql_registry_identity_key_fits(c->db, c->arena,
		    &(struct sql_registry_identity_key_fits_params){
			.key_id = id, .check_value = { check, sizeof(check) } },
		    &row));
	if (row.fits)
		return ERR_OK;
	log_error("identity key %d is not the one of this database: see vinhdanhctl check", id);
	c->why = T(
	    "Khóa mã hóa số định danh của máy chủ không khớp với dữ liệu, nên không lưu được số định danh. Báo quản trị viên.");
	return ERR_UNAVAILABLE;
}

/* With keys that are not the database's, numbers would be lost among the others.  *hash_key: for identity_seal. */
static enum err
require_keys(struct ctx *c, int *hash_key)
{
	struct sql_registry_identity_hash_key_row row;
	int id;

	if (c->app->identity == NULL)
		return ERR_UNAVAILABLE;
	id = identity_key_id(c->app->identity);
	MUST(sql_registry_identity_hash_key(c->db, c->arena, &row));
	*hash_key = row.key_id_null ? id : row.key_id;
	MUST(require_key(c, *hash_key));
	return *hash_key != id ? require_key(c, id) : ERR_OK;
}

static enum err
say_pace(struct ctx *c, enum err err)
{
	if (err == ERR_TOO_MANY)
		c->why = T(
		    "Hôm nay đơn vị đã ghi hơn 5.000 số định danh nên hệ thống tạm không nhận thêm. Bỏ số định danh để lưu phần còn lại, ngày mai ghi tiếp.");
	return err;
}

enum err
nominee_op_identity_put(
    struct ctx *c, struct nomination_id id, const char *digits, bool *changed)
{
	struct sql_registry_identity_put_row row;
	struct identity_sealed s;
	int hash_key;

	MUST(require_keys(c, &hash_key));
	s = identity_seal(c->app->identity, hash_key, c->arena, digits);
	MUST(say_pace(c,
	    sql_registry_identity_put(c->db, c->arena,
		&(struct sql_registry_identity_put_params){
		    .nomination_id = id, .hash = s.hash, .cipher = s.cipher, .tail = s.tail },
		&row)));
	*changed = row.changed;
	return ERR_OK;
}

enum err
nominee_op_identity_remove(struct ctx *c, struct nomination_id id, bool *changed)
{
	struct sql_registry_identity_remove_row row;

	MUST(sql_registry_identity_remove(c->db, c->arena,
	    &(struct sql_registry_identity_remove_params){ .nomination_id = id }, &row));
	*changed = row.changed;
	return ERR_OK;
}

enum err
nominee_op_identity_restore(struct ctx *c, struct nomination_id id)
{
	struct sql_registry_identity_restore_row row;

	return sql_registry_identity_restore(c->db, c->arena,
	    &(struct sql_registry_identity_restore_params){ .nomination_id = id }, &row);
}

enum err
nominee_op_identity_tail(
    struct ctx *c, struct nomination_id id, struct identity_tail *tail, bool *found)
{
	struct sql_registry_identity_tail_row row;

	*found = false;
	if (c->app->identity == NULL)
		return ERR_OK;
	MUST(sql_registry_identity_tail(c->db, c->arena,
	    &(struct sql_registry_identity_tail_params){ .nomination_id = id }, &row, found));
	if (*found)
		*found = identity_open_tail(c->app->identity, row.id_tail, tail);
	return ERR_OK;
}

static enum err
open_number(struct ctx *c, struct bytes cipher, const char **digits)
{
	char text[IDENTITY_DIGITS + 1];

	/* The look is written down by the statement that brought the cipher. */
	c->audited = true;
	if (c->app->identity == NULL || !identity_open(c->app->identity, cipher, text)) {
		c->why = T(
		    "Máy chủ không có khóa đã mã hóa số này, nên không mở được. Báo quản trị viên.");
		return ERR_UNAVAILABLE;
	}
	*digits = arena_strdup(c->arena, text);
	return ERR_OK;
}

enum err
nominee_op_identity_look(struct ctx *c, struct nomination_id id, const char **digits)
{
	struct sql_registry_identity_look_row row;

	MUST(sql_registry_identity_look(c->db, c->arena,
	    &(struct sql_registry_identity_look_params){ .nomination_id = id,
		.request_id = c->request_id != NULL ? c->request_id : "",
		.address = c->address != NULL ? c->address : "" },
	    &row));
	return open_number(c, row.cipher, digits);
}

enum err
nominee_op_look(struct ctx *c, struct nominee_id id, const char **digits)
{
	struct sql_registry_nominee_look_row row;

	MUST(sql_registry_nominee_look(c->db, c->arena,
	    &(struct sql_registry_nominee_look_params){ .nominee_id = id,
		.request_id = c->request_id != NULL ? c->request_id : "",
		.address = c->address != NULL ? c->address : "" },
	    &row));
	return open_number(c, row.cipher, digits);
}

enum err
nominee_op_import_numbers(
    struct ctx *c, struct import_id import, const struct nominee_import_number *v, size_t n)
{
	struct sql_registry_identity_import_row row;
	struct identity_sealed s;
	struct buf b = { 0 };
	const char *text;
	int hash_key;

	if (n == 0)
		return ERR_OK;
	MUST(require_keys(c, &hash_key));
	buf_putc(&b, '[');
	for (size_t i = 0; i < n; i++) {
		s = identity_seal(c->app->identity, hash_key, c->arena, v[i].digits);
		buf_printf(&b,
		    "%s{\"row_no\":%" PRId32 ",\"column_no\":%" PRId32
		    ",\"hash\":\"%s\",\"cipher\":\"%s\",\"tail\":\"%s\"}",
		    i == 0 ? "" : ",", v[i].row_no, v[i].column_no,
		    hex_encode(c->arena, s.hash.p, s.hash.n),
		    hex_encode(c->arena, s.cipher.p, s.cipher.n),
		    hex_encode(c->arena, s.tail.p, s.tail.n));
	}
	buf_putc(&b, ']');
	text = arena_strndup(c->arena, b.p, b.len);
	buf_free(&b);
	MUST(sql_registry_identity_import(c->db, c->arena,
	    &(struct sql_registry_identity_import_params){
		.import_id = import, .numbers = text },
	    &row));
	return row.kept == (int64_t)n ? ERR_OK : ERR_INTERNAL;
}

enum err
nominee_op_import_confirm(
    struct ctx *c, struct import_id import, int32_t column_no, int64_t *changed)
{
	struct sql_registry_identity_import_confirm_row row;

	MUST(say_pace(c,
	    sql_registry_identity_import_confirm(c->db, c->arena,
		&(struct sql_registry_identity_import_confirm_params){
		    .import_id = import, .column_no = column_no },
		&row)));
	*changed = row.changed;
	return ERR_OK;
}

/* --- doubles and candidates ------------------------------------------------------------------------------ */

enum err
nominee_op_duplicates(struct ctx *c, struct dossier_id dossier, struct nomination_id nomination,
    int64_t skip, int64_t count, struct sql_registry_nominee_findings_rows *rows)
{
	return sql_registry_nominee_findings(c->db, c->arena,
	    &(struct sql_registry_nominee_findings_params){ .dossier_id = dossier,
		.nomination_id = nomination,
		.nomination_id_null = nomination.v == 0,
		.skip = skip,
		.count = count },
	    rows);
}

static enum err
audit_pair(struct ctx *c, const char *action, const char *object, int64_t id, int64_t other,
    const char *reason)
{
	return audit_json(c, action, object, id, (struct unit_id){ 0 },
	    json_pack("{s:I,s:s}", "nominee_id", (json_int_t)other, "reason", reason));
}

/* Who somebody else's number leads to is not the drafter's to say anything about. */
static enum err
refuse_doubtful(struct ctx *c, struct nomination_id id)
{
	struct sql_registry_nominee_doubtful_row row;

	MUST(sql_registry_nominee_doubtful(c->db, c->arena,
	    &(struct sql_registry_nominee_doubtful_params){ .nomination_id = id }, &row));
	if (!row.doubtful)
		return ERR_OK;
	c->why = T(
	    "Số định danh đã ghi thuộc về người có họ tên khác. Kiểm tra lại họ tên và số định danh trước.");
	return ERR_CONFLICT;
}

enum err
nominee_op_link(struct ctx *c, struct nomination_id id, struct nominee_id other)
{
	struct sql_registry_nominee_link_row row;

	MUST(refuse_doubtful(c, id));
	MUST(sql_registry_nominee_link(c->db, c->arena,
	    &(struct sql_registry_nominee_link_params){
		.nomination_id = id, .nominee_id = other },
	    &row));
	return audit_pair(c, "nomination.link", "nomination", id.v, other.v, "");
}

enum err
nominee_op_tell_apart(struct ctx *c, struct nomination_id id, struct nominee_id other)
{
	if (other.v != 0)
		MUST(refuse_doubtful(c, id));
	MUST(sql_registry_nominee_tell_apart(c->db, c->arena,
	    &(struct sql_registry_nominee_tell_apart_params){ .nomination_id = id,
		.nominee_id = other,
		.nominee_id_null = other.v == 0,
		.reason = "" },
	    NULL));
	return audit_pair(c, "nomination.tell_apart", "nomination", id.v, other.v, "");
}

/* --- the register's keepers ------------------------------------------------------------------------------- */

enum err
nominee_op_get(struct ctx *c, struct nominee_id id, struct sql_registry_nominee_get_row *row)
{
	return sql_registry_nominee_get(c->db, c->arena,
	    &(struct sql_registry_nominee_get_params){ .nominee_id = id }, row);
}

enum err
nominee_op_merge(struct ctx *c, struct nominee_id from, struct nominee_id into,
    int32_t from_version, int32_t into_version, const char *reason)
{
	struct sql_registry_nominee_merge_row row;

	MUST(sql_registry_nominee_merge(c->db, c->arena,
	    &(struct sql_registry_nominee_merge_params){ .from_id = from.v,
		.into_id = into.v,
		.from_version = from_version,
		.into_version = into_version,
		.reason = reason },
	    &row));
	return audit_json(c, "nominee.merge", "nominee", into.v, (struct unit_id){ 0 },
	    json_pack("{s:I,s:I,s:s}", "from_id", (json_int_t)from.v, "merge_id",
		(json_int_t)row.nominee_merge_id.v, "reason", reason));
}

enum err
nominee_op_unmerge(
    struct ctx *c, struct nominee_merge_id merge, const char *reason, struct nominee_id *id)
{
	struct sql_registry_nominee_unmerge_row row;

	MUST(sql_registry_nominee_unmerge(c->db, c->arena,
	    &(struct sql_registry_nominee_unmerge_params){
		.nominee_merge_id = merge, .reason = reason },
	    &row));
	*id = row.nominee_id;
	return audit_json(c, "nominee.unmerge", "nominee", id->v, (struct unit_id){ 0 },
	    json_pack("{s:I,s:s}", "merge_id", (json_int_t)merge.v, "reason", reason));
}

enum err
nominee_op_keep_apart(
    struct ctx *c, struct nominee_id id, struct nominee_id other, const char *reason)
{
	MUST(sql_registry_nominee_keep_apart(c->db, c->arena,
	    &(struct sql_registry_nominee_keep_apart_params){
		.nominee_id = id, .other_id = other.v, .reason = reason },
	    NULL));
	return audit_pair(c, "nominee.keep_apart", "nominee", id.v, other.v, reason);
}
