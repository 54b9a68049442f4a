/* The journal of drafts: what was typed, kept field by field. */
#include "draft/draft_op.h"

#include <inttypes.h>
#include <string.h>

#include "core/buf.h"
#include "core/json.h"
#include "core/str.h"
#include "registry/identity.h"

enum err
draft_op_hold(
    struct ctx *c, struct dossier_id id, bool exclusive, struct sql_draft_hold_row *row)
{
	struct sql_draft_hold_dossier_row lock;

	if (exclusive)
		MUST(sql_draft_hold_dossier(c->db, c->arena,
		    &(struct sql_draft_hold_dossier_params){ .dossier_id = id }, &lock));
	MUST(sql_draft_hold(
	    c->db, c->arena, &(struct sql_draft_hold_params){ .dossier_id = id }, row));
	return row->mine ? ERR_OK : ERR_FORBIDDEN;
}

enum err
draft_op_hold_nomination(struct ctx *c, struct dossier_id dossier, struct nomination_id id,
    struct sql_draft_hold_nomination_row *row, bool *found)
{
	return sql_draft_hold_nomination(c->db, c->arena,
	    &(struct sql_draft_hold_nomination_params){
		.nomination_id = id, .dossier_id = dossier },
	    row, found);
}

enum err
draft_op_was_deleted(
    struct ctx *c, struct dossier_id dossier, struct nomination_id id, bool *deleted)
{
	struct sql_draft_deleted_row row;

	return sql_draft_deleted(c->db, c->arena,
	    &(struct sql_draft_deleted_params){ .nomination_id = id, .dossier_id = dossier },
	    &row, deleted);
}

enum err
draft_op_known(struct ctx *c, const char *client, struct draft_change *v, size_t n)
{
	struct sql_draft_known_rows rows;
	struct buf list = { 0 };
	const char *seqs;

	for (size_t i = 0; i < n; i++)
		buf_printf(&list, "%c%" PRId64, i == 0 ? '{' : ',', v[i].seq);
	buf_putc(&list, '}');
	seqs = arena_strndup(c->arena, list.p, list.len);
	buf_free(&list);
	MUST(sql_draft_known(c->db, c->arena,
	    &(struct sql_draft_known_params){ .client = client, .seqs = seqs }, &rows));
	for (size_t r = 0; r < rows.n; r++) {
		for (size_t i = 0; i < n; i++) {
			if (v[i].seq != rows.v[r].seq)
				continue;
			v[i].known = true;
			v[i].outcome = rows.v[r].outcome;
			v[i].at = rows.v[r].at;
		}
	}
	c->journaled = true;
	return ERR_OK;
}

enum err
draft_op_last(struct ctx *c, struct dossier_id dossier, const char *object, const char *client,
    struct draft_change *v, size_t n, bool *own)
{
	struct sql_draft_last_rows rows;
	struct buf list = { 0 };
	const char *fields;

	/* Names of fields are of our own tables: letters and underscores. */
	for (size_t i = 0; i < n; i++) {
		own[i] = false;
		buf_printf(&list, "%c%s", i == 0 ? '{' : ',', v[i].field);
	}
	if (n == 0)
		return ERR_OK;
	buf_putc(&list, '}');
	fields = arena_strndup(c->arena, list.p, list.len);
	buf_free(&list);
	MUST(sql_draft_last(c->db, c->arena,
	    &(struct sql_draft_last_params){
		.dossier_id = dossier, .object = object, .fields = fields },
	    &rows));
	for (size_t r = 0; r < rows.n; r++) {
		for (size_t i = 0; i < n; i++) {
			if (!str_eq(v[i].field, rows.v[r].field) ||
			    !str_eq(v[i].present, rows.v[r].value))
				continue;
			own[i] = str_eq(rows.v[r].client, client);
			v[i].who = rows.v[r].who;
			v[i].who_at = rows.v[r].at;
		}
	}
	return ERR_OK;
}

/* An identity number typed into a text is no valid value, and the journal keeps it masked only. */
static json_t *
entry(struct ctx *c, const struct draft_change *v)
{
	json_t *e = json_pack("{s:I,s:s,s:s,s:s,s:s}", "seq", (json_int_t)v->seq, "field",
	    v->field, "value", identity_hide(c->arena, v->value, NULL), "base",
	    identity_hide(c->arena, v->base, NULL), "outcome", draft_outcome_text(v->outcome));

	if (e != NULL && v->client_at.us != 0)
		json_object_set_new(
		    e, "client_at", json_string(timestamp_format_iso(c->arena, v->client_at)));
	return e;
}

enum err
draft_op_write(struct ctx *c, struct dossier_id dossier, struct unit_id unit,
    const char *object, const char *client, struct draft_change *v, size_t n)
{
	struct sql_draft_write_row row;
	json_t *list = json_array();
	const char *text;
	bool whole = true;
	size_t fresh = 0;

	for (size_t i = 0; i < n; i++) {
		if (v[i].known)
			continue;
		fresh++;
		whole = whole && json_array_append_new(list, entry(c, &v[i])) == 0;
	}
	text = json_text(c->arena, list);
	if (!whole)
		return ERR_BAD_REQUEST;
	c->journaled = true;
	if (fresh == 0)
		return ERR_OK;
	if (text == NULL)
		return ERR_INTERNAL;
	MUST(sql_draft_write(c->db, c->arena,
	    &(struct sql_draft_write_params){ .dossier_id = dossier,
		.unit_id = unit,
		.object = object,
		.client = client,
		.entries = text },
	    &row));
	for (size_t i = 0; i < n; i++) {
		if (!v[i].known)
			v[i].at = row.at;
	}
	return ERR_OK;
}

enum err
draft_op_open(struct ctx *c, struct dossier_id dossier, const char *object,
    struct sql_draft_open_rows *rows)
{
	return sql_draft_open(c->db, c->arena,
	    &(struct sql_draft_open_params){ .dossier_id = dossier, .object = object }, rows);
}

enum err
draft_op_close(struct ctx *c, struct dossier_id dossier, const char *object, const char *client,
    bool dropped, int64_t *closed)
{
	struct sql_draft_close_row row;

	MUST(sql_draft_close(c->db, c->arena,
	    &(struct sql_draft_close_params){
		.dossier_id = dossier, .object = object, .client = client, .dropped = dropped },
	    &row));
	if (closed != NULL)
		*closed = row.closed;
	return ERR_OK;
}

enum err
draft_op_list(struct ctx *c, struct dossier_id dossier, struct sql_draft_list_rows *rows)
{
	return sql_draft_list(
	    c->db, c->arena, &(struct sql_draft_list_params){ .dossier_id = dossier }, rows);
}

enum err
draft_op_deleted(
    struct ctx *c, struct dossier_id dossier, struct sql_draft_deleted_list_rows *rows)
{
	return sql_draft_deleted_list(c->db, c->arena,
	    &(struct sql_draft_deleted_list_params){ .dossier_id = dossier }, rows);
}
