/* A process that reads what a stranger made: nothing leaves it but its output, and it ends by itself. */
#ifndef EVIDENCE_CONFINE_H
#define EVIDENCE_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

struct confine_limits {
	unsigned	 cpu_s;		/* of processor time, then the kernel kills it */
	size_t		 memory;	/* bytes of address space */
};

/*
 * Called in a child between fork and exec, and kept by what it executes: bounded processor time, memory and open files,
 * no core, no privileges to gain, no network, no other process to start, signal or look into, no file to write, make,
 * move or remove.  The open descriptors stay as they are.  False when the kernel grants one of these not.
 */
bool	confine_self(const struct confine_limits *);

#endif
