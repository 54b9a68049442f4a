/* What enumerated values are called on every page: one Vietnamese name each, in one place. */
#include "app/words.h"

#include <stddef.h>

#include "core/lang.h"
#include "core/str.h"

static const char *word_of(const char *const *, size_t, size_t);

#define WORD(table, value) word_of((table), sizeof(table) / sizeof((table)[0]), (size_t)(value))

const char *
nomination_state_words(enum nomination_state state)
{
	static const char *const words[NOMINATION_STATE_COUNT] = {
		[NOMINATION_STATE_DRAFT] = T("Bản nháp"),
		[NOMINATION_STATE_SUBMITTED] = T("Đã nộp"),
		[NOMINATION_STATE_APPRAISING] = T("Đang thẩm định"),
		[NOMINATION_STATE_RETURNED] = T("Trả lại bổ sung"),
		[NOMINATION_STATE_ELIGIBLE] = T("Đủ điều kiện"),
		[NOMINATION_STATE_INELIGIBLE] = T("Không đủ điều kiện"),
		[NOMINATION_STATE_ON_HOLD] = T("Tạm dừng"),
		[NOMINATION_STATE_COUNCIL] = T("Trình hội đồng"),
		[NOMINATION_STATE_APPROVED] = T("Hội đồng thông qua"),
		[NOMINATION_STATE_REJECTED] = T("Không thông qua"),
		[NOMINATION_STATE_DECIDED] = T("Đã có quyết định"),
		[NOMINATION_STATE_PUBLISHED] = T("Đã công bố"),
		[NOMINATION_STATE_CORRECTED] = T("Đã đính chính"),
		[NOMINATION_STATE_REVOKED] = T("Đã hủy bỏ"),
	};

	return WORD(words, state);
}

const char *
dossier_state_words(enum dossier_state state)
{
	static const char *const words[DOSSIER_STATE_COUNT] = {
		[DOSSIER_STATE_DRAFT] = T("Bản nháp"),
		[DOSSIER_STATE_SUBMITTED] = T("Đã nộp"),
		[DOSSIER_STATE_APPRAISING] = T("Đang thẩm định"),
		[DOSSIER_STATE_RETURNED] = T("Trả lại bổ sung"),
		[DOSSIER_STATE_COMPLETED] = T("Đã thẩm định xong"),
	};

	return WORD(words, state);
}

const char *import_class_words(enum import_class class)
{
	static const char *const words[IMPORT_CLASS_COUNT] = {
		[IMPORT_CLASS_NEW] = T("Mới"),
		[IMPORT_CLASS_CHANGED] = T("Thay đổi"),
		[IMPORT_CLASS_SAME] = T("Đã có"),
		[IMPORT_CLASS_DUPLICATE] = T("Trùng"),
		[IMPORT_CLASS_PROBLEM] = T("Cần sửa"),
		[IMPORT_CLASS_REMOVED] = T("Không còn trong tệp"),
		[IMPORT_CLASS_IGNORED] = T("Không phải trường hợp"),
	};

	return WORD(words, class);
}

const char *
import_state_words(enum import_state state)
{
	static const char *const words[IMPORT_STATE_COUNT] = {
		[IMPORT_STATE_LOADING] = T("Đang gửi lên"),
		[IMPORT_STATE_PREVIEW] = T("Chờ xác nhận"),
		[IMPORT_STATE_CONFIRMED] = T("Đã nhập"),
		[IMPORT_STATE_UNDONE] = T("Đã hoàn tác"),
		[IMPORT_STATE_DROPPED] = T("Đã bỏ"),
	};

	return WORD(words, state);
}

const char *
nominee_kind_words(enum nominee_kind kind)
{
	static const char *const words[NOMINEE_KIND_COUNT] = {
		[NOMINEE_KIND_PERSON] = T("Cá nhân"),
		[NOMINEE_KIND_COLLECTIVE] = T("Tập thể"),
		[NOMINEE_KIND_HOUSEHOLD] = T("Hộ gia đình"),
	};

	return WORD(words, kind);
}

const char *
gender_words(enum gender gender)
{
	static const char *const words[GENDER_COUNT] = {
		[GENDER_MALE] = T("Nam"),
		[GENDER_FEMALE] = T("Nữ"),
	};

	return WORD(words, gender);
}

const char *
achievement_field_words(enum achievement_field field)
{
	static const char *const words[ACHIEVEMENT_FIELD_COUNT] = {
		[ACHIEVEMENT_FIELD_STUDY] = T("Học tập, giáo dục"),
		[ACHIEVEMENT_FIELD_PRODUCTION] = T("Lao động sản xuất"),
		[ACHIEVEMENT_FIELD_ECONOMY] = T("Phát triển kinh tế - xã hội"),
		[ACHIEVEMENT_FIELD_SECURITY] = T("Quốc phòng, an ninh trật tự"),
		[ACHIEVEMENT_FIELD_WELFARE] = T("Chăm lo đời sống Nhân dân"),
		[ACHIEVEMENT_FIELD_HEALTH] = T("Y tế, phòng chống dịch bệnh"),
		[ACHIEVEMENT_FIELD_SOCIAL_POLICY] = T("Chính sách an sinh xã hội"),
		[ACHIEVEMENT_FIELD_CULTURE] = T("Văn hóa, thể thao"),
		[ACHIEVEMENT_FIELD_ADMINISTRATION] = T("Cải cách hành chính"),
		[ACHIEVEMENT_FIELD_OTHER] = T("Lĩnh vực khác"),
	};

	return WORD(words, field);
}

const char *
commendation_kind_words(enum commendation_kind kind)
{
	static const char *const words[COMMENDATION_KIND_COUNT] = {
		[COMMENDATION_KIND_CONG_TRANG] = T("Khen thưởng công trạng"),
		[COMMENDATION_KIND_DOT_XUAT] = T("Khen thưởng đột xuất"),
		[COMMENDATION_KIND_PHONG_TRAO] = T("Khen thưởng phong trào thi đua"),
		[COMMENDATION_KIND_CONG_HIEN] = T("Khen thưởng quá trình cống hiến"),
		[COMMENDATION_KIND_NIEN_HAN] = T("Khen thưởng theo niên hạn"),
		[COMMENDATION_KIND_DOI_NGOAI] = T("Khen thưởng đối ngoại"),
	};

	return WORD(words, kind);
}

const char *
award_category_words(enum award_category category)
{
	static const char *const words[AWARD_CATEGORY_COUNT] = {
		[AWARD_CATEGORY_DANH_HIEU] = T("Danh hiệu thi đua"),
		[AWARD_CATEGORY_KHEN_THUONG] = T("Hình thức khen thưởng"),
	};

	return WORD(words, category);
}

const char *
award_recipient_words(enum award_recipient recipient)
{
	static const char *const words[AWARD_RECIPIENT_COUNT] = {
		[AWARD_RECIPIENT_INDIVIDUAL] = T("Cá nhân"),
		[AWARD_RECIPIENT_COLLECTIVE] = T("Tập thể"),
		[AWARD_RECIPIENT_HOUSEHOLD] = T("Hộ gia đình"),
		[AWARD_RECIPIENT_ANY] = T("Mọi đối tượng"),
	};

	return WORD(words, recipient);
}

const char *
authority_level_words(enum authority_level level)
{
	static const char *const words[AUTHORITY_LEVEL_COUNT] = {
		[AUTHORITY_LEVEL_STATE] = T("Chủ tịch nước"),
		[AUTHORITY_LEVEL_PRIME_MINISTER] = T("Thủ tướng Chính phủ"),
		[AUTHORITY_LEVEL_GOVERNMENT] = T("Chính phủ"),
		[AUTHORITY_LEVEL_MINISTRY_PROVINCE] = T("Bộ, tỉnh"),
		[AUTHORITY_LEVEL_AGENCY] = T("Cơ quan, đơn vị"),
		[AUTHORITY_LEVEL_COMMUNE] = T("Cấp xã"),
	};

	return WORD(words, level);
}

const char *
council_level_words(enum council_level level)
{
	static const char *const words[COUNCIL_LEVEL_COUNT] = {
		[COUNCIL_LEVEL_PROVINCE] = T("Cấp tỉnh"),
		[COUNCIL_LEVEL_COMMUNE] = T("Cấp xã"),
		[COUNCIL_LEVEL_AGENCY] = T("Cơ quan, đơn vị"),
	};

	return WORD(words, level);
}

const char *
unit_kind_words(enum unit_kind kind)
{
	static const char *const words[UNIT_KIND_COUNT] = {
		[UNIT_KIND_PROVINCE] = T("Tỉnh"),
		[UNIT_KIND_CITY] = T("Thành phố"),
		[UNIT_KIND_TOWN] = T("Thị xã"),
		[UNIT_KIND_DISTRICT] = T("Huyện"),
		[UNIT_KIND_WARD] = T("Phường"),
		[UNIT_KIND_COMMUNE] = T("Xã"),
		[UNIT_KIND_TOWNSHIP] = T("Thị trấn"),
		[UNIT_KIND_SPECIAL_ZONE] = T("Đặc khu"),
		[UNIT_KIND_PROVINCIAL_COMMITTEE] = T("Ủy ban nhân dân tỉnh"),
		[UNIT_KIND_DEPARTMENT] = T("Sở, ban, ngành"),
		[UNIT_KIND_ARMED_FORCE] = T("Lực lượng vũ trang"),
		[UNIT_KIND_ASSOCIATION] = T("Mặt trận, đoàn thể"),
		[UNIT_KIND_PRESS] = T("Cơ quan báo chí"),
		[UNIT_KIND_SCHOOL] = T("Trường học"),
		[UNIT_KIND_OTHER] = T("Đơn vị khác"),
	};

	return WORD(words, kind);
}

const char *
role_words(enum role role)
{
	static const char *const words[ROLE_COUNT] = {
		[ROLE_DRAFTER] = T("Người soạn hồ sơ"),
		[ROLE_UNIT_HEAD] = T("Thủ trưởng đơn vị"),
		[ROLE_APPRAISER] = T("Người thẩm định"),
		[ROLE_COUNCIL_SECRETARY] = T("Thư ký hội đồng"),
		[ROLE_COUNCIL_MEMBER] = T("Thành viên hội đồng"),
		[ROLE_COUNCIL_CHAIR] = T("Chủ tịch hội đồng"),
		[ROLE_SIGNATORY] = T("Người ký quyết định"),
		[ROLE_PUBLISHER] = T("Người công bố"),
		[ROLE_PRESS] = T("Báo chí"),
		[ROLE_ADMINISTRATOR] = T("Quản trị viên"),
		[ROLE_AUDITOR] = T("Người kiểm tra"),
	};

	return WORD(words, role);
}

const char *
day_kind_words(enum day_kind kind)
{
	static const char *const words[DAY_KIND_COUNT] = {
		[DAY_KIND_HOLIDAY] = T("Ngày nghỉ"),
		[DAY_KIND_WORKING] = T("Ngày làm bù"),
	};

	return WORD(words, kind);
}

const char *
term_kind_words(enum term_kind kind)
{
	static const char *const words[TERM_KIND_COUNT] = {
		[TERM_KIND_APPRAISAL] = T("Thẩm định hồ sơ"),
		[TERM_KIND_AGENCY_CONSULTATION] = T("Hiệp y của các cơ quan"),
		[TERM_KIND_PUBLIC_CONSULTATION] = T("Lấy ý kiến Nhân dân"),
	};

	return WORD(words, kind);
}

const char *
nomination_state_tag(enum nomination_state state)
{
	static const char *const tags[NOMINATION_STATE_COUNT] = {
		[NOMINATION_STATE_DRAFT] = "neutral",
		[NOMINATION_STATE_SUBMITTED] = "progress",
		[NOMINATION_STATE_APPRAISING] = "progress",
		[NOMINATION_STATE_RETURNED] = "attention",
		[NOMINATION_STATE_ELIGIBLE] = "done",
		[NOMINATION_STATE_INELIGIBLE] = "refused",
		[NOMINATION_STATE_ON_HOLD] = "attention",
		[NOMINATION_STATE_COUNCIL] = "progress",
		[NOMINATION_STATE_APPROVED] = "done",
		[NOMINATION_STATE_REJECTED] = "refused",
		[NOMINATION_STATE_DECIDED] = "done",
		[NOMINATION_STATE_PUBLISHED] = "published",
		[NOMINATION_STATE_CORRECTED] = "published",
		[NOMINATION_STATE_REVOKED] = "refused",
	};

	return WORD(tags, state);
}

const char *
dossier_state_tag(enum dossier_state state)
{
	static const char *const tags[DOSSIER_STATE_COUNT] = {
		[DOSSIER_STATE_DRAFT] = "neutral",
		[DOSSIER_STATE_SUBMITTED] = "progress",
		[DOSSIER_STATE_APPRAISING] = "progress",
		[DOSSIER_STATE_RETURNED] = "attention",
		[DOSSIER_STATE_COMPLETED] = "done",
	};

	return WORD(tags, state);
}

const char *
document_kind_words(enum document_kind kind)
{
	static const char *const words[DOCUMENT_KIND_COUNT] = {
		[DOCUMENT_KIND_LETTER] = T("Tờ trình"),
		[DOCUMENT_KIND_REPORT] = T("Báo cáo thành tích"),
		[DOCUMENT_KIND_MINUTES] = T("Biên bản bình xét"),
		[DOCUMENT_KIND_VOTE_RESULT] = T("Kết quả bỏ phiếu"),
		[DOCUMENT_KIND_INITIATIVE] = T("Chứng nhận sáng kiến, đề tài"),
		[DOCUMENT_KIND_COMPLETION] = T("Xác nhận mức độ hoàn thành nhiệm vụ"),
		[DOCUMENT_KIND_OBLIGATIONS] = T("Xác nhận chấp hành nghĩa vụ"),
		[DOCUMENT_KIND_OTHER] = T("Tài liệu khác"),
	};

	return WORD(words, kind);
}

const char *
evidence_supplier_words(enum evidence_supplier supplier)
{
	static const char *const words[EVIDENCE_SUPPLIER_COUNT] = {
		[EVIDENCE_SUPPLIER_UNIT] = T("Đơn vị trình"),
		[EVIDENCE_SUPPLIER_NOMINEE] = T("Cá nhân, tập thể được đề nghị"),
		[EVIDENCE_SUPPLIER_UNIT_COUNCIL] =
		    T("Hội đồng hoặc cuộc họp bình xét của đơn vị"),
		[EVIDENCE_SUPPLIER_INITIATIVE_BODY] = T("Cơ quan công nhận sáng kiến, đề tài"),
		[EVIDENCE_SUPPLIER_SUPERIOR] = T("Cấp trên quản lý trực tiếp"),
		[EVIDENCE_SUPPLIER_AGENCIES] =
		    T("Cơ quan thuế, bảo hiểm xã hội và cơ quan chuyên ngành"),
	};

	return WORD(words, supplier);
}

const char *
evidence_scope_words(enum evidence_scope scope)
{
	static const char *const words[EVIDENCE_SCOPE_COUNT] = {
		[EVIDENCE_SCOPE_DOSSIER] = T("Một bản cho cả hồ sơ"),
		[EVIDENCE_SCOPE_NOMINATION] = T("Mỗi trường hợp một bản"),
	};

	return WORD(words, scope);
}

const char *
evidence_confidence_words(const char *confidence)
{
	if (str_eq(confidence, "verified"))
		return T("Đã đối chiếu nguyên văn");
	return str_starts(confidence, "analog") ? T("Theo quy định của địa phương khác")
						: T("Chưa đối chiếu văn bản");
}

const char *
scan_state_words(enum scan_state state)
{
	static const char *const words[SCAN_STATE_COUNT] = {
		[SCAN_STATE_OFF] = T("Chưa kiểm tra mã độc"),
		[SCAN_STATE_WAITING] = T("Đang chờ kiểm tra mã độc"),
		[SCAN_STATE_CLEAN] = T("Không có mã độc"),
		[SCAN_STATE_INFECTED] = T("Có mã độc, đã xóa nội dung"),
		[SCAN_STATE_FAILED] = T("Chưa kiểm tra được, sẽ thử lại"),
	};

	return WORD(words, state);
}

const char *
scan_state_tag(enum scan_state state)
{
	static const char *const tags[SCAN_STATE_COUNT] = {
		[SCAN_STATE_OFF] = "neutral",
		[SCAN_STATE_WAITING] = "progress",
		[SCAN_STATE_CLEAN] = "done",
		[SCAN_STATE_INFECTED] = "refused",
		[SCAN_STATE_FAILED] = "attention",
	};

	return WORD(tags, state);
}

const char *
secrecy_state_words(enum secrecy_state state)
{
	static const char *const words[SECRECY_STATE_COUNT] = {
		[SECRECY_STATE_UNREAD] = T("Không đọc được chữ trong tệp"),
		[SECRECY_STATE_WAITING] = T("Đang tìm dấu chỉ độ mật"),
		[SECRECY_STATE_CLEAR] = T("Không thấy dấu chỉ độ mật"),
		[SECRECY_STATE_STAMP] = T("Có dấu chỉ độ mật, đã xóa nội dung"),
	};

	return WORD(words, state);
}

const char *
secrecy_state_tag(enum secrecy_state state)
{
	static const char *const tags[SECRECY_STATE_COUNT] = {
		[SECRECY_STATE_UNREAD] = "neutral",
		[SECRECY_STATE_WAITING] = "progress",
		[SECRECY_STATE_CLEAR] = "done",
		[SECRECY_STATE_STAMP] = "refused",
	};

	return WORD(tags, state);
}

/* A value the table does not know is shown as a dash, never as a crash. */
static const char *
word_of(const char *const *table, size_t n, size_t i)
{
	return i < n && table[i] != NULL ? table[i] : "–";
}
