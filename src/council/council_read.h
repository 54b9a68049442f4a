/* Reads the views of councils and their sessions from the database. */
#ifndef COUNCIL_COUNCIL_READ_H
#define COUNCIL_COUNCIL_READ_H

#include "council/council_view.h"

enum err	council_read_councils(struct ctx *, struct councils_view *) MUST_CHECK;
enum err	council_read_new(struct ctx *, struct council_new_view *) MUST_CHECK;
enum err	council_read_council(struct ctx *, struct council_id, struct council_view *) MUST_CHECK;
enum err	council_read_sessions(struct ctx *, int64_t before, int64_t count, struct sessions_view *) MUST_CHECK;
enum err	council_read_session_new(struct ctx *, struct session_new_view *) MUST_CHECK;
/* Session, agenda, attendance, warnings, tasks. */
enum err	council_read_session(struct ctx *, struct council_session_id, struct session_view *) MUST_CHECK;
/* What the member voted, into the lines; what was typed into the form wins. */
enum err	council_read_votes(struct ctx *, struct session_view *, struct council_member_id, bool written) MUST_CHECK;
enum err	council_read_eligible(struct ctx *, struct council_session_id, int64_t count, struct agenda_add_view *) MUST_CHECK;
enum err	council_read_chosen(struct ctx *, struct council_session_id, const int64_t *ids, size_t n,
		    struct agenda_add_view *) MUST_CHECK;
/* An item with who voted how, as far as the reader may know. */
enum err	council_read_item(struct ctx *, struct council_session_id, struct agenda_item_id, struct item_view *) MUST_CHECK;

#endif
