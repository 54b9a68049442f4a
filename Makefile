# Builds everything into build/; files are found by wildcard, adding one needs no edit here.
#
# Two passes: pass 1 builds the generators (build/sqlgen, tmplgen, msggen) and brings build/gen/ up
# to date, pass 2 compiles what then exists.  `make help` lists targets and variants.

.DEFAULT_GOAL := all
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

ifeq ($(origin CC),default)
CC := gcc
endif
HOSTCC ?= gcc
PKG_CONFIG ?= pkg-config
CLANG_FORMAT ?= clang-format
# V=1 shows whole commands.
ifeq ($(V),1)
run = $(2)
else
run = @echo '  $(1)  $@'; $(2)
endif
DESTDIR ?=
PREFIX ?= /usr

find = $(sort $(shell find $(1) -name '*.git*' -prune -o $(2) -print 2>/dev/null))

# -- flags ---------------------------------------------------------------------------------------

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-compare -Wstrict-prototypes \
	-Wmissing-prototypes -Wpointer-arith -Wcast-qual -Wformat=2 -Wundef -Wvla \
	-Wnull-dereference -Werror
GNU_SOURCE := -D_GNU_SOURCE
INCLUDE := -Isrc -Ibuild/gen -I/usr/include/postgresql
HARDEN := -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong
ifneq ($(filter x86_64 i686,$(shell uname -m)),)
HARDEN += -fstack-clash-protection -fcf-protection
endif
LINK_HARDEN := -Wl,-z,relro,-z,now,-z,noexecstack

# -- variants: build/, build/san/, build/clang/, build/clang-san/, build/fuzz/ -----------------------

CC_NAME := $(notdir $(firstword $(CC)))
VARIANT := $(if $(findstring clang,$(CC_NAME)),clang)
OPT := $(HARDEN)
ifeq ($(SAN),1)
VARIANT := $(if $(VARIANT),$(VARIANT)-san,san)
OPT := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
LINK_SAN := -fsanitize=address,undefined
# Sanitizer checks add paths the optimiser then believes in.
WARN += -Wno-null-dereference
endif
ifeq ($(FUZZ),1)
CC := clang
VARIANT := fuzz
OPT := -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=all
LINK_SAN := -fsanitize=fuzzer,address,undefined
endif
B := $(if $(VARIANT),build/$(VARIANT),build)

CFLAGS_ALL = -std=c11 $(GNU_SOURCE) $(INCLUDE) $(WARN) $(OPT) -fPIC -fvisibility=hidden $(CFLAGS)
LDFLAGS_ALL = $(LINK_HARDEN) $(LINK_SAN) -Wl,--as-needed $(LDFLAGS)
# What /healthz calls this build; VERSION=... for a package made outside git.
BUILD_NAME = $(or $(VERSION),$(shell git describe --always --tags --dirty 2>/dev/null),unknown)
# Kore's structures change with these; Debian's package says which it was built with.
KORE_CFLAGS := $(shell cat /usr/share/kore/features 2>/dev/null)

# The printable receipt; only the jobs process keeps these (--as-needed).
PDF_CFLAGS := $(shell $(PKG_CONFIG) --cflags pangocairo libqrencode 2>/dev/null | sed 's/-I/-isystem /g')
PDF_LIBS := $(shell $(PKG_CONFIG) --libs pangocairo libqrencode 2>/dev/null)
LIBS := -lm $(PDF_LIBS) -lxlsxwriter -lpq -ljansson -lsodium -lunistring -lcsv -lzip -lcurl -lbrotlienc -lz
TOOL_LIBS := -Wl,--as-needed -lpq -ljansson -lgettextpo -lsodium -lunistring

# -- sources -------------------------------------------------------------------------------------

LIB_SRC := $(filter-out src/main.c src/web/kore_adapter.c src/%/main.c \
	src/tools/% src/ctl/% src/ballot/%, $(call find,src,-name '*.c'))
CTL_SRC := $(wildcard src/ctl/*.c)
TOOLS := sqlgen tmplgen msggen
tool_src = $(wildcard src/tools/$(1).c src/tools/$(1)_*.c src/tools/$(1)/*.c)
HAVE_TOOLS := $(foreach t,$(TOOLS),$(if $(call tool_src,$(t)),$(t)))

# ================================================================================================
ifneq ($(PASS),2)
# Pass 1: generators and build/gen/
# ================================================================================================

PASS1_PHONY := all-tools gen clean format help flags
PASS1_GOALS := $(PASS1_PHONY) $(addprefix build/,$(TOOLS)) \
	build/gen/sql/stamp build/gen/tmpl/stamp build/gen/msg/messages.c build/gen/assets/stamp \
	build/belcheck build/libballot.a
PASS2_GOALS := $(filter-out $(PASS1_GOALS),$(or $(MAKECMDGOALS),all))

.PHONY: $(PASS1_PHONY) all tests fuzz install pass2
.PHONY: $(filter-out build/%,$(PASS2_GOALS))

ifneq ($(PASS2_GOALS),)
$(PASS2_GOALS): pass2
	@:
pass2: gen
	+@$(MAKE) --no-print-directory PASS=2 $(PASS2_GOALS)
endif

help:
	@echo 'make [-j2] [V=1] [SAN=1] [CC=clang] [target]'
	@echo '  all      build/vinhdanh.so, vinhdanh-jobs, vinhdanhctl (default)'
	@echo '  gen      only the generated sources in build/gen/'
	@echo '  tests    test programs: <variant>/tests/{unit,store,page}/*_test'
	@echo '  fuzz     fuzz targets, always clang: build/fuzz/*_fuzz'
	@echo '  install  into DESTDIR/PREFIX'
	@echo '  format   clang-format over the sources'
	@echo '  clean    remove build/'
	@echo 'Variants: SAN=1 (address and undefined sanitizers) in build/san/, CC=clang in build/clang/.'

# The ballot and its checker stand alone: whoever checks an archive needs no database and no generator.
.PHONY: build/belcheck build/libballot.a
build/belcheck build/libballot.a:
	+@$(MAKE) --no-print-directory -f src/ballot/ballot.mk $@

clean:
	rm -rf build

format:
	$(CLANG_FORMAT) -i $(call find,src tests,-name '*.c')

# For scripts/lint: how a source is compiled.
flags:
	@echo $(filter-out -Werror,-std=c11 $(GNU_SOURCE) $(INCLUDE) $(KORE_CFLAGS) $(PDF_CFLAGS) $(WARN)) -Itests

# Generators run on this machine whatever the variant, so they have one set of objects.
HOST_CFLAGS := -std=c11 $(GNU_SOURCE) -Isrc -I/usr/include/postgresql $(WARN) -O1 -g -fPIC
HOST_CORE := $(patsubst %.c,build/host/%.o,$(wildcard src/core/*.c))

build/host/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call run,CC,$(HOSTCC) $(HOST_CFLAGS) -MMD -MP -c -o $@ $<)

build/host/libcore.a: $(HOST_CORE)
	@rm -f $@
	@mkdir -p $(@D)
	@$(AR) rcsT $@ $^

define tool_rules
build/$(1): $(patsubst %.c,build/host/%.o,$(call tool_src,$(1))) build/host/libcore.a
	$$(call run,LD,$$(HOSTCC) -o $$@ $$^ $$(LINK_HARDEN) $$(TOOL_LIBS))
-include $(patsubst %.c,build/host/%.d,$(call tool_src,$(1)))
endef
$(foreach t,$(HAVE_TOOLS),$(eval $(call tool_rules,$(t))))
-include $(HOST_CORE:.o=.d)

all-tools: $(addprefix build/,$(HAVE_TOOLS))

# Directories are listed too: their time changes when a file is added or removed.
GEN :=
ifneq ($(and $(filter sqlgen,$(HAVE_TOOLS)),$(wildcard scripts/gen-sql),$(wildcard sql/migrations)),)
GEN += build/gen/sql/stamp
build/gen/sql/stamp: build/sqlgen scripts/gen-sql $(wildcard scripts/migrate sql/roles.sql) \
		src/core/id.h $(call find,sql/migrations sql/queries,)
	@mkdir -p $(@D)
	scripts/gen-sql
	@touch $@
endif

ifneq ($(and $(filter tmplgen,$(HAVE_TOOLS)),$(wildcard assets/templates)),)
GEN += build/gen/tmpl/stamp
build/gen/tmpl/stamp: build/tmplgen $(call find,assets/templates,)
	@mkdir -p $(@D)
	build/tmplgen assets/templates build/gen/tmpl
	@touch $@
endif

GEN += build/gen/msg/messages.c
ifneq ($(and $(filter msggen,$(HAVE_TOOLS)),$(wildcard assets/locale/en.po)),)
build/gen/msg/messages.c: build/msggen assets/locale/en.po
	@mkdir -p $(@D)
	build/msggen assets/locale/en.po >$@.new
	@mv $@.new $@
else
build/gen/msg/messages.c: Makefile
	@mkdir -p $(@D)
	@printf '%s\n' '/* No catalogue yet: Vietnamese only. */' '#include "core/lang.h"' '' \
	    'const struct message_pair message_table[] = { { "", "" } };' \
	    'const size_t message_count = 0;' >$@
endif

ifneq ($(wildcard scripts/build-assets.mjs),)
GEN += build/gen/assets/stamp
ifneq ($(wildcard package-lock.json),)
node_modules/.package-lock.json: package-lock.json
	npm ci --no-audit --no-fund
	@touch $@
NODE_MODULES := node_modules/.package-lock.json
endif
build/gen/assets/stamp: scripts/build-assets.mjs $(NODE_MODULES) $(wildcard package.json) \
		$(filter-out assets/templates% assets/locale%,$(call find,assets,))
	@mkdir -p $(@D)
	node scripts/build-assets.mjs
	@touch $@
endif

gen: $(GEN)

# ================================================================================================
else
# Pass 2: compile
# ================================================================================================

GEN_SRC := $(call find,build/gen,-name '*.c')
obj = $(patsubst %.c,$(B)/obj/%.o,$(1))
LIB_OBJ := $(call obj,$(LIB_SRC) $(GEN_SRC))
SUPPORT_OBJ := $(call obj,$(call find,tests/support,-name '*.c'))
MODULE_OBJ := $(call obj,$(wildcard src/main.c src/web/kore_adapter.c))
TEST_SRC := $(wildcard tests/unit/*_test.c tests/store/*_test.c tests/page/*_test.c)
TEST_PROGRAMS := $(patsubst %.c,$(B)/%,$(TEST_SRC))
FUZZ_PROGRAMS := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/*_fuzz.c))

PROGRAMS := $(if $(wildcard src/main.c),$(B)/vinhdanh.so) \
	$(if $(wildcard src/jobs/main.c),$(B)/vinhdanh-jobs) \
	$(if $(CTL_SRC),$(B)/vinhdanhctl)

# A feature may add programs: PROGRAMS += $(B)/name and TEST_PROGRAMS += $(B)/tests/unit/name,
# with $(B)/obj/%.o, $(CFLAGS_ALL), $(LDFLAGS_ALL) and $(B)/libvd.a at hand.
include $(wildcard src/*/*.mk)

.PHONY: all tests fuzz fuzz-programs install
all: $(B)/libvd.a $(PROGRAMS)
tests: $(TEST_PROGRAMS)
fuzz:
	+@$(MAKE) --no-print-directory PASS=2 FUZZ=1 SAN= fuzz-programs
fuzz-programs: $(FUZZ_PROGRAMS)

$(B)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call run,CC,$(CC) $(CFLAGS_ALL) $(EXTRA_CFLAGS) -MMD -MP -c -o $@ $<)

$(B)/obj/src/receipt/receipt_pdf.o: EXTRA_CFLAGS = $(PDF_CFLAGS)
$(MODULE_OBJ): EXTRA_CFLAGS = $(KORE_CFLAGS) -DVD_BUILD='"$(BUILD_NAME)"'
# Templates and assets are long literals; C11 only promises 4095 characters.
$(B)/obj/build/gen/%.o: EXTRA_CFLAGS = -Wno-overlength-strings
$(B)/obj/tests/%.o: EXTRA_CFLAGS = -Itests -Wno-unused-parameter
$(B)/obj/tests/support/paper.o: EXTRA_CFLAGS = -Itests -Wno-unused-parameter $(PDF_CFLAGS)

# Thin: members keep their paths, so equal file names in two folders do not collide.
$(B)/libvd.a: $(LIB_OBJ)
	@rm -f $@
	@mkdir -p $(@D)
	@$(if $(LIB_OBJ),$(AR) rcsT $@ $^,$(AR) rcs $@)

$(B)/libsupport.a: $(SUPPORT_OBJ)
	@rm -f $@
	@mkdir -p $(@D)
	@$(if $(SUPPORT_OBJ),$(AR) rcsT $@ $^,$(AR) rcs $@)

$(B)/vinhdanh.so: $(MODULE_OBJ) $(B)/libvd.a
	$(call run,LD,$(CC) -shared -o $@ $^ $(LDFLAGS_ALL) $(LIBS))

$(B)/vinhdanh-jobs: $(call obj,$(wildcard src/jobs/main.c)) $(B)/libvd.a
	$(call run,LD,$(CC) -o $@ $^ $(LDFLAGS_ALL) $(LIBS))

$(B)/vinhdanhctl: $(call obj,$(CTL_SRC)) $(B)/libvd.a
	$(call run,LD,$(CC) -o $@ $^ $(LDFLAGS_ALL) $(LIBS))

$(B)/tests/%: $(B)/obj/tests/%.o $(B)/libsupport.a $(B)/libvd.a
	@mkdir -p $(@D)
	$(call run,LD,$(CC) -o $@ $< $(B)/libsupport.a $(B)/libvd.a $(LDFLAGS_ALL) -lcmocka $(LIBS))

build/fuzz/%_fuzz: build/fuzz/obj/tests/fuzz/%_fuzz.o build/fuzz/libvd.a
	$(call run,LD,$(CC) -o $@ $^ $(LDFLAGS_ALL) $(LIBS))

install: all
	install -Dm644 $(B)/vinhdanh.so $(DESTDIR)$(PREFIX)/lib/vinhdanh/vinhdanh.so
	install -Dm755 $(B)/vinhdanh-jobs $(DESTDIR)$(PREFIX)/lib/vinhdanh/vinhdanh-jobs
	install -Dm755 $(B)/vinhdanhctl $(DESTDIR)$(PREFIX)/bin/vinhdanhctl

.SECONDARY:
-include $(patsubst %.o,%.d,$(LIB_OBJ) $(SUPPORT_OBJ) $(MODULE_OBJ) \
	$(call obj,$(CTL_SRC) $(wildcard src/jobs/main.c) $(TEST_SRC) $(wildcard tests/fuzz/*.c)))

endif
