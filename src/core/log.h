/* One log line per event, for the person on call: key=value, to stderr. */
#ifndef CORE_LOG_H
#define CORE_LOG_H

enum log_level { LOG_LEVEL_DEBUG, LOG_LEVEL_INFO, LOG_LEVEL_WARN, LOG_LEVEL_ERROR };

void	log_set_context(const char *ctx);	/* "req=8f3a GET /ho-so/9 account=17"; copied; NULL clears */
void	log_write(enum log_level, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
#define log_info(...)	log_write(LOG_LEVEL_INFO, __VA_ARGS__)
#define log_warn(...)	log_write(LOG_LEVEL_WARN, __VA_ARGS__)
#define log_error(...)	log_write(LOG_LEVEL_ERROR, __VA_ARGS__)

#endif
