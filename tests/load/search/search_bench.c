/* Answers of the public search, page rendering included, timed in process, at two sizes in turns. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/app.h"
#include "core/log.h"
#include "sql/all.h"

#define ROUNDS  8
#define QUERIES 500

static const char *const families[] = { "nguyen", "tran", "le", "pham", "huynh", "thach",
	"neang", "danh" };
static const char *const middles[] = { "thi", "van", "ngoc", "minh", "quoc", "soc", "kim" };
static const char *const givens[] = { "hung", "hoa", "dung", "lan", "phuong", "yen", "vy",
	"phanna", "ruon", "hiem7", "hiem31", "kha" };
static const char *const places[] = { "rach+gia", "long+xuyen", "phu+quoc", "ha+tien",
	"chau+doc", "tri+ton" };
static const char *const units[] = { "30742", "30307", "SNV" };
static const char *const fields[] = { "study", "production", "health", "other" };

static uint32_t seed = 20261105;

#define PICK(array) array[next((uint32_t)(sizeof(array) / sizeof((array)[0])))]

static uint32_t
next(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

/* The mix of what people ask: mostly names, some places, awards and filters, some who find nobody. */
static char *
make_query(struct arena *a, int i)
{
	switch (i % 20) {
	case 0:
	case 1:
	case 2:
	case 3:
	case 4:
		return arena_printf(
		    a, "/vinh-danh?q=%s+%s+%s", PICK(families), PICK(middles), PICK(givens));
	case 5:
	case 6: return arena_printf(a, "/vinh-danh?q=%s+%s", PICK(middles), PICK(givens));
	case 7: return arena_printf(a, "/vinh-danh?q=%s", PICK(givens));
	case 8: return arena_printf(a, "/vinh-danh?q=%s", PICK(families));
	case 9:
		return arena_printf(
		    a, "/vinh-danh?q=%s+%s+%.2s", PICK(families), PICK(middles), PICK(givens));
	case 10: return arena_printf(a, "/vinh-danh?q=khong+co+ai+%u", next(1000));
	case 11: return arena_printf(a, "/vinh-danh?q=%s+%s", PICK(givens), PICK(places));
	case 12:
		return arena_printf(
		    a, "/vinh-danh?q=%s+%s+%s", PICK(families), PICK(middles), PICK(places));
	case 13: return arena_printf(a, "/vinh-danh?q=chien+si+thi+dua+%s", PICK(givens));
	case 14:
		return arena_printf(
		    a, "/vinh-danh?q=%s&don-vi=%s", PICK(families), PICK(units));
	case 15:
		return arena_printf(
		    a, "/vinh-danh?don-vi=%s&linh-vuc=%s", PICK(units), PICK(fields));
	case 16:
		return arena_printf(a, "/vinh-danh?q=%s+%s&nam=%u", PICK(families),
		    PICK(givens), 2007 + next(20));
	case 17:
		return arena_printf(a, "/vinh-danh?danh-hieu=LDTT&don-vi=%s&nam=%u",
		    PICK(units), 2015 + next(12));
	case 18:
		return arena_printf(a, "/vinh-danh?q=%s&linh-vuc=%s&don-vi=%s", PICK(givens),
		    PICK(fields), PICK(units));
	default: return arena_strdup(a, "/vinh-danh");
	}
}

static const char *
no_header(void *arg, const char *name)
{
	(void)arg;
	(void)name;
	return NULL;
}

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double
ask(struct app *app, const char *target)
{
	struct arena *a = arena_new();
	struct web_req req = { .arena = a,
		.method = WEB_GET,
		.target = target,
		.address = "",
		.request_id = "0",
		.header = no_header };
	struct web_res res;
	double start;

	memset(&res, 0, sizeof(res));
	start = now_ms();
	app_dispatch(app, &req, &res);
	start = now_ms() - start;
	if (res.status != 200) {
		fprintf(stderr, "%s: %d\n", target, res.status);
		exit(1);
	}
	buf_free(&res.body);
	arena_free(a);
	return start;
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

struct side {
	const char *label;
	struct app app;
	double ms[QUERIES * ROUNDS], best[QUERIES];
	size_t n;
};

static double
report(struct side *s)
{
	qsort(s->ms, s->n, sizeof(s->ms[0]), by_value);
	printf("%s: p50 %.2f, p90 %.2f, p99 %.2f, slowest %.2f ms\n", s->label, s->ms[s->n / 2],
	    s->ms[s->n * 9 / 10], s->ms[s->n * 99 / 100], s->ms[s->n - 1]);
	return s->ms[s->n * 99 / 100];
}

int
main(int argc, char **argv)
{
	static struct side sides[2] = { { .label = "100,000 honours" },
		{ .label = "1,000,000 honours" } };
	struct arena *a = arena_new();
	char *queries[QUERIES];
	double p99[2];

	if (argc != 3) {
		fputs("usage: search_bench SMALL_CONNINFO LARGE_CONNINFO\n", stderr);
		return 2;
	}
	for (int i = 0; i < QUERIES; i++)
		queries[i] = make_query(a, i);
	for (int k = 0; k < 2; k++) {
		sides[k].app.origin = "http://127.0.0.1:8080";
		sides[k].app.public_db = db_new(argv[k + 1], SQL_STMT_COUNT);
		for (int i = 0; i < QUERIES; i++) {
			(void)ask(&sides[k].app, queries[i]);
			sides[k].best[i] = 1e9;
		}
	}
	/* In turns, so that whatever else this machine does weighs on both alike. */
	for (int r = 0; r < ROUNDS; r++) {
		for (int i = 0; i < QUERIES; i++) {
			for (int k = 0; k < 2; k++) {
				double ms = ask(&sides[k].app, queries[i]);

				sides[k].ms[sides[k].n++] = ms;
				if (ms < sides[k].best[i])
					sides[k].best[i] = ms;
			}
		}
	}
	if (getenv("SEARCH_SLOWEST") != NULL) {
		for (int i = 0; i < QUERIES; i++)
			fprintf(stderr, "%8.2f %8.2f %s\n", sides[0].best[i], sides[1].best[i],
			    queries[i]);
	}
	for (int k = 0; k < 2; k++) {
		p99[k] = report(&sides[k]);
		db_free(sides[k].app.public_db);
	}
	printf("ratio search-p99 %.2f <= 1.5\n", p99[1] / p99[0]);
	arena_free(a);
	return 0;
}
