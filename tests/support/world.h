/*
 * A small province for tests, made by SQL as the owner: units, people with roles, awards, seasons,
 * dossiers with nominations in any state, a council of fifteen.  Every function may be called again.
 * Takes the owner's connection (page_fixture.owner); a failing statement ends the test.
 */
#ifndef TESTS_SUPPORT_WORLD_H
#define TESTS_SUPPORT_WORLD_H

#include <stdint.h>

#include <libpq-fe.h>

/* Units 91 (An Giang), 30742 (Rạch Giá), 30307 (Long Xuyên), SNV; the people of the demonstration with
 * their roles; award types with rules, base salary, rounding. */
void	world_base(PGconn *);

/* No seasons, dossiers, councils, decisions, lists or audit rows any more; people and awards stay. */
void	world_clear(PGconn *);

int64_t	world_unit(PGconn *, const char *code);
int64_t	world_account(PGconn *, const char *username);
int64_t	world_award(PGconn *, const char *code);

/* A season that opened and closes so many hours from now (negative: ago). */
int64_t	world_season(PGconn *, const char *name, int opens_in_hours, int closes_in_hours);

/*
 * A dossier of a unit with n nominations (persons, every eighth a collective, every sixteenth a household),
 * all in one state; letter "12/TTr-UBND" style numbered by the season, one attached PDF.
 * States as in the database: "draft", "submitted", "appraising", "returned", "eligible", "council", "approved", ...
 */
int64_t	world_dossier(PGconn *, int64_t season, const char *unit_code, const char *dossier_state, int n,
	    const char *nomination_state);
int64_t	world_nomination(PGconn *, int64_t dossier, int ordinal);	/* its id */

/* The council of the province: chutich.hd (chair), thuky (secretary), uyvien01..uyvien13; 15 members. */
int64_t	world_council(PGconn *);
int64_t	world_council_member(PGconn *, int64_t council, const char *username);
/* A session in a state ("preparing", "open", "closed") with the first so many members present, the rest absent. */
int64_t	world_session(PGconn *, int64_t council, const char *state, int present);
/* An item on its agenda: method "recorded", "paper", "secret"; state "waiting" or "open"; rule percent of 15. */
int64_t	world_agenda_item(PGconn *, int64_t session, int64_t nomination, const char *method, const char *state,
	    int percent);

void	world_sql(PGconn *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
int64_t	world_i64(PGconn *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
