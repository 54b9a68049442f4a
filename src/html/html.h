/* The HTML writer that templates compile to: one function per context, types carry their format. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include <stddef.h>
#include <stdint.h>

#include "core/buf.h"
#include "core/clock.h"
#include "core/lang.h"
#include "core/money.h"

struct html {
	struct buf	*out;
	struct arena	*arena;
	enum lang	 lang;
	size_t		 marks[2];	/* see html_mark */
};

/* Trusted bytes: only generated code calls this. */
void	html_raw(struct html *, const char *, size_t n);

/* Element text and quoted attribute values: & < > " ' are escaped.  NULL prints nothing. */
void	html_text(struct html *, const char *);
void	html_int(struct html *, int64_t);		/* plain, never grouped: years, ids, counts in attributes */
void	html_uint(struct html *, uint64_t);
void	html_date(struct html *, struct date);		/* 05/11/2026; "" when none */
void	html_timestamp(struct html *, struct timestamp);/* 05/11/2026 17:00 */
void	html_money(struct html *, struct money);	/* 2.530.000 đồng */

/* Inside href/src/action/formaction/cite: */
void	html_url_segment(struct html *, const char *);	/* percent-encodes all but unreserved */
void	html_url_segment_int(struct html *, int64_t);
void	html_url_segment_uint(struct html *, uint64_t);
void	html_url(struct html *, const char *);		/* a whole URL: only /path, #x, ?x, http:, https:, mailto:, else "#" */

/* Inside <script type="application/ld+json">: JSON text with < > & and U+2028/9 as \uXXXX. */
void	html_json(struct html *, const char *json);

/* Value by its C type; enums need an explicit text function. */
#define html_put(h, x) _Generic((x),			\
	char *: html_text,				\
	const char *: html_text,			\
	struct date: html_date,				\
	struct timestamp: html_timestamp,		\
	struct money: html_money,			\
	unsigned long: html_uint,			\
	unsigned long long: html_uint,			\
	default: html_int)(h, x)

#define html_put_segment(h, x) _Generic((x),		\
	char *: html_url_segment,			\
	const char *: html_url_segment,			\
	unsigned long: html_url_segment_uint,		\
	unsigned long long: html_url_segment_uint,	\
	default: html_url_segment_int)(h, x)

/*
 * Writing something where it belongs but after what comes behind it is known: mark 0 where it shall stand,
 * mark 1 before writing it, then html_move.  Both return "" so that templates can call them.
 */
const char	*html_mark(struct html *, int mark);
const char	*html_move(struct html *);

/* Translated message; %1..%9 are filled with already formatted strings, everything escaped. */
void	html_tr(struct html *, const char *msgid);
void	html_trf(struct html *, const char *msgid, int n, ...);	/* n const char * follow */
/* For {{t "..." a b}}: the value as an arena string, formatted by type like html_put. */
const char	*html_str(struct html *, const char *);
const char	*html_str_int(struct html *, int64_t);		/* grouped: 1.049 */
const char	*html_str_uint(struct html *, uint64_t);
const char	*html_str_date(struct html *, struct date);
const char	*html_str_timestamp(struct html *, struct timestamp);
const char	*html_str_money(struct html *, struct money);
#define html_fmt(h, x) _Generic((x),			\
	char *: html_str,				\
	const char *: html_str,				\
	struct date: html_str_date,			\
	struct timestamp: html_str_timestamp,		\
	struct money: html_str_money,			\
	unsigned long: html_str_uint,			\
	unsigned long long: html_str_uint,		\
	default: html_str_int)(h, x)

#endif
