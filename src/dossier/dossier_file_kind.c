/* What a file is, judged by its content alone; Office documents are read with libzip, within bounds. */
#include "dossier/dossier_file_kind.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <unistr.h>
#include <zip.h>

#include "core/str.h"

#define EDGE            65536u /* bytes looked at at either end */
#define EOCD            22u /* end of a zip's directory, without its comment */
#define ZIP_ENTRIES_MAX 5000u
#define ZIP_DIR_MAX     (2u * 1024 * 1024)
#define TYPES_MAX       (512u * 1024) /* [Content_Types].xml */
#define TEXT_MAX        (24u * 1024 * 1024) /* inflated text searched for stamps */
#define LINE_MAX_BYTES  200u
#define TAG_MAX         300u /* of a tag with its attributes; WordArt keeps its text in one */
#define PNG_CHUNKS_MAX  100000u

static const char pdf_type[] = "application/pdf";
static const char jpeg_type[] = "image/jpeg";
static const char png_type[] = "image/png";
static const char docx_type[] =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
static const char xlsx_type[] =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/* Everything one judgement needs; the arena goes with it. */
struct judging {
	const struct file_source *src;
	struct arena *arena;
	unsigned char *head, *tail; /* EDGE bytes or the whole file */
	size_t nhead, ntail;
	struct file_verdict *out;
	size_t inflated;
};

/* --- bytes ---------------------------------------------------------------------------------------- */

static bool
read_at(const struct file_source *src, void *out, size_t n, size_t off)
{
	size_t have = 0;

	while (have < n) {
		ssize_t got = src->pread(src->arg, (char *)out + have, n - have, off + have);

		if (got <= 0)
			return false;
		have += (size_t)got;
	}
	return true;
}

static bool
begins(const struct judging *j, const void *magic, size_t n)
{
	return j->nhead >= n && memcmp(j->head, magic, n) == 0;
}

static const unsigned char *
find(const unsigned char *p, size_t n, const void *what, size_t len)
{
	return n >= len ? memmem(p, n, what, len) : NULL;
}

static uint32_t
be32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint32_t
le32(const unsigned char *p)
{
	return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

static uint16_t
le16(const unsigned char *p)
{
	return (uint16_t)(p[1] << 8 | p[0]);
}

/* The end of a zip's directory when the file ends with one (and nothing behind its comment), else NULL. */
static const unsigned char *
zip_end(const struct judging *j)
{
	if (j->ntail < EOCD)
		return NULL;
	for (const unsigned char *p = j->tail + j->ntail - EOCD;; p--) {
		if (memcmp(p, "PK\5\6", 4) == 0 &&
		    le16(p + 20) == (size_t)(j->tail + j->ntail - p) - EOCD)
			return p;
		if (p == j->tail)
			return NULL;
	}
}

/* A second format whose readers would take the same bytes. */
static bool
is_two_kinds(const struct judging *j, const char *type)
{
	size_t n = j->nhead < 1024 ? j->nhead : 1024;

	if (type != docx_type && type != xlsx_type && zip_end(j) != NULL)
		return true;
	/* PDF readers search the first kilobyte for the heading. */
	return type != pdf_type && find(j->head, n, "%PDF-", 5) != NULL;
}

/* --- secrecy ---------------------------------------------------------------------------------------- */

static void
note_secrecy(struct judging *j, enum file_secrecy secrecy, enum file_fault fault)
{
	if (secrecy == SECRECY_DOUBT)
		j->out->looks_secret = true;
	else if (secrecy == SECRECY_STAMP && j->out->fault == FILE_OK)
		j->out->fault = fault;
}

/* --- PDF, pictures -------------------------------------------------------------------------------------- */

/* Title, subject and keywords as plain text, UTF-16 or XMP; the text of the pages is read later, by evidence/read_job. */
static bool
pdf_says_secret(const unsigned char *p, size_t n)
{
#define WORDS(s)                   \
	{                          \
		(s), sizeof(s) - 1 \
	}
	static const struct {
		const char *p;
		size_t n;
	} marks[] = { WORDS("(\xfe\xff\0M\x1e\xac\0T)"),
		WORDS("\0T\x1e\xd0\0I\0 \0M\x1e\xac\0T"),
		WORDS("\0T\0U\0Y\x1e\xc6\0T\0 \0M\x1e\xac\0T"), WORDS(">MẬT<"),
		WORDS(">TỐI MẬT<"), WORDS(">TUYỆT MẬT<"), WORDS("<FEFF004D1EAC0054>"),
		WORDS("00541ED000490020004D1EAC0054"),
		WORDS("0054005500591EC600540020004D1EAC0054") };
#undef WORDS

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (find(p, n, marks[i].p, marks[i].n) != NULL)
			return true;
	}
	return false;
}

static const char *
judge_pdf(struct judging *j)
{
	size_t n = j->ntail < 16384 ? j->ntail : 16384;

	if (find(j->tail + j->ntail - n, n, "%%EOF", 5) == NULL) {
		j->out->fault = FILE_DAMAGED;
		return NULL;
	}
	if (pdf_says_secret(j->head, j->nhead) || pdf_says_secret(j->tail, j->ntail))
		note_secrecy(j, SECRECY_STAMP, FILE_SECRET_STAMP);
	return pdf_type;
}

/* Segments up to the picture itself; what cameras append behind it (a second picture, a film) is theirs. */
static const char *
judge_jpeg(struct judging *j)
{
	size_t at = 2;
	unsigned char s[4];
	bool frame = false;

	j->out->fault = FILE_DAMAGED;
	for (int i = 0; i < 1000; i++) {
		if (!read_at(j->src, s, sizeof(s), at) || s[0] != 0xff)
			return NULL;
		if (s[1] == 0xff) { /* filling */
			at++;
			continue;
		}
		if (s[1] == 0xda) {
			if (!frame)
				return NULL;
			j->out->fault = FILE_OK;
			return jpeg_type;
		}
		if ((s[2] << 8 | s[3]) < 2)
			return NULL;
		frame = frame ||
		    (s[1] >= 0xc0 && s[1] <= 0xcf && s[1] != 0xc4 && s[1] != 0xc8 &&
			s[1] != 0xcc);
		at += 2 + (size_t)(s[2] << 8 | s[3]);
	}
	return NULL;
}

static const char *
judge_png(struct judging *j)
{
	size_t at = 8;
	unsigned char c[8];

	j->out->fault = FILE_DAMAGED;
	for (size_t i = 0; i < PNG_CHUNKS_MAX; i++) {
		uint32_t n;

		if (!read_at(j->src, c, sizeof(c), at))
			return NULL;
		n = be32(c);
		if (n > INT32_MAX || (i == 0) != (memcmp(c + 4, "IHDR", 4) == 0))
			return NULL;
		at += 12 + (size_t)n;
		if (at > j->src->length)
			return NULL;
		if (memcmp(c + 4, "IEND", 4) == 0) {
			j->out->fault = at == j->src->length ? FILE_OK : FILE_TWO_KINDS;
			return j->out->fault == FILE_OK ? png_type : NULL;
		}
	}
	return NULL;
}

/* --- old Office -------------------------------------------------------------------------------------------- */

/* .doc and .xls, and since 2007 the wrapping of a document with a password. */
static enum file_fault
judge_compound(struct judging *j)
{
	static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	unsigned char *piece = arena_alloc(j->arena, EDGE);

	for (size_t off = 0; off < j->src->length; off += EDGE - sizeof(name)) {
		size_t n = j->src->length - off < EDGE ? j->src->length - off : EDGE;

		if (!read_at(j->src, piece, n, off))
			return FILE_DAMAGED;
		if (find(piece, n, name, sizeof(name) - 1) != NULL)
			return FILE_PASSWORD;
	}
	return FILE_OLD_OFFICE;
}

/* --- DOCX, XLSX ---------------------------------------------------------------------------------------------- */

/* libzip's window on the file. */
struct window {
	const struct file_source *src;
	zip_uint64_t at;
	zip_error_t error;
};

static zip_int64_t
window_call(void *arg, void *data, zip_uint64_t len, zip_source_cmd_t cmd)
{
	struct window *w = arg;
	zip_stat_t *st = data;
	zip_int64_t at;
	ssize_t got;

	switch (cmd) {
	case ZIP_SOURCE_OPEN: w->at = 0; return 0;
	case ZIP_SOURCE_CLOSE:
	case ZIP_SOURCE_FREE: return 0;
	case ZIP_SOURCE_READ:
		if (w->at >= w->src->length)
			return 0;
		if (len > w->src->length - w->at)
			len = w->src->length - w->at;
		got = w->src->pread(w->src->arg, data, (size_t)len, (size_t)w->at);
		if (got < 0) {
			zip_error_set(&w->error, ZIP_ER_READ, 0);
			return -1;
		}
		w->at += (zip_uint64_t)got;
		return got;
	case ZIP_SOURCE_SEEK:
		at =
		    zip_source_seek_compute_offset(w->at, w->src->length, data, len, &w->error);
		if (at < 0)
			return -1;
		w->at = (zip_uint64_t)at;
		return 0;
	case ZIP_SOURCE_TELL: return (zip_int64_t)w->at;
	case ZIP_SOURCE_STAT:
		zip_stat_init(st);
		st->size = w->src->length;
		st->valid = ZIP_STAT_SIZE;
		return sizeof(*st);
	case ZIP_SOURCE_ERROR: return zip_error_to_data(&w->error, data, len);
	case ZIP_SOURCE_SUPPORTS:
		return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
		    ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
		    ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
	default: zip_error_set(&w->error, ZIP_ER_OPNOTSUPP, 0); return -1;
	}
}

/* Before libzip allocates by what the directory claims: it is small, and stands where the file ends. */
static bool
zip_is_bounded(const struct judging *j)
{
	const unsigned char *end = zip_end(j);
	size_t at, size, from;

	if (end == NULL)
		return false;
	at = j->src->length - (size_t)(j->tail + j->ntail - end);
	size = le32(end + 12);
	from = le32(end + 16);
	return le16(end + 4) == 0 && le16(end + 8) == le16(end + 10) && le16(end + 10) > 0 &&
	    le16(end + 10) <= ZIP_ENTRIES_MAX && size <= ZIP_DIR_MAX && from <= at &&
	    from + size == at;
}

/* One part as text, at most max bytes; NULL when absent, larger or unreadable. */
static char *
zip_text(struct judging *j, zip_t *z, const char *name, size_t max)
{
	zip_file_t *f = zip_fopen(z, name, 0);
	char *text = NULL;
	size_t n = 0;
	zip_int64_t got = 0;

	if (f == NULL)
		return NULL;
	text = arena_alloc(j->arena, max + 1);
	while (n < max && (got = zip_fread(f, text + n, max - n)) > 0)
		n += (size_t)got;
	(void)zip_fclose(f);
	if (got < 0 || n == max || strlen(text) != n)
		return NULL;
	return text;
}

/* The part an Override element gives a content type to ("/word/document.xml"), without its slash; NULL: none. */
static const char *
part_of_type(struct judging *j, const char *types, const char *type)
{
	static const char attribute[] = "PartName=";
	const char *hit = strstr(types, type), *begin, *end, *name;
	char quote;

	if (hit == NULL || (hit[strlen(type)] != '"' && hit[strlen(type)] != '\''))
		return NULL;
	for (begin = hit; begin > types && *begin != '<'; begin--)
		;
	if ((end = strchr(hit, '>')) == NULL || (name = strstr(begin, attribute)) == NULL ||
	    name > end)
		return NULL;
	name += sizeof(attribute) - 1;
	quote = *name++;
	if ((quote != '"' && quote != '\'') || *name != '/')
		return NULL;
	name++;
	return arena_strndup(j->arena, name, strcspn(name, quote == '"' ? "\"" : "'"));
}

static bool
has_macros(zip_t *z, const char *types)
{
	zip_int64_t n = zip_get_num_entries(z, 0);

	if (strcasestr(types, "macroEnabled") != NULL ||
	    strcasestr(types, "vbaProject") != NULL || strcasestr(types, "macrosheet") != NULL)
		return true;
	for (zip_int64_t i = 0; i < n; i++) {
		const char *name = zip_get_name(z, (zip_uint64_t)i, ZIP_FL_ENC_RAW);

		if (name == NULL || strcasestr(name, "vbaProject") != NULL ||
		    strcasestr(name, "vbaData") != NULL ||
		    strcasestr(name, "macrosheets/") != NULL)
			return true;
	}
	return false;
}

static bool
is_encrypted(zip_t *z)
{
	zip_int64_t n = zip_get_num_entries(z, 0);
	zip_stat_t st;

	for (zip_int64_t i = 0; i < n; i++) {
		if (zip_stat_index(z, (zip_uint64_t)i, 0, &st) != 0 ||
		    ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
			st.encryption_method != ZIP_EM_NONE))
			return true;
	}
	return false;
}

/* Text of a document's XML, a line at a time: a paragraph, a cell's text, a header. */
struct lines {
	struct judging *j;
	struct arena *arena;
	char line[LINE_MAX_BYTES + 1], tag[TAG_MAX + 1];
	size_t n, ntag;
	bool in_tag, too_long;
};

/* UTF-8 of a code point, at most 4 bytes; how many. */
static size_t
put_letter(char *out, unsigned long c)
{
	uint8_t p[6];
	int n = c > 0 && c <= 0x10ffff ? u8_uctomb(p, (ucs4_t)c, sizeof(p)) : -1;

	if (n <= 0)
		return 0;
	memcpy(out, p, (size_t)n);
	return (size_t)n;
}

/* "M&#7852;T" says MẬT; what is longer than the letter it names is written over in place. */
static void
decode_entities(char *s)
{
	char *out = s, *end;
	unsigned long c;
	size_t n;

	while (*s != '\0') {
		if (s[0] == '&' && s[1] == '#') {
			bool hex = s[2] == 'x' || s[2] == 'X';

			errno = 0;
			c = strtoul(s + (hex ? 3 : 2), &end, hex ? 16 : 10);
			if (errno == 0 && *end == ';' && (n = put_letter(out, c)) > 0) {
				out += n;
				s = end + 1;
				continue;
			}
		}
		*out++ = *s++;
	}
	*out = '\0';
}

static void
judge_line(struct lines *l, char *line)
{
	decode_entities(line);
	note_secrecy(l->j, secrecy_of_line(l->arena, line, ""), FILE_SECRET_STAMP);
	arena_reset(l->arena);
}

static void
line_ends(struct lines *l)
{
	if (l->n > 2 && !l->too_long) {
		l->line[l->n] = '\0';
		if (strpbrk(l->line, "Mm&") != NULL)
			judge_line(l, l->line);
	}
	l->n = 0;
	l->too_long = false;
}

/* A watermark: <v:textpath string="MẬT"/>. */
static void
wordart(struct lines *l)
{
	static const char attribute[] = " string=";
	char *value = strstr(l->tag, attribute), *end;

	if (value == NULL)
		return;
	value += sizeof(attribute) - 1;
	if ((*value == '"' || *value == '\'') && (end = strchr(value + 1, *value)) != NULL) {
		*end = '\0';
		judge_line(l, value + 1);
	}
}

static void
tag_ends(struct lines *l)
{
	/* A text box stands inside the paragraph it is anchored in, so beginnings part lines as ends do. */
	static const char *const parts[] = { "w:p", "/w:p", "w:br", "w:tab", "/si", "/is", "/c",
		"/oddHeader", "/oddFooter", "/a:p", "/v", "/dc:title", "/dc:subject",
		"/dc:description", "/cp:keywords", "/cp:category" };

	l->in_tag = false;
	l->tag[l->ntag] = '\0';
	if (str_starts(l->tag, "v:textpath "))
		wordart(l);
	l->tag[strcspn(l->tag, " \t\r\n")] = '\0';
	if (l->tag[0] != '\0' && l->tag[strlen(l->tag) - 1] == '/')
		l->tag[strlen(l->tag) - 1] = '\0';
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (strcmp(l->tag, parts[i]) == 0)
			line_ends(l);
	}
}

static void
lines_byte(struct lines *l, char c)
{
	if (c == '<') {
		l->in_tag = true;
		l->ntag = 0;
	} else if (l->in_tag && c == '>') {
		tag_ends(l);
	} else if (l->in_tag) {
		if (l->ntag < TAG_MAX)
			l->tag[l->ntag++] = c;
	} else if (c == '\0' || l->n == LINE_MAX_BYTES) {
		l->too_long = true;
	} else {
		l->line[l->n++] = c;
	}
}

static bool
holds_text(const char *name)
{
	size_t n = strlen(name);

	if (n < 5 || strcmp(name + n - 4, ".xml") != 0)
		return false;
	return str_starts(name, "word/document") || str_starts(name, "word/header") ||
	    str_starts(name, "word/footer") || str_starts(name, "xl/sharedStrings") ||
	    str_starts(name, "xl/worksheets/sheet") ||
	    str_starts(name, "xl/drawings/drawing") || str_starts(name, "docProps/core");
}

/* False when a part cannot be read as its directory says. */
static bool
search_stamps(struct judging *j, zip_t *z)
{
	struct lines *l = arena_alloc(j->arena, sizeof(*l));
	zip_int64_t n = zip_get_num_entries(z, 0), got = 0;
	char *piece = arena_alloc(j->arena, 16384);

	l->j = j;
	l->arena = arena_new();
	for (zip_int64_t i = 0; i < n && got >= 0 && j->inflated < TEXT_MAX; i++) {
		const char *name = zip_get_name(z, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
		zip_file_t *f;

		if (name == NULL || !holds_text(name))
			continue;
		if ((f = zip_fopen_index(z, (zip_uint64_t)i, 0)) == NULL) {
			got = -1;
			break;
		}
		l->in_tag = false;
		while (j->inflated < TEXT_MAX && (got = zip_fread(f, piece, 16384)) > 0) {
			j->inflated += (size_t)got;
			for (zip_int64_t k = 0; k < got; k++)
				lines_byte(l, piece[k]);
		}
		line_ends(l);
		(void)zip_fclose(f);
	}
	arena_free(l->arena);
	return got >= 0;
}

static const char *
judge_office(struct judging *j, zip_t *z)
{
	static const struct {
		const char *main, *type;
	} kinds[] = {
		{ "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
		    docx_type },
		{ "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
		    xlsx_type },
	};
	const char *types, *part;

	if (is_encrypted(z)) {
		j->out->fault = FILE_PASSWORD;
		return NULL;
	}
	types = zip_text(j, z, "[Content_Types].xml", TYPES_MAX);
	if (types == NULL) {
		j->out->fault = FILE_UNKNOWN_KIND;
		return NULL;
	}
	if (has_macros(z, types)) {
		j->out->fault = FILE_MACROS;
		return NULL;
	}
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		part = part_of_type(j, types, kinds[i].main);
		if (part == NULL || zip_name_locate(z, part, 0) < 0)
			continue;
		if (!search_stamps(j, z)) {
			j->out->fault = FILE_DAMAGED;
			return NULL;
		}
		return kinds[i].type;
	}
	j->out->fault = FILE_UNKNOWN_KIND;
	return NULL;
}

static const char *
judge_zip(struct judging *j)
{
	struct window w = { .src = j->src };
	const char *type = NULL;
	zip_source_t *source;
	zip_error_t error;
	zip_t *z;

	if (!zip_is_bounded(j)) {
		j->out->fault = FILE_DAMAGED;
		return NULL;
	}
	zip_error_init(&w.error);
	zip_error_init(&error);
	source = zip_source_function_create(window_call, &w, &error);
	z = source != NULL ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
			   : NULL;
	if (z == NULL) {
		zip_source_free(source);
		j->out->fault = FILE_DAMAGED;
	} else {
		type = judge_office(j, z);
		zip_discard(z);
	}
	zip_error_fini(&error);
	zip_error_fini(&w.error);
	return type;
}

/* --- the verdict ------------------------------------------------------------------------------------------------ */

static const char *
judge_kind(struct judging *j)
{
	if (begins(j, "%PDF-", 5))
		return judge_pdf(j);
	if (begins(j, "\xff\xd8\xff", 3))
		return judge_jpeg(j);
	if (begins(j, "\x89PNG\r\n\x1a\n", 8))
		return judge_png(j);
	if (begins(j, "PK\3\4", 4))
		return judge_zip(j);
	j->out->fault = begins(j, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) ? judge_compound(j)
									 : FILE_UNKNOWN_KIND;
	return NULL;
}

void
file_judge(const struct file_source *src, const char *name, struct file_verdict *out)
{
	struct judging j = { .src = src, .out = out, .arena = arena_new() };
	const char *type = NULL;

	memset(out, 0, sizeof(*out));
	if (src->length == 0) {
		out->fault = FILE_EMPTY;
		goto out;
	}
	j.nhead = j.ntail = src->length < EDGE ? src->length : EDGE;
	j.head = arena_alloc(j.arena, j.nhead);
	j.tail = arena_alloc(j.arena, j.ntail);
	if (!read_at(src, j.head, j.nhead, 0) ||
	    !read_at(src, j.tail, j.ntail, src->length - j.ntail)) {
		out->fault = FILE_DAMAGED;
		goto out;
	}
	note_secrecy(&j, secrecy_of_name(j.arena, name), FILE_SECRET_NAME);
	if (out->fault == FILE_OK)
		type = judge_kind(&j);
	if (out->fault == FILE_OK && type != NULL && is_two_kinds(&j, type))
		out->fault = FILE_TWO_KINDS;
	if (out->fault == FILE_OK)
		out->type = type;
out:
	arena_free(j.arena);
}
