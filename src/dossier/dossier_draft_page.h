/* Drafts of the forms of a dossier: autosave, what comes back, merging, putting back what was deleted. */
#ifndef DOSSIER_DOSSIER_DRAFT_PAGE_H
#define DOSSIER_DOSSIER_DRAFT_PAGE_H

#include "dossier/dossier_fields.h"
#include "draft/draft_view.h"
#include "web/form.h"

/* The form of one object, with the texts of its fields as they stand in the record. */
struct draft_subject {
	struct dossier_id	 dossier_id;
	struct unit_id		 unit_id;
	const char		*object;
	const struct field_spec	*fields;
	size_t			 n;
	const char		*present[FIELDS_MAX];
	const char		*closed;	/* message id, or NULL while it can still be written */
};

void		 draft_subject_nomination(struct web_req *, const struct sql_dossier_get_row *,
		    const struct sql_dossier_nomination_get_row *, struct draft_subject *);
/* object: as sent or in the address (?nhap=), else a fresh name; workplace as the form fills it in. */
void		 draft_subject_new(struct web_req *, const struct sql_dossier_get_row *, enum nominee_kind,
		    struct form *, struct draft_subject *);
void		 draft_subject_dossier(struct web_req *, const struct sql_dossier_get_row *, struct draft_subject *);

/* A declaration about a nomination; the caller fills present with what its form shows when nothing was typed. */
void		 draft_subject_declaration(struct web_req *, struct dossier_id, struct unit_id, struct nomination_id,
		    enum draft_declaration, struct draft_subject *);

/* The hidden fields of draft/fields are read, so that form_ok knows them. */
void		 draft_form_read(struct form *);
/*
 * For showing the form.  On GET, and for a form_blank, what the person typed before is set as values: call it
 * before the record's values are set, since the first one counts.
 */
enum err	 draft_form_new(struct web_req *, struct form *, const struct draft_subject *, struct draft_form *) MUST_CHECK;
/*
 * Merge a form that was sent, field by field; *take says for each field whose value to write.  Without the
 * base the form started from, same_version decides.  Clashes become lines of the view, and *clash.
 */
enum err	 draft_form_merge(struct web_req *, struct form *, const struct draft_subject *, bool same_version,
		    struct draft_form *, enum draft_merge take[FIELDS_MAX], bool *clash) MUST_CHECK;
/* The form was written: its changes go to the journal, nothing of it is open any more. */
enum err	 draft_form_saved(struct web_req *, struct form *, const struct draft_subject *) MUST_CHECK;
/* The form came too late: what it brought is kept in the journal.  Writes its audit row; the caller sets res->keep. */
enum err	 draft_form_late(struct web_req *, struct form *, const struct draft_subject *, struct draft_form *) MUST_CHECK;

/* For the pages of the dossier. */
enum err	 draft_list_read(struct web_req *, const struct page *, const struct sql_dossier_get_row *,
		    struct draft_list *) MUST_CHECK;
/* Why the dossier takes nothing any more: message id, or NULL. */
const char	*draft_closed(enum dossier_state, struct timestamp opens_at, struct timestamp closes_at, struct timestamp now);

#endif
