/* The way in, health, language switch and built assets. */
#include "app/chrome_page.h"

#include <string.h>

#include "app/app.h"
#include "app/health_op.h"
#include "core/log.h"
#include "core/str.h"
#include "web/asset.h"
#include "web/cookie.h"

enum err
chrome_home(struct web_req *req, struct web_res *res)
{
	(void)req;
	return web_redirect(res, "/vinh-danh");
}

enum err
chrome_health(struct web_req *req, struct web_res *res)
{
	const char *schema;

	MUST(health_op_schema(req->ctx, &schema));
	res->content_type = "application/json";
	buf_printf(&res->body, "{\"status\":\"ok\",\"build\":\"%s\",\"schema\":\"%s\"}\n",
	    req->ctx->app->build, schema);
	return ERR_OK;
}

enum err
chrome_language(struct web_req *req, struct web_res *res)
{
	const char *lang = web_path_text(req, "lang"), *back = web_query(req, "ve");

	if (!str_eq(lang, "vi") && !str_eq(lang, "en"))
		return ERR_NOT_FOUND;
	web_add_header(res, "set-cookie",
	    cookie_format(req->arena,
		&(struct cookie_spec){ .name = WEB_LANG_COOKIE,
		    .value = lang,
		    .max_age = 365 * 86400,
		    .secure = req->ctx->app->secure,
		    .http_only = true }));
	return web_redirect(res, "%s", web_path_is_local(back) ? back : "/");
}

/*
 * Published pages are kept as they were rendered and name the styles of that day: an older address of an
 * asset we still have ("public-0123456789ab.css") gets today's.
 */
static const struct asset *
asset_of_older_address(const char *path)
{
	const char *base = strrchr(path, '/') + 1, *dot = strrchr(base, '.');
	size_t n;

	if (dot == NULL || dot - base < 14 || dot[-13] != '-' ||
	    strspn(dot - 12, "0123456789abcdef") != 12)
		return NULL;
	n = (size_t)(dot - 13 - base);
	for (size_t i = 0; i < asset_count; i++) {
		if (strncmp(asset_table[i].name, base, n) == 0 &&
		    str_eq(asset_table[i].name + n, dot))
			return &asset_table[i];
	}
	return NULL;
}

/* The form of an asset this browser reads best. */
static enum err
send_asset(
    struct web_req *req, struct web_res *res, const struct asset *a, const char *cache_control)
{
	const struct asset_bytes *bytes = &a->plain;
	enum web_encoding encoding = web_encoding(req);

	if (encoding == WEB_BROTLI && a->brotli.n > 0) {
		bytes = &a->brotli;
		web_add_header(res, "content-encoding", "br");
	} else if (encoding != WEB_PLAIN && a->gzip.n > 0) {
		bytes = &a->gzip;
		web_add_header(res, "content-encoding", "gzip");
	}
	buf_add(&res->body, bytes->p, bytes->n);
	res->content_type = a->content_type;
	web_add_header(res, "cache-control", cache_control);
	web_add_header(res, "vary", "accept-encoding");
	res->cacheable = true;
	res->etag = a->etag;
	return ERR_OK;
}

enum err
chrome_asset(struct web_req *req, struct web_res *res)
{
	const struct asset *a = asset_find(req->path);
	bool older = a == NULL;

	if (older)
		a = asset_of_older_address(req->path);
	if (a == NULL)
		return ERR_NOT_FOUND;
	web_add_header(res, "access-control-allow-origin", "*"); /* fonts in embeds */
	return send_asset(req, res, a, older ? "public, max-age=300" : ASSET_CACHE_CONTROL);
}

/* Asked for by pages without a link to it; the picture is the same. */
enum err
chrome_favicon(struct web_req *req, struct web_res *res)
{
	(void)req;
	return web_redirect(res, "%s", asset_path("favicon.svg"));
}

enum err
chrome_rehearsal_home(struct web_req *req, struct web_res *res)
{
	(void)req;
	return web_redirect(res, "/bo-phieu/dien-tap/rehearsal.html");
}

enum err
chrome_rehearsal(struct web_req *req, struct web_res *res)
{
	const struct asset *a = asset_find(req->path);

	if (a == NULL)
		return ERR_NOT_FOUND;
	/* Nothing but the modules of this folder runs on the page that seals a ballot. */
	web_add_header(res, "content-security-policy",
	    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
	    "img-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
	    "frame-ancestors 'none'");
	/* Asked for anew each time: one old module among new ones would not fit. */
	return send_asset(req, res, a, "public, no-cache");
}
