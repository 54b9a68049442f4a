/* Receipts of filings: pure. What one says, its check code, the address that checks it, a brake on guessing. */
#ifndef RECEIPT_RECEIPT_H
#define RECEIPT_RECEIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/brake.h"
#include "core/clock.h"
#include "core/err.h"

#define RECEIPT_CODE_LENGTH 16

/* Everything printed; all but number, code, time and hash are read from the frozen copy itself. */
struct receipt {
	const char	*receipt_no, *check_code, *sha256;
	struct timestamp filed_at;
	const char	*unit, *title, *letter_no, *letter_date, *season, *filed_by;
	int64_t		 persons, collectives, households, files;
};

/* Fill in from the frozen copy (dossier_filing_op.c writes it); ERR_INTERNAL when it cannot be read. */
enum err	 receipt_from_content(struct arena *, const char *content, struct receipt *) MUST_CHECK;

/* "7K3M9QXW..." as people read it: in groups of four. */
char		*receipt_code_format(struct arena *, const char *code);
/* What somebody typed as a code or a number: upper case, without spaces and (code) dashes, O for 0 and I, L for 1 forgiven. */
char		*receipt_code_typed(struct arena *, const char *typed);
char		*receipt_no_typed(struct arena *, const char *typed);
/* Absolute address of the public check, as in the QR code. */
char		*receipt_check_url(struct arena *, const char *origin, const char *receipt_no, const char *code);

/*
 * A brake on wrong checks, in the memory of one worker: RECEIPT_TRIES wrong ones an address, then one each
 * RECEIPT_PAUSE_S seconds.  A code has 79 random bits, so this spares the database, not the code.
 */
#define RECEIPT_TRIES	20
#define RECEIPT_PAUSE_S	6
bool		 receipt_brake_allows(const struct brake *, const char *address, struct timestamp now);
void		 receipt_brake_wrong(struct brake *, const char *address, struct timestamp now);

#endif
