/* Files of a dossier: stored in pieces, so that no process holds one whole. */
#include "dossier/dossier_file_op.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <sodium.h>

#include "app/audit_json.h"
#include "core/hash.h"
#include "core/lang.h"
#include "core/str.h"
#include "core/utf8.h"

#define JUDGE_BYTES          65536
#define FILE_NAME_MAX_LENGTH 255 /* code points; attachment_file_name_check */

const char *
file_fault_words(enum file_fault fault)
{
	switch (fault) {
	case FILE_EMPTY: return T("Tệp rỗng. Kiểm tra lại tệp rồi chọn lại.");
	case FILE_TOO_LARGE:
		return T(
		    "Tệp lớn hơn 20 MB. Giảm độ phân giải bản quét hoặc chia thành nhiều tệp.");
	case FILE_UNKNOWN_KIND:
		return T(
		    "Nội dung tệp không phải PDF, JPEG, PNG, DOCX hay XLSX. Đổi đuôi tên tệp không giúp được; hãy lưu lại dưới dạng PDF.");
	case FILE_ALREADY: return T("Tệp này đã có trong hồ sơ.");
	case FILE_NAME_TOO_LONG:
		return T("Tên tệp dài quá 255 ký tự. Đổi tên tệp cho ngắn hơn rồi chọn lại.");
	case FILE_OK: break;
	}
	return "";
}

static bool
read_whole(const struct web_file *f, unsigned char *out, size_t n, size_t off)
{
	size_t have = 0;

	while (have < n) {
		ssize_t got = web_file_read(f, out + have, n - have, off + have);

		if (got <= 0)
			return false;
		have += (size_t)got;
	}
	return true;
}

static const char *
judge(struct ctx *c, const struct web_file *f)
{
	size_t n = f->length < JUDGE_BYTES ? f->length : JUDGE_BYTES;
	unsigned char *head = arena_alloc(c->arena, n), *tail = arena_alloc(c->arena, n);

	if (!read_whole(f, head, n, 0) || !read_whole(f, tail, n, f->length - n))
		return NULL;
	return file_type_judge(head, n, tail, n);
}

static enum err
hash(struct ctx *c, const struct web_file *f, unsigned char *piece, const char **hex)
{
	crypto_hash_sha256_state state;
	unsigned char digest[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_init(&state);
	for (size_t off = 0; off < f->length; off += DOSSIER_CHUNK) {
		size_t n = f->length - off < DOSSIER_CHUNK ? f->length - off : DOSSIER_CHUNK;

		if (!read_whole(f, piece, n, off))
			return ERR_BAD_REQUEST;
		crypto_hash_sha256_update(&state, piece, n);
	}
	crypto_hash_sha256_final(&state, digest);
	*hex = hex_encode(c->arena, digest, sizeof(digest));
	return ERR_OK;
}

static enum err
store(struct ctx *c, const struct web_file *f, unsigned char *piece, struct attachment_id id)
{
	struct arena *inner = arena_new();
	enum err err = ERR_OK;
	int32_t seq = 0;

	/* One piece in memory at a time, also in what the statement binds. */
	for (size_t off = 0; off < f->length && err == ERR_OK; off += DOSSIER_CHUNK, seq++) {
		size_t n = f->length - off < DOSSIER_CHUNK ? f->length - off : DOSSIER_CHUNK;

		if (!read_whole(f, piece, n, off)) {
			err = ERR_BAD_REQUEST;
			break;
		}
		err = sql_dossier_chunk_insert(c->db, inner,
		    &(struct sql_dossier_chunk_insert_params){
			.attachment_id = id, .seq = seq, .content = { piece, n } },
		    NULL);
		arena_reset(inner);
	}
	arena_free(inner);
	return err;
}

static enum err
audit(struct ctx *c, const char *action, struct attachment_id id, struct unit_id unit,
    struct dossier_id dossier, const char *file_name, const char *sha256)
{
	return audit_json(c, action, "attachment", id.v, unit,
	    json_pack("{s:I,s:s,s:s}", "dossier_id", (json_int_t)dossier.v, "file_name",
		file_name, "sha256", sha256));
}

enum err
file_op_add(struct ctx *c, struct dossier_id dossier, const struct web_file *f,
    enum file_fault *fault, struct attachment_id *id)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_attachment_same_row same;
	struct sql_dossier_attachment_insert_row row;
	const char *type, *hex;
	unsigned char *piece;
	bool found;

	*fault = FILE_OK;
	MUST(dossier_op_begin_change(c, dossier, &d));
	if (f->length == 0)
		*fault = FILE_EMPTY;
	else if (f->length > DOSSIER_FILE_MAX)
		*fault = FILE_TOO_LARGE;
	else if (utf8_length(f->name) > FILE_NAME_MAX_LENGTH)
		*fault = FILE_NAME_TOO_LONG;
	if (*fault != FILE_OK)
		return ERR_INVALID;
	if ((type = judge(c, f)) == NULL) {
		*fault = FILE_UNKNOWN_KIND;
		return ERR_INVALID;
	}
	piece = arena_alloc(c->arena, DOSSIER_CHUNK);
	MUST(hash(c, f, piece, &hex));
	MUST(sql_dossier_attachment_same(c->db, c->arena,
	    &(struct sql_dossier_attachment_same_params){
		.dossier_id = dossier, .sha256 = hex },
	    &same, &found));
	if (found) {
		*fault = FILE_ALREADY;
		return ERR_INVALID;
	}
	MUST(sql_dossier_attachment_insert(c->db, c->arena,
	    &(struct sql_dossier_attachment_insert_params){ .dossier_id = dossier,
		.unit_id = d.unit_id,
		.file_name = f->name,
		.content_type = type,
		.size = (int64_t)f->length,
		.sha256 = hex },
	    &row));
	*id = row.attachment_id;
	MUST(store(c, f, piece, *id));
	return audit(c, "attachment.add", *id, d.unit_id, dossier, f->name, hex);
}

enum err
file_op_get(struct ctx *c, struct dossier_id dossier, struct attachment_id id,
    struct sql_dossier_attachment_get_row *row)
{
	return sql_dossier_attachment_get(c->db, c->arena,
	    &(struct sql_dossier_attachment_get_params){
		.attachment_id = id, .dossier_id = dossier },
	    row);
}

enum err
file_op_read(struct ctx *c, const struct sql_dossier_attachment_get_row *t, struct buf *out)
{
	struct sql_dossier_attachment_chunk_row row;
	struct arena *piece = arena_new();
	enum err err = ERR_OK;
	size_t before = out->len;

	buf_reserve(out, (size_t)t->size);
	for (int32_t seq = 0; (int64_t)(out->len - before) < t->size && err == ERR_OK; seq++) {
		err = sql_dossier_attachment_chunk(c->db, piece,
		    &(struct sql_dossier_attachment_chunk_params){
			.attachment_id = t->attachment_id, .seq = seq },
		    &row);
		if (err == ERR_OK)
			buf_add(out, row.content.p, row.content.n);
		arena_reset(piece);
	}
	arena_free(piece);
	if (err == ERR_NOT_FOUND || (err == ERR_OK && (int64_t)(out->len - before) != t->size))
		err = ERR_INTERNAL;
	return err;
}

enum err
file_op_remove(struct ctx *c, struct dossier_id dossier, struct attachment_id id)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_attachment_get_row t;
	int64_t affected;

	MUST(file_op_get(c, dossier, id, &t));
	MUST(dossier_op_begin_change(c, dossier, &d));
	if (!file_removable(d.submitted_at, t.uploaded_at)) {
		c->why = T(
		    "Tệp này thuộc hồ sơ đã nộp nên được giữ lại làm căn cứ. Đính kèm thêm tệp mới nếu cần bổ sung.");
		return ERR_CONFLICT;
	}
	MUST(sql_dossier_attachment_remove(c->db, c->arena,
	    &(struct sql_dossier_attachment_remove_params){
		.attachment_id = id, .dossier_id = dossier },
	    &affected));
	if (affected != 1)
		return ERR_CONFLICT;
	return audit(c, "attachment.remove", id, d.unit_id, dossier, t.file_name, t.sha256);
}
