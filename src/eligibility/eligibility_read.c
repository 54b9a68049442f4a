/* What other features' pages show of eligibility. */
#include "eligibility/eligibility_read.h"

#define WORST_SHOWN 10

static const char *
first_of(const struct elig_verdict *v, enum finding_status status)
{
	for (size_t i = 0; i < v->nrules; i++) {
		const struct elig_rule_result *r = &v->rules[i];

		if (!r->counts || r->status != status)
			continue;
		for (size_t j = 0; j < r->nfindings; j++) {
			if (r->findings[j].status == status &&
			    r->findings[j].missing[0] != '\0')
				return r->findings[j].missing;
		}
	}
	return NULL;
}

const char *
eligibility_first_missing(const struct elig_verdict *v)
{
	const char *s =
	    v->status == FINDING_STATUS_MET ? NULL : first_of(v, FINDING_STATUS_NOT_MET);

	return s != NULL || v->status == FINDING_STATUS_MET
	    ? s
	    : first_of(v, FINDING_STATUS_UNKNOWN);
}

enum err
eligibility_read_panel(struct ctx *c, struct dossier_id dossier, struct nomination_id id,
    struct eligibility_panel *p)
{
	struct eligibility_set *set = arena_alloc(c->arena, sizeof(*set));

	MUST(eligibility_op_of_nomination(c, dossier, id, set));
	p->k = &set->v[0];
	p->dossier_id = dossier;
	p->first_missing = eligibility_first_missing(&p->k->verdict);
	p->may_declare = eligibility_op_may_declare(c, set) == ERR_OK;
	return ERR_OK;
}

enum err
eligibility_read_summary(
    struct ctx *c, struct dossier_id dossier, struct eligibility_summary *s)
{
	struct eligibility_set *set = arena_alloc(c->arena, sizeof(*set));

	MUST(eligibility_op_of_dossier(c, dossier, set));
	*s = (struct eligibility_summary){ .dossier_id = dossier,
		.total = (int64_t)set->n,
		.met = set->met,
		.unknown = set->unknown,
		.not_met = set->not_met,
		.hold = set->hold,
		.warned = set->warned };
	s->worst = arena_array(c->arena, WORST_SHOWN, sizeof(*s->worst));
	for (size_t i = 0; i < set->n && s->nworst < WORST_SHOWN; i++) {
		if (set->v[i].verdict.status == FINDING_STATUS_NOT_MET)
			s->worst[s->nworst++] = &set->v[i];
	}
	return ERR_OK;
}
