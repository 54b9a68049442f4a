/* Matching a path to one row of the route table. */
#include "web/route.h"

#include <string.h>

#include "core/log.h"

enum segment { SEG_END, SEG_LITERAL, SEG_PARAM, SEG_REST };

/* The segment at *p (after its '/'), advancing past it. */
static enum segment
next_segment(const char **p, const char **s, size_t *n)
{
	if (**p != '/')
		return SEG_END;
	*s = *p + 1;
	*n = strcspn(*s, "/");
	*p = *s + *n;
	if (*n > 1 && **s == ':')
		return (*s)[*n - 1] == '*' ? SEG_REST : SEG_PARAM;
	return SEG_LITERAL;
}

static bool
path_fits(const char *pattern, const char *path)
{
	const char *s, *t;
	size_t n, m;

	for (;;) {
		enum segment seg = next_segment(&pattern, &s, &n);

		if (seg == SEG_END)
			return *path == '\0';
		if (*path != '/')
			return false;
		if (seg == SEG_REST)
			return path[1] != '\0';
		t = path + 1;
		m = strcspn(t, "/");
		path = t + m;
		if (seg == SEG_PARAM ? m == 0 : m != n || memcmp(s, t, n) != 0)
			return false;
	}
}

/* Negative when a is the more particular pattern: the leftmost difference decides, literal before parameter. */
static int
pattern_cmp(const char *a, const char *b)
{
	const char *s;
	size_t n;

	for (;;) {
		enum segment x = next_segment(&a, &s, &n), y = next_segment(&b, &s, &n);

		if (x == SEG_END || y == SEG_END || x != y)
			return (int)x - (int)y;
	}
}

static void
bind_params(struct arena *a, const char *pattern, const char *path, struct web_params *out)
{
	const char *s, *t, *p;
	size_t n, m, count = 0;

	for (p = pattern; *p != '\0'; p++)
		count += *p == ':';
	out->n = 0;
	out->v = arena_array(a, count + 1, sizeof(*out->v));
	for (;;) {
		enum segment seg = next_segment(&pattern, &s, &n);

		if (seg == SEG_END)
			return;
		t = path + 1;
		m = seg == SEG_REST ? strlen(t) : strcspn(t, "/");
		path = t + m;
		if (seg == SEG_LITERAL)
			continue;
		out->v[out->n].name = arena_strndup(a, s + 1, seg == SEG_REST ? n - 2 : n - 1);
		out->v[out->n].value = arena_strndup(a, t, m);
		out->v[out->n].length = m;
		out->n++;
	}
}

const struct route *
route_match(const struct route *table, size_t n, enum web_method method, const char *path,
    struct arena *a, struct web_params *params, unsigned *methods)
{
	const struct route *best = NULL;

	*methods = 0;
	params->v = NULL;
	params->n = 0;
	for (size_t i = 0; i < n; i++) {
		if (!path_fits(table[i].path, path))
			continue;
		*methods |= table[i].method;
		if (table[i].method != method)
			continue;
		if (best == NULL || pattern_cmp(table[i].path, best->path) < 0)
			best = &table[i];
	}
	if (best != NULL)
		bind_params(a, best->path, path, params);
	return best;
}

/* Same shape: no path can tell them apart. */
static bool
patterns_equal(const char *a, const char *b)
{
	const char *s, *t;
	size_t n, m;

	for (;;) {
		enum segment x = next_segment(&a, &s, &n), y = next_segment(&b, &t, &m);

		if (x != y)
			return false;
		if (x == SEG_END)
			return true;
		if (x == SEG_LITERAL && (n != m || memcmp(s, t, n) != 0))
			return false;
	}
}

bool
route_table_valid(const struct route *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct route *r = &table[i];

		if (r->access == 0 || r->handler == NULL || r->path == NULL ||
		    r->path[0] != '/' || (r->method != WEB_GET && r->method != WEB_POST) ||
		    ((r->access & ACCESS_JOURNALED) != 0 &&
			(r->method != WEB_POST ||
			    (r->access & ACCESS_ROLES(0)) != ACCESS_ROLES(0)))) {
			log_error(
			    "route=%zu path=%s incomplete", i, r->path != NULL ? r->path : "-");
			return false;
		}
		for (size_t j = 0; j < i; j++) {
			if (table[j].method == r->method &&
			    patterns_equal(table[j].path, r->path)) {
				log_error(
				    "route=%zu path=%s same_as=%s", i, r->path, table[j].path);
				return false;
			}
		}
	}
	return true;
}
