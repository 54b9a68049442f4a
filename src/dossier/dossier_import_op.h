/* Importing a sheet: preview, confirm all or nothing, undo as one act. */
#ifndef DOSSIER_DOSSIER_IMPORT_OP_H
#define DOSSIER_DOSSIER_IMPORT_OP_H

#include "dossier/dossier_op.h"
#include "dossier/dossier_sheet.h"

/*
 * Read a sheet and keep it for preview.  *fault says why it could not be read (then nothing is
 * written and ERR_INVALID comes back); detail of the fault in sheet->detail.
 */
enum err	import_op_begin(struct ctx *, struct dossier_id, const char *file_name, const char *bytes, size_t n,
		    enum sheet_fault *, struct sheet *, struct import_id *) MUST_CHECK;
enum err	import_op_get(struct ctx *, struct dossier_id, struct import_id,
		    struct sql_dossier_import_get_row *) MUST_CHECK;
/* ERR_INVALID while a line has problems or none is new; ERR_CONFLICT when already confirmed or dropped. */
enum err	import_op_confirm(struct ctx *, struct dossier_id, struct import_id, int64_t *added) MUST_CHECK;
/* Takes out everything the import brought; ERR_CONFLICT once the dossier is filed or when it is not confirmed. */
enum err	import_op_undo(struct ctx *, struct dossier_id, struct import_id, int64_t *removed) MUST_CHECK;
enum err	import_op_drop(struct ctx *, struct dossier_id, struct import_id) MUST_CHECK;
enum err	import_op_rows(struct ctx *, struct import_id, int32_t after, bool only_problems, int64_t count,
		    struct sql_dossier_import_rows_rows *) MUST_CHECK;
/* How many of the nominations it brought were changed by hand since. */
enum err	import_op_edited(struct ctx *, struct dossier_id, struct import_id,
		    struct sql_dossier_import_edited_row *) MUST_CHECK;

#endif
