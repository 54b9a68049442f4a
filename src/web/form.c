/* Reading forms: checks, messages beside fields, and the values to show again. */
#include "web/form.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "core/arena.h"
#include "core/money.h"
#include "core/str.h"
#include "core/utf8.h"

#define MAX_UNKNOWN 5 /* unknown fields named in messages */

static void
params_add(
    struct arena *a, struct web_params *params, const char *name, const char *value, size_t n)
{
	/* Grows at powers of two; the count is the only bookkeeping. */
	if ((params->n & (params->n - 1)) == 0) {
		struct web_param *v =
		    arena_array(a, params->n == 0 ? 1 : params->n * 2, sizeof(*v));

		if (params->n > 0)
			memcpy(v, params->v, params->n * sizeof(*v));
		params->v = v;
	}
	params->v[params->n].name = name;
	params->v[params->n].value = value;
	params->v[params->n].length = n;
	params->n++;
}

static const struct web_param *
params_find(const struct web_params *params, const char *name)
{
	for (size_t i = 0; i < params->n; i++) {
		if (strcmp(params->v[i].name, name) == 0)
			return &params->v[i];
	}
	return NULL;
}

/* Bytes as something a page can show again: U+FFFD for what is not UTF-8, nothing for NUL. */
static const char *
showable(struct arena *a, const struct web_param *p)
{
	char *out, *o;

	if (utf8_valid(p->value, p->length))
		return p->value;
	out = o = arena_alloc(a, p->length * 3 + 1);
	for (size_t i = 0; i < p->length;) {
		size_t n = 1;

		while (n <= 4 && i + n <= p->length && !utf8_valid(p->value + i, n))
			n++;
		if (n <= 4 && i + n <= p->length) {
			memcpy(o, p->value + i, n);
			o += n;
			i += n;
		} else {
			if (p->value[i] != '\0') {
				memcpy(o, "\xef\xbf\xbd", 3);
				o += 3;
			}
			i++;
		}
	}
	return out;
}

static bool
posted(const struct form *f)
{
	return f->req != NULL && f->req->method == WEB_POST;
}

struct form *
form_new(struct web_req *req)
{
	struct form *f = ARENA_NEW(req->arena, struct form);

	f->req = req;
	f->arena = req->arena;
	f->lang = req->lang;
	f->tail = &f->messages;
	if (!posted(f))
		return f;
	for (size_t i = 0; i < req->form.n; i++) {
		const struct web_param *p = &req->form.v[i];
		const char *text = showable(f->arena, p);

		params_add(f->arena, &f->values, p->name, text, strlen(text));
	}
	return f;
}

struct form *
form_blank(struct web_req *req)
{
	struct form *f = ARENA_NEW(req->arena, struct form);

	f->arena = req->arena;
	f->lang = req->lang;
	f->tail = &f->messages;
	return f;
}

void
form_set(struct form *f, const char *name, const char *value)
{
	if (posted(f) || value == NULL || params_find(&f->values, name) != NULL)
		return;
	params_add(f->arena, &f->values, arena_strdup(f->arena, name),
	    arena_strdup(f->arena, value), strlen(value));
}

void
form_set_i64(struct form *f, const char *name, int64_t value)
{
	form_set(f, name, arena_printf(f->arena, "%" PRId64, value));
}

const char *
form_value(const struct form *f, const char *name)
{
	const struct web_param *p = params_find(&f->values, name);

	return p != NULL ? p->value : "";
}

/* --- messages ------------------------------------------------------------------------------ */

static void
add_message(struct form *f, const char *field, const char *text)
{
	struct form_message *m = ARENA_NEW(f->arena, struct form_message);

	m->field = arena_strdup(f->arena, field);
	m->text = text;
	*f->tail = m;
	f->tail = &m->next;
}

void
form_error(struct form *f, const char *field, const char *msgid, int n, ...)
{
	const char *s[9] = { "", "", "", "", "", "", "", "", "" };
	va_list ap;

	va_start(ap, n);
	for (int i = 0; i < n && i < 9; i++)
		s[i] = va_arg(ap, const char *);
	va_end(ap);
	add_message(f, field,
	    tr_fmt(f->arena, f->lang, msgid, 9, s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7],
		s[8]));
}

bool
form_error_constraint(
    struct form *f, const char *constraint, const struct form_constraint *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_eq(table[i].constraint, constraint)) {
			form_error(f, table[i].field, table[i].msgid, 0);
			return true;
		}
	}
	return false;
}

const char *
form_message_of(const struct form *f, const char *field)
{
	for (const struct form_message *m = f->messages; m != NULL; m = m->next) {
		if (strcmp(m->field, field) == 0)
			return m->text;
	}
	return NULL;
}

/* --- readers ------------------------------------------------------------------------------- */

static void
mark_seen(struct form *f, const char *name)
{
	if (params_find(&f->seen, name) == NULL)
		params_add(f->arena, &f->seen, arena_strdup(f->arena, name), "", 0);
}

/* The one value of a field as it was sent, NULL when absent or (with a message) unusable. */
static const struct web_param *
single(struct form *f, const char *name)
{
	const struct web_param *found = NULL;

	mark_seen(f, name);
	if (!posted(f))
		return NULL;
	for (size_t i = 0; i < f->req->form.n; i++) {
		const struct web_param *p = &f->req->form.v[i];

		if (strcmp(p->name, name) != 0)
			continue;
		if (found != NULL) {
			form_error(f, name,
			    T("Mục này được gửi lên nhiều lần. Hãy tải lại trang rồi nhập lại."),
			    0);
			return NULL;
		}
		found = p;
	}
	return found;
}

char *
form_clean(struct arena *a, const char *value, size_t n, bool lines)
{
	char *s = arena_strndup(a, value, n), *in, *out;

	for (in = out = s; *in != '\0'; in++) {
		if (*in == '\r') {
			if (in[1] == '\n')
				continue;
			*out++ = lines ? '\n' : ' ';
		} else if (!lines && (*in == '\n' || *in == '\t')) {
			*out++ = ' ';
		} else {
			*out++ = *in;
		}
	}
	*out = '\0';
	return str_trim(a, utf8_nfc(a, s));
}

/* Clean text of a field: valid, normalised, trimmed. NULL with a message when it cannot be; "" when absent. */
static const char *
clean(struct form *f, const char *name, bool lines)
{
	struct form_message **tail = f->tail;
	const struct web_param *p = single(f, name);

	if (p == NULL)
		return f->tail == tail ? "" : NULL;
	if (!utf8_valid(p->value, p->length)) {
		form_error(f, name,
		    T("Nội dung có ký tự hỏng, không phải văn bản Unicode (UTF-8). Hãy gõ lại mục này."),
		    0);
		return NULL;
	}
	if (utf8_has_control(p->value)) {
		form_error(f, name,
		    T("Nội dung có ký tự điều khiển ẩn, thường do dán từ chương trình khác. Hãy gõ lại mục này."),
		    0);
		return NULL;
	}
	return form_clean(f->arena, p->value, p->length, lines);
}

static void
require(struct form *f, const char *name)
{
	form_error(f, name, T("Mục này bắt buộc nhưng còn để trống. Hãy nhập rồi gửi lại."), 0);
}

static const char *
text(struct form *f, const char *name, size_t min, size_t max, bool lines)
{
	const char *s = clean(f, name, lines);
	size_t n;

	if (s == NULL)
		return min > 0 ? "" : NULL;
	if (s[0] == '\0') {
		if (min == 0)
			return NULL;
		require(f, name);
		return "";
	}
	n = utf8_length(s);
	if (n < min) {
		form_error(f, name,
		    T("Nội dung mới có %1 ký tự, cần ít nhất %2. Hãy viết đầy đủ hơn."), 2,
		    arena_printf(f->arena, "%zu", n), arena_printf(f->arena, "%zu", min));
		return "";
	}
	if (n > max) {
		form_error(f, name, T("Nội dung dài %1 ký tự, tối đa %2. Hãy viết gọn lại."), 2,
		    int_format(f->arena, (int64_t)n), int_format(f->arena, (int64_t)max));
		return min > 0 ? "" : NULL;
	}
	return s;
}

const char *
form_text(struct form *f, const char *name, size_t min, size_t max)
{
	return text(f, name, min, max, false);
}

const char *
form_multiline(struct form *f, const char *name, size_t min, size_t max)
{
	return text(f, name, min, max, true);
}

const char *
form_secret(struct form *f, const char *name, size_t min, size_t max)
{
	const struct web_param *p = single(f, name);
	size_t n;

	for (size_t i = 0; i < f->values.n; i++) {
		if (strcmp(f->values.v[i].name, name) == 0)
			f->values.v[i].value = "";
	}
	if (p == NULL || p->length == 0) {
		if (min > 0)
			require(f, name);
		return "";
	}
	if (!utf8_valid(p->value, p->length) || utf8_has_control(p->value)) {
		form_error(
		    f, name, T("Nội dung có ký tự hỏng hoặc ký tự ẩn. Hãy gõ lại mục này."), 0);
		return "";
	}
	n = utf8_length(p->value);
	if (n < min || n > max) {
		form_error(f, name, T("Nội dung cần từ %1 đến %2 ký tự."), 2,
		    arena_printf(f->arena, "%zu", min), arena_printf(f->arena, "%zu", max));
		return "";
	}
	return utf8_nfc(f->arena, p->value);
}

int64_t
form_i64(struct form *f, const char *name, int64_t min, int64_t max, int64_t fallback)
{
	const char *s = clean(f, name, false);
	int64_t value;

	if (s == NULL)
		return fallback < min ? min : fallback;
	if (s[0] == '\0') {
		if (fallback >= min)
			return fallback;
		require(f, name);
		return min;
	}
	if (parse_i64(s, min, max, &value) != ERR_OK) {
		form_error(f, name,
		    T("“%1” không phải là số nguyên từ %2 đến %3. Chỉ nhập chữ số, không dấu chấm, không đơn vị."),
		    3, utf8_length(s) <= 40 ? s : "…", arena_printf(f->arena, "%" PRId64, min),
		    arena_printf(f->arena, "%" PRId64, max));
		return fallback < min ? min : fallback;
	}
	return value;
}

struct date
form_date(struct form *f, const char *name, bool required)
{
	const char *s = clean(f, name, false);
	struct date d = { 0 };

	if (s == NULL)
		return d;
	if (s[0] == '\0') {
		if (required)
			require(f, name);
		return d;
	}
	if (date_parse(s, &d) != ERR_OK) {
		form_error(f, name,
		    T("Ngày “%1” không tồn tại hoặc sai dạng. Nhập theo dạng ngày/tháng/năm, ví dụ 05/11/2026."),
		    1, utf8_length(s) <= 40 ? s : "…");
		return (struct date){ 0 };
	}
	return d;
}

struct timestamp
form_timestamp(struct form *f, const char *name, bool required)
{
	const char *s = clean(f, name, false);
	struct timestamp t = { 0 };

	if (s == NULL)
		return t;
	if (s[0] == '\0') {
		if (required)
			require(f, name);
		return t;
	}
	if (timestamp_parse_local(s, &t) != ERR_OK) {
		form_error(f, name,
		    T("Thời điểm “%1” không tồn tại hoặc sai dạng. Nhập giờ:phút ngày/tháng/năm, ví dụ 17:00 05/11/2026 (giờ Việt Nam)."),
		    1, utf8_length(s) <= 40 ? s : "…");
		return (struct timestamp){ 0 };
	}
	return t;
}

bool
form_checked(struct form *f, const char *name)
{
	const struct web_param *p;

	mark_seen(f, name);
	if (!posted(f))
		return false;
	p = params_find(&f->req->form, name);
	return p != NULL && p->length > 0 && strcmp(p->value, "0") != 0;
}

int
form_choice(struct form *f, const char *name, const char *const *texts, int n)
{
	const char *s = clean(f, name, false);

	if (s == NULL)
		return -1;
	if (s[0] == '\0') {
		form_error(
		    f, name, T("Chưa chọn mục nào. Hãy chọn một trong các lựa chọn."), 0);
		return -1;
	}
	for (int i = 0; i < n; i++) {
		if (texts[i] != NULL && strcmp(texts[i], s) == 0)
			return i;
	}
	form_error(f, name, T("Lựa chọn này không có hoặc không còn dùng. Hãy chọn lại."), 0);
	return -1;
}

size_t
form_ids(struct form *f, const char *name, struct arena *a, int64_t **out)
{
	size_t n = 0;
	bool bad = false;

	mark_seen(f, name);
	*out = NULL;
	if (!posted(f) || f->req->form.n == 0)
		return 0;
	*out = arena_array(a, f->req->form.n, sizeof(**out));
	for (size_t i = 0; i < f->req->form.n; i++) {
		const struct web_param *p = &f->req->form.v[i];

		if (strcmp(p->name, name) != 0)
			continue;
		if (strlen(p->value) != p->length ||
		    parse_i64(p->value, 1, INT64_MAX, &(*out)[n]) != ERR_OK)
			bad = true;
		else
			n++;
	}
	if (bad)
		form_error(f, name,
		    T("Có lựa chọn không hợp lệ trong danh sách. Hãy tải lại trang rồi chọn lại."),
		    0);
	return n;
}

const struct web_file *
form_file(struct form *f, const char *name, bool required)
{
	const struct web_file *file = posted(f) ? web_file(f->req, name) : NULL;

	mark_seen(f, name);
	if (file == NULL && required)
		form_error(f, name, T("Chưa chọn tệp. Hãy chọn tệp rồi gửi lại."), 0);
	return file;
}

size_t
form_files(struct form *f, const char *name, bool required, const struct web_file ***out)
{
	const struct web_file **v;
	size_t n = 0;

	*out = NULL;
	if (form_file(f, name, required) == NULL)
		return 0;
	*out = v = arena_array(f->arena, f->req->nfiles, sizeof(*v));
	for (size_t i = 0; i < f->req->nfiles; i++) {
		struct web_file *file = &f->req->files[i];

		if (strcmp(file->field, name) != 0)
			continue;
		file->read = true;
		if (file->name[0] != '\0')
			v[n++] = file;
	}
	return n;
}

static void
refuse_unknown(struct form *f, const char *name, int *count)
{
	mark_seen(f, name);
	if (++*count <= MAX_UNKNOWN)
		form_error(f, "",
		    T("Biểu mẫu gửi lên mục “%1” mà trang này không có. Hãy tải lại trang rồi thử lại; không có gì được ghi."),
		    1, utf8_length(name) <= 60 ? name : "…");
}

bool
form_ok(struct form *f)
{
	int count = 0;

	if (posted(f)) {
		mark_seen(f, "csrf");
		mark_seen(f, "once");
		for (size_t i = 0; i < f->req->form.n; i++) {
			if (params_find(&f->seen, f->req->form.v[i].name) == NULL)
				refuse_unknown(f, f->req->form.v[i].name, &count);
		}
		for (size_t i = 0; i < f->req->nfiles; i++) {
			const struct web_file *file = &f->req->files[i];

			if (!file->read && params_find(&f->seen, file->field) == NULL)
				refuse_unknown(f, file->field, &count);
		}
	}
	return f->messages == NULL;
}

/* --- what templates need for one field --------------------------------------------------------- */

struct field *
field(struct form *f, const char *name, const char *label, const char *hint)
{
	struct field *fd = ARENA_NEW(f->arena, struct field);

	fd->name = name;
	fd->label = label;
	fd->hint = hint;
	fd->value = form_value(f, name);
	fd->error = form_message_of(f, name);
	fd->type = "text";
	fd->checked = fd->value[0] != '\0' && strcmp(fd->value, "0") != 0;
	fd->lang = f->lang;
	fd->form = f;
	/* The summary above says which field a message is about; it is written when the fields are known. */
	for (struct form_message *m = f->messages; m != NULL && label[0] != '\0'; m = m->next) {
		if (strcmp(m->field, name) == 0)
			m->label = tr(f->lang, label);
	}
	return fd;
}

struct field *
field_optional(struct field *fd)
{
	fd->optional = true;
	return fd;
}

struct field *
field_multiple(struct field *fd)
{
	fd->multiple = true;
	return fd;
}

struct field *
field_type(struct field *fd, const char *type)
{
	fd->type = type;
	if (strcmp(type, "password") == 0)
		fd->value = ""; /* never sent back */
	return fd;
}

struct field *
field_width(struct field *fd, int characters)
{
	fd->width = characters;
	return fd;
}

struct field *
field_maxlength(struct field *fd, int64_t code_points)
{
	fd->maxlength = code_points;
	return fd;
}

struct field *
field_autocomplete(struct field *fd, const char *value)
{
	fd->autocomplete = value;
	return fd;
}

struct field *
field_options(struct field *fd, const struct option *options, size_t n)
{
	const struct web_params *values = &fd->form->values;
	struct option *copy;
	bool known = posted(fd->form) || params_find(values, fd->name) != NULL;

	fd->options = options;
	fd->noptions = n;
	if (!known || n == 0)
		return fd;
	copy = arena_memdup(fd->form->arena, options, n * sizeof(*copy));
	for (size_t i = 0; i < n; i++) {
		copy[i].selected = false;
		for (size_t j = 0; j < values->n; j++) {
			if (strcmp(values->v[j].name, fd->name) == 0 &&
			    str_eq(values->v[j].value, copy[i].value))
				copy[i].selected = true;
		}
	}
	fd->options = copy;
	return fd;
}
