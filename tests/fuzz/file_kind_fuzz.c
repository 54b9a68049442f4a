/* Fuzz: what an uploaded file is; the verdict is one of ours, the same for reads of any size. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "dossier/dossier_file_kind.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct bytes_of {
	const uint8_t *p;
	size_t n, step;
};

static ssize_t
bytes_pread(void *arg, void *out, size_t n, size_t off)
{
	const struct bytes_of *b = arg;

	if (off >= b->n)
		return 0;
	if (n > b->n - off)
		n = b->n - off;
	if (b->step != 0 && n > b->step)
		n = b->step;
	memcpy(out, b->p + off, n);
	return (ssize_t)n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct file_verdict v[2];

	for (int i = 0; i < 2; i++) {
		struct bytes_of b = { data, size, i == 0 ? 0 : 7 };
		struct file_source src = { bytes_pread, &b, size };

		file_judge(&src, "x", &v[i]);
		if ((v[i].fault == FILE_OK) != (v[i].type != NULL))
			abort();
	}
	if (v[0].fault != v[1].fault || v[0].type != v[1].type ||
	    v[0].looks_secret != v[1].looks_secret)
		abort();
	return 0;
}
