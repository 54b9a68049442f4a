/*
 * Keys in an exported workbook, so that it comes back as a difference: each row carries a row key in a hidden
 * column, a hidden sheet carries the dossier, all row keys and a checksum over them.  Keyed BLAKE2b: nobody
 * makes a key that this system did not.  Pure.
 */
#ifndef DOSSIER_DOSSIER_SHEET_KEY_H
#define DOSSIER_DOSSIER_SHEET_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/id.h"

#define SHEET_SECRET		32		/* bytes: app->secret */
#define SHEET_KEY_COLUMN	"Mã dòng"	/* heading of the hidden column */
#define SHEET_SEAL_NAME		"vinhdanh"	/* name of the hidden sheet */

/* A nomination in the version that was written into the workbook. */
struct sheet_row_key { struct nomination_id nomination_id; int32_t version; };

/* "1234.5.0f3a6c0e9b12": id, version, 48 bits of keyed hash over dossier, id and version. */
char	*row_key_format(struct arena *, const unsigned char secret[SHEET_SECRET], struct dossier_id,
	    struct sheet_row_key);
/* False when it is not such a key, or was not made for this dossier. White space around it is fine. */
bool	 row_key_parse(const unsigned char secret[SHEET_SECRET], struct dossier_id, const char *,
	    struct sheet_row_key *);
/* It is written like one, whosever it is. */
bool	 row_key_shaped(const char *);
/* 64 hex digits over the dossier and the keys in their order. */
char	*sheet_checksum(struct arena *, const unsigned char secret[SHEET_SECRET], struct dossier_id,
	    const char *const *keys, size_t n);

/*
 * The hidden sheet SHEET_SEAL_NAME, column A the name, column B the value:
 *	A1 "dossier"	B1 id (number)
 *	A2 "checksum"	B2 sheet_checksum over the keys below
 *	A3 "keys"	B3 how many (number)
 *	A4, A5, ...	one row key each, in the order of the list
 */

#endif
