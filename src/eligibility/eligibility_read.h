/* What other features' pages show of eligibility. */
#ifndef ELIGIBILITY_ELIGIBILITY_READ_H
#define ELIGIBILITY_ELIGIBILITY_READ_H

#include "eligibility/eligibility_view.h"

enum err	eligibility_read_panel(struct ctx *, struct dossier_id, struct nomination_id, struct eligibility_panel *) MUST_CHECK;
enum err	eligibility_read_summary(struct ctx *, struct dossier_id, struct eligibility_summary *) MUST_CHECK;
/* The first thing lacking among what counts, what is not met before what is not known; NULL when nothing is. */
const char	*eligibility_first_missing(const struct elig_verdict *);

#endif
