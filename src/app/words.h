/* What enumerated values are called on every page: one Vietnamese name each, in one place. */
#ifndef APP_WORDS_H
#define APP_WORDS_H

#include "sql/types.h"

/* Message ids, for {{tr ...}} and tr(); never NULL. */
const char	*nomination_state_words(enum nomination_state);
const char	*dossier_state_words(enum dossier_state);
const char	*import_state_words(enum import_state);
const char	*import_class_words(enum import_class);
const char	*nominee_kind_words(enum nominee_kind);
const char	*gender_words(enum gender);
const char	*achievement_field_words(enum achievement_field);
const char	*commendation_kind_words(enum commendation_kind);
const char	*award_category_words(enum award_category);
const char	*award_recipient_words(enum award_recipient);
const char	*authority_level_words(enum authority_level);
const char	*council_level_words(enum council_level);
const char	*unit_kind_words(enum unit_kind);
const char	*role_words(enum role);
const char	*document_kind_words(enum document_kind);
const char	*evidence_supplier_words(enum evidence_supplier);
const char	*evidence_scope_words(enum evidence_scope);
/* How far the text of a paper's row was verified: "verified", "analog: ...", anything else. */
const char	*evidence_confidence_words(const char *);
const char	*scan_state_words(enum scan_state);
const char	*secrecy_state_words(enum secrecy_state);
const char	*day_kind_words(enum day_kind);
const char	*term_kind_words(enum term_kind);

/* Colour of a state's tag: the X of class "vd-tag vd-tag--X". */
const char	*nomination_state_tag(enum nomination_state);
const char	*dossier_state_tag(enum dossier_state);
const char	*scan_state_tag(enum scan_state);
const char	*secrecy_state_tag(enum secrecy_state);

#endif
