/* The gates as a program: gate closed|result FILE [--tool PATH] [--cpu S] [--memory MIB] [--wall S]. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ballot/file.h"
#include "ballot/gate.h"

int
main(int argc, char **argv)
{
	struct bel_gate_options options = { .scratch = getenv("TMPDIR") };
	struct bel_gate_report report;
	struct bel_buf bytes;
	struct bel_why why = { "" };
	enum bel_err err;
	int i;

	if (argc < 3)
		return 2;
	for (i = 3; i + 1 < argc; i += 2) {
		if (strcmp(argv[i], "--tool") == 0)
			options.tool = argv[i + 1];
		else if (strcmp(argv[i], "--cpu") == 0)
			options.cpu_seconds = strtol(argv[i + 1], NULL, 10);
		else if (strcmp(argv[i], "--memory") == 0)
			options.memory_mib = strtol(argv[i + 1], NULL, 10);
		else if (strcmp(argv[i], "--wall") == 0)
			options.wall_seconds = strtol(argv[i + 1], NULL, 10);
		else
			return 2;
	}
	if (bel_file_read(argv[2], &bytes, &why) != BEL_OK) {
		(void)printf("%s\n", why.text);
		return 2;
	}
	err = bel_gate_run(strcmp(argv[1], "result") == 0 ? BEL_GATE_RESULT : BEL_GATE_CLOSED,
	    (struct bel_span){ bytes.p, bytes.len }, &options, &report, &why);
	(void)printf("%s: %s\n", bel_err_text(err), why.text);
	if (err == BEL_OK)
		(void)printf("belcheck and belenios-tool %s agree after"
			     " %.1f s\n",
		    report.tool_version, report.seconds);
	bel_gate_report_free(&report);
	bel_buf_free(&bytes);
	return err == BEL_OK ? 0 : 1;
}
