/*
 * What a file is, judged by its content alone: PDF, JPEG, PNG, DOCX or XLSX, whole, one thing only, without
 * macros or password, and without the stamp of a state secret.
 */
#ifndef DOSSIER_DOSSIER_FILE_KIND_H
#define DOSSIER_DOSSIER_FILE_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "evidence/secrecy.h"

/* The bytes of a file at any offset; never the whole of it in memory. */
struct file_source {
	ssize_t	(*pread)(void *arg, void *out, size_t n, size_t off);	/* bytes, 0 at the end, -1 on error */
	void	*arg;
	size_t	 length;
};

enum file_fault {
	FILE_OK,
	FILE_EMPTY,
	FILE_TOO_LARGE,
	FILE_NAME_TOO_LONG,
	FILE_ALREADY,		/* the very same bytes are in the dossier */
	FILE_NO_ROOM,		/* the dossier holds as much as it may */
	FILE_NO_ROOM_TODAY,	/* its unit sent as much as it may in a day */
	FILE_UNKNOWN_KIND,
	FILE_DAMAGED,		/* begins like one of ours and is not whole */
	FILE_TWO_KINDS,		/* something else stands in or behind it */
	FILE_OLD_OFFICE,	/* .doc, .xls */
	FILE_PASSWORD,		/* an encrypted Office document */
	FILE_MACROS,
	FILE_SECRET_SAID,	/* its uploader says it holds a state secret */
	FILE_SECRET_NAME,
	FILE_SECRET_STAMP
};

struct file_verdict {
	enum file_fault		 fault;
	const char		*type;		/* media type; static; NULL unless fault is FILE_OK */
	bool			 looks_secret;	/* in doubt: taken, and pointed out */
};

/* Judge a file under its name.  Memory: a few hundred kB whatever the length; reads at most some tens of MB inflated. */
void			 file_judge(const struct file_source *, const char *name, struct file_verdict *);

#endif
