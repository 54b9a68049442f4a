/* Use cases of publication. */
#include "publication/publication_op.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/audit_json.h"
#include "core/hash.h"
#include "core/str.h"
#include "core/vietnamese.h"
#include "dossier/dossier_op.h"
#include "mail/notice_op.h"
#include "publication/compress.h"
#include "site/site_format.h"

/* The list as its page sees it, for who may publish there. */
static enum err
get_mine(struct ctx *c, struct honour_list_id id, struct sql_publication_get_row *row)
{
	MUST(publication_op_get(c, id, row));
	return authz_require(c, ROLE_BIT(ROLE_PUBLISHER), row->unit_id);
}

/* As above and held, so that two people cannot both go on from the same state. */
static enum err
lock_mine(struct ctx *c, struct honour_list_id id, int32_t version,
    struct sql_publication_get_row *row)
{
	struct sql_publication_lock_row lock;

	MUST(sql_publication_lock(c->db, c->arena,
	    &(struct sql_publication_lock_params){ .honour_list_id = id }, &lock));
	MUST(get_mine(c, id, row));
	return row->version == version ? ERR_OK : ERR_STALE;
}

static enum err
audit(struct ctx *c, const char *action, const struct sql_publication_get_row *row,
    json_t *detail)
{
	return audit_json(
	    c, action, "honour_list", row->honour_list_id.v, row->unit_id, detail);
}

enum err
publication_op_get(struct ctx *c, struct honour_list_id id, struct sql_publication_get_row *row)
{
	return sql_publication_get(
	    c->db, c->arena, &(struct sql_publication_get_params){ .honour_list_id = id }, row);
}

/* --- what the world sees ------------------------------------------------------------------------- */

/* Corrections so far, newest first; the coming one on top. */
static enum err
read_changes(struct ctx *c, bool coming, struct site_list *l)
{
	struct sql_publication_versions_rows rows;
	struct site_change *changes;

	MUST(sql_publication_versions(c->db, c->arena,
	    &(struct sql_publication_versions_params){ .slug = l->slug }, &rows));
	changes = arena_array(c->arena, rows.n + 1, sizeof(*changes));
	l->changes = changes;
	if (coming && l->version > 1)
		changes[l->nchanges++] =
		    (struct site_change){ l->version, l->at, l->correction };
	for (size_t i = rows.n; i-- > 0;) {
		if (rows.v[i].version == 1)
			l->first_at = rows.v[i].visible_from;
		if (rows.v[i].version == l->version)
			l->at = rows.v[i].visible_from;
		if (rows.v[i].version > 1)
			changes[l->nchanges++] = (struct site_change){ rows.v[i].version,
				rows.v[i].visible_from, rows.v[i].correction };
	}
	return ERR_OK;
}

enum err
publication_op_content(
    struct ctx *c, const struct sql_publication_get_row *row, struct site_list *l)
{
	struct sql_publication_content_entries_rows rows;
	struct site_entry *entries;
	bool out;

	out = row->state == LIST_STATE_PUBLISHED || row->state == LIST_STATE_REVOKED;
	*l = (struct site_list){ .slug = row->slug,
		.version = row->published_version + (out ? 0 : 1),
		.title = row->title,
		.introduction = row->introduction,
		.unit_code = row->unit_code,
		.unit_name = row->unit_name,
		.decision_no = row->decision_no,
		.decision_date = row->decided_on,
		.year = row->year,
		.correction = row->correction,
		.revoked = row->revoked_on.year != 0,
		.revoked_on = row->revoked_on };
	l->at = row->release_at.us > c->now.us ? row->release_at : c->now;
	l->first_at = l->at;
	MUST(read_changes(c, !out, l));
	MUST(sql_publication_content_entries(c->db, c->arena,
	    &(struct sql_publication_content_entries_params){
		.honour_list_id = row->honour_list_id },
	    &rows));
	entries = arena_array(c->arena, rows.n, sizeof(*entries));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_publication_content_entries_row *r = &rows.v[i];

		entries[i] = (struct site_entry){ .list_slug = row->slug,
			.anchor = r->anchor,
			.ordinal = r->ordinal,
			.kind = r->kind,
			.name = r->name,
			.position = r->position,
			.unit_code = r->unit_code,
			.unit_name = r->unit_name,
			.award_code = r->award_code,
			.award_name_vi = r->award_name_vi,
			.award_name_en = r->award_name_en,
			.field = r->field,
			.year = r->year,
			.achievement = r->achievement,
			.decision_no = r->decision_no,
			.decision_date = r->decision_date,
			.state = r->state,
			.note = r->note };
		if (r->state == ENTRY_STATE_REVOKED)
			entries[i].revoked_on = r->revoked_on;
	}
	l->v = entries;
	l->n = rows.n;
	return ERR_OK;
}

enum err
publication_op_published(struct ctx *c, struct honour_list_id id, struct site_list *l)
{
	struct sql_publication_published_row s;
	struct sql_publication_published_entries_rows rows;
	struct site_entry *entries;

	MUST(sql_publication_published(c->db, c->arena,
	    &(struct sql_publication_published_params){ .honour_list_id = id }, &s));
	*l = (struct site_list){ .slug = s.slug,
		.version = s.version,
		.title = s.title,
		.introduction = s.introduction,
		.unit_code = s.unit_code,
		.unit_name = s.unit_name,
		.decision_no = s.decision_no,
		.decision_date = s.decision_date,
		.year = s.year,
		.correction = s.correction,
		.revoked = s.revoked,
		.revoked_on = s.revoked_on,
		.at = s.visible_from,
		.first_at = s.first_from };
	MUST(read_changes(c, false, l));
	MUST(sql_publication_published_entries(c->db, c->arena,
	    &(struct sql_publication_published_entries_params){
		.slug = s.slug, .list_version = s.version },
	    &rows));
	entries = arena_array(c->arena, rows.n, sizeof(*entries));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_publication_published_entries_row *r = &rows.v[i];

		entries[i] = (struct site_entry){ .list_slug = l->slug,
			.anchor = r->anchor,
			.ordinal = r->ordinal,
			.kind = r->kind,
			.name = r->name,
			.position = r->position,
			.unit_code = r->unit_code,
			.unit_name = r->unit_name,
			.award_code = r->award_code,
			.award_name_vi = r->award_name_vi,
			.award_name_en = r->award_name_en,
			.field = r->field,
			.year = r->year,
			.achievement = r->achievement,
			.decision_no = r->decision_no,
			.decision_date = r->decision_date,
			.state = r->state,
			.revoked_on = r->revoked_on,
			.note = r->note };
	}
	l->v = entries;
	l->n = rows.n;
	return ERR_OK;
}

/* --- preparing -------------------------------------------------------------------------------------- */

static enum err
add_entries(struct ctx *c, struct decision_id decision, struct honour_list_id id, int64_t *n)
{
	struct sql_publication_decision_honours_rows rows;
	json_t *list = json_array();

	MUST(sql_publication_decision_honours(c->db, c->arena,
	    &(struct sql_publication_decision_honours_params){ .decision_id = decision },
	    &rows));
	for (size_t i = 0; i < rows.n; i++)
		json_array_append_new(list,
		    json_pack("{s:I, s:s}", "honour_id", (json_int_t)rows.v[i].honour_id.v,
			"anchor",
			publication_anchor(c->arena, rows.v[i].ordinal, rows.v[i].name)));
	return sql_publication_entries_insert(c->db, c->arena,
	    &(struct sql_publication_entries_insert_params){
		.honour_list_id = id, .rows = json_text(c->arena, list) },
	    n);
}

enum err
publication_op_create(struct ctx *c, struct decision_id decision, const char *title,
    const char *introduction, struct honour_list_id *id)
{
	struct sql_publication_decision_row d;
	struct sql_publication_insert_params p = {
		.decision_id = decision, .title = title, .introduction = introduction
	};
	struct sql_publication_insert_row row;
	int64_t n;
	enum err err;

	MUST(sql_publication_decision(c->db, c->arena,
	    &(struct sql_publication_decision_params){ .decision_id = decision }, &d));
	MUST(authz_require(c, ROLE_BIT(ROLE_PUBLISHER), d.unit_id));
	if (!d.honour_list_id_null)
		return ERR_CONFLICT;
	p.slug = publication_slug(c->arena, title, 0);
	MUST(db_savepoint(c->db));
	err = sql_publication_insert(c->db, c->arena, &p, &row);
	if (err == ERR_CONFLICT &&
	    str_eq(db_last_constraint(c->db), "honour_list_slug_unique")) {
		db_rollback_to_savepoint(c->db);
		p.slug = publication_slug(c->arena, title, decision.v);
		err = sql_publication_insert(c->db, c->arena, &p, &row);
	}
	MUST(err);
	*id = row.honour_list_id;
	MUST(add_entries(c, decision, *id, &n));
	return audit_json(c, "publication.create", "honour_list", id->v, d.unit_id,
	    json_pack("{s:s, s:s, s:I}", "title", title, "decision", d.number, "entries",
		(json_int_t)n));
}

enum err
publication_op_update(struct ctx *c, struct honour_list_id id, int32_t version,
    const char *title, const char *introduction, const char *correction)
{
	struct sql_publication_get_row row;
	int64_t n;

	MUST(lock_mine(c, id, version, &row));
	if (row.state != LIST_STATE_DRAFT)
		return ERR_CONFLICT;
	MUST(sql_publication_update(c->db, c->arena,
	    &(struct sql_publication_update_params){ .honour_list_id = id,
		.version = version,
		.title = title,
		.introduction = introduction,
		.correction = correction },
	    &n));
	if (n == 0)
		return ERR_STALE;
	return audit(c, "publication.update", &row,
	    json_pack("{s:s, s:s}", "before", row.title, "after", title));
}

enum err
publication_op_entry(struct ctx *c, struct honour_list_id id, struct honour_id honour,
    int32_t version, const struct entry_input *in)
{
	struct sql_publication_get_row row;
	struct sql_publication_lock_row lock;
	struct sql_publication_entry_get_row e;
	struct sql_publication_entry_update_params p = { .honour_list_id = id,
		.honour_id = honour,
		.version = version,
		.shown = in->shown,
		.achievement = in->achievement };
	int64_t n;

	MUST(sql_publication_lock(c->db, c->arena,
	    &(struct sql_publication_lock_params){ .honour_list_id = id }, &lock));
	MUST(get_mine(c, id, &row));
	MUST(sql_publication_entry_get(c->db, c->arena,
	    &(struct sql_publication_entry_get_params){
		.honour_list_id = id, .honour_id = honour },
	    &e));
	if (row.state != LIST_STATE_DRAFT)
		return ERR_CONFLICT;
	/* What was public is revoked, never taken out; names are corrected, never changed before they are out. */
	if (row.published_version == 0) {
		if (in->revoked || in->name != NULL || in->position != NULL)
			return ERR_CONFLICT;
	} else {
		if (in->shown != e.shown)
			return ERR_CONFLICT;
		p.name = in->name;
		p.position = in->position;
		p.note = in->note;
		if (in->revoked)
			p.revoked_on = e.revoked_on.year != 0 ? e.revoked_on : date_of(c->now);
	}
	p.left_out_reason = in->shown ? NULL : in->left_out_reason;
	MUST(sql_publication_entry_update(c->db, c->arena, &p, &n));
	if (n == 0)
		return ERR_STALE;
	return audit(c, "publication.entry", &row,
	    json_pack("{s:I, s:i, s:b, s:b, s:s}", "honour_id", (json_int_t)honour.v, "ordinal",
		(int)e.ordinal, "shown", in->shown, "revoked", in->revoked, "reason",
		!in->shown             ? in->left_out_reason
		    : in->note != NULL ? in->note
				       : ""));
}

enum err
publication_op_prepare(struct ctx *c, struct honour_list_id id, int32_t version)
{
	struct sql_publication_get_row row;
	struct site_list l;
	const char *sha;
	int64_t n;

	MUST(lock_mine(c, id, version, &row));
	if (row.state != LIST_STATE_DRAFT)
		return ERR_CONFLICT;
	MUST(publication_op_content(c, &row, &l));
	if (l.n == 0 || (row.published_version > 0 && row.correction[0] == '\0'))
		return ERR_INVALID;
	sha = publication_hash(c->arena, &l);
	MUST(sql_publication_set_prepared(c->db, c->arena,
	    &(struct sql_publication_set_prepared_params){
		.honour_list_id = id, .version = version, .content_sha256 = sha },
	    &n));
	if (n == 0)
		return ERR_STALE;
	return audit(c, "publication.prepare", &row,
	    json_pack("{s:s, s:I}", "sha256", sha, "entries", (json_int_t)l.n));
}

enum err
publication_op_reopen(struct ctx *c, struct honour_list_id id, int32_t version)
{
	struct sql_publication_get_row row;
	int64_t n;

	MUST(lock_mine(c, id, version, &row));
	if (row.state != LIST_STATE_PREPARED && row.state != LIST_STATE_CONFIRMED)
		return ERR_CONFLICT;
	MUST(sql_publication_set_draft(c->db, c->arena,
	    &(struct sql_publication_set_draft_params){ .honour_list_id = id }, &n));
	return audit(c, "publication.reopen", &row, json_object());
}

enum err
publication_op_confirm(
    struct ctx *c, struct honour_list_id id, int32_t version, const char *sha256)
{
	struct sql_publication_get_row row;
	struct site_list l;
	int64_t n;

	MUST(lock_mine(c, id, version, &row));
	if (row.state != LIST_STATE_PREPARED)
		return ERR_CONFLICT;
	if (row.prepared_by_me) {
		c->why = T(
		    "Bạn là người chuẩn bị danh sách này. Người xác nhận phải là một người khác.");
		return ERR_FORBIDDEN;
	}
	MUST(publication_op_content(c, &row, &l));
	if (!str_eq(publication_hash(c->arena, &l), row.content_sha256) ||
	    !str_eq(sha256, row.content_sha256))
		return ERR_CONFLICT;
	MUST(sql_publication_set_confirmed(c->db, c->arena,
	    &(struct sql_publication_set_confirmed_params){
		.honour_list_id = id, .version = version, .content_sha256 = sha256 },
	    &n));
	if (n == 0)
		return ERR_STALE;
	return audit(c, "publication.confirm", &row, json_pack("{s:s}", "sha256", sha256));
}

enum err
publication_op_publish(
    struct ctx *c, struct honour_list_id id, int32_t version, struct timestamp at)
{
	struct sql_publication_get_row row;
	struct sql_publication_job_insert_row job;
	struct site_list l;
	int64_t n;

	MUST(lock_mine(c, id, version, &row));
	if (row.state != LIST_STATE_CONFIRMED)
		return ERR_CONFLICT;
	MUST(publication_op_content(c, &row, &l));
	if (!str_eq(publication_hash(c->arena, &l), row.content_sha256))
		return ERR_CONFLICT;
	if (at.us == 0)
		at = c->now;
	MUST(sql_publication_job_insert(c->db, c->arena,
	    &(struct sql_publication_job_insert_params){ .honour_list_id = id }, &job));
	MUST(sql_publication_set_publishing(c->db, c->arena,
	    &(struct sql_publication_set_publishing_params){ .honour_list_id = id,
		.version = version,
		.job_id = job.job_id,
		.release_at = at },
	    &n));
	if (n == 0)
		return ERR_STALE;
	return audit(c, "publication.publish", &row,
	    json_pack("{s:s, s:s, s:i}", "sha256", row.content_sha256, "visible_from",
		timestamp_format_iso(c->arena, row.published_version == 0 ? at : c->now),
		"version", (int)row.published_version + 1));
}

enum err
publication_op_correct(
    struct ctx *c, struct honour_list_id id, int32_t version, const char *text, bool revoke)
{
	struct sql_publication_get_row row;
	struct sql_publication_open_correction_params p = {
		.honour_list_id = id, .version = version, .correction = text
	};
	int64_t n;

	MUST(lock_mine(c, id, version, &row));
	if (row.state != LIST_STATE_PUBLISHED)
		return ERR_CONFLICT;
	if (revoke)
		p.revoked_on = date_of(c->now);
	MUST(sql_publication_open_correction(c->db, c->arena, &p, &n));
	if (n == 0)
		return ERR_STALE;
	return audit(c, revoke ? "publication.revoke" : "publication.correct", &row,
	    json_pack("{s:s, s:i}", "text", text, "version", (int)row.published_version + 1));
}

/* --- rendering ----------------------------------------------------------------------------------------- */

static const char *
entries_json(struct arena *a, const struct site_list *l)
{
	json_t *rows = json_array();

	for (size_t i = 0; i < l->n; i++) {
		const struct site_entry *e = &l->v[i];
		json_t *o = json_object();

		json_object_set_new(o, "anchor", json_string(e->anchor));
		json_object_set_new(o, "ordinal", json_integer(e->ordinal));
		json_object_set_new(o, "kind", json_string(nominee_kind_text(e->kind)));
		json_object_set_new(o, "name", json_string(e->name));
		json_object_set_new(o, "name_folded", json_string(vn_fold(a, e->name)));
		json_object_set_new(o, "position", json_string(e->position));
		json_object_set_new(o, "unit_code", json_string(e->unit_code));
		json_object_set_new(o, "unit_name", json_string(e->unit_name));
		json_object_set_new(o, "award_code", json_string(e->award_code));
		json_object_set_new(o, "award_name_vi", json_string(e->award_name_vi));
		json_object_set_new(o, "award_name_en", json_string(e->award_name_en));
		json_object_set_new(o, "field", json_string(achievement_field_text(e->field)));
		json_object_set_new(o, "year", json_integer(e->year));
		json_object_set_new(o, "achievement", json_string(e->achievement));
		json_object_set_new(o, "decision_no", json_string(e->decision_no));
		json_object_set_new(
		    o, "decision_date", json_string(date_format_iso(a, e->decision_date)));
		json_object_set_new(o, "state", json_string(entry_state_text(e->state)));
		if (e->revoked_on.year != 0)
			json_object_set_new(
			    o, "revoked_on", json_string(date_format_iso(a, e->revoked_on)));
		json_object_set_new(o, "note", json_string(e->note));
		json_object_set_new(o, "search_folded", json_string(site_search_text(a, e)));
		json_array_append_new(rows, o);
	}
	return json_text(a, rows);
}

static enum err
write_site(struct ctx *c, const struct sql_publication_get_row *row, struct site_list *l)
{
	struct sql_publication_site_list_insert_row at;
	int64_t n;

	MUST(sql_publication_site_list_insert(c->db, c->arena,
	    &(struct sql_publication_site_list_insert_params){ .slug = l->slug,
		.list_version = l->version,
		.title = l->title,
		.introduction = l->introduction,
		.unit_code = l->unit_code,
		.unit_name = l->unit_name,
		.decision_no = l->decision_no,
		.decision_date = l->decision_date,
		.year = l->year,
		.entries = (int32_t)l->n,
		.release_at = row->release_at,
		.correction = l->correction,
		.revoked_on = l->revoked_on },
	    &at));
	l->at = at.visible_from;
	if (l->version == 1)
		l->first_at = l->at;
	l->nchanges = 0;
	MUST(read_changes(c, false, l));
	MUST(sql_publication_site_words_delete(c->db, c->arena,
	    &(struct sql_publication_site_words_delete_params){ .slug = l->slug }, NULL));
	MUST(sql_publication_site_entries_retire(c->db, c->arena,
	    &(struct sql_publication_site_entries_retire_params){ .slug = l->slug }, NULL));
	MUST(sql_publication_site_entries_insert(c->db, c->arena,
	    &(struct sql_publication_site_entries_insert_params){ .slug = l->slug,
		.list_version = l->version,
		.visible_from = l->at,
		.rows = entries_json(c->arena, l) },
	    &n));
	if (n != (int64_t)l->n)
		return ERR_INTERNAL;
	MUST(sql_publication_site_words_insert(c->db, c->arena,
	    &(struct sql_publication_site_words_insert_params){
		.slug = l->slug, .list_version = l->version },
	    NULL));
	return sql_publication_site_facets_upsert(c->db, c->arena,
	    &(struct sql_publication_site_facets_upsert_params){
		.slug = l->slug, .list_version = l->version },
	    NULL);
}

enum err
publication_op_render_begin(struct ctx *c, struct honour_list_id id,
    struct sql_publication_get_row *row, struct site_list *l, bool *go)
{
	struct sql_publication_lock_row lock;
	int64_t n;

	*go = false;
	MUST(sql_publication_lock(c->db, c->arena,
	    &(struct sql_publication_lock_params){ .honour_list_id = id }, &lock));
	MUST(get_mine(c, id, row));
	if (row->state != LIST_STATE_PUBLISHING)
		return ERR_OK;
	MUST(publication_op_content(c, row, l));
	if (!str_eq(publication_hash(c->arena, l), row->content_sha256)) {
		/* Nobody confirmed this: back to the people, who see what it is now. */
		MUST(sql_publication_set_draft(c->db, c->arena,
		    &(struct sql_publication_set_draft_params){ .honour_list_id = id }, &n));
		return audit(c, "publication.changed", row,
		    json_pack("{s:s}", "confirmed", row->content_sha256));
	}
	*go = true;
	return write_site(c, row, l);
}

enum err
publication_op_store(struct ctx *c, const struct site_list *l, const char *path,
    const char *content_type, const char *policy, const struct buf *plain)
{
	struct sql_publication_artifact_insert_params p = { .path = path,
		.list_version = l->version,
		.slug = l->slug,
		.content_type = content_type,
		.policy = policy,
		.visible_from = l->at };
	struct arena *a = arena_new();
	struct buf gzip = { 0 }, brotli = { 0 };
	enum err err;

	p.plain = (struct bytes){ (const unsigned char *)plain->p, plain->len };
	if (compress_gzip(plain, &gzip))
		p.gzip = (struct bytes){ (const unsigned char *)gzip.p, gzip.len };
	if (compress_brotli(plain, &brotli))
		p.brotli = (struct bytes){ (const unsigned char *)brotli.p, brotli.len };
	p.etag = arena_printf(a, "\"%.32s\"", sha256_hex(a, sha256_of(plain->p, plain->len)));
	err = sql_publication_artifact_insert(c->db, a, &p, NULL);
	buf_free(&gzip);
	buf_free(&brotli);
	arena_free(a);
	return err;
}

/* Nominations whose state is one of from go to a state. */
static enum err
move(struct ctx *c, const struct sql_publication_nominations_rows *rows, bool revoked,
    bool corrected, enum nomination_state to, const char *reason)
{
	struct nomination_id *ids = arena_array(c->arena, rows->n, sizeof(*ids));
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct sql_publication_nominations_row *r = &rows->v[i];
		bool fits = false;

		if (r->revoked != revoked || (!revoked && r->corrected != corrected))
			continue;
		if (to == NOMINATION_STATE_PUBLISHED)
			fits = r->state == NOMINATION_STATE_DECIDED;
		else if (to == NOMINATION_STATE_CORRECTED)
			fits = r->state == NOMINATION_STATE_PUBLISHED;
		else
			fits = r->state == NOMINATION_STATE_DECIDED ||
			    r->state == NOMINATION_STATE_PUBLISHED ||
			    r->state == NOMINATION_STATE_CORRECTED;
		if (fits)
			ids[n++] = r->nomination_id;
	}
	return dossier_op_nominations_set_state(c, ids, n, to, reason);
}

enum err
publication_op_render_end(
    struct ctx *c, const struct sql_publication_get_row *row, const struct site_list *l)
{
	struct sql_publication_nominations_rows rows;
	struct nomination_id *ids;
	int64_t n;

	MUST(sql_publication_nominations(c->db, c->arena,
	    &(struct sql_publication_nominations_params){
		.honour_list_id = row->honour_list_id, .list_version = l->version },
	    &rows));
	MUST(move(c, &rows, false, false, NOMINATION_STATE_PUBLISHED, ""));
	MUST(move(c, &rows, false, true, NOMINATION_STATE_CORRECTED, l->correction));
	MUST(move(c, &rows, true, false, NOMINATION_STATE_REVOKED, l->correction));
	MUST(sql_publication_set_published(c->db, c->arena,
	    &(struct sql_publication_set_published_params){
		.honour_list_id = row->honour_list_id, .published_version = l->version },
	    &n));
	if (n != 1)
		return ERR_INTERNAL;
	MUST(sql_publication_generation_bump(c->db, c->arena, &n));
	c->published = true;
	ids = arena_array(c->arena, rows.n + 1, sizeof(*ids));
	for (size_t i = 0; i < rows.n; i++)
		ids[i] = rows.v[i].nomination_id;
	MUST(notice_op_published(c, row->honour_list_id, (int32_t)l->version, l->title,
	    site_list_path(c->arena, LANG_VI, l->slug), l->at, ids, rows.n));
	return audit(c, "publication.published", row,
	    json_pack("{s:i, s:s, s:I}", "version", (int)l->version, "visible_from",
		timestamp_format_iso(c->arena, l->at), "entries", (json_int_t)l->n));
}
