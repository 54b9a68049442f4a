/* Handler of the first page after sign-in. */
#include "home/home_page.h"

#include "home/home_op.h"
#include "tmpl/home.h"

enum err
home_page(struct web_req *req, struct web_res *res)
{
	struct home_view v = { .page = page_new(req, T("Việc của tôi")) };

	MUST(home_op_read(req->ctx, &v));
	tmpl_home_home(web_html(req, res), &v);
	return ERR_OK;
}
