/* What ratings, scopes, levels and findings are called. */
#include "eligibility/eligibility_words.h"

#include "core/lang.h"

const char *
rating_words(enum rating r)
{
	switch (r) {
	case RATING_EXCELLENT: return T("Hoàn thành xuất sắc nhiệm vụ");
	case RATING_GOOD: return T("Hoàn thành tốt nhiệm vụ");
	case RATING_COMPLETED: return T("Hoàn thành nhiệm vụ");
	case RATING_NOT_COMPLETED:
	case RATING_COUNT: break;
	}
	return T("Không hoàn thành nhiệm vụ");
}

const char *
initiative_scope_words(enum initiative_scope s)
{
	switch (s) {
	case INITIATIVE_SCOPE_NATION: return T("toàn quốc");
	case INITIATIVE_SCOPE_PROVINCE: return T("toàn tỉnh");
	case INITIATIVE_SCOPE_UNIT:
	case INITIATIVE_SCOPE_COUNT: break;
	}
	return T("cơ sở");
}

const char *
initiative_kind_words(enum initiative_kind k)
{
	return k == INITIATIVE_KIND_RESEARCH ? T("Đề tài khoa học") : T("Sáng kiến");
}

const char *
discipline_level_words(enum discipline_level l)
{
	switch (l) {
	case DISCIPLINE_LEVEL_WARNING: return T("Cảnh cáo");
	case DISCIPLINE_LEVEL_PAY_CUT: return T("Hạ bậc lương");
	case DISCIPLINE_LEVEL_DEMOTION: return T("Giáng chức");
	case DISCIPLINE_LEVEL_REMOVAL: return T("Cách chức");
	case DISCIPLINE_LEVEL_DISMISSAL: return T("Buộc thôi việc");
	case DISCIPLINE_LEVEL_REPRIMAND:
	case DISCIPLINE_LEVEL_COUNT: break;
	}
	return T("Khiển trách");
}

const char *
hold_kind_words(enum hold_kind k)
{
	switch (k) {
	case HOLD_KIND_INVESTIGATION: return T("Đang bị điều tra");
	case HOLD_KIND_INSPECTION:
		return T("Đang được thanh tra, kiểm tra khi có dấu hiệu vi phạm");
	case HOLD_KIND_COMPLAINT: return T("Có khiếu nại, tố cáo đang được xác minh");
	case HOLD_KIND_PRESS:
		return T("Báo chí nêu dấu hiệu tham nhũng, tiêu cực đang được xác minh");
	case HOLD_KIND_DISCIPLINE:
	case HOLD_KIND_COUNT: break;
	}
	return T("Đang được xem xét kỷ luật");
}

const char *
confidence_words(enum confidence c)
{
	switch (c) {
	case CONFIDENCE_VERIFIED: return T("Đã đối chiếu nguyên văn");
	case CONFIDENCE_VERIFIED_LEGACY: return T("Theo văn bản đã hết hiệu lực");
	case CONFIDENCE_VERIFIED_ANALOG: return T("Theo quy định của địa phương khác");
	case CONFIDENCE_INFERRED: return T("Suy ra từ quy định liên quan");
	case CONFIDENCE_MEMORY: return T("Chưa đối chiếu văn bản");
	case CONFIDENCE_MEMORY_LOW:
	case CONFIDENCE_COUNT: break;
	}
	return T("Chưa đối chiếu văn bản, độ tin cậy thấp");
}

const char *
finding_words(enum finding_status s)
{
	switch (s) {
	case FINDING_STATUS_MET: return T("Đạt");
	case FINDING_STATUS_NOT_MET: return T("Chưa đạt");
	case FINDING_STATUS_UNKNOWN:
	case FINDING_STATUS_COUNT: break;
	}
	return T("Chưa xác định");
}

const char *
finding_tag(enum finding_status s)
{
	switch (s) {
	case FINDING_STATUS_MET: return "done";
	case FINDING_STATUS_NOT_MET: return "refused";
	case FINDING_STATUS_UNKNOWN:
	case FINDING_STATUS_COUNT: break;
	}
	return "attention";
}

const char *
verdict_words(enum finding_status s, bool hold)
{
	if (hold && s != FINDING_STATUS_NOT_MET)
		return T("Đề nghị tạm dừng xét");
	switch (s) {
	case FINDING_STATUS_MET: return T("Đạt các điều kiện");
	case FINDING_STATUS_NOT_MET: return T("Chưa đạt điều kiện");
	case FINDING_STATUS_UNKNOWN:
	case FINDING_STATUS_COUNT: break;
	}
	return T("Chưa đủ căn cứ");
}

const char *
verdict_tag(enum finding_status s, bool hold)
{
	return hold && s != FINDING_STATUS_NOT_MET ? "attention" : finding_tag(s);
}
