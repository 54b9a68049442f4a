/* What the publisher's pages show. */
#ifndef PUBLICATION_PUBLICATION_VIEW_H
#define PUBLICATION_PUBLICATION_VIEW_H

#include "app/app.h"
#include "publication/publication_op.h"
#include "web/form.h"
#include "web/ui.h"

struct publication_lists_view {
	struct page						page;
	struct sql_publication_lists_rows			lists;
	struct sql_publication_decisions_waiting_rows		decisions;
	struct sql_publication_press_lists_rows			press;
	bool							publisher, more;
	int64_t							next;
	struct timestamp					now;
};

struct publication_new_view {
	struct page					page;
	struct form					*form;
	struct sql_publication_decision_row		decision;
};

struct publication_show_view {
	struct page					page;
	struct form					*form;		/* what was sent, with its messages */
	struct form					*edit;		/* title and introduction */
	int32_t						edit_version;
	bool						stale;
	struct sql_publication_get_row			list;
	struct sql_publication_entries_rows		entries;
	struct ui_pages					pages;
	struct sql_publication_versions_rows		versions;
	struct ui_task					steps[3];
	struct ui_tasks					tasks;
	struct ui_timeline				history;
	struct option					when[2];
	const char					*sha;		/* of the content now */
	bool						changed;	/* it is not what was prepared */
	bool						can_edit, can_confirm, can_publish, can_reopen, can_correct;
	bool						embargoed, waiting, failed, nobody, refresh;
	struct timestamp				now;
};

struct publication_entry_view {
	struct page					page;
	struct form					*form;
	struct sql_publication_get_row			list;
	struct sql_publication_entry_get_row		entry;
	int32_t						form_version;
	bool						correction, stale;
	const char					*list_href;
};

struct publication_correct_view {
	struct page					page;
	struct form					*form;
	struct sql_publication_get_row			list;
	struct option					kinds[2];
	const char					*list_href;
};

struct publication_embed_view {
	struct page		page;
	const struct site_list	*list;
	const char		*url, *embed, *paste, *frame, *oembed, *pinned;
	int64_t			paste_bytes;
};

#endif
