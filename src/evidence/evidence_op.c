/* The papers an award's dossier is made of: what is there, what is missing, who can give it. */
#include "evidence/evidence_op.h"

#include "app/audit_json.h"
#include "core/log.h"
#include "mail/notice_op.h"
#include "sql/jobs.h"

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
	out->secret = scans.secret;
	out->waiting = scans.waiting;
	out->unread = scans.unread;
	out->unscanned = scans.unscanned;
	return ERR_OK;
}

bool
evidence_op_gone(enum scan_state scan, enum secrecy_state secrecy)
{
	return scan == SCAN_STATE_INFECTED || secrecy == SECRECY_STATE_STAMP;
}

enum err
evidence_op_pieces(struct ctx *c, struct attachment_id id, int64_t size,
    bool (*take)(void *, const void *, size_t), void *arg, bool *taken)
{
	struct sql_evidence_scan_piece_row piece;
	struct arena *inner = arena_new();
	int64_t done = 0;
	enum err err = ERR_OK;

	*taken = true;
	for (int32_t seq = 0; done < size && *taken; seq++) {
		err = sql_evidence_scan_piece(c->db, inner,
		    &(struct sql_evidence_scan_piece_params){ .attachment_id = id, .seq = seq },
		    &piece);
		if (err == ERR_OK && piece.content.n == 0)
			err = ERR_INTERNAL;
		if (err != ERR_OK)
			break;
		*taken = take(arg, piece.content.p, piece.content.n);
		done += (int64_t)piece.content.n;
		arena_reset(inner);
	}
	arena_free(inner);
	return err;
}

enum err
evidence_op_limit(struct ctx *c, struct sql_evidence_limit_row *row)
{
	return sql_evidence_limit(c->db, c->arena, row);
}

/* --- what is asked for ------------------------------------------------------------------------------- */

enum err
evidence_op_requirements(
    struct ctx *c, struct date on, struct sql_evidence_requirements_rows *rows)
{
	return sql_evidence_requirements(
	    c->db, c->arena, &(struct sql_evidence_requirements_params){ .on = on }, rows);
}

enum err
evidence_op_requirement(
    struct ctx *c, struct requirement_id id, struct sql_evidence_requirement_row *r)
{
	return sql_evidence_requirement(c->db, c->arena,
	    &(struct sql_evidence_requirement_params){ .requirement_id = id }, r);
}

enum err
evidence_op_confirm(
    struct ctx *c, struct requirement_id id, const struct confirm_answer *answer)
{
	struct sql_evidence_requirement_row r;
	int64_t affected;

	MUST(authz_require_everywhere(c, RULE_KEEPER_BITS));
	MUST(evidence_op_requirement(c, id, &r));
	MUST(sql_evidence_requirement_confirm(c->db, c->arena,
	    &(struct sql_evidence_requirement_confirm_params){ .requirement_id = id,
		.version = answer->version,
		.confirmed = answer->confirmed,
		.reason = answer->reason },
	    &affected));
	if (affected != 1)
		return ERR_STALE;
	return audit_json(c,
	    answer->confirmed ? "evidence_requirement.confirm"
			      : "evidence_requirement.withdraw",
	    "evidence_requirement", id.v, (struct unit_id){ 0 },
	    json_pack("{s:s, s:s, s:b}", "code", r.code, "reason", answer->reason, "before",
		(int)r.confirmed));
}

enum err
evidence_op_tell(struct ctx *c, int64_t uploaded_by, struct dossier_id dossier,
    struct attachment_id id, const char *infected)
{
	struct sql_jobs_assume_row assumed;
	enum err err;

	MUST(db_savepoint(c->db));
	err = sql_jobs_assume(c->db, c->arena,
	    &(struct sql_jobs_assume_params){ .account_id = { uploaded_by } }, &assumed);
	if (err == ERR_OK)
		err = infected != NULL ? notice_op_file_infected(c, dossier, id, infected)
				       : notice_op_file_secret(c, dossier, id);
	if (err != ERR_OK) {
		log_warn("attachment=%lld: nobody told: %s", (long long)id.v, err_name(err));
		db_rollback_to_savepoint(c->db);
	}
	return ERR_OK;
}
