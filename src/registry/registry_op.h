/* Use cases of the registry: units through time. */
#ifndef REGISTRY_REGISTRY_OP_H
#define REGISTRY_REGISTRY_OP_H

#include "registry/registry_view.h"

#define UNITS_PER_PAGE 60

/* Fills counts and one page of units; view->which and ->search choose, after_* is the last of the page before. */
enum err	registry_op_units(struct ctx *, const char *after_name, int64_t after_id, struct units_view *) MUST_CHECK;

#endif
