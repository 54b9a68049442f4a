/* Vietnamese text: folding for search and matching, names sorted the Vietnamese way. */
#ifndef CORE_VIETNAMESE_H
#define CORE_VIETNAMESE_H

#include "core/arena.h"

/*
 * Fold for search: NFD, marks dropped, d-stroke to d, lower case, every run of
 * anything but letters and digits to one space, trimmed.  "NGUYỄN  THỊ HOÀ",
 * "Nguyễn Thị Hòa" and its decomposed form all give "nguyen thi hoa".
 */
char	*vn_fold(struct arena *, const char *);
/*
 * Key of a name for telling whether two spellings are one name: Unicode form, case, spaces, punctuation,
 * place of the tone (hoà, hòa) and y for i where both are written (quý, quí; Lý, Lí; never Thúy, thúi) make
 * no difference; the letters and the tone do: Hoa, Hòa, Hóa are three names.  "" when there is no letter.
 * For comparing only, never shown: tones stand at the end of their word.
 */
char	*vn_key(struct arena *, const char *);
/* Key for sorting people: given name first, then the rest; compare with vi collation in SQL. */
char	*vn_name_sort_key(struct arena *, const char *full_name);

#endif
