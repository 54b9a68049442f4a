/* What councils' enumerated values are called, and the colours of their tags. */
#ifndef COUNCIL_COUNCIL_WORDS_H
#define COUNCIL_COUNCIL_WORDS_H

#include "sql/types.h"

/* Message ids; never NULL. */
const char	*session_state_words(enum session_state);
const char	*session_state_tag(enum session_state);
const char	*attendance_words(enum attendance);
const char	*vote_choice_words(enum vote_choice);
const char	*member_role_words(enum member_role);
const char	*item_state_words(enum item_state);
const char	*item_state_tag(enum item_state);

#endif
