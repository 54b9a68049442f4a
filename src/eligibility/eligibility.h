/*
 * Eligibility: whether a nominee reaches an award under the rules of a day, and why.  Pure: rules and facts
 * come in as structs, a verdict goes out; no database, no clock.  The rules are rows, see sql/seed/eligibility-rules.csv.
 */
#ifndef ELIGIBILITY_ELIGIBILITY_H
#define ELIGIBILITY_ELIGIBILITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/lang.h"
#include "sql/types.h"

/* --- rules ------------------------------------------------------------------------------------------ */

struct elig_condition {
	int64_t			 id;
	enum condition_kind	 kind;
	const char		*alternative;	/* "" or a letter: one of each letter is enough */
	int64_t			 award, since;	/* award_type ids; 0: none */
	const char		*award_name, *since_name;
	int32_t			 count, years, percent;
	enum rating		 rating;
	enum initiative_scope	 scope;
	const char		*wording;
};

struct elig_rule {
	int64_t			 id;
	const char		*code;
	int64_t			 award;		/* 0: every award */
	bool			 any_kind;	/* in rounds of any kind of commendation, else of kind only */
	enum commendation_kind	 kind;
	const char		*route;		/* "": always asked; else one route of several is enough */
	const char		*wording;
	const char		*law, *legal_basis, *law_title, *law_note, *note;
	struct date		 valid_from, valid_to;	/* valid_to {0}: open */
	enum confidence		 confidence;
	bool			 confirmed, warn_only;
	bool			 binding;	/* see elig_binding */
	const struct elig_condition *conditions;
	size_t			 nconditions;
};

/* Verified or confirmed by the office, and not a rule that only warns: counts.  The others are shown and warn. */
bool	elig_binding(enum confidence, bool confirmed, bool warn_only);

/* --- facts ------------------------------------------------------------------------------------------ */

struct elig_honour {
	int64_t			 award;
	const char		*award_name, *decision_no, *unit;
	int32_t			 year;
	struct date		 decided_on;
	bool			 form;		/* a form of commendation, not an emulation title */
	bool			 kind_known, revoked;
	enum commendation_kind	 kind;
	const char		*achievement;
};
struct elig_year {
	int32_t			 year;
	bool			 rated, maternity;
	enum rating		 rating;
	const char		*decision_no;
	bool			 proven;	/* by a decision number, the register, or an appraiser */
};
struct elig_initiative {
	int64_t			 id;
	int32_t			 year;
	enum initiative_scope	 scope;
	const char		*title, *recognition_no;
	bool			 proven, chosen;
	const char		*used_for;	/* an award it was used for already, or NULL */
	bool			 used_for_form;
};
struct elig_discipline {
	enum discipline_level	 level;
	struct date		 from, to;	/* to {0}: goes on */
	const char		*decision_no;
};
struct elig_hold {
	enum hold_kind		 kind;
	struct date		 from, to;	/* to {0}: goes on */
	const char		*document_no;
};
struct elig_other { int64_t award; const char *award_name, *unit, *achievement; bool form; };
struct elig_judgement { int64_t condition; bool met; const char *reason; };
struct elig_figures {
	bool	known, proven, has_completed, has_advanced, has_disciplined, has_fighters;
	int64_t	members, completed, advanced, disciplined, fighters;
};

struct elig_facts {
	int64_t			 nomination;
	int64_t			 award;
	const char		*award_name, *achievement;
	bool			 form;
	enum nominee_kind	 nominee;
	enum commendation_kind	 kind;		/* of the round */
	int32_t			 year;		/* whose achievements count */
	struct date		 on;		/* day the state of things is judged */
	const char		*route;		/* chosen; "": any */
	bool			 identified;	/* the nominee is an entry of the register */
	const struct elig_honour	*honours;	size_t nhonours;
	const struct elig_year		*years;		size_t nyears;
	const struct elig_initiative	*initiatives;	size_t ninitiatives;
	const struct elig_discipline	*disciplines;	size_t ndisciplines;
	const struct elig_hold		*holds;		size_t nholds;
	const struct elig_other		*others;	size_t nothers;
	const struct elig_judgement	*judgements;	size_t njudgements;
	struct elig_figures	 figures;
};

/* --- verdict ---------------------------------------------------------------------------------------- */

struct elig_proof {
	int32_t		 year;		/* 0: not about a year */
	const char	*what;		/* award, rating, initiative */
	const char	*decision_no;	/* "" when none is known */
	bool		 counted;
	const char	*why_not;	/* when not counted; or a remark */
};

struct elig_finding {
	const struct elig_condition	*condition;
	enum finding_status		 status;
	const char			*missing;	/* what is lacking or cannot be told, "" when met */
	const struct elig_proof		*proofs;
	size_t				 nproofs;
};

struct elig_rule_result {
	const struct elig_rule		*rule;
	enum finding_status		 status;
	bool				 counts;	/* binding, and not of a route that was not chosen */
	const struct elig_finding	*findings;
	size_t				 nfindings;
};

struct elig_verdict {
	enum finding_status		 status;
	bool				 hold;		/* a ground to put on hold: a proposal, never a refusal */
	bool				 warned;	/* a rule that only warns is not met */
	bool				 own_rule;	/* a rule that counts and is about this very award was found */
	int32_t				 earliest;	/* first year it can be met; 0: met, or cannot be told */
	const char			*assumption;	/* under which earliest was computed; "" */
	int32_t				 met, unknown, not_met;	/* conditions of rules that count; alternatives count once */
	const struct elig_rule_result	*rules;
	size_t				 nrules;
};

/*
 * The verdict of the rules in force on a nomination.  rules: every rule of the day, of whatever award; those of
 * other awards are only used to look ahead.  Texts in lang; everything in the arena.
 */
struct elig_verdict	elig_evaluate(struct arena *, enum lang, const struct elig_rule *rules, size_t nrules,
			    const struct elig_facts *);

/* Whether count of total reaches percent: exact integers, reached is enough; total 0 never does. */
bool	elig_share_reaches(int64_t count, int64_t total, int64_t percent);

/*
 * Transition of a new version of the law (Luật 06/2026/QH16 Article 4(4)): the day whose rules a dossier
 * follows, and the day whose rules apply where they are more favourable ({0}: none).
 */
struct elig_transition { struct date from; bool received_before_continues, favourable_applies; };
struct elig_pin { struct date on, favourable_on; };
struct elig_pin	elig_pin(struct date received_on, struct date today, const struct elig_transition *, size_t n);
/* The better one for the nominee; the old one when they are equal. */
const struct elig_verdict *elig_favourable(const struct elig_verdict *old, const struct elig_verdict *new);

/*
 * Decree 152/2025 Article 4(6): of two equal nominees a woman, or a collective with 70 % of women and more, goes
 * first.  Negative: a first; positive: b first; 0: not decided by this.
 */
struct elig_tie { enum nominee_kind kind; bool woman; int64_t women, members; };	/* women of members: collectives */
int	elig_tie_break(const struct elig_tie *a, const struct elig_tie *b);

#endif
