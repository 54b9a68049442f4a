/* Drafts of the forms of a dossier: autosave, what comes back, merging, putting back what was deleted. */
#include "dossier/dossier_draft_page.h"

#include <inttypes.h>
#include <string.h>

#include "app/audit_json.h"
#include "core/hash.h"
#include "core/str.h"
#include "core/utf8.h"
#include "dossier/dossier_page.h"

#define BASE_MAX 60000 /* characters of the JSON of a form's base */
#define JOURNAL_RATE \
	32768 /* bytes a second that one account may send for long, as they come in */
#define JOURNAL_BURST INT64_C(67108864) /* bytes before that counts */
#define SECOND_US     INT64_C(1000000)

/* --- shared --------------------------------------------------------------------------------------- */

const char *
draft_closed(enum dossier_state state, struct timestamp opens_at, struct timestamp closes_at,
    struct timestamp now)
{
	if (!dossier_editable(state))
		return T("Hồ sơ đã được nộp");
	if (dossier_window_at(state, opens_at, closes_at, now) == DOSSIER_WINDOW_CLOSED)
		return T("Đã hết hạn nộp hồ sơ");
	return NULL;
}

static const char *
closed_nomination(const char *closed, enum dossier_state dossier, enum nomination_state state)
{
	if (closed == NULL && !nomination_editable(dossier, state))
		return T("Trường hợp này không sửa được nữa");
	return closed;
}

static const char *
closed_new(const char *closed, enum dossier_state dossier)
{
	if (closed == NULL && dossier != DOSSIER_STATE_DRAFT)
		return T("Hồ sơ bị trả lại chỉ được sửa, không thêm được trường hợp mới");
	return closed;
}

static const char *
closed_declaration(enum dossier_state dossier, enum nomination_state state)
{
	if (!dossier_editable(dossier))
		return T("Hồ sơ đã được nộp");
	return closed_nomination(NULL, dossier, state);
}

static void
present_nomination(struct web_req *req, const struct nomination_input *in,
    const struct field_spec *fields, size_t n, const char **present)
{
	for (size_t i = 0; i < n; i++)
		present[i] = nomination_field_text(req->arena, in, fields[i].name);
}

static void
present_dossier(struct web_req *req, const struct dossier_input *in,
    const struct field_spec *fields, size_t n, const char **present)
{
	for (size_t i = 0; i < n; i++)
		present[i] = dossier_field_text(req->arena, in, fields[i].name);
}

/* "10:42:07" and "10:42:07 23/11/2026" in Ho Chi Minh City, from "2026-11-23T10:42:07+07:00". */
static const char *
clock_text(struct arena *a, struct timestamp t)
{
	const char *iso = timestamp_format_iso(a, t);

	return strlen(iso) >= 19 ? arena_strndup(a, iso + 11, 8) : "";
}

static const char *
moment_text(struct arena *a, struct timestamp t)
{
	return t.us != 0
	    ? arena_printf(a, "%s %s", clock_text(a, t), date_format(a, date_of(t)))
	    : "";
}

/* --- autosave --------------------------------------------------------------------------------------- */

struct save {
	struct web_req *req;
	struct form *form;
	struct draft_object object;
	struct sql_draft_hold_row d;
	const char *client;
	bool keep_only;
	struct draft_change v[FIELDS_MAX];
	int place[FIELDS_MAX]; /* of each change in fields */
	size_t n;
	const struct field_spec *fields;
	size_t nfields;
	const char *closed;
	const char *present[FIELDS_MAX]; /* of each field; NULL without a record */
};

static bool
known_name(const char *name)
{
	static const char *const names[] = { "csrf", "once", "client", "object", "keep" };
	static const char *const prefixes[] = { "value.", "base.", "seq.", "at." };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (str_eq(name, names[i]))
			return true;
	}
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		if (str_starts(name, prefixes[i]))
			return true;
	}
	return false;
}

static const char *
part(struct save *s, const char *prefix, const char *field)
{
	return form_value(s->form, arena_printf(s->req->arena, "%s.%s", prefix, field));
}

static enum err
read_change(struct save *s, const char *field)
{
	struct draft_change *v = &s->v[s->n];
	int place = field_find(s->fields, s->nfields, field);
	int64_t ms = 0;

	if (place < 0 || s->n == FIELDS_MAX)
		return ERR_BAD_REQUEST;
	for (size_t i = 0; i < s->n; i++) {
		if (s->place[i] == place)
			return ERR_BAD_REQUEST;
	}
	s->place[s->n++] = place;
	v->field = s->fields[place].name;
	v->value = part(s, "value", field);
	v->base = field_canonical(s->req->arena, &s->fields[place], part(s, "base", field),
	    date_of(s->req->ctx->now));
	if (utf8_length(v->value) > DRAFT_VALUE_MAX || utf8_length(v->base) > DRAFT_VALUE_MAX)
		return ERR_TOO_LARGE;
	MUST(parse_i64(part(s, "seq", field), 1, INT64_MAX, &v->seq) == ERR_OK
		? ERR_OK
		: ERR_BAD_REQUEST);
	if (parse_i64(part(s, "at", field), 1, 7258118400000, &ms) == ERR_OK)
		v->client_at.us = ms * 1000;
	return ERR_OK;
}

static enum err
read_changes(struct save *s)
{
	const struct web_params *params = &s->req->form;

	for (size_t i = 0; i < params->n; i++) {
		if (!known_name(params->v[i].name))
			return ERR_BAD_REQUEST;
		if (str_starts(params->v[i].name, "value."))
			MUST(read_change(s, params->v[i].name + 6));
	}
	return s->n > 0 ? ERR_OK : ERR_BAD_REQUEST;
}

/*
 * A form as if it had been sent whole: the changes as typed, the rest as it stands.  Its readers then say of
 * each change what they would say of the form.
 */
static struct form *
typed_form(struct save *s)
{
	struct web_req *sub = arena_memdup(s->req->arena, s->req, sizeof(*s->req));
	struct web_param *v = arena_array(s->req->arena, s->nfields + 1, sizeof(*v));

	for (size_t i = 0; i < s->nfields; i++)
		v[i] = (struct web_param){ .name = s->fields[i].name,
			.value = s->present[i] != NULL ? s->present[i] : "" };
	for (size_t i = 0; i < s->n; i++)
		v[s->place[i]].value = s->v[i].value;
	for (size_t i = 0; i < s->nfields; i++)
		v[i].length = strlen(v[i].value);
	sub->form = (struct web_params){ v, s->nfields };
	sub->nfiles = 0;
	return form_new(sub);
}

/* What becomes of each change.  f: the readers' verdicts; NULL where there is nothing to write to. */
static enum err
decide(struct save *s, const struct form *f)
{
	struct arena *a = s->req->arena;
	struct date today = date_of(s->req->ctx->now);
	bool own[FIELDS_MAX] = { false }, ask = false;
	struct draft_facts facts[FIELDS_MAX];

	for (size_t i = 0; i < s->n; i++) {
		struct draft_change *v = &s->v[i];
		const char *typed =
		    field_canonical(a, &s->fields[s->place[i]], v->value, today);

		v->present = s->present[s->place[i]];
		v->message = f != NULL ? form_message_of(f, v->field) : NULL;
		facts[i] = (struct draft_facts){ .closed = s->closed != NULL,
			.record = f != NULL,
			.base_stands = v->present == NULL || str_eq(v->present, v->base),
			.value_stands = str_eq(v->present, typed),
			.valid = v->message == NULL,
			.keep_only = s->keep_only };
		ask = ask || (!facts[i].base_stands && !facts[i].value_stands);
	}
	if (ask)
		MUST(draft_op_last(
		    s->req->ctx, s->d.dossier_id, s->object.text, s->client, s->v, s->n, own));
	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].known)
			continue;
		facts[i].own_last = own[i];
		s->v[i].outcome = draft_decide(&facts[i]);
		if (s->v[i].outcome == DRAFT_OUTCOME_APPLIED)
			s->v[i].value =
			    field_canonical(a, &s->fields[s->place[i]], s->v[i].value, today);
	}
	return ERR_OK;
}

static bool
applies(const struct save *s, size_t i)
{
	return !s->v[i].known && s->v[i].outcome == DRAFT_OUTCOME_APPLIED &&
	    !str_eq(s->v[i].value, s->v[i].present);
}

static void
now_present(struct save *s)
{
	for (size_t i = 0; i < s->n; i++) {
		if (applies(s, i))
			s->v[i].present = s->v[i].value;
	}
}

static enum err
save_nomination(struct save *s)
{
	struct sql_draft_hold_nomination_row n;
	struct nomination_id id = { s->object.nomination_id };
	struct nomination_input in, typed = { 0 };
	struct form *f;
	bool found, deleted, awards = false, dirty = false;

	MUST(draft_op_hold_nomination(s->req->ctx, s->d.dossier_id, id, &n, &found));
	if (!found) {
		MUST(draft_op_was_deleted(s->req->ctx, s->d.dossier_id, id, &deleted));
		if (!deleted)
			return ERR_NOT_FOUND;
		s->closed = T("Trường hợp này đã bị xóa khỏi danh sách");
		s->fields = nomination_fields(NOMINEE_KIND_PERSON, &s->nfields);
		MUST(read_changes(s));
		MUST(draft_op_known(s->req->ctx, s->client, s->v, s->n));
		return decide(s, NULL);
	}
	s->closed = closed_nomination(s->closed, s->d.state, n.state);
	s->fields = nomination_fields(n.kind, &s->nfields);
	nomination_input_of_hold(&in, &n);
	present_nomination(s->req, &in, s->fields, s->nfields, s->present);
	MUST(read_changes(s));
	MUST(draft_op_known(s->req->ctx, s->client, s->v, s->n));
	for (size_t i = 0; i < s->n; i++)
		awards = awards || str_eq(s->v[i].field, "award_type_id");
	f = typed_form(s);
	MUST(nomination_form_read(s->req, f, n.kind, awards, &typed));
	MUST(decide(s, f));
	for (size_t i = 0; i < s->n; i++) {
		if (!applies(s, i))
			continue;
		nomination_field_copy(&in, &typed, s->v[i].field);
		dirty = true;
	}
	if (dirty)
		MUST(nomination_op_write(s->req->ctx, id, n.version, &in));
	now_present(s);
	return ERR_OK;
}

static enum err
save_dossier(struct save *s)
{
	struct dossier_input in, typed = { 0 };
	struct form *f;
	bool season = false, dirty = false;
	enum err err;

	s->fields = dossier_fields(s->d.state == DOSSIER_STATE_DRAFT, &s->nfields);
	dossier_input_of_hold(&in, &s->d);
	present_dossier(s->req, &in, s->fields, s->nfields, s->present);
	MUST(read_changes(s));
	MUST(draft_op_known(s->req->ctx, s->client, s->v, s->n));
	for (size_t i = 0; i < s->n; i++)
		season = season || str_eq(s->v[i].field, "season_id");
	f = typed_form(s);
	dossier_form_read(f, &typed, season, date_of(s->req->ctx->now));
	MUST(decide(s, f));
	for (size_t i = 0; i < s->n; i++) {
		if (!applies(s, i))
			continue;
		dossier_field_copy(&in, &typed, s->v[i].field);
		dirty = true;
	}
	if (dirty) {
		MUST(db_savepoint(s->req->ctx->db));
		err = dossier_op_write(s->req->ctx, s->d.dossier_id, s->d.version, &in);
		if (dossier_known_refusal(s->req, f, err)) {
			/* A number another dossier has: kept, with the reason, like any other wrong value. */
			db_rollback_to_savepoint(s->req->ctx->db);
			for (size_t i = 0; i < s->n; i++) {
				if (!applies(s, i))
					continue;
				s->v[i].outcome = DRAFT_OUTCOME_KEPT;
				s->v[i].message = form_message_of(f, s->v[i].field);
			}
			return ERR_OK;
		}
		MUST(err);
	}
	now_present(s);
	return ERR_OK;
}

/*
 * Only its button writes such a form.  What this person typed last stands for the record, so that two tabs of
 * one draft meet.
 */
static enum err
save_kept(struct save *s)
{
	struct sql_draft_open_rows rows;

	MUST(draft_op_open(s->req->ctx, s->d.dossier_id, s->object.text, &rows));
	for (size_t r = 0; r < rows.n; r++) {
		int place = field_find(s->fields, s->nfields, rows.v[r].field);

		if (place >= 0 && !str_eq(rows.v[r].client, s->client))
			s->present[place] = field_canonical(s->req->arena, &s->fields[place],
			    rows.v[r].value, date_of(s->req->ctx->now));
	}
	MUST(read_changes(s));
	MUST(draft_op_known(s->req->ctx, s->client, s->v, s->n));
	return decide(s, NULL);
}

static enum err
save_new(struct save *s)
{
	s->closed = closed_new(s->closed, s->d.state);
	s->fields = nomination_fields(s->object.nominee, &s->nfields);
	return save_kept(s);
}

/* About a nomination that is there; the closing time says nothing about what is declared. */
static enum err
save_declaration(struct save *s)
{
	struct sql_draft_hold_nomination_row n;
	struct nomination_id id = { s->object.nomination_id };
	bool found, deleted;

	MUST(draft_op_hold_nomination(s->req->ctx, s->d.dossier_id, id, &n, &found));
	if (found) {
		s->closed = closed_declaration(s->d.state, n.state);
	} else {
		MUST(draft_op_was_deleted(s->req->ctx, s->d.dossier_id, id, &deleted));
		if (!deleted)
			return ERR_NOT_FOUND;
		s->closed = T("Trường hợp này đã bị xóa khỏi danh sách");
	}
	s->fields = declaration_fields(s->object.declaration, &s->nfields);
	MUST(save_kept(s));
	/* One more of them begins empty: what was typed and taken back is nothing unfinished. */
	for (size_t i = 0; i < s->n && s->object.declaration != DRAFT_CLAIM; i++) {
		if (!s->v[i].known && s->v[i].outcome == DRAFT_OUTCOME_KEPT &&
		    s->v[i].value[0] == '\0')
			s->v[i].outcome = DRAFT_OUTCOME_DROPPED;
	}
	return ERR_OK;
}

static json_t *
answer_field(struct save *s, const struct draft_change *v)
{
	struct arena *a = s->req->arena;
	json_t *o = json_pack("{s:I,s:s,s:s}", "seq", (json_int_t)v->seq, "outcome",
	    draft_outcome_text(v->outcome), "time", clock_text(a, v->at));

	if (o == NULL)
		return NULL;
	if (v->present != NULL)
		json_object_set_new(o, "present", json_string(v->present));
	if (v->outcome == DRAFT_OUTCOME_KEPT && v->message != NULL)
		json_object_set_new(o, "message", json_string(v->message));
	if (v->outcome == DRAFT_OUTCOME_CONFLICT && v->who != NULL) {
		json_object_set_new(o, "who", json_string(v->who));
		json_object_set_new(o, "when", json_string(moment_text(a, v->who_at)));
	}
	return o;
}

static json_t *
answer_new(struct save *s)
{
	struct ctx *c = s->req->ctx;

	return json_pack("{s:s,s:s,s:s}", "account",
	    arena_printf(c->arena, "%" PRId64, c->actor->account_id.v), "at",
	    timestamp_format_iso(c->arena, s->d.now), "time", clock_text(c->arena, s->d.now));
}

static enum err
answer(struct save *s, struct web_res *res)
{
	json_t *doc = answer_new(s), *fields = json_object();
	bool refused = false;

	for (size_t i = 0; i < s->n; i++) {
		refused = refused || s->v[i].outcome == DRAFT_OUTCOME_LATE ||
		    s->v[i].outcome == DRAFT_OUTCOME_CONFLICT;
		json_object_set_new(fields, s->v[i].field, answer_field(s, &s->v[i]));
	}
	json_object_set_new(doc, "fields", fields);
	if (s->closed != NULL)
		json_object_set_new(doc, "closed", json_string(tr(s->req->lang, s->closed)));
	MUST(web_json(res, doc));
	if (!refused)
		return ERR_OK;
	/* Refused, and kept in the journal: both are true, so the answer is 409 and the journal is written. */
	res->keep = true;
	return ERR_CONFLICT;
}

/*
 * The journal keeps everything it gets: an account may send it so much at once and then no faster than the quickest
 * typist of the longest text, or it fills the disk.  What has to wait stays in the browser, which sends it again.
 */
static enum err
keep_pace(struct web_req *req)
{
	static struct brake brake; /* of this worker */
	uint64_t key = brake_key(req->ctx->actor->username);
	struct timestamp now = req->ctx->now;

	if (!brake_allows(&brake, key, now, JOURNAL_BURST / JOURNAL_RATE * SECOND_US))
		return ERR_TOO_MANY;
	brake_owe(&brake, key, now, (int64_t)req->body.length * SECOND_US / JOURNAL_RATE);
	return ERR_OK;
}

enum err
draft_page_save(struct web_req *req, struct web_res *res)
{
	struct save s = { .req = req, .form = form_new(req) };
	struct dossier_id id;
	struct ctx *c = req->ctx;

	MUST(dossier_path(req, &id));
	MUST(keep_pace(req));
	s.client = form_value(s.form, "client");
	s.keep_only = str_eq(form_value(s.form, "keep"), "1");
	if (!draft_client_valid(s.client) ||
	    !draft_object_parse(form_value(s.form, "object"), &s.object))
		return ERR_BAD_REQUEST;
	MUST(draft_op_hold(c, id, s.object.kind == DRAFT_DOSSIER, &s.d));
	s.closed = draft_closed(s.d.state, s.d.opens_at, s.d.closes_at, s.d.now);
	switch (s.object.kind) {
	case DRAFT_NOMINATION: MUST(save_nomination(&s)); break;
	case DRAFT_NEW: MUST(save_new(&s)); break;
	case DRAFT_DECLARATION: MUST(save_declaration(&s)); break;
	case DRAFT_DOSSIER: MUST(save_dossier(&s)); break;
	}
	MUST(draft_op_write(c, id, s.d.unit_id, s.object.text, s.client, s.v, s.n));
	return answer(&s, res);
}

/* Who is signed in here now, and the token their forms carry: after signing in again in another tab. */
enum err
draft_page_state(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_get_row d;
	struct save s = { .req = req };
	struct dossier_id id;
	json_t *doc;

	MUST(dossier_path(req, &id));
	MUST(dossier_op_get_mine(req->ctx, id, &d));
	s.d.now = d.now;
	doc = answer_new(&s);
	json_object_set_new(doc, "csrf", json_string(req->ctx->actor->csrf));
	return web_json(res, doc);
}

enum err
draft_page_drop(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct sql_dossier_get_row d;
	struct draft_object object;
	struct dossier_id id;
	int64_t closed;

	MUST(dossier_path(req, &id));
	if (!draft_object_parse(form_value(f, "object"), &object))
		return ERR_BAD_REQUEST;
	MUST(dossier_op_get_mine(req->ctx, id, &d));
	MUST(draft_op_close(req->ctx, id, object.text,
	    arena_printf(req->arena, "bo:%s", random_token(req->arena)), true, &closed));
	MUST(audit_json(req->ctx, "draft.drop", "dossier", id.v, d.unit_id,
	    json_pack("{s:s,s:I}", "object", object.text, "fields", (json_int_t)closed)));
	if (object.kind == DRAFT_NOMINATION && str_eq(form_value(f, "ve"), "sua"))
		return web_redirect(res,
		    "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/sua?tb=da-bo-nhap", id.v,
		    object.nomination_id);
	if (object.kind == DRAFT_DECLARATION && str_eq(form_value(f, "ve"), "sua"))
		return web_redirect(res,
		    "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/can-cu?tb=da-bo-nhap", id.v,
		    object.nomination_id);
	if (object.kind == DRAFT_DOSSIER && str_eq(form_value(f, "ve"), "sua"))
		return web_redirect(res, "/ho-so/%" PRId64 "/sua?tb=da-bo-nhap", id.v);
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-bo-nhap", id.v);
}

enum err
nomination_page_restore(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct dossier_id dossier;
	struct nomination_id id;

	MUST(dossier_path(req, &dossier));
	MUST(web_path_id(req, "nomination_id", &id.v));
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(nomination_op_restore(req->ctx, dossier, id));
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-hoan-tac-xoa#danh-sach", dossier.v);
}

/* --- forms ------------------------------------------------------------------------------------------- */

void
draft_subject_nomination(struct web_req *req, const struct sql_dossier_get_row *d,
    const struct sql_dossier_nomination_get_row *n, struct draft_subject *s)
{
	struct nomination_input in;

	memset(s, 0, sizeof(*s));
	s->dossier_id = d->dossier_id;
	s->unit_id = d->unit_id;
	s->object = arena_printf(req->arena, "%" PRId64, n->nomination_id.v);
	s->fields = nomination_fields(n->kind, &s->n);
	nomination_input_of_get(&in, n);
	present_nomination(req, &in, s->fields, s->n, s->present);
	s->closed = closed_nomination(
	    draft_closed(d->state, d->opens_at, d->closes_at, d->now), d->state, n->state);
}

void
draft_subject_new(struct web_req *req, const struct sql_dossier_get_row *d,
    enum nominee_kind kind, struct form *f, struct draft_subject *s)
{
	struct nomination_input in = {
		.kind = kind, .workplace = d->unit_name, .field = ACHIEVEMENT_FIELD_OTHER
	};
	const char *name = web_query(req, "nhap"), *sent = form_value(f, "draft");
	struct draft_object object;

	memset(s, 0, sizeof(*s));
	s->dossier_id = d->dossier_id;
	s->unit_id = d->unit_id;
	s->fields = nomination_fields(kind, &s->n);
	present_nomination(req, &in, s->fields, s->n, s->present);
	s->closed =
	    closed_new(draft_closed(d->state, d->opens_at, d->closes_at, d->now), d->state);
	s->object = sent[0] != '\0' ? sent
				    : arena_printf(req->arena, "new:%s:%s",
					  nominee_kind_slug(kind), name != NULL ? name : "");
	if (!draft_object_parse(s->object, &object) || object.kind != DRAFT_NEW ||
	    object.nominee != kind)
		s->object = arena_printf(
		    req->arena, "new:%s:%s", nominee_kind_slug(kind), random_token(req->arena));
}

void
draft_subject_dossier(
    struct web_req *req, const struct sql_dossier_get_row *d, struct draft_subject *s)
{
	struct dossier_input in;

	memset(s, 0, sizeof(*s));
	s->dossier_id = d->dossier_id;
	s->unit_id = d->unit_id;
	s->object = "dossier";
	s->fields = dossier_fields(d->state == DOSSIER_STATE_DRAFT, &s->n);
	dossier_input_of_get(&in, d);
	present_dossier(req, &in, s->fields, s->n, s->present);
	s->closed = draft_closed(d->state, d->opens_at, d->closes_at, d->now);
}

void
draft_subject_declaration(struct web_req *req, struct dossier_id dossier, struct unit_id unit,
    struct nomination_id nomination, enum draft_declaration d, struct draft_subject *s)
{
	memset(s, 0, sizeof(*s));
	s->dossier_id = dossier;
	s->unit_id = unit;
	s->object = arena_printf(
	    req->arena, "can-cu:%" PRId64 ":%s", nomination.v, draft_declaration_slug(d));
	s->fields = declaration_fields(d, &s->n);
	for (size_t i = 0; i < s->n; i++)
		s->present[i] = "";
}

void
draft_form_read(struct form *f)
{
	(void)form_text(f, "draft", 0, 120);
	(void)form_text(f, "draft_client", 0, 80);
	(void)form_text(f, "draft_base", 0, BASE_MAX);
}

static bool
posted(const struct web_req *req)
{
	return req->method == WEB_POST;
}

static const char *
base_json(struct web_req *req, const struct draft_subject *s)
{
	json_t *o = json_object();

	for (size_t i = 0; i < s->n; i++)
		json_object_set_new(o, s->fields[i].name, json_string(s->present[i]));
	return json_text(req->arena, o);
}

static const char *
labels_json(struct web_req *req, const struct draft_subject *s)
{
	json_t *o = json_object();

	for (size_t i = 0; i < s->n; i++)
		json_object_set_new(
		    o, s->fields[i].name, json_string(tr(req->lang, s->fields[i].label)));
	return json_text(req->arena, o);
}

static void
view_new(struct web_req *req, const struct draft_subject *s, struct draft_form *v)
{
	memset(v, 0, sizeof(*v));
	v->dossier_id = s->dossier_id;
	v->account = req->ctx->actor->account_id.v;
	v->object = s->object;
	v->base = base_json(req, s);
	v->open = "{}";
	v->labels = labels_json(req, s);
	v->closed = s->closed;
}

/* Who wrote what stands in the fields of these lines. */
static enum err
authors(struct web_req *req, const struct draft_subject *s, const char *client,
    struct draft_change *changes, size_t n, bool *own)
{
	return draft_op_last(req->ctx, s->dossier_id, s->object, client, changes, n, own);
}

/* What was typed before and is not in the record becomes values of the form and lines above it. */
static enum err
bring_back(
    struct web_req *req, struct form *f, const struct draft_subject *s, struct draft_form *v)
{
	struct sql_draft_open_rows rows;
	struct draft_line *lines = arena_array(req->arena, FIELDS_MAX, sizeof(*lines));
	struct draft_change changes[FIELDS_MAX] = { 0 };
	json_t *open = json_object();
	bool own[FIELDS_MAX];
	enum err err;

	err = draft_op_open(req->ctx, s->dossier_id, s->object, &rows);
	for (size_t r = 0; err == ERR_OK && r < rows.n && v->nlines < FIELDS_MAX; r++) {
		int i = field_find(s->fields, s->n, rows.v[r].field);
		struct draft_line *l = &lines[v->nlines];

		if (i < 0 || str_eq(rows.v[r].value, s->present[i]))
			continue;
		form_set(f, rows.v[r].field, rows.v[r].value);
		changes[v->nlines] = (struct draft_change){ .field = s->fields[i].name,
			.present = s->present[i] };
		*l = (struct draft_line){ .label = s->fields[i].label,
			.value = rows.v[r].value,
			.at = rows.v[r].at,
			.outcome = rows.v[r].outcome,
			.id = arena_printf(req->arena, "nhap-%s", rows.v[r].field) };
		/* Somebody wrote it since: both are shown. */
		if (rows.v[r].outcome == DRAFT_OUTCOME_CONFLICT ||
		    !str_eq(rows.v[r].base, s->present[i]))
			l->now = s->present[i];
		v->nlines++;
		json_object_set_new(open, rows.v[r].field,
		    json_pack("{s:s,s:s,s:s}", "value", rows.v[r].value, "outcome",
			draft_outcome_text(rows.v[r].outcome), "time",
			clock_text(req->arena, rows.v[r].at)));
	}
	v->open = json_text(req->arena, open);
	v->lines = lines;
	MUST(err);
	MUST(authors(req, s, "", changes, v->nlines, own));
	for (size_t i = 0; i < v->nlines; i++) {
		lines[i].who = changes[i].who;
		lines[i].who_at = changes[i].who_at;
	}
	return ERR_OK;
}

enum err
draft_form_new(
    struct web_req *req, struct form *f, const struct draft_subject *s, struct draft_form *v)
{
	const char *sent = form_value(f, "draft_base");

	view_new(req, s, v);
	/* On the answer to another form of its page it is as on GET. */
	if (!posted(req) || f->req == NULL)
		return bring_back(req, f, s, v);
	/* Refused for another reason: still what the editor started from. */
	if (sent[0] == '{')
		v->base = sent;
	return ERR_OK;
}

/* The base the form carries: an object with a text for every field, or NULL. */
static json_t *
read_base(const struct form *f, const struct draft_subject *s)
{
	const char *text = form_value(f, "draft_base");
	json_t *doc = text[0] == '{' ? json_loads(text, 0, NULL) : NULL;

	for (size_t i = 0; doc != NULL && i < s->n; i++) {
		if (!json_is_string(json_object_get(doc, s->fields[i].name))) {
			json_decref(doc);
			doc = NULL;
		}
	}
	return doc;
}

enum err
draft_form_merge(struct web_req *req, struct form *f, const struct draft_subject *s,
    bool same_version, struct draft_form *v, enum draft_merge take[FIELDS_MAX], bool *clash)
{
	struct date today = date_of(req->ctx->now);
	struct draft_line *lines = arena_array(req->arena, FIELDS_MAX, sizeof(*lines));
	struct draft_change changes[FIELDS_MAX] = { 0 };
	json_t *base = read_base(f, s);
	bool own[FIELDS_MAX] = { false };
	int where[FIELDS_MAX];
	size_t n = 0;

	view_new(req, s, v);
	for (size_t i = 0; i < s->n; i++) {
		const char *typed = field_canonical(req->arena, &s->fields[i],
			       form_value(f, s->fields[i].name), today),
			   *from = NULL;

		if (base != NULL)
			from = field_canonical(req->arena, &s->fields[i],
			    json_string_value(json_object_get(base, s->fields[i].name)), today);
		if (from != NULL)
			take[i] = draft_merge(from, s->present[i], typed);
		else
			take[i] = same_version || str_eq(typed, s->present[i])
			    ? DRAFT_TAKE_TYPED
			    : DRAFT_CLASH;
		if (take[i] != DRAFT_CLASH)
			continue;
		changes[n] = (struct draft_change){ .field = s->fields[i].name,
			.present = s->present[i] };
		where[n] = (int)i;
		lines[n++] = (struct draft_line){ .label = s->fields[i].label,
			.value = form_value(f, s->fields[i].name),
			.now = s->present[i],
			.outcome = DRAFT_OUTCOME_CONFLICT };
	}
	json_decref(base);
	MUST(authors(req, s, form_value(f, "draft_client"), changes, n, own));
	for (size_t i = 0; i < n; i++) {
		/* What stands there is this page's own autosave whose answer got lost. */
		if (own[i]) {
			take[where[i]] = DRAFT_TAKE_TYPED;
			continue;
		}
		lines[i].who = changes[i].who;
		lines[i].who_at = changes[i].who_at;
		lines[v->nlines++] = lines[i];
	}
	v->lines = lines;
	/* Without a base nothing is known about single fields: any other version is asked about. */
	*clash = v->nlines > 0;
	return ERR_OK;
}

/* The changes a form brought, for the journal; client "luu:ONCE", numbered by field. */
static size_t
changes_of(struct web_req *req, struct form *f, const struct draft_subject *s,
    enum draft_outcome outcome, struct draft_change *out)
{
	struct date today = date_of(req->ctx->now);
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const char *typed = form_value(f, s->fields[i].name);
		const char *clean = field_canonical(req->arena, &s->fields[i], typed, today);

		if (str_eq(clean, s->present[i]) || utf8_length(typed) > DRAFT_VALUE_MAX)
			continue;
		out[n++] = (struct draft_change){ .field = s->fields[i].name,
			.value = outcome == DRAFT_OUTCOME_APPLIED ? clean : typed,
			.base = s->present[i],
			.seq = (int64_t)i + 1,
			.outcome = outcome };
	}
	return n;
}

static const char *
form_client(struct web_req *req)
{
	const char *once = web_form(req, "once");

	return arena_printf(req->arena, "luu:%.64s", once != NULL ? once : "");
}

enum err
draft_form_saved(struct web_req *req, struct form *f, const struct draft_subject *s)
{
	struct draft_change changes[FIELDS_MAX];
	struct draft_object object;
	size_t n;

	if (!draft_object_parse(s->object, &object))
		return ERR_OK;
	/* What is new has no record before, and each declaration is one more; both are in the audit row. */
	if (object.kind == DRAFT_NOMINATION || object.kind == DRAFT_DOSSIER) {
		n = changes_of(req, f, s, DRAFT_OUTCOME_APPLIED, changes);
		MUST(draft_op_write(req->ctx, s->dossier_id, s->unit_id, s->object,
		    form_client(req), changes, n));
	}
	return draft_op_close(
	    req->ctx, s->dossier_id, s->object, form_client(req), false, NULL);
}

enum err
draft_form_late(
    struct web_req *req, struct form *f, const struct draft_subject *s, struct draft_form *v)
{
	struct draft_change changes[FIELDS_MAX];
	size_t n = changes_of(req, f, s, DRAFT_OUTCOME_LATE, changes);

	view_new(req, s, v);
	v->late = true;
	MUST(draft_op_write(
	    req->ctx, s->dossier_id, s->unit_id, s->object, form_client(req), changes, n));
	return audit_json(req->ctx, "draft.late", "dossier", s->dossier_id.v, s->unit_id,
	    json_pack("{s:s,s:I}", "object", s->object, "fields", (json_int_t)n));
}

/* --- the page of the dossier -------------------------------------------------------------------------- */

static const char *
label_of(const struct draft_object *object, const char *field)
{
	const struct field_spec *fields;
	size_t n;
	int i;

	if (object->kind == DRAFT_DOSSIER)
		fields = dossier_fields(true, &n);
	else if (object->kind == DRAFT_DECLARATION)
		fields = declaration_fields(object->declaration, &n);
	else
		fields = nomination_fields(
		    object->kind == DRAFT_NEW ? object->nominee : NOMINEE_KIND_PERSON, &n);
	i = field_find(fields, n, field);
	return i >= 0 ? fields[i].label : "";
}

static void
group_begin(struct web_req *req, const struct draft_list *v, const struct sql_draft_list_row *r,
    const struct draft_object *object, struct draft_group *g)
{
	int64_t d = v->dossier_id.v;

	*g = (struct draft_group){ .name = r->name,
		.object = r->object,
		.who = r->who,
		.own = r->own,
		.is_new = object->kind == DRAFT_NEW,
		.head = object->kind == DRAFT_DOSSIER };
	if (object->kind == DRAFT_DECLARATION)
		g->what = declaration_words(object->declaration);
	if (!r->own || v->closed)
		return;
	if (object->kind == DRAFT_DOSSIER)
		g->href = arena_printf(req->arena, "/ho-so/%" PRId64 "/sua", d);
	else if (object->kind == DRAFT_NEW)
		g->href =
		    arena_printf(req->arena, "/ho-so/%" PRId64 "/de-nghi/moi?loai=%s&nhap=%s",
			d, nominee_kind_slug(object->nominee), strrchr(r->object, ':') + 1);
	else if (object->kind == DRAFT_DECLARATION && r->there)
		g->href = arena_printf(req->arena,
		    "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/can-cu", d, object->nomination_id);
	else if (r->there)
		g->href =
		    arena_printf(req->arena, "/ho-so/%" PRId64 "/de-nghi/%s/sua", d, r->object);
}

static enum err
read_groups(struct web_req *req, struct draft_list *v)
{
	struct sql_draft_list_rows rows;
	struct draft_group *groups, *g = NULL;
	struct draft_line *lines;
	struct draft_object object = { 0 };

	MUST(draft_op_list(req->ctx, v->dossier_id, &rows));
	groups = arena_array(req->arena, rows.n + 1, sizeof(*groups));
	lines = arena_array(req->arena, rows.n + 1, sizeof(*lines));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_draft_list_row *r = &rows.v[i];

		if (i == 0 || rows.v[i - 1].account_id.v != r->account_id.v ||
		    !str_eq(rows.v[i - 1].object, r->object)) {
			if (!draft_object_parse(r->object, &object))
				return ERR_INTERNAL;
			g = &groups[v->n++];
			group_begin(req, v, r, &object, g);
			g->lines = &lines[i];
		}
		lines[i] = (struct draft_line){ .label = label_of(&object, r->field),
			.value = r->own ? r->value : "",
			.at = r->at,
			.outcome = r->outcome,
			.id = arena_printf(req->arena, "nhap-%zu", i) };
		g->n++;
		if (r->at.us > g->at.us)
			g->at = r->at;
		if (object.kind == DRAFT_NEW && str_eq(r->field, "name"))
			g->name = r->value;
	}
	v->groups = groups;
	return ERR_OK;
}

static enum err
read_deleted(struct web_req *req, struct draft_list *v)
{
	struct sql_draft_deleted_list_rows rows;
	struct draft_deleted *out;

	MUST(draft_op_deleted(req->ctx, v->dossier_id, &rows));
	out = arena_array(req->arena, rows.n + 1, sizeof(*out));
	for (size_t i = 0; i < rows.n; i++)
		out[i] = (struct draft_deleted){ rows.v[i].nomination_id, rows.v[i].name,
			rows.v[i].who, rows.v[i].deleted_at };
	v->deleted = out;
	v->ndeleted = rows.n;
	return ERR_OK;
}

enum err
draft_list_read(struct web_req *req, const struct page *page,
    const struct sql_dossier_get_row *d, struct draft_list *v)
{
	memset(v, 0, sizeof(*v));
	v->page = page;
	v->dossier_id = d->dossier_id;
	if (!d->mine)
		return ERR_OK;
	v->account = req->ctx->actor->account_id.v;
	v->closed = draft_closed(d->state, d->opens_at, d->closes_at, d->now) != NULL;
	v->may_restore = d->state == DOSSIER_STATE_DRAFT;
	MUST(read_groups(req, v));
	return v->may_restore ? read_deleted(req, v) : ERR_OK;
}
