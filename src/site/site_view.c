/* From a list to what its pages show: groups, links, what search engines and news sites read. */
#include "site/site_view.h"

#include "core/json.h"
#include "core/str.h"
#include "site/site_format.h"

/* Code points of an achievement in an embed of n honourees: 62 stay below 30 kB, few are told in full. */
static size_t
deed_length(size_t n)
{
	return n <= 16 ? 400 : n <= 40 ? 200 : n <= 64 ? 128 : 96;
}

void
site_view_item(struct arena *a, const char *origin, enum lang lang, const struct site_entry *e,
    size_t of, struct site_item *item)
{
	item->e = e;
	item->href = site_entry_path(a, lang, e);
	item->absolute = arena_printf(a, "%s%s", origin, item->href);
	item->award = site_award_name(lang, e);
	item->where = site_where(a, e);
	item->deed = site_shorten(a, e->achievement, deed_length(of));
}

static const char *
list_description(struct arena *a, enum lang lang, const struct site_list *l)
{
	return tr_fmt(a, lang, T("%1 được khen thưởng theo Quyết định số %2 ngày %3 của %4."),
	    4, site_count_words(a, lang, l), l->decision_no, date_format(a, l->decision_date),
	    l->unit_name);
}

static json_t *
publisher(enum lang lang)
{
	return json_pack("{s:s, s:s}", "@type", "GovernmentOrganization", "name",
	    tr(lang, T("Hội đồng Thi đua - Khen thưởng tỉnh An Giang")));
}

static const char *
list_jsonld(struct arena *a, const char *origin, enum lang lang, const struct site_list *l,
    const char *url)
{
	json_t *o = json_object(), *main = json_object(), *items = json_array(), *corrections;

	json_object_set_new(o, "@context", json_string("https://schema.org"));
	json_object_set_new(o, "@type", json_string("CollectionPage"));
	json_object_set_new(o, "name", json_string(l->title));
	json_object_set_new(o, "url", json_string(url));
	json_object_set_new(o, "inLanguage", json_string(lang_code(lang)));
	json_object_set_new(
	    o, "datePublished", json_string(timestamp_format_iso(a, l->first_at)));
	json_object_set_new(o, "dateModified", json_string(timestamp_format_iso(a, l->at)));
	json_object_set_new(o, "version", json_integer(l->version));
	json_object_set_new(o, "publisher", publisher(lang));
	if (l->nchanges > 0) {
		corrections = json_array();
		for (size_t i = 0; i < l->nchanges; i++)
			json_array_append_new(corrections,
			    json_pack("{s:s, s:s, s:s}", "@type", "CorrectionComment", "text",
				l->changes[i].text, "datePublished",
				timestamp_format_iso(a, l->changes[i].at)));
		json_object_set_new(o, "correction", corrections);
	}
	json_object_set_new(main, "@type", json_string("ItemList"));
	json_object_set_new(main, "numberOfItems", json_integer((json_int_t)l->n));
	for (size_t i = 0; i < l->n; i++)
		json_array_append_new(items,
		    json_pack("{s:s, s:i, s:s, s:s}", "@type", "ListItem", "position",
			(int)i + 1, "name", l->v[i].name, "url",
			arena_printf(a, "%s%s", origin, site_entry_path(a, lang, &l->v[i]))));
	json_object_set_new(main, "itemListElement", items);
	json_object_set_new(o, "mainEntity", main);
	return json_text(a, o);
}

static const char *
honouree_jsonld(
    struct arena *a, enum lang lang, const struct site_list *l, const struct site_item *item)
{
	const struct site_entry *e = item->e;
	json_t *o = json_object(), *who = json_object();

	json_object_set_new(o, "@context", json_string("https://schema.org"));
	json_object_set_new(o, "@type", json_string("ProfilePage"));
	json_object_set_new(o, "url", json_string(item->absolute));
	json_object_set_new(o, "inLanguage", json_string(lang_code(lang)));
	json_object_set_new(o, "dateModified", json_string(timestamp_format_iso(a, l->at)));
	json_object_set_new(o, "publisher", publisher(lang));
	json_object_set_new(who, "@type",
	    json_string(e->kind == NOMINEE_KIND_PERSON ? "Person" : "Organization"));
	json_object_set_new(who, "name", json_string(e->name));
	/* A revoked award is no award any more. */
	if (e->state != ENTRY_STATE_REVOKED)
		json_object_set_new(who, "award", json_string(item->award));
	if (e->kind == NOMINEE_KIND_PERSON && e->position[0] != '\0')
		json_object_set_new(who, "jobTitle", json_string(e->position));
	json_object_set_new(who,
	    e->kind == NOMINEE_KIND_PERSON ? "affiliation" : "parentOrganization",
	    json_pack("{s:s, s:s}", "@type", "Organization", "name", e->unit_name));
	json_object_set_new(o, "mainEntity", who);
	return json_text(a, o);
}

static void
group(struct arena *a, const struct site_item *items, const struct site_list *l,
    struct site_list_view *v)
{
	struct site_group *groups = arena_array(a, l->n, sizeof(*groups));
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		if (n == 0 || !str_eq(items[i].e->award_code, items[i - 1].e->award_code)) {
			groups[n].award = items[i].award;
			groups[n].v = &items[i];
			groups[n].start = (int64_t)i + 1;
			n++;
		}
		groups[n - 1].n++;
	}
	v->groups = groups;
	v->ngroups = n;
}

void
site_view_list(struct arena *a, const char *origin, enum lang lang, const struct site_list *l,
    struct site_list_view *v)
{
	struct site_item *items = arena_array(a, l->n, sizeof(*items));

	*v = (struct site_list_view){ .lang = lang, .list = l };
	for (size_t i = 0; i < l->n; i++)
		site_view_item(a, origin, lang, &l->v[i], l->n, &items[i]);
	group(a, items, l, v);
	v->path = site_list_path(a, lang, l->slug);
	v->absolute = arena_printf(a, "%s%s", origin, v->path);
	v->embed_absolute = arena_printf(a, "%s%s", origin, site_embed_path(a, lang, l->slug));
	v->count = site_count_words(a, lang, l);
	v->meta.canonical = v->absolute;
	v->meta.description = list_description(a, lang, l);
	v->meta.type = "article";
	v->meta.oembed = arena_printf(a, "%s%s/oembed", origin, SITE_HOME);
	v->meta.jsonld = list_jsonld(a, origin, lang, l, v->absolute);
	v->page = (struct page){ .title = l->title,
		.lang = lang,
		.path = v->path,
		.head = v->path,
		.meta = &v->meta };
	page_crumb(&v->page, T("Danh sách vinh danh"), site_home(lang));
}

void
site_view_honouree(
    struct arena *a, const struct site_list_view *lv, size_t i, struct site_honouree_view *v)
{
	const struct site_list *l = lv->list;

	*v = (struct site_honouree_view){ .lang = lv->lang, .list = l, .list_path = lv->path };
	v->item = lv->groups[0].v[i];
	v->previous = i > 0 ? &lv->groups[0].v[i - 1] : NULL;
	v->next = i + 1 < l->n ? &lv->groups[0].v[i + 1] : NULL;
	v->meta.canonical = v->item.absolute;
	v->meta.description = site_shorten(a,
	    arena_printf(
		a, "%s – %s. %s", v->item.award, v->item.where, v->item.e->achievement),
	    200);
	v->meta.type = "profile";
	v->meta.jsonld = honouree_jsonld(a, lv->lang, l, &v->item);
	v->page = (struct page){ .title = v->item.e->name,
		.lang = lv->lang,
		.path = v->item.href,
		.meta = &v->meta };
	page_crumb(&v->page, T("Danh sách vinh danh"), site_home(lv->lang));
	page_crumb(&v->page, l->title, lv->path);
}
