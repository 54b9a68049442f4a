/*
 * The stamp of a state secret in a name and in text: MẬT, TỐI MẬT, TUYỆT MẬT, which on paper stand alone on a line of
 * their own, usually framed.  Running text ("bí mật kinh doanh", "mật ong", "bảo mật") is none.
 */
#ifndef EVIDENCE_SECRECY_H
#define EVIDENCE_SECRECY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

/* In doubt: taken, and pointed out to whoever reads it. */
enum file_secrecy { SECRECY_NONE, SECRECY_DOUBT, SECRECY_STAMP };

/* In a file's name: certain as a stamp of its own, in doubt without its marks. */
enum file_secrecy	 secrecy_of_name(struct arena *, const char *name);
/*
 * Whether a line is nothing but the degree, in capitals, whatever its Unicode form, spacing, frame or brackets, or
 * "Độ mật: ..." in any letters.  above: the line right above it in the same paragraph, "" for none; "BÍ" there makes
 * "MẬT" the rest of a broken line.
 */
enum file_secrecy	 secrecy_of_line(struct arena *, const char *line, const char *above);
/* The same over lines as pdftotext writes them; *has_text: whether there is any letter or digit at all. */
enum file_secrecy	 secrecy_of_text(const char *text, size_t n, bool *has_text);

#endif
