/* Result codes: everything that can fail returns one; app/status.c turns it into HTTP. */
#ifndef CORE_ERR_H
#define CORE_ERR_H

#define MUST_CHECK __attribute__((warn_unused_result))

enum err {
	ERR_OK = 0,
	ERR_BAD_REQUEST,	/* 400: not understood as HTTP or as a form */
	ERR_SIGN_IN,		/* 303 to sign-in (GET) or 401: nobody is signed in */
	ERR_FORBIDDEN,		/* 403: visible, but not yours to do */
	ERR_NOT_FOUND,		/* 404: absent, or not yours to see */
	ERR_METHOD,		/* 405 */
	ERR_CONFLICT,		/* 409: breaks a unique or state rule */
	ERR_STALE,		/* 409: somebody saved a newer version first */
	ERR_REPLAYED,		/* 409: this very form was received before */
	ERR_GONE,		/* 410 */
	ERR_TOO_LARGE,		/* 413 */
	ERR_UNSUPPORTED,	/* 415 */
	ERR_INVALID,		/* 422: understood, refused by a rule; see the form's messages */
	ERR_TOO_MANY,		/* 429: throttled */
	ERR_INTERNAL,		/* 500: our fault */
	ERR_RETRY,		/* 503 after retries: serialisation, deadlock, lost connection */
	ERR_UNAVAILABLE,	/* 503: the database does not answer */
	ERR_COUNT
};

/* Stable lower-case name for logs and tests, never NULL. */
const char *err_name(enum err);

/* Return the error to the caller; the only control-flow macro in the house. */
#define MUST(x) do {				\
	enum err must_err_ = (x);		\
	if (must_err_ != ERR_OK)		\
		return must_err_;		\
} while (0)

#endif
