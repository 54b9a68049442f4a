/* Fuzz: UTF-8 validity against libunistring, NFC of everything valid. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unistr.h>

#include "core/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	const char *s, *nfc;
	bool valid = utf8_valid((const char *)data, size);

	if (a == NULL)
		a = arena_new();
	if (size > 0 &&
	    valid != (u8_check(data, size) == NULL && memchr(data, 0, size) == NULL))
		abort();
	if (valid) {
		s = arena_strndup(a, (const char *)data, size);
		nfc = utf8_nfc(a, s);
		if (!utf8_valid(nfc, strlen(nfc)))
			abort();
		if (strcmp(utf8_nfc(a, nfc), nfc) != 0)
			abort();
		if (utf8_length(s) > size)
			abort();
		(void)utf8_has_control(s);
	}
	arena_reset(a);
	return 0;
}
