/*
 * Pages in process: a browser in memory (cookies, last page) in front of app_dispatch, on a database of
 * its own copied from the template of tests/support/with-database (run by tests/page/run).
 */
#ifndef TESTS_SUPPORT_PAGE_FIXTURE_H
#define TESTS_SUPPORT_PAGE_FIXTURE_H

#include <stdint.h>

#include "support/unit.h"

#include "app/app.h"
#include "registry/identity.h"

/* The key file of identity numbers in these tests. */
#define PAGE_IDENTITY_KEY "1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"

/* Where requests come from unless a test says otherwise. */
#define PAGE_ADDRESS "127.0.0.1"

struct page_fixture {
	struct app	 app;
	PGconn		*owner;		/* role vd_owner, for preparing and looking */
	struct arena	*arena;		/* of the last request: strings below live until the next */
	struct web_req	 req;
	struct web_res	 res;
	int		 status;
	const char	*body;		/* never NULL */
	const char	*location;	/* of a redirect, or NULL */
	struct { char name[64], value[256]; } cookies[16];
	const char	*address;	/* of the client; must outlive the request */
	char		 csrf[128], once[128];	/* hidden fields of the last page that had them */
	struct { const char *name, *value; } headers[8];	/* sent with every request; name NULL ends */
	char		 database[64];
	struct identity_keys *keys;
};

/* For cmocka_run_group_tests: *state becomes the fixture. */
int	 page_group_setup(void **state);
int	 page_group_teardown(void **state);
/* For each test: a fresh browser, nobody signed in. */
int	 page_test_setup(void **state);
#define PAGE_TEST(f) cmocka_unit_test_setup(f, page_test_setup)

/* SQL as the owner; fails the test on an error.  The i64 form returns the first column of the first row. */
void	 page_sql(struct page_fixture *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
int64_t	 page_sql_i64(struct page_fixture *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* First column of the first row as text, "" when NULL or no row; in the arena of the fixture. */
const char	*page_sql_text(struct page_fixture *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));

/*
 * Fails, naming the table, when the digits stand anywhere in the database: in any column of any row of every table,
 * also parted by spaces, dots, commas or dashes, also as bytes.
 */
void	 page_expect_nowhere(struct page_fixture *, const char *digits);

/* An account (made when missing, with a credential nobody knows); returns its id. */
int64_t	 page_account(struct page_fixture *, const char *username);
/* A unit (made when missing) under a parent code, NULL for the province; returns its id. */
int64_t	 page_unit(struct page_fixture *, const char *code, const char *name, const char *parent);
void	 page_grant(struct page_fixture *, const char *username, const char *role, const char *unit_code);
/* A cookie of the browser, whoever gave it. */
void	 page_set_cookie(struct page_fixture *, const char *name, const char *value);
/* Be that account from here on (made when missing); NULL: nobody. */
void	 page_sign_in(struct page_fixture *, const char *username);

void	 page_get(struct page_fixture *, const char *target);
void	 page_head(struct page_fixture *, const char *target);
/* POST name, value, ..., NULL exactly as given. */
void	 page_post(struct page_fixture *, const char *target, ...) __attribute__((sentinel));
/* As page_post, with the csrf and once of the last page (each once value is used one time). */
void	 page_submit(struct page_fixture *, const char *target, ...) __attribute__((sentinel));
/* As page_submit with one file, as multipart/form-data. */
void	 page_upload(struct page_fixture *, const char *target, const char *field,
	    const char *file_name, const char *content_type, const void *data, size_t n, ...)
	    __attribute__((sentinel));
/* Any method and body. */
void	 page_send(struct page_fixture *, enum web_method, const char *target,
	    const char *content_type, const void *body, size_t n);
/* GET the redirect's target, up to five times; fails when the last answer was none. */
void	 page_follow(struct page_fixture *);

/* Assertions that show the page when they fail. */
void	 page_expect_status(struct page_fixture *, int status);
void	 page_expect_text(struct page_fixture *, const char *text);
void	 page_expect_no_text(struct page_fixture *, const char *text);
void	 page_expect_redirect(struct page_fixture *, const char *location);	/* exact, without "?tb=..." */
void	 page_expect_header(struct page_fixture *, const char *name, const char *value);

#endif
