/* The register of honours from before this system, also for the living example. */
#ifndef CTL_HONOURS_H
#define CTL_HONOURS_H

#include "ctl/ctl.h"

struct honours_imported { size_t rows; int64_t honours, matched, years, initiatives; };

/*
 * Honours, ratings and initiatives of a file, inside the caller's transaction: all of it, or ERR_INVALID with the
 * first wrong row told on standard error.  Rows that are there already are left as they are.
 */
enum err	honours_load(struct ctl *, const char *path, struct honours_imported *) MUST_CHECK;

#endif
