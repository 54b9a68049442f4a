/* Handlers of the administrator's page about files: their size, the scan for malware. */
#ifndef EVIDENCE_EVIDENCE_PAGE_H
#define EVIDENCE_EVIDENCE_PAGE_H

#include "evidence/evidence_view.h"

enum err	evidence_page_admin(struct web_req *, struct web_res *);
enum err	evidence_page_limit(struct web_req *, struct web_res *);
enum err	evidence_page_scan_again(struct web_req *, struct web_res *);

#endif
