/* gzip and brotli, at levels that render a thousand honourees in seconds. */
#include "publication/compress.h"

#include <stdlib.h>

#include <brotli/encode.h>
#include <zlib.h>

#define GZIP_LEVEL   6
#define BROTLI_LEVEL 5
#define GZIP_WINDOW  (15 + 16) /* 16: with the gzip header, which zlib leaves without a time */

bool
compress_gzip(const struct buf *plain, struct buf *out)
{
	z_stream z = { 0 };
	bool ok;

	buf_reset(out);
	if (deflateInit2(&z, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, 8, Z_DEFAULT_STRATEGY) !=
	    Z_OK)
		abort();
	buf_reserve(out, deflateBound(&z, plain->len) + 1);
	z.next_in = (unsigned char *)plain->p;
	z.avail_in = (unsigned)plain->len;
	z.next_out = (unsigned char *)out->p;
	z.avail_out = (unsigned)(out->cap - 1);
	ok = deflate(&z, Z_FINISH) == Z_STREAM_END;
	out->len = z.total_out;
	deflateEnd(&z);
	return ok && out->len < plain->len;
}

bool
compress_brotli(const struct buf *plain, struct buf *out)
{
	size_t n = BrotliEncoderMaxCompressedSize(plain->len);

	buf_reset(out);
	if (n == 0)
		return false;
	buf_reserve(out, n + 1);
	if (!BrotliEncoderCompress(BROTLI_LEVEL, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
		plain->len, (const unsigned char *)plain->p, &n, (unsigned char *)out->p))
		return false;
	out->len = n;
	return n < plain->len;
}
