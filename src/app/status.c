/* Errors as people meet them: status code, and a page that says what happened, why and what to do. */
#include "app/status.h"

#include <inttypes.h>
#include <string.h>

#include "app/error_view.h"
#include "core/json.h"
#include "core/str.h"
#include "core/utf8.h"
#include "tmpl/error.h"
#include "web/form.h"

#define TYPED_MAX 200 /* fields shown again on an error page */

static const struct {
	int status;
	const char *title, *why, *todo;
} table[ERR_COUNT] = {
	[ERR_BAD_REQUEST] = { 400, T("Không đọc được yêu cầu"),
	    T("Địa chỉ hoặc dữ liệu gửi lên sai định dạng nên hệ thống không xử lý. Không có gì được ghi."),
	    T("Quay lại trang trước, tải lại trang rồi thử lần nữa.") },
	[ERR_SIGN_IN] = { 401, T("Cần đăng nhập để tiếp tục"),
	    T("Bạn chưa đăng nhập, hoặc phiên làm việc đã kết thúc sau một thời gian không hoạt động. Không có gì được ghi."),
	    T("Chép lại nội dung đã nhập bên dưới (nếu có), đăng nhập rồi nhập tiếp.") },
	[ERR_FORBIDDEN] = { 403, T("Bạn không có quyền làm việc này"),
	    T("Tài khoản của bạn không giữ vai trò cần thiết cho việc này. Không có gì được ghi."),
	    T("Nếu đây là việc của bạn, đề nghị quản trị viên cấp vai trò cho tài khoản.") },
	[ERR_NOT_FOUND] = { 404, T("Không tìm thấy trang này"),
	    T("Địa chỉ không đúng, nội dung đã chuyển đi, hoặc tài khoản của bạn không được xem."),
	    T("Kiểm tra lại địa chỉ, hoặc bắt đầu lại từ trang chủ.") },
	[ERR_METHOD] = { 405, T("Trang này không nhận cách gửi đó"),
	    T("Địa chỉ có thật nhưng không nhận loại yêu cầu vừa gửi."),
	    T("Mở lại trang từ trình duyệt rồi thao tác trên trang đó.") },
	[ERR_CONFLICT] = { 409, T("Việc này không còn làm được ở trạng thái hiện tại"),
	    T("Dữ liệu đã đổi trạng thái, hoặc trùng với dữ liệu đã có. Không có gì được ghi."),
	    T("Mở lại trang để xem tình trạng mới nhất rồi quyết định tiếp.") },
	[ERR_STALE] = { 409, T("Người khác vừa lưu bản mới hơn"),
	    T("Trong lúc bạn sửa, một người khác đã lưu. Bản của bạn chưa được ghi để không đè lên bản của họ."),
	    T("Chép lại nội dung đã nhập bên dưới, mở lại trang, đối chiếu rồi nhập lại phần cần sửa.") },
	[ERR_REPLAYED] = { 409, T("Biểu mẫu này đã được nhận trước đó"),
	    T("Hệ thống đã nhận đúng biểu mẫu này một lần, nên lần gửi lại này không ghi thêm gì. Điều này xảy ra khi bấm nút hai lần hoặc tải lại trang sau khi gửi."),
	    T("Mở lại trang để xem kết quả của lần gửi đầu. Nếu muốn ghi thêm, hãy điền một biểu mẫu mới.") },
	[ERR_GONE] = { 410, T("Nội dung này đã được gỡ"),
	    T("Nội dung từng có ở địa chỉ này nhưng đã được gỡ bỏ."),
	    T("Tìm nội dung thay thế từ trang chủ.") },
	[ERR_TOO_LARGE] = { 413, T("Dữ liệu gửi lên quá lớn"),
	    T("Mỗi lần gửi được tối đa 60 MB kể cả các tệp đính kèm (không có tệp: 24 MB), trong đó phần chữ tối đa 12 MB và 4.000 mục. Không có gì được ghi."),
	    T("Giảm kích thước tệp hoặc chia thành nhiều lần gửi.") },
	[ERR_UNSUPPORTED] = { 415, T("Không nhận được loại dữ liệu này"),
	    T("Loại tệp hoặc kiểu dữ liệu gửi lên không nằm trong các loại được nhận. Không có gì được ghi."),
	    T("Dùng biểu mẫu trên trang, và chọn tệp đúng loại ghi trong hướng dẫn.") },
	[ERR_INVALID] = { 422, T("Dữ liệu chưa hợp lệ"),
	    T("Nội dung gửi lên trái với một quy định hoặc ràng buộc nên không được ghi."),
	    T("Quay lại biểu mẫu, kiểm tra các mục đã nhập rồi gửi lại.") },
	[ERR_TOO_MANY] = { 429, T("Thử quá nhiều lần"),
	    T("Đã có quá nhiều lần thử trong thời gian ngắn, nên hệ thống tạm dừng nhận."),
	    T("Chờ một phút rồi thử lại.") },
	[ERR_INTERNAL] = { 500, T("Hệ thống gặp trục trặc"),
	    T("Có lỗi trong phần mềm khi xử lý yêu cầu này. Không có gì được ghi."),
	    T("Thử lại sau ít phút. Nếu vẫn gặp, báo quản trị viên kèm mã yêu cầu bên dưới.") },
	[ERR_RETRY] = { 503, T("Hệ thống đang bận"),
	    T("Nhiều người đang sửa cùng một dữ liệu, hoặc kết nối tới cơ sở dữ liệu vừa bị ngắt. Yêu cầu này chưa hoàn thành."),
	    T("Chờ vài giây rồi tải lại trang để xem tình trạng, sau đó gửi lại nếu cần.") },
	[ERR_UNAVAILABLE] = { 503, T("Tạm thời không truy cập được dữ liệu"),
	    T("Cơ sở dữ liệu không trả lời, có thể đang bảo trì. Không có gì được ghi."),
	    T("Chờ ít phút rồi thử lại.") },
};

int
status_of(enum err err)
{
	if (err == ERR_OK)
		return 200;
	return (int)err > 0 && err < ERR_COUNT ? table[err].status : 500;
}

/* Passwords and hidden protection values are never shown again; no handler has read the form yet. */
static bool
is_showable(const char *name)
{
	static const char *const hidden[] = { "csrf", "once", "version", "ve", "password",
		"present", "wanted", "again" };

	for (size_t i = 0; i < sizeof(hidden) / sizeof(hidden[0]); i++) {
		if (str_eq(name, hidden[i]))
			return false;
	}
	return strstr(name, "mat_khau") == NULL && strstr(name, "password") == NULL;
}

static void
collect_typed(struct web_req *req, struct error_view *v)
{
	struct form *f;
	struct error_typed *typed;

	if (req->method != WEB_POST || req->form.n == 0)
		return;
	f = form_new(req);
	typed = arena_array(req->arena, TYPED_MAX, sizeof(*typed));
	for (size_t i = 0; i < f->values.n && v->ntyped < TYPED_MAX; i++) {
		const struct web_param *p = &f->values.v[i];

		if (!is_showable(p->name) || p->value[0] == '\0')
			continue;
		typed[v->ntyped].name = p->name;
		typed[v->ntyped++].text = p->value;
	}
	v->typed = typed;
}

static bool
wants_json(const struct web_req *req)
{
	size_t n = req->path != NULL ? strlen(req->path) : 0;

	return n > 5 && strcmp(req->path + n - 5, ".json") == 0;
}

static void
json_page(struct web_req *req, struct web_res *res, enum err err)
{
	const char *text = json_text(req->arena,
	    json_pack("{s:{s:i,s:s,s:s,s:s}}", "error", "status", table[err].status, "code",
		err_name(err), "message", tr(req->lang, table[err].title), "request_id",
		req->request_id != NULL ? req->request_id : ""));

	buf_puts(&res->body, text != NULL ? text : "{}");
	buf_putc(&res->body, '\n');
	res->content_type = "application/json";
}

/* Cookies survive: ending a dead session or seeding the sign-in form is right whatever happened after. */
static void
reset_response(struct web_res *res)
{
	struct web_params old = res->headers;

	web_res_init(res, res->arena);
	for (size_t i = 0; i < old.n; i++) {
		if (strcmp(old.v[i].name, "set-cookie") == 0 ||
		    strcmp(old.v[i].name, "allow") == 0)
			web_add_header(res, old.v[i].name, old.v[i].value);
	}
}

/* What was asked for is not to be had, but the dossier it is about is still there. */
static void
find_way_up(const struct web_req *req, struct error_view *v)
{
	static const struct {
		const char *under, *label;
	} places[] = {
		{ "/ho-so/", T("Về trang hồ sơ") },
		{ "/tham-dinh/", T("Về trang thẩm định của hồ sơ") },
	};

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		size_t n = strlen(places[i].under), digits;

		if (strncmp(req->path, places[i].under, n) != 0)
			continue;
		digits = strspn(req->path + n, "0123456789");
		if (digits > 0 && req->path[n + digits] == '/') {
			v->up = arena_printf(req->arena, "%.*s", (int)(n + digits), req->path);
			v->up_label = places[i].label;
		}
	}
}

void
status_page(struct web_req *req, struct web_res *res, enum err err)
{
	struct error_view v;
	const char *why;

	if (err == ERR_OK || (int)err < 0 || err >= ERR_COUNT)
		err = ERR_INTERNAL;
	reset_response(res);
	res->status = table[err].status;
	if (res->status == 503 || res->status == 429)
		web_add_header(res, "retry-after", res->status == 503 ? "5" : "900");
	if (wants_json(req)) {
		json_page(req, res, err);
		return;
	}
	memset(&v, 0, sizeof(v));
	if (req->path == NULL)
		req->path = "/";
	v.page = page_new(req, table[err].title);
	v.page.csrf = v.page.once = NULL;
	v.page.notice = NULL;
	why = req->ctx != NULL ? req->ctx->why : NULL;
	v.status = res->status;
	v.title = table[err].title;
	v.why = why != NULL ? why : table[err].why;
	v.todo = table[err].todo;
	v.request_id = req->request_id != NULL ? req->request_id : "";
	if (err == ERR_SIGN_IN) {
		v.link = "/dang-nhap";
		v.link_label = T("Đăng nhập");
	} else {
		v.link = v.page.actor != NULL ? "/viec-cua-toi" : "/";
		v.link_label = v.page.actor != NULL ? T("Việc của tôi") : T("Trang chủ");
	}
	if (v.page.actor != NULL && err != ERR_NOT_FOUND)
		find_way_up(req, &v);
	collect_typed(req, &v);
	tmpl_error_error(web_html(req, res), &v);
}
