/* What every cmocka test includes: cmocka with its prerequisites, and an arena per test. */
#ifndef TESTS_SUPPORT_UNIT_H
#define TESTS_SUPPORT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/arena.h"

/* Setup and teardown that put a fresh arena into *state. */
int	unit_arena_setup(void **state);
int	unit_arena_teardown(void **state);

/* A test taking that arena, listed by its name: the name is the sentence printed. */
#define ARENA_TEST(f) cmocka_unit_test_setup_teardown(f, unit_arena_setup, unit_arena_teardown)

#endif
