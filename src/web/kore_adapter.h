/* Between main.c and the adapter: the only two files that know Kore. */
#ifndef WEB_KORE_ADAPTER_H
#define WEB_KORE_ADAPTER_H

#include "app/app.h"
#include "web/cache.h"

struct http_request;

/* Once per worker, after fork. access_log: one line per request to stdout. */
void	 adapter_start(struct app *, bool access_log);
void	 adapter_stop(void);
/* Answer one request; always KORE_RESULT_OK. */
int	 adapter_handle(struct http_request *);

/*
 * Send a ready answer, honouring HEAD, If-None-Match, connection: close and HTTP/1.0; the buffer is held
 * until the last byte has left.  False when the client is gone.
 */
bool	 kore_send_prebuilt(struct http_request *, struct prebuilt *);

#endif
