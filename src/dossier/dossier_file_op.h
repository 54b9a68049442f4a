/* Files of a dossier and of its nominations: stored in pieces, so that no process holds one whole. */
#ifndef DOSSIER_DOSSIER_FILE_OP_H
#define DOSSIER_DOSSIER_FILE_OP_H

#include "dossier/dossier_file_kind.h"
#include "dossier/dossier_op.h"

/* What is said about an upload. */
struct file_about {
	enum document_kind	 document;
	struct nomination_id	 nomination_id;		/* {0}: of the whole dossier */
	bool			 holds_secret;		/* the uploader's honest answer */
};

/* Judge and store an upload; ERR_INVALID with *fault set when it is not taken (nothing is stored then). */
enum err	file_op_add(struct ctx *, struct dossier_id, const struct file_about *, const struct web_file *,
		    enum file_fault *, struct attachment_id *) MUST_CHECK;
/* Keep on record that a file was refused for secrecy, without its name or content. */
enum err	file_op_refused(struct ctx *, struct dossier_id, enum file_fault) MUST_CHECK;
/* Why, and what to do instead; %1 is the limit in MB. */
const char	*file_fault_words(enum file_fault);
bool		 file_fault_is_secrecy(enum file_fault);
enum err	file_op_get(struct ctx *, struct dossier_id, struct attachment_id,
		    struct sql_dossier_attachment_get_row *) MUST_CHECK;
/*
 * Whether the bytes may be handed out now: never of an infected file or one with a secrecy stamp (ERR_GONE); of one
 * that waits for its scan or its reading only to its own unit (ERR_CONFLICT).  Sets ctx->why.
 */
enum err	file_op_may_read(struct ctx *, const struct sql_dossier_attachment_get_row *) MUST_CHECK;
/* The bytes as the response's body: the first piece now, the rest while it is sent. */
enum err	file_op_send(struct ctx *, const struct sql_dossier_attachment_get_row *, struct web_res *) MUST_CHECK;
/* Say anew what paper it is and of which nomination. */
enum err	file_op_move(struct ctx *, struct dossier_id, struct attachment_id, const struct file_about *) MUST_CHECK;
/* Whether this file may be taken out of this dossier: what was filed is evidence, unless its bytes are gone. */
bool		 file_op_removable(struct timestamp filed, struct timestamp uploaded, bool gone);
/* Taken out of the draft, kept for history. */
enum err	file_op_remove(struct ctx *, struct dossier_id, struct attachment_id) MUST_CHECK;
enum err	file_op_list(struct ctx *, struct dossier_id, struct nomination_id,
		    struct sql_dossier_attachments_rows *) MUST_CHECK;

#endif
