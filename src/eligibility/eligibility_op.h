/* Use cases of eligibility: verdicts of a dossier, pinning, what is declared and confirmed about nominees. */
#ifndef ELIGIBILITY_ELIGIBILITY_OP_H
#define ELIGIBILITY_ELIGIBILITY_OP_H

#include "app/app.h"
#include "app/confirm.h"
#include "eligibility/eligibility.h"
#include "sql/eligibility.h"

/* One nomination with its verdict. */
struct eligibility_case {
	const struct sql_eligibility_nominations_row	*n;
	struct elig_verdict				 verdict;
	bool						 favourable;	/* by the newer law, which is better for it */
};

struct eligibility_set {
	struct sql_eligibility_dossier_row		 d;
	struct elig_pin					 pin;
	bool						 pinned;	/* received: the rule set stands */
	const char					*transition_basis;
	struct eligibility_case				*v;
	size_t						 n;
	int64_t						 met, unknown, not_met, hold, warned;
	/* what it rests on */
	struct sql_eligibility_years_rows		 years;
	struct sql_eligibility_initiatives_rows		 initiatives;
	struct sql_eligibility_disciplines_rows		 disciplines;
	struct sql_eligibility_holds_rows		 holds;
	struct elig_rule				*rules;
	size_t						 nrules;
};

/*
 * Verdicts of all nominations of a dossier the actor may read, or of one: a fixed number of statements
 * however many there are.  ERR_NOT_FOUND when there is no such dossier or nomination to be seen.
 */
enum err	eligibility_op_of_dossier(struct ctx *, struct dossier_id, struct eligibility_set *) MUST_CHECK;
enum err	eligibility_op_of_nomination(struct ctx *, struct dossier_id, struct nomination_id, struct eligibility_set *) MUST_CHECK;

/*
 * When a dossier is received for appraisal: pin the rules of its first receipt and keep the verdict of each
 * of the nominations being appraised beside it.  Part of the caller's act; writes no audit row of its own.
 */
enum err	eligibility_op_freeze(struct ctx *, struct dossier_id) MUST_CHECK;

/* Declared by the unit (drafter, head) while the nomination is theirs to edit, or by its appraiser ------------ */

struct eligibility_year { int32_t year; bool rated, maternity; enum rating rating; const char *decision_no; };
struct eligibility_initiative {
	int32_t			 year;
	enum initiative_kind	 kind;
	enum initiative_scope	 scope;
	const char		*title, *recognised_by, *recognition_no;
};
struct eligibility_figures { bool known; int32_t members, completed, advanced, disciplined, fighters; };

/* ERR_FORBIDDEN when not theirs, ERR_CONFLICT with ctx->why when it cannot be declared (any more). */
enum err	eligibility_op_may_declare(struct ctx *, const struct eligibility_set *) MUST_CHECK;
enum err	eligibility_op_declare_year(struct ctx *, const struct eligibility_set *, const struct eligibility_year *) MUST_CHECK;
/* The new initiative is chosen for the nomination. */
enum err	eligibility_op_declare_initiative(struct ctx *, const struct eligibility_set *, const struct eligibility_initiative *) MUST_CHECK;
enum err	eligibility_op_choose_initiatives(struct ctx *, const struct eligibility_set *, const int64_t *ids, size_t n) MUST_CHECK;
/* ERR_STALE when somebody saved another version. */
enum err	eligibility_op_claim(struct ctx *, const struct eligibility_set *, int32_t version, const char *route,
		    const struct eligibility_figures *) MUST_CHECK;

/* Found by an appraiser of the unit --------------------------------------------------------------------------- */

enum err	eligibility_op_may_appraise(struct ctx *, const struct eligibility_set *) MUST_CHECK;
enum err	eligibility_op_confirm_year(struct ctx *, const struct eligibility_set *, struct achievement_year_id, int32_t version) MUST_CHECK;
enum err	eligibility_op_confirm_initiative(struct ctx *, const struct eligibility_set *, struct initiative_id, int32_t version) MUST_CHECK;
enum err	eligibility_op_confirm_figures(struct ctx *, const struct eligibility_set *) MUST_CHECK;
enum err	eligibility_op_judge(struct ctx *, const struct eligibility_set *, struct condition_id, bool met, const char *reason) MUST_CHECK;
enum err	eligibility_op_discipline(struct ctx *, const struct eligibility_set *, enum discipline_level, struct date from,
		    struct date to, const char *decision_no) MUST_CHECK;
enum err	eligibility_op_hold(struct ctx *, const struct eligibility_set *, enum hold_kind, struct date from, const char *document_no) MUST_CHECK;
enum err	eligibility_op_hold_end(struct ctx *, const struct eligibility_set *, struct hold_ground_id, int32_t version,
		    struct date to, const char *conclusion) MUST_CHECK;

/* The rules themselves: confirmed by appraisers and administrators of the whole province ------------------------- */

enum err	eligibility_op_rules(struct ctx *, struct date on, struct sql_eligibility_rule_list_rows *) MUST_CHECK;
enum err	eligibility_op_rule(struct ctx *, struct rule_id, struct sql_eligibility_rule_get_row *,
		    struct sql_eligibility_rule_conditions_rows *) MUST_CHECK;
/* Confirmed by the office, with the ground for it; ERR_STALE when changed meanwhile. */
enum err	eligibility_op_confirm_rule(struct ctx *, struct rule_id, const struct confirm_answer *) MUST_CHECK;

#endif
