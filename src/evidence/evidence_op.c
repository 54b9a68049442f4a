/* The papers an award's dossier is made of: what is there, what is missing, who can give it. */
#include "evidence/evidence_op.h"

enum err
evidence_op_missing(struct ctx *c, struct dossier_id dossier, struct nomination_id nomination,
    struct evidence_checklist *out)
{
	struct sql_evidence_scans_row scans;

	*out = (struct evidence_checklist){ 0 };
	MUST(sql_evidence_checklist(c->db, c->arena,
	    &(struct sql_evidence_checklist_params){ .dossier_id = dossier,
		.nomination_id = nomination,
		.nomination_id_null = nomination.v == 0,
		.today = date_of(c->now) },
	    &out->rows));
	MUST(sql_evidence_scans(c->db, c->arena,
	    &(struct sql_evidence_scans_params){ .dossier_id = dossier }, &scans));
	for (size_t i = 0; i < out->rows.n; i++) {
		const struct sql_evidence_checklist_row *r = &out->rows.v[i];

		if (!r->required || r->lacking == 0)
			continue;
		if (r->binding)
			out->missing++;
		else
			out->warned++;
	}
	out->infected = scans.infected;
	out->waiting = scans.waiting;
	out->unscanned = scans.unscanned;
	return ERR_OK;
}

enum err
evidence_op_limit(struct ctx *c, struct sql_evidence_limit_row *row)
{
	return sql_evidence_limit(c->db, c->arena, row);
}
