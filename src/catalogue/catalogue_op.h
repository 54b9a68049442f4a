/* Use cases of the catalogue: award types to read; movements and seasons to open and change. */
#ifndef CATALOGUE_CATALOGUE_OP_H
#define CATALOGUE_CATALOGUE_OP_H

#include "app/app.h"

struct movement_input {
	struct unit_id	 unit_id;
	const char	*name, *basis, *purpose, *scope, *criteria;	/* all but name may be NULL */
	struct date	 starts_on, ends_on;
	int32_t		 version;	/* seen; only when saved */
};

struct season_input {
	struct movement_id	 movement_id;	/* .v 0: none */
	const char		*name;
	int32_t			 year;
	enum commendation_kind	 kind;
	struct timestamp	 opens_at, closes_at;
	int32_t			 version;
};

enum err	catalogue_op_create_movement(struct ctx *, const struct movement_input *, struct movement_id *) MUST_CHECK;
enum err	catalogue_op_update_movement(struct ctx *, struct movement_id, const struct movement_input *) MUST_CHECK;
enum err	catalogue_op_create_season(struct ctx *, const struct season_input *, struct season_id *) MUST_CHECK;
/* ERR_STALE when somebody saved first.  Moving the closing time is effective for the very next request. */
enum err	catalogue_op_update_season(struct ctx *, struct season_id, const struct season_input *) MUST_CHECK;

#endif
