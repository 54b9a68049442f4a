/* Use cases of publication. */
#ifndef PUBLICATION_PUBLICATION_OP_H
#define PUBLICATION_PUBLICATION_OP_H

#include "app/app.h"
#include "publication/publication.h"
#include "sql/publication.h"

enum err	publication_op_get(struct ctx *, struct honour_list_id, struct sql_publication_get_row *) MUST_CHECK;
/*
 * THE projection: exactly what the world sees of this list, in its coming version (or the one that is
 * out, when nothing is under way).  Preview, hash and rendering all go through here.
 */
enum err	publication_op_content(struct ctx *, const struct sql_publication_get_row *, struct site_list *) MUST_CHECK;

/* Begin a list from a decision, with an entry for each of its honours. ERR_CONFLICT when it has one already. */
enum err	publication_op_create(struct ctx *, struct decision_id, const char *title, const char *introduction,
		    struct honour_list_id *) MUST_CHECK;

/* Changes below want a draft: ERR_CONFLICT else.  ERR_STALE when version is not the present one. */
enum err	publication_op_update(struct ctx *, struct honour_list_id, int32_t version, const char *title,
		    const char *introduction, const char *correction) MUST_CHECK;
struct entry_input {
	bool		 shown, revoked;
	const char	*left_out_reason, *name, *position, *achievement, *note;	/* NULL: as in the register, none */
};
enum err	publication_op_entry(struct ctx *, struct honour_list_id, struct honour_id, int32_t version,
		    const struct entry_input *) MUST_CHECK;
/* Ready for the second person.  ERR_INVALID when nobody would be shown. */
enum err	publication_op_prepare(struct ctx *, struct honour_list_id, int32_t version) MUST_CHECK;
/* Back to a draft, from prepared or confirmed. */
enum err	publication_op_reopen(struct ctx *, struct honour_list_id, int32_t version) MUST_CHECK;
/*
 * The second person confirms the content of this hash: ERR_FORBIDDEN for who prepared it, ERR_CONFLICT
 * when the content is not (or no longer) what was prepared and shown.
 */
enum err	publication_op_confirm(struct ctx *, struct honour_list_id, int32_t version, const char *sha256) MUST_CHECK;
/* Queue the rendering; at {0} is now.  A correction is visible at once, but never before its first version. */
enum err	publication_op_publish(struct ctx *, struct honour_list_id, int32_t version, struct timestamp at) MUST_CHECK;
/* Begin the next version of a published list; revoke: of the whole list, from today. */
enum err	publication_op_correct(struct ctx *, struct honour_list_id, int32_t version, const char *text,
		    bool revoke) MUST_CHECK;

/* Rendering, inside the job's transaction ---------------------------------------------------------- */

/*
 * Writes the version's list and entries to the site and fills in its time; *go is false when there is
 * nothing to render: already done, or the content changed after it was confirmed (then a draft again).
 */
enum err	publication_op_render_begin(struct ctx *, struct honour_list_id, struct sql_publication_get_row *,
		    struct site_list *, bool *go) MUST_CHECK;
/* Keep rendered bytes, plain and compressed. */
enum err	publication_op_store(struct ctx *, const struct site_list *, const char *path, const char *content_type,
		    const char *policy, const struct buf *) MUST_CHECK;
/* Moves list and nominations on; caches look again after COMMIT. */
enum err	publication_op_render_end(struct ctx *, const struct sql_publication_get_row *,
		    const struct site_list *) MUST_CHECK;

/* What is out, for who embeds it: from the site, never before its time. */
enum err	publication_op_published(struct ctx *, struct honour_list_id, struct site_list *) MUST_CHECK;

#endif
