/* vinhdanhctl units import, awards import, seed: reference data from CSV files, as often as wanted. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/str.h"
#include "core/vietnamese.h"
#include "ctl/csv.h"
#include "ctl/ctl.h"
#include "sql/ctl.h"

/* The law that made today's award types; a file may say otherwise in a column valid_from. */
#define AWARDS_VALID_FROM "2024-01-01"
/* The shares in the catalogue are placeholders until the office confirms its regulation. */
#define RULE_LEGAL_BASIS "Mức tạm đặt theo danh mục, chờ Sở Nội vụ xác nhận"

/* One file on its way in. */
struct import {
	struct ctl *c;
	struct csv_table table;
	int64_t changed;
};

/* A statement failed for this row: say where, in the database's words. */
static enum err
row_fault_db(const struct import *im, enum err err)
{
	const char *message = db_last_message(im->c->db);

	return csv_fault(&im->table, "%s", message[0] != '\0' ? message : err_name(err));
}

static enum err
import_open(struct import *im, struct ctl *c, const char *path, const char *const *required)
{
	*im = (struct import){ .c = c };
	return csv_read(c->arena, path, required, &im->table);
}

static enum err
cell_required(const struct import *im, const char *column, const char **out)
{
	*out = csv_cell(&im->table, column);
	return **out != '\0' ? ERR_OK : csv_fault(&im->table, "'%s' is empty", column);
}

/* An empty cell is no date. */
static enum err
cell_date(const struct import *im, const char *column, struct date *out)
{
	const char *text = csv_cell(&im->table, column);

	*out = (struct date){ 0 };
	if (text[0] == '\0' || date_parse(text, out) == ERR_OK)
		return ERR_OK;
	return csv_fault(&im->table, "'%s' is not a date: %s", column, text);
}

static enum err
cell_number(const struct import *im, const char *column, int64_t min, int64_t max, int64_t *out)
{
	const char *text = csv_cell(&im->table, column);

	if (parse_i64(text, min, max, out) == ERR_OK)
		return ERR_OK;
	return csv_fault(&im->table, "'%s' is not a number from %" PRId64 " to %" PRId64 ": %s",
	    column, min, max, text);
}

static const char *
null_if_empty(const char *text)
{
	return text[0] == '\0' ? NULL : text;
}

/* The line people see of one file, and its audit row. */
static enum err
import_done(const struct import *im, const char *action, const char *what)
{
	const char *changed = arena_printf(im->c->arena, "%" PRId64, im->changed);
	const char *slash = strrchr(im->table.path, '/');

	printf("%-24s %5zu rows, %5" PRId64 " new or changed\n", what, im->table.nrows,
	    im->changed);
	if (im->changed == 0)
		return ERR_OK;
	return ctl_audit(im->c, action, "file", 0, (struct unit_id){ 0 },
	    ctl_json(im->c, 2, "file", slash == NULL ? im->table.path : slash + 1, "changed",
		changed));
}

/* -- units ------------------------------------------------------------------------------------- */

static enum err
unit_id_of(const struct import *im, const char *code, struct unit_id *out)
{
	struct sql_ctl_unit_find_params params = { .code = code };
	struct sql_ctl_unit_find_row row;
	bool found = false;
	enum err err;

	if ((err = sql_ctl_unit_find(im->c->db, im->c->arena, &params, &row, &found)) != ERR_OK)
		return row_fault_db(im, err);
	if (!found)
		return csv_fault(&im->table, "no unit with the code '%s'", code);
	*out = row.unit_id;
	return ERR_OK;
}

static enum err
unit_put(struct import *im)
{
	struct sql_ctl_unit_put_params p = { 0 };
	int64_t changed = 0;
	const char *kind;
	enum err err;

	MUST(cell_required(im, "code", &p.code));
	MUST(cell_required(im, "name_vi", &p.name_vi));
	MUST(cell_required(im, "name_en", &p.name_en));
	MUST(cell_required(im, "kind", &kind));
	if (!unit_kind_parse(kind, &p.kind))
		return csv_fault(&im->table, "unknown kind '%s'", kind);
	MUST(cell_date(im, "valid_from", &p.valid_from));
	MUST(cell_date(im, "valid_to", &p.valid_to));
	p.name_folded = vn_fold(im->c->arena, p.name_vi);
	p.note = null_if_empty(csv_cell(&im->table, "note"));
	if ((err = sql_ctl_unit_put(im->c->db, im->c->arena, &p, &changed)) != ERR_OK)
		return row_fault_db(im, err);
	im->changed += changed;
	return ERR_OK;
}

static enum err
unit_set_parent(struct import *im)
{
	struct sql_ctl_unit_set_parent_params p = { .parent_id_null = true };
	const char *parent = csv_cell(&im->table, "parent_code");
	struct unit_id parent_id = { 0 };
	int64_t changed = 0;
	enum err err;

	p.code = csv_cell(&im->table, "code");
	if (parent[0] != '\0') {
		MUST(unit_id_of(im, parent, &parent_id));
		p.parent_id = parent_id.v;
		p.parent_id_null = false;
	}
	if ((err = sql_ctl_unit_set_parent(im->c->db, im->c->arena, &p, &changed)) != ERR_OK)
		return row_fault_db(im, err);
	return ERR_OK;
}

/* Parents may stand anywhere in the file, hence the second round. */
static enum err
units_load(struct ctl *c, const char *path)
{
	static const char *const required[] = { "code", "name_vi", "name_en", "kind",
		"parent_code", NULL };
	struct import im;
	struct sql_ctl_unit_cycles_rows cycles;
	struct sql_ctl_unit_closure_refresh_row refreshed;
	enum err err;

	MUST(import_open(&im, c, path, required));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++)
		MUST(unit_put(&im));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++)
		MUST(unit_set_parent(&im));
	if ((err = sql_ctl_unit_cycles(c->db, c->arena, &cycles)) != ERR_OK)
		return err;
	if (cycles.n > 0) {
		ctl_fail("%s: unit '%s' would stand below itself", path, cycles.v[0].code);
		return ERR_INVALID;
	}
	MUST(sql_ctl_unit_closure_refresh(c->db, c->arena, &refreshed));
	return import_done(&im, "unit.import", "units");
}

static enum err
successions_load(struct ctl *c, const char *path)
{
	static const char *const required[] = { "predecessor_code", "successor_code",
		"effective_on", NULL };
	struct import im;
	struct sql_ctl_succession_put_params p;
	struct unit_id predecessor = { 0 }, successor = { 0 };
	int64_t changed;
	enum err err;

	MUST(import_open(&im, c, path, required));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++) {
		changed = 0;
		MUST(unit_id_of(&im, csv_cell(&im.table, "predecessor_code"), &predecessor));
		MUST(unit_id_of(&im, csv_cell(&im.table, "successor_code"), &successor));
		MUST(cell_date(&im, "effective_on", &p.effective_on));
		p.predecessor_id = predecessor.v;
		p.successor_id = successor.v;
		if ((err = sql_ctl_succession_put(c->db, c->arena, &p, &changed)) != ERR_OK)
			return row_fault_db(&im, err);
		im.changed += changed;
	}
	return import_done(&im, "unit.import_successions", "unit successions");
}

/* -- award types --------------------------------------------------------------------------------- */

static enum err
alias_put(struct import *im, const char *name, enum award_recipient recipient,
    struct award_type_id id, bool loose)
{
	struct sql_ctl_award_alias_put_params p = {
		.recipient = recipient, .award_type_id = id, .loose = loose
	};
	int64_t changed = 0;
	enum err err;

	p.folded = vn_fold(im->c->arena, name);
	if (p.folded[0] == '\0')
		return csv_fault(&im->table, "nothing is left of the name '%s'", name);
	if ((err = sql_ctl_award_alias_put(im->c->db, im->c->arena, &p, &changed)) != ERR_OK)
		return row_fault_db(im, err);
	im->changed += changed;
	return ERR_OK;
}

/* "Bằng khen ... (tập thể)" without what is in brackets at its end; who receives it says the rest. */
static const char *
name_without_bracket(struct arena *a, const char *name)
{
	const char *open = strrchr(name, '(');

	if (open == NULL || open == name || name[strlen(name) - 1] != ')')
		return name;
	return str_trim(a, arena_strndup(a, name, (size_t)(open - name)));
}

/* The share of votes the catalogue names, at every council that may decide on the award. */
static enum err
vote_rules_put(
    struct import *im, const struct sql_ctl_award_put_params *award, struct award_type_id id)
{
	struct sql_ctl_vote_rule_put_params p = { .award_type_id = id,
		.legal_basis = RULE_LEGAL_BASIS };
	int64_t percent, secret, changed;
	bool below;
	enum err err;
	int level;

	if (csv_cell(&im->table, "min_approval_percent")[0] == '\0')
		return ERR_OK;
	MUST(cell_number(im, "min_approval_percent", 1, 100, &percent));
	MUST(cell_number(im, "secret_ballot", 0, 1, &secret));
	p.percent = (int32_t)percent;
	p.secret = secret == 1;
	p.valid_from = award->valid_from;
	below = award->authority_level == AUTHORITY_LEVEL_AGENCY ||
	    award->authority_level == AUTHORITY_LEVEL_COMMUNE;
	for (level = 0; level < (int)COUNCIL_LEVEL_COUNT; level++) {
		if (level != COUNCIL_LEVEL_PROVINCE && !below)
			continue;
		p.level = (enum council_level)level;
		changed = 0;
		if ((err = sql_ctl_vote_rule_put(im->c->db, im->c->arena, &p, &changed)) !=
		    ERR_OK)
			return row_fault_db(im, err);
		im->changed += changed;
	}
	return ERR_OK;
}

static enum err
award_find(const struct import *im, const char *code, struct sql_ctl_award_find_row *row)
{
	struct sql_ctl_award_find_params params = { .code = code };
	bool found = false;
	enum err err;

	if ((err = sql_ctl_award_find(im->c->db, im->c->arena, &params, row, &found)) != ERR_OK)
		return row_fault_db(im, err);
	return found ? ERR_OK : csv_fault(&im->table, "no award type with the code '%s'", code);
}

static enum err
award_put(struct import *im)
{
	struct sql_ctl_award_put_params p = { 0 };
	struct sql_ctl_award_find_row row;
	const char *text;
	int64_t changed = 0, counted;
	enum err err;

	MUST(cell_required(im, "code", &p.code));
	MUST(cell_required(im, "name_vi", &p.name_vi));
	MUST(cell_required(im, "name_en", &p.name_en));
	MUST(cell_required(im, "category", &text));
	if (!award_category_parse(text, &p.category))
		return csv_fault(&im->table, "unknown category '%s'", text);
	MUST(cell_required(im, "recipient", &text));
	if (!award_recipient_parse(text, &p.recipient))
		return csv_fault(&im->table, "unknown recipient '%s'", text);
	MUST(cell_required(im, "authority_level", &text));
	if (!authority_level_parse(text, &p.authority_level))
		return csv_fault(&im->table, "unknown authority level '%s'", text);
	p.prerequisite = csv_cell(&im->table, "prerequisite");
	MUST(cell_required(im, "bonus_coefficient", &p.bonus_coefficient));
	MUST(cell_required(im, "law_reference", &p.legal_basis));
	p.confidence = csv_cell(&im->table, "confidence");
	MUST(cell_date(im, "valid_from", &p.valid_from));
	if (p.valid_from.year == 0)
		MUST(date_parse(AWARDS_VALID_FROM, &p.valid_from));
	MUST(cell_date(im, "valid_to", &p.valid_to));
	if ((err = sql_ctl_award_put(im->c->db, im->c->arena, &p, &changed)) != ERR_OK)
		return row_fault_db(im, err);
	counted = im->changed + changed;

	MUST(award_find(im, p.code, &row));
	MUST(alias_put(im, p.name_vi, p.recipient, row.award_type_id, false));
	MUST(alias_put(im, name_without_bracket(im->c->arena, p.name_vi), p.recipient,
	    row.award_type_id, false));
	MUST(vote_rules_put(im, &p, row.award_type_id));
	im->changed = counted; /* people count award types, not their names and rules */
	return ERR_OK;
}

static enum err
awards_load(struct ctl *c, const char *path)
{
	static const char *const required[] = { "code", "name_vi", "name_en", "category",
		"recipient", "authority_level", "bonus_coefficient", "law_reference",
		"confidence", NULL };
	struct import im;

	MUST(import_open(&im, c, path, required));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++)
		MUST(award_put(&im));
	return import_done(&im, "award_type.import", "award types");
}

static enum err
aliases_load(struct ctl *c, const char *path)
{
	static const char *const required[] = { "alias", "award_code", NULL };
	struct import im;
	struct sql_ctl_award_find_row row;
	const char *alias;

	MUST(import_open(&im, c, path, required));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++) {
		MUST(cell_required(&im, "alias", &alias));
		MUST(award_find(&im, csv_cell(&im.table, "award_code"), &row));
		MUST(alias_put(&im, alias, row.recipient, row.award_type_id,
		    !str_eq(csv_cell(&im.table, "exact"), "1")));
	}
	return import_done(&im, "award_type.import_aliases", "loose names of awards");
}

/* -- rates ------------------------------------------------------------------------------------- */

static enum err
base_salary_load(struct ctl *c, const char *path)
{
	static const char *const required[] = { "valid_from", "amount_dong", "legal_basis",
		"confidence", NULL };
	struct import im;
	struct sql_ctl_base_salary_put_params p;
	int64_t changed;
	enum err err;

	MUST(import_open(&im, c, path, required));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++) {
		changed = 0;
		MUST(cell_date(&im, "valid_from", &p.valid_from));
		MUST(cell_number(
		    &im, "amount_dong", 1, INT64_C(1000000000), &p.amount_dong.dong));
		MUST(cell_required(&im, "legal_basis", &p.legal_basis));
		p.confidence = csv_cell(&im.table, "confidence");
		if ((err = sql_ctl_base_salary_put(c->db, c->arena, &p, &changed)) != ERR_OK)
			return row_fault_db(&im, err);
		im.changed += changed;
	}
	return import_done(&im, "base_salary.import", "base salary");
}

static enum err
bonus_rounding_load(struct ctl *c, const char *path)
{
	static const char *const required[] = { "valid_from", "unit_dong", "mode",
		"legal_basis", NULL };
	struct import im;
	struct sql_ctl_bonus_rounding_put_params p;
	int64_t changed;
	enum err err;

	MUST(import_open(&im, c, path, required));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++) {
		changed = 0;
		MUST(cell_date(&im, "valid_from", &p.valid_from));
		MUST(cell_number(&im, "unit_dong", 1, INT64_C(1000000000), &p.unit_dong.dong));
		if (!rounding_mode_parse(csv_cell(&im.table, "mode"), &p.mode))
			return csv_fault(
			    &im.table, "unknown mode '%s'", csv_cell(&im.table, "mode"));
		MUST(cell_required(&im, "legal_basis", &p.legal_basis));
		if ((err = sql_ctl_bonus_rounding_put(c->db, c->arena, &p, &changed)) != ERR_OK)
			return row_fault_db(&im, err);
		im.changed += changed;
	}
	return import_done(&im, "bonus_rounding.import", "rounding of bonuses");
}

/* -- evidence ------------------------------------------------------------------------------------ */

static enum err
evidence_put(struct import *im)
{
	struct sql_ctl_evidence_put_params p = { 0 };
	struct sql_ctl_award_find_row award;
	const char *text;
	int64_t number, changed = 0;
	enum err err;

	MUST(cell_required(im, "code", &p.code));
	MUST(cell_number(im, "ordinal", 1, 10000, &number));
	p.ordinal = (int32_t)number;
	MUST(cell_required(im, "document", &text));
	if (!document_kind_parse(text, &p.document))
		return csv_fault(&im->table, "unknown document '%s'", text);
	text = csv_cell(&im->table, "or_document");
	p.or_document_null = text[0] == '\0';
	if (!p.or_document_null && !document_kind_parse(text, &p.or_document))
		return csv_fault(&im->table, "unknown document '%s'", text);
	if (!evidence_scope_parse(csv_cell(&im->table, "scope"), &p.scope))
		return csv_fault(
		    &im->table, "unknown scope '%s'", csv_cell(&im->table, "scope"));
	MUST(cell_number(im, "required", 0, 1, &number));
	p.required = number == 1;
	p.award_code = null_if_empty(csv_cell(&im->table, "award_code"));
	if (p.award_code != NULL)
		MUST(award_find(im, p.award_code, &award));
	text = csv_cell(&im->table, "category");
	p.category_null = text[0] == '\0';
	if (!p.category_null && !award_category_parse(text, &p.category))
		return csv_fault(&im->table, "unknown category '%s'", text);
	p.authority_levels = null_if_empty(csv_cell(&im->table, "authority_levels"));
	text = csv_cell(&im->table, "kind");
	p.kind_null = text[0] == '\0';
	if (!p.kind_null && !nominee_kind_parse(text, &p.kind))
		return csv_fault(&im->table, "unknown kind '%s'", text);
	if (!evidence_supplier_parse(csv_cell(&im->table, "supplier"), &p.supplier))
		return csv_fault(
		    &im->table, "unknown supplier '%s'", csv_cell(&im->table, "supplier"));
	p.form_no = csv_cell(&im->table, "form_no");
	p.note = csv_cell(&im->table, "note");
	MUST(cell_required(im, "legal_basis", &p.legal_basis));
	MUST(cell_required(im, "confidence", &p.confidence));
	MUST(cell_date(im, "valid_from", &p.valid_from));
	MUST(cell_date(im, "valid_to", &p.valid_to));
	if ((err = sql_ctl_evidence_put(im->c->db, im->c->arena, &p, &changed)) != ERR_OK)
		return row_fault_db(im, err);
	im->changed += changed;
	return ERR_OK;
}

static enum err
evidence_load(struct ctl *c, const char *path)
{
	static const char *const required[] = { "code", "ordinal", "document", "scope",
		"required", "supplier", "legal_basis", "confidence", "valid_from", NULL };
	struct import im;

	MUST(import_open(&im, c, path, required));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++)
		MUST(evidence_put(&im));
	return import_done(&im, "evidence_requirement.import", "papers of a dossier");
}

/* -- laws and rules of eligibility ----------------------------------------------------------------- */

static enum err
cell_confidence(const struct import *im, enum confidence *out)
{
	const char *text;

	MUST(cell_required(im, "confidence", &text));
	return confidence_parse(text, out)
	    ? ERR_OK
	    : csv_fault(&im->table, "unknown confidence '%s'", text);
}

/* Empty counts as fallback: a number nobody needs. */
static enum err
cell_small(const struct import *im, const char *column, int32_t *out)
{
	int64_t n = 0;

	if (csv_cell(&im->table, column)[0] != '\0')
		MUST(cell_number(im, column, 0, 100, &n));
	*out = (int32_t)n;
	return ERR_OK;
}

static enum err
laws_load(struct ctl *c, const char *path)
{
	static const char *const required[] = { "law", "valid_from", "valid_to", "title",
		"confidence", NULL };
	struct import im;
	enum err err;

	MUST(import_open(&im, c, path, required));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++) {
		struct sql_ctl_law_put_params p = { .note = csv_cell(&im.table, "note"),
			.transition_basis = csv_cell(&im.table, "transition_basis"),
			.received_before_continues =
			    str_eq(csv_cell(&im.table, "received_before_continues"), "1"),
			.favourable_applies =
			    str_eq(csv_cell(&im.table, "favourable_applies"), "1") };
		int64_t changed = 0;

		MUST(cell_required(&im, "law", &p.law));
		MUST(cell_required(&im, "title", &p.title));
		MUST(cell_date(&im, "valid_from", &p.valid_from));
		MUST(cell_date(&im, "valid_to", &p.valid_to));
		MUST(cell_confidence(&im, &p.confidence));
		if ((err = sql_ctl_law_put(c->db, c->arena, &p, &changed)) != ERR_OK)
			return row_fault_db(&im, err);
		im.changed += changed;
	}
	return import_done(&im, "law.import", "versions of laws");
}

static enum err
cell_award(const struct import *im, const char *column, struct award_type_id *id, bool *none)
{
	const char *code = csv_cell(&im->table, column);
	struct sql_ctl_award_find_row row;

	*none = code[0] == '\0';
	if (*none)
		return ERR_OK;
	MUST(award_find(im, code, &row));
	*id = row.award_type_id;
	return ERR_OK;
}

static enum err
rule_put(struct import *im)
{
	struct sql_ctl_rule_put_params p = { .route = csv_cell(&im->table, "route"),
		.warn_only = str_eq(csv_cell(&im->table, "warn_only"), "1"),
		.note = csv_cell(&im->table, "note") };
	const char *kind = csv_cell(&im->table, "commendation_kind");
	int64_t changed = 0;
	enum err err;

	MUST(cell_required(im, "rule_code", &p.code));
	MUST(cell_required(im, "rule_wording", &p.wording));
	MUST(cell_required(im, "law", &p.law));
	MUST(cell_required(im, "legal_basis", &p.legal_basis));
	MUST(cell_date(im, "valid_from", &p.valid_from));
	MUST(cell_date(im, "valid_to", &p.valid_to));
	MUST(cell_confidence(im, &p.confidence));
	MUST(cell_award(im, "award_code", &p.award_type_id, &p.award_type_id_null));
	p.commendation_kind_null = kind[0] == '\0';
	if (!p.commendation_kind_null && !commendation_kind_parse(kind, &p.commendation_kind))
		return csv_fault(&im->table, "unknown kind of commendation '%s'", kind);
	if ((err = sql_ctl_rule_put(im->c->db, im->c->arena, &p, &changed)) != ERR_OK)
		return row_fault_db(im, err);
	im->changed += changed;
	return ERR_OK;
}

static enum err
condition_put(struct import *im)
{
	const char *kind, *rating = csv_cell(&im->table, "rating"),
			  *scope = csv_cell(&im->table, "scope"),
			  *level = csv_cell(&im->table, "level");
	struct sql_ctl_condition_put_params p = { .code = csv_cell(&im->table, "rule_code"),
		.alternative = csv_cell(&im->table, "alternative"),
		.rating_null = rating[0] == '\0',
		.scope_null = scope[0] == '\0',
		.level_null = level[0] == '\0' };
	struct award_type_id since = { 0 };
	int64_t changed = 0;
	enum err err;

	MUST(cell_required(im, "kind", &kind));
	MUST(cell_required(im, "wording", &p.wording));
	MUST(cell_date(im, "valid_from", &p.valid_from));
	if (!condition_kind_parse(kind, &p.kind))
		return csv_fault(&im->table, "unknown condition '%s'", kind);
	if (!p.rating_null && !rating_parse(rating, &p.rating))
		return csv_fault(&im->table, "unknown rating '%s'", rating);
	if (!p.scope_null && !initiative_scope_parse(scope, &p.scope))
		return csv_fault(&im->table, "unknown scope '%s'", scope);
	if (!p.level_null && !discipline_level_parse(level, &p.level))
		return csv_fault(&im->table, "unknown level of discipline '%s'", level);
	MUST(cell_award(im, "condition_award", &p.award_type_id, &p.award_type_id_null));
	MUST(cell_award(im, "since_award", &since, &p.since_award_type_id_null));
	p.since_award_type_id = since.v;
	MUST(cell_small(im, "ordinal", &p.ordinal));
	MUST(cell_small(im, "count", &p.count));
	MUST(cell_small(im, "years", &p.years));
	MUST(cell_small(im, "percent", &p.percent));
	if ((err = sql_ctl_condition_put(im->c->db, im->c->arena, &p, &changed)) != ERR_OK)
		return row_fault_db(im, err);
	im->changed += changed;
	return ERR_OK;
}

/* One line is one condition; the lines of a rule repeat its own columns. */
static enum err
rules_load(struct ctl *c, const char *path)
{
	static const char *const required[] = { "rule_code", "valid_from", "valid_to",
		"award_code", "route", "rule_wording", "law", "legal_basis", "confidence",
		"warn_only", "ordinal", "alternative", "kind", "wording", NULL };
	struct import im;

	MUST(import_open(&im, c, path, required));
	for (im.table.row = 0; im.table.row < im.table.nrows; im.table.row++) {
		MUST(rule_put(&im));
		MUST(condition_put(&im));
	}
	return import_done(&im, "rule.import", "rules of eligibility");
}

/* -- commands ------------------------------------------------------------------------------------ */

typedef enum err load_fn(struct ctl *, const char *path);

/* Some files, loaded in order in one transaction: all of them or none. */
struct load {
	load_fn *load;
	const char *path;
};
struct loads {
	struct load v[16];
	size_t n;
};

static int
do_loads(struct ctl *c, void *arg)
{
	const struct loads *loads = arg;
	size_t i;
	enum err err;

	for (i = 0; i < loads->n; i++) {
		err = loads->v[i].load(c, loads->v[i].path);
		if (err == ERR_INVALID)
			return CTL_FAILED; /* told where it was found */
		if (err != ERR_OK)
			return ctl_fail_db(c, err, loads->v[i].path);
	}
	return CTL_OK;
}

static void
loads_add(struct loads *loads, load_fn *load, const char *path)
{
	loads->v[loads->n++] = (struct load){ load, path };
}

static int
import_command(struct ctl *c, load_fn *first, const char *option, load_fn *second)
{
	struct loads loads = { 0 };
	const char *path = ctl_option(c, option);

	if (!ctl_args_are(c, 1))
		return CTL_USAGE;
	loads_add(&loads, first, c->args[0]);
	if (path != NULL)
		loads_add(&loads, second, path);
	return ctl_transaction(c, do_loads, &loads);
}

int
ctl_units_import(struct ctl *c)
{
	return import_command(c, units_load, "--successions", successions_load);
}

int
ctl_awards_import(struct ctl *c)
{
	return import_command(c, awards_load, "--aliases", aliases_load);
}

int
ctl_seed(struct ctl *c)
{
	static const struct {
		load_fn *load;
		const char *file;
	} files[] = {
		{ units_load, "units.csv" },
		{ units_load, "agencies.csv" },
		{ successions_load, "unit-successions.csv" },
		{ awards_load, "award-types.csv" },
		{ aliases_load, "award-aliases.csv" },
		{ base_salary_load, "base-salary.csv" },
		{ bonus_rounding_load, "bonus-rounding.csv" },
		{ laws_load, "law-versions.csv" },
		{ rules_load, "eligibility-rules.csv" },
		{ evidence_load, "evidence-requirements.csv" },
	};
	struct loads loads = { 0 };
	const char *dir;
	size_t i;

	if (c->nargs > 0) {
		if (!ctl_args_are(c, 1))
			return CTL_USAGE;
		dir = c->args[0];
	} else {
		dir = arena_printf(c->arena, "%s/sql/seed", ctl_home(c));
	}
	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		loads_add(
		    &loads, files[i].load, arena_printf(c->arena, "%s/%s", dir, files[i].file));
	return ctl_transaction(c, do_loads, &loads);
}
