/* What the error page shows. */
#ifndef APP_ERROR_VIEW_H
#define APP_ERROR_VIEW_H

#include "app/app.h"

struct error_typed { const char *name, *text; };

struct error_view {
	struct page			 page;
	int				 status;
	const char			*title, *why, *todo;	/* message ids */
	const char			*link, *link_label;	/* label is a message id */
	const char			*up, *up_label;		/* the dossier this was about; NULL: none */
	const char			*request_id;
	const struct error_typed	*typed;			/* what was typed, so that nothing is lost */
	size_t				 ntyped;
};

#endif
