/* PDF and Office documents as people and attackers make them, made by the test itself. */
#ifndef TESTS_SUPPORT_PAPER_H
#define TESTS_SUPPORT_PAPER_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of a file; the caller frees p. */
struct packed {
	unsigned char	*p;
	size_t		 n;
};

extern const char	 paper_types_docx[], paper_types_xlsx[];	/* [Content_Types].xml of a document, of a workbook */

/* A zip of name, text pairs; NULL ends. */
struct packed	 paper_pack(bool encrypted, const char *const *parts);
/* A Word document whose body is this XML. */
struct packed	 paper_docx(const char *xml);

/* A line of a page of A4, in points from its upper left corner; y of 842 and more is on the pages after it. */
struct paper_line { double x, y; const char *text; };
/* A PDF with its text; scanned: only its look, as a scanner leaves it. */
struct packed	 paper_pdf(const struct paper_line *, size_t n, bool scanned);
/* A small PDF that would be read for hours: each of eight levels draws the next one thirty times. */
struct packed	 paper_pdf_endless(void);

#endif
