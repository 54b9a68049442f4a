/* The text of a PDF's first pages, read by poppler's pdftotext in a confined process of its own. */
#ifndef EVIDENCE_PDF_TEXT_H
#define EVIDENCE_PDF_TEXT_H

#include <stdbool.h>

#include "core/buf.h"

#define PDF_TEXT_PAGES		5		/* the stamp stands on the first; a letter may lie on top of it */
#define PDF_TEXT_SECONDS	10		/* on the clock, then it is ended */
#define PDF_TEXT_BYTES		(256u * 1024)	/* of text */

/*
 * Read the PDF in fd, which can be sought in.  What was read so far is in *text (caller frees) also when it is false,
 * with *why (static): broken, encrypted, too slow, too much.  Ends within PDF_TEXT_SECONDS whatever the file holds.
 */
bool	pdf_text(int fd, struct buf *text, const char **why);

#endif
