/* Addresses and words of the public's honour lists. */
#include "site/site.h"

#include <inttypes.h>
#include <string.h>

#include "core/money.h"
#include "core/str.h"
#include "core/vietnamese.h"

const char *
site_home(enum lang lang)
{
	return lang == LANG_EN ? "/en" SITE_HOME : SITE_HOME;
}

char *
site_list_path(struct arena *a, enum lang lang, const char *slug)
{
	return arena_printf(a, "%s/%s", site_home(lang), slug);
}

char *
site_entry_path(struct arena *a, enum lang lang, const struct site_entry *e)
{
	return arena_printf(a, "%s/%s/%s", site_home(lang), e->list_slug, e->anchor);
}

char *
site_embed_path(struct arena *a, enum lang lang, const char *slug)
{
	return arena_printf(a, "%s/embed/%s", site_home(lang), slug);
}

const char *
site_award_name(enum lang lang, const struct site_entry *e)
{
	return lang == LANG_EN && !str_empty(e->award_name_en) ? e->award_name_en
							       : e->award_name_vi;
}

const char *
site_where(struct arena *a, const struct site_entry *e)
{
	if (str_empty(e->position))
		return e->unit_name;
	/* A collective is often its own unit: not said twice. */
	return arena_printf(a, "%s, %s", e->position, e->unit_name);
}

const char *
site_count_words(struct arena *a, enum lang lang, const struct site_list *l)
{
	/* clang-format off */
	static const char *const many[] = {
		[NOMINEE_KIND_PERSON] = T("%1 cá nhân"),
		[NOMINEE_KIND_COLLECTIVE] = T("%1 tập thể"),
		[NOMINEE_KIND_HOUSEHOLD] = T("%1 hộ gia đình"),
	};
	static const char *const one[] = {
		[NOMINEE_KIND_PERSON] = T("1 cá nhân"),
		[NOMINEE_KIND_COLLECTIVE] = T("1 tập thể"),
		[NOMINEE_KIND_HOUSEHOLD] = T("1 hộ gia đình"),
	};
	/* clang-format on */
	int64_t counts[3] = { 0 };
	const char *out = "";

	for (size_t i = 0; i < l->n; i++)
		counts[(int)l->v[i].kind % 3]++;
	for (int k = 0; k < 3; k++) {
		if (counts[k] == 0)
			continue;
		out = arena_printf(a, "%s%s%s", out, out[0] != '\0' ? ", " : "",
		    counts[k] == 1 ? tr(lang, one[k])
				   : tr_fmt(a, lang, many[k], 1, int_format(a, counts[k])));
	}
	return out[0] != '\0' ? out : tr(lang, T("Chưa có trường hợp nào"));
}

const char *
site_shorten(struct arena *a, const char *s, size_t code_points)
{
	const char *p = s, *word = NULL;
	size_t n = 0;

	for (; *p != '\0'; p++) {
		if (((unsigned char)*p & 0xc0) == 0x80)
			continue;
		if (n++ == code_points)
			break;
		if (*p == ' ' || *p == '\n')
			word = p;
	}
	if (*p == '\0')
		return s;
	if (word == NULL)
		word = p;
	while (word > s && strchr(" ,;.:-", word[-1]) != NULL)
		word--;
	return arena_printf(a, "%.*s…", (int)(word - s), s);
}

bool
site_slug_is_reserved(const char *slug)
{
	static const char *const names[] = { "embed", "oembed", "feed", "v", "en", "tim", "x" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (str_eq(names[i], slug))
			return true;
	}
	return false;
}

char *
site_search_text(struct arena *a, const struct site_entry *e)
{
	return vn_fold(a, arena_printf(a, "%s %s %s", e->name, e->unit_name, e->award_name_vi));
}
