/* The people of the living example: made up, the same every time, marked as sample. */
#ifndef CTL_DEMO_H
#define CTL_DEMO_H

#include <stdint.h>

#include "core/arena.h"
#include "core/clock.h"
#include "sql/types.h"

/* Whose names are given: the peoples of An Giang. */
enum demo_people { DEMO_KINH, DEMO_KHMER, DEMO_CHAM };

/* A unit that files nominations. */
struct demo_unit {
	const char		*code, *name;	/* name as inside a sentence: "phường Rạch Giá" */
	const char		*key;		/* end of the user names: soanthao.rachgia */
	const char		*drafter, *head;
	enum demo_people	 people;
	uint32_t		 scenes;	/* bits of the scenes that fit, see demo_people.c */
};

struct demo_nominee {
	enum nominee_kind	 kind;
	const char		*name, *position, *workplace, *achievement, *award;	/* award: its code */
	enum gender		 gender;
	struct date		 born;
	enum achievement_field	 field;
};

extern const struct demo_unit	demo_units[];
extern const size_t		demo_unit_count;

const struct demo_unit	*demo_unit_of(const char *code);	/* ends the program when unknown */
/* The next nominee of a unit; state is the generator's, start with any fixed number. */
void	demo_nominee(struct arena *, uint32_t *state, const struct demo_unit *, struct demo_nominee *);

#endif
