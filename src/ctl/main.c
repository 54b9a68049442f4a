/* vinhdanhctl: finds the command in the table below and runs it with the owner's connection. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "ctl/ctl.h"
#include "sql/all.h"

#ifndef VD_VERSION
#define VD_VERSION "0.1"
#endif

#define STATEMENT_MS 120000 /* an import may take its time */

static const struct command {
	const char *words[2]; /* second NULL: a command of one word */
	const char *arguments, *purpose;
	ctl_command *run;
} commands[] = {
	{ { "account", "create" },
	    "USERNAME --name NAME [--email ADDRESS] [--generate|--password-stdin] [--keep]",
	    "make an account; the first password has to be changed unless --keep",
	    ctl_account_create },
	{ { "account", "lock" }, "USERNAME", "no sign-in any more, all sessions ended",
	    ctl_account_lock },
	{ { "account", "unlock" }, "USERNAME", "sign-in possible again", ctl_account_unlock },
	{ { "account", "password" }, "USERNAME [--generate|--password-stdin] [--keep]",
	    "set a new password, all sessions ended", ctl_account_password },
	{ { "role", "grant" }, "USERNAME ROLE UNIT_CODE",
	    "give a role on a unit and all below it", ctl_role_grant },
	{ { "role", "revoke" }, "USERNAME ROLE UNIT_CODE", "take it back", ctl_role_revoke },
	{ { "units", "import" }, "FILE.csv [--successions FILE.csv]", "add and change units",
	    ctl_units_import },
	{ { "awards", "import" }, "FILE.csv [--aliases FILE.csv]", "add and change award types",
	    ctl_awards_import },
	{ { "honours", "import" }, "FILE.csv",
	    "add honours of before this system, with ratings and initiatives",
	    ctl_honours_import },
	{ { "seed", NULL }, "[DIR]",
	    "reference data from sql/seed: units, awards, rules, rates", ctl_seed },
	{ { "nominees", "match" }, "",
	    "give every nomination and honour without one its entry in the register",
	    ctl_nominees_match },
	{ { "identity", "key" }, "FILE",
	    "make the key file of identity numbers, where none was stored yet",
	    ctl_identity_key },
	{ { "identity", "rekey" }, "",
	    "move all identity numbers to the newest key of VD_IDENTITY_KEY_FILE",
	    ctl_identity_rekey },
	{ { "migrate", NULL }, "[ARGUMENTS]", "run scripts/migrate", ctl_migrate },
	{ { "demo", NULL }, "[--accounts FILE]",
	    "the living example in an empty database: sample people at every stage; once",
	    ctl_demo },
	{ { "check", NULL }, "", "is everything as it must be: connections, rights, data",
	    ctl_check },
};
#define NCOMMANDS (sizeof(commands) / sizeof(commands[0]))

static void
usage(FILE *out)
{
	size_t i;

	fputs("usage: vinhdanhctl COMMAND [ARGUMENTS]\n\n", out);
	for (i = 0; i < NCOMMANDS; i++)
		fprintf(out, "  %s%s%s %s\n      %s\n", commands[i].words[0],
		    commands[i].words[1] == NULL ? "" : " ",
		    commands[i].words[1] == NULL ? "" : commands[i].words[1],
		    commands[i].arguments, commands[i].purpose);
	fputs(
	    "\nEnvironment: VD_OWNER_DB, the owner's connection; scripts/run writes it to var/env:\n"
	    "    set -a; . var/env; set +a; build/vinhdanhctl check\n",
	    out);
}

static const struct command *
command_find(int argc, char **argv, int *nwords)
{
	size_t i;

	for (i = 0; i < NCOMMANDS; i++) {
		if (argc < 2 || !str_eq(commands[i].words[0], argv[1]))
			continue;
		*nwords = commands[i].words[1] == NULL ? 1 : 2;
		if (*nwords == 1 || (argc > 2 && str_eq(commands[i].words[1], argv[2])))
			return &commands[i];
	}
	return NULL;
}

/* "migrate" needs no connection of ours: it makes the owner. */
static bool
needs_database(const struct command *command)
{
	return command->run != ctl_migrate;
}

int
main(int argc, char **argv)
{
	const struct command *command;
	struct ctl c = { 0 };
	const char *conninfo = getenv("VD_OWNER_DB");
	int nwords = 0, status;

	if (argc >= 2 &&
	    (str_eq(argv[1], "--help") || str_eq(argv[1], "-h") || str_eq(argv[1], "help"))) {
		usage(stdout);
		return CTL_OK;
	}
	if (argc == 2 && str_eq(argv[1], "--version")) {
		printf("vinhdanhctl %s\n", VD_VERSION);
		return CTL_OK;
	}
	if ((command = command_find(argc, argv, &nwords)) == NULL) {
		usage(stderr);
		return CTL_USAGE;
	}
	if (needs_database(command) && str_empty(conninfo)) {
		ctl_fail("VD_OWNER_DB is not set; in the project: set -a; . var/env; set +a");
		return CTL_USAGE;
	}
	if (sodium_init() < 0)
		return ctl_fail("libsodium does not start");
	c.arena = arena_new();
	c.db = db_new(conninfo == NULL ? "" : conninfo, SQL_STMT_COUNT);
	db_set_statement_timeout(c.db, STATEMENT_MS);
	c.args = argv + 1 + nwords;
	c.nargs = argc - 1 - nwords;
	if ((status = command->run(&c)) == CTL_USAGE)
		fprintf(stderr, "usage: vinhdanhctl %s%s%s %s\n", command->words[0],
		    nwords == 1 ? "" : " ", nwords == 1 ? "" : command->words[1],
		    command->arguments);
	db_free(c.db);
	arena_free(c.arena);
	return status;
}
