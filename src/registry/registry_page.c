/* Handlers of the pages of units. */
#include "registry/registry_page.h"

#include "core/str.h"
#include "core/utf8.h"
#include "registry/registry_op.h"
#include "tmpl/registry.h"

#include <string.h>

enum err
registry_page_units(struct web_req *req, struct web_res *res)
{
	static const char *const sorts[] = { "communes", "agencies", "abolished" };
	struct units_view v = { .page = page_new(req, T("Đơn vị")), .which = "", .search = "" };
	const char *which = web_query(req, "loai"), *search = web_query(req, "q");
	const char *after = web_query(req, "sau");
	int64_t after_id;

	v.page.wide = true;
	for (size_t i = 0; which != NULL && i < sizeof(sorts) / sizeof(sorts[0]); i++) {
		if (str_eq(which, sorts[i]))
			v.which = sorts[i];
	}
	if (search != NULL && utf8_valid(search, strlen(search)))
		v.search = search;
	MUST(web_query_i64(req, "sau-so", 0, INT64_MAX, 0, &after_id));
	MUST(registry_op_units(req->ctx, after == NULL ? "" : after, after_id, &v));
	tmpl_registry_units(web_html(req, res), &v);
	return ERR_OK;
}
