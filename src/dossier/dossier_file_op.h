/* Files of a dossier: stored in pieces, so that no process holds one whole. */
#ifndef DOSSIER_DOSSIER_FILE_OP_H
#define DOSSIER_DOSSIER_FILE_OP_H

#include "dossier/dossier_op.h"

enum file_fault { FILE_OK, FILE_EMPTY, FILE_TOO_LARGE, FILE_UNKNOWN_KIND, FILE_ALREADY, FILE_NAME_TOO_LONG };

/* Judge and store an upload; ERR_INVALID with *fault set when it is not taken. */
enum err	file_op_add(struct ctx *, struct dossier_id, const struct web_file *, enum file_fault *,
		    struct attachment_id *) MUST_CHECK;
const char	*file_fault_words(enum file_fault);
enum err	file_op_get(struct ctx *, struct dossier_id, struct attachment_id,
		    struct sql_dossier_attachment_get_row *) MUST_CHECK;
/* Append the bytes to a buffer; ERR_INTERNAL when a piece is missing. */
enum err	file_op_read(struct ctx *, const struct sql_dossier_attachment_get_row *, struct buf *) MUST_CHECK;
/* Taken out of the draft, kept for history. */
enum err	file_op_remove(struct ctx *, struct dossier_id, struct attachment_id) MUST_CHECK;

#endif
