/* Rendering of a list's pages and files, and the job that does it at publication. */
#include "publication/render_page.h"

#include "publication/publication_op.h"
#include "site/site_format.h"
#include "tmpl/embed.h"
#include "tmpl/site.h"
#include "web/asset.h"

static void
add_asset(struct buf *out, const char *name)
{
	const struct asset *a = asset_named(name);

	buf_add(out, a->plain.p, a->plain.n);
}

/*
 * One file that needs nothing else: style and script stand in it, allowed by their hashes, because a
 * sandboxed frame has no origin of its own to load them from.
 */
static void
render_embed(struct html *h, const struct site_list_view *v, struct artifact *out)
{
	buf_printf(h->out, "<!doctype html>\n<html lang=\"%s\"><head>", lang_code(v->lang));
	tmpl_embed_head(h, v);
	buf_puts(h->out, "<style>");
	add_asset(h->out, "embed.css");
	buf_puts(h->out, "</style></head><body class=\"ve\">");
	tmpl_embed_body(h, v);
	buf_puts(h->out, "<script>");
	add_asset(h->out, "embed.js");
	buf_puts(h->out, "</script></body></html>\n");
	out->policy = arena_printf(h->arena,
	    "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; "
	    "form-action 'none'",
	    asset_named("embed.css")->csp_hash, asset_named("embed.js")->csp_hash);
}

void
render_artifact(struct arena *a, const char *origin, const struct site_list_view *v,
    enum artifact_kind kind, struct buf *out, struct artifact *art)
{
	struct html h = { .out = out, .arena = a, .lang = v->lang };
	struct feed f = { 0 };

	buf_reset(out);
	art->policy = "";
	switch (kind) {
	case ARTIFACT_LIST:
		art->path = v->path;
		art->content_type = "text/html; charset=utf-8";
		tmpl_site_list(&h, v);
		break;
	case ARTIFACT_EMBED:
		art->path = site_embed_path(a, v->lang, v->list->slug);
		art->content_type = "text/html; charset=utf-8";
		render_embed(&h, v, art);
		break;
	case ARTIFACT_JSON:
		art->path = arena_printf(a, "%s.json", v->path);
		art->content_type = "application/json";
		site_json_list(a, origin, v->lang, v->list, out);
		break;
	case ARTIFACT_CSV:
		art->path = arena_printf(a, "%s.csv", v->path);
		art->content_type = "text/csv; charset=utf-8";
		site_csv_head(v->lang, out);
		for (size_t i = 0; i < v->list->n; i++)
			site_csv_entry(a, origin, v->lang, &v->list->v[i], out);
		break;
	case ARTIFACT_ATOM:
		art->path = f.self = arena_printf(a, "%s.atom", v->path);
		art->content_type = "application/atom+xml; charset=utf-8";
		site_feed_of_list(a, v->lang, v->list, &f);
		site_feed_atom(a, origin, v->lang, &f, out);
		break;
	case ARTIFACT_FEED:
	case ARTIFACT_KINDS:
		art->path = f.self = arena_printf(a, "%s.feed.json", v->path);
		art->content_type = "application/feed+json";
		site_feed_of_list(a, v->lang, v->list, &f);
		site_feed_json(a, origin, v->lang, &f, out);
		break;
	}
}

void
render_honouree(struct arena *a, const struct site_list_view *v, size_t i, struct buf *out,
    struct artifact *art)
{
	struct html h = { .out = out, .arena = a, .lang = v->lang };
	struct site_honouree_view one;

	buf_reset(out);
	site_view_honouree(a, v, i, &one);
	*art = (struct artifact){ one.item.href, "text/html; charset=utf-8", "" };
	tmpl_site_honouree(&h, &one);
}

void
render_paste(struct arena *a, const struct site_list_view *v, struct buf *out)
{
	struct html h = { .out = out, .arena = a, .lang = v->lang };

	buf_reset(out);
	tmpl_embed_paste(&h, v);
}

static enum err
render_language(struct ctx *c, enum lang lang, const struct site_list *l, struct buf *bytes)
{
	struct arena *a = arena_new();
	struct site_list_view v;
	struct artifact art;
	enum err err = ERR_OK;

	site_view_list(c->arena, c->app->origin, lang, l, &v);
	for (int kind = 0; kind < ARTIFACT_KINDS && err == ERR_OK; kind++) {
		arena_reset(a);
		render_artifact(a, c->app->origin, &v, (enum artifact_kind)kind, bytes, &art);
		err = publication_op_store(c, l, art.path, art.content_type, art.policy, bytes);
	}
	for (size_t i = 0; i < l->n && err == ERR_OK; i++) {
		arena_reset(a);
		render_honouree(a, &v, i, bytes, &art);
		err = publication_op_store(c, l, art.path, art.content_type, art.policy, bytes);
	}
	arena_free(a);
	return err;
}

enum err
render_job(struct ctx *c, const json_t *payload)
{
	struct sql_publication_get_row row;
	struct site_list l;
	struct honour_list_id id = { json_integer_value(
	    json_object_get(payload, "honour_list_id")) };
	struct buf bytes = { 0 };
	enum err err;
	bool go;

	if (id.v <= 0)
		return ERR_INTERNAL;
	MUST(publication_op_render_begin(c, id, &row, &l, &go));
	if (!go)
		return ERR_OK;
	err = render_language(c, LANG_VI, &l, &bytes);
	if (err == ERR_OK)
		err = render_language(c, LANG_EN, &l, &bytes);
	buf_free(&bytes);
	MUST(err);
	return publication_op_render_end(c, &row, &l);
}
