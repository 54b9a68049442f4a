/* Names of result codes. */
#include "core/err.h"

#include <stddef.h>

static const char *const names[ERR_COUNT] = {
	[ERR_OK] = "ok",
	[ERR_BAD_REQUEST] = "bad_request",
	[ERR_SIGN_IN] = "sign_in",
	[ERR_FORBIDDEN] = "forbidden",
	[ERR_NOT_FOUND] = "not_found",
	[ERR_METHOD] = "method",
	[ERR_CONFLICT] = "conflict",
	[ERR_STALE] = "stale",
	[ERR_REPLAYED] = "replayed",
	[ERR_GONE] = "gone",
	[ERR_TOO_LARGE] = "too_large",
	[ERR_UNSUPPORTED] = "unsupported",
	[ERR_INVALID] = "invalid",
	[ERR_TOO_MANY] = "too_many",
	[ERR_INTERNAL] = "internal",
	[ERR_RETRY] = "retry",
	[ERR_UNAVAILABLE] = "unavailable",
};

const char *
err_name(enum err err)
{
	size_t i = (size_t)err;

	if (i >= ERR_COUNT || names[i] == NULL)
		return "unknown";
	return names[i];
}
