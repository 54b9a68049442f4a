/* What other features' pages show of nominees. */
#ifndef REGISTRY_NOMINEE_READ_H
#define REGISTRY_NOMINEE_READ_H

#include "registry/nominee_view.h"
#include "sql/dossier.h"

/* The first findings of a dossier, for {{> registry/findings &v->findings}}. */
enum err	nominee_read_findings(struct ctx *, struct dossier_id, int64_t skip, int64_t count,
		    struct nominee_findings *) MUST_CHECK;
/* Who the nominee of one nomination is, for {{> registry/panel &v->nominee}}; may_decide: of the viewer to say. */
enum err	nominee_read_panel(struct ctx *, const struct page *, const struct sql_dossier_nomination_get_row *, bool may_decide,
		    struct nominee_panel *) MUST_CHECK;
/* Nominations and honours of an entry, as lines of a table. */
enum err	nominee_read_story(struct ctx *, struct nominee_id, const struct nominee_story_line **, size_t *) MUST_CHECK;
const char	*nominee_near_words(const char *reason);	/* message id: why two entries may be one */
const char	*nominee_born(struct arena *, struct date on, bool year_known, int32_t year);	/* "12/03/1985", "1985", "" */

#endif
