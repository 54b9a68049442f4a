/* What /healthz reports. */
#ifndef APP_HEALTH_OP_H
#define APP_HEALTH_OP_H

#include "app/app.h"

/* Name of the newest migration applied; fails when the database does not answer. */
enum err	 health_op_schema(struct ctx *, const char **name) MUST_CHECK;

#endif
