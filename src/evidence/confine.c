/* Limits and a system call filter for a child that reads a stranger's file. */
#include "evidence/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#else
#error "name the architecture whose system calls the filter knows"
#endif

#define OPEN_FILES 16u
#define WRITES     (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)

/* Answered with EPERM; the older spellings exist on some machines only. */
static const int denied[] = {
	/* the network */
	SYS_socket,
	SYS_socketpair,
	SYS_connect,
	SYS_bind,
	SYS_listen,
	SYS_accept,
	SYS_accept4,
	SYS_sendto,
	SYS_sendmsg,
	SYS_sendmmsg,
	/* other processes */
	SYS_clone,
	SYS_kill,
	SYS_tkill,
	SYS_tgkill,
	SYS_ptrace,
	SYS_process_vm_readv,
	SYS_process_vm_writev,
	SYS_pidfd_open,
	SYS_pidfd_send_signal,
	SYS_pidfd_getfd,
	SYS_setpgid,
	SYS_setsid,
	SYS_prlimit64,
	SYS_unshare,
	SYS_setns,
	/* files */
	SYS_unlinkat,
	SYS_mkdirat,
	SYS_mknodat,
	SYS_symlinkat,
	SYS_linkat,
	SYS_renameat2,
	SYS_fchmod,
	SYS_fchmodat,
	SYS_fchown,
	SYS_fchownat,
	SYS_truncate,
	SYS_ftruncate,
	SYS_setxattr,
	SYS_lsetxattr,
	SYS_fsetxattr,
	SYS_mount,
	SYS_umount2,
	SYS_pivot_root,
	SYS_chroot,
	/* ways around a filter, or into the kernel */
	SYS_io_uring_setup,
	SYS_bpf,
	SYS_perf_event_open,
	SYS_userfaultfd,
	SYS_keyctl,
	SYS_add_key,
	SYS_request_key,
#ifdef SYS_fork
	SYS_fork,
	SYS_vfork,
#endif
#ifdef SYS_unlink
	SYS_unlink,
	SYS_mkdir,
	SYS_rmdir,
	SYS_mknod,
	SYS_symlink,
	SYS_link,
	SYS_rename,
	SYS_renameat,
	SYS_chmod,
	SYS_chown,
	SYS_lchown,
	SYS_creat,
#endif
};

/* Newer forms whose arguments a filter cannot see: the library then takes the older one. */
static const int unknown[] = { SYS_clone3, SYS_openat2 };

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define OPENS    2u

/* The program of the filter, put together from the tables above. */
struct program {
	struct sock_filter v[COUNT(denied) * 2 + COUNT(unknown) * 2 + OPENS * 5 + 16];
	unsigned short n;
};

static void
step(struct program *p, unsigned code, uint32_t k, unsigned jt, unsigned jf)
{
	p->v[p->n++] = (struct sock_filter){
		.code = (uint16_t)code, .jt = (uint8_t)jt, .jf = (uint8_t)jf, .k = k
	};
}

static void
answer(struct program *p, int call, int error)
{
	step(p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 1);
	step(p, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (uint32_t)error, 0, 0);
}

/* The flags of opening are argument number arg; for reading only. */
static void
only_reading(struct program *p, int call, unsigned arg)
{
	step(p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 4);
	step(p, BPF_LD | BPF_W | BPF_ABS,
	    (uint32_t)(offsetof(struct seccomp_data, args) + arg * sizeof(uint64_t)), 0, 0);
	step(p, BPF_JMP | BPF_JSET | BPF_K, WRITES, 0, 1);
	step(p, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
	step(p, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
}

static bool
filter(void)
{
	struct program p = { .n = 0 };
	struct sock_fprog prog = { .filter = p.v };

	step(&p, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch), 0, 0);
	step(&p, BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0);
	step(&p, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS, 0, 0);
	step(&p, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr), 0, 0);
#if defined(__x86_64__)
	/* The x32 way to make the same calls under other numbers. */
	step(&p, BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
	step(&p, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS, 0, 0);
#endif
	for (size_t i = 0; i < COUNT(denied); i++)
		answer(&p, denied[i], EPERM);
	for (size_t i = 0; i < COUNT(unknown); i++)
		answer(&p, unknown[i], ENOSYS);
	only_reading(&p, SYS_openat, 2);
#ifdef SYS_open
	only_reading(&p, SYS_open, 1);
#endif
	step(&p, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
	prog.len = p.n;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog) == 0;
}

static bool
limit(__rlimit_resource_t what, rlim_t n)
{
	return setrlimit(what, &(struct rlimit){ n, n }) == 0;
}

bool
confine_self(const struct confine_limits *l)
{
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && limit(RLIMIT_CPU, l->cpu_s) &&
	    limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) &&
	    limit(RLIMIT_NOFILE, OPEN_FILES) && limit(RLIMIT_AS, l->memory) && filter();
}
