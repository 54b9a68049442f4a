/* Follows HTML byte by byte, as far as needed to know what a value would mean at any place. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "tools/tmplgen/tmplgen.h"

static bool
html_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char
lower(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c;
}

static void
name_add(char *name, size_t size, char c)
{
	size_t n = strlen(name);

	if (n + 1 < size) {
		name[n] = lower(c);
		name[n + 1] = '\0';
	}
}

static bool
one_of(const char *s, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(s, *list) == 0)
			return true;
	return false;
}

static const char *const raw_elements[] = { "script", "style", "iframe", "noembed", "noframes",
	"xmp", "plaintext", NULL };
static const char *const rcdata_elements[] = { "textarea", "title", NULL };
static const char *const url_attrs[] = { "href", "xlink:href", "src", "action", "formaction",
	"cite", "poster", "background", "longdesc", "data-src", "data-href", "data-url", NULL };
/* More than one address, or code, or a document in one attribute. */
static const char *const asset_attrs[] = { "srcset", "imagesrcset", "data-srcset", NULL };
static const char *const forbidden_attrs[] = { "style", "srcdoc", "ping", "archive", "codebase",
	"classid", "manifest", "http-equiv", "sandbox", "integrity", NULL };
/* Elements whose address decides what code runs or what every other address means. */
static const char *const asset_elements[] = { "script", "base", "object", "embed", "applet",
	NULL };
/* SVG animation can set any attribute of another element. */
static const char *const forbidden_elements[] = { "animate", "animatetransform",
	"animatemotion", "set", "base", "applet", NULL };

static enum attr_kind
attr_classify(const char *element, const char *attr)
{
	if (strncmp(attr, "on", 2) == 0 || one_of(attr, forbidden_attrs))
		return ATTR_FORBIDDEN;
	if (one_of(attr, asset_attrs))
		return ATTR_ASSET_ONLY;
	if (one_of(element, asset_elements) &&
	    (one_of(attr, url_attrs) || strcmp(attr, "data") == 0))
		return ATTR_ASSET_ONLY;
	if (strcmp(element, "script") == 0 && strcmp(attr, "type") == 0)
		return ATTR_FORBIDDEN;
	if (one_of(element, forbidden_elements))
		return ATTR_FORBIDDEN;
	if (one_of(attr, url_attrs))
		return ATTR_URL;
	return ATTR_PLAIN;
}

static void
tag_begin(struct place_state *s)
{
	s->element[0] = '\0';
	s->attr[0] = '\0';
	s->closing = false;
	s->http_equiv = s->content_value = false;
	s->ldjson = false;
}

static void
value_begin(struct place_state *s)
{
	s->kind = attr_classify(s->element, s->attr);
	s->url = URL_START;
	s->nscheme = 0;
	s->nvalue = 0;
}

static const char *
value_end(struct place_state *s)
{
	if (strcmp(s->element, "script") == 0 && strcmp(s->attr, "type") == 0) {
		s->value[s->nvalue] = '\0';
		s->ldjson = strcasecmp(s->value, "application/ld+json") == 0;
	}
	if (strcmp(s->attr, "http-equiv") == 0) {
		s->http_equiv = true;
		if (s->content_value)
			return "http-equiv beside a content with a value in it could redirect anywhere";
	}
	return NULL;
}

static const char *
tag_end(struct place_state *s)
{
	s->place = IN_TEXT;
	if (strcmp(s->element, "pre") == 0) {
		if (!s->closing)
			s->pre++;
		else if (s->pre > 0)
			s->pre--;
	}
	if (s->closing)
		return NULL;
	if (one_of(s->element, raw_elements))
		s->place = IN_RAW;
	else if (one_of(s->element, rcdata_elements))
		s->place = IN_RCDATA;
	return NULL;
}

static const char *
url_step(struct place_state *s, char c)
{
	static const char *const schemes[] = { "http", "https", "mailto", "tel", NULL };

	switch (s->url) {
	case URL_START:
		if (html_space(c))
			return NULL;
		/* FALLTHROUGH */
	case URL_MIXED:
		if (c == '/' || c == '\\') {
			s->url = URL_SLASH;
		} else if (c == '?' || c == '#') {
			s->url = URL_PATH;
		} else {
			bool mixed = s->url == URL_MIXED;

			s->url = URL_SCHEME;
			s->nscheme = 0;
			s->scheme[s->nscheme++] = lower(c);
			if (mixed)
				s->scheme[0] = '*';
			if (c == ':')
				return "an address may not begin with ':'";
		}
		return NULL;
	case URL_SCHEME:
		if (c == '/' || c == '?' || c == '#' || c == '\\') {
			s->url = URL_PATH;
		} else if (c == ':') {
			s->scheme[s->nscheme] = '\0';
			s->url = URL_PATH;
			if (!one_of(s->scheme, schemes))
				return "this kind of address is not allowed (http, https, mailto and tel are)";
			if (s->scheme[0] == 'h') {
				s->url = URL_HOST;
				s->nscheme = 0;
			}
		} else if (s->nscheme + 1 < sizeof(s->scheme)) {
			s->scheme[s->nscheme++] = lower(c);
		} else {
			s->scheme[0] = '*';
		}
		return NULL;
	case URL_SLASH:
		s->url = URL_PATH;
		if (c == '/' || c == '\\')
			return "an address beginning with // leads to another host; write https:";
		return NULL;
	case URL_HOST:
		if (c == '/' && s->nscheme < 2)
			s->nscheme++;
		else if (c == '/' || c == '?' || c == '#')
			s->url = URL_PATH;
		return NULL;
	case URL_PATH: return NULL;
	}
	return NULL;
}

static const char *
value_step(struct place_state *s, char c)
{
	if (s->nvalue + 1 < sizeof(s->value))
		s->value[s->nvalue++] = c;
	if (s->kind == ATTR_URL ||
	    (s->kind == ATTR_ASSET_ONLY && strcmp(s->attr, "data") != 0 &&
		strstr(s->attr, "srcset") == NULL))
		return url_step(s, c);
	return NULL;
}

static bool
ends_element(const char *p, size_t n, const char *element)
{
	size_t len = strlen(element);

	return n > len + 2 && p[0] == '<' && p[1] == '/' &&
	    strncasecmp(p + 2, element, len) == 0 &&
	    (html_space(p[len + 2]) || p[len + 2] == '/' || p[len + 2] == '>');
}

static const char *
in_tag(struct place_state *s, char c)
{
	if (html_space(c) || c == '/') {
		s->place = IN_TAG;
	} else if (c == '>') {
		return tag_end(s);
	} else if (s->place == IN_TAG_TIGHT) {
		s->place = IN_TAG;
		return "white space is missing before this attribute";
	} else if (c == '"' || c == '\'' || c == '<' || c == '=') {
		return "an attribute cannot begin with this character";
	} else {
		s->attr[0] = '\0';
		name_add(s->attr, sizeof(s->attr), c);
		s->place = IN_ATTR_NAME;
	}
	return NULL;
}

const char *
place_step(struct place_state *s, const char *p, size_t n, bool *drop)
{
	char c = p[0];

	*drop = false;
	switch (s->place) {
	case IN_TEXT:
		if (c == '<') {
			if (n >= 4 && memcmp(p, "<!--", 4) == 0) {
				s->place = IN_COMMENT;
				s->nvalue = 0;
				*drop = true;
			} else {
				tag_begin(s);
				s->place = IN_TAG_OPEN;
			}
		}
		return NULL;
	case IN_TAG_OPEN:
		if (c == '/' && !s->closing) {
			s->closing = true;
		} else if (c == '!' && !s->closing) {
			s->place = IN_DECLARATION;
		} else if (is_letter(c)) {
			name_add(s->element, sizeof(s->element), c);
			s->place = IN_TAG_NAME;
		} else {
			s->place = IN_TEXT;
			return "'<' that begins no tag; write &lt;";
		}
		return NULL;
	case IN_TAG_NAME:
		if (html_space(c) || c == '/' || c == '>') {
			return in_tag(s, c);
		} else if (c == '<' || c == '"' || c == '\'' || c == '=') {
			return "a tag name cannot contain this character";
		}
		name_add(s->element, sizeof(s->element), c);
		return NULL;
	case IN_TAG:
	case IN_TAG_TIGHT: return in_tag(s, c);
	case IN_ATTR_NAME:
	case IN_AFTER_NAME:
		if (c == '=') {
			s->place = IN_BEFORE_VALUE;
		} else if (html_space(c)) {
			s->place = IN_AFTER_NAME;
		} else if (c == '/' || c == '>') {
			return in_tag(s, c);
		} else if (c == '"' || c == '\'' || c == '<') {
			return "an attribute name cannot contain this character";
		} else {
			if (s->place == IN_AFTER_NAME)
				s->attr[0] = '\0';
			s->place = IN_ATTR_NAME;
			name_add(s->attr, sizeof(s->attr), c);
		}
		return NULL;
	case IN_BEFORE_VALUE:
		if (html_space(c))
			return NULL;
		value_begin(s);
		if (c == '"' || c == '\'') {
			s->quote = c;
			s->place = IN_VALUE;
		} else if (c == '>') {
			s->place = IN_TEXT;
			return "an attribute value is missing";
		} else {
			s->place = IN_UNQUOTED;
			return value_step(s, c);
		}
		return NULL;
	case IN_VALUE:
		if (c == s->quote) {
			s->place = IN_TAG_TIGHT;
			return value_end(s);
		}
		return value_step(s, c);
	case IN_UNQUOTED:
		if (html_space(c) || c == '>') {
			const char *why = value_end(s);

			s->place = IN_TAG;
			return why != NULL ? (void)in_tag(s, c), why : in_tag(s, c);
		}
		if (c == '"' || c == '\'' || c == '<' || c == '=' || c == '`')
			return "quote this attribute value";
		return value_step(s, c);
	case IN_RAW:
	case IN_RCDATA:
		if (ends_element(p, n, s->element)) {
			tag_begin(s);
			s->place = IN_TAG_OPEN;
		} else if (s->place == IN_RAW && n >= 4 && memcmp(p, "<!--", 4) == 0) {
			return "'<!--' changes how a script ends; leave it out";
		}
		return NULL;
	case IN_COMMENT:
		/* nvalue counts what was seen after "<", so that "<!-->" is not taken for an end. */
		*drop = true;
		s->nvalue++;
		if (s->nvalue >= 6 && c == '>' && p[-1] == '-' && p[-2] == '-')
			s->place = IN_TEXT;
		return NULL;
	case IN_DECLARATION:
		if (c == '>')
			s->place = IN_TEXT;
		return NULL;
	}
	return NULL;
}

const char *
place_refuses(const struct place_state *s)
{
	static char why[160];

	switch (s->place) {
	case IN_TEXT:
	case IN_RCDATA: return NULL;
	case IN_TAG_OPEN:
	case IN_TAG_NAME: return "a value cannot be part of a tag name";
	case IN_TAG:
	case IN_TAG_TIGHT:
	case IN_ATTR_NAME:
	case IN_AFTER_NAME: return "a value cannot be part of an attribute name";
	case IN_BEFORE_VALUE:
	case IN_UNQUOTED:
		return "a value in an attribute without quotes; write name=\"{{ ... }}\"";
	case IN_RAW:
		snprintf(why, sizeof(why), "a value inside <%s> would be code", s->element);
		return why;
	case IN_COMMENT: return "a value inside an HTML comment";
	case IN_DECLARATION: return "a value inside a declaration";
	case IN_VALUE: break;
	}
	if (s->kind == ATTR_FORBIDDEN)
		return "a value in this attribute could run code or lift a protection";
	if (s->kind == ATTR_ASSET_ONLY)
		return "only {{asset \"...\"}} may stand in this attribute";
	if (strcmp(s->attr, "content") == 0 && s->http_equiv)
		return "a value beside http-equiv could redirect anywhere";
	if (s->kind == ATTR_URL) {
		if (s->url == URL_SLASH)
			return "a value right after the leading '/' could name another host; write a fixed folder first";
		if (s->url == URL_HOST)
			return "a value cannot be part of a host name";
		if (s->url == URL_MIXED)
			return "whether this value begins the address depends on the block before it";
	}
	return NULL;
}

const char *
place_settle(struct place_state *s)
{
	switch (s->place) {
	case IN_TAG_NAME:
	case IN_ATTR_NAME: s->place = IN_TAG_TIGHT; return NULL;
	case IN_AFTER_NAME: s->place = IN_TAG; return NULL;
	case IN_TEXT:
	case IN_RCDATA:
	case IN_TAG:
	case IN_TAG_TIGHT: return NULL;
	case IN_VALUE:
		return s->kind == ATTR_FORBIDDEN &&
			(strncmp(s->attr, "on", 2) == 0 || strcmp(s->attr, "style") == 0 ||
			    strcmp(s->attr, "srcdoc") == 0 || strcmp(s->attr, "type") == 0)
		    ? "a block inside this attribute"
		    : NULL;
	case IN_TAG_OPEN: return "a block inside a tag name";
	case IN_BEFORE_VALUE:
	case IN_UNQUOTED: return "a block inside an attribute without quotes";
	case IN_RAW: return "a block inside a script or style";
	case IN_COMMENT: return "a block inside an HTML comment";
	case IN_DECLARATION: return "a block inside a declaration";
	}
	return NULL;
}

bool
place_merge(struct place_state *to, const struct place_state *from)
{
	bool tag = to->place == IN_TAG || to->place == IN_TAG_TIGHT;
	bool tag_from = from->place == IN_TAG || from->place == IN_TAG_TIGHT;

	if (tag != tag_from || (!tag && to->place != from->place) || to->pre != from->pre)
		return false;
	if (to->place != IN_TEXT &&
	    (strcmp(to->element, from->element) != 0 || to->closing != from->closing))
		return false;
	if (tag) {
		if (from->place == IN_TAG_TIGHT)
			to->place = IN_TAG_TIGHT;
		to->http_equiv |= from->http_equiv;
		to->content_value |= from->content_value;
		to->ldjson = to->ldjson && from->ldjson;
	}
	if (to->place == IN_VALUE) {
		if (strcmp(to->attr, from->attr) != 0 || to->quote != from->quote)
			return false;
		if (to->url == URL_SLASH || from->url == URL_SLASH)
			to->url = URL_SLASH;
		else if (to->url == URL_HOST || from->url == URL_HOST)
			to->url = URL_HOST;
		else if (to->url != from->url || to->url == URL_SCHEME)
			to->url = to->url == URL_SCHEME || from->url == URL_SCHEME ? URL_SCHEME
										   : URL_MIXED;
		if (to->url == URL_SCHEME) {
			to->scheme[0] = '*';
			if (to->nscheme == 0)
				to->nscheme = 1;
		}
	}
	return true;
}

const char *
place_describe(const struct place_state *s)
{
	switch (s->place) {
	case IN_TEXT: return "in text";
	case IN_TAG_OPEN:
	case IN_TAG_NAME:
	case IN_TAG:
	case IN_TAG_TIGHT:
	case IN_ATTR_NAME:
	case IN_AFTER_NAME:
	case IN_BEFORE_VALUE: return "inside a tag";
	case IN_VALUE:
	case IN_UNQUOTED: return "inside an attribute value";
	case IN_RAW:
	case IN_RCDATA: return "inside an element that is not closed";
	case IN_COMMENT: return "inside an HTML comment";
	case IN_DECLARATION: return "inside a declaration";
	}
	return "somewhere";
}
