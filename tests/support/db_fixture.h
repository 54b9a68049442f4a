/* Databases for tests: one copied from the template per program, one transaction per test. */
#ifndef TESTS_SUPPORT_DB_FIXTURE_H
#define TESTS_SUPPORT_DB_FIXTURE_H

#include <stdint.h>

#include "core/arena.h"
#include "db/db.h"

/* Open between the group's setup and teardown; conninfo strings for a test's further connections. */
struct db_fixture {
	struct db	*app, *public_db, *owner;
	const char	*app_info, *public_info, *owner_info;
	struct arena	*arena;		/* emptied before each test */
};
extern struct db_fixture db_fixture;

/*
 * For cmocka_run_group_tests: make this program's own database from the template of
 * tests/support/with-database and open the handles; drop it again.  What a program commits
 * is seen by its own later tests only.
 */
int		 db_fixture_group_setup(void **state);
int		 db_fixture_group_teardown(void **state);

/* Per test: fresh arena in db_fixture.arena and *state, no transaction. */
int		 db_fixture_setup(void **state);
/* Per test: as above, with a READ WRITE transaction open on db_fixture.app. */
int		 db_fixture_begin(void **state);
/* Teardown of both: rolls back every handle, so nothing reaches the next test. */
int		 db_fixture_rollback(void **state);

#define DB_TEST(f)	cmocka_unit_test_setup_teardown(f, db_fixture_setup, db_fixture_rollback)
#define DB_TX_TEST(f)	cmocka_unit_test_setup_teardown(f, db_fixture_begin, db_fixture_rollback)

/*
 * Arrange and look as superuser, beside the connections under test (search_path office, site):
 * commits at once; a failing statement ends the program.
 */
void		 db_fixture_sql(const char *sql);
int64_t		 db_fixture_int(const char *sql);		/* first column of the first row */
const char	*db_fixture_text(const char *sql);		/* NULL for SQL NULL or no row; in the arena */

#endif
