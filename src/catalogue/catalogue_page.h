/* Handlers of award types, movements and seasons. */
#ifndef CATALOGUE_CATALOGUE_PAGE_H
#define CATALOGUE_CATALOGUE_PAGE_H

#include "web/route.h"

web_handler	catalogue_page_awards;		/* GET  /quan-tri/danh-hieu */
web_handler	catalogue_page_award;		/* GET  /quan-tri/danh-hieu/:award_type_id */
web_handler	catalogue_page_movements;	/* GET  /quan-tri/phong-trao */
web_handler	catalogue_page_movement_new;	/* GET  /quan-tri/phong-trao/moi */
web_handler	catalogue_page_movement_create;	/* POST /quan-tri/phong-trao/moi */
web_handler	catalogue_page_movement;	/* GET  /quan-tri/phong-trao/:movement_id */
web_handler	catalogue_page_movement_save;	/* POST /quan-tri/phong-trao/:movement_id */
web_handler	catalogue_page_seasons;		/* GET  /quan-tri/dot-xet */
web_handler	catalogue_page_season_new;	/* GET  /quan-tri/dot-xet/moi */
web_handler	catalogue_page_season_create;	/* POST /quan-tri/dot-xet/moi */
web_handler	catalogue_page_season;		/* GET  /quan-tri/dot-xet/:season_id */
web_handler	catalogue_page_season_save;	/* POST /quan-tri/dot-xet/:season_id */

#endif
