/* Languages and messages: Vietnamese is the message id, English comes from assets/locale/en.po. */
#ifndef CORE_LANG_H
#define CORE_LANG_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

enum lang { LANG_VI, LANG_EN };

/* Marks a message for extraction where it is not translated on the spot; expands to itself. */
#define T(msgid) (msgid)

/* Translation of msgid, or msgid itself in Vietnamese or where the catalogue has none. Static memory. */
const char	*tr(enum lang, const char *msgid);
/* As tr, with %1..%9 replaced by the strings given (count of them in n). In the arena. */
char		*tr_fmt(struct arena *, enum lang, const char *msgid, int n, ...);
/*
 * The next piece of a message with its arguments put in: *n bytes at *s; false at the end.  Beside %1..%9 a
 * translation may hold "{1|day|days}": the first words when argument 1 reads "1", else the second.
 */
bool		 tr_next(const char **text, const char *const args[9], const char **s, size_t *n);
const char	*lang_code(enum lang);			/* "vi", "en" */

/* The catalogue msggen compiles from en.po: sorted by the bytes of vi, so that tr can search it. */
struct message_pair { const char *vi, *en; };
extern const struct message_pair message_table[];
extern const size_t message_count;

#endif
