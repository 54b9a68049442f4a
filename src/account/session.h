/* Sessions: a random 256-bit token in a cookie, only its SHA-256 in the database. */
#ifndef ACCOUNT_SESSION_H
#define ACCOUNT_SESSION_H

#include "app/app.h"
#include "core/hash.h"

/*
 * Open a session and go on as that account in this transaction (audit_write then names it).  A session
 * the browser already had is ended: the token changes at every sign-in.  Sets the cookie; *token
 * (may be NULL) is for tests.
 */
enum err	 session_open(struct web_req *, struct account_id, const char **token) MUST_CHECK;
/* End the session of this request and take its cookie back. */
enum err	 session_close(struct web_req *) MUST_CHECK;
/* End all sessions of an account (its own request, or an administrator's) except, when keep_this, the present one. */
enum err	 session_close_all(struct web_req *, struct account_id, bool keep_this,
		    int64_t *closed) MUST_CHECK;

/* The token this browser sent, hashed; false when it sent none that could be one. */
bool		 session_token_hash(const struct web_req *, struct sha256 *);
const char	*session_cookie_name(const struct app *);
void		 session_cookie_clear(struct web_req *);

#endif
