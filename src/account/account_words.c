/* What each role may do, for the page that grants it. */
#include "account/account_words.h"

#include "core/lang.h"

static const char *const explanations[ROLE_COUNT] = {
	[ROLE_DRAFTER] = T("Lập hồ sơ, nhập đề nghị và tài liệu của đơn vị"),
	[ROLE_UNIT_HEAD] = T("Kiểm tra và nộp hồ sơ của đơn vị"),
	[ROLE_APPRAISER] = T("Thẩm định, trả lại, xác nhận đủ điều kiện và trình hội đồng"),
	[ROLE_COUNCIL_SECRETARY] = T("Chuẩn bị phiên họp, điểm danh, mở và kết thúc bỏ phiếu"),
	[ROLE_COUNCIL_MEMBER] = T("Xem nội dung phiên họp và bỏ phiếu"),
	[ROLE_COUNCIL_CHAIR] = T("Chủ trì phiên họp của hội đồng"),
	[ROLE_SIGNATORY] = T("Ghi nhận quyết định khen thưởng"),
	[ROLE_PUBLISHER] = T("Chuẩn bị, xác nhận và công bố danh sách vinh danh"),
	[ROLE_PRESS] = T("Lấy mã nhúng và tư liệu cho báo, đài, cổng thông tin"),
	[ROLE_ADMINISTRATOR] = T("Quản lý tài khoản, vai trò, phong trào và đợt xét"),
	[ROLE_AUDITOR] = T("Xem mọi hồ sơ và nhật ký, không thay đổi gì"),
};

const char *
role_explanation(enum role r)
{
	return explanations[r];
}
