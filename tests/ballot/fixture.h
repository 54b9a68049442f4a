/* The committed archives and their secrets, for the C tests. */
#ifndef TESTS_BALLOT_FIXTURE_H
#define TESTS_BALLOT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ballot/check.h"
#include "ballot/file.h"

/* The prime of BELENIOS-2048, to make numbers that are no elements. */
static const char *const group_p =
    "20694785691422546"
    "401013643657505008064922989295751104097100884787057374219242"
    "717401922237254497684338129066633138078958404960054389636289"
    "796393038773905722803605973749427671376777618898589872735865"
    "049081167099310535867780980030790491654063777173764198678527"
    "273474476341835600035698305193144284561701911000786737307333"
    "564123971732897913240474578834468260652327974647951137672658"
    "693582180046317922073668860052627186363386088796882120769432"
    "366149491002923444346373222145884100586421050242120365433561"
    "201320481118852408731077014151666200162313177169372189248078"
    "507711827842317498073276598828825169183103125680162072880719";

struct fixture {
	struct bel_calc		*calc;
	struct bel_buf		 bytes;
	struct bel_archive	 archive;
	struct bel_election	*election;
	struct bel_trustees	*trustees;
	json_t			*secrets;
};

static inline struct bel_span
span(const char *text)
{
	return (struct bel_span){ text, strlen(text) };
}

static inline struct bel_span
whole(const struct bel_buf *b)
{
	return (struct bel_span){ b->p, b->len };
}

/* cwd is the root of the repository. */
static inline int
fixture_open(void **state)
{
	static struct fixture	f;
	struct bel_why		why = { "" };

	if (bel_calc_new("BELENIOS-2048", &f.calc) != BEL_OK ||
	    bel_file_read("tests/ballot/data/two.bel", &f.bytes, &why) !=
	    BEL_OK ||
	    bel_archive_read(whole(&f.bytes), &f.archive, &why) != BEL_OK ||
	    bel_election_parse(f.calc, f.archive.events[0].data[0],
	    &f.election, &why) != BEL_OK ||
	    bel_trustees_parse(f.calc, f.archive.events[0].data[1],
	    &f.trustees, &why) != BEL_OK)
		return 1;
	f.secrets = json_load_file("tests/ballot/data/two.json", 0, NULL);
	*state = &f;
	return f.secrets == NULL;
}

static inline int
fixture_close(void **state)
{
	struct fixture	*f = *state;

	json_decref(f->secrets);
	bel_election_free(f->election);
	bel_trustees_free(f->trustees);
	bel_archive_free(&f->archive);
	bel_buf_free(&f->bytes);
	bel_calc_free(f->calc);
	return 0;
}

/* "voters", i, "secret" and the like. */
static inline const char *
secret(const struct fixture *f, const char *list, size_t i, const char *key)
{
	const json_t *v = json_array_get(json_object_get(f->secrets, list), i);

	return json_string_value(key == NULL ? v : json_object_get(v, key));
}

#endif
