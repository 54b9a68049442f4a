/* An arena per test. */
#include "support/unit.h"

int
unit_arena_setup(void **state)
{
	*state = arena_new();
	return 0;
}

int
unit_arena_teardown(void **state)
{
	arena_free(*state);
	return 0;
}
