/* One synchronous PostgreSQL connection: prepared statements, one transaction at a time, SQLSTATE to err. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libpq-fe.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/err.h"

struct db;

enum db_mode { DB_READ_ONLY, DB_READ_WRITE };

/* A statement as sqlgen writes it: static, prepared on first use per connection. */
struct stmt {
	const char	*name;		/* "dossier/get", unique */
	const char	*sql;		/* with $1.. */
	int		 nparams;
	const Oid	*types;
	int		 slot;		/* dense index over all statements */
};

struct bytes { const unsigned char *p; size_t n; };

/* One parameter; text format except bytes. p NULL means SQL NULL. */
struct db_param { const char *p; int len; bool binary; };

/*
 * Connects lazily: the handle is always made, the first transaction connects.
 * slots is the number of generated statements (SQL_STMT_COUNT).
 */
struct db	*db_new(const char *conninfo, int slots);
void		 db_free(struct db *);			/* accepts NULL */

/*
 * Begin: reconnects when the connection is dead or not idle.  When setup is given it
 * is sent in the same round trip as BEGIN (pipelined) and its result handed to the
 * caller through *res (owned by the caller, PQclear); NULL for none.
 */
enum err	 db_begin(struct db *, enum db_mode, const struct stmt *setup,
		    const struct db_param *, PGresult **res) MUST_CHECK;
enum err	 db_commit(struct db *) MUST_CHECK;	/* ERR_RETRY on serialisation failure */
void		 db_rollback(struct db *);		/* safe at any time; leaves the connection idle or closed */
bool		 db_in_transaction(const struct db *);

/* Run one prepared statement; binary results.  On error *res is NULL. */
enum err	 db_exec(struct db *, const struct stmt *, const struct db_param *,
		    PGresult **res) MUST_CHECK;
/* Savepoints, for an op that wants to survive a failed statement. */
enum err	 db_savepoint(struct db *) MUST_CHECK;
void		 db_rollback_to_savepoint(struct db *);

/* The last failure on this connection: "" when none. Valid until the next call. */
const char	*db_last_sqlstate(const struct db *);
const char	*db_last_constraint(const struct db *);	/* named constraint that refused the row, or "" */
const char	*db_last_message(const struct db *);	/* for the log only, never for people */
bool		 db_connected(const struct db *);	/* as far as the last exchange told */
PGconn		*db_conn(struct db *);			/* for tests; may be NULL */

/*
 * Notices, for the jobs process.  db_listen connects when needed and listens once per connection; call it
 * again after a loss.  The channel is our own constant, sent as it stands.
 */
enum err	 db_listen(struct db *, const char *channel) MUST_CHECK;
int		 db_socket(const struct db *);		/* readable when a notice came; -1 without connection */
void		 db_drop_notices(struct db *);		/* those that have come: who listens looks at the tables */

/* Raise/lower the server-side statement timeout default (milliseconds) used at connect. */
void		 db_set_statement_timeout(struct db *, int ms);

/* For the holder of a setup's result. */
int		 db_result_rows(const PGresult *);
void		 db_result_free(PGresult *);			/* accepts NULL */

/* Parameters and columns for generated code (binary decoding asserts the type's length). */
struct db_param	 db_p_text(const char *);
struct db_param	 db_p_i64(struct arena *, int64_t);
struct db_param	 db_p_bool(bool);
struct db_param	 db_p_bytes(struct bytes);
struct db_param	 db_p_date(struct arena *, struct date);	/* none -> NULL */
struct db_param	 db_p_timestamp(struct arena *, struct timestamp); /* none -> NULL */
struct db_param	 db_p_double(struct arena *, double);
bool		 db_c_null(const PGresult *, int row, int col);
int64_t		 db_c_i64(const PGresult *, int row, int col);	/* int2, int4, int8 */
bool		 db_c_bool(const PGresult *, int row, int col);
double		 db_c_double(const PGresult *, int row, int col);
const char	*db_c_text(const PGresult *, int row, int col, struct arena *); /* copied; NULL when null */
struct bytes	 db_c_bytes(const PGresult *, int row, int col, struct arena *);
struct date	 db_c_date(const PGresult *, int row, int col);
struct timestamp db_c_timestamp(const PGresult *, int row, int col);

#endif
