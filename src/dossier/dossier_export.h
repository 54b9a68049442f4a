/*
 * A list as an Excel workbook: written by libxlsxwriter, read again by the import.  No database.
 *
 * The library writes parts and the file itself into a directory; all of them are gone when this returns.
 */
#ifndef DOSSIER_DOSSIER_EXPORT_H
#define DOSSIER_DOSSIER_EXPORT_H

#include "core/buf.h"
#include "dossier/dossier_sheet_key.h"
#include "sql/dossier.h"

struct export_book {
	const char				*title;		/* of the dossier */
	const char				*unit_name, *season_name;
	struct dossier_id			 dossier_id;
	const unsigned char			*secret;	/* SHEET_SECRET bytes */
	struct sql_dossier_export_nominations_rows rows;
	struct sql_dossier_awards_rows		 awards;	/* what may be proposed */
	bool					 blank;		/* to be filled in: no rows, with guidance */
};

/* The bytes of the workbook are added to out.  directory: where this process may write files. */
enum err	export_book_write(struct arena *, const struct export_book *, const char *directory,
		    struct buf *out) MUST_CHECK;

#endif
