/* Reading a form: every field is declared by reading it; messages stand beside fields; nothing typed is lost. */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "core/clock.h"
#include "core/err.h"
#include "core/lang.h"
#include "web/request.h"

struct form_message {
	const char		*field;		/* "" for the whole form */
	const char		*text;		/* already translated */
	const char		*label;		/* of its field, translated, once that was shown; else NULL */
	struct form_message	*next;
};

struct form {
	struct web_req		*req;		/* NULL: an empty form for GET */
	struct arena		*arena;
	enum lang		 lang;
	struct form_message	*messages, **tail;
	struct web_params	 values;	/* what to show: typed text, or what form_set put there */
	struct web_params	 seen;
};

struct form	*form_new(struct web_req *);	/* for GET and POST alike */
/* Value to show for a GET (edit pages); the first one counts.  Does nothing on POST, where what was typed wins. */
void		 form_set(struct form *, const char *name, const char *value);
void		 form_set_i64(struct form *, const char *name, int64_t);
const char	*form_value(const struct form *, const char *name);	/* what to show, "" when none */

/*
 * Readers. Text is checked (UTF-8, no NUL, no control characters, <= max code points), NFC-normalised and
 * trimmed; min 0 makes it optional and "" then comes back as NULL.  On a fault a message is added
 * and a harmless value returned; the caller goes on and asks form_ok at the end.
 */
const char	*form_text(struct form *, const char *name, size_t min, size_t max);	/* one line */
const char	*form_multiline(struct form *, const char *name, size_t min, size_t max); /* \r\n -> \n */
/*
 * What those two keep of valid text: NFC, trimmed, line ends one \n each, or blanks when not lines.
 * Its code points are what limits count; assets/scripts/draft/text.js counts the same.
 */
char		*form_clean(struct arena *, const char *, size_t n, bool lines);
/* A password: checked like form_text but neither trimmed nor ever shown again. */
const char	*form_secret(struct form *, const char *name, size_t min, size_t max);
/* A second form on a page that answers the POST of another one: nothing typed, nothing unknown. */
struct form	*form_blank(struct web_req *);
int64_t		 form_i64(struct form *, const char *name, int64_t min, int64_t max, int64_t fallback); /* required when fallback < min */
struct date	 form_date(struct form *, const char *name, bool required);
struct timestamp form_timestamp(struct form *, const char *name, bool required);
bool		 form_checked(struct form *, const char *name);
/* One of a list of n texts; index, or -1 with a message when none matches. */
int		 form_choice(struct form *, const char *name, const char *const *texts, int n);
/* All values of a repeated field as ids (checkboxes); bad ones add a message. */
size_t		 form_ids(struct form *, const char *name, struct arena *, int64_t **out);

/* The file chosen in a field, NULL (with a message when required) when none was. */
const struct web_file	*form_file(struct form *, const char *name, bool required);

/* All files chosen in a field; none adds the message when required. */
size_t		 form_files(struct form *, const char *name, bool required, const struct web_file ***out);

/* Add a message; msgid is translated, %1.. filled from n strings. */
void		 form_error(struct form *, const char *field, const char *msgid, int n, ...);
/* A constraint named by the database becomes a message: {"dossier_letter_no_unique", "letter_no", T("...")}. */
struct form_constraint { const char *constraint, *field, *msgid; };
bool		 form_error_constraint(struct form *, const char *constraint,
		    const struct form_constraint *, size_t n);
/* True when no message was added and every field sent was read (unknown fields are refused by name). */
bool		 form_ok(struct form *);
const char	*form_message_of(const struct form *, const char *field);	/* NULL when none */

/* What the templates in assets/templates/form/ need for one field. */
struct field {
	const char	*name, *label, *hint, *value, *error;
	const char	*type;		/* text, date, number, password ... */
	const char	*autocomplete;
	int64_t		 maxlength;	/* 0: none */
	int		 width;		/* characters; 0: full */
	bool		 optional, multiple, checked;
	const struct option *options;	/* select, radios, checkboxes */
	size_t		 noptions;
	enum lang	 lang;
	const struct form *form;
};
struct option { const char *value, *label, *hint; bool selected; };

/* label and hint are message ids; hint may be NULL. Chain the setters: field_width(field(f, "x", T("..."), NULL), 10). */
struct field	*field(struct form *, const char *name, const char *label, const char *hint);
struct field	*field_optional(struct field *);
struct field	*field_multiple(struct field *);	/* several files at once */
struct field	*field_type(struct field *, const char *type);
struct field	*field_width(struct field *, int characters);
struct field	*field_maxlength(struct field *, int64_t code_points);
struct field	*field_autocomplete(struct field *, const char *);
struct field	*field_options(struct field *, const struct option *, size_t n);

#endif
