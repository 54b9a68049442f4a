/* Workbooks of a dossier: its list, or a blank one to be filled in. */
#ifndef DOSSIER_DOSSIER_EXPORT_OP_H
#define DOSSIER_DOSSIER_EXPORT_OP_H

#include "dossier/dossier_op.h"

/* The bytes are added to out.  Whoever may read the dossier may have them; ERR_NOT_FOUND for others. */
enum err	export_op_book(struct ctx *, const struct sql_dossier_get_row *, bool blank, struct buf *out) MUST_CHECK;

#endif
