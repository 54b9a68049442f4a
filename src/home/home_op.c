/* Use case of the first page: what waits for me, by the roles I hold. */
#include "home/home_op.h"

static void
add(struct home_view *v, struct home_task *tasks, const struct home_task *t)
{
	tasks[v->ntasks++] = *t;
	if (t->urgent)
		v->waiting += t->count;
}

enum err
home_op_read(struct ctx *c, struct home_view *v)
{
	struct sql_home_work_row w;
	struct closing *closings;
	struct home_task *tasks = arena_array(c->arena, 16, sizeof(*tasks));
	uint32_t roles = c->actor->roles;

	MUST(sql_home_work(c->db, c->arena, &w));
	MUST(sql_home_seasons_open(c->db, c->arena,
	    &(struct sql_home_seasons_open_params){ .now = c->now }, &v->seasons));
	closings = arena_array(c->arena, v->seasons.n, sizeof(*closings));
	for (size_t i = 0; i < v->seasons.n; i++) {
		/* Only where it was moved: a page without news asks no more than before. */
		if (v->seasons.v[i].closes_at.us != v->seasons.v[i].set_at.us)
			MUST(deadline_op_explain_mine(
			    c, v->seasons.v[i].season_id, &closings[i]));
	}
	v->closings = closings;
	v->now = c->now;
	v->tasks = tasks;
	if (roles & (ROLE_BIT(ROLE_DRAFTER) | ROLE_BIT(ROLE_UNIT_HEAD))) {
		add(v, tasks,
		    &(struct home_task){ T("Hồ sơ được trả lại"),
			T("Bổ sung theo lý do đã ghi rồi nộp lại"),
			"/ho-so?trang-thai=returned", w.returned, true });
		add(v, tasks,
		    &(struct home_task){ T("Hồ sơ đang soạn"), T("Hoàn thiện và nộp trước hạn"),
			"/ho-so?trang-thai=draft", w.drafts, true });
		add(v, tasks,
		    &(struct home_task){ T("Hồ sơ đã nộp"),
			T("Đang chờ hoặc đang được thẩm định"), "/ho-so", w.filed, false });
	}
	if (roles & ROLE_BIT(ROLE_APPRAISER)) {
		add(v, tasks,
		    &(struct home_task){ T("Hồ sơ chờ thẩm định"),
			T("Tiếp nhận theo thứ tự nộp"), "/tham-dinh?trang-thai=submitted",
			w.to_appraise, true });
		add(v, tasks,
		    &(struct home_task){ T("Hồ sơ đang thẩm định"),
			T("Kết luận từng trường hợp"), "/tham-dinh?trang-thai=appraising",
			w.appraising, true });
	}
	if (roles & (ROLE_BIT(ROLE_APPRAISER) | ROLE_BIT(ROLE_COUNCIL_SECRETARY)))
		add(v, tasks,
		    &(struct home_task){ T("Trường hợp đủ điều kiện, chưa trình hội đồng"),
			T("Đưa vào chương trình một phiên họp"), "/hoi-dong", w.eligible,
			true });
	if (roles & ROLE_BIT(ROLE_COUNCIL_SECRETARY))
		add(v, tasks,
		    &(struct home_task){ T("Phiên họp chưa kết thúc"),
			T("Điểm danh, mở và kết thúc bỏ phiếu"), "/hoi-dong", w.sessions_open,
			true });
	if (roles & (ROLE_BIT(ROLE_COUNCIL_MEMBER) | ROLE_BIT(ROLE_COUNCIL_CHAIR)))
		add(v, tasks,
		    &(struct home_task){ T("Trường hợp chờ bạn bỏ phiếu"),
			T("Phiên họp đang mở"), "/hoi-dong", w.votes_due, true });
	if (roles & ROLE_BIT(ROLE_SIGNATORY))
		add(v, tasks,
		    &(struct home_task){ T("Trường hợp hội đồng đã thông qua, chờ quyết định"),
			T("Ghi nhận quyết định đã ký"), "/quyet-dinh", w.approved, true });
	if (roles & ROLE_BIT(ROLE_PUBLISHER)) {
		add(v, tasks,
		    &(struct home_task){ T("Quyết định chưa có danh sách vinh danh"),
			T("Chuẩn bị danh sách để công bố"), "/cong-bo", w.to_publish, true });
		add(v, tasks,
		    &(struct home_task){ T("Danh sách chờ bạn xác nhận"),
			T("Người thứ hai xem lại trước khi công bố"), "/cong-bo", w.to_confirm,
			true });
		add(v, tasks,
		    &(struct home_task){ T("Danh sách đã xác nhận, chờ công bố"),
			T("Chọn công bố ngay hoặc hẹn giờ"), "/cong-bo", w.confirmed, true });
	}
	if (roles & ROLE_BIT(ROLE_ADMINISTRATOR))
		add(v, tasks,
		    &(struct home_task){ T("Việc chạy nền bị dừng"),
			T("Xem nguyên nhân rồi chạy lại"), "/quan-tri/viec-nen", w.dead_jobs,
			true });
	if (roles & ROLE_BIT(ROLE_AUDITOR))
		add(v, tasks,
		    &(struct home_task){ T("Nhật ký và hồ sơ"), T("Tra cứu toàn bộ diễn biến"),
			"/kiem-tra", 0, false });
	if (roles & ROLE_BIT(ROLE_PRESS))
		add(v, tasks,
		    &(struct home_task){ T("Mã nhúng danh sách vinh danh"),
			T("Cho báo, đài, cổng thông tin"), "/cong-bo", 0, false });
	return ERR_OK;
}
