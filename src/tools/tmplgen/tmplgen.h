/* Template compiler: one HTML template becomes one C function; every value is escaped for its place. */
#ifndef TOOLS_TMPLGEN_H
#define TOOLS_TMPLGEN_H

#include <stdbool.h>
#include <stddef.h>

/* -- memory and text (mem.c): everything lives until mem_free_all -- */

struct text {
	char	*p;
	size_t	 len, cap;
};

void	*mem_alloc(size_t);	/* zeroed; exits when there is none */
char	*mem_strndup(const char *, size_t);
void	 mem_free_all(void);
void	 text_add(struct text *, const char *, size_t);
void	 text_puts(struct text *, const char *);
void	 text_printf(struct text *, const char *, ...) __attribute__((format(printf, 2, 3)));

/* -- where in the HTML we are (state.c) -- */

enum place {
	IN_TEXT,
	IN_TAG_OPEN,		/* after '<' */
	IN_TAG_NAME,
	IN_TAG,			/* between attributes, one may begin */
	IN_TAG_TIGHT,		/* between attributes, white space must come first */
	IN_ATTR_NAME,
	IN_AFTER_NAME,		/* white space after an attribute name */
	IN_BEFORE_VALUE,	/* after '=' */
	IN_VALUE,		/* quoted attribute value */
	IN_UNQUOTED,
	IN_RAW,			/* script, style, ... */
	IN_RCDATA,		/* textarea, title */
	IN_COMMENT,
	IN_DECLARATION		/* <!doctype */
};

enum attr_kind {
	ATTR_PLAIN,
	ATTR_URL,
	ATTR_ASSET_ONLY,	/* srcset and the like, src of a script */
	ATTR_FORBIDDEN		/* on*, style, srcdoc, ... */
};

enum url_place {
	URL_START,
	URL_SCHEME,		/* letters that may turn out to be a scheme */
	URL_SLASH,		/* exactly the leading "/" */
	URL_HOST,		/* after https: */
	URL_PATH,		/* path, query or fragment */
	URL_MIXED		/* a block before this wrote something or nothing */
};

struct place_state {
	enum place	 place;
	char		 element[24];	/* lower case, cut */
	bool		 closing;
	char		 attr[40];	/* lower case, cut */
	enum attr_kind	 kind;
	char		 quote;
	enum url_place	 url;
	char		 scheme[16];
	size_t		 nscheme;	/* also counts slashes in URL_HOST */
	char		 value[32];	/* literal start of the attribute value */
	size_t		 nvalue;
	bool		 ldjson;	/* script type="application/ld+json" */
	bool		 http_equiv, content_value;	/* seen in this tag */
	int		 pre;		/* depth of <pre> */
};

/*
 * Take the next byte of literal HTML, rest[0], with nrest bytes known; NULL or what is wrong.
 * *drop is set for bytes of HTML comments, which are not sent.
 */
const char	*place_step(struct place_state *, const char *rest, size_t nrest, bool *drop);
/* NULL when a value may stand here, else the reason. */
const char	*place_refuses(const struct place_state *);
/* A block begins or ends here: names are complete.  NULL or why no block may stand here. */
const char	*place_settle(struct place_state *);
/* Join the end of one branch into another; false when the HTML differs. */
bool		 place_merge(struct place_state *, const struct place_state *);
const char	*place_describe(const struct place_state *);

/* -- compiler (compile.c) -- */

struct tmpl_error {
	const char		*path;
	int			 line;
	const char		*text;
	struct tmpl_error	*next;
};

struct tmpl_call {
	const char		*folder, *name;
	int			 line;
	bool			 layout, has_arg;
	struct tmpl_call	*next;
};

struct tmpl_header {
	const char		*name;
	struct tmpl_header	*next;
};

struct tmpl {
	const char		*path, *folder, *name;
	struct tmpl_header	*headers;
	const char		*decl;		/* NULL: no view */
	struct tmpl_call	*calls;		/* partials and the layout */
	bool			 is_layout, uses_asset;
	struct text		 code;		/* generated function or functions */
	struct text		 messages;	/* for xgettext */
	struct tmpl_error	*errors, **errors_tail;
	struct tmpl		*next;
};

/* Compile one template; errors are in the result.  path is used in messages and #line. */
struct tmpl	*tmpl_compile(const char *path, const char *folder, const char *name,
		    const char *src, size_t n);
/* Check that partials and layouts exist and are called as they are declared. */
void		 tmpl_link(struct tmpl *all);
void		 tmpl_error(struct tmpl *, int line, const char *, ...)
		    __attribute__((format(printf, 3, 4)));
char		*tmpl_ident(const char *folder, const char *name);

#endif
