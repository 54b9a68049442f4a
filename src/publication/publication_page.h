/* Pages of the publishers (and, for embedding, of the press). */
#ifndef PUBLICATION_PUBLICATION_PAGE_H
#define PUBLICATION_PUBLICATION_PAGE_H

#include "web/route.h"

web_handler	publication_page_lists, publication_page_new, publication_page_create;
web_handler	publication_page_show, publication_page_save, publication_page_entry, publication_page_entry_save;
web_handler	publication_page_preview, publication_page_preview_one;
web_handler	publication_page_prepare, publication_page_reopen, publication_page_confirm, publication_page_publish;
web_handler	publication_page_correct, publication_page_correct_begin, publication_page_embed_code;

#endif
