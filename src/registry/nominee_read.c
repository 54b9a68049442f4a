/* What other features' pages show of nominees. */
#include "registry/nominee_read.h"

#include <inttypes.h>
#include <string.h>

#include "app/words.h"
#include "core/str.h"

const char *
nominee_born(struct arena *a, struct date on, bool year_known, int32_t year)
{
	if (on.year != 0)
		return date_format(a, on);
	return year_known ? arena_printf(a, "%" PRId32, year) : "";
}

const char *
nominee_near_words(const char *reason)
{
	static const struct {
		const char *reason, *words;
	} table[] = {
		{ "several", T("cùng tên, cùng đơn vị, không có gì khác nhau để phân biệt") },
		{ "number_differs",
		    T("cùng tên, cùng ngày hoặc năm sinh, cùng đơn vị nhưng khác số định danh (có thể là số chứng minh nhân dân cũ)") },
		{ "birth_unknown",
		    T("cùng tên, cùng đơn vị nhưng chưa rõ ngày sinh của một trong hai") },
		{ "birth_differs",
		    T("cùng tên, cùng đơn vị, ngày sinh khác nhau chút ít (có thể ghi nhầm)") },
		{ "unit_differs",
		    T("cùng tên, cùng ngày sinh, ở đơn vị khác (có thể đã chuyển công tác)") },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (str_eq(table[i].reason, reason))
			return table[i].words;
	return "";
}

/* --- findings ------------------------------------------------------------------------------------------ */

static const char *
finding_text(struct ctx *c, const struct sql_registry_nominee_findings_row *r)
{
	const char *year =
	    r->other_year_null ? "" : arena_printf(c->arena, "%" PRId32, r->other_year);
	struct arena *a = c->arena;
	enum lang lang = c->lang;

	if (str_eq(r->reason, "same_award"))
		return tr_fmt(a, lang,
		    T("Trùng với số %1 của danh sách: cùng đối tượng, cùng danh hiệu, hình thức khen thưởng."),
		    1, r->other_text);
	if (str_eq(r->reason, "two_titles"))
		return tr_fmt(a, lang,
		    T("Đã có ở số %1 của danh sách với danh hiệu “%2”: một đối tượng, hai danh hiệu cho cùng một năm."),
		    2, r->other_text, r->other_award);
	if (str_eq(r->reason, "own_elsewhere"))
		return tr_fmt(a, lang,
		    T("Đã được đề nghị trong một hồ sơ khác của đợt này: %1, “%2”."), 2,
		    r->other_text, r->other_award);
	if (str_eq(r->reason, "elsewhere"))
		return r->other_award[0] == '\0'
		    ? tr_fmt(a, lang, T("Đã được đơn vị khác đề nghị trong đợt này: %1."), 1,
			  r->other_text)
		    : tr_fmt(a, lang, T("Đã được đơn vị khác đề nghị trong đợt này: %1, “%2”."),
			  2, r->other_text, r->other_award);
	if (str_eq(r->reason, "held_same"))
		return tr_fmt(a, lang, T("Đã được tặng “%1” cho năm %2 (Quyết định %3, %4)."),
		    4, r->other_award, year, r->other_no, r->other_text);
	if (str_eq(r->reason, "held_year"))
		return tr_fmt(a, lang,
		    T("Năm %2 đã được tặng “%1” (Quyết định %3, %4): đối chiếu để không khen hai lần cho một thành tích."),
		    4, r->other_award, year, r->other_no, r->other_text);
	if (str_eq(r->reason, "number_name"))
		return tr(lang,
		    T("Số định danh này trong sổ thuộc về người có họ tên khác. Kiểm tra lại số và họ tên."));
	if (str_eq(r->reason, "number_birth"))
		return tr(lang,
		    T("Số định danh này trong sổ thuộc về người có ngày sinh khác. Kiểm tra lại số và ngày sinh."));
	if (year[0] != '\0')
		return tr_fmt(a, lang, T("Có phải là %1, sinh năm %2, %3? Lý do hỏi: %4."), 4,
		    r->other_award, year, r->other_no,
		    tr(lang, nominee_near_words(r->other_text)));
	return tr_fmt(a, lang, T("Có phải là %1, %2? Lý do hỏi: %3."), 3, r->other_award,
	    r->other_no, tr(lang, nominee_near_words(r->other_text)));
}

static enum err
read_findings(struct ctx *c, struct dossier_id dossier, struct nomination_id nomination,
    int64_t skip, int64_t count, struct nominee_findings *f)
{
	struct sql_registry_nominee_findings_rows rows;
	struct nominee_finding *v;

	MUST(nominee_op_duplicates(c, dossier, nomination, skip, count, &rows));
	v = arena_array(c->arena, rows.n + 1, sizeof(*v));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_registry_nominee_findings_row *r = &rows.v[i];

		v[i] = (struct nominee_finding){ .nomination_id = r->nomination_id,
			.ordinal = r->ordinal,
			.name = r->name,
			.award = r->award,
			.text = finding_text(c, r),
			.certain = !str_eq(r->reason, "maybe") };
		if (!v[i].certain)
			v[i].candidate.v = r->other_id;
		if (!r->other_dossier_id_null && !r->other_id_null)
			v[i].href =
			    arena_printf(c->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64,
				r->other_dossier_id, r->other_id);
	}
	f->dossier_id = dossier;
	f->v = v;
	f->n = rows.n;
	f->total = rows.n > 0 ? rows.v[0].total : 0;
	f->certain = rows.n > 0 ? rows.v[0].certain : 0;
	f->more = f->total > (int64_t)rows.n;
	return ERR_OK;
}

enum err
nominee_read_findings(struct ctx *c, struct dossier_id dossier, int64_t skip, int64_t count,
    struct nominee_findings *f)
{
	return read_findings(c, dossier, (struct nomination_id){ 0 }, skip, count, f);
}

/* --- one nomination -------------------------------------------------------------------------------------- */

static enum err
read_number(
    struct ctx *c, const struct sql_dossier_nomination_get_row *n, struct nominee_panel *p)
{
	struct identity_tail tail;
	unsigned doubts;
	bool found;
	int year = n->born_on.year != 0 ? n->born_on.year
	    : n->born_year_null         ? 0
					: n->born_year;

	MUST(nominee_op_identity_tail(c, n->nomination_id, &tail, &found));
	if (!found)
		return ERR_OK;
	p->number = identity_mask(c->arena, &tail);
	doubts = identity_doubts(&tail, !n->gender_null, n->gender, year);
	for (int i = 0; i < IDENTITY_DOUBT_COUNT; i++)
		if ((doubts & 1u << i) != 0)
			p->doubts[p->ndoubts++] = identity_doubt_words((enum identity_doubt)i);
	return ERR_OK;
}

enum err
nominee_read_panel(struct ctx *c, const struct page *page,
    const struct sql_dossier_nomination_get_row *n, bool may_decide, struct nominee_panel *p)
{
	struct sql_registry_nominee_of_row of;
	bool found;

	*p = (struct nominee_panel){ .page = page,
		.dossier_id = n->dossier_id,
		.nomination_id = n->nomination_id,
		.may_decide = may_decide };
	MUST(read_findings(
	    c, n->dossier_id, n->nomination_id, 0, FINDINGS_PER_PAGE, &p->findings));
	for (size_t i = 0; i < p->findings.n; i++)
		p->matched_certain = p->matched_certain || p->findings.v[i].certain;
	MUST(read_number(c, n, p));
	if (!actor_has(c->actor, NOMINEE_KEEPERS))
		return ERR_OK;
	MUST(sql_registry_nominee_of(c->db, c->arena,
	    &(struct sql_registry_nominee_of_params){ .nomination_id = n->nomination_id }, &of,
	    &found));
	if (found && !of.root_nominee_id_null &&
	    authz_require_everywhere(c, NOMINEE_KEEPERS) == ERR_OK)
		p->entry_href =
		    arena_printf(c->arena, "/so-danh-du/%" PRId64, of.root_nominee_id);
	return ERR_OK;
}

/* --- the story of an entry --------------------------------------------------------------------------------- */

enum err
nominee_read_story(
    struct ctx *c, struct nominee_id id, const struct nominee_story_line **lines, size_t *n)
{
	struct sql_registry_nominee_story_rows rows;
	struct nominee_story_line *v;
	enum nomination_state state;

	MUST(sql_registry_nominee_story(c->db, c->arena,
	    &(struct sql_registry_nominee_story_params){ .nominee_id = id }, &rows));
	v = arena_array(c->arena, rows.n + 1, sizeof(*v));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_registry_nominee_story_row *r = &rows.v[i];

		v[i].r = r;
		v[i].honour = str_eq(r->what, "honour");
		v[i].of_merged = r->nominee_id.v != id.v;
		if (v[i].honour)
			v[i].tag = str_eq(r->state, "held")
			    ? (struct ui_tag){ T("Đã khen thưởng"), "published" }
			    : (struct ui_tag){ T("Đã hủy bỏ"), "refused" };
		else if (nomination_state_parse(r->state, &state)) {
			v[i].tag = (struct ui_tag){ nomination_state_words(state),
				nomination_state_tag(state) };
			if (actor_has(c->actor, ROLE_BIT(ROLE_APPRAISER)) &&
			    state != NOMINATION_STATE_DRAFT)
				v[i].href = arena_printf(
				    c->arena, "/tham-dinh/de-nghi/%" PRId64, r->id);
		}
	}
	*lines = v;
	*n = rows.n;
	return ERR_OK;
}
