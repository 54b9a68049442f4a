/* What a process owns and what a request carries: the application, the actor, the context. */
#ifndef APP_APP_H
#define APP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/brake.h"
#include "core/clock.h"
#include "core/err.h"
#include "core/id.h"
#include "core/lang.h"
#include "db/db.h"
#include "sql/types.h"		/* generated: enum role and the other database enums */
#include "web/request.h"
#include "web/response.h"

struct route;
struct identity_keys;

struct app {
	struct db	*db;		/* role vd_app */
	struct db	*public_db;	/* role vd_public */
	const char	*origin;	/* "http://127.0.0.1:8080": absolute links, Origin check */
	bool		 secure;	/* behind TLS: __Host- cookies, HSTS */
	unsigned char	 secret[32];	/* key for login CSRF and signed values; from var/secrets */
	const char	*scratch;	/* directory for files of a moment; NULL: /tmp */
	const struct identity_keys *identity;	/* for identity numbers, see registry/identity.h; NULL: none are kept */
	const char	*build;		/* version text for /healthz */
	const char	*clamd;		/* socket of the malware scanner (VD_CLAMD); NULL: files are not scanned */
	struct brake	*brake;		/* on whoever keeps this worker busy; NULL: none */
	const struct route *routes;	/* NULL: app_routes; tests bring their own */
	size_t		 nroutes;
};

#define ROLE_BIT(r)	(1u << (unsigned)(r))

/* Who is acting; NULL in ctx when nobody is signed in. */
struct actor {
	struct account_id	 account_id;
	const char		*username, *full_name;
	uint32_t		 roles;		/* ROLE_BITs held anywhere today */
	const char		*csrf;		/* token of this session for forms */
	bool			 must_change_password;
};

struct ctx {
	struct app		*app;
	struct db		*db;		/* the connection this request may use, inside its transaction */
	struct arena		*arena;
	const struct actor	*actor;
	struct timestamp	 now;		/* one instant for the whole request */
	enum lang		 lang;
	const char		*request_id;
	const char		*address;
	bool			 audited;	/* audit_write was called */
	bool			 journaled;	/* what the request brought is in its journal: see ACCESS_JOURNALED */
	uint32_t		 access;	/* of the route, see web/route.h */
	struct web_res		*res;		/* for cookies set on the way */
	bool			 published;	/* set by what changes schema site: after COMMIT all workers drop their copies */
	const char		*why;		/* message id: a better reason for the error page, or NULL */
};

bool		 actor_has(const struct actor *, uint32_t role_bits);
/* ERR_FORBIDDEN unless the actor holds one of the roles on the unit or an ancestor of it, today. */
enum err	 authz_require(struct ctx *, uint32_t role_bits, struct unit_id) MUST_CHECK;
enum err	 authz_holds(struct ctx *, uint32_t role_bits, struct unit_id, bool *) MUST_CHECK;
/* As authz_require, for what belongs to no unit: held on the whole province. */
enum err	 authz_require_everywhere(struct ctx *, uint32_t role_bits) MUST_CHECK;

/*
 * Append one audit row in this transaction.  A request that changes something and commits without
 * one is answered 500 and rolled back by the dispatcher.
 * action: "dossier.submit"; object: "dossier", 12; unit may be {0}; detail: JSON object text or NULL.
 */
enum err	 audit_write(struct ctx *, const char *action, const char *object, int64_t object_id,
		    struct unit_id, const char *detail) MUST_CHECK;

/*
 * Route, access, transaction, handler, commit: the whole way of one request.  Wants arena, method,
 * target, address, request_id, body and header of the request filled in, fills in the rest.  Always
 * leaves a complete response with its headers.
 */
void		 app_dispatch(struct app *, struct web_req *, struct web_res *);
bool		 app_routes_valid(void);	/* checked once at start */

struct crumb { const char *label /* message id or ready text */, *href; };
#define PAGE_CRUMBS	4

/* Chrome shared by all pages; first member of every view struct. */
struct page {
	const char		*title;		/* message id or ready text */
	const struct actor	*actor;
	enum lang		 lang;
	const char		*path;		/* for the language switch and navigation mark */
	const char		*notice;	/* translated success message after a redirect, or NULL */
	const char		*csrf, *once;	/* hidden fields of every form: see form/guard.html */
	const struct form	*form;		/* error summary, or NULL */
	struct crumb		 crumbs[PAGE_CRUMBS];	/* the way here: page_crumb */
	size_t			 ncrumbs;
	bool			 wide;		/* tables of work */
	const char		*head;		/* NULL, or the path of a feed/oembed: see layout */
	const struct page_meta	*meta;		/* of public pages, for search engines and news sites; or NULL */
};
struct page_meta {
	const char	*canonical;	/* absolute address */
	const char	*description, *type;	/* Open Graph */
	const char	*oembed;	/* absolute address of the oEmbed endpoint; NULL: cannot be embedded */
	const char	*jsonld;	/* schema.org */
};

struct page	 page_new(struct web_req *, const char *title);
/* The next step of the way to this page; href NULL: the page itself. */
void		 page_crumb(struct page *, const char *label, const char *href);
/* A redirect target may carry "?tb=CODE"; page_new turns known codes into notices. Table in app/notice.c. */
const char	*notice_text(const char *code);		/* message id or NULL */

#endif
