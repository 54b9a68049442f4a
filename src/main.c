/* Kore's hooks: what the parent reads, what a worker opens, which system calls remain. */
#include <kore/kore.h>
#include <kore/hooks.h>
#include <kore/http.h>
#include <kore/seccomp.h>

#include "core/hash.h"
#include "core/str.h"
#include "db/db.h"
#include "registry/identity.h"
#include "sql/all.h"
#include "web/kore_adapter.h"

#ifndef VD_BUILD
#define VD_BUILD "unknown"
#endif

#define EXPORT __attribute__((visibility("default")))

EXPORT void kore_seccomp_hook(void);
EXPORT void kore_parent_configure(int, char **);
EXPORT void kore_worker_configure(void);
EXPORT void kore_worker_teardown(void);
EXPORT int app_request(struct http_request *);

/*
 * Beyond Kore 4.1's own list: what glibc of Debian 12 and libpq use for files, name service and sockets
 * (newfstatat .. statx), reading an uploaded body at an offset (pread64), sharing memory and threads'
 * bookkeeping of glibc's allocator (madvise, mremap).
 */
KORE_SECCOMP_FILTER("vinhdanh", KORE_SYSCALL_ALLOW(newfstatat), KORE_SYSCALL_ALLOW(getdents64),
    KORE_SYSCALL_ALLOW(faccessat2), KORE_SYSCALL_ALLOW(uname), KORE_SYSCALL_ALLOW(statx),
    KORE_SYSCALL_ALLOW(pread64), KORE_SYSCALL_ALLOW(madvise), KORE_SYSCALL_ALLOW(mremap))

static struct {
	struct app app;
	char *app_db, *public_db;
	bool access_log;
	struct brake brake;
} process;

/* From the environment, copied: required ones end the start with one clear line. */
static char *
setting(const char *name, const char *fallback)
{
	const char *value = getenv(name);

	if (str_empty(value))
		value = fallback;
	if (value == NULL) {
		fprintf(stderr, "vinhdanh: %s is not set\n", name);
		exit(1);
	}
	return strdup(value);
}

/* Any file with at least 32 random bytes in whatever spelling. */
static void
read_secret(const char *path)
{
	unsigned char text[4096];
	FILE *f = fopen(path, "rb");
	size_t n = f != NULL ? fread(text, 1, sizeof(text), f) : 0;
	struct sha256 hash;

	if (f != NULL)
		fclose(f);
	if (n < 32) {
		fprintf(stderr, "vinhdanh: %s: no secret of at least 32 bytes\n", path);
		exit(1);
	}
	hash = sha256_of(text, n);
	memcpy(process.app.secret, hash.b, sizeof(process.app.secret));
}

/* Without the file numbers are neither kept nor shown; a file that is none ends the start. */
static void
read_identity_keys(const char *path)
{
	const char *why;

	if (str_empty(path))
		return;
	process.app.identity = identity_keys_read(path, &why);
	if (process.app.identity == NULL) {
		fprintf(stderr, "vinhdanh: %s: %s\n", path, why);
		exit(1);
	}
}

/* Before fork, chroot and seccomp: the only place that sees the environment and secret files. */
void
kore_parent_configure(int argc, char **argv)
{
	char *path;

	(void)argc;
	(void)argv;
	/* Lines of workers and parent must not mix or wait in a buffer. */
	(void)fflush(stdout);
	(void)setvbuf(stdout, NULL, _IOLBF, 0);
	(void)http_server_version("vinhdanh");
	process.app_db = setting("VD_APP_DB", NULL);
	process.public_db = setting("VD_PUBLIC_DB", NULL);
	process.app.origin = setting("VD_ORIGIN", "http://127.0.0.1:8080");
	process.app.secure = str_eq(getenv("VD_SECURE"), "1");
	process.app.build = setting("VD_BUILD", VD_BUILD);
	process.app.clamd = str_empty(getenv("VD_CLAMD")) ? NULL : setting("VD_CLAMD", NULL);
	process.access_log = !str_eq(getenv("VD_ACCESS_LOG"), "0");
	path = setting("VD_SECRET_FILE", NULL);
	read_secret(path);
	free(path);
	read_identity_keys(getenv("VD_IDENTITY_KEY_FILE"));
	if (!app_routes_valid()) {
		fprintf(stderr, "vinhdanh: the route table is not valid\n");
		exit(1);
	}
	if (!cache_share()) {
		fprintf(stderr, "vinhdanh: no shared memory\n");
		exit(1);
	}
}

void
kore_worker_configure(void)
{
	process.app.db = db_new(process.app_db, SQL_STMT_COUNT);
	process.app.public_db = db_new(process.public_db, SQL_STMT_COUNT);
	/* Where Kore keeps large bodies is the one place inside the chroot that a worker may write to. */
	process.app.scratch = http_body_disk_path;
	process.app.brake = &process.brake;
	adapter_start(&process.app, process.access_log);
}

void
kore_worker_teardown(void)
{
	adapter_stop();
	db_free(process.app.db);
	db_free(process.app.public_db);
}

int
app_request(struct http_request *r)
{
	return adapter_handle(r);
}
