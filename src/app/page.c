/* The chrome of a page: who, which language, which notice, and the hidden fields of its forms. */
#include <assert.h>
#include <string.h>

#include "app/app.h"
#include "app/guard.h"
#include "core/hash.h"
#include "core/str.h"
#include "web/route.h"

struct page
page_new(struct web_req *req, const char *title)
{
	const struct ctx *c = req->ctx;
	struct page p;
	const char *code = web_query(req, "tb"), *notice;

	memset(&p, 0, sizeof(p));
	p.title = title;
	p.lang = req->lang;
	p.path = req->path;
	if (c == NULL)
		return p;
	p.actor = c->actor;
	/* A public page is the same for everybody and kept in memory: nothing personal on it. */
	if (c->access == ACCESS_PUBLIC || c->access == ACCESS_STATIC)
		return p;
	notice = code != NULL ? notice_text(code) : NULL;
	p.notice = notice != NULL ? tr(req->lang, notice) : NULL;
	p.csrf = guard_csrf(req);
	if (p.csrf != NULL)
		p.once = random_token(req->arena);
	return p;
}

void
page_crumb(struct page *p, const char *label, const char *href)
{
	assert(p->ncrumbs < PAGE_CRUMBS);
	p->crumbs[p->ncrumbs++] = (struct crumb){ label, href };
}
