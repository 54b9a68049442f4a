/* Importing a sheet: loading, preview, confirm all or nothing, undo as one act. */
#include "dossier/dossier_import_op.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "app/audit_json.h"
#include "core/hash.h"
#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "registry/identity.h"
#include "registry/nominee_op.h"

#define IMPORTS_OPEN_MAX 20 /* of one unit */

/* --- what a sheet is compared with --------------------------------------------------------------------- */

static void
add_award(struct ctx *c, struct sheet_source *in, const struct sql_dossier_award_aliases_row *w,
    const char *name, bool loose)
{
	const char *folded = vn_fold(c->arena, name);

	if (folded[0] == '\0')
		return;
	in->awards[in->nawards++] = (struct sheet_award){ folded, w->name, w->award_type_id,
		w->recipient, w->valid, loose };
}

/* The name without "(cá nhân)" at its end, and without what follows " / ". */
static const char *
short_name(struct ctx *c, const char *name)
{
	char *s = arena_strdup(c->arena, name), *p;

	if ((p = strrchr(s, '(')) != NULL)
		*p = '\0';
	if ((p = strstr(s, " / ")) != NULL)
		*p = '\0';
	return s;
}

static enum err
load_awards(struct ctx *c, struct sheet_source *in)
{
	struct sql_dossier_award_aliases_rows rows;

	MUST(sql_dossier_award_aliases(c->db, c->arena,
	    &(struct sql_dossier_award_aliases_params){ .today = date_of(c->now) }, &rows));
	in->awards = arena_array(c->arena, rows.n * 3 + 1, sizeof(*in->awards));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_dossier_award_aliases_row *w = &rows.v[i];

		if (w->folded[0] != '\0') {
			add_award(c, in, w, w->folded, w->loose);
			continue;
		}
		add_award(c, in, w, w->name, false);
		add_award(c, in, w, w->code, true);
		add_award(c, in, w, short_name(c, w->name), false);
	}
	return ERR_OK;
}

static enum err
load_known(struct ctx *c, struct dossier_id dossier, struct sheet_source *in)
{
	struct sql_dossier_import_known_rows rows;
	struct sheet_known *known;

	MUST(sql_dossier_import_known(c->db, c->arena,
	    &(struct sql_dossier_import_known_params){ .dossier_id = dossier }, &rows));
	known = arena_array(c->arena, rows.n + 1, sizeof(*known));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_dossier_import_known_row *r = &rows.v[i];

		known[i] = (struct sheet_known){ .nomination_id = r->nomination_id,
			.version = r->version,
			.ordinal = r->ordinal,
			.kind = r->kind,
			.name = r->name,
			.position = r->position,
			.workplace = r->workplace,
			.achievement = r->achievement,
			.gender = r->gender,
			.gender_known = !r->gender_null,
			.birth = { r->born_on, r->born_year_null ? 0 : r->born_year },
			.award_type_id = r->award_type_id,
			.field = r->field };
	}
	in->known = known;
	in->nknown = rows.n;
	return ERR_OK;
}

/* [["cstdcs", "person", 12], ...] */
static enum err
load_answers(struct ctx *c, const char *json, struct sheet_source *in)
{
	json_t *doc = json_loads(json, 0, NULL), *one;
	struct sheet_answer *out =
	    arena_array(c->arena, json_array_size(doc) + 1, sizeof(*out));
	size_t i;

	json_array_foreach(doc, i, one)
	{
		const char *folded = json_string_value(json_array_get(one, 0));
		const char *kind = json_string_value(json_array_get(one, 1));
		struct sheet_answer *a = &out[in->nanswers];

		if (folded == NULL || kind == NULL || !nominee_kind_parse(kind, &a->kind))
			continue;
		a->folded = arena_strdup(c->arena, folded);
		a->award_type_id.v = json_integer_value(json_array_get(one, 2));
		in->nanswers++;
	}
	json_decref(doc);
	in->answers = out;
	return ERR_OK;
}

static enum err
load_seal(struct ctx *c, const struct sql_dossier_import_get_row *i, struct sheet_source *in)
{
	json_t *doc = json_loads(i->seal_keys, 0, NULL), *one;
	const char **keys = arena_array(c->arena, json_array_size(doc) + 1, sizeof(*keys));
	size_t n;

	json_array_foreach(doc, n, one)
	{
		if (json_is_string(one))
			keys[in->nseal_keys++] = arena_strdup(c->arena, json_string_value(one));
	}
	json_decref(doc);
	in->seal = i->seal;
	in->seal_keys = keys;
	return ERR_OK;
}

/* Rows as kept; digests[k] is the one of the k-th row. */
static enum err
load_rows(struct ctx *c, struct import_id id, struct sheet_rows *rows, const char ***digests)
{
	struct sql_dossier_import_rows_source_rows kept;

	MUST(sql_dossier_import_rows_source(c->db, c->arena,
	    &(struct sql_dossier_import_rows_source_params){ .import_id = id }, &kept));
	rows->v = arena_array(c->arena, kept.n + 1, sizeof(*rows->v));
	*digests = arena_array(c->arena, kept.n + 1, sizeof(**digests));
	for (size_t i = 0; i < kept.n; i++) {
		struct sheet_row *r = &rows->v[rows->n++];

		r->row_no = kept.v[i].row_no;
		r->decision = kept.v[i].decision;
		(*digests)[i] = kept.v[i].digest;
		if (!sheet_read_cells(c->arena, kept.v[i].raw, r) ||
		    !sheet_read_fix(c->arena, kept.v[i].fix, r))
			return ERR_INTERNAL;
	}
	return ERR_OK;
}

/* --- lines as JSON, for one statement ------------------------------------------------------------------ */

static void
add_field(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, ",\"%s\":", name);
	sheet_write_text(b, value);
}

static void
add_line(struct arena *a, struct buf *b, const struct sheet_line *l)
{
	buf_printf(b, "{\"row_no\":%" PRId32, l->row_no);
	add_field(b, "class", import_class_text(l->class));
	add_field(b, "kind", nominee_kind_text(l->kind));
	add_field(b, "name", l->name);
	add_field(b, "name_folded", l->name_folded);
	if (l->kind == NOMINEE_KIND_PERSON && l->gender_known)
		add_field(b, "gender", gender_text(l->gender));
	if (l->kind == NOMINEE_KIND_PERSON && l->birth.on.year != 0)
		add_field(b, "born_on", date_format_iso(a, l->birth.on));
	if (l->kind == NOMINEE_KIND_PERSON && l->birth.year != 0)
		buf_printf(b, ",\"born_year\":%" PRId32, l->birth.year);
	add_field(b, "position", l->position);
	add_field(b, "workplace", l->workplace);
	if (l->award_type_id.v != 0)
		buf_printf(b, ",\"award_type_id\":%" PRId64, l->award_type_id.v);
	add_field(b, "award_typed", l->award_typed);
	buf_printf(b, ",\"award_pending\":%s", l->award_pending ? "true" : "false");
	add_field(b, "field", achievement_field_text(l->field));
	add_field(b, "achievement", l->achievement);
	add_field(b, "problems", l->problems);
	add_field(b, "warnings", l->notes);
	if (l->nomination_id.v != 0)
		buf_printf(b, ",\"nomination_id\":%" PRId64 ",\"nomination_version\":%" PRId32,
		    l->nomination_id.v, l->nomination_version);
	add_field(b, "changes", sheet_changes_format(a, l->changes));
}

/* Hash of the text since from, in hex. */
static const char *
digest_of(struct arena *a, const char *text, size_t n)
{
	unsigned char hash[16];

	crypto_generichash(
	    hash, sizeof(hash), (const unsigned char *)text, (unsigned long long)n, NULL, 0);
	return hex_encode(a, hash, sizeof(hash));
}

/*
 * Lines that are kept otherwise than they are understood now: all of a new sheet with their cells, else what
 * differs.  What a workbook lacks is always written anew.  seen gets the hash of the whole.
 */
static enum err
store_lines(struct ctx *c, struct import_id id, const struct sheet *s,
    const char *const *digests, size_t ndigests, const char **seen)
{
	struct buf fresh = { 0 }, changed = { 0 };
	crypto_generichash_state state;
	unsigned char hash[16];
	size_t nfresh = 0, nchanged = 0;
	int64_t affected = 0;
	enum err err = ERR_OK;

	crypto_generichash_init(&state, NULL, 0, sizeof(hash));
	for (size_t i = 0; i < s->n; i++) {
		const struct sheet_line *l = &s->v[i];
		bool is_new = digests == NULL || l->row == NULL;
		struct buf *b = is_new ? &fresh : &changed;
		size_t before, from;
		const char *digest;

		before = b->len;
		buf_putc(b, before == 0 ? '[' : ',');
		from = b->len;
		add_line(c->arena, b, l);
		digest = digest_of(c->arena, b->p + from, b->len - from);
		crypto_generichash_update(
		    &state, (const unsigned char *)digest, strlen(digest));
		if (!is_new && i < ndigests && strcmp(digests[i], digest) == 0) {
			b->len = before;
			b->p[before] = '\0';
			continue;
		}
		add_field(b, "digest", digest);
		if (is_new) {
			BUF_LIT(b, ",\"raw\":");
			if (l->row != NULL)
				sheet_write_cells(b, l->row);
			else
				BUF_LIT(b, "[]");
			nfresh++;
		} else {
			nchanged++;
		}
		buf_putc(b, '}');
	}
	crypto_generichash_final(&state, hash, sizeof(hash));
	*seen = hex_encode(c->arena, hash, sizeof(hash));
	if (digests != NULL)
		err = sql_dossier_import_removed_delete(c->db, c->arena,
		    &(struct sql_dossier_import_removed_delete_params){ .import_id = id },
		    NULL);
	if (err == ERR_OK && nfresh > 0) {
		buf_putc(&fresh, ']');
		err = sql_dossier_import_rows_insert(c->db, c->arena,
		    &(struct sql_dossier_import_rows_insert_params){
			.import_id = id, .lines = fresh.p },
		    &affected);
		if (err == ERR_OK && affected != (int64_t)nfresh)
			err = ERR_INTERNAL;
	}
	if (err == ERR_OK && nchanged > 0) {
		buf_putc(&changed, ']');
		err = sql_dossier_import_rows_update(c->db, c->arena,
		    &(struct sql_dossier_import_rows_update_params){
			.import_id = id, .lines = changed.p },
		    &affected);
		if (err == ERR_OK && affected != (int64_t)nchanged)
			err = ERR_INTERNAL;
	}
	buf_free(&fresh);
	buf_free(&changed);
	return err;
}

static const char *
headings_json(struct arena *a, const struct sheet_map *map)
{
	struct buf b = { 0 };
	const char *text;

	buf_putc(&b, '[');
	for (size_t i = 0; i < map->n; i++) {
		if (i > 0)
			buf_putc(&b, ',');
		sheet_write_text(
		    &b, utf8_length(map->heading[i]) > 200 ? "…" : map->heading[i]);
	}
	buf_putc(&b, ']');
	text = arena_strndup(a, b.p, b.len);
	buf_free(&b);
	return text;
}

/* --- identity numbers --------------------------------------------------------------------------------- */

/* More cells of one row than this hold no number of its nominee: their masks are enough. */
#define NUMBERS_OF_A_ROW 8

/*
 * The numbers of a sheet that just came in, sealed with the place each stood in; the rows are kept by now, with
 * masks alone (sheet_hide_number).  Which column is meant may be found out, or changed, any time before confirming.
 */
static enum err
keep_numbers(struct ctx *c, struct import_id id, const struct sheet_rows *rows)
{
	struct nominee_import_number *v;
	size_t n = 0, cap = 0;

	if (!nominee_op_keeps_numbers(c))
		return ERR_OK;
	for (size_t i = 0; i < rows->n; i++)
		cap +=
		    rows->v[i].ncells < NUMBERS_OF_A_ROW ? rows->v[i].ncells : NUMBERS_OF_A_ROW;
	v = arena_array(c->arena, cap + 1, sizeof(*v));
	for (size_t i = 0; i < rows->n; i++) {
		const struct sheet_row *r = &rows->v[i];
		size_t of_row = 0;

		for (size_t k = 0; k < r->ncells && of_row < NUMBERS_OF_A_ROW; k++) {
			if (r->cells[k].number == NULL)
				continue;
			v[n++] = (struct nominee_import_number){ r->row_no, (int32_t)k,
				r->cells[k].number };
			of_row++;
		}
	}
	return nominee_op_import_numbers(c, id, v, n);
}

/*
 * Understand the rows (those given, which are not kept yet; or those kept) and write down what differs from
 * before.  The caller holds the dossier.
 */
static enum err
read_sheet(struct ctx *c, struct dossier_id dossier, const struct sql_dossier_import_get_row *i,
    const struct sheet_rows *fresh, struct sheet *out, const char **seen)
{
	struct sheet_source in = {
		.dossier_id = dossier, .today = date_of(c->now), .secret = c->app->secret
	};
	const char **digests = NULL;

	in.keeps_numbers = nominee_op_keeps_numbers(c);
	if (fresh != NULL)
		in.rows = *fresh;
	else
		MUST(load_rows(c, i->import_id, &in.rows, &digests));
	if (i->mapping_chosen) {
		in.map.chosen = true;
		in.map.header_row = i->header_row;
		if (!sheet_map_parse(i->mapping, &in.map))
			return ERR_INTERNAL;
	}
	MUST(load_awards(c, &in));
	MUST(load_known(c, dossier, &in));
	MUST(load_answers(c, i->answers, &in));
	MUST(load_seal(c, i, &in));
	sheet_analyse(c->arena, &in, out);
	MUST(store_lines(c, i->import_id, out, digests, in.rows.n, seen));
	if (fresh != NULL)
		MUST(keep_numbers(c, i->import_id, fresh));
	return sql_dossier_import_read(c->db, c->arena,
	    &(struct sql_dossier_import_read_params){ .import_id = i->import_id,
		.header_row = out->map.header_row,
		.mapping = sheet_map_format(c->arena, &out->map),
		.headings = headings_json(c->arena, &out->map),
		.notes = out->notes,
		.seen = *seen },
	    NULL);
}

/* --- use cases ------------------------------------------------------------------------------------------ */

/* The dossier, held, still a draft: a list that was filed is not extended or cut by a sheet. */
static enum err
begin_draft_change(struct ctx *c, struct dossier_id dossier, struct sql_dossier_get_row *d)
{
	MUST(dossier_op_begin_change(c, dossier, d));
	return d->state == DOSSIER_STATE_DRAFT ? ERR_OK : ERR_CONFLICT;
}

/* As begin_draft_change, with the import in one of two states. */
static enum err
begin_import_change(struct ctx *c, struct dossier_id dossier, struct import_id id,
    enum import_state state, enum import_state or_state, struct sql_dossier_import_get_row *i)
{
	struct sql_dossier_get_row d;

	MUST(begin_draft_change(c, dossier, &d));
	MUST(import_op_get(c, dossier, id, i));
	return i->state == state || i->state == or_state ? ERR_OK : ERR_CONFLICT;
}

static enum err
audit(struct ctx *c, const char *action, const struct sql_dossier_import_get_row *i,
    int64_t lines)
{
	return audit_json(c, action, "import", i->import_id.v, i->unit_id,
	    json_pack("{s:I,s:s,s:I}", "dossier_id", (json_int_t)i->dossier_id.v, "file_name",
		i->file_name, "lines", (json_int_t)lines));
}

/* A name of at most 255 characters that keeps its ending. */
const char *
import_file_name(struct arena *a, const char *name)
{
	const char *ending, *s;
	size_t keep, n;

	name = s = identity_hide(a, name, NULL);
	if (utf8_length(name) <= 255)
		return name;
	ending = strrchr(name, '.');
	if (ending == NULL || strlen(ending) > 10)
		ending = "";
	keep = 250 - utf8_length(ending);
	for (n = 0; n < keep; n++) {
		s++;
		while (((unsigned char)*s & 0xc0) == 0x80)
			s++;
	}
	return arena_printf(a, "%.*s…%s", (int)(s - name), name, ending);
}

/* What the hidden sheet of a workbook says about where it comes from. */
static enum import_seal
judge_seal(struct ctx *c, struct dossier_id dossier, const char *json, const char **keys)
{
	json_t *doc, *list, *one;
	enum import_seal seal = IMPORT_SEAL_DAMAGED;
	const char **texts, *checksum;
	size_t i, n = 0;

	*keys = "[]";
	if (json == NULL || json[0] == '\0')
		return IMPORT_SEAL_NONE;
	doc = json_loads(json, 0, NULL);
	list = json_object_get(doc, "keys");
	checksum = json_string_value(json_object_get(doc, "checksum"));
	texts = arena_array(c->arena, json_array_size(list) + 1, sizeof(*texts));
	json_array_foreach(list, i, one)
	{
		if (json_is_string(one))
			texts[n++] = json_string_value(one);
	}
	if (json_is_integer(json_object_get(doc, "dossier")) &&
	    json_integer_value(json_object_get(doc, "dossier")) != dossier.v) {
		seal = IMPORT_SEAL_FOREIGN;
	} else if (checksum != NULL && n == json_array_size(list) && n <= SHEET_ROWS_MAX &&
	    str_eq(checksum, sheet_checksum(c->arena, c->app->secret, dossier, texts, n))) {
		seal = IMPORT_SEAL_GOOD;
		*keys = json_text(c->arena, json_incref(list));
	}
	json_decref(doc);
	return seal;
}

/* Each keeps up to 20,000 rows until somebody says what becomes of it. */
static enum err
refuse_too_many_open(struct ctx *c, struct unit_id unit)
{
	struct sql_dossier_import_open_count_row row;

	MUST(sql_dossier_import_open_count(c->db, c->arena,
	    &(struct sql_dossier_import_open_count_params){ .unit_id = unit }, &row));
	if (row.open < IMPORTS_OPEN_MAX)
		return ERR_OK;
	c->why = T(
	    "Đơn vị đang có 20 bảng chưa xác nhận. Xác nhận hoặc bỏ bớt các bảng đó rồi nhập tiếp.");
	return ERR_CONFLICT;
}

/* Nobody who reads the database can try tables against it. */
static const char *
table_mac(struct ctx *c, struct dossier_id dossier, const char *digest)
{
	const char *text;

	if (digest == NULL)
		return "";
	text = arena_printf(c->arena, "sheet table:%" PRId64 ":%s", dossier.v, digest);
	return sha256_hex(
	    c->arena, hmac_sha256(c->app->secret, sizeof(c->app->secret), text, strlen(text)));
}

/* What was begun and cut goes on; *found tells. */
static enum err
resume(struct ctx *c, struct dossier_id dossier, const char *mac, struct import_id *id,
    bool *found)
{
	struct sql_dossier_import_cut_row row;
	struct sql_dossier_import_get_row i;

	*found = false;
	if (mac[0] == '\0')
		return ERR_OK;
	MUST(sql_dossier_import_cut(c->db, c->arena,
	    &(struct sql_dossier_import_cut_params){ .dossier_id = dossier, .table_mac = mac },
	    &row, found));
	if (!*found)
		return ERR_OK;
	*id = row.import_id;
	MUST(import_op_get(c, dossier, *id, &i));
	return audit(c, "import.resume", &i, i.total);
}

enum err
import_op_begin(struct ctx *c, struct dossier_id dossier, const struct import_input *in,
    struct import_id *id)
{
	const char *mac = table_mac(c, dossier, in->digest);
	struct sql_dossier_get_row d;
	struct sql_dossier_import_insert_row row;
	struct sql_dossier_import_get_row i;
	enum import_seal seal;
	const char *keys;
	bool found;

	MUST(begin_draft_change(c, dossier, &d));
	MUST(resume(c, dossier, mac, id, &found));
	if (found)
		return ERR_OK;
	MUST(refuse_too_many_open(c, d.unit_id));
	seal = judge_seal(c, dossier, in->seal, &keys);
	MUST(sql_dossier_import_insert(c->db, c->arena,
	    &(struct sql_dossier_import_insert_params){ .dossier_id = dossier,
		.unit_id = d.unit_id,
		.file_name = import_file_name(c->arena, in->file_name),
		.source = in->source,
		.total_rows = in->total_rows,
		.seal = seal,
		.seal_keys = keys,
		.table_mac = mac },
	    &row));
	*id = row.import_id;
	MUST(import_op_get(c, dossier, *id, &i));
	return audit(c, "import.begin", &i, in->total_rows);
}

enum err
import_op_sheet(struct ctx *c, struct dossier_id dossier, const struct import_input *in,
    const char *bytes, size_t n, enum sheet_fault *fault, const char **detail,
    struct import_id *id)
{
	struct sql_dossier_import_get_row i;
	struct import_input whole = *in;
	struct sheet_rows rows;
	struct sheet sheet;
	const char *seen;

	if ((*fault = sheet_read_csv(c->arena, bytes, n, &rows, detail)) != SHEET_OK)
		return ERR_INVALID;
	whole.total_rows = (int32_t)rows.n;
	MUST(import_op_begin(c, dossier, &whole, id));
	MUST(import_op_get(c, dossier, *id, &i));
	return read_sheet(c, dossier, &i, &rows, &sheet, &seen);
}

enum err
import_op_chunk(struct ctx *c, struct dossier_id dossier, struct import_id id, int32_t from_row,
    const char *json, size_t n, enum sheet_fault *fault, const char **detail,
    struct sql_dossier_import_get_row *i)
{
	struct sheet_rows rows;
	struct buf b = { 0 };
	int32_t last = from_row;
	int64_t affected = 0;
	enum err err = ERR_OK;

	MUST(
	    begin_import_change(c, dossier, id, IMPORT_STATE_LOADING, IMPORT_STATE_LOADING, i));
	*fault = sheet_read_chunk(c->arena, json, n, from_row, &rows, detail);
	if (*fault != SHEET_OK)
		return ERR_INVALID;
	buf_putc(&b, '[');
	for (size_t k = 0; k < rows.n; k++) {
		buf_printf(&b, "%s[%" PRId32 ",", k > 0 ? "," : "", rows.v[k].row_no);
		sheet_write_cells(&b, &rows.v[k]);
		buf_putc(&b, ']');
		last = rows.v[k].row_no;
	}
	buf_putc(&b, ']');
	err = sql_dossier_import_rows_range_delete(c->db, c->arena,
	    &(struct sql_dossier_import_rows_range_delete_params){
		.import_id = id, .from_row = from_row, .to_row = last },
	    NULL);
	if (err == ERR_OK && rows.n > 0)
		err = sql_dossier_import_rows_raw_insert(c->db, c->arena,
		    &(struct sql_dossier_import_rows_raw_insert_params){
			.import_id = id, .rows = b.p },
		    &affected);
	buf_free(&b);
	MUST(err);
	MUST(keep_numbers(c, id, &rows));
	MUST(import_op_get(c, dossier, id, i));
	if (i->total > SHEET_ROWS_MAX) {
		*fault = SHEET_TOO_MANY_ROWS;
		return ERR_INVALID;
	}
	return audit(c, "import.chunk", i, (int64_t)rows.n);
}

/* Read again what is kept and say so in the log. */
static enum err
read_again(struct ctx *c, struct dossier_id dossier, struct import_id id, const char *action)
{
	struct sql_dossier_import_get_row i;
	struct sheet sheet;
	const char *seen;

	MUST(import_op_get(c, dossier, id, &i));
	MUST(read_sheet(c, dossier, &i, NULL, &sheet, &seen));
	return audit(c, action, &i, i.total);
}

enum err
import_op_read(struct ctx *c, struct dossier_id dossier, struct import_id id)
{
	struct sql_dossier_import_get_row i;

	MUST(begin_import_change(
	    c, dossier, id, IMPORT_STATE_LOADING, IMPORT_STATE_PREVIEW, &i));
	return read_again(c, dossier, id, "import.read");
}

enum err
import_op_choose(
    struct ctx *c, struct dossier_id dossier, struct import_id id, const struct sheet_map *map)
{
	struct sql_dossier_import_get_row i;
	int64_t affected;

	MUST(begin_import_change(
	    c, dossier, id, IMPORT_STATE_PREVIEW, IMPORT_STATE_PREVIEW, &i));
	MUST(sql_dossier_import_choose(c->db, c->arena,
	    &(struct sql_dossier_import_choose_params){ .import_id = id,
		.header_row = map->header_row,
		.mapping = sheet_map_format(c->arena, map) },
	    &affected));
	if (affected != 1)
		return ERR_CONFLICT;
	return read_again(c, dossier, id, "import.map");
}

enum err
import_op_answer(struct ctx *c, struct dossier_id dossier, struct import_id id,
    const struct import_answer *answers, size_t n)
{
	struct sql_dossier_import_get_row i;
	json_t *doc;

	MUST(begin_import_change(
	    c, dossier, id, IMPORT_STATE_PREVIEW, IMPORT_STATE_PREVIEW, &i));
	if ((doc = json_loads(i.answers, 0, NULL)) == NULL)
		return ERR_INTERNAL;
	/* The first answer found counts, so a new one stands before an older one. */
	for (size_t k = 0; k < n; k++) {
		(void)json_array_insert_new(doc, 0,
		    json_pack("[s,s,I]",
			vn_fold(c->arena, identity_hide(c->arena, answers[k].typed, NULL)),
			nominee_kind_text(answers[k].kind),
			(json_int_t)answers[k].award_type_id.v));
	}
	MUST(sql_dossier_import_answer(c->db, c->arena,
	    &(struct sql_dossier_import_answer_params){
		.import_id = id, .answers = json_text(c->arena, doc) },
	    NULL));
	return read_again(c, dossier, id, "import.answer");
}

enum err
import_op_decide(struct ctx *c, struct dossier_id dossier, struct import_id id, int32_t row_no,
    enum import_decision decision, const char *const fix[SHEET_COLUMN_COUNT], bool forget)
{
	struct sql_dossier_import_rows_row row;
	struct sql_dossier_import_get_row i;
	struct sheet_row r = { 0 };
	struct buf b = { 0 };
	int64_t affected;
	enum err err;

	MUST(begin_import_change(
	    c, dossier, id, IMPORT_STATE_PREVIEW, IMPORT_STATE_PREVIEW, &i));
	MUST(import_op_row(c, id, row_no, &row));
	if (!forget && !sheet_read_fix(c->arena, row.fix, &r))
		return ERR_INTERNAL;
	for (int k = 0; k < SHEET_COLUMN_COUNT; k++) {
		if (fix != NULL && fix[k] != NULL)
			r.fix[k] = identity_hide(c->arena, fix[k], NULL);
	}
	sheet_write_fix(&b, &r);
	err = sql_dossier_import_row_decide(c->db, c->arena,
	    &(struct sql_dossier_import_row_decide_params){
		.import_id = id, .row_no = row_no, .decision = decision, .fix = b.p },
	    &affected);
	buf_free(&b);
	MUST(err);
	if (affected != 1)
		return ERR_CONFLICT;
	return read_again(c, dossier, id, "import.row");
}

enum err
import_op_drop_problems(
    struct ctx *c, struct dossier_id dossier, struct import_id id, int64_t count)
{
	struct sql_dossier_import_get_row i;
	int64_t affected;

	MUST(begin_import_change(
	    c, dossier, id, IMPORT_STATE_PREVIEW, IMPORT_STATE_PREVIEW, &i));
	MUST(sql_dossier_import_problems_drop(c->db, c->arena,
	    &(struct sql_dossier_import_problems_drop_params){ .import_id = id }, &affected));
	/* The count was on the button: what came up since was not looked at. */
	if (affected != count)
		return ERR_STALE;
	return read_again(c, dossier, id, "import.drop_problems");
}

enum err
import_op_get(struct ctx *c, struct dossier_id dossier, struct import_id id,
    struct sql_dossier_import_get_row *row)
{
	return sql_dossier_import_get(c->db, c->arena,
	    &(struct sql_dossier_import_get_params){ .import_id = id, .dossier_id = dossier },
	    row);
}

/* The import moved from one state to another; ERR_CONFLICT when it is not in that state (any more). */
static enum err
move(struct ctx *c, struct dossier_id dossier, struct import_id id, enum import_state from,
    enum import_state to)
{
	int64_t affected;

	MUST(sql_dossier_import_move(c->db, c->arena,
	    &(struct sql_dossier_import_move_params){
		.import_id = id, .dossier_id = dossier, .from_state = from, .to_state = to },
	    &affected));
	return affected == 1 ? ERR_OK : ERR_CONFLICT;
}

/* Removals that are still what the workbook was seen to lack. */
static int64_t
removable(const struct sheet *s)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += s->v[i].class == IMPORT_CLASS_REMOVED && s->v[i].nomination_version > 0;
	return n;
}

static enum err
write_all(struct ctx *c, const struct sql_dossier_import_get_row *i, const struct sheet *s,
    bool removed_too, struct import_result *done)
{
	struct dossier_id dossier = i->dossier_id;
	struct import_id id = i->import_id;

	MUST(sql_dossier_import_keep_order(c->db, c->arena,
	    &(struct sql_dossier_import_keep_order_params){
		.dossier_id = dossier, .removed_too = removed_too, .import_id = id },
	    NULL));
	if (s->counts[IMPORT_CLASS_CHANGED] > 0 || removed_too)
		MUST(sql_dossier_import_keep_old(c->db, c->arena,
		    &(struct sql_dossier_import_keep_old_params){
			.import_id = id, .removed_too = removed_too, .dossier_id = dossier },
		    NULL));
	if (removed_too) {
		MUST(sql_dossier_import_confirm_removed(c->db, c->arena,
		    &(struct sql_dossier_import_confirm_removed_params){
			.import_id = id, .dossier_id = dossier },
		    &done->removed));
		if (done->removed != removable(s))
			return ERR_CONFLICT;
		MUST(sql_dossier_nominations_renumber(c->db, c->arena,
		    &(struct sql_dossier_nominations_renumber_params){ .dossier_id = dossier },
		    NULL));
	}
	if (s->counts[IMPORT_CLASS_CHANGED] > 0)
		MUST(sql_dossier_import_confirm_changed(c->db, c->arena,
		    &(struct sql_dossier_import_confirm_changed_params){
			.import_id = id, .dossier_id = dossier },
		    &done->changed));
	if (s->counts[IMPORT_CLASS_NEW] > 0)
		MUST(sql_dossier_import_confirm_new(c->db, c->arena,
		    &(struct sql_dossier_import_confirm_new_params){
			.dossier_id = dossier, .unit_id = i->unit_id, .import_id = id },
		    &done->added));
	if (done->added != (int64_t)s->counts[IMPORT_CLASS_NEW] ||
	    done->changed != (int64_t)s->counts[IMPORT_CLASS_CHANGED])
		return ERR_CONFLICT;
	return ERR_OK;
}

/* The column of identity numbers, -1 without one. */
static int32_t
column_of_numbers(const struct sheet *s)
{
	for (size_t i = 0; i < s->map.n; i++) {
		if (s->map.of[i] == SHEET_ID_NUMBER)
			return (int32_t)i;
	}
	return -1;
}

enum err
import_op_confirm(struct ctx *c, struct dossier_id dossier, struct import_id id,
    bool removed_too, const char *seen, struct import_result *done)
{
	struct sql_dossier_import_get_row i;
	struct sheet s;
	const char *now;
	int64_t matched, numbers;

	memset(done, 0, sizeof(*done));
	MUST(begin_import_change(
	    c, dossier, id, IMPORT_STATE_PREVIEW, IMPORT_STATE_PREVIEW, &i));
	/* Whatever happened since the preview is seen under the lock: another import, a hand. */
	MUST(read_sheet(c, dossier, &i, NULL, &s, &now));
	if (!str_empty(seen) && !str_eq(seen, now)) {
		done->differs = true;
		return audit(c, "import.read", &i, i.total);
	}
	if (s.counts[IMPORT_CLASS_PROBLEM] > 0)
		return ERR_INVALID;
	removed_too = removed_too && removable(&s) > 0;
	if (s.counts[IMPORT_CLASS_NEW] == 0 && s.counts[IMPORT_CLASS_CHANGED] == 0 &&
	    !removed_too)
		return ERR_INVALID;
	MUST(write_all(c, &i, &s, removed_too, done));
	MUST(move(c, dossier, id, IMPORT_STATE_PREVIEW, IMPORT_STATE_CONFIRMED));
	if (column_of_numbers(&s) >= 0)
		MUST(sql_dossier_import_rows_made(c->db, c->arena,
		    &(struct sql_dossier_import_rows_made_params){ .import_id = id }, NULL));
	MUST(nominee_op_import_confirm(c, id, column_of_numbers(&s), &numbers));
	MUST(nominee_op_match_dossier(c, dossier, &matched));
	return audit_json(c, "import.confirm", "import", id.v, i.unit_id,
	    json_pack("{s:I,s:s,s:I,s:I,s:I}", "dossier_id", (json_int_t)dossier.v, "file_name",
		i.file_name, "added", (json_int_t)done->added, "changed",
		(json_int_t)done->changed, "removed", (json_int_t)done->removed));
}

enum err
import_op_undo(struct ctx *c, struct dossier_id dossier, struct import_id id,
    bool although_edited, int64_t *undone)
{
	struct sql_dossier_import_get_row i;
	struct sql_dossier_import_undo_identities_row restored;
	struct sql_dossier_import_edited_rows edited;
	int64_t n = 0, matched;

	*undone = 0;
	MUST(begin_import_change(
	    c, dossier, id, IMPORT_STATE_CONFIRMED, IMPORT_STATE_CONFIRMED, &i));
	MUST(import_op_edited(c, dossier, id, &edited));
	if (edited.n > 0 && !although_edited)
		return ERR_INVALID;
	MUST(sql_dossier_import_undo_new(c->db, c->arena,
	    &(struct sql_dossier_import_undo_new_params){
		.import_id = id, .dossier_id = dossier },
	    &n));
	*undone += n;
	MUST(sql_dossier_import_undo_changed(c->db, c->arena,
	    &(struct sql_dossier_import_undo_changed_params){
		.import_id = id, .dossier_id = dossier },
	    &n));
	*undone += n;
	MUST(sql_dossier_import_undo_removed(c->db, c->arena,
	    &(struct sql_dossier_import_undo_removed_params){ .import_id = id }, &n));
	*undone += n;
	if (n > 0) {
		MUST(sql_dossier_import_undo_attachments(c->db, c->arena,
		    &(struct sql_dossier_import_undo_attachments_params){
			.import_id = id, .dossier_id = dossier },
		    NULL));
		MUST(sql_dossier_import_undo_identities(c->db, c->arena,
		    &(struct sql_dossier_import_undo_identities_params){ .import_id = id },
		    &restored));
	}
	MUST(sql_dossier_import_undo_order(c->db, c->arena,
	    &(struct sql_dossier_import_undo_order_params){
		.import_id = id, .dossier_id = dossier },
	    NULL));
	MUST(move(c, dossier, id, IMPORT_STATE_CONFIRMED, IMPORT_STATE_UNDONE));
	MUST(nominee_op_match_dossier(c, dossier, &matched));
	return audit(c, "import.undo", &i, *undone);
}

enum err
import_op_loading(
    struct ctx *c, struct dossier_id dossier, struct sql_dossier_imports_loading_rows *rows)
{
	return sql_dossier_imports_loading(c->db, c->arena,
	    &(struct sql_dossier_imports_loading_params){ .dossier_id = dossier }, rows);
}

enum err
import_op_drop(struct ctx *c, struct dossier_id dossier, struct import_id id)
{
	struct sql_dossier_import_get_row i;

	MUST(begin_import_change(
	    c, dossier, id, IMPORT_STATE_PREVIEW, IMPORT_STATE_LOADING, &i));
	MUST(move(c, dossier, id, i.state, IMPORT_STATE_DROPPED));
	MUST(sql_dossier_import_rows_delete(c->db, c->arena,
	    &(struct sql_dossier_import_rows_delete_params){ .import_id = id }, NULL));
	return audit(c, "import.drop", &i, i.total);
}

enum err
import_op_rows(struct ctx *c, struct import_id id, int32_t after,
    const enum import_class *class, int64_t count, struct sql_dossier_import_rows_rows *rows)
{
	return sql_dossier_import_rows(c->db, c->arena,
	    &(struct sql_dossier_import_rows_params){ .import_id = id,
		.after = after,
		.class = class != NULL ? *class : IMPORT_CLASS_NEW,
		.class_null = class == NULL,
		.count = count },
	    rows);
}

enum err
import_op_row(
    struct ctx *c, struct import_id id, int32_t row_no, struct sql_dossier_import_rows_row *row)
{
	struct sql_dossier_import_rows_rows rows;

	MUST(import_op_rows(c, id, row_no - 1, NULL, 1, &rows));
	if (rows.n == 0 || rows.v[0].row_no != row_no)
		return ERR_NOT_FOUND;
	*row = rows.v[0];
	return ERR_OK;
}

enum err
import_op_pending(
    struct ctx *c, struct import_id id, struct sql_dossier_import_pending_rows *rows)
{
	return sql_dossier_import_pending(c->db, c->arena,
	    &(struct sql_dossier_import_pending_params){ .import_id = id }, rows);
}

enum err
import_op_edited(struct ctx *c, struct dossier_id dossier, struct import_id id,
    struct sql_dossier_import_edited_rows *rows)
{
	return sql_dossier_import_edited(c->db, c->arena,
	    &(struct sql_dossier_import_edited_params){
		.import_id = id, .dossier_id = dossier },
	    rows);
}
