/* CSV files with a header row, as tables whose cells are found by column name. */
#ifndef CTL_CSV_H
#define CTL_CSV_H

#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"

#define CSV_FILE_MAX	(64u << 20)	/* bytes */

struct csv_row { const char **cells; size_t n; };

struct csv_table {
	struct arena	*arena;
	const char	*path;
	struct csv_row	 header, *rows;	/* rows without the header */
	size_t		 nrows;
	size_t		 row;		/* the one being read, 0 is the first under the header */
};

/*
 * Read a UTF-8 file, with or without byte order mark, that has the required columns (up to NULL).
 * ERR_INVALID after a line on standard error that says what is wrong and where.
 */
enum err	 csv_read(struct arena *, const char *path, const char *const *required,
		    struct csv_table *) MUST_CHECK;
/* The trimmed cell of the row being read; "" when there is none. */
const char	*csv_cell(const struct csv_table *, const char *column);
/* "FILE row N: ..." on standard error, the header being row 1; ERR_INVALID, so that callers can return it. */
enum err	 csv_fault(const struct csv_table *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));

#endif
