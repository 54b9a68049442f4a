/* What the dossier templates show. */
#ifndef DOSSIER_DOSSIER_VIEW_H
#define DOSSIER_DOSSIER_VIEW_H

#include "app/app.h"
#include "app/words.h"
#include "calendar/deadline_op.h"
#include "dossier/dossier_file_op.h"
#include "dossier/dossier_filing_op.h"
#include "dossier/dossier_import_op.h"
#include "dossier/dossier_op.h"
#include "draft/draft_view.h"
#include "eligibility/eligibility_view.h"
#include "evidence/evidence_view.h"
#include "registry/nominee_view.h"
#include "web/form.h"
#include "web/ui.h"

/* dossier/files: the table of files on the pages of a dossier and of a nomination. */
struct file_list {
	struct sql_dossier_attachments_rows	 rows;
	struct dossier_id			 dossier_id;
	struct timestamp			 filed;		/* last filing, {0} none */
	bool					 may_edit, show_nomination;
};

struct dossier_list_view {
	struct page			 page;
	struct sql_dossier_list_rows	 rows;
	struct ui_filters		 filters;
	const struct option		*seasons;
	size_t				 nseasons;
	const char			*state, *season;	/* of the filter, "" for any */
	struct ui_head			 head;
	struct ui_pages			 pages;
	bool				 may_create, filtered;
};

struct dossier_form_view {
	struct page			 page;
	struct form			*form;
	const struct option		*seasons, *units;
	size_t				 nseasons, nunits;
	bool				 is_new, season_fixed, stale;
	struct dossier_id		 dossier_id;
	int32_t				 version;		/* to be named by the next save */
	struct draft_form		 draft;
	struct draft_local		 local;			/* of a new one */
};

/* The one next step: a red button, or a sentence when somebody else has to act. */
struct dossier_next { const char *label, *href, *wait; };

struct dossier_show_view {
	struct page				 page;
	const struct sql_dossier_get_row	*d;
	struct sql_dossier_nominations_rows	 nominations;
	struct file_list			 files;
	struct evidence_checklist		 papers;
	struct evidence_view			 papers_view;
	struct eligibility_summary		 eligibility;
	const struct sql_dossier_history_row	*receipts, *imports;	/* newest first */
	size_t					 nreceipts, nimports;
	struct ui_tasks				 tasks;
	struct ui_timeline			 history;
	struct ui_head				 head;
	struct ui_pages				 pages;
	struct dossier_next			 next;
	const char				*letter, *deadline, *edit_href;
	struct closing				 closing;	/* why the deadline is what it is */
	size_t					 missing;
	enum dossier_window			 window;
	bool					 may_edit;	/* mine, and draft or returned */
	bool					 may_add;	/* mine, and draft */
	struct nominee_findings			 findings;
	bool					 show_state;	/* once filed, states of nominations differ */
	struct ui_filters			 filters;	/* of the list by state */
	struct ui_filter			 returned;	/* href NULL: nothing was returned */
	const char				*state, *find, *all_href;	/* of the filter, "" for any */
	bool					 filtered, may_find;
	struct draft_list			 drafts;
};

struct nomination_form_view {
	struct page				 page;
	struct form				*form;
	struct dossier_id			 dossier_id;
	struct nomination_id			 nomination_id;
	enum nominee_kind			 kind;
	const struct option			*awards, *fields, *genders;
	size_t					 nawards, nfields, ngenders;
	bool					 is_new, stale, confirm_same;
	int32_t					 version;
	const struct sql_dossier_nomination_get_row *now;	/* as it stands; NULL for a new one */
	struct draft_form			 draft;
	bool					 keeps_numbers, has_number;
	const char				*number_hint;	/* ready text, or NULL */
};

struct nomination_show_view {
	struct page				 page;
	const struct sql_dossier_nomination_get_row *n;
	const char				*born, *gender;
	struct ui_timeline			 story;
	struct file_list			 files;
	struct evidence_checklist		 papers;
	struct evidence_view			 papers_view;
	struct eligibility_panel		 eligibility;
	bool					 may_attach;	/* mine, and the dossier is a draft or returned */
	struct nominee_panel			 nominee;
	bool					 may_edit, may_delete;
};

struct import_form_view {
	struct page				 page;
	struct form				*form;
	const struct sql_dossier_get_row	*d;
	struct sql_dossier_imports_loading_rows	 cut;	/* imports that were not sent to their end */
};

struct import_finding { const char *column, *text; bool problem; };
struct import_change { const char *label, *before, *after; };	/* label: msg */

struct import_line {
	const struct sql_dossier_import_rows_row *r;
	const char				*born, *place;	/* place: number of the row, "" for what has none */
	const struct import_finding		*findings;	/* problems first */
	size_t					 nfindings;
	const struct import_change		*changes;
	size_t					 nchanges;
	struct ui_tag				 tag;
	bool					 may_fix, may_drop, may_keep, may_reset;
};

/* A column of the sheet with what it means. */
struct import_column {
	const char				*field, *letter, *heading, *sample;
	const struct option			*meanings;
	size_t					 nmeanings;
};

/* A written award whose meaning is asked once. */
struct import_question {
	const struct sql_dossier_import_pending_row *p;
	const char				*typed_field, *kind_field, *award_field, *kind;
	const struct option			*awards;
	size_t					 nawards;
};

struct import_show_view {
	struct page				 page;
	struct form				*form;
	const struct sql_dossier_get_row	*d;
	const struct sql_dossier_import_get_row	*i;
	const struct import_line		*lines;
	size_t					 nlines;
	struct ui_head				 head;
	struct ui_pages				 pages;
	struct ui_filters		 filters;
	const struct import_finding		*notes;
	size_t					 nnotes;
	const struct import_column		*columns;
	size_t					 ncolumns;
	const char				*header_row;
	const struct import_question		*questions;
	size_t					 nquestions;
	struct sql_dossier_import_edited_rows	 edited;	/* by hand since, when confirmed */
	const char				*class_text;	/* of the filter, "" for all */
	bool					 may_confirm, may_undo, may_drop, may_fix, map_open;
	int64_t					 account;	/* who looks: whose text the browser keeps */
};

struct import_row_view {
	struct page				 page;
	struct form				*form;
	const struct sql_dossier_get_row	*d;
	const struct sql_dossier_import_get_row	*i;
	struct import_line			 line;
	const char				*const *cells;	/* as sent */
	size_t					 ncells;
	const struct option			*awards, *kinds, *fields;
	size_t					 nawards, nkinds, nfields;
	struct draft_local			 local;
};

struct file_form_view {
	struct page				 page;
	struct form				*form;
	const struct sql_dossier_get_row	*d;
	const struct option			*documents, *nominations, *secrets;
	size_t					 ndocuments, nnominations, nsecrets;
	const struct sql_dossier_attachment_get_row *t;	/* being changed; NULL for new ones */
	const char				*back, *limit;	/* limit: "20" MB */
	int64_t					 limit_bytes;
	const char				*const *stored;	/* names taken although others were not */
	size_t					 nstored;
	bool					 scanning;
};

struct file_look_view {
	struct page				 page;
	const struct sql_dossier_attachment_get_row *t;
	const char				*back, *size;
	bool					 is_image, is_pdf;
};

struct file_remove_view {
	struct page				 page;
	const struct sql_dossier_attachment_get_row *t;
	struct dossier_id			 dossier_id;
};

struct filing_form_view {
	struct page				 page;
	const struct sql_dossier_get_row	*d;
	struct nominee_findings			 findings;
	struct closing				 closing;
	const char				*question;	/* "Nộp hồ sơ 12/TTr-UBND gồm 62 trường hợp?" */
	struct ui_tasks				 tasks;
	struct evidence_checklist		 papers;
	struct evidence_view			 papers_view;
	struct eligibility_summary		 eligibility;
	size_t					 missing;
	enum dossier_window			 window;
	int64_t					 count;
	bool					 stale;
	struct draft_list			 drafts;
};

struct filing_show_view {
	struct page				 page;
	const struct sql_dossier_filing_get_row	*f;
	struct ui_done				 done;
	const char				*check_code;	/* in groups of four */
	const char				*letter;
};

#endif
