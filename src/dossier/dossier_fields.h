/* The fields of the forms of a dossier and its nominations one by one, as text: what autosaves and merges compare. */
#ifndef DOSSIER_DOSSIER_FIELDS_H
#define DOSSIER_DOSSIER_FIELDS_H

#include "dossier/dossier_op.h"
#include "draft/draft_op.h"

#define FIELDS_MAX 8	/* of one form */

struct field_spec {
	const char	*name;		/* of the form field */
	const char	*label;		/* message id */
	bool		 lines;
};

/* The fields of a nomination of a kind, in the order of the form; *n of them. */
const struct field_spec	*nomination_fields(enum nominee_kind, size_t *n);
/* The fields of the head of a dossier; the season only while it is a draft. */
const struct field_spec	*dossier_fields(bool season, size_t *n);
/* The fields of a declaration, and what its form is called. */
const struct field_spec	*declaration_fields(enum draft_declaration, size_t *n);
const char	*declaration_words(enum draft_declaration);
/* Index of a field by its name, or -1. */
int		 field_find(const struct field_spec *, size_t n, const char *name);

/* Text as it stands in the form for the value of a field; "" for an unknown field. */
const char	*nomination_field_text(struct arena *, const struct nomination_input *, const char *field);
const char	*dossier_field_text(struct arena *, const struct dossier_input *, const char *field);
/* An error where a text holds what looks like an identity number: those have a field of their own, and are encrypted there. */
void		 field_without_number(struct form *, const char *field, const char *text);
/* Take over the value of one field. */
void		 nomination_field_copy(struct nomination_input *, const struct nomination_input *from, const char *field);
void		 dossier_field_copy(struct dossier_input *, const struct dossier_input *from, const char *field);
/* Typed text in the form comparisons use: cleaned, dates in their one spelling where they can be read. */
const char	*field_canonical(struct arena *, const struct field_spec *, const char *typed, struct date today);

void		 nomination_input_of_get(struct nomination_input *, const struct sql_dossier_nomination_get_row *);
void		 nomination_input_of_hold(struct nomination_input *, const struct sql_draft_hold_nomination_row *);
void		 dossier_input_of_get(struct dossier_input *, const struct sql_dossier_get_row *);
void		 dossier_input_of_hold(struct dossier_input *, const struct sql_draft_hold_row *);

#endif
