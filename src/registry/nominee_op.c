/* Use cases of the register of nominees: who a nomination is about, across years and units. */
#include "registry/nominee_op.h"

#include <inttypes.h>

#include "core/buf.h"
#include "core/vietnamese.h"

/* A key or a folded name holds letters, digits, marks and spaces: nothing JSON has to escape. */
const char *
nominee_keys_json(struct arena *a, const struct nominee_name *v, size_t n)
{
	struct buf b = { 0 };
	const char *text;

	buf_putc(&b, '[');
	for (size_t i = 0; i < n; i++) {
		buf_printf(&b, "%s{\"id\":%" PRId64 ",\"key\":\"%s\",\"folded\":\"%s\"",
		    i == 0 ? "" : ",", v[i].id, vn_key(a, v[i].name), vn_fold(a, v[i].name));
		if (v[i].born_year != 0)
			buf_printf(&b, ",\"born_year\":%" PRId32, v[i].born_year);
		buf_putc(&b, '}');
	}
	buf_putc(&b, ']');
	text = arena_strndup(a, b.p, b.len);
	buf_free(&b);
	return text;
}

enum err
nominee_op_match_dossier(struct ctx *c, struct dossier_id dossier, int64_t *matched)
{
	struct sql_registry_nominee_unmatched_rows rows;
	struct sql_registry_nominee_match_row row;
	struct nominee_name *v;

	*matched = 0;
	MUST(sql_registry_nominee_unmatched(c->db, c->arena,
	    &(struct sql_registry_nominee_unmatched_params){ .dossier_id = dossier }, &rows));
	if (rows.n == 0)
		return ERR_OK;
	v = arena_array(c->arena, rows.n, sizeof(*v));
	for (size_t i = 0; i < rows.n; i++)
		v[i] = (struct nominee_name){ rows.v[i].nomination_id.v, rows.v[i].name, 0 };
	MUST(sql_registry_nominee_match(c->db, c->arena,
	    &(struct sql_registry_nominee_match_params){
		.keys = nominee_keys_json(c->arena, v, rows.n) },
	    &row));
	*matched = row.matched;
	return ERR_OK;
}
