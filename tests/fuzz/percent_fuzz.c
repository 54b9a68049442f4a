/* Fuzz: percent, hex and base64url decoding stay inside their buffers and undo their encoders. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	char *exact, *out, *s;
	size_t n, i;

	if (a == NULL)
		a = arena_new();
	/* No terminator after the input: a read too far is seen. */
	exact = malloc(size + (size == 0));
	out = malloc(size + 1);
	if (exact == NULL || out == NULL)
		abort();
	if (size > 0)
		memcpy(exact, data, size);
	for (i = 0; i < 2; i++)
		if (percent_decode(exact, size, i == 1, out, &n) &&
		    (n > size || out[n] != '\0'))
			abort();
	s = hex_encode(a, exact, size);
	if (hex_decode(s, out, size) != ERR_OK || (size > 0 && memcmp(out, exact, size) != 0))
		abort();
	s = base64url_encode(a, exact, size);
	if (base64url_decode(s, out, size) != ERR_OK ||
	    (size > 0 && memcmp(out, exact, size) != 0))
		abort();
	s = arena_strndup(a, exact, size);
	n = strlen(s);
	if (base64url_decode(s, out, n * 3 / 4) == ERR_OK &&
	    strcmp(base64url_encode(a, out, n * 3 / 4), s) != 0)
		abort();
	(void)!hex_decode(s, out, n / 2);
	free(exact);
	free(out);
	arena_reset(a);
	return 0;
}
