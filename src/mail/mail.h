/* Mail: pure rules. Words of notices, addresses, encoded headers, what an answer of a mail server means, pauses. */
#ifndef MAIL_MAIL_H
#define MAIL_MAIL_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "sql/types.h"

/* A notice in words (message ids): as a choice, and as the answer to "what is this". */
const char	*notice_kind_words(enum notice_kind);
const char	*notice_kind_hint(enum notice_kind);
/* Whether people may do without it by mail; what concerns the own account they may not. */
bool		 notice_kind_mutable(enum notice_kind);
const char	*mail_state_words(enum mail_state);
const char	*mail_state_tag(enum mail_state);		/* X of vd-tag--X */
/* The code of a suppressed mail in words, or the server's answer as it is. */
const char	*mail_error_words(const char *last_error);
const char	*mail_trouble_words(enum mail_trouble);

/*
 * One address as RFC 5321 writes it without comments and quoting: local@domain, letters of ASCII, no white space,
 * at most 254 bytes, a domain with a dot.  What stands in a header or a command is one of these.
 */
bool		 mail_address_valid(const char *);

/*
 * Text from people, made fit for one line of a mail: control characters and line ends become spaces, addresses of
 * other sites lose what makes them links, and it ends after max code points with "…".
 */
char		*mail_line(struct arena *, const char *, size_t max);
/* The same for text of several lines: each indented by two spaces. */
char		*mail_lines(struct arena *, const char *, size_t max);

/* A header's text in encoded words of RFC 2047 (UTF-8, base64), folded; ASCII without specials stays as it is. */
char		*mail_encode_header(struct arena *, const char *name, const char *text);
/* "Vinh Danh <thidua@angiang.gov.vn>" or an address alone; false when it holds no valid address. */
bool		 mail_sender_parse(struct arena *, const char *, const char **name, const char **address);
/* \n becomes \r\n, as SMTP wants lines. */
char		*mail_crlf(struct arena *, const char *);

/* How far a mail came before the server said no. */
enum mail_stage { MAIL_STAGE_CONNECT, MAIL_STAGE_SENDER, MAIL_STAGE_RECIPIENT, MAIL_STAGE_CONTENT, MAIL_STAGE_DONE };
/*
 * What happened to a mail: taken; not now (again later); never (this recipient or text); or nothing at all goes
 * out now, because the server is away, refuses us, or our quota is used up.
 */
enum mail_verdict { MAIL_TAKEN, MAIL_LATER, MAIL_NEVER, MAIL_HOLD_AWAY, MAIL_HOLD_REFUSED, MAIL_HOLD_QUOTA };
/* code: of the server's last answer, 0 for none; text: that answer ("550 5.1.1 no such user"). */
enum mail_verdict mail_judge(enum mail_stage, int code, const char *text);
/* Seconds until the next try of a mail after so many tries: 1, 4, 16, 64 minutes, then 6 hours. */
int		 mail_pause_s(int attempts);
/* Seconds nothing is tried after a failure of the server; the outbox doubles them with each, up to an hour. */
int		 mail_hold_s(enum mail_verdict);

#endif
