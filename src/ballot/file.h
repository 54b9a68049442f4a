/* Reading a whole file for the programs of this folder. */
#ifndef BALLOT_FILE_H
#define BALLOT_FILE_H

#include "archive.h"

enum { BEL_FILE_MAX = 1 << 30 };

/* Read path into a new buffer; BEL_SYSTEM with why, also when over 1 GiB. */
enum bel_err	 bel_file_read(const char *path, struct bel_buf *,
		    struct bel_why *) BEL_MUST_CHECK;
/* Write bytes to a new file, mode 0600; BEL_SYSTEM with why. */
enum bel_err	 bel_file_write(const char *path, struct bel_span,
		    struct bel_why *) BEL_MUST_CHECK;

#endif
