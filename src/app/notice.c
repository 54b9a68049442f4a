/* Success messages after a redirect: "?tb=CODE" says which. */
#include "app/app.h"
#include "core/str.h"

static const struct {
	const char *code, *msgid;
} notices[] = {
	{ "da-luu", T("Đã lưu.") },
	{ "da-tao", T("Đã tạo.") },
	{ "da-xoa", T("Đã xóa.") },
	{ "da-nop", T("Đã nộp hồ sơ.") },
	{ "da-dang-nhap", T("Đã đăng nhập.") },
	{ "da-dang-xuat", T("Đã đăng xuất.") },
	{ "da-dang-xuat-het", T("Đã đăng xuất khỏi các thiết bị khác.") },
	{ "da-ghi-quyet-dinh", T("Đã ghi nhận quyết định và đưa vào sổ khen thưởng.") },
	{ "da-giao-vai-tro", T("Đã giao vai trò.") },
	{ "da-thu-hoi-vai-tro", T("Đã thu hồi vai trò.") },
	{ "da-chay-lai", T("Việc sẽ được chạy lại ngay.") },
	{ "da-doi-mat-khau", T("Đã đổi mật khẩu.") },
};

const char *
notice_text(const char *code)
{
	for (size_t i = 0; i < sizeof(notices) / sizeof(notices[0]); i++) {
		if (str_eq(notices[i].code, code))
			return notices[i].msgid;
	}
	return NULL;
}
