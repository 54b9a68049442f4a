/* Use cases of eligibility: facts are read in a fixed number of statements, judged in memory. */
#include "eligibility/eligibility_op.h"

#include <inttypes.h>
#include <string.h>

#include "app/audit_json.h"
#include "core/str.h"
#include "eligibility/eligibility_words.h"

static enum err
conflict(struct ctx *c, const char *why)
{
	c->why = why;
	return ERR_CONFLICT;
}

/* --- rules ------------------------------------------------------------------------------------------ */

static struct elig_condition
condition_of(const struct sql_eligibility_rules_row *r)
{
	return (struct elig_condition){ .id = r->condition_id.v,
		.kind = r->kind,
		.alternative = r->alternative,
		.award = r->asked_id_null ? 0 : r->asked_id,
		.award_name = r->asked_name != NULL ? r->asked_name : "",
		.since = r->since_id_null ? 0 : r->since_id,
		.since_name = r->since_name != NULL ? r->since_name : "",
		.count = r->count,
		.years = r->years,
		.percent = r->percent,
		.rating = r->rating_null ? RATING_NOT_COMPLETED : r->rating,
		.scope = r->scope_null ? INITIATIVE_SCOPE_UNIT : r->scope,
		.wording = r->wording };
}

static struct elig_rule
rule_of(const struct sql_eligibility_rules_row *r, const struct elig_condition *conditions)
{
	return (struct elig_rule){ .id = r->rule_id.v,
		.code = r->code,
		.award = r->award_type_id_null ? 0 : r->award_type_id.v,
		.any_kind = r->commendation_kind_null,
		.kind = r->commendation_kind,
		.route = r->route,
		.wording = r->rule_wording,
		.law = r->law,
		.legal_basis = r->legal_basis,
		.law_title = r->law_title != NULL ? r->law_title : "",
		.law_note = r->law_note != NULL ? r->law_note : "",
		.note = r->note,
		.valid_from = r->valid_from,
		.valid_to = r->valid_to,
		.confidence = r->confidence,
		.confirmed = r->confirmed,
		.warn_only = r->warn_only,
		.binding = r->pinned_null
		    ? elig_binding(r->confidence, r->confirmed, r->warn_only)
		    : r->pinned,
		.conditions = conditions };
}

/* dossier {0}: the rules of the day whatever is pinned. */
static enum err
read_rules(struct ctx *c, struct dossier_id dossier, struct date on, struct elig_rule **rules,
    size_t *n)
{
	struct sql_eligibility_rules_rows rows;
	struct elig_condition *conditions;

	MUST(sql_eligibility_rules(c->db, c->arena,
	    &(struct sql_eligibility_rules_params){ .on = on, .dossier_id = dossier }, &rows));
	conditions = arena_array(c->arena, rows.n + 1, sizeof(*conditions));
	*rules = arena_array(c->arena, rows.n + 1, sizeof(**rules));
	*n = 0;
	for (size_t i = 0; i < rows.n; i++) {
		conditions[i] = condition_of(&rows.v[i]);
		if (i == 0 || rows.v[i].rule_id.v != rows.v[i - 1].rule_id.v)
			(*rules)[(*n)++] = rule_of(&rows.v[i], &conditions[i]);
		(*rules)[*n - 1].nconditions++;
	}
	return ERR_OK;
}

/* --- facts ------------------------------------------------------------------------------------------- */

/* What the statements brought, each in the order of nominations. */
struct sources {
	struct sql_eligibility_honours_rows honours;
	struct sql_eligibility_years_rows *years;
	struct sql_eligibility_initiatives_rows *initiatives;
	struct sql_eligibility_disciplines_rows *disciplines;
	struct sql_eligibility_holds_rows *holds;
	struct sql_eligibility_others_rows others;
	struct sql_eligibility_judgements_rows judgements;
	struct elig_honour *h;
	struct elig_year *y;
	struct elig_initiative *i;
	struct elig_discipline *d;
	struct elig_hold *g;
	struct elig_other *o;
	struct elig_judgement *j;
};

#define READ(what, rows)                                              \
	MUST(sql_eligibility_##what(c->db, c->arena,                  \
	    &(struct sql_eligibility_##what##_params){                \
		.dossier_id = dossier, .nomination_id = nomination }, \
	    rows))

static enum err
read_sources(struct ctx *c, struct dossier_id dossier, struct nomination_id nomination,
    struct eligibility_set *set, struct sources *s)
{
	s->years = &set->years;
	s->initiatives = &set->initiatives;
	s->disciplines = &set->disciplines;
	s->holds = &set->holds;
	READ(honours, &s->honours);
	READ(years, s->years);
	READ(initiatives, s->initiatives);
	READ(disciplines, s->disciplines);
	READ(holds, s->holds);
	READ(others, &s->others);
	READ(judgements, &s->judgements);
	return ERR_OK;
}

static void
convert_honours(struct arena *a, struct sources *s)
{
	s->h = arena_array(a, s->honours.n + 1, sizeof(*s->h));
	for (size_t i = 0; i < s->honours.n; i++) {
		const struct sql_eligibility_honours_row *r = &s->honours.v[i];

		s->h[i] = (struct elig_honour){ .award = r->award_type_id.v,
			.award_name = r->award_name,
			.decision_no = r->decision_no,
			.unit = r->unit_name,
			.year = r->period_year,
			.decided_on = r->decision_date,
			.form = r->category == AWARD_CATEGORY_KHEN_THUONG,
			.kind_known = !r->commendation_kind_null,
			.kind = r->commendation_kind,
			.revoked = r->state == HONOUR_STATE_REVOKED,
			.achievement = r->achievement };
	}
	s->o = arena_array(a, s->others.n + 1, sizeof(*s->o));
	for (size_t i = 0; i < s->others.n; i++)
		s->o[i] = (struct elig_other){ s->others.v[i].award_type_id.v,
			s->others.v[i].award_name, s->others.v[i].unit_name,
			s->others.v[i].achievement,
			s->others.v[i].category == AWARD_CATEGORY_KHEN_THUONG };
}

/* Declared without a paper, and seen by no appraiser: no proof. */
static bool
proven(enum fact_source source, bool confirmed, const char *paper)
{
	return confirmed || source != FACT_SOURCE_DECLARED || paper[0] != '\0';
}

static void
convert_years(struct arena *a, enum lang lang, struct sources *s)
{
	s->y = arena_array(a, s->years->n + 1, sizeof(*s->y));
	for (size_t i = 0; i < s->years->n; i++) {
		const struct sql_eligibility_years_row *r = &s->years->v[i];

		s->y[i] =
		    (struct elig_year){ r->year, !r->rating_null, r->maternity_leave, r->rating,
			    r->decision_no, proven(r->source, r->confirmed, r->decision_no) };
	}
	s->i = arena_array(a, s->initiatives->n + 1, sizeof(*s->i));
	for (size_t i = 0; i < s->initiatives->n; i++) {
		const struct sql_eligibility_initiatives_row *r = &s->initiatives->v[i];

		s->i[i] = (struct elig_initiative){ .id = r->initiative_id.v,
			.year = r->year,
			.scope = r->scope,
			.title = r->title[0] != '\0'
			    ? r->title
			    : tr(lang, T("Sáng kiến ghi trong sổ khen thưởng")),
			.recognition_no = r->recognition_no,
			.proven = proven(r->source, r->confirmed, r->recognition_no),
			.chosen = r->chosen,
			.used_for = r->used_for,
			.used_for_form = r->used_category == AWARD_CATEGORY_KHEN_THUONG };
	}
}

static void
convert_rest(struct arena *a, struct sources *s)
{
	s->d = arena_array(a, s->disciplines->n + 1, sizeof(*s->d));
	for (size_t i = 0; i < s->disciplines->n; i++) {
		const struct sql_eligibility_disciplines_row *r = &s->disciplines->v[i];

		s->d[i] =
		    (struct elig_discipline){ r->level, r->from_on, r->to_on, r->decision_no };
	}
	s->g = arena_array(a, s->holds->n + 1, sizeof(*s->g));
	for (size_t i = 0; i < s->holds->n; i++) {
		const struct sql_eligibility_holds_row *r = &s->holds->v[i];

		s->g[i] = (struct elig_hold){ r->kind, r->from_on, r->to_on, r->document_no };
	}
	s->j = arena_array(a, s->judgements.n + 1, sizeof(*s->j));
	for (size_t i = 0; i < s->judgements.n; i++)
		s->j[i] = (struct elig_judgement){ s->judgements.v[i].condition_id.v,
			s->judgements.v[i].met, s->judgements.v[i].reason };
}

/* Where the rows of a nomination begin, and how many they are: rows are in the order of nominations. */
#define SLICE(rows, from, count)                                                \
	do {                                                                    \
		size_t lo_ = 0, hi_ = (rows)->n;                                \
		while (lo_ < hi_) {                                             \
			size_t mid_ = lo_ + (hi_ - lo_) / 2;                    \
			if ((rows)->v[mid_].nomination_id.v < id)               \
				lo_ = mid_ + 1;                                 \
			else                                                    \
				hi_ = mid_;                                     \
		}                                                               \
		(from) = lo_;                                                   \
		while (hi_ < (rows)->n && (rows)->v[hi_].nomination_id.v == id) \
			hi_++;                                                  \
		(count) = hi_ - lo_;                                            \
	} while (0)

static struct elig_figures
figures_of(const struct sql_eligibility_nominations_row *n)
{
	return (struct elig_figures){ .known = !n->members_null,
		.proven = n->figures_confirmed,
		.has_completed = !n->completed_null,
		.has_advanced = !n->advanced_null,
		.has_disciplined = !n->disciplined_null,
		.has_fighters = !n->fighters_null,
		.members = n->members,
		.completed = n->completed,
		.advanced = n->advanced,
		.disciplined = n->disciplined,
		.fighters = n->fighters };
}

static struct elig_facts
facts_of(const struct eligibility_set *set, const struct sources *s,
    const struct sql_eligibility_nominations_row *n, struct date today)
{
	struct elig_facts f = { .nomination = n->nomination_id.v,
		.award = n->award_type_id.v,
		.award_name = n->award_name,
		.achievement = n->achievement,
		.form = n->category == AWARD_CATEGORY_KHEN_THUONG,
		.nominee = n->kind,
		.kind = set->d.season_kind,
		.year = set->d.season_year,
		.on = today,
		.route = n->route,
		.identified = !n->nominee_id_null,
		.figures = figures_of(n) };
	int64_t id = n->nomination_id.v;
	size_t at;

	SLICE(&s->honours, at, f.nhonours);
	f.honours = s->h + at;
	SLICE(s->years, at, f.nyears);
	f.years = s->y + at;
	SLICE(s->initiatives, at, f.ninitiatives);
	f.initiatives = s->i + at;
	SLICE(s->disciplines, at, f.ndisciplines);
	f.disciplines = s->d + at;
	SLICE(s->holds, at, f.nholds);
	f.holds = s->g + at;
	SLICE(&s->others, at, f.nothers);
	f.others = s->o + at;
	SLICE(&s->judgements, at, f.njudgements);
	f.judgements = s->j + at;
	return f;
}

/* --- verdicts -------------------------------------------------------------------------------------------- */

static enum err
read_pin(struct ctx *c, struct eligibility_set *set)
{
	struct sql_eligibility_transitions_rows rows;
	struct elig_transition *t;

	MUST(sql_eligibility_transitions(c->db, c->arena, &rows));
	t = arena_array(c->arena, rows.n + 1, sizeof(*t));
	for (size_t i = 0; i < rows.n; i++)
		t[i] = (struct elig_transition){ rows.v[i].valid_from,
			rows.v[i].received_before_continues, rows.v[i].favourable_applies };
	set->pin = elig_pin(set->d.received_on, date_of(c->now), t, rows.n);
	set->pinned = set->d.received_on.year != 0;
	for (size_t i = 0; i < rows.n && set->pin.favourable_on.year != 0; i++) {
		if (date_cmp(rows.v[i].valid_from, set->pin.favourable_on) == 0)
			set->transition_basis = rows.v[i].transition_basis;
	}
	return ERR_OK;
}

static void
count(struct eligibility_set *set, const struct elig_verdict *v)
{
	set->met += v->status == FINDING_STATUS_MET;
	set->unknown += v->status == FINDING_STATUS_UNKNOWN;
	set->not_met += v->status == FINDING_STATUS_NOT_MET;
	set->hold += v->hold;
	set->warned += v->warned;
}

static enum err
evaluate(struct ctx *c, struct dossier_id dossier, struct nomination_id nomination,
    struct eligibility_set *set)
{
	struct sql_eligibility_nominations_rows rows;
	struct sources s = { 0 };
	struct elig_rule *newer = NULL;
	size_t nnewer = 0;

	memset(set, 0, sizeof(*set));
	MUST(sql_eligibility_dossier(c->db, c->arena,
	    &(struct sql_eligibility_dossier_params){ .dossier_id = dossier }, &set->d));
	MUST(read_pin(c, set));
	MUST(read_rules(c, dossier, set->pin.on, &set->rules, &set->nrules));
	if (set->pin.favourable_on.year != 0)
		MUST(read_rules(
		    c, (struct dossier_id){ 0 }, set->pin.favourable_on, &newer, &nnewer));
	READ(nominations, &rows);
	MUST(read_sources(c, dossier, nomination, set, &s));
	convert_honours(c->arena, &s);
	convert_years(c->arena, c->lang, &s);
	convert_rest(c->arena, &s);
	set->v = arena_array(c->arena, rows.n + 1, sizeof(*set->v));
	set->n = rows.n;
	for (size_t i = 0; i < rows.n; i++) {
		struct elig_facts f = facts_of(set, &s, &rows.v[i], date_of(c->now));
		struct eligibility_case *k = &set->v[i];

		k->n = &rows.v[i];
		k->verdict = elig_evaluate(c->arena, c->lang, set->rules, set->nrules, &f);
		if (newer != NULL && k->verdict.status != FINDING_STATUS_MET) {
			struct elig_verdict now =
			    elig_evaluate(c->arena, c->lang, newer, nnewer, &f);

			k->favourable = elig_favourable(&k->verdict, &now) == &now;
			if (k->favourable)
				k->verdict = now;
		}
		count(set, &k->verdict);
	}
	return nomination.v != 0 && rows.n == 0 ? ERR_NOT_FOUND : ERR_OK;
}

enum err
eligibility_op_of_dossier(struct ctx *c, struct dossier_id id, struct eligibility_set *set)
{
	return evaluate(c, id, (struct nomination_id){ 0 }, set);
}

enum err
eligibility_op_of_nomination(struct ctx *c, struct dossier_id dossier, struct nomination_id id,
    struct eligibility_set *set)
{
	return evaluate(c, dossier, id, set);
}

/* --- frozen beside the dossier ------------------------------------------------------------------------------ */

static json_t *
frozen_finding(const struct elig_finding *f)
{
	json_t *proofs = json_array();

	for (size_t i = 0; i < f->nproofs; i++)
		json_array_append_new(proofs,
		    json_pack("{s:i, s:s, s:s, s:b, s:s}", "year", (int)f->proofs[i].year,
			"what", f->proofs[i].what, "decision_no", f->proofs[i].decision_no,
			"counted", (int)f->proofs[i].counted, "remark",
			f->proofs[i].why_not != NULL ? f->proofs[i].why_not : ""));
	return json_pack("{s:s, s:s, s:s, s:s, s:o}", "condition", f->condition->wording,
	    "alternative", f->condition->alternative, "status", finding_status_text(f->status),
	    "missing", f->missing, "proofs", proofs);
}

static const char *
frozen_verdict(struct ctx *c, const struct eligibility_case *k)
{
	json_t *rules = json_array(), *doc;

	for (size_t i = 0; i < k->verdict.nrules; i++) {
		const struct elig_rule_result *r = &k->verdict.rules[i];
		json_t *findings = json_array();

		for (size_t j = 0; j < r->nfindings; j++)
			json_array_append_new(findings, frozen_finding(&r->findings[j]));
		json_array_append_new(rules,
		    json_pack("{s:s, s:s, s:s, s:s, s:s, s:b, s:s, s:o}", "code", r->rule->code,
			"wording", r->rule->wording, "legal_basis", r->rule->legal_basis, "law",
			r->rule->law_title, "route", r->rule->route, "counts", (int)r->counts,
			"status", finding_status_text(r->status), "conditions", findings));
	}
	doc = json_pack("{s:s, s:s, s:b, s:i, s:s, s:b, s:o}", "award", k->n->award_name,
	    "status", finding_status_text(k->verdict.status), "on_hold", (int)k->verdict.hold,
	    "earliest_year", (int)k->verdict.earliest, "assumption", k->verdict.assumption,
	    "favourable", (int)k->favourable, "rules", rules);
	if (doc == NULL)
		json_decref(rules);
	return json_text_sorted(c->arena, doc);
}

enum err
eligibility_op_freeze(struct ctx *c, struct dossier_id id)
{
	enum lang lang = c->lang;
	struct eligibility_set set;
	json_t *lines;
	const char *text;
	int64_t pinned, kept;
	bool whole = true;
	enum err err;

	MUST(sql_eligibility_pin(c->db, c->arena,
	    &(struct sql_eligibility_pin_params){ .dossier_id = id }, &pinned));
	/* Kept in the language of the office, whoever receives it. */
	c->lang = LANG_VI;
	err = eligibility_op_of_dossier(c, id, &set);
	c->lang = lang;
	MUST(err);
	lines = json_array();
	for (size_t i = 0; i < set.n; i++) {
		const struct eligibility_case *k = &set.v[i];
		const char *content;

		if (k->n->state != NOMINATION_STATE_APPRAISING)
			continue;
		content = frozen_verdict(c, k);
		whole = whole && content != NULL &&
		    json_array_append_new(lines,
			json_pack("{s:I, s:s, s:b, s:o, s:s}", "nomination_id",
			    (json_int_t)k->n->nomination_id.v, "status",
			    finding_status_text(k->verdict.status), "on_hold",
			    (int)k->verdict.hold, "earliest_year",
			    k->verdict.earliest != 0 ? json_integer(k->verdict.earliest)
						     : json_null(),
			    "content", content)) == 0;
	}
	text = json_text(c->arena, lines);
	if (!whole || text == NULL)
		return ERR_INTERNAL;
	return sql_eligibility_verdicts_insert(c->db, c->arena,
	    &(struct sql_eligibility_verdicts_insert_params){
		.rules_on = set.pin.on, .lines = text },
	    &kept);
}

/* --- declared ------------------------------------------------------------------------------------------------- */

enum err
eligibility_op_may_declare(struct ctx *c, const struct eligibility_set *set)
{
	const struct sql_eligibility_nominations_row *n = set->v[0].n;
	bool open = (set->d.state == DOSSIER_STATE_DRAFT) ||
	    (set->d.state == DOSSIER_STATE_RETURNED && n->state == NOMINATION_STATE_RETURNED);

	if (!set->d.mine && !set->d.appraises)
		return ERR_FORBIDDEN;
	if (!open && !set->d.appraises)
		return conflict(c,
		    T("Hồ sơ đã nộp nên đơn vị không khai thêm được. Cần bổ sung, đề nghị cơ quan thẩm định trả lại."));
	if (n->nominee_id_null)
		return conflict(c,
		    T("Chưa xác định được đây là ai trong sổ. Lưu lại trường hợp này rồi khai tiếp."));
	return ERR_OK;
}

static enum err
told(struct ctx *c, const struct eligibility_set *set, const char *action, json_t *detail)
{
	return audit_json(c, action, "nomination", set->v[0].n->nomination_id.v,
	    set->v[0].n->unit_id, detail);
}

enum err
eligibility_op_declare_year(
    struct ctx *c, const struct eligibility_set *set, const struct eligibility_year *y)
{
	const struct sql_eligibility_nominations_row *n = set->v[0].n;
	int64_t affected;

	MUST(eligibility_op_may_declare(c, set));
	for (size_t i = 0; i < set->years.n; i++) {
		const struct sql_eligibility_years_row *r = &set->years.v[i];

		if (r->year == y->year && !set->d.appraises &&
		    (r->source != FACT_SOURCE_DECLARED || r->confirmed || !r->own))
			return conflict(c,
			    T("Kết quả xếp loại năm này đã có trong sổ hoặc đã được xác nhận; chỉ cơ quan thẩm định sửa được."));
	}
	MUST(sql_eligibility_year_put(c->db, c->arena,
	    &(struct sql_eligibility_year_put_params){ .nominee_id = n->nominee_id,
		.unit_id = n->unit_id,
		.year = y->year,
		.rating = y->rating,
		.rating_null = !y->rated,
		.maternity_leave = y->maternity,
		.decision_no = y->decision_no,
		.appraises = set->d.appraises },
	    &affected));
	if (affected != 1)
		return conflict(c,
		    T("Kết quả xếp loại năm này đã có trong sổ hoặc đã được xác nhận; chỉ cơ quan thẩm định sửa được."));
	return told(c, set, "eligibility.declare_year",
	    json_pack("{s:i, s:s, s:b, s:s}", "year", (int)y->year, "rating",
		y->rated ? rating_text(y->rating) : "", "maternity_leave", (int)y->maternity,
		"decision_no", y->decision_no));
}

static enum err
put_uses(struct ctx *c, const struct eligibility_set *set, const char *ids, int64_t *chosen)
{
	return sql_eligibility_uses_insert(c->db, c->arena,
	    &(struct sql_eligibility_uses_insert_params){
		.nomination_id = set->v[0].n->nomination_id,
		.unit_id = set->v[0].n->unit_id,
		.dossier_id = set->d.dossier_id,
		.ids = ids },
	    chosen);
}

enum err
eligibility_op_declare_initiative(
    struct ctx *c, const struct eligibility_set *set, const struct eligibility_initiative *in)
{
	const struct sql_eligibility_nominations_row *n = set->v[0].n;
	struct sql_eligibility_initiative_insert_row row;
	int64_t chosen;

	MUST(eligibility_op_may_declare(c, set));
	MUST(sql_eligibility_initiative_insert(c->db, c->arena,
	    &(struct sql_eligibility_initiative_insert_params){ .nominee_id = n->nominee_id,
		.unit_id = n->unit_id,
		.year = in->year,
		.kind = in->kind,
		.title = in->title,
		.scope = in->scope,
		.recognised_by = in->recognised_by,
		.recognition_no = in->recognition_no },
	    &row));
	MUST(put_uses(
	    c, set, arena_printf(c->arena, "{%" PRId64 "}", row.initiative_id.v), &chosen));
	return told(c, set, "eligibility.declare_initiative",
	    json_pack("{s:I, s:i, s:s, s:s, s:s}", "initiative",
		(json_int_t)row.initiative_id.v, "year", (int)in->year, "scope",
		initiative_scope_text(in->scope), "title", in->title, "recognition_no",
		in->recognition_no));
}

enum err
eligibility_op_choose_initiatives(
    struct ctx *c, const struct eligibility_set *set, const int64_t *ids, size_t n)
{
	const char *list = "";
	int64_t gone, chosen;

	MUST(eligibility_op_may_declare(c, set));
	for (size_t i = 0; i < n; i++)
		list = arena_printf(c->arena, "%s%s%" PRId64, list, i > 0 ? "," : "", ids[i]);
	MUST(sql_eligibility_uses_delete(c->db, c->arena,
	    &(struct sql_eligibility_uses_delete_params){
		.nomination_id = set->v[0].n->nomination_id },
	    &gone));
	MUST(put_uses(c, set, arena_printf(c->arena, "{%s}", list), &chosen));
	if (chosen != (int64_t)n)
		return ERR_NOT_FOUND;
	return told(c, set, "eligibility.choose_initiatives",
	    json_pack("{s:s, s:I}", "initiatives", list, "before", (json_int_t)gone));
}

enum err
eligibility_op_claim(struct ctx *c, const struct eligibility_set *set, int32_t version,
    const char *route, const struct eligibility_figures *g)
{
	const struct sql_eligibility_nominations_row *n = set->v[0].n;
	int64_t affected;

	MUST(eligibility_op_may_declare(c, set));
	MUST(sql_eligibility_claim_put(c->db, c->arena,
	    &(struct sql_eligibility_claim_put_params){ .nomination_id = n->nomination_id,
		.unit_id = n->unit_id,
		.route = route,
		.members = g->members,
		.members_null = !g->known,
		.completed = g->completed,
		.completed_null = !g->known,
		.advanced = g->advanced,
		.advanced_null = !g->known,
		.disciplined = g->disciplined,
		.disciplined_null = !g->known,
		.fighters = g->fighters,
		.fighters_null = !g->known,
		.version = version },
	    &affected));
	if (affected != 1)
		return ERR_STALE;
	return told(c, set, "eligibility.claim",
	    json_pack("{s:s, s:b, s:i, s:i, s:i, s:i, s:i}", "route", route, "figures",
		(int)g->known, "members", (int)g->members, "completed", (int)g->completed,
		"advanced", (int)g->advanced, "disciplined", (int)g->disciplined, "fighters",
		(int)g->fighters));
}

/* --- found by an appraiser --------------------------------------------------------------------------------------- */

enum err
eligibility_op_may_appraise(struct ctx *c, const struct eligibility_set *set)
{
	if (!set->d.appraises)
		return ERR_FORBIDDEN;
	if (set->v[0].n->nominee_id_null)
		return conflict(c,
		    T("Chưa xác định được đây là ai trong sổ. Lưu lại trường hợp này rồi khai tiếp."));
	return ERR_OK;
}

static enum err
once(int64_t affected)
{
	return affected == 1 ? ERR_OK : ERR_STALE;
}

enum err
eligibility_op_confirm_year(struct ctx *c, const struct eligibility_set *set,
    struct achievement_year_id id, int32_t version)
{
	int64_t affected;
	bool here = false;

	MUST(eligibility_op_may_appraise(c, set));
	for (size_t i = 0; i < set->years.n; i++)
		here = here || set->years.v[i].achievement_year_id.v == id.v;
	if (!here)
		return ERR_NOT_FOUND;
	MUST(sql_eligibility_year_confirm(c->db, c->arena,
	    &(struct sql_eligibility_year_confirm_params){
		.achievement_year_id = id, .version = version },
	    &affected));
	MUST(once(affected));
	return told(c, set, "eligibility.confirm_year",
	    json_pack("{s:I}", "achievement_year", (json_int_t)id.v));
}

enum err
eligibility_op_confirm_initiative(
    struct ctx *c, const struct eligibility_set *set, struct initiative_id id, int32_t version)
{
	int64_t affected;
	bool here = false;

	MUST(eligibility_op_may_appraise(c, set));
	for (size_t i = 0; i < set->initiatives.n; i++)
		here = here || set->initiatives.v[i].initiative_id.v == id.v;
	if (!here)
		return ERR_NOT_FOUND;
	MUST(sql_eligibility_initiative_confirm(c->db, c->arena,
	    &(struct sql_eligibility_initiative_confirm_params){
		.initiative_id = id, .version = version },
	    &affected));
	MUST(once(affected));
	return told(c, set, "eligibility.confirm_initiative",
	    json_pack("{s:I}", "initiative", (json_int_t)id.v));
}

enum err
eligibility_op_confirm_figures(struct ctx *c, const struct eligibility_set *set)
{
	const struct sql_eligibility_nominations_row *n = set->v[0].n;
	int64_t affected;

	MUST(eligibility_op_may_appraise(c, set));
	MUST(sql_eligibility_claim_confirm(c->db, c->arena,
	    &(struct sql_eligibility_claim_confirm_params){
		.nomination_id = n->nomination_id, .version = n->claim_version },
	    &affected));
	MUST(once(affected));
	return told(c, set, "eligibility.confirm_figures",
	    json_pack("{s:i}", "version", (int)n->claim_version));
}

enum err
eligibility_op_judge(struct ctx *c, const struct eligibility_set *set, struct condition_id id,
    bool met, const char *reason)
{
	int64_t affected;

	MUST(eligibility_op_may_appraise(c, set));
	MUST(sql_eligibility_judgement_put(c->db, c->arena,
	    &(struct sql_eligibility_judgement_put_params){
		.nomination_id = set->v[0].n->nomination_id,
		.condition_id = id,
		.unit_id = set->v[0].n->unit_id,
		.met = met,
		.reason = reason },
	    &affected));
	if (affected != 1)
		return ERR_NOT_FOUND;
	return told(c, set, "eligibility.judge",
	    json_pack("{s:I, s:b, s:s}", "condition", (json_int_t)id.v, "met", (int)met,
		"reason", reason));
}

enum err
eligibility_op_discipline(struct ctx *c, const struct eligibility_set *set,
    enum discipline_level level, struct date from, struct date to, const char *decision_no)
{
	struct sql_eligibility_discipline_insert_row row;

	MUST(eligibility_op_may_appraise(c, set));
	MUST(sql_eligibility_discipline_insert(c->db, c->arena,
	    &(struct sql_eligibility_discipline_insert_params){
		.nominee_id = set->v[0].n->nominee_id,
		.unit_id = set->v[0].n->unit_id,
		.level = level,
		.from_on = from,
		.to_on = to,
		.decision_no = decision_no },
	    &row));
	return told(c, set, "eligibility.discipline",
	    json_pack("{s:I, s:s, s:s}", "discipline", (json_int_t)row.discipline_id.v, "level",
		discipline_level_text(level), "decision_no", decision_no));
}

enum err
eligibility_op_hold(struct ctx *c, const struct eligibility_set *set, enum hold_kind kind,
    struct date from, const char *document_no)
{
	struct sql_eligibility_hold_insert_row row;

	MUST(eligibility_op_may_appraise(c, set));
	MUST(sql_eligibility_hold_insert(c->db, c->arena,
	    &(struct sql_eligibility_hold_insert_params){ .nominee_id = set->v[0].n->nominee_id,
		.unit_id = set->v[0].n->unit_id,
		.kind = kind,
		.document_no = document_no,
		.from_on = from },
	    &row));
	return told(c, set, "eligibility.hold",
	    json_pack("{s:I, s:s, s:s}", "hold_ground", (json_int_t)row.hold_ground_id.v,
		"kind", hold_kind_text(kind), "document_no", document_no));
}

enum err
eligibility_op_hold_end(struct ctx *c, const struct eligibility_set *set,
    struct hold_ground_id id, int32_t version, struct date to, const char *conclusion)
{
	int64_t affected;
	bool here = false;

	MUST(eligibility_op_may_appraise(c, set));
	for (size_t i = 0; i < set->holds.n; i++)
		here = here || set->holds.v[i].hold_ground_id.v == id.v;
	if (!here)
		return ERR_NOT_FOUND;
	MUST(sql_eligibility_hold_end(c->db, c->arena,
	    &(struct sql_eligibility_hold_end_params){ .hold_ground_id = id,
		.version = version,
		.to_on = to,
		.conclusion = conclusion },
	    &affected));
	MUST(once(affected));
	return told(c, set, "eligibility.hold_end",
	    json_pack("{s:I, s:s}", "hold_ground", (json_int_t)id.v, "conclusion", conclusion));
}

/* --- the rules themselves ------------------------------------------------------------------------------------------- */

enum err
eligibility_op_rules(struct ctx *c, struct date on, struct sql_eligibility_rule_list_rows *rows)
{
	return sql_eligibility_rule_list(
	    c->db, c->arena, &(struct sql_eligibility_rule_list_params){ .on = on }, rows);
}

enum err
eligibility_op_rule(struct ctx *c, struct rule_id id, struct sql_eligibility_rule_get_row *r,
    struct sql_eligibility_rule_conditions_rows *conditions)
{
	MUST(sql_eligibility_rule_get(c->db, c->arena,
	    &(struct sql_eligibility_rule_get_params){ .rule_id = id, .on = date_of(c->now) },
	    r));
	return sql_eligibility_rule_conditions(c->db, c->arena,
	    &(struct sql_eligibility_rule_conditions_params){ .rule_id = id }, conditions);
}

enum err
eligibility_op_confirm_rule(
    struct ctx *c, struct rule_id id, const struct confirm_answer *answer)
{
	struct sql_eligibility_rule_get_row r;
	struct sql_eligibility_rule_conditions_rows conditions;
	int64_t affected;

	MUST(authz_require_everywhere(c, RULE_KEEPER_BITS));
	MUST(eligibility_op_rule(c, id, &r, &conditions));
	if (r.version != answer->version)
		return ERR_STALE;
	MUST(sql_eligibility_rule_confirm(c->db, c->arena,
	    &(struct sql_eligibility_rule_confirm_params){ .rule_id = id,
		.version = answer->version,
		.confirmed = answer->confirmed,
		.reason = answer->reason },
	    &affected));
	MUST(once(affected));
	return audit_json(c, answer->confirmed ? "rule.confirm" : "rule.withdraw", "rule", id.v,
	    (struct unit_id){ 0 },
	    json_pack("{s:s, s:s, s:b}", "code", r.code, "reason", answer->reason, "before",
		(int)r.confirmed));
}
