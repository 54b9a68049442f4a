/*
 * sqlgen: prepare every sql/queries/<feature>/<name>.sql against a migrated database and
 * write typed C for it.  A renamed column, a wrong type or a missing privilege breaks the build.
 *
 * usage: sqlgen QUERIES_DIR ID_HEADER OUT_DIR
 * Connections come from the environment: VD_APP_DB, VD_PUBLIC_DB, VD_OWNER_DB.
 * Everything is allocated once and left to the end of the process.
 */
#include <sys/stat.h>

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libpq-fe.h>

enum { PARAM_MAX = 64, BUILTIN_OID_MAX = 16384 };

enum kind {
	K_I16,
	K_I32,
	K_I64,
	K_ID,
	K_MONEY,
	K_BOOL,
	K_ENUM,
	K_TEXT,
	K_BYTES,
	K_DATE,
	K_TIMESTAMP,
	K_DOUBLE
};
enum returns { R_ONE, R_MAYBE, R_MANY, R_NONE };
enum role { AS_APP, AS_PUBLIC, AS_OWNER, AS_COUNT };

struct dbtype {
	Oid oid, base;
	char category;
	char typtype;
	char *name, *schema;
};
struct enumtype {
	Oid oid;
	char *name;
	char **labels;
	size_t n;
};
struct field {
	char *name;
	enum kind kind;
	const char *tag;
	bool nullable;
	Oid oid;
	int line;
};

struct statement {
	char *file, *feature, *name, *doc;
	char *sql; /* with $n, without comments */
	int *line_of; /* source line of every byte of sql */
	enum returns returns;
	enum role role;
	struct field params[PARAM_MAX];
	int nparams;
	struct field *cols;
	int ncols;
};

static const char *const role_env[AS_COUNT] = { "VD_APP_DB", "VD_PUBLIC_DB", "VD_OWNER_DB" };
static const char *const role_name[AS_COUNT] = { "app", "public", "owner" };

static PGconn *conns[AS_COUNT];
static struct dbtype *types;
static size_t ntypes;
static struct enumtype *enums;
static size_t nenums;
static char **ids;
static size_t nids;
static struct statement *stmts;
static size_t nstmts;
static char **written;
static size_t nwritten;
static int nerrors;

static void __attribute__((noreturn, format(printf, 1, 2))) die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fputs("sqlgen: ", stderr);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	exit(1);
}

static void __attribute__((format(printf, 3, 4)))
error_at(const char *file, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fprintf(stderr, "%s:%d: ", file, line);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	nerrors++;
}

static void *
grow(void *p, size_t n, size_t size)
{
	if ((p = realloc(p, (n == 0 ? 1 : n) * size)) == NULL)
		die("out of memory");
	return p;
}

static char *
dup_n(const char *s, size_t n)
{
	char *p = grow(NULL, n + 1, 1);

	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

static char *
dup_s(const char *s)
{
	return dup_n(s, strlen(s));
}

static char *__attribute__((format(printf, 1, 2))) fmt_new(const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	if (vasprintf(&p, fmt, ap) < 0)
		die("out of memory");
	va_end(ap);
	return p;
}

static char *
upper(const char *s)
{
	char *p = dup_s(s);

	for (char *q = p; *q != '\0'; q++)
		*q = isalnum((unsigned char)*q) ? (char)toupper((unsigned char)*q) : '_';
	return p;
}

static char *
read_all(const char *path)
{
	FILE *f = fopen(path, "r");
	char *p = NULL;
	size_t n = 0, got;

	if (f == NULL)
		die("%s: %s", path, strerror(errno));
	do {
		p = grow(p, n + 65537, 1);
		got = fread(p + n, 1, 65536, f);
		n += got;
	} while (got > 0);
	if (ferror(f))
		die("%s: cannot read", path);
	fclose(f);
	p[n] = '\0';
	if (strlen(p) != n)
		die("%s: contains a NUL byte", path);
	return p;
}

/* ---- what the database and the id header tell ---- */

static void
load_ids(const char *path)
{
	char *text = read_all(path);

	for (char *p = text; (p = strstr(p, "X(")) != NULL; p++) {
		char *from = p + 2;
		size_t n = strspn(from, "abcdefghijklmnopqrstuvwxyz0123456789_");

		/* "ID_TYPES(X)" is the macro itself; a name is closed at once. */
		if (n < 4 || from[n] != ')' || strncmp(from + n - 3, "_id", 3) != 0)
			continue;
		ids = grow(ids, nids + 1, sizeof(*ids));
		ids[nids++] = dup_n(from, n);
	}
	if (nids == 0)
		die("%s: no X(..._id) found", path);
}

static PGresult *
query(PGconn *conn, const char *sql)
{
	PGresult *res = PQexec(conn, sql);

	if (PQresultStatus(res) != PGRES_TUPLES_OK && PQresultStatus(res) != PGRES_COMMAND_OK)
		die("%s: %s", sql, PQerrorMessage(conn));
	return res;
}

static PGconn *
connect_as(enum role role)
{
	const char *info = getenv(role_env[role]);

	if (conns[role] != NULL)
		return conns[role];
	if (info == NULL)
		die("%s is not set: run scripts/gen-sql", role_env[role]);
	conns[role] = PQconnectdb(info);
	if (PQstatus(conns[role]) != CONNECTION_OK)
		die("role %s: %s", role_name[role], PQerrorMessage(conns[role]));
	PQclear(query(conns[role], "set search_path = office, site, public"));
	PQclear(query(conns[role], "set client_min_messages = warning"));
	/* EXPLAIN EXECUTE then plans with the parameters open instead of with the NULLs we give. */
	PQclear(query(conns[role], "set plan_cache_mode = force_generic_plan"));
	return conns[role];
}

static void
load_types(void)
{
	PGconn *conn = connect_as(AS_OWNER);
	PGresult *res;

	res = query(conn,
	    "select t.oid, t.typbasetype, t.typcategory, t.typtype, t.typname, n.nspname"
	    " from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace order by t.oid");
	ntypes = (size_t)PQntuples(res);
	types = grow(NULL, ntypes, sizeof(*types));
	for (size_t i = 0; i < ntypes; i++) {
		int r = (int)i;

		types[i].oid = (Oid)strtoul(PQgetvalue(res, r, 0), NULL, 10);
		types[i].base = (Oid)strtoul(PQgetvalue(res, r, 1), NULL, 10);
		types[i].category = PQgetvalue(res, r, 2)[0];
		types[i].typtype = PQgetvalue(res, r, 3)[0];
		types[i].name = dup_s(PQgetvalue(res, r, 4));
		types[i].schema = dup_s(PQgetvalue(res, r, 5));
	}
	PQclear(res);
	res = query(conn,
	    "select t.oid, t.typname, e.enumlabel"
	    " from pg_catalog.pg_enum e join pg_catalog.pg_type t on t.oid = e.enumtypid"
	    " join pg_catalog.pg_namespace n on n.oid = t.typnamespace"
	    " where n.nspname in ('office', 'site') order by t.typname collate \"C\", n.nspname, e.enumsortorder");
	for (int r = 0; r < PQntuples(res); r++) {
		Oid oid = (Oid)strtoul(PQgetvalue(res, r, 0), NULL, 10);
		struct enumtype *e;

		if (nenums == 0 || enums[nenums - 1].oid != oid) {
			if (nenums > 0 &&
			    strcmp(enums[nenums - 1].name, PQgetvalue(res, r, 1)) == 0)
				die("enum %s exists in both office and site",
				    enums[nenums - 1].name);
			enums = grow(enums, nenums + 1, sizeof(*enums));
			enums[nenums++] =
			    (struct enumtype){ oid, dup_s(PQgetvalue(res, r, 1)), NULL, 0 };
		}
		e = &enums[nenums - 1];
		e->labels = grow(e->labels, e->n + 1, sizeof(*e->labels));
		e->labels[e->n++] = dup_s(PQgetvalue(res, r, 2));
	}
	PQclear(res);
}

static const struct dbtype *
type_of(Oid oid)
{
	for (size_t i = 0; i < ntypes; i++) {
		if (types[i].oid != oid)
			continue;
		return types[i].base != 0 && types[i].typtype == 'd' ? type_of(types[i].base)
								     : &types[i];
	}
	return NULL;
}

static const struct enumtype *
enum_of(Oid oid)
{
	for (size_t i = 0; i < nenums; i++)
		if (enums[i].oid == oid)
			return &enums[i];
	return NULL;
}

static bool
is_identifier(const char *s)
{
	static const char *const words[] = { "auto", "break", "case", "char", "const",
		"continue", "default", "do", "double", "else", "enum", "extern", "float", "for",
		"goto", "if", "inline", "int", "long", "register", "restrict", "return",
		"short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union",
		"unsigned", "void", "volatile", "while", "bool", "true", "false" };

	if (!islower((unsigned char)s[0]) ||
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(s))
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i], s) == 0)
			return false;
	return true;
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

/* The C type of a database type under this name; false when the house has none for it. */
static bool
field_type(struct field *f)
{
	const struct dbtype *t = type_of(f->oid);
	const struct enumtype *e;

	f->tag = NULL;
	if (t == NULL)
		return false;
	if ((e = enum_of(t->oid)) != NULL) {
		f->kind = K_ENUM;
		f->tag = e->name;
		return true;
	}
	if (strcmp(t->schema, "pg_catalog") != 0)
		return false;
	if (strcmp(t->name, "int8") == 0) {
		f->kind = ends_with(f->name, "_dong") ? K_MONEY : K_I64;
		for (size_t i = 0; i < nids; i++)
			if (strcmp(ids[i], f->name) == 0) {
				f->kind = K_ID;
				f->tag = ids[i];
			}
	} else if (strcmp(t->name, "int4") == 0)
		f->kind = K_I32;
	else if (strcmp(t->name, "int2") == 0)
		f->kind = K_I16;
	else if (strcmp(t->name, "bool") == 0)
		f->kind = K_BOOL;
	else if (strcmp(t->name, "text") == 0 || strcmp(t->name, "varchar") == 0 ||
	    strcmp(t->name, "bpchar") == 0 || strcmp(t->name, "name") == 0)
		f->kind = K_TEXT;
	else if (strcmp(t->name, "bytea") == 0)
		f->kind = K_BYTES;
	else if (strcmp(t->name, "date") == 0)
		f->kind = K_DATE;
	else if (strcmp(t->name, "timestamptz") == 0)
		f->kind = K_TIMESTAMP;
	else if (strcmp(t->name, "float8") == 0)
		f->kind = K_DOUBLE;
	else
		return false;
	return true;
}

/* Kinds in which no value can stand for SQL NULL, so that a twin NAME_null does. */
static bool
has_twin(const struct field *f)
{
	return f->nullable && f->kind != K_TEXT && f->kind != K_BYTES && f->kind != K_DATE &&
	    f->kind != K_TIMESTAMP;
}

/* ---- reading one statement ---- */

/* "-- key: value" in a comment line; NULL when the line is something else. */
static char *
directive(const char *line, size_t n, const char *key)
{
	size_t k = strlen(key);

	while (n > 0 && (*line == '-' || *line == ' ')) {
		line++;
		n--;
	}
	if (n <= k || strncmp(line, key, k) != 0 || line[k] != ':')
		return NULL;
	line += k + 1;
	n -= k + 1;
	while (n > 0 && *line == ' ') {
		line++;
		n--;
	}
	while (n > 0 && isspace((unsigned char)line[n - 1]))
		n--;
	return dup_n(line, n);
}

static void
emit(struct statement *s, size_t *len, const char *p, size_t n, int line)
{
	s->sql = grow(s->sql, *len + n + 1, 1);
	s->line_of = grow(s->line_of, *len + n + 1, sizeof(int));
	for (size_t i = 0; i < n; i++) {
		s->sql[*len] = p[i];
		s->line_of[(*len)++] = line;
		if (p[i] == '\n')
			line++;
	}
	s->sql[*len] = '\0';
	s->line_of[*len] = line;
}

static int
lines_in(const char *p, size_t n)
{
	int lines = 0;

	for (size_t i = 0; i < n; i++)
		lines += p[i] == '\n';
	return lines;
}

/* Length of the literal, quoted identifier or dollar quote at p, or 0 when none starts here. */
static size_t
quoted_length(const char *text, const char *p)
{
	bool escapes;
	size_t n;

	if (*p == '\'' || *p == '"') {
		char q = *p;

		escapes = q == '\'' && p > text && (p[-1] == 'E' || p[-1] == 'e') &&
		    (p - 1 == text || !(isalnum((unsigned char)p[-2]) || p[-2] == '_'));
		for (n = 1; p[n] != '\0'; n++) {
			if (escapes && p[n] == '\\' && p[n + 1] != '\0')
				n++;
			else if (p[n] == q && p[n + 1] == q)
				n++;
			else if (p[n] == q)
				return n + 1;
		}
		return n;
	}
	if (*p == '$' && (p == text || !(isalnum((unsigned char)p[-1]) || p[-1] == '_'))) {
		const char *end;
		char *tag;

		for (n = 1; isalnum((unsigned char)p[n]) || p[n] == '_'; n++)
			;
		if (p[n] != '$' || isdigit((unsigned char)p[1]))
			return 0;
		tag = dup_n(p, n + 1);
		end = strstr(p + n + 1, tag);
		return end == NULL ? strlen(p) : (size_t)(end - p) + n + 1;
	}
	return 0;
}

/* Length of the comment at p (nested block comments as in SQL), or 0. */
static size_t
comment_length(const char *p)
{
	size_t n;
	int depth = 0;

	if (p[0] == '-' && p[1] == '-')
		return strcspn(p, "\n");
	if (p[0] != '/' || p[1] != '*')
		return 0;
	for (n = 0; p[n] != '\0'; n++) {
		if (p[n] == '/' && p[n + 1] == '*') {
			depth++;
			n++;
		} else if (p[n] == '*' && p[n + 1] == '/') {
			n++;
			if (--depth == 0)
				return n + 1;
		}
	}
	return n;
}

static int
param_index(struct statement *s, char *name, int line)
{
	for (int i = 0; i < s->nparams; i++)
		if (strcmp(s->params[i].name, name) == 0)
			return i;
	if (s->nparams == PARAM_MAX)
		return -1;
	s->params[s->nparams] = (struct field){ .name = name, .line = line };
	return s->nparams++;
}

static bool
parse_statement(struct statement *s, const char *text)
{
	const char *p = text;
	char *value;
	size_t len = 0, n;
	int line = 1;
	bool have_returns = false, in_head = true, ok = true;

	s->role = AS_APP;
	emit(s, &len, "", 0, 1);
	while (*p != '\0') {
		if ((n = comment_length(p)) > 0) {
			if (in_head && *p == '-') {
				if ((value = directive(p, n, "returns")) != NULL) {
					have_returns = true;
					if (strcmp(value, "one") == 0)
						s->returns = R_ONE;
					else if (strcmp(value, "maybe") == 0)
						s->returns = R_MAYBE;
					else if (strcmp(value, "many") == 0)
						s->returns = R_MANY;
					else if (strcmp(value, "none") == 0)
						s->returns = R_NONE;
					else {
						error_at(s->file, line,
						    "returns: %s is not one, maybe, many or none",
						    value);
						ok = false;
					}
				} else if ((value = directive(p, n, "role")) != NULL) {
					int r;

					for (r = 0;
					     r < AS_COUNT && strcmp(value, role_name[r]) != 0;
					     r++)
						;
					if (r == AS_COUNT) {
						error_at(s->file, line,
						    "role: %s is not app, public or owner",
						    value);
						ok = false;
					} else
						s->role = (enum role)r;
				} else {
					size_t skip = strspn(p, "- ");

					if (skip < n)
						s->doc = s->doc == NULL
						    ? dup_n(p + skip, n - skip)
						    : fmt_new("%s\n * %.*s", s->doc,
							  (int)(n - skip), p + skip);
				}
			}
			emit(s, &len, " ", 1, line);
			line += lines_in(p, n);
			p += n;
			continue;
		}
		if (!isspace((unsigned char)*p))
			in_head = false;
		if ((n = quoted_length(text, p)) > 0) {
			emit(s, &len, p, n, line);
			line += lines_in(p, n);
			p += n;
			continue;
		}
		if (p[0] == ':' && p[1] == ':') {
			emit(s, &len, p, 2, line);
			p += 2;
			continue;
		}
		if (p[0] == ':' && (isalpha((unsigned char)p[1]) || p[1] == '_')) {
			char *name, number[16];
			int i;

			for (n = 1; isalnum((unsigned char)p[n]) || p[n] == '_'; n++)
				;
			name = dup_n(p + 1, n - 1);
			if (!is_identifier(name)) {
				error_at(s->file, line,
				    "parameter :%s is not a lower case C identifier", name);
				ok = false;
			}
			if ((i = param_index(s, name, line)) < 0) {
				error_at(s->file, line, "more than %d parameters", PARAM_MAX);
				return false;
			}
			p += n;
			if (*p == '?') {
				s->params[i].nullable = true;
				p++;
			}
			snprintf(number, sizeof(number), "$%d", i + 1);
			emit(s, &len, number, strlen(number), line);
			continue;
		}
		if (*p == '$' && isdigit((unsigned char)p[1])) {
			error_at(s->file, line, "write parameters as :name, not $1");
			ok = false;
		}
		emit(s, &len, p, 1, line);
		if (*p == '\n')
			line++;
		p++;
	}
	while (len > 0 && (isspace((unsigned char)s->sql[len - 1]) || s->sql[len - 1] == ';'))
		s->sql[--len] = '\0';
	for (n = 0; isspace((unsigned char)s->sql[n]); n++)
		;
	s->sql += n;
	s->line_of += n;
	if (s->sql[0] == '\0') {
		error_at(s->file, 1, "no statement in this file");
		ok = false;
	}
	if (!have_returns) {
		error_at(s->file, 1, "no \"-- returns: one|maybe|many|none\" line");
		ok = false;
	}
	return ok;
}

/* ---- asking the database ---- */

/* Line of the source where a failed result points, or the statement's first line. */
static int
error_line(const struct statement *s, const PGresult *res)
{
	const char *pos = PQresultErrorField(res, PG_DIAG_STATEMENT_POSITION);
	size_t at = 0;
	long chars;

	if (pos == NULL)
		return s->line_of[0];
	/* The position counts characters, the map counts bytes. */
	for (chars = strtol(pos, NULL, 10); chars > 1 && s->sql[at] != '\0'; chars--)
		do
			at++;
		while (((unsigned char)s->sql[at] & 0xc0) == 0x80);
	return s->line_of[at];
}

static void
database_error(const struct statement *s, const PGresult *res)
{
	const char *msg = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
	const char *hint = PQresultErrorField(res, PG_DIAG_MESSAGE_HINT);

	error_at(s->file, error_line(s, res), "%s%s%s%s (role %s)",
	    msg != NULL ? msg : PQresultErrorMessage(res), hint != NULL ? " [" : "",
	    hint != NULL ? hint : "", hint != NULL ? "]" : "", role_name[s->role]);
}

static bool
column_not_null(PGconn *conn, Oid table, int column)
{
	char sql[160];
	PGresult *res;
	bool yes;

	if (table == InvalidOid || column <= 0)
		return false;
	snprintf(sql, sizeof(sql),
	    "select attnotnull from pg_catalog.pg_attribute"
	    " where attrelid = %u and attnum = %d",
	    table, column);
	res = query(conn, sql);
	yes = PQntuples(res) == 1 && PQgetvalue(res, 0, 0)[0] == 't';
	PQclear(res);
	return yes;
}

static void
describe_params(struct statement *s, const PGresult *res)
{
	if (PQnparams(res) != s->nparams)
		die("%s: %d parameters written, %d understood", s->file, s->nparams,
		    PQnparams(res));
	for (int i = 0; i < s->nparams; i++) {
		struct field *f = &s->params[i];

		f->oid = PQparamtype(res, i);
		/* Any type can be sent as text; what has no C type of its own is. */
		if (!field_type(f))
			f->kind = K_TEXT;
	}
}

static void
describe_columns(struct statement *s, const PGresult *res)
{
	if (s->returns == R_NONE)
		return;
	s->ncols = PQnfields(res);
	if (s->ncols == 0) {
		error_at(s->file, s->line_of[0],
		    "returns rows by its comment, but the statement has no columns");
		return;
	}
	s->cols = grow(NULL, (size_t)s->ncols, sizeof(*s->cols));
	for (int i = 0; i < s->ncols; i++) {
		struct field *f = &s->cols[i];
		size_t n;

		*f = (struct field){ .name = dup_s(PQfname(res, i)), .oid = PQftype(res, i) };
		f->nullable =
		    !column_not_null(conns[AS_OWNER], PQftable(res, i), PQftablecol(res, i));
		n = strlen(f->name);
		if (n > 1 && (f->name[n - 1] == '!' || f->name[n - 1] == '?') &&
		    strcmp(f->name, "?column?") != 0) {
			f->nullable = f->name[n - 1] == '?';
			f->name[n - 1] = '\0';
		}
		if (!is_identifier(f->name))
			error_at(s->file, s->line_of[0],
			    "column %d \"%s\" needs an alias that is a lower case C identifier",
			    i + 1, f->name);
		for (int j = 0; j < i; j++)
			if (strcmp(s->cols[j].name, f->name) == 0)
				error_at(s->file, s->line_of[0], "two columns are named %s",
				    f->name);
		if (!field_type(f)) {
			const struct dbtype *t = type_of(f->oid);

			error_at(s->file, s->line_of[0],
			    "column %s has type %s, which has no C type: cast it (to text)",
			    f->name, t != NULL ? t->name : "unknown");
		}
	}
	/* A twin must not collide with a column of that name. */
	for (int i = 0; i < s->ncols; i++)
		for (int j = 0; has_twin(&s->cols[i]) && j < s->ncols; j++) {
			char *twin = fmt_new("%s_null", s->cols[i].name);

			if (strcmp(twin, s->cols[j].name) == 0)
				error_at(s->file, s->line_of[0],
				    "column %s collides with the null mark of %s", twin,
				    s->cols[i].name);
		}
}

/* PREPARE does not look at privileges, the start of execution does; EXPLAIN goes exactly that far. */
static void
check_privileges(struct statement *s, PGconn *conn)
{
	PGresult *res;
	char *sql;
	size_t size;
	FILE *f = open_memstream(&sql, &size);

	if (f == NULL)
		die("out of memory");
	fprintf(f, "explain (costs off) execute sqlgen");
	for (int i = 0; i < s->nparams; i++)
		fprintf(f, "%sNULL", i == 0 ? "(" : ", ");
	fprintf(f, "%s", s->nparams > 0 ? ")" : "");
	fclose(f);
	res = PQexec(conn, sql);
	if (PQresultStatus(res) != PGRES_TUPLES_OK)
		error_at(s->file, s->line_of[0], "%s (role %s)",
		    PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY), role_name[s->role]);
	PQclear(res);
	free(sql);
}

static void
describe(struct statement *s)
{
	PGconn *conn = connect_as(s->role);
	PGresult *res;

	res = PQprepare(conn, "sqlgen", s->sql, 0, NULL);
	if (PQresultStatus(res) != PGRES_COMMAND_OK) {
		database_error(s, res);
		PQclear(res);
		if (PQstatus(conn) != CONNECTION_OK)
			die("connection lost");
		return;
	}
	PQclear(res);
	res = PQdescribePrepared(conn, "sqlgen");
	if (PQresultStatus(res) != PGRES_COMMAND_OK)
		die("%s: describe: %s", s->file, PQerrorMessage(conn));
	describe_params(s, res);
	describe_columns(s, res);
	PQclear(res);
	check_privileges(s, conn);
	PQclear(query(conn, "deallocate sqlgen"));
}

/* ---- writing C ---- */

static const char *
c_type(const struct field *f)
{
	switch (f->kind) {
	case K_I16: return "int16_t ";
	case K_I32: return "int32_t ";
	case K_I64: return "int64_t ";
	case K_ID: return fmt_new("struct %s ", f->tag);
	case K_MONEY: return "struct money ";
	case K_BOOL: return "bool ";
	case K_ENUM: return fmt_new("enum %s ", f->tag);
	case K_TEXT: return "const char *";
	case K_BYTES: return "struct bytes ";
	case K_DATE: return "struct date ";
	case K_TIMESTAMP: return "struct timestamp ";
	case K_DOUBLE: return "double ";
	}
	return "";
}

static void
write_fields(FILE *f, const struct field *v, int n)
{
	for (int i = 0; i < n; i++) {
		fprintf(f, "\t%s%s;\n", c_type(&v[i]), v[i].name);
		if (has_twin(&v[i]))
			fprintf(f, "\tbool %s_null;\n", v[i].name);
	}
}

static void
write_signature(FILE *f, const struct statement *s, const char *id, const char *sep)
{
	fprintf(f, "enum err%ssql_%s(struct db *db, struct arena *a", sep, id);
	if (s->nparams > 0)
		fprintf(f, ", const struct sql_%s_params *p", id);
	switch (s->returns) {
	case R_ONE: fprintf(f, ", struct sql_%s_row *row)", id); break;
	case R_MAYBE: fprintf(f, ", struct sql_%s_row *row, bool *found)", id); break;
	case R_MANY: fprintf(f, ", struct sql_%s_rows *rows)", id); break;
	case R_NONE: fprintf(f, ", int64_t *affected)"); break;
	}
}

static void
write_header(FILE *f, const struct statement *s)
{
	char *id = fmt_new("%s_%s", s->feature, s->name);

	if (s->doc != NULL)
		fprintf(f, "/*\n * %s\n */\n", s->doc);
	fprintf(f, "extern const struct stmt SQL_%s;\n", upper(id));
	if (s->nparams > 0) {
		fprintf(f, "enum { SQL_%s_NPARAMS = %d };\n", upper(id), s->nparams);
		fprintf(f, "struct sql_%s_params {\n", id);
		write_fields(f, s->params, s->nparams);
		fprintf(f, "};\n");
		fprintf(f,
		    "void sql_%s_bind(struct arena *, const struct sql_%s_params *,\n"
		    "    struct db_param out[SQL_%s_NPARAMS]);\n",
		    id, id, upper(id));
	}
	if (s->returns != R_NONE) {
		fprintf(f, "struct sql_%s_row {\n", id);
		write_fields(f, s->cols, s->ncols);
		fprintf(f, "};\n");
		fprintf(f,
		    "enum err sql_%s_read(const PGresult *, int row, struct arena *,\n"
		    "    struct sql_%s_row *) MUST_CHECK;\n",
		    id, id);
	}
	if (s->returns == R_MANY)
		fprintf(f, "struct sql_%s_rows { struct sql_%s_row *v; size_t n; };\n", id, id);
	write_signature(f, s, id, " ");
	fprintf(f, " MUST_CHECK;\n\n");
}

static void
write_c_string(FILE *f, const char *s)
{
	fputs("\"", f);
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '\n')
			fputs(s[1] == '\0' ? "\\n" : "\\n\"\n\t    \"", f);
		else if (c == '\t')
			fputs("\\t", f);
		else if (c == '"' || c == '\\')
			fprintf(f, "\\%c", c);
		else if (c == '?')
			fputs("\\?", f); /* no trigraphs */
		else if (c < 0x20)
			fprintf(f, "\\%03o", c);
		else
			fputc(c, f);
	}
	fputs("\"", f);
}

static const char *
bind_expression(const struct field *f)
{
	switch (f->kind) {
	case K_I16:
	case K_I32:
	case K_I64: return fmt_new("db_p_i64(a, p->%s)", f->name);
	case K_ID: return fmt_new("db_p_i64(a, p->%s.v)", f->name);
	case K_MONEY: return fmt_new("db_p_i64(a, p->%s.dong)", f->name);
	case K_BOOL: return fmt_new("db_p_bool(p->%s)", f->name);
	case K_ENUM: return fmt_new("db_p_text(%s_text(p->%s))", f->tag, f->name);
	case K_TEXT: return fmt_new("db_p_text(p->%s)", f->name);
	case K_BYTES: return fmt_new("db_p_bytes(p->%s)", f->name);
	case K_DATE: return fmt_new("db_p_date(a, p->%s)", f->name);
	case K_TIMESTAMP: return fmt_new("db_p_timestamp(a, p->%s)", f->name);
	case K_DOUBLE: return fmt_new("db_p_double(a, p->%s)", f->name);
	}
	return "";
}

static void
write_bind(FILE *f, const struct statement *s, const char *id)
{
	bool uses_arena = false;

	for (int i = 0; i < s->nparams; i++)
		uses_arena |= strstr(bind_expression(&s->params[i]), "(a, ") != NULL;
	fprintf(f,
	    "void\nsql_%s_bind(struct arena *a, const struct sql_%s_params *p,\n"
	    "    struct db_param out[SQL_%s_NPARAMS])\n{\n",
	    id, id, upper(id));
	if (!uses_arena)
		fprintf(f, "\t(void)a;\n");
	for (int i = 0; i < s->nparams; i++) {
		const struct field *v = &s->params[i];

		if (has_twin(v))
			fprintf(f, "\tout[%d] = p->%s_null ? db_p_text(NULL) : %s;\n", i,
			    v->name, bind_expression(v));
		else
			fprintf(f, "\tout[%d] = %s;\n", i, bind_expression(v));
	}
	fprintf(f, "}\n\n");
}

static void
write_read_value(FILE *f, const struct field *v, int i, const char *in)
{
	switch (v->kind) {
	case K_I16:
		fprintf(f, "%srow->%s = (int16_t)db_c_i64(res, r, %d);\n", in, v->name, i);
		break;
	case K_I32:
		fprintf(f, "%srow->%s = (int32_t)db_c_i64(res, r, %d);\n", in, v->name, i);
		break;
	case K_I64: fprintf(f, "%srow->%s = db_c_i64(res, r, %d);\n", in, v->name, i); break;
	case K_ID: fprintf(f, "%srow->%s.v = db_c_i64(res, r, %d);\n", in, v->name, i); break;
	case K_MONEY:
		fprintf(f, "%srow->%s.dong = db_c_i64(res, r, %d);\n", in, v->name, i);
		break;
	case K_BOOL: fprintf(f, "%srow->%s = db_c_bool(res, r, %d);\n", in, v->name, i); break;
	case K_ENUM:
		/* A label this build does not know came with a later migration. */
		fprintf(f,
		    "%sif (!%s_parse(PQgetvalue(res, r, %d), &row->%s))\n%s\treturn unreadable(%d, \"%s\");\n",
		    in, v->tag, i, v->name, in, i, v->name);
		break;
	case K_TEXT:
		fprintf(f, "%srow->%s = db_c_text(res, r, %d, a);\n", in, v->name, i);
		break;
	case K_BYTES:
		fprintf(f, "%srow->%s = db_c_bytes(res, r, %d, a);\n", in, v->name, i);
		break;
	case K_DATE: fprintf(f, "%srow->%s = db_c_date(res, r, %d);\n", in, v->name, i); break;
	case K_TIMESTAMP:
		fprintf(f, "%srow->%s = db_c_timestamp(res, r, %d);\n", in, v->name, i);
		break;
	case K_DOUBLE:
		fprintf(f, "%srow->%s = db_c_double(res, r, %d);\n", in, v->name, i);
		break;
	}
}

static void
write_read(FILE *f, const struct statement *s, const char *id)
{
	bool uses_arena = false;

	for (int i = 0; i < s->ncols; i++)
		uses_arena |= s->cols[i].kind == K_TEXT || s->cols[i].kind == K_BYTES;
	fprintf(f,
	    "enum err\nsql_%s_read(const PGresult *res, int r, struct arena *a,\n"
	    "    struct sql_%s_row *row)\n{\n",
	    id, id);
	if (!uses_arena)
		fprintf(f, "\t(void)a;\n");
	for (int i = 0; i < s->ncols; i++) {
		struct field not_null = s->cols[i];
		const char *name = s->cols[i].name;

		not_null.nullable = false;
		if (has_twin(&s->cols[i])) {
			fprintf(f, "\trow->%s_null = db_c_null(res, r, %d);\n", name, i);
			fprintf(f, "\tif (!row->%s_null) {\n", name);
			write_read_value(f, &not_null, i, "\t\t");
			fprintf(f, "\t} else\n\t\tmemset(&row->%s, 0, sizeof(row->%s));\n",
			    name, name);
			continue;
		}
		if (!s->cols[i].nullable)
			fprintf(f,
			    "\tif (db_c_null(res, r, %d))\n\t\treturn unreadable(%d, \"%s\");\n",
			    i, i, name);
		write_read_value(f, &not_null, i, "\t");
	}
	fprintf(f, "\treturn ERR_OK;\n}\n\n");
}

static void
write_run(FILE *f, const struct statement *s, const char *id)
{
	char *big = upper(id);

	write_signature(f, s, id, "\n");
	fprintf(f, "\n{\n");
	if (s->nparams > 0)
		fprintf(f, "\tstruct db_param\t out[SQL_%s_NPARAMS];\n", big);
	fprintf(f, "\tPGresult\t*res;\n\tenum err\t err;\n\n");
	if (s->nparams > 0)
		fprintf(f, "\tsql_%s_bind(a, p, out);\n", id);
	else if (s->returns == R_NONE)
		fprintf(f, "\t(void)a;\n");
	switch (s->returns) {
	case R_MANY: fprintf(f, "\t*rows = (struct sql_%s_rows){ NULL, 0 };\n", id); break;
	case R_MAYBE:
		fprintf(f, "\t*found = false;\n");
		/* FALLTHROUGH */
	case R_ONE: fprintf(f, "\tmemset(row, 0, sizeof(*row));\n"); break;
	case R_NONE: fprintf(f, "\tif (affected != NULL)\n\t\t*affected = 0;\n"); break;
	}
	fprintf(f, "\tif ((err = db_exec(db, &SQL_%s, %s, &res)) != ERR_OK)\n\t\treturn err;\n",
	    big, s->nparams > 0 ? "out" : "NULL");
	switch (s->returns) {
	case R_ONE:
		fprintf(f,
		    "\tif (PQntuples(res) == 0)\n\t\terr = ERR_NOT_FOUND;\n"
		    "\telse if (PQntuples(res) > 1)\n\t\terr = too_many_rows(&SQL_%s);\n"
		    "\telse\n\t\terr = named(&SQL_%s, sql_%s_read(res, 0, a, row));\n",
		    big, big, id);
		break;
	case R_MAYBE:
		fprintf(f,
		    "\tif (PQntuples(res) > 1)\n\t\terr = too_many_rows(&SQL_%s);\n"
		    "\telse if (PQntuples(res) == 1) {\n"
		    "\t\terr = named(&SQL_%s, sql_%s_read(res, 0, a, row));\n"
		    "\t\t*found = err == ERR_OK;\n\t}\n",
		    big, big, id);
		break;
	case R_MANY:
		fprintf(f,
		    "\trows->n = (size_t)PQntuples(res);\n"
		    "\tif (rows->n > 0)\n"
		    "\t\trows->v = arena_array(a, rows->n, sizeof(*rows->v));\n"
		    "\tfor (size_t i = 0; i < rows->n && err == ERR_OK; i++)\n"
		    "\t\terr = named(&SQL_%s, sql_%s_read(res, (int)i, a, &rows->v[i]));\n",
		    big, id);
		break;
	case R_NONE:
		fprintf(f,
		    "\tif (affected != NULL)\n\t\t*affected = strtoll(PQcmdTuples(res), NULL, 10);\n");
		break;
	}
	fprintf(f, "\tPQclear(res);\n\treturn err;\n}\n\n");
}

static void
write_source(FILE *f, const struct statement *s, size_t slot)
{
	char *id = fmt_new("%s_%s", s->feature, s->name);

	if (s->nparams > 0) {
		fprintf(f, "static const Oid %s_types[] = {", id);
		/* Our own types have another oid in every database: 0 lets the server infer them again. */
		for (int i = 0; i < s->nparams; i++)
			fprintf(f, "%s%u", i == 0 ? " " : ", ",
			    s->params[i].oid < BUILTIN_OID_MAX ? s->params[i].oid : 0);
		fprintf(f, " };\n");
	}
	fprintf(f, "const struct stmt SQL_%s = {\n\t.name = \"%s/%s\",\n\t.sql = ", upper(id),
	    s->feature, s->name);
	write_c_string(f, s->sql);
	fprintf(f, ",\n\t.nparams = %d,\n\t.types = ", s->nparams);
	if (s->nparams > 0)
		fprintf(f, "%s_types", id);
	else
		fprintf(f, "NULL");
	fprintf(f, ",\n\t.slot = %zu\n};\n\n", slot);
	if (s->nparams > 0)
		write_bind(f, s, id);
	if (s->returns != R_NONE)
		write_read(f, s, id);
	write_run(f, s, id);
}

static void
write_types_header(FILE *f)
{
	fprintf(f,
	    "/* Enums of the database. Made by sqlgen; do not edit. */\n"
	    "#ifndef GEN_SQL_TYPES_H\n#define GEN_SQL_TYPES_H\n\n#include <stdbool.h>\n\n");
	for (size_t i = 0; i < nenums; i++) {
		const struct enumtype *e = &enums[i];
		char *big = upper(e->name);

		fprintf(f, "enum %s {\n", e->name);
		for (size_t j = 0; j < e->n; j++)
			fprintf(
			    f, "\t%s_%s%s,\n", big, upper(e->labels[j]), j == 0 ? " = 0" : "");
		fprintf(f, "\t%s_COUNT\n};\n", big);
		fprintf(f,
		    "const char *%s_text(enum %s);\t/* the label; \"\" for no label, never NULL */\n"
		    "bool %s_parse(const char *, enum %s *);\n\n",
		    e->name, e->name, e->name, e->name);
	}
	fprintf(f, "#endif\n");
}

static void
write_types_source(FILE *f)
{
	fprintf(f,
	    "/* Enums of the database. Made by sqlgen; do not edit. */\n"
	    "#include <string.h>\n\n#include \"sql/types.h\"\n\n");
	if (nenums == 0)
		return;
	fprintf(f,
	    "static bool\nparse(const char *const *labels, size_t n, const char *s, size_t *out)\n{\n"
	    "\tfor (size_t i = 0; s != NULL && i < n; i++)\n"
	    "\t\tif (strcmp(labels[i], s) == 0) {\n\t\t\t*out = i;\n\t\t\treturn true;\n\t\t}\n"
	    "\treturn false;\n}\n\n");
	for (size_t i = 0; i < nenums; i++) {
		const struct enumtype *e = &enums[i];
		char *big = upper(e->name);

		fprintf(f, "static const char *const %s_labels[%s_COUNT] = {\n", e->name, big);
		for (size_t j = 0; j < e->n; j++) {
			fprintf(f, "\t");
			write_c_string(f, e->labels[j]);
			fprintf(f, ",\n");
		}
		fprintf(f,
		    "};\n\nconst char *\n%s_text(enum %s v)\n{\n"
		    "\treturn (size_t)v < %s_COUNT ? %s_labels[v] : \"\";\n}\n\n",
		    e->name, e->name, big, e->name);
		fprintf(f,
		    "bool\n%s_parse(const char *s, enum %s *out)\n{\n\tsize_t i;\n\n"
		    "\tif (!parse(%s_labels, %s_COUNT, s, &i))\n\t\treturn false;\n"
		    "\t*out = (enum %s)i;\n\treturn true;\n}\n\n",
		    e->name, e->name, e->name, big, e->name);
	}
}

/* ---- files ---- */

struct output {
	FILE *f;
	char *text;
	size_t size;
	char *path;
};

static void
output_open(struct output *o, const char *dir, const char *name)
{
	o->path = fmt_new("%s/%s", dir, name);
	if ((o->f = open_memstream(&o->text, &o->size)) == NULL)
		die("out of memory");
	written = grow(written, nwritten + 1, sizeof(*written));
	written[nwritten++] = dup_s(name);
}

/* Write only what changed, so that make rebuilds only that. */
static void
output_close(struct output *o)
{
	char *tmp = fmt_new("%s.tmp", o->path);
	FILE *f;

	if (fclose(o->f) != 0)
		die("out of memory");
	if (access(o->path, R_OK) == 0 && strcmp(read_all(o->path), o->text) == 0)
		return;
	if ((f = fopen(tmp, "w")) == NULL)
		die("%s: %s", tmp, strerror(errno));
	if (fwrite(o->text, 1, o->size, f) != o->size || fclose(f) != 0 ||
	    rename(tmp, o->path) != 0)
		die("%s: %s", o->path, strerror(errno));
}

static void
write_feature(const char *dir, size_t from, size_t to)
{
	const char *feature = stmts[from].feature;
	struct output h, c;
	bool rows = false, one = false;

	output_open(&h, dir, fmt_new("%s.h", feature));
	fprintf(h.f,
	    "/* Statements of sql/queries/%s. Made by sqlgen; do not edit. */\n"
	    "#ifndef GEN_SQL_%s_H\n#define GEN_SQL_%s_H\n\n"
	    "#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n\n"
	    "#include \"core/arena.h\"\n#include \"core/clock.h\"\n#include \"core/err.h\"\n"
	    "#include \"core/id.h\"\n#include \"core/money.h\"\n#include \"db/db.h\"\n#include \"sql/types.h\"\n\n",
	    feature, upper(feature), upper(feature));
	output_open(&c, dir, fmt_new("%s.c", feature));
	fprintf(c.f,
	    "/* Statements of sql/queries/%s. Made by sqlgen; do not edit. */\n"
	    "#include <stdlib.h>\n#include <string.h>\n\n#include <libpq-fe.h>\n\n"
	    "#include \"core/log.h\"\n#include \"sql/%s.h\"\n\n",
	    feature, feature);
	for (size_t i = from; i < to; i++) {
		rows |= stmts[i].returns != R_NONE;
		one |= stmts[i].returns == R_ONE || stmts[i].returns == R_MAYBE;
	}
	if (rows)
		fprintf(c.f,
		    "/* NULL in a column promised not null, or an enum label younger than this build. */\n"
		    "static enum err\nunreadable(int column, const char *name)\n{\n"
		    "\tlog_error(\"sql column=%%d name=%%s unreadable\", column + 1, name);\n"
		    "\treturn ERR_INTERNAL;\n}\n\n"
		    "static enum err\nnamed(const struct stmt *s, enum err err)\n{\n"
		    "\tif (err != ERR_OK)\n\t\tlog_error(\"sql=%%s unreadable row\", s->name);\n\treturn err;\n}\n\n");
	if (one)
		fprintf(c.f,
		    "static enum err\ntoo_many_rows(const struct stmt *s)\n{\n"
		    "\tlog_error(\"sql=%%s returned more than one row\", s->name);\n\treturn ERR_INTERNAL;\n}\n\n");
	for (size_t i = from; i < to; i++) {
		write_header(h.f, &stmts[i]);
		write_source(c.f, &stmts[i], i);
	}
	fprintf(h.f, "#endif\n");
	output_close(&h);
	output_close(&c);
}

static void
remove_stale(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *e;

	if (d == NULL)
		die("%s: %s", dir, strerror(errno));
	while ((e = readdir(d)) != NULL) {
		bool keep = !ends_with(e->d_name, ".c") && !ends_with(e->d_name, ".h");

		for (size_t i = 0; i < nwritten && !keep; i++)
			keep = strcmp(written[i], e->d_name) == 0;
		if (!keep && unlink(fmt_new("%s/%s", dir, e->d_name)) != 0)
			die("%s/%s: %s", dir, e->d_name, strerror(errno));
	}
	closedir(d);
}

static void
write_all(const char *dir)
{
	struct output o;

	output_open(&o, dir, "types.h");
	write_types_header(o.f);
	output_close(&o);
	output_open(&o, dir, "types.c");
	write_types_source(o.f);
	output_close(&o);
	output_open(&o, dir, "all.h");
	fprintf(o.f,
	    "/* The number of statements, for db_new. Made by sqlgen; do not edit. */\n"
	    "#ifndef GEN_SQL_ALL_H\n#define GEN_SQL_ALL_H\n\nenum { SQL_STMT_COUNT = %zu };\n\n#endif\n",
	    nstmts);
	output_close(&o);
	for (size_t i = 0, j; i < nstmts; i = j) {
		for (j = i; j < nstmts && strcmp(stmts[j].feature, stmts[i].feature) == 0; j++)
			;
		write_feature(dir, i, j);
	}
	remove_stale(dir);
}

static void
check_enums(void)
{
	for (size_t i = 0; i < nenums; i++) {
		if (!is_identifier(enums[i].name))
			die("enum type %s is not a C identifier", enums[i].name);
		for (size_t j = 0; j < enums[i].n; j++) {
			if (strcmp(upper(enums[i].labels[j]), "COUNT") == 0)
				die("enum %s: the label count is taken", enums[i].name);
			for (size_t k = 0; k < j; k++)
				if (strcmp(upper(enums[i].labels[j]),
					upper(enums[i].labels[k])) == 0)
					die("enum %s: two labels become %s", enums[i].name,
					    upper(enums[i].labels[j]));
		}
	}
}

static int
by_name(const void *a, const void *b)
{
	const struct statement *x = a, *y = b;
	int order = strcmp(x->feature, y->feature);

	return order != 0 ? order : strcmp(x->name, y->name);
}

static void
find_statements(const char *root)
{
	DIR *top = opendir(root), *d;
	struct dirent *feature, *file;

	if (top == NULL)
		die("%s: %s", root, strerror(errno));
	while ((feature = readdir(top)) != NULL) {
		char *dir = fmt_new("%s/%s", root, feature->d_name);
		struct stat st;

		if (feature->d_name[0] == '.' || stat(dir, &st) != 0 || !S_ISDIR(st.st_mode))
			continue;
		if ((d = opendir(dir)) == NULL)
			die("%s: %s", dir, strerror(errno));
		while ((file = readdir(d)) != NULL) {
			struct statement s = { 0 };

			if (file->d_name[0] == '.' || !ends_with(file->d_name, ".sql"))
				continue;
			s.file = fmt_new("%s/%s", dir, file->d_name);
			s.feature = dup_s(feature->d_name);
			s.name = dup_n(file->d_name, strlen(file->d_name) - 4);
			if (!is_identifier(s.feature) ||
			    strspn(s.name, "abcdefghijklmnopqrstuvwxyz0123456789_") !=
				strlen(s.name)) {
				error_at(s.file, 1,
				    "folder and file names are lower case C identifiers");
				continue;
			}
			stmts = grow(stmts, nstmts + 1, sizeof(*stmts));
			stmts[nstmts++] = s;
		}
		closedir(d);
	}
	closedir(top);
	if (nstmts > 0)
		qsort(stmts, nstmts, sizeof(*stmts), by_name);
}

int
main(int argc, char **argv)
{
	if (argc != 4)
		die("usage: sqlgen QUERIES_DIR ID_HEADER OUT_DIR");
	load_ids(argv[2]);
	load_types();
	check_enums();
	find_statements(argv[1]);
	for (size_t i = 0; i < nstmts; i++)
		if (parse_statement(&stmts[i], read_all(stmts[i].file)))
			describe(&stmts[i]);
	for (size_t i = 1; i < nstmts; i++) {
		/* a/b_c and a_b/c would give one C name */
		for (size_t j = 0; j < i; j++)
			if (strcmp(fmt_new("%s_%s", stmts[i].feature, stmts[i].name),
				fmt_new("%s_%s", stmts[j].feature, stmts[j].name)) == 0)
				error_at(stmts[i].file, 1, "same C name as %s", stmts[j].file);
	}
	for (int r = 0; r < AS_COUNT; r++)
		PQfinish(conns[r]);
	if (nerrors > 0) {
		fprintf(stderr, "sqlgen: %d error%s\n", nerrors, nerrors == 1 ? "" : "s");
		return 1;
	}
	write_all(argv[3]);
	return 0;
}
