/* Files of a dossier and of its nominations: stored in pieces, so that no process holds one whole. */
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
#include "evidence/evidence_op.h"
#include "sql/jobs.h"

#define FILE_NAME_MAX_LENGTH 255 /* code points; attachment_file_name_check */
/* Of files taken out the bytes stay, as history: without these whoever adds and removes fills the disk. */
#define DOSSIER_BYTES_MAX (INT64_C(4) << 30)
#define DAY_BYTES_MAX     (INT64_C(8) << 30)

const char *
file_fault_words(enum file_fault fault)
{
	switch (fault) {
	case FILE_EMPTY: return T("Tệp rỗng. Kiểm tra lại tệp rồi chọn lại.");
	case FILE_TOO_LARGE:
		return T(
		    "Tệp lớn hơn %1 MB. Giảm độ phân giải bản quét hoặc chia thành nhiều tệp.");
	case FILE_UNKNOWN_KIND:
		return T(
		    "Nội dung tệp không phải PDF, JPEG, PNG, DOCX hay XLSX. Đổi đuôi tên tệp không giúp được; hãy lưu lại dưới dạng PDF.");
	case FILE_DAMAGED:
		return T(
		    "Tệp bị hỏng hoặc bị cắt cụt nên không đọc được. Mở tệp trên máy để kiểm tra, lưu lại rồi chọn lại.");
	case FILE_TWO_KINDS:
		return T(
		    "Trong tệp có ghép thêm nội dung thuộc loại khác. Mở tệp, lưu lại thành tệp mới rồi chọn lại.");
	case FILE_OLD_OFFICE:
		return T(
		    "Tệp thuộc định dạng Word, Excel cũ (.doc, .xls). Mở tệp và lưu thành .docx, .xlsx hoặc PDF.");
	case FILE_PASSWORD:
		return T(
		    "Tệp được đặt mật khẩu nên người thẩm định không mở được. Bỏ mật khẩu, lưu lại rồi chọn lại.");
	case FILE_MACROS:
		return T(
		    "Tệp có chứa macro. Lưu lại thành .docx, .xlsx không có macro hoặc PDF.");
	case FILE_ALREADY:
		return T("Nội dung tệp này đã có trong hồ sơ, không lưu thêm bản nữa.");
	case FILE_NO_ROOM:
		return T(
		    "Hồ sơ đã giữ 4 GB tệp, kể cả tệp đã gỡ, nên không nhận thêm. Giảm độ phân giải bản quét hoặc đưa bớt sang hồ sơ khác.");
	case FILE_NO_ROOM_TODAY:
		return T(
		    "Trong 24 giờ qua đơn vị đã gửi 8 GB tệp nên hệ thống tạm không nhận thêm. Gửi tiếp vào ngày mai, hoặc báo quản trị viên nếu gấp.");
	case FILE_NAME_TOO_LONG:
		return T("Tên tệp dài quá 255 ký tự. Đổi tên tệp cho ngắn hơn rồi chọn lại.");
	case FILE_SECRET_SAID:
		return T(
		    "Hệ thống không nhận tài liệu chứa bí mật nhà nước nên tệp không được lưu. Gửi tài liệu này theo đường văn thư mật; trong hồ sơ chỉ ghi số, ngày của văn bản.");
	case FILE_SECRET_NAME:
		return T(
		    "Tên tệp có dấu chỉ độ mật nên tệp không được lưu. Tài liệu mật gửi theo đường văn thư mật; nếu không phải tài liệu mật, đổi tên tệp rồi chọn lại.");
	case FILE_SECRET_STAMP:
		return T(
		    "Trong tệp có dấu chỉ độ mật đứng riêng một dòng nên tệp không được lưu. Tài liệu mật gửi theo đường văn thư mật, trong hồ sơ chỉ ghi số, ngày của văn bản; nếu không phải tài liệu mật, bỏ dòng chữ đó rồi chọn lại.");
	case FILE_OK: break;
	}
	return "";
}

bool
file_fault_is_secrecy(enum file_fault fault)
{
	return fault == FILE_SECRET_SAID || fault == FILE_SECRET_NAME ||
	    fault == FILE_SECRET_STAMP;
}

/* --- add ------------------------------------------------------------------------------------------- */

static ssize_t
upload_pread(void *arg, void *out, size_t n, size_t off)
{
	return web_file_read(arg, out, n, off);
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
    struct dossier_id dossier, struct nomination_id nomination, enum document_kind document,
    const char *file_name, const char *sha256)
{
	return audit_json(c, action, "attachment", id.v, unit,
	    json_pack("{s:I,s:I,s:s,s:s,s:s}", "dossier_id", (json_int_t)dossier.v,
		"nomination_id", (json_int_t)nomination.v, "document",
		document_kind_text(document), "file_name", file_name, "sha256", sha256));
}

/* A nomination of this very dossier; {0} is fine. */
static enum err
check_nomination(struct ctx *c, struct dossier_id dossier, struct nomination_id id)
{
	struct sql_dossier_nomination_get_row n;

	if (id.v == 0)
		return ERR_OK;
	MUST(dossier_op_nomination(c, id, &n));
	return n.dossier_id.v == dossier.v ? ERR_OK : ERR_NOT_FOUND;
}

static enum err
judge(struct ctx *c, const struct file_about *about, const struct web_file *f,
    struct file_verdict *verdict)
{
	/* The window is only read through. */
	struct web_file window = *f;
	struct file_source src = { upload_pread, &window, f->length };
	struct sql_evidence_limit_row limit;

	*verdict = (struct file_verdict){ 0 };
	if (about->holds_secret) {
		verdict->fault = FILE_SECRET_SAID;
		return ERR_OK;
	}
	MUST(evidence_op_limit(c, &limit));
	if (f->length > (size_t)limit.bytes)
		verdict->fault = FILE_TOO_LARGE;
	else if (utf8_length(f->name) > FILE_NAME_MAX_LENGTH)
		verdict->fault = FILE_NAME_TOO_LONG;
	else
		file_judge(&src, f->name, verdict);
	return ERR_OK;
}

static enum err
find_room(struct ctx *c, const struct sql_dossier_get_row *d, const struct web_file *f,
    enum file_fault *fault)
{
	struct sql_dossier_attachment_room_row row;

	MUST(sql_dossier_attachment_room(c->db, c->arena,
	    &(struct sql_dossier_attachment_room_params){
		.dossier_id = d->dossier_id, .unit_id = d->unit_id },
	    &row));
	if (row.dossier_bytes + (int64_t)f->length > DOSSIER_BYTES_MAX)
		*fault = FILE_NO_ROOM;
	else if (row.day_bytes + (int64_t)f->length > DAY_BYTES_MAX)
		*fault = FILE_NO_ROOM_TODAY;
	return ERR_OK;
}

/* Office documents were searched while they were judged; a PDF is read by a job, a picture by nobody. */
static enum secrecy_state
secrecy_after_upload(const char *type)
{
	if (str_eq(type, "application/pdf"))
		return SECRECY_STATE_WAITING;
	return str_starts(type, "image/") ? SECRECY_STATE_UNREAD : SECRECY_STATE_CLEAR;
}

enum err
file_op_add(struct ctx *c, struct dossier_id dossier, const struct file_about *about,
    const struct web_file *f, enum file_fault *fault, struct attachment_id *id)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_attachment_same_row same;
	struct sql_dossier_attachment_insert_row row;
	struct file_verdict verdict;
	const char *hex;
	unsigned char *piece;
	bool found;

	*fault = FILE_OK;
	MUST(dossier_op_begin_change(c, dossier, &d));
	MUST(check_nomination(c, dossier, about->nomination_id));
	MUST(judge(c, about, f, &verdict));
	*fault = verdict.fault;
	if (*fault == FILE_OK)
		MUST(find_room(c, &d, f, fault));
	if (*fault != FILE_OK)
		return ERR_INVALID;
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
		.nomination_id = about->nomination_id,
		.nomination_id_null = about->nomination_id.v == 0,
		.document = about->document,
		.file_name = f->name,
		.content_type = verdict.type,
		.size = (int64_t)f->length,
		.sha256 = hex,
		.looks_secret = verdict.looks_secret,
		.secrecy = secrecy_after_upload(verdict.type),
		.scan = c->app->clamd != NULL ? SCAN_STATE_WAITING : SCAN_STATE_OFF },
	    &row));
	*id = row.attachment_id;
	MUST(store(c, f, piece, *id));
	return audit(c, "attachment.add", *id, d.unit_id, dossier, about->nomination_id,
	    about->document, f->name, hex);
}

enum err
file_op_refused(struct ctx *c, struct dossier_id dossier, enum file_fault fault)
{
	struct sql_dossier_get_row d;
	const char *reason = fault == FILE_SECRET_SAID ? "said"
	    : fault == FILE_SECRET_NAME                ? "name"
						       : "stamp";

	MUST(dossier_op_get_mine(c, dossier, &d));
	return audit_json(c, "attachment.refuse_secret", "dossier", dossier.v, d.unit_id,
	    json_pack("{s:s}", "reason", reason));
}

/* --- read -------------------------------------------------------------------------------------------- */

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
file_op_may_read(struct ctx *c, const struct sql_dossier_attachment_get_row *t)
{
	if (t->secrecy == SECRECY_STATE_STAMP) {
		c->why = T(
		    "Trong tệp này có dấu chỉ độ mật nên nội dung đã bị xóa. Tài liệu mật gửi theo đường văn thư mật, không gửi qua hệ thống này.");
		return ERR_GONE;
	}
	if (t->secrecy == SECRECY_STATE_WAITING && t->scan != SCAN_STATE_INFECTED && !t->mine) {
		c->why = T(
		    "Tệp này đang được tìm dấu chỉ độ mật. Tệp mở được ngay khi tìm xong; hệ thống đang làm việc đó.");
		return ERR_CONFLICT;
	}
	switch (t->scan) {
	case SCAN_STATE_INFECTED:
		c->why = T(
		    "Tệp này có mã độc nên nội dung đã bị xóa. Người tải lên cần gỡ tệp và tải lên bản sạch.");
		return ERR_GONE;
	case SCAN_STATE_WAITING:
	case SCAN_STATE_FAILED:
		if (t->mine)
			return ERR_OK;
		c->why = T(
		    "Tệp này chưa được kiểm tra mã độc. Tệp mở được ngay khi kiểm tra xong; hệ thống đang làm việc đó.");
		return ERR_CONFLICT;
	case SCAN_STATE_OFF:
	case SCAN_STATE_CLEAN:
	case SCAN_STATE_COUNT: break;
	}
	return ERR_OK;
}

static enum err
piece_of(struct db *db, struct arena *a, struct attachment_id id, int32_t seq, size_t left,
    struct buf *out, size_t *n)
{
	struct sql_dossier_attachment_chunk_row row;
	enum err err;

	err = sql_dossier_attachment_chunk(db, a,
	    &(struct sql_dossier_attachment_chunk_params){ .attachment_id = id, .seq = seq },
	    &row);
	if (err != ERR_OK || row.content.n == 0 || row.content.n > left)
		return err == ERR_NOT_FOUND || err == ERR_OK ? ERR_INTERNAL : err;
	buf_add(out, row.content.p, row.content.n);
	*n = row.content.n;
	return ERR_OK;
}

/* Between two requests: a transaction of its own, as the person who asked. */
static enum err
next_piece(struct web_stream *s, struct app *app, struct arena *a, struct buf *out)
{
	struct sql_jobs_assume_row assumed;
	size_t n = 0;
	enum err err;

	MUST(db_begin(app->db, DB_READ_ONLY, NULL, NULL, NULL));
	err = sql_jobs_assume(app->db, a,
	    &(struct sql_jobs_assume_params){ .account_id = { s->account } }, &assumed);
	if (err == ERR_OK)
		err = piece_of(
		    app->db, a, (struct attachment_id){ s->object }, s->seq, s->left, out, &n);
	db_rollback(app->db);
	s->seq++;
	s->left -= n;
	return err;
}

enum err
file_op_send(struct ctx *c, const struct sql_dossier_attachment_get_row *t, struct web_res *res)
{
	struct web_stream *s;
	size_t n;

	MUST(piece_of(c->db, c->arena, t->attachment_id, 0, (size_t)t->size, &res->body, &n));
	if (n == (size_t)t->size)
		return ERR_OK;
	if ((s = calloc(1, sizeof(*s))) == NULL)
		return ERR_INTERNAL;
	s->next = next_piece;
	s->left = (size_t)t->size - n;
	s->account = c->actor->account_id.v;
	s->object = t->attachment_id.v;
	s->seq = 1;
	res->stream = s;
	return ERR_OK;
}

enum err
file_op_list(struct ctx *c, struct dossier_id dossier, struct nomination_id nomination,
    struct sql_dossier_attachments_rows *rows)
{
	return sql_dossier_attachments(c->db, c->arena,
	    &(struct sql_dossier_attachments_params){ .dossier_id = dossier,
		.nomination_id = nomination,
		.nomination_id_null = nomination.v == 0 },
	    rows);
}

/* --- move, remove ----------------------------------------------------------------------------------------- */

enum err
file_op_move(struct ctx *c, struct dossier_id dossier, struct attachment_id id,
    const struct file_about *about)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_attachment_get_row t;
	int64_t affected;

	MUST(file_op_get(c, dossier, id, &t));
	MUST(dossier_op_begin_change(c, dossier, &d));
	MUST(check_nomination(c, dossier, about->nomination_id));
	MUST(sql_dossier_attachment_move(c->db, c->arena,
	    &(struct sql_dossier_attachment_move_params){ .attachment_id = id,
		.dossier_id = dossier,
		.nomination_id = about->nomination_id,
		.nomination_id_null = about->nomination_id.v == 0,
		.document = about->document },
	    &affected));
	if (affected != 1)
		return ERR_CONFLICT;
	return audit_json(c, "attachment.move", "attachment", id.v, d.unit_id,
	    json_pack("{s:I,s:{s:I,s:s},s:{s:I,s:s}}", "dossier_id", (json_int_t)dossier.v,
		"old", "nomination_id",
		t.nomination_id_null ? (json_int_t)0 : (json_int_t)t.nomination_id.v,
		"document", document_kind_text(t.document), "new", "nomination_id",
		(json_int_t)about->nomination_id.v, "document",
		document_kind_text(about->document)));
}

bool
file_op_removable(struct timestamp filed, struct timestamp uploaded, bool gone)
{
	return gone || file_removable(filed, uploaded);
}

enum err
file_op_remove(struct ctx *c, struct dossier_id dossier, struct attachment_id id)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_attachment_get_row t;
	int64_t affected;

	MUST(file_op_get(c, dossier, id, &t));
	MUST(dossier_op_begin_change(c, dossier, &d));
	if (!file_op_removable(
		d.submitted_at, t.uploaded_at, evidence_op_gone(t.scan, t.secrecy))) {
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
	return audit(c, "attachment.remove", id, d.unit_id, dossier,
	    t.nomination_id_null ? (struct nomination_id){ 0 } : t.nomination_id, t.document,
	    t.file_name, t.sha256);
}
