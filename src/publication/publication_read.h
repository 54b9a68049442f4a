/* Reads for the publisher's pages. */
#ifndef PUBLICATION_PUBLICATION_READ_H
#define PUBLICATION_PUBLICATION_READ_H

#include "publication/publication_view.h"

enum err	publication_read_lists(struct ctx *, int64_t before, struct publication_lists_view *) MUST_CHECK;
enum err	publication_read_decision(struct ctx *, struct decision_id, struct publication_new_view *) MUST_CHECK;
enum err	publication_read_show(struct ctx *, struct honour_list_id, int64_t after,
		    struct publication_show_view *) MUST_CHECK;
enum err	publication_read_entry(struct ctx *, struct honour_list_id, struct honour_id,
		    struct publication_entry_view *) MUST_CHECK;

#endif
