/* Handlers of dossiers, nominations, imports, files and filings. */
#ifndef DOSSIER_DOSSIER_PAGE_H
#define DOSSIER_DOSSIER_PAGE_H

#include "dossier/dossier_view.h"

enum err	dossier_page_list(struct web_req *, struct web_res *);
enum err	dossier_page_new(struct web_req *, struct web_res *);
enum err	dossier_page_create(struct web_req *, struct web_res *);
enum err	dossier_page_show(struct web_req *, struct web_res *);
enum err	dossier_page_edit(struct web_req *, struct web_res *);
enum err	dossier_page_save(struct web_req *, struct web_res *);

enum err	nomination_page_new(struct web_req *, struct web_res *);
enum err	nomination_page_create(struct web_req *, struct web_res *);
enum err	nomination_page_show(struct web_req *, struct web_res *);
enum err	nomination_page_edit(struct web_req *, struct web_res *);
enum err	nomination_page_save(struct web_req *, struct web_res *);
enum err	nomination_page_ask_delete(struct web_req *, struct web_res *);
enum err	nomination_page_delete(struct web_req *, struct web_res *);

enum err	nomination_page_restore(struct web_req *, struct web_res *);
/* Read a nomination's fields as its form does; awards: look up which may be proposed, else that field is not judged. */
enum err	nomination_form_read(struct web_req *, struct form *, enum nominee_kind, bool awards,
		    struct nomination_input *) MUST_CHECK;
void		dossier_form_read(struct form *, struct dossier_input *, bool season, struct date today);
/* A refusal by a named constraint, as a message beside its field; false for anything else. */
bool		dossier_known_refusal(struct web_req *, struct form *, enum err);
enum err	draft_page_state(struct web_req *, struct web_res *);
enum err	draft_page_save(struct web_req *, struct web_res *);
enum err	draft_page_drop(struct web_req *, struct web_res *);

enum err	import_page_new(struct web_req *, struct web_res *);
enum err	import_page_create(struct web_req *, struct web_res *);
enum err	import_page_show(struct web_req *, struct web_res *);
enum err	import_page_chunk(struct web_req *, struct web_res *);
enum err	import_page_read(struct web_req *, struct web_res *);
enum err	import_page_progress(struct web_req *, struct web_res *);
enum err	import_page_choose(struct web_req *, struct web_res *);
enum err	import_page_answer(struct web_req *, struct web_res *);
enum err	import_page_row(struct web_req *, struct web_res *);
enum err	import_page_decide(struct web_req *, struct web_res *);
enum err	import_page_confirm(struct web_req *, struct web_res *);
enum err	import_page_undo(struct web_req *, struct web_res *);
enum err	import_page_drop_problems(struct web_req *, struct web_res *);
enum err	import_page_drop(struct web_req *, struct web_res *);

enum err	file_page_new(struct web_req *, struct web_res *);
enum err	file_page_create(struct web_req *, struct web_res *);
enum err	file_page_download(struct web_req *, struct web_res *);
enum err	file_page_look(struct web_req *, struct web_res *);
enum err	file_page_image(struct web_req *, struct web_res *);
enum err	file_page_edit(struct web_req *, struct web_res *);
enum err	file_page_save(struct web_req *, struct web_res *);
enum err	file_page_ask_remove(struct web_req *, struct web_res *);
enum err	file_page_remove(struct web_req *, struct web_res *);

enum err	filing_page_ask(struct web_req *, struct web_res *);
enum err	filing_page_submit(struct web_req *, struct web_res *);
enum err	filing_page_show(struct web_req *, struct web_res *);
enum err	filing_page_content(struct web_req *, struct web_res *);

/* Shared by the handlers ----------------------------------------------------------------------- */

enum err	dossier_path(const struct web_req *, struct dossier_id *) MUST_CHECK;
/* "Hồ sơ > title > here" on the page; title NULL leaves the middle out. */
void		dossier_crumbs(struct web_req *, struct page *, struct dossier_id, const char *title, const char *here);
/* The story of a dossier, oldest first, in words. */
enum err	dossier_history_events(struct web_req *, struct dossier_id, struct ui_timeline *) MUST_CHECK;
const char	*letter_text(struct arena *, const char *no, struct date);	/* "12/TTr-UBND, 05/11/2026" */
/* The checklist of a dossier as tasks with links (none when not to be edited). */
size_t		dossier_tasks(struct web_req *, const struct sql_dossier_get_row *, const struct evidence_checklist *,
		    bool links, struct ui_tasks *);

#endif
