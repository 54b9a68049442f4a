/* Handlers about files (their size, the scan for malware) and about the papers an award needs. */
#ifndef EVIDENCE_EVIDENCE_PAGE_H
#define EVIDENCE_EVIDENCE_PAGE_H

#include "evidence/evidence_view.h"

enum err	evidence_page_admin(struct web_req *, struct web_res *);
enum err	evidence_page_limit(struct web_req *, struct web_res *);
enum err	evidence_page_scan_again(struct web_req *, struct web_res *);
enum err	evidence_page_requirements(struct web_req *, struct web_res *);
enum err	evidence_page_requirement(struct web_req *, struct web_res *);
enum err	evidence_page_confirm(struct web_req *, struct web_res *);

#endif
