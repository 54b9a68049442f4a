/* Reads what the pages of decisions show. */
#include "decision/decision_read.h"

#include <inttypes.h>
#include <string.h>

enum err
decision_read_list(
    struct ctx *c, struct date before, int64_t before_id, struct decisions_view *v)
{
	if (before.year == 0) {
		before = (struct date){ 2200, 1, 1 };
		before_id = INT64_MAX;
	}
	MUST(sql_decision_list(c->db, c->arena,
	    &(struct sql_decision_list_params){
		.before_on = before, .before_id = before_id, .count = DECISIONS_PER_PAGE + 1 },
	    &v->rows));
	if ((v->more = v->rows.n > DECISIONS_PER_PAGE))
		v->rows.n = DECISIONS_PER_PAGE;
	if (!actor_has(c->actor, ROLE_BIT(ROLE_SIGNATORY)))
		return ERR_OK;
	return sql_decision_waiting_count(c->db, c->arena, &v->waiting);
}

enum err
decision_read_choices(struct ctx *c, struct decision_new_view *v)
{
	struct sql_decision_units_mine_rows units;
	struct option *options;
	const char *typed = form_value(v->form, "unit_id");
	bool *ticked = arena_array(c->arena, v->draft.nominations.n, sizeof(*ticked));

	MUST(sql_decision_units_mine(c->db, c->arena, &units));
	options = arena_array(c->arena, units.n, sizeof(*options));
	for (size_t i = 0; i < units.n; i++) {
		options[i].value = arena_printf(c->arena, "%" PRId64, units.v[i].unit_id.v);
		options[i].label = units.v[i].name_vi;
		options[i].selected = strcmp(typed, options[i].value) == 0;
		if (units.v[i].unit_id.v == v->in.unit_id.v)
			v->unit_name = units.v[i].name_vi;
	}
	for (size_t i = 0; i < v->draft.nominations.n; i++) {
		ticked[i] = v->in.nomination_ids == NULL;
		for (size_t j = 0; j < v->in.n && !ticked[i]; j++)
			ticked[i] = v->in.nomination_ids[j] ==
			    v->draft.nominations.v[i].nomination_id.v;
	}
	v->units = options;
	v->nunits = units.n;
	v->ticked = ticked;
	return ERR_OK;
}

enum err
decision_read_one(struct ctx *c, struct decision_id id, int32_t after, struct decision_view *v)
{
	MUST(sql_decision_get(c->db, c->arena,
	    &(struct sql_decision_get_params){ .decision_id = id }, &v->decision));
	MUST(sql_decision_honours(c->db, c->arena,
	    &(struct sql_decision_honours_params){
		.decision_id = id, .after = after, .count = HONOURS_PER_PAGE + 1 },
	    &v->honours));
	if (v->honours.n > HONOURS_PER_PAGE) {
		v->honours.n = HONOURS_PER_PAGE;
		v->next = v->honours.v[HONOURS_PER_PAGE - 1].ordinal;
	}
	v->can_publish = actor_has(c->actor, ROLE_BIT(ROLE_PUBLISHER));
	return ERR_OK;
}
