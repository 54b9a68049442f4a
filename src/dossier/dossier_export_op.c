/* Workbooks of a dossier. */
#include "dossier/dossier_export_op.h"

#include "dossier/dossier_export.h"

enum err
export_op_book(struct ctx *c, const struct sql_dossier_get_row *d, bool blank, struct buf *out)
{
	struct export_book book = {
		.title = d->title,
		.unit_name = d->unit_name,
		.season_name = d->season_name,
		.dossier_id = d->dossier_id,
		.secret = c->app->secret,
		.blank = blank,
	};
	const char *directory = c->app->scratch;

	MUST(sql_dossier_awards(c->db, c->arena,
	    &(struct sql_dossier_awards_params){ .today = date_of(c->now) }, &book.awards));
	if (!blank)
		MUST(sql_dossier_export_nominations(c->db, c->arena,
		    &(struct sql_dossier_export_nominations_params){
			.dossier_id = d->dossier_id },
		    &book.rows));
	return export_book_write(c->arena, &book, directory != NULL ? directory : "/tmp", out);
}
