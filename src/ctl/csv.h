/* CSV files with a header row, as tables whose cells are found by column name. */
#ifndef CTL_CSV_H
#define CTL_CSV_H

#include <stddef.h>

#include "core/arena.h"

#define CSV_FILE_MAX	(64u << 20)	/* bytes */

struct csv_row { const char **cells; size_t n; };

struct csv_table {
	const char	*path;
	struct csv_row	 header, *rows;	/* rows without the header */
	size_t		 nrows;
};

/*
 * Read a UTF-8 file, with or without byte order mark.  NULL on success, else a sentence that says
 * what is wrong and where (in the arena).
 */
const char	*csv_read(struct arena *, const char *path, struct csv_table *);
/* Index of a column, -1 when there is none. */
int		 csv_column(const struct csv_table *, const char *name);
/* The trimmed cell of a row (0 is the first under the header); "" when there is none or column is -1. */
const char	*csv_cell(const struct csv_table *, size_t row, int column);
/* As people count: the header is row 1. */
size_t		 csv_row_number(size_t row);

#endif
