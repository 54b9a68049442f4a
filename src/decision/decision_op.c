/* Use cases of decisions. */
#include "decision/decision_op.h"

#include <inttypes.h>
#include <string.h>

#include "app/audit_json.h"
#include "dossier/dossier_op.h"
#include "mail/notice_op.h"

static enum err
compute(struct ctx *c, struct date on, struct decision_draft *d)
{
	MUST(sql_decision_base_salary(c->db, c->arena,
	    &(struct sql_decision_base_salary_params){ .on = on }, &d->rates, &d->rates_known));
	d->lines = arena_array(c->arena, d->nominations.n, sizeof(*d->lines));
	for (size_t i = 0; i < d->nominations.n; i++) {
		const struct sql_decision_waiting_row *n = &d->nominations.v[i];

		d->lines[i].category = n->category;
		d->lines[i].kind = n->kind;
		d->lines[i].same = arena_printf(c->arena, "%d|%" PRId64 "|%s|%s|%d",
		    (int)n->kind, n->unit_id.v, n->name_folded,
		    date_format_iso(c->arena, n->born_on), n->year);
		MUST(coefficient_parse(n->coefficient, &d->lines[i].coefficient_milli));
	}
	if (!d->rates_known)
		return ERR_OK;
	decision_compute(d->lines, d->nominations.n, d->rates.amount_dong,
	    (struct rounding){ d->rates.rounding_dong.dong, d->rates.rounding_mode });
	d->total = decision_total(d->lines, d->nominations.n);
	return ERR_OK;
}

enum err
decision_op_draft(
    struct ctx *c, struct council_session_id session, struct date on, struct decision_draft *d)
{
	struct sql_decision_waiting_preview_rows rows;

	if (!actor_has(c->actor, ROLE_BIT(ROLE_SIGNATORY)))
		return ERR_FORBIDDEN;
	MUST(sql_decision_waiting_preview(c->db, c->arena,
	    &(struct sql_decision_waiting_preview_params){ .council_session_id = session },
	    &rows));
	/* the two statements differ in the lock alone; their rows are one shape */
	_Static_assert(sizeof(*rows.v) == sizeof(*d->nominations.v),
	    "waiting and waiting_preview select the same");
	d->nominations.n = rows.n;
	d->nominations.v = arena_memdup(c->arena, rows.v, rows.n * sizeof(*rows.v));
	return compute(c, on, d);
}

static bool
chosen(const struct decision_input *in, struct nomination_id id)
{
	for (size_t i = 0; i < in->n; i++) {
		if (in->nomination_ids[i] == id.v)
			return true;
	}
	return false;
}

enum err
decision_op_review(struct ctx *c, const struct decision_input *in, struct decision_draft *d)
{
	size_t kept = 0;

	MUST(authz_require(c, ROLE_BIT(ROLE_SIGNATORY), in->unit_id));
	MUST(sql_decision_waiting(c->db, c->arena,
	    &(struct sql_decision_waiting_params){
		.council_session_id = in->council_session_id, .unit_id = in->unit_id },
	    &d->nominations));
	for (size_t i = 0; i < d->nominations.n; i++) {
		if (chosen(in, d->nominations.v[i].nomination_id))
			d->nominations.v[kept++] = d->nominations.v[i];
	}
	d->nominations.n = kept;
	if (kept != in->n)
		return ERR_CONFLICT;
	return compute(c, in->decided_on, d);
}

static enum err
enter_honours(struct ctx *c, const struct decision_input *in, const struct decision_draft *d,
    struct decision_id id)
{
	json_t *lines = json_array();
	const char *text;
	int64_t entered;

	for (size_t i = 0; i < d->nominations.n; i++) {
		json_array_append_new(lines,
		    json_pack("{s:I, s:I, s:I}", "nomination_id",
			(json_int_t)d->nominations.v[i].nomination_id.v, "ordinal",
			(json_int_t)i + 1, "bonus_dong", (json_int_t)d->lines[i].bonus.dong));
	}
	if ((text = json_text(c->arena, lines)) == NULL)
		return ERR_INTERNAL;
	MUST(sql_decision_honours_insert(c->db, c->arena,
	    &(struct sql_decision_honours_insert_params){ .decision_id = id,
		.number = in->number,
		.decided_on = in->decided_on,
		.lines = text },
	    &entered));
	return entered == (int64_t)d->nominations.n ? ERR_OK : ERR_CONFLICT;
}

enum err
decision_op_record(struct ctx *c, const struct decision_input *in, struct decision_id *id)
{
	struct sql_decision_insert_row row;
	struct decision_draft d = { 0 };
	struct nomination_id *ids;

	MUST(decision_op_review(c, in, &d));
	if (!d.rates_known || d.nominations.n == 0)
		return ERR_INVALID;
	MUST(sql_decision_insert(c->db, c->arena,
	    &(struct sql_decision_insert_params){ .unit_id = in->unit_id,
		.number = in->number,
		.decided_on = in->decided_on,
		.signatory_name = in->signatory_name,
		.signatory_position = in->signatory_position,
		.base_salary_dong = d.rates.amount_dong,
		.total_bonus_dong = d.total },
	    &row));
	*id = row.decision_id;
	MUST(enter_honours(c, in, &d, *id));
	ids = arena_array(c->arena, d.nominations.n, sizeof(*ids));
	for (size_t i = 0; i < d.nominations.n; i++)
		ids[i] = d.nominations.v[i].nomination_id;
	MUST(dossier_op_nominations_set_state(
	    c, ids, d.nominations.n, NOMINATION_STATE_DECIDED, in->number));
	MUST(notice_op_decided(c, *id, in->number, in->decided_on, ids, d.nominations.n));
	return audit_json(c, "decision.record", "decision", id->v, in->unit_id,
	    json_pack("{s:s, s:s, s:s, s:I, s:I}", "number", in->number, "decided_on",
		date_format_iso(c->arena, in->decided_on), "signatory", in->signatory_name,
		"honours", (json_int_t)d.nominations.n, "total_bonus_dong",
		(json_int_t)d.total.dong));
}
