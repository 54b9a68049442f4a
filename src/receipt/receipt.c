/* Receipts of filings: pure. What one says, its check code, the address that checks it, a brake on guessing. */
#include "receipt/receipt.h"

#include <ctype.h>
#include <string.h>

#include <jansson.h>

#include "core/str.h"

#define SECOND_US INT64_C(1000000)

static const char *
text_of(struct arena *a, const json_t *doc, const char *object, const char *name)
{
	const json_t *o = object != NULL ? json_object_get(doc, object) : doc;
	const char *s = json_string_value(json_object_get(o, name));

	return arena_strdup(a, s != NULL ? s : "");
}

enum err
receipt_from_content(struct arena *a, const char *content, struct receipt *r)
{
	json_t *doc = json_loads(content, 0, NULL);
	const json_t *n;
	size_t i;

	if (doc == NULL)
		return ERR_INTERNAL;
	r->unit = text_of(a, doc, "unit", "name");
	r->title = text_of(a, doc, "dossier", "title");
	r->letter_no = text_of(a, doc, "dossier", "letter_no");
	r->letter_date = text_of(a, doc, "dossier", "letter_date");
	r->season = text_of(a, doc, "season", "name");
	r->filed_by = text_of(a, doc, NULL, "filed_by");
	r->files = (int64_t)json_array_size(json_object_get(doc, "attachments"));
	r->persons = r->collectives = r->households = 0;
	json_array_foreach(json_object_get(doc, "nominations"), i, n)
	{
		const char *kind = json_string_value(json_object_get(n, "kind"));

		if (str_eq(kind, "collective"))
			r->collectives++;
		else if (str_eq(kind, "household"))
			r->households++;
		else
			r->persons++;
	}
	json_decref(doc);
	return ERR_OK;
}

char *
receipt_code_format(struct arena *a, const char *code)
{
	size_t n = strlen(code);
	char *out = arena_alloc(a, n + n / 4 + 1), *o = out;

	for (size_t i = 0; i < n; i++) {
		if (i > 0 && i % 4 == 0)
			*o++ = '-';
		*o++ = code[i];
	}
	*o = '\0';
	return out;
}

static char *
typed_text(struct arena *a, const char *typed, bool code)
{
	char *out = arena_alloc(a, strlen(typed) + 1), *o = out;

	for (const char *s = typed; *s != '\0'; s++) {
		char c = (char)toupper((unsigned char)*s);

		if (c == ' ' || c == '\t' || (code && c == '-'))
			continue;
		if (code && c == 'O')
			c = '0';
		if (code && (c == 'I' || c == 'L'))
			c = '1';
		*o++ = c;
	}
	*o = '\0';
	return out;
}

char *
receipt_code_typed(struct arena *a, const char *typed)
{
	return typed_text(a, typed, true);
}

char *
receipt_no_typed(struct arena *a, const char *typed)
{
	return typed_text(a, typed, false);
}

char *
receipt_check_url(struct arena *a, const char *origin, const char *receipt_no, const char *code)
{
	return arena_printf(a, "%s/bien-nhan/%s?ma=%s", origin, receipt_no, code);
}

bool
receipt_brake_allows(const struct brake *b, const char *address, struct timestamp now)
{
	return brake_allows(
	    b, brake_key(address), now, (RECEIPT_TRIES - 1) * RECEIPT_PAUSE_S * SECOND_US);
}

void
receipt_brake_wrong(struct brake *b, const char *address, struct timestamp now)
{
	brake_owe(b, brake_key(address), now, RECEIPT_PAUSE_S * SECOND_US);
}
