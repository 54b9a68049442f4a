/* Filing a dossier: the rule, the closing time, the frozen copy and its receipt, in one transaction. */
#include "dossier/dossier_filing_op.h"

#include <inttypes.h>
#include <string.h>

#include "core/hash.h"
#include "core/json.h"
#include "core/str.h"
#include "receipt/receipt_op.h"
#include "dossier/dossier_file_op.h"
#include "mail/notice_op.h"
#include "registry/nominee_op.h"

/* --- the frozen copy ------------------------------------------------------------------------------------ */

static json_t *
frozen_nomination(struct ctx *c, const struct sql_dossier_freeze_nominations_row *n)
{
	struct birth born = { n->born_on, n->born_year_null ? 0 : n->born_year };

	return json_pack("{s:I,s:i,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:i}", "id",
	    (json_int_t)n->nomination_id.v, "ordinal", (int)n->ordinal, "kind",
	    nominee_kind_text(n->kind), "name", n->name, "gender",
	    n->gender_null ? "" : gender_text(n->gender), "born", birth_format(c->arena, born),
	    "position", n->position, "workplace", n->workplace, "award_code", n->award_code,
	    "award_name", n->award_name, "field", achievement_field_text(n->field),
	    "achievement", n->achievement, "version", (int)n->version);
}

static json_t *
frozen_attachment(const struct sql_dossier_attachments_row *t)
{
	return json_pack("{s:I,s:I,s:s,s:s,s:s,s:I,s:s}", "id", (json_int_t)t->attachment_id.v,
	    "nomination_id",
	    t->nomination_id_null ? (json_int_t)0 : (json_int_t)t->nomination_id.v, "document",
	    document_kind_text(t->document), "file_name", t->file_name, "content_type",
	    t->content_type, "size", (json_int_t)t->size, "sha256", t->sha256);
}

/* Canonical: keys sorted, no white space, UTF-8 as it is; the same content gives the same hash. */
static const char *
freeze(struct ctx *c, const struct sql_dossier_get_row *d, const char *receipt_no,
    struct timestamp at, const struct sql_dossier_freeze_nominations_rows *nominations,
    const struct sql_dossier_attachments_rows *files)
{
	json_t *doc = NULL, *list = json_array(), *evidence = json_array();

	for (size_t i = 0; i < nominations->n; i++)
		json_array_append_new(list, frozen_nomination(c, &nominations->v[i]));
	for (size_t i = 0; i < files->n; i++)
		json_array_append_new(evidence, frozen_attachment(&files->v[i]));
	doc = json_pack(
	    "{s:i,s:s,s:s,s:s,s:s,s:{s:I,s:s},s:{s:I,s:s},s:{s:I,s:s,s:s,s:s},s:o,s:o}",
	    "format", 1, "receipt_no", receipt_no, "filed_at",
	    timestamp_format_iso(c->arena, at), "filed_by", c->actor->full_name,
	    "filed_by_username", c->actor->username, "unit", "id", (json_int_t)d->unit_id.v,
	    "name", d->unit_name, "season", "id", (json_int_t)d->season_id.v, "name",
	    d->season_name, "dossier", "id", (json_int_t)d->dossier_id.v, "title", d->title,
	    "letter_no", d->letter_no, "letter_date", date_format_iso(c->arena, d->letter_date),
	    "nominations", list, "attachments", evidence);
	if (doc == NULL) {
		json_decref(list);
		json_decref(evidence);
		return NULL;
	}
	if (json_array_size(list) == nominations->n && json_array_size(evidence) == files->n)
		return json_text_sorted(c->arena, doc);
	json_decref(doc);
	return NULL;
}

/* --- use cases ------------------------------------------------------------------------------------------- */

static enum err
check_may_file(struct ctx *c, struct dossier_id id, int32_t version, int64_t count,
    struct sql_dossier_get_row *d, enum dossier_window *window)
{
	struct sql_dossier_lock_row lock;
	struct dossier_facts facts;
	struct evidence_checklist papers;
	struct dossier_check checks[DOSSIER_LACK_COUNT];

	MUST(dossier_op_get(c, id, d));
	if (!d->may_file)
		return ERR_FORBIDDEN;
	MUST(dossier_op_lock(c, id, &lock));
	/* Held now: what is read from here on cannot change before it is frozen. */
	MUST(dossier_op_get(c, id, d));
	if (!dossier_editable(d->state) || d->version != version ||
	    d->drafts + d->returned != count)
		return ERR_STALE;
	*window = dossier_window_at(d->state, d->opens_at, d->closes_at, lock.now);
	if (*window != DOSSIER_WINDOW_OPEN)
		return ERR_CONFLICT;
	MUST(evidence_op_missing(c, id, (struct nomination_id){ 0 }, &papers));
	dossier_facts_of(d, &papers, &facts);
	return dossier_missing(&facts, checks) == 0 ? ERR_OK : ERR_INVALID;
}

enum err
filing_op_submit(struct ctx *c, struct dossier_id id, int32_t version, int64_t count,
    enum dossier_window *window, struct filing_id *filing)
{
	struct sql_dossier_get_row d;
	struct sql_dossier_freeze_nominations_rows nominations;
	struct sql_dossier_attachments_rows files;
	struct sql_dossier_receipt_next_row next;
	struct sql_dossier_filing_insert_row row;
	struct nomination_id *ids;
	const char *receipt_no, *content, *sha256;
	int64_t affected, matched;

	*window = DOSSIER_WINDOW_OPEN;
	MUST(check_may_file(c, id, version, count, &d, window));
	/* Names that were only autosaved have no entry in the register yet. */
	MUST(nominee_op_match_dossier(c, id, &matched));
	MUST(sql_dossier_freeze_nominations(c->db, c->arena,
	    &(struct sql_dossier_freeze_nominations_params){ .dossier_id = id }, &nominations));
	MUST(file_op_list(c, id, (struct nomination_id){ 0 }, &files));
	MUST(sql_dossier_receipt_next(c->db, c->arena, &next));
	receipt_no = receipt_no_format(c->arena, date_of(d.now).year, next.number);
	content = freeze(c, &d, receipt_no, d.now, &nominations, &files);
	if (content == NULL)
		return ERR_INTERNAL;
	sha256 = sha256_hex(c->arena, sha256_of(content, strlen(content)));
	MUST(sql_dossier_filing_insert(c->db, c->arena,
	    &(struct sql_dossier_filing_insert_params){ .dossier_id = id,
		.unit_id = d.unit_id,
		.receipt_no = receipt_no,
		.nominations = (int32_t)nominations.n,
		.content = content,
		.sha256 = sha256 },
	    &row));
	*filing = row.filing_id;
	MUST(receipt_op_queue(c, row.filing_id));
	ids = arena_array(c->arena, nominations.n + 1, sizeof(*ids));
	for (size_t i = 0; i < nominations.n; i++)
		ids[i] = nominations.v[i].nomination_id;
	MUST(dossier_op_nominations_set_state(
	    c, ids, nominations.n, NOMINATION_STATE_SUBMITTED, ""));
	MUST(sql_dossier_set_state(c->db, c->arena,
	    &(struct sql_dossier_set_state_params){
		.dossier_id = id, .state = DOSSIER_STATE_SUBMITTED },
	    &affected));
	if (affected != 1)
		return ERR_CONFLICT;
	MUST(notice_op_filed(c, id, *filing, receipt_no, (int64_t)nominations.n, sha256));
	return audit_write(c, "dossier.submit", "dossier", id.v, d.unit_id,
	    arena_printf(c->arena,
		"{\"receipt_no\":\"%s\",\"nominations\":%zu,\"sha256\":\"%s\"}", receipt_no,
		nominations.n, sha256));
}

enum err
filing_op_get(struct ctx *c, struct dossier_id dossier, struct filing_id id,
    struct sql_dossier_filing_get_row *row)
{
	return sql_dossier_filing_get(c->db, c->arena,
	    &(struct sql_dossier_filing_get_params){ .filing_id = id, .dossier_id = dossier },
	    row);
}

enum err
filing_op_content(struct ctx *c, struct dossier_id dossier, struct filing_id id,
    struct sql_dossier_filing_content_row *row)
{
	return sql_dossier_filing_content(c->db, c->arena,
	    &(struct sql_dossier_filing_content_params){
		.filing_id = id, .dossier_id = dossier },
	    row);
}
