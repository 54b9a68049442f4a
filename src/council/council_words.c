/* What councils' enumerated values are called, and the colours of their tags. */
#include "council/council_words.h"

#include <stddef.h>

#include "core/lang.h"

#define WORD(table, value) \
	((size_t)(value) < sizeof(table) / sizeof((table)[0]) ? (table)[value] : "–")

const char *
session_state_words(enum session_state state)
{
	static const char *const words[SESSION_STATE_COUNT] = {
		[SESSION_STATE_PREPARING] = T("Đang chuẩn bị"),
		[SESSION_STATE_OPEN] = T("Đang họp"),
		[SESSION_STATE_CLOSED] = T("Đã kết thúc"),
	};

	return WORD(words, state);
}

const char *
session_state_tag(enum session_state state)
{
	static const char *const tags[SESSION_STATE_COUNT] = {
		[SESSION_STATE_PREPARING] = "neutral",
		[SESSION_STATE_OPEN] = "progress",
		[SESSION_STATE_CLOSED] = "done",
	};

	return WORD(tags, state);
}

const char *
attendance_words(enum attendance attendance)
{
	static const char *const words[ATTENDANCE_COUNT] = {
		[ATTENDANCE_PRESENT] = T("Có mặt"),
		[ATTENDANCE_ABSENT] = T("Vắng mặt"),
		[ATTENDANCE_WRITTEN] = T("Vắng, có ý kiến bằng văn bản"),
	};

	return WORD(words, attendance);
}

const char *
vote_choice_words(enum vote_choice choice)
{
	static const char *const words[VOTE_CHOICE_COUNT] = {
		[VOTE_CHOICE_APPROVE] = T("Tán thành"),
		[VOTE_CHOICE_DISAPPROVE] = T("Không tán thành"),
		[VOTE_CHOICE_ABSTAIN] = T("Không có ý kiến"),
	};

	return WORD(words, choice);
}

const char *
member_role_words(enum member_role role)
{
	static const char *const words[MEMBER_ROLE_COUNT] = {
		[MEMBER_ROLE_CHAIR] = T("Chủ tịch"),
		[MEMBER_ROLE_DEPUTY] = T("Phó Chủ tịch"),
		[MEMBER_ROLE_SECRETARY] = T("Ủy viên, thư ký"),
		[MEMBER_ROLE_MEMBER] = T("Ủy viên"),
	};

	return WORD(words, role);
}

const char *
item_state_words(enum item_state state)
{
	static const char *const words[ITEM_STATE_COUNT] = {
		[ITEM_STATE_WAITING] = T("Chờ biểu quyết"),
		[ITEM_STATE_OPEN] = T("Đang biểu quyết"),
		[ITEM_STATE_PASSED] = T("Thông qua"),
		[ITEM_STATE_FAILED] = T("Không thông qua"),
	};

	return WORD(words, state);
}

const char *
item_state_tag(enum item_state state)
{
	static const char *const tags[ITEM_STATE_COUNT] = {
		[ITEM_STATE_WAITING] = "neutral",
		[ITEM_STATE_OPEN] = "progress",
		[ITEM_STATE_PASSED] = "done",
		[ITEM_STATE_FAILED] = "refused",
	};

	return WORD(tags, state);
}
