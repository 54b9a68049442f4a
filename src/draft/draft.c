/* Drafts: pure rules. What an autosaved change names, and what becomes of it. */
#include "draft/draft.h"

#include <string.h>

#include "core/lang.h"
#include "core/str.h"

static const struct {
	const char *slug;
	enum nominee_kind kind;
} slugs[] = {
	{ "ca-nhan", NOMINEE_KIND_PERSON },
	{ "tap-the", NOMINEE_KIND_COLLECTIVE },
	{ "ho-gia-dinh", NOMINEE_KIND_HOUSEHOLD },
};

static const char *const declarations[] = { "xep-loai", "sang-kien", "khai" };

#define NAME_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

const char *
nominee_kind_slug(enum nominee_kind kind)
{
	for (size_t i = 0; i < sizeof(slugs) / sizeof(slugs[0]); i++) {
		if (slugs[i].kind == kind)
			return slugs[i].slug;
	}
	return "";
}

bool
nominee_kind_of_slug(const char *s, size_t n, enum nominee_kind *kind)
{
	for (size_t i = 0; i < sizeof(slugs) / sizeof(slugs[0]); i++) {
		if (strlen(slugs[i].slug) == n && memcmp(slugs[i].slug, s, n) == 0) {
			*kind = slugs[i].kind;
			return true;
		}
	}
	return false;
}

const char *
draft_declaration_slug(enum draft_declaration d)
{
	return d < DRAFT_DECLARATION_COUNT ? declarations[d] : "";
}

static bool
parse_nomination(const char *text, size_t n, int64_t *id)
{
	char digits[20];

	if (n == 0 || n >= sizeof(digits) || text[0] == '0')
		return false;
	memcpy(digits, text, n);
	digits[n] = '\0';
	return parse_i64(digits, 1, INT64_MAX, id) == ERR_OK;
}

/* "123:khai" */
static bool
parse_declaration(const char *text, struct draft_object *out)
{
	size_t n = strcspn(text, ":");

	out->kind = DRAFT_DECLARATION;
	if (text[n] != ':' || !parse_nomination(text, n, &out->nomination_id))
		return false;
	for (int i = 0; i < DRAFT_DECLARATION_COUNT; i++) {
		out->declaration = (enum draft_declaration)i;
		if (str_eq(text + n + 1, declarations[i]))
			return true;
	}
	return false;
}

bool
draft_object_parse(const char *text, struct draft_object *out)
{
	const char *slug, *name;
	size_t n;

	memset(out, 0, sizeof(*out));
	out->text = text;
	if (str_eq(text, "dossier")) {
		out->kind = DRAFT_DOSSIER;
		return true;
	}
	if (str_starts(text, "can-cu:"))
		return parse_declaration(text + 7, out);
	if (!str_starts(text, "new:")) {
		out->kind = DRAFT_NOMINATION;
		return parse_nomination(text, strlen(text), &out->nomination_id);
	}
	out->kind = DRAFT_NEW;
	slug = text + 4;
	n = strcspn(slug, ":");
	if (slug[n] != ':' || !nominee_kind_of_slug(slug, n, &out->nominee))
		return false;
	name = slug + n + 1;
	n = strlen(name);
	return n >= 16 && n <= 64 && strspn(name, NAME_LETTERS) == n;
}

bool
draft_client_valid(const char *s)
{
	size_t n = s != NULL ? strlen(s) : 0;

	return n >= 8 && n <= 80 && strspn(s, NAME_LETTERS ":") == n;
}

enum draft_outcome
draft_decide(const struct draft_facts *f)
{
	if (f->closed)
		return DRAFT_OUTCOME_LATE;
	if (f->keep_only)
		return DRAFT_OUTCOME_KEPT;
	if (!f->base_stands && !f->value_stands && !f->own_last)
		return DRAFT_OUTCOME_CONFLICT;
	return f->valid && f->record ? DRAFT_OUTCOME_APPLIED : DRAFT_OUTCOME_KEPT;
}

const char *
draft_outcome_words(enum draft_outcome outcome)
{
	switch (outcome) {
	case DRAFT_OUTCOME_APPLIED: return T("đã vào hồ sơ");
	case DRAFT_OUTCOME_KEPT: return T("chưa xong hoặc chưa lưu, mới được giữ lại");
	case DRAFT_OUTCOME_CONFLICT: return T("hai người cùng sửa, chưa chọn bản nào");
	case DRAFT_OUTCOME_LATE: return T("gõ sau khi hết hạn hoặc đã nộp");
	case DRAFT_OUTCOME_DROPPED:
	case DRAFT_OUTCOME_COUNT: break;
	}
	return T("đã bỏ");
}

enum draft_merge
draft_merge(const char *base, const char *present, const char *typed)
{
	if (strcmp(typed, base) == 0)
		return DRAFT_TAKE_PRESENT;
	if (strcmp(present, base) == 0 || strcmp(present, typed) == 0)
		return DRAFT_TAKE_TYPED;
	return DRAFT_CLASH;
}
