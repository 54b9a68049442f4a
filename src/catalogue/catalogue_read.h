/* Reads what the catalogue's pages show. */
#ifndef CATALOGUE_CATALOGUE_READ_H
#define CATALOGUE_CATALOGUE_READ_H

#include "catalogue/catalogue_view.h"

#define CATALOGUE_PER_PAGE 50

enum err	catalogue_read_awards(struct ctx *, const char *category, struct awards_view *) MUST_CHECK;
enum err	catalogue_read_award(struct ctx *, struct award_type_id, struct award_view *) MUST_CHECK;
/* before: keyset of the last row seen; {0}: from the newest. */
enum err	catalogue_read_movements(struct ctx *, struct date before, int64_t before_id, struct movements_view *) MUST_CHECK;
enum err	catalogue_read_seasons(struct ctx *, struct timestamp before, int64_t before_id, struct seasons_view *) MUST_CHECK;
/* Choices, and for a saved one its name; fill (may be NULL) gets the saved values. */
enum err	catalogue_read_movement(struct ctx *, struct movement_view *, struct form *fill) MUST_CHECK;
enum err	catalogue_read_season(struct ctx *, struct season_view *, struct form *fill) MUST_CHECK;

#endif
