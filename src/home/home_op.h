/* Use case of the first page: what waits for me. */
#ifndef HOME_HOME_OP_H
#define HOME_HOME_OP_H

#include "home/home_view.h"

enum err	home_op_read(struct ctx *, struct home_view *) MUST_CHECK;

#endif
