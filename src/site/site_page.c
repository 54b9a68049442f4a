/* Handlers of the public pages. */
#include "site/site_page.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/hash.h"
#include "core/str.h"
#include "site/site_read.h"
#include "tmpl/site.h"
#include "web/asset.h"

#define ROWS_IN_FILE    1000 /* of .csv and .json, which page by "tiep" */
#define PAGES_IN_MAP    20000 /* addresses of one sitemap file */
#define BROWSER_SECONDS 60
#define EDGE_SECONDS    300
#define EMBED_HEIGHT    480 /* until the page around it has been told */
#define MINUTE_US       INT64_C(60000000)

/* The address decides the language here, never a cookie. */
static enum lang
language_of(struct web_req *req)
{
	req->lang = strncmp(req->path, "/en/", 4) == 0 ? LANG_EN : LANG_VI;
	req->ctx->lang = req->lang;
	return req->lang;
}

/* The same for everybody: no cookie makes a difference, so only the coding varies. */
static void
let_keep(struct web_req *req, struct web_res *res, const char *etag)
{
	res->cacheable = true;
	res->max_age = BROWSER_SECONDS;
	res->etag = etag;
	web_add_header(res, "cache-control",
	    arena_printf(req->arena, "public, max-age=%d, s-maxage=%d, stale-if-error=86400",
		BROWSER_SECONDS, EDGE_SECONDS));
	web_add_header(res, "vary", "accept-encoding");
}

/* Releases are set to the minute: what is made from lists is made anew each minute. */
static void
let_keep_this_minute(struct web_req *req, struct web_res *res)
{
	struct sha256 h = sha256_of(res->body.p != NULL ? res->body.p : "", res->body.len);

	res->fresh_until.us = (req->ctx->now.us / MINUTE_US + 1) * MINUTE_US;
	let_keep(req, res, arena_printf(req->arena, "\"%.32s\"", sha256_hex(req->arena, h)));
}

/* --- artifacts ------------------------------------------------------------------------------- */

/* Who may frame an embed: VD_FRAME_ANCESTORS, a source list of Content-Security-Policy; everybody by default. */
static const char *
frame_ancestors(void)
{
	const char *value = getenv("VD_FRAME_ANCESTORS");

	return value == NULL || value[0] == '\0' || strpbrk(value, ";,\r\n") != NULL ? "*"
										     : value;
}

static enum err
send_artifact(struct web_req *req, struct web_res *res, const char *path, int32_t version)
{
	struct site_artifact a;

	language_of(req);
	MUST(site_read_artifact(req->ctx, path, version, web_encoding(req), &a));
	buf_add(&res->body, a.body.p, a.body.n);
	res->content_type = a.content_type;
	if (a.encoding != WEB_PLAIN)
		web_add_header(
		    res, "content-encoding", a.encoding == WEB_BROTLI ? "br" : "gzip");
	if (a.policy[0] != '\0') {
		/* An embed: shown in frames of other sites. */
		web_add_header(res, "content-security-policy",
		    arena_printf(
			req->arena, "%s; frame-ancestors %s", a.policy, frame_ancestors()));
		web_add_header(res, "referrer-policy", "no-referrer");
	}
	if (!str_starts(a.content_type, "text/html"))
		web_add_header(res, "access-control-allow-origin", "*");
	let_keep(req, res, a.etag);
	return ERR_OK;
}

enum err
site_page_artifact(struct web_req *req, struct web_res *res)
{
	return send_artifact(req, res, req->path, 0);
}

/* ".../v/3": the third version for good. */
enum err
site_page_version(struct web_req *req, struct web_res *res)
{
	int64_t version;
	const char *at = strstr(req->path, "/v/");

	MUST(web_path_id(req, "version", &version));
	if (at == NULL || version > INT32_MAX)
		return ERR_NOT_FOUND;
	return send_artifact(req, res,
	    arena_strndup(req->arena, req->path, (size_t)(at - req->path)), (int32_t)version);
}

/* The script news pages load once; its address stays, its bytes may improve. */
enum err
site_page_host_script(struct web_req *req, struct web_res *res)
{
	const struct asset *a = asset_named("embed-host.js");

	buf_add(&res->body, a->plain.p, a->plain.n);
	res->content_type = a->content_type;
	web_add_header(res, "cache-control", "public, max-age=3600, stale-if-error=86400");
	web_add_header(res, "vary", "accept-encoding");
	web_add_header(res, "access-control-allow-origin", "*");
	(void)req;
	res->cacheable = true;
	res->etag = a->etag;
	return ERR_OK;
}

/* --- home ------------------------------------------------------------------------------------- */

static const char *
asked(const struct web_req *req, const char *name)
{
	const char *value = web_query(req, name);

	return value != NULL ? value : "";
}

static enum err
read_query(struct web_req *req, int64_t count, struct site_query *q)
{
	int64_t year = 0;

	if (asked(req, "nam")[0] != '\0')
		MUST(web_query_i64(req, "nam", 1900, 2200, 0, &year));
	*q = (struct site_query){ .q = str_trim(req->arena, asked(req, "q")),
		.award = asked(req, "danh-hieu"),
		.unit = asked(req, "don-vi"),
		.field = asked(req, "linh-vuc"),
		.year = (int32_t)year,
		.cursor = asked(req, "tiep"),
		.count = count };
	if (strlen(q->q) > 400 || strlen(q->award) > 100 || strlen(q->unit) > 100 ||
	    strlen(q->field) > 100)
		return ERR_BAD_REQUEST;
	return ERR_OK;
}

enum err
site_page_home(struct web_req *req, struct web_res *res)
{
	struct site_home_view v = { .lang = language_of(req) };
	struct site_query q;

	MUST(read_query(req, SITE_PER_PAGE, &q));
	v.home = site_home(v.lang);
	v.page = page_new(req, T("Danh sách vinh danh"));
	v.page.path = v.home;
	v.page.head = v.home;
	v.page.meta = &v.meta;
	v.meta = (struct page_meta){ .canonical = arena_printf(
					 req->arena, "%s%s", req->ctx->app->origin, v.home),
		.description = tr(v.lang,
		    T("Những cá nhân, tập thể, hộ gia đình được khen thưởng của tỉnh An Giang.")),
		.type = "website" };
	MUST(site_read_home(req->ctx, &q, asked(req, "truoc"), &v));
	tmpl_site_home(web_html(req, res), &v);
	let_keep_this_minute(req, res);
	return ERR_OK;
}

/* "; rel=next" for files that go on. */
static void
link_next(struct web_req *req, struct web_res *res, const char *cursor)
{
	const char *target = req->target, *query = strchr(target, '?');
	const char *clean;

	if (cursor == NULL)
		return;
	clean = query != NULL ? arena_strndup(req->arena, target, (size_t)(query - target))
			      : target;
	/* The same question: every parameter but the cursor, as it was sent. */
	for (const char *p = query; p != NULL && *p != '\0';) {
		size_t n = strcspn(p + 1, "&");

		if (strncmp(p + 1, "tiep=", 5) != 0 && n > 0)
			clean = arena_printf(req->arena, "%s%c%.*s", clean,
			    strchr(clean, '?') != NULL ? '&' : '?', (int)n, p + 1);
		p += n + 1;
		if (*p == '\0')
			break;
	}
	if (strpbrk(clean, "<>\r\n") != NULL)
		return;
	web_add_header(res, "link",
	    arena_printf(req->arena, "<%s%s%ctiep=%s>; rel=\"next\"", req->ctx->app->origin,
		clean, strchr(clean, '?') != NULL ? '&' : '?', cursor));
}

enum err
site_page_home_json(struct web_req *req, struct web_res *res)
{
	struct site_found found;
	struct site_query q;
	enum lang lang = language_of(req);
	json_t *o, *entries;

	MUST(read_query(req, ROWS_IN_FILE, &q));
	MUST(site_search(req->ctx, &q, &found));
	entries = json_array();
	for (size_t i = 0; i < found.n; i++)
		json_array_append_new(entries,
		    site_json_entry(req->arena, req->ctx->app->origin, lang, &found.v[i]));
	o = json_pack("{s:o, s:s?}", "entries", entries, "next", found.next);
	MUST(web_json(res, o));
	web_add_header(res, "access-control-allow-origin", "*");
	link_next(req, res, found.next);
	let_keep_this_minute(req, res);
	return ERR_OK;
}

enum err
site_page_home_csv(struct web_req *req, struct web_res *res)
{
	struct site_found found;
	struct site_query q;
	enum lang lang = language_of(req);

	MUST(read_query(req, ROWS_IN_FILE, &q));
	MUST(site_search(req->ctx, &q, &found));
	site_csv_head(lang, &res->body);
	for (size_t i = 0; i < found.n; i++)
		site_csv_entry(
		    req->arena, req->ctx->app->origin, lang, &found.v[i], &res->body);
	res->content_type = "text/csv; charset=utf-8";
	web_add_header(res, "access-control-allow-origin", "*");
	link_next(req, res, found.next);
	let_keep_this_minute(req, res);
	return ERR_OK;
}

enum err
site_page_atom(struct web_req *req, struct web_res *res)
{
	struct feed f = { 0 };
	enum lang lang = language_of(req);

	MUST(site_read_feed(req->ctx, lang, &f));
	f.self = req->path;
	site_feed_atom(req->arena, req->ctx->app->origin, lang, &f, &res->body);
	res->content_type = "application/atom+xml; charset=utf-8";
	web_add_header(res, "access-control-allow-origin", "*");
	let_keep_this_minute(req, res);
	return ERR_OK;
}

enum err
site_page_feed_json(struct web_req *req, struct web_res *res)
{
	struct feed f = { 0 };
	enum lang lang = language_of(req);

	MUST(site_read_feed(req->ctx, lang, &f));
	f.self = req->path;
	site_feed_json(req->arena, req->ctx->app->origin, lang, &f, &res->body);
	res->content_type = "application/feed+json";
	web_add_header(res, "access-control-allow-origin", "*");
	let_keep_this_minute(req, res);
	return ERR_OK;
}

/* --- oEmbed --------------------------------------------------------------------------------------- */

/* The slug of a list's or honouree's address on this site. */
static const char *
slug_of_address(struct web_req *req, const char *url, enum lang *lang)
{
	const char *origin = req->ctx->app->origin, *p = url;

	if (str_starts(p, origin))
		p += strlen(origin);
	*lang = str_starts(p, "/en/") ? LANG_EN : LANG_VI;
	if (*lang == LANG_EN)
		p += 3;
	if (!str_starts(p, SITE_HOME "/"))
		return NULL;
	p += strlen(SITE_HOME "/");
	if (str_starts(p, "embed/"))
		p += strlen("embed/");
	return arena_strndup(req->arena, p, strcspn(p, "/?#"));
}

enum err
site_page_oembed(struct web_req *req, struct web_res *res)
{
	struct site_summary list;
	struct html h = { .arena = req->arena };
	struct buf title = { 0 };
	const char *url = web_query(req, "url"), *format = web_query(req, "format"), *slug,
		   *html, *src;
	int64_t width, height;
	enum lang lang;
	json_t *o;

	language_of(req);
	if (url == NULL)
		return ERR_BAD_REQUEST;
	if (format != NULL && !str_eq(format, "json")) {
		res->status = 501; /* what the oEmbed specification asks for */
		res->content_type = "text/plain; charset=utf-8";
		buf_puts(&res->body, "json\n");
		return ERR_OK;
	}
	MUST(web_query_i64(req, "maxwidth", 1, 100000, 800, &width));
	MUST(web_query_i64(req, "maxheight", 1, 100000, EMBED_HEIGHT, &height));
	if (width > 800)
		width = 800;
	if (height > EMBED_HEIGHT)
		height = EMBED_HEIGHT;
	if ((slug = slug_of_address(req, url, &lang)) == NULL)
		return ERR_NOT_FOUND;
	MUST(site_read_summary(req->ctx, slug, &list));
	h.out = &title;
	h.lang = lang;
	html_text(&h, list.title);
	src = arena_printf(req->arena, "%s%s", req->ctx->app->origin,
	    site_embed_path(req->arena, lang, list.slug));
	html = arena_printf(req->arena,
	    "<iframe src=\"%s\" title=\"%s\" width=\"%" PRId64 "\" height=\"%" PRId64
	    "\" frameborder=\"0\" loading=\"lazy\"></iframe>",
	    src, title.p, width, height);
	buf_free(&title);
	o = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:I, s:I, s:i}", "version", "1.0", "type",
	    "rich", "title", list.title, "provider_name", "Vinh Danh – An Giang",
	    "provider_url", req->ctx->app->origin, "html", html, "width", (json_int_t)width,
	    "height", (json_int_t)height, "cache_age", EDGE_SECONDS);
	MUST(web_json(res, o));
	web_add_header(res, "access-control-allow-origin", "*");
	let_keep_this_minute(req, res);
	return ERR_OK;
}

/* --- for search engines ------------------------------------------------------------------------------ */

static enum err
sitemap(struct web_req *req, struct web_res *res, const char *after)
{
	struct site_address *v;
	struct buf *b = &res->body;
	size_t n;

	MUST(site_read_addresses(req->ctx, after, PAGES_IN_MAP, &v, &n));
	BUF_LIT(b,
	    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	if (after[0] == '\0')
		buf_printf(b, "<url><loc>%s" SITE_HOME "</loc></url>\n", req->ctx->app->origin);
	for (size_t i = 0; i < n; i++) {
		buf_printf(b, "<url><loc>%s", req->ctx->app->origin);
		site_xml(b, v[i].path);
		buf_printf(b, "</loc><lastmod>%s</lastmod></url>\n",
		    date_format_iso(req->arena, date_of(v[i].at)));
	}
	BUF_LIT(b, "</urlset>\n");
	res->content_type = "application/xml; charset=utf-8";
	let_keep_this_minute(req, res);
	return ERR_OK;
}

/* The first file names the others when there are more. */
enum err
site_page_sitemap(struct web_req *req, struct web_res *res)
{
	struct site_address *v;
	struct buf *b = &res->body;
	size_t n;
	const char *after = "";

	language_of(req);
	MUST(site_read_addresses(req->ctx, "", PAGES_IN_MAP + 1, &v, &n));
	if (n <= PAGES_IN_MAP)
		return sitemap(req, res, "");
	BUF_LIT(b,
	    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	for (int i = 0; i < 50000; i++) {
		buf_printf(b, "<sitemap><loc>%s/sitemap-part.xml?sau=", req->ctx->app->origin);
		site_xml(b, after); /* paths are made of letters, digits, dashes and slashes */
		BUF_LIT(b, "</loc></sitemap>\n");
		if (n <= PAGES_IN_MAP)
			break;
		after = v[PAGES_IN_MAP - 1].path;
		MUST(site_read_addresses(req->ctx, after, PAGES_IN_MAP + 1, &v, &n));
	}
	BUF_LIT(b, "</sitemapindex>\n");
	res->content_type = "application/xml; charset=utf-8";
	let_keep_this_minute(req, res);
	return ERR_OK;
}

enum err
site_page_sitemap_part(struct web_req *req, struct web_res *res)
{
	language_of(req);
	return sitemap(req, res, asked(req, "sau"));
}

enum err
site_page_robots(struct web_req *req, struct web_res *res)
{
	buf_printf(&res->body,
	    "User-agent: *\nAllow: " SITE_HOME "\nAllow: /en" SITE_HOME "\nDisallow: " SITE_HOME
	    "?\n"
	    "Disallow: /\nAllow: /tai-nguyen/\n\nSitemap: %s/sitemap.xml\n",
	    req->ctx->app->origin);
	res->content_type = "text/plain; charset=utf-8";
	web_add_header(res, "cache-control", "public, max-age=3600");
	web_add_header(res, "vary", "accept-encoding");
	res->cacheable = true;
	return ERR_OK;
}
