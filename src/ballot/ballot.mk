# The secret ballot: library, checker, its test programs.  Needs no database.
# Included by the Makefile; also works alone:
#	make -f src/ballot/ballot.mk build/belcheck
BUILD ?= build
CC ?= cc

BALLOT_SRC := archive ballot check election err file gate group_modp hash \
	json proof rule tally trustees
BALLOT_HDR := $(wildcard src/ballot/*.h)
BALLOT_PKG := libcrypto jansson
BALLOT_CPPFLAGS := -D_GNU_SOURCE -Isrc $(shell pkg-config --cflags $(BALLOT_PKG))
BALLOT_CFLAGS := -std=c11 -O2 -g -pthread -fPIC -fvisibility=hidden \
	-fstack-protector-strong -D_FORTIFY_SOURCE=2 \
	-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-compare \
	-Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wcast-qual \
	-Wformat=2 -Wundef -Wvla -Werror
BALLOT_LDFLAGS := -pthread -Wl,-z,relro,-z,now
BALLOT_LIBS := $(shell pkg-config --libs $(BALLOT_PKG))

# Second set of objects, and all test programs: with sanitizers.
BALLOT_SAN := -std=c11 -O1 -g -pthread -fno-omit-frame-pointer \
	-fsanitize=address,undefined -fno-sanitize-recover=all \
	-Wall -Wextra -Wno-unused-parameter
# Third set, for libFuzzer, which only clang has.
BALLOT_FUZZ_CC ?= clang
BALLOT_FUZZ := $(BALLOT_SAN) -fsanitize=fuzzer-no-link

BALLOT_OBJ := $(BALLOT_SRC:%=$(BUILD)/ballot/%.o)
BALLOT_SAN_OBJ := $(BALLOT_SRC:%=$(BUILD)/ballot-san/%.o)
BALLOT_FUZZ_OBJ := $(BALLOT_SRC:%=$(BUILD)/ballot-fuzz/%.o)

.PHONY: ballot ballot-tests ballot-fuzz
ballot: $(BUILD)/libballot.a $(BUILD)/belcheck
# What `make` builds beside the application.
PROGRAMS += $(BUILD)/belcheck

$(BUILD)/ballot/%.o: src/ballot/%.c $(BALLOT_HDR)
	@mkdir -p $(@D)
	$(CC) $(BALLOT_CPPFLAGS) $(BALLOT_CFLAGS) -c -o $@ $<

$(BUILD)/ballot-san/%.o: src/ballot/%.c $(BALLOT_HDR)
	@mkdir -p $(@D)
	$(CC) $(BALLOT_CPPFLAGS) $(BALLOT_SAN) -c -o $@ $<

$(BUILD)/ballot-fuzz/%.o: src/ballot/%.c $(BALLOT_HDR)
	@mkdir -p $(@D)
	$(BALLOT_FUZZ_CC) $(BALLOT_CPPFLAGS) $(BALLOT_FUZZ) -c -o $@ $<

$(BUILD)/libballot.a: $(BALLOT_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/belcheck: $(BUILD)/ballot/belcheck.o $(BUILD)/libballot.a
	$(CC) $(BALLOT_LDFLAGS) -o $@ $^ $(BALLOT_LIBS)

# -- tests --
BALLOT_TESTS := $(BUILD)/tests/ballot_unit $(BUILD)/tests/ballot_mutation \
	$(BUILD)/tests/ballot_clerk $(BUILD)/tests/ballot_gate \
	$(BUILD)/tests/ballot_belcheck_san
ballot-tests: $(BUILD)/belcheck $(BALLOT_TESTS)

$(BUILD)/tests/ballot_unit $(BUILD)/tests/ballot_mutation: \
$(BUILD)/tests/ballot_%: tests/ballot/%.c $(BALLOT_SAN_OBJ)
	@mkdir -p $(@D)
	$(CC) $(BALLOT_CPPFLAGS) $(BALLOT_SAN) -o $@ $^ $(BALLOT_LIBS) -lcmocka

# The clerk and the gate are the release objects: they are also measured.
$(BUILD)/tests/ballot_clerk $(BUILD)/tests/ballot_gate: \
$(BUILD)/tests/ballot_%: tests/ballot/%.c $(BUILD)/libballot.a
	@mkdir -p $(@D)
	$(CC) $(BALLOT_CPPFLAGS) $(BALLOT_CFLAGS) $(BALLOT_LDFLAGS) -o $@ $^ \
		$(BALLOT_LIBS)

$(BUILD)/tests/ballot_belcheck_san: $(BUILD)/ballot-san/belcheck.o \
		$(BALLOT_SAN_OBJ)
	@mkdir -p $(@D)
	$(CC) $(BALLOT_SAN) -o $@ $^ $(BALLOT_LIBS)

BALLOT_FUZZERS := archive ballot trustees
ballot-fuzz: $(BALLOT_FUZZERS:%=$(BUILD)/tests/fuzz_ballot_%)
$(BUILD)/tests/fuzz_ballot_%: tests/fuzz/ballot_%.c $(BALLOT_FUZZ_OBJ)
	@mkdir -p $(@D)
	$(BALLOT_FUZZ_CC) $(BALLOT_CPPFLAGS) $(BALLOT_SAN) \
		-fsanitize=fuzzer -o $@ $^ $(BALLOT_LIBS)
