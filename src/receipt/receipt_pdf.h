/* The printable receipt: one A4 page, headed as Decree 30/2020 has it, with a QR code. */
#ifndef RECEIPT_RECEIPT_PDF_H
#define RECEIPT_RECEIPT_PDF_H

#include "core/buf.h"
#include "core/err.h"
#include "receipt/receipt.h"

/*
 * Append the PDF.  The same receipt gives the same bytes on the same machine: its dates are those of the filing.
 * Needs fontconfig and the Liberation fonts, so it runs in the jobs process, which is neither chrooted nor filtered.
 * ERR_INTERNAL when a library fails.
 */
enum err	receipt_pdf(struct arena *, const struct receipt *, const char *origin, struct buf *) MUST_CHECK;

#endif
