/* Pure parts of publication: the hash that is confirmed, addresses, words. */
#include "publication/publication.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "core/json.h"
#include "core/str.h"
#include "site/site_format.h"

#define SLUG_MAX   100 /* leaves room for a suffix below the 120 of the database */
#define ANCHOR_MAX 140

char *
publication_hash(struct arena *a, const struct site_list *l)
{
	json_t *o = json_object(), *entries = json_array();
	const char *text;

	json_object_set_new(o, "slug", json_string(l->slug));
	json_object_set_new(o, "title", json_string(l->title));
	json_object_set_new(o, "introduction", json_string(l->introduction));
	json_object_set_new(o, "unit", json_pack("[s, s]", l->unit_code, l->unit_name));
	json_object_set_new(o, "decision",
	    json_pack("[s, s]", l->decision_no, date_format_iso(a, l->decision_date)));
	json_object_set_new(o, "year", json_integer(l->year));
	json_object_set_new(o, "correction", json_string(l->correction));
	json_object_set_new(
	    o, "revoked_on", json_string(l->revoked ? date_format_iso(a, l->revoked_on) : ""));
	for (size_t i = 0; i < l->n; i++)
		json_array_append_new(entries, site_json_entry(a, "", LANG_VI, &l->v[i]));
	json_object_set_new(o, "entries", entries);
	if ((text = json_text_sorted(a, o)) == NULL)
		abort(); /* every text was checked when it came in */
	return sha256_hex(a, sha256_of(text, strlen(text)));
}

/* At most max bytes, not ending in a dash. */
static char *
cut(struct arena *a, const char *slug, size_t max)
{
	char *out = arena_strndup(a, slug, max);
	size_t n = strlen(out);

	while (n > 1 && out[n - 1] == '-')
		out[--n] = '\0';
	return out;
}

char *
publication_anchor(struct arena *a, int32_t ordinal, const char *name)
{
	return cut(a, arena_printf(a, "%d-%s", (int)ordinal, slugify(a, name)), ANCHOR_MAX);
}

char *
publication_slug(struct arena *a, const char *title, int64_t suffix)
{
	char *slug = cut(a, slugify(a, title), SLUG_MAX);

	if (site_slug_is_reserved(slug))
		slug = arena_printf(a, "danh-sach-%s", slug);
	return suffix == 0 ? slug : arena_printf(a, "%s-%" PRId64, slug, suffix);
}

const char *
list_state_words(enum list_state s)
{
	/* clang-format off */
	static const char *const words[LIST_STATE_COUNT] = {
		[LIST_STATE_DRAFT] = T("Bản nháp"),
		[LIST_STATE_PREPARED] = T("Chờ xác nhận"),
		[LIST_STATE_CONFIRMED] = T("Chờ công bố"),
		[LIST_STATE_PUBLISHING] = T("Đang tạo trang"),
		[LIST_STATE_PUBLISHED] = T("Đã công bố"),
		[LIST_STATE_REVOKED] = T("Đã hủy bỏ"),
	};
	/* clang-format on */
	return words[s];
}

const char *
list_state_tag(enum list_state s)
{
	/* clang-format off */
	static const char *const kinds[LIST_STATE_COUNT] = {
		[LIST_STATE_DRAFT] = "neutral",
		[LIST_STATE_PREPARED] = "attention",
		[LIST_STATE_CONFIRMED] = "progress",
		[LIST_STATE_PUBLISHING] = "progress",
		[LIST_STATE_PUBLISHED] = "published",
		[LIST_STATE_REVOKED] = "refused",
	};
	/* clang-format on */
	return kinds[s];
}
