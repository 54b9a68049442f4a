/* The fields of the forms of a dossier and its nominations one by one, as text. */
#include "dossier/dossier_fields.h"

#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "registry/identity.h"
#include "web/form.h"

static const struct field_spec person[] = {
	{ "name", T("Họ và tên"), false },
	{ "gender", T("Giới tính"), false },
	{ "born", T("Ngày sinh"), false },
	{ "position", T("Chức vụ, nghề nghiệp"), false },
	{ "workplace", T("Đơn vị công tác"), false },
	{ "award_type_id", T("Danh hiệu, hình thức đề nghị"), false },
	{ "field", T("Lĩnh vực thành tích"), false },
	{ "achievement", T("Tóm tắt thành tích"), true },
};
static const struct field_spec collective[] = {
	{ "name", T("Tên tập thể"), false },
	{ "workplace", T("Đơn vị cấp trên trực tiếp, địa bàn"), false },
	{ "award_type_id", T("Danh hiệu, hình thức đề nghị"), false },
	{ "field", T("Lĩnh vực thành tích"), false },
	{ "achievement", T("Tóm tắt thành tích"), true },
};
static const struct field_spec household[] = {
	{ "name", T("Tên hộ gia đình"), false },
	{ "workplace", T("Ấp, khu phố, phường, xã"), false },
	{ "award_type_id", T("Danh hiệu, hình thức đề nghị"), false },
	{ "field", T("Lĩnh vực thành tích"), false },
	{ "achievement", T("Tóm tắt thành tích"), true },
};
static const struct field_spec head[] = {
	{ "title", T("Tên hồ sơ"), false },
	{ "letter_no", T("Số tờ trình"), false },
	{ "letter_date", T("Ngày tờ trình"), false },
	{ "season_id", T("Đợt xét"), false },
};

static const struct field_spec rating[] = {
	{ "rating_year", T("Năm xếp loại"), false },
	{ "rating", T("Mức xếp loại"), false },
	{ "maternity", T("Trong năm có thời gian nghỉ thai sản"), false },
	{ "rating_decision", T("Số quyết định xếp loại"), false },
};
static const struct field_spec initiative[] = {
	{ "initiative_title", T("Tên sáng kiến, đề tài"), false },
	{ "initiative_kind", T("Loại"), false },
	{ "initiative_scope", T("Phạm vi ảnh hưởng"), false },
	{ "initiative_year", T("Năm công nhận"), false },
	{ "recognised_by", T("Cơ quan công nhận"), false },
	{ "recognition_no", T("Số văn bản công nhận"), false },
};
static const struct field_spec claim[] = {
	{ "route", T("Đề nghị theo trường hợp"), false },
	{ "members", T("Tổng số người"), false },
	{ "completed", T("Số người hoàn thành nhiệm vụ"), false },
	{ "advanced", T("Số người đạt Lao động tiên tiến, Chiến sĩ tiên tiến"), false },
	{ "fighters", T("Số người đạt Chiến sĩ thi đua cơ sở"), false },
	{ "disciplined", T("Số người bị kỷ luật từ cảnh cáo trở lên"), false },
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

const struct field_spec *
nomination_fields(enum nominee_kind kind, size_t *n)
{
	switch (kind) {
	case NOMINEE_KIND_COLLECTIVE: *n = COUNT(collective); return collective;
	case NOMINEE_KIND_HOUSEHOLD: *n = COUNT(household); return household;
	case NOMINEE_KIND_PERSON:
	case NOMINEE_KIND_COUNT: break;
	}
	*n = COUNT(person);
	return person;
}

const struct field_spec *
dossier_fields(bool season, size_t *n)
{
	*n = season ? COUNT(head) : COUNT(head) - 1;
	return head;
}

const struct field_spec *
declaration_fields(enum draft_declaration d, size_t *n)
{
	switch (d) {
	case DRAFT_INITIATIVE: *n = COUNT(initiative); return initiative;
	case DRAFT_CLAIM: *n = COUNT(claim); return claim;
	case DRAFT_RATING:
	case DRAFT_DECLARATION_COUNT: break;
	}
	*n = COUNT(rating);
	return rating;
}

const char *
declaration_words(enum draft_declaration d)
{
	switch (d) {
	case DRAFT_RATING: return T("Khai kết quả xếp loại một năm");
	case DRAFT_INITIATIVE: return T("Khai sáng kiến, đề tài");
	case DRAFT_CLAIM:
	case DRAFT_DECLARATION_COUNT: break;
	}
	return T("Khai trường hợp đề nghị, số liệu");
}

int
field_find(const struct field_spec *fields, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) {
		if (str_eq(fields[i].name, name))
			return (int)i;
	}
	return -1;
}

static const char *
id_text(struct arena *a, int64_t id)
{
	return id != 0 ? arena_printf(a, "%" PRId64, id) : "";
}

static const char *
or_empty(const char *s)
{
	return s != NULL ? s : "";
}

const char *
nomination_field_text(struct arena *a, const struct nomination_input *in, const char *field)
{
	if (str_eq(field, "name"))
		return or_empty(in->name);
	if (str_eq(field, "gender"))
		return in->gender_known ? gender_text(in->gender) : "";
	if (str_eq(field, "born"))
		return birth_format(a, in->birth);
	if (str_eq(field, "position"))
		return or_empty(in->position);
	if (str_eq(field, "workplace"))
		return or_empty(in->workplace);
	if (str_eq(field, "award_type_id"))
		return id_text(a, in->award_type_id.v);
	if (str_eq(field, "field"))
		return achievement_field_text(in->field);
	if (str_eq(field, "achievement"))
		return or_empty(in->achievement);
	return "";
}

const char *
dossier_field_text(struct arena *a, const struct dossier_input *in, const char *field)
{
	if (str_eq(field, "title"))
		return or_empty(in->title);
	if (str_eq(field, "letter_no"))
		return or_empty(in->letter_no);
	if (str_eq(field, "letter_date"))
		return in->letter_date.year != 0 ? date_format(a, in->letter_date) : "";
	if (str_eq(field, "season_id"))
		return id_text(a, in->season_id.v);
	return "";
}

void
field_without_number(struct form *f, const char *field, const char *text)
{
	if (identity_hide(f->arena, text, NULL) != text)
		form_error(f, field,
		    T("Không ghi số định danh ở ô này: ô này không được mã hóa. Ghi vào ô “Số định danh cá nhân”, hoặc bỏ các chữ số đó."),
		    0);
}

void
nomination_field_copy(
    struct nomination_input *to, const struct nomination_input *from, const char *field)
{
	if (str_eq(field, "name")) {
		to->name = from->name;
	} else if (str_eq(field, "gender")) {
		to->gender = from->gender;
		to->gender_known = from->gender_known;
	} else if (str_eq(field, "born")) {
		to->birth = from->birth;
	} else if (str_eq(field, "position")) {
		to->position = from->position;
	} else if (str_eq(field, "workplace")) {
		to->workplace = from->workplace;
	} else if (str_eq(field, "award_type_id")) {
		to->award_type_id = from->award_type_id;
	} else if (str_eq(field, "field")) {
		to->field = from->field;
	} else if (str_eq(field, "achievement")) {
		to->achievement = from->achievement;
	}
}

void
dossier_field_copy(
    struct dossier_input *to, const struct dossier_input *from, const char *field)
{
	if (str_eq(field, "title"))
		to->title = from->title;
	else if (str_eq(field, "letter_no"))
		to->letter_no = from->letter_no;
	else if (str_eq(field, "letter_date"))
		to->letter_date = from->letter_date;
	else if (str_eq(field, "season_id"))
		to->season_id = from->season_id;
}

const char *
field_canonical(
    struct arena *a, const struct field_spec *field, const char *typed, struct date today)
{
	const char *s = form_clean(a, typed, strlen(typed), field->lines);
	struct birth birth;
	struct date date;

	if (str_eq(field->name, "born") && birth_parse(s, today, &birth) == BIRTH_OK)
		return birth_format(a, birth);
	if (str_eq(field->name, "letter_date") && date_parse(s, &date) == ERR_OK)
		return date_format(a, date);
	return s;
}

void
nomination_input_of_get(
    struct nomination_input *in, const struct sql_dossier_nomination_get_row *n)
{
	*in = (struct nomination_input){ .kind = n->kind,
		.name = n->name,
		.position = n->position,
		.workplace = n->workplace,
		.achievement = n->achievement,
		.gender = n->gender,
		.gender_known = !n->gender_null,
		.birth = { n->born_on, n->born_year_null ? 0 : n->born_year },
		.award_type_id = n->award_type_id,
		.field = n->field };
}

void
nomination_input_of_hold(
    struct nomination_input *in, const struct sql_draft_hold_nomination_row *n)
{
	*in = (struct nomination_input){ .kind = n->kind,
		.name = n->name,
		.position = n->position,
		.workplace = n->workplace,
		.achievement = n->achievement,
		.gender = n->gender,
		.gender_known = !n->gender_null,
		.birth = { n->born_on, n->born_year_null ? 0 : n->born_year },
		.award_type_id = n->award_type_id,
		.field = n->field };
}

void
dossier_input_of_get(struct dossier_input *in, const struct sql_dossier_get_row *d)
{
	*in = (struct dossier_input){ .season_id = d->season_id,
		.unit_id = d->unit_id,
		.title = d->title,
		.letter_no = d->letter_no,
		.letter_date = d->letter_date };
}

void
dossier_input_of_hold(struct dossier_input *in, const struct sql_draft_hold_row *d)
{
	*in = (struct dossier_input){ .season_id = d->season_id,
		.unit_id = d->unit_id,
		.title = d->title,
		.letter_no = d->letter_no,
		.letter_date = d->letter_date };
}
