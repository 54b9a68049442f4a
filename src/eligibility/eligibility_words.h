/* What ratings, scopes, levels and findings are called; message ids. */
#ifndef ELIGIBILITY_ELIGIBILITY_WORDS_H
#define ELIGIBILITY_ELIGIBILITY_WORDS_H

#include <stdbool.h>

#include "sql/types.h"

const char	*rating_words(enum rating);
const char	*initiative_scope_words(enum initiative_scope);
const char	*initiative_kind_words(enum initiative_kind);
const char	*discipline_level_words(enum discipline_level);
const char	*hold_kind_words(enum hold_kind);
const char	*confidence_words(enum confidence);
const char	*finding_words(enum finding_status);		/* of a condition: "Đạt" */
const char	*finding_tag(enum finding_status);		/* colour of its tag */
const char	*verdict_words(enum finding_status, bool hold);	/* of a nomination */
const char	*verdict_tag(enum finding_status, bool hold);

#endif
