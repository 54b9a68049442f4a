/* Compressed copies of an artifact, stored beside the plain bytes. */
#ifndef PUBLICATION_COMPRESS_H
#define PUBLICATION_COMPRESS_H

#include <stdbool.h>

#include "core/buf.h"

/* Into out (emptied first).  False when it would not be smaller. */
bool	compress_gzip(const struct buf *plain, struct buf *out);
bool	compress_brotli(const struct buf *plain, struct buf *out);

#endif
