/* belcheck: independent checker of a .bel archive, for anybody. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "file.h"
#include "rule.h"

enum { EXIT_HONEST = 0, EXIT_DEFECT = 1, EXIT_NOT_FINISHED = 2 };

static const char usage_text[] =
    "usage: belcheck FILE.bel [--members N] [--percent P] [--turnout FILE]\n"
    "\n"
    "Verifies everything in the archive of a secret ballot: events, proofs,\n"
    "signatures, product, decryptions, result, policy.\n"
    "  --members N     members of the council, when the archive has no policy\n"
    "  --percent P     share of them that must agree, likewise\n"
    "  --turnout FILE  one tracker or public credential per line: exactly\n"
    "                  these ballots must be in the archive\n"
    "exit: 0 complete and honest, 2 honest but unfinished, 1 anything else\n";

static int
defect(const char *what)
{
	(void)printf("DEFECT: %s\n", what);
	return EXIT_DEFECT;
}

/* A decimal option value in [1, max], or 0. */
static long
read_number(const char *s, long max)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(s, &end, 10);
	if (errno != 0 || end == s || *end != '\0' || n < 1 || n > max)
		return 0;
	return n;
}

/* Text from a stranger on a terminal: control characters become '?'. */
static void
print_clean(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	for (; *p != '\0'; p++) {
		/* C1 controls are C2 80..9F in UTF-8. */
		if (*p < 0x20 || *p == 0x7f || (p[0] == 0xc2 && p[1] < 0xa0))
			(void)putchar('?');
		else
			(void)putchar(*p);
		if (p[0] == 0xc2 && p[1] != '\0' && p[1] < 0xa0)
			p++;
	}
}

static void
print_trustees(const struct bel_trustees *t)
{
	size_t i;

	(void)printf("trustees:     ");
	for (i = 0; i < t->n_items; i++) {
		if (i > 0)
			(void)printf(" + ");
		if (t->items[i].pedersen)
			(void)printf("%ld of %zu", t->items[i].needed, t->items[i].n);
		else
			(void)printf("1 always needed");
	}
	(void)printf("\n");
}

static void
print_counts(const struct bel_report *r)
{
	const struct bel_question *q;
	size_t i, j, at = 0;

	for (i = 0; i < r->election->n_questions; i++) {
		q = &r->election->questions[i];
		(void)printf("%4zu  ", i + 1);
		for (j = 0; j < q->answers; j++)
			(void)printf("%s%ld", j == 0 ? "" : " / ", r->counts[at + j]);
		if (r->judged)
			(void)printf("  %s",
			    bel_rule_passes(r->counts[at], r->percent, r->members) ? "PASSES"
										   : "fails");
		(void)printf("  ");
		print_clean(q->text);
		(void)printf("\n");
		at += q->answers;
	}
}

static void
print_report(const struct bel_report *r)
{
	(void)printf("election:     ");
	print_clean(r->election->name);
	(void)printf("\nuuid:         %s\nfingerprint:  %s\n", r->election->uuid,
	    r->election->fingerprint);
	print_trustees(r->trustees);
	(void)printf("credentials:  %ld\nballots:      %ld\ndecryptions:  %zu\n"
		     "head:         %s\n",
	    r->credentials, r->ballots, r->partials, r->head);
	if (r->judged)
		(void)printf("rule:         %ld%% of %ld members: at least %ld yes\n",
		    r->percent, r->members, bel_rule_needed(r->percent, r->members));
	if (r->counts != NULL)
		print_counts(r);
}

static int
check_file(const char *path, const char *turnout_path, struct bel_check_options *options)
{
	struct bel_buf bytes = { NULL, 0, 0 }, turnout = bytes;
	struct bel_report report;
	struct bel_why why = { "" };
	enum bel_err err;
	int status = EXIT_DEFECT;

	if (bel_file_read(path, &bytes, &why) != BEL_OK ||
	    (turnout_path != NULL && bel_file_read(turnout_path, &turnout, &why) != BEL_OK)) {
		(void)defect(why.text);
		goto out;
	}
	if (turnout_path != NULL)
		options->turnout = (struct bel_span){ turnout.p, turnout.len };
	err = bel_check((struct bel_span){ bytes.p, bytes.len }, options, &report, &why);
	if (err != BEL_OK && err != BEL_UNFINISHED) {
		(void)defect(why.text);
		goto out;
	}
	print_report(&report);
	if (err == BEL_OK) {
		(void)printf("HONEST AND COMPLETE\n");
		status = EXIT_HONEST;
	} else {
		(void)printf(
		    "NOT FINISHED (%s), no defect so far\n", bel_stage_text(report.last));
		status = EXIT_NOT_FINISHED;
	}
	bel_report_free(&report);
out:
	bel_buf_free(&bytes);
	bel_buf_free(&turnout);
	return status;
}

int
main(int argc, char **argv)
{
	struct bel_check_options options = { 0 };
	const char *path = NULL, *turnout = NULL;
	int i;

	for (i = 1; i < argc; i++) {
		bool has_value = i + 1 < argc;

		if (strcmp(argv[i], "--help") == 0) {
			(void)fputs(usage_text, stdout);
			return EXIT_HONEST;
		}
		if (strcmp(argv[i], "--members") == 0 && has_value) {
			options.members = read_number(argv[++i], BEL_MEMBERS_MAX);
			if (options.members == 0)
				return defect("--members is not a number of members");
		} else if (strcmp(argv[i], "--percent") == 0 && has_value) {
			options.percent = read_number(argv[++i], 100);
			if (options.percent == 0)
				return defect("--percent is not 1 to 100");
		} else if (strcmp(argv[i], "--turnout") == 0 && has_value) {
			turnout = argv[++i];
		} else if (argv[i][0] != '-' && path == NULL) {
			path = argv[i];
		} else {
			(void)fputs(usage_text, stderr);
			return defect("unknown or incomplete option");
		}
	}
	if (path == NULL) {
		(void)fputs(usage_text, stderr);
		return defect("no archive given");
	}
	return check_file(path, turnout, &options);
}
