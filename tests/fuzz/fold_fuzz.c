/* Fuzz: folding and keys of names are stable, valid and clean; slugs have only their alphabet; sort keys keep the length. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	const char *s, *once, *slug, *key, *trimmed;

	if (!utf8_valid((const char *)data, size))
		return 0;
	if (a == NULL)
		a = arena_new();
	s = arena_strndup(a, (const char *)data, size);
	once = vn_fold(a, s);
	if (!utf8_valid(once, strlen(once)) || strcmp(vn_fold(a, once), once) != 0)
		abort();
	if (*once == ' ' || strstr(once, "  ") != NULL || utf8_has_control(once))
		abort();
	/* Composed and decomposed spellings are the same text. */
	if (strcmp(vn_fold(a, utf8_nfc(a, s)), once) != 0)
		abort();
	slug = slugify(a, s);
	if (*slug == '\0' ||
	    slug[strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
		abort();
	if (*slug == '-' || slug[strlen(slug) - 1] == '-' || strstr(slug, "--") != NULL)
		abort();
	key = vn_name_sort_key(a, s);
	if (!utf8_valid(key, strlen(key)))
		abort();
	key = vn_key(a, s);
	if (!utf8_valid(key, strlen(key)) || strcmp(vn_key(a, key), key) != 0)
		abort();
	if (*key == ' ' || strstr(key, "  ") != NULL || utf8_has_control(key))
		abort();
	if (strcmp(vn_key(a, utf8_nfc(a, s)), key) != 0)
		abort();
	trimmed = str_trim(a, s);
	if (strcmp(str_trim(a, trimmed), trimmed) != 0)
		abort();
	arena_reset(a);
	return 0;
}
