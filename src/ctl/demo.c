/*
 * vinhdanhctl demo: the living example.  Made-up people walk the real way, through the same use cases as on
 * the pages; only the moments are set back afterwards, so that the example tells of months, not of a second.
 */
#include "ctl/demo.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "account/account_op.h"
#include "app/app.h"
#include "core/buf.h"
#include "core/hash.h"
#include "core/str.h"
#include "core/vietnamese.h"
#include "council/council_op.h"
#include "ctl/ctl.h"
#include "decision/decision_op.h"
#include "dossier/dossier_filing_op.h"
#include "dossier/dossier_op.h"
#include "evidence/evidence_op.h"
#include "publication/publication_op.h"
#include "registry/identity.h"
#include "review/review_op.h"
#include "sql/account.h"
#include "sql/ctl.h"
#include "sql/jobs.h"

#define PASSWORD "vinhdanh-demo-2026"
#define PROVINCE "91"
#define MEMBERS  15

/* What the making of the example carries along. */
struct demo {
	struct ctl *c;
	struct app app;
	struct ctx x; /* for the use cases, as the person of become() */
	struct actor actor;
	const char *hash; /* of PASSWORD */
	uint32_t dice;
	struct timestamp now;
	struct council_id council;
	struct sql_ctl_demo_members_rows members;
	struct season_id season;
	struct nomination_id
	    seen[2]; /* of Rạch Giá: one honoured last year, one nominated this year */
	const char *doing; /* for the message when it fails */
};

static enum err
account_of(struct demo *d, const char *username, struct account_id *id)
{
	struct sql_ctl_account_find_row row;
	bool found;

	MUST(sql_ctl_account_find(d->c->db, d->c->arena,
	    &(struct sql_ctl_account_find_params){ .username = username }, &row, &found));
	*id = row.account_id;
	return found ? ERR_OK : ERR_NOT_FOUND;
}

static enum err
unit_of(struct demo *d, const char *code, struct unit_id *id)
{
	struct sql_ctl_unit_find_row row;
	bool found;

	MUST(sql_ctl_unit_find(d->c->db, d->c->arena,
	    &(struct sql_ctl_unit_find_params){ .code = code }, &row, &found));
	*id = row.unit_id;
	return found ? ERR_OK : ERR_NOT_FOUND;
}

/* From here on this person acts, at this moment. */
static enum err
become(struct demo *d, const char *username, struct timestamp at)
{
	struct sql_jobs_actor_row row;
	struct account_id id;
	bool found;

	d->doing = arena_printf(d->c->arena, "%s (as %s)", d->doing, username);
	MUST(account_of(d, username, &id));
	MUST(sql_account_assume(d->c->db, d->c->arena,
	    &(struct sql_account_assume_params){ .account_id = id }, NULL));
	MUST(sql_jobs_actor(d->c->db, d->c->arena,
	    &(struct sql_jobs_actor_params){ .account_id = id }, &row, &found));
	if (!found)
		return ERR_NOT_FOUND;
	d->actor = (struct actor){ .account_id = row.account_id,
		.username = row.username,
		.full_name = row.full_name,
		.roles = (uint32_t)row.roles };
	d->x = (struct ctx){ .app = &d->app,
		.db = d->c->db,
		.arena = d->c->arena,
		.actor = &d->actor,
		.now = at,
		.lang = LANG_VI,
		.request_id = "demo",
		.address = "" };
	return ERR_OK;
}

/* What was stamped with the moment of this command happened then. */
static enum err
redate(struct demo *d, struct timestamp at)
{
	return sql_ctl_demo_redate(
	    d->c->db, d->c->arena, &(struct sql_ctl_demo_redate_params){ .at = at }, NULL);
}

static struct timestamp
at_hour(struct date day, int hour, int minute)
{
	return (struct timestamp){ ((date_to_days(day) * 24 + hour - 7) * 60 + minute) * 60 *
		1000000 };
}

static struct timestamp
days_ago(const struct demo *d, int days, int hour, int minute)
{
	return at_hour(date_from_days(date_to_days(date_of(d->now)) - days), hour, minute);
}

/* --- people -------------------------------------------------------------------------------------------- */

static enum err
account_make(struct demo *d, const char *username, const char *name, const char *unit_code,
    int nroles, const enum role *roles)
{
	struct sql_ctl_account_create_row row;
	struct unit_id unit;

	d->doing = arena_printf(d->c->arena, "account %s", username);
	MUST(unit_of(d, unit_code, &unit));
	MUST(sql_ctl_account_create(d->c->db, d->c->arena,
	    &(struct sql_ctl_account_create_params){ .username = username, .full_name = name },
	    &row));
	MUST(sql_ctl_password_set(d->c->db, d->c->arena,
	    &(struct sql_ctl_password_set_params){
		.account_id = row.account_id, .password_hash = d->hash, .must_change = false },
	    NULL));
	MUST(sql_ctl_demo_account_mark(d->c->db, d->c->arena,
	    &(struct sql_ctl_demo_account_mark_params){ .account_id = row.account_id }, NULL));
	for (int i = 0; i < nroles; i++) {
		MUST(sql_ctl_role_grant(d->c->db, d->c->arena,
		    &(struct sql_ctl_role_grant_params){
			.account_id = row.account_id, .role = roles[i], .unit_id = unit },
		    NULL));
	}
	return ctl_audit(d->c, "account.create", "account", row.account_id.v, unit,
	    ctl_json(d->c, 2, "username", username, "full_name", name));
}

static const struct person {
	const char *username, *name;
	enum role roles[2];
	int nroles;
	const char *does;
} persons[] = {
	{ "quantri", "Lê Quốc Trị", { ROLE_ADMINISTRATOR }, 1,
	    "quản trị: đơn vị, tài khoản, phong trào, đợt khen thưởng" },
	{ "thamdinh", "Võ Thị Thẩm", { ROLE_APPRAISER }, 1, "thẩm định hồ sơ (Sở Nội vụ)" },
	{ "thuky", "Danh Thị Thư", { ROLE_COUNCIL_SECRETARY, ROLE_COUNCIL_MEMBER }, 2,
	    "thư ký và ủy viên Hội đồng" },
	{ "chutich.hd", "Huỳnh Văn Chủ", { ROLE_COUNCIL_CHAIR, ROLE_COUNCIL_MEMBER }, 2,
	    "Chủ tịch Hội đồng" },
	{ "ky", "Hồ Văn Ký", { ROLE_SIGNATORY }, 1, "ghi nhận quyết định khen thưởng" },
	{ "congbo1", "Lý Thị Công", { ROLE_PUBLISHER }, 1, "soạn danh sách vinh danh" },
	{ "congbo2", "Ngô Văn Bố", { ROLE_PUBLISHER }, 1,
	    "người thứ hai: xác nhận và công bố" },
	{ "baochi", "Mai Văn Báo", { ROLE_PRESS }, 1, "báo chí" },
	{ "kiemtra", "Tô Thị Kiểm", { ROLE_AUDITOR }, 1,
	    "kiểm tra: đọc toàn bộ, không thay đổi gì" },
};

/* The seats of the thirteen other members. */
static const struct {
	const char *name, *position;
} seats[13] = {
	{ "Nguyễn Hoàng Phúc", "Phó Chủ tịch UBND tỉnh" },
	{ "Trần Thị Minh Châu", "Giám đốc Sở Nội vụ" },
	{ "Phan Thanh Liêm", "Chánh Văn phòng UBND tỉnh" },
	{ "Lê Thị Ngọc Bích", "Giám đốc Sở Tài chính" },
	{ "Huỳnh Quốc Bảo", "Giám đốc Sở Nông nghiệp và Môi trường" },
	{ "Đặng Thị Thu Hà", "Giám đốc Sở Giáo dục và Đào tạo" },
	{ "Bùi Văn Khánh", "Giám đốc Sở Y tế" },
	{ "Chau Kim Sêng", "Giám đốc Sở Dân tộc và Tôn giáo" },
	{ "Trương Văn Đông", "Phó Giám đốc Công an tỉnh" },
	{ "Dương Hữu Nghĩa", "Phó Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh" },
	{ "Ngô Thị Kim Yến", "Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh" },
	{ "Lâm Quốc Thái", "Chủ tịch Liên đoàn Lao động tỉnh" },
	{ "Mai Thị Lệ Thu", "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh" },
};

static enum err
people_make(struct demo *d)
{
	static const enum role member[] = { ROLE_COUNCIL_MEMBER }, drafter[] = { ROLE_DRAFTER },
			       head[] = { ROLE_UNIT_HEAD };
	struct arena *a = d->c->arena;

	for (size_t i = 0; i < sizeof(persons) / sizeof(persons[0]); i++)
		MUST(account_make(d, persons[i].username, persons[i].name, PROVINCE,
		    persons[i].nroles, persons[i].roles));
	for (int i = 0; i < 13; i++)
		MUST(account_make(d, arena_printf(a, "uyvien%02d", i + 1), seats[i].name,
		    PROVINCE, 1, member));
	for (size_t i = 0; i < demo_unit_count; i++) {
		const struct demo_unit *u = &demo_units[i];

		MUST(account_make(d, arena_printf(a, "soanthao.%s", u->key), u->drafter,
		    u->code, 1, drafter));
		MUST(account_make(
		    d, arena_printf(a, "lanhdao.%s", u->key), u->head, u->code, 1, head));
	}
	return ERR_OK;
}

static enum err
member_add(struct demo *d, const char *username, enum member_role role, const char *position,
    struct date since)
{
	struct member_input in = { .role = role, .position = position, .valid_from = since };

	MUST(account_of(d, username, &in.account_id));
	return council_op_member_add(&d->x, d->council, &in);
}

static enum err
council_make(struct demo *d, struct timestamp at)
{
	struct council_input in = { .level = COUNCIL_LEVEL_PROVINCE,
		.name = "Hội đồng Thi đua - Khen thưởng tỉnh An Giang",
		.established_by = "Quyết định số 12/QĐ-UBND (dữ liệu mẫu)" };
	struct date since = date_of(at);

	d->doing = "the council";
	MUST(become(d, "quantri", at));
	MUST(unit_of(d, PROVINCE, &in.unit_id));
	MUST(council_op_create(&d->x, &in, &d->council));
	MUST(member_add(d, "chutich.hd", MEMBER_ROLE_CHAIR,
	    "Chủ tịch UBND tỉnh, Chủ tịch Hội đồng", since));
	for (int i = 0; i < 13; i++) {
		MUST(member_add(d, arena_printf(d->c->arena, "uyvien%02d", i + 1),
		    i < 2 ? MEMBER_ROLE_DEPUTY : MEMBER_ROLE_MEMBER, seats[i].position, since));
	}
	MUST(member_add(d, "thuky", MEMBER_ROLE_SECRETARY,
	    "Trưởng phòng Thi đua - Khen thưởng, Sở Nội vụ", since));
	MUST(sql_ctl_demo_members(d->c->db, d->c->arena,
	    &(struct sql_ctl_demo_members_params){ .council_id = d->council }, &d->members));
	return redate(d, at);
}

/* --- movements and seasons ------------------------------------------------------------------------------ */

static enum err
season_make(struct demo *d, const char *movement, const char *name, int year, struct date from,
    struct date to, struct timestamp opens, struct timestamp closes)
{
	struct sql_ctl_demo_movement_params m = {
		.name = movement, .starts_on = from, .ends_on = to
	};
	struct sql_ctl_demo_movement_row movement_row;
	struct sql_ctl_demo_season_row season_row;

	d->doing = name;
	m.basis = "Luật Thi đua, khen thưởng 2022; Nghị định 152/2025/NĐ-CP";
	m.purpose =
	    "Động viên cán bộ, công chức, viên chức, người lao động và Nhân dân hăng hái thi đua, hoàn thành nhiệm vụ sau hợp nhất tỉnh.";
	m.scope = "Toàn tỉnh: các sở, ban, ngành; 102 xã, phường, đặc khu.";
	m.criteria =
	    "Hoàn thành xuất sắc nhiệm vụ; có mô hình, sáng kiến được áp dụng; được tập thể suy tôn.";
	MUST(unit_of(d, PROVINCE, &m.unit_id));
	MUST(sql_ctl_demo_movement(d->c->db, d->c->arena, &m, &movement_row));
	MUST(sql_ctl_demo_season(d->c->db, d->c->arena,
	    &(struct sql_ctl_demo_season_params){ .movement_id = movement_row.movement_id,
		.name = name,
		.year = (int32_t)year,
		.opens_at = opens,
		.closes_at = closes },
	    &season_row));
	d->season = season_row.season_id;
	return ERR_OK;
}

/* --- dossiers -------------------------------------------------------------------------------------------- */

struct filled {
	struct dossier_id id;
	struct nomination_id v[16];
	int64_t ids[16];
	size_t n;
};

/* A one-page PDF: what a scanned letter stands for. */
static const char *
letter_pdf(struct demo *d, const char *letter_no)
{
	static const char *const parts[] = {
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
	};
	struct arena *a = d->c->arena;
	const char *text, *objects[5];
	struct buf b = { 0 };
	size_t at[5];

	text = arena_printf(a,
	    "BT /F 20 Tf 72 740 Td (To trinh so %s) Tj 0 -32 Td (Du lieu mau - Vinh Danh) Tj ET",
	    slugify(a, letter_no));
	for (int i = 0; i < 3; i++)
		objects[i] = parts[i];
	objects[3] =
	    arena_printf(a, "<</Length %zu>>stream\n%s\nendstream", strlen(text), text);
	objects[4] = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>";
	buf_printf(&b, "%%PDF-1.4\n");
	for (int i = 0; i < 5; i++) {
		at[i] = b.len;
		buf_printf(&b, "%d 0 obj\n%s\nendobj\n", i + 1, objects[i]);
	}
	text = arena_printf(a, "%zu", b.len);
	buf_printf(&b, "xref\n0 6\n0000000000 65535 f \n");
	for (int i = 0; i < 5; i++)
		buf_printf(&b, "%010zu 00000 n \n", at[i]);
	buf_printf(&b, "trailer<</Size 6/Root 1 0 R>>\nstartxref\n%s\n%%%%EOF\n", text);
	text = arena_strndup(a, b.p, b.len);
	buf_free(&b);
	return text;
}

static enum err
attach(struct demo *d, const struct filled *f, struct unit_id unit, const char *letter_no,
    enum document_kind document, const char *file_name)
{
	struct sql_dossier_attachment_insert_row row;
	const char *pdf = letter_pdf(d, letter_no);

	MUST(sql_dossier_attachment_insert(d->c->db, d->c->arena,
	    &(struct sql_dossier_attachment_insert_params){ .dossier_id = f->id,
		.unit_id = unit,
		.nomination_id_null = true,
		.document = document,
		.scan = SCAN_STATE_OFF,
		.secrecy = SECRECY_STATE_WAITING,
		.file_name = file_name,
		.content_type = "application/pdf",
		.size = (int64_t)strlen(pdf),
		.sha256 = sha256_hex(d->c->arena, sha256_of(pdf, strlen(pdf))) },
	    &row));
	MUST(sql_dossier_chunk_insert(d->c->db, d->c->arena,
	    &(struct sql_dossier_chunk_insert_params){ .attachment_id = row.attachment_id,
		.seq = 0,
		.content = { (const unsigned char *)pdf, strlen(pdf) } },
	    NULL));
	return audit_write(
	    &d->x, "attachment.add", "attachment", row.attachment_id.v, unit, NULL);
}

/* What the checklist still asks for, one sample paper of each kind for the whole dossier. */
static enum err
attach_papers(
    struct demo *d, const struct filled *f, struct unit_id unit, const char *letter_no)
{
	static const char *const names[DOCUMENT_KIND_COUNT] = { "to-trinh.pdf",
		"bao-cao-thanh-tich.pdf", "bien-ban-binh-xet.pdf", "ket-qua-bo-phieu.pdf",
		"cong-nhan-sang-kien.pdf", "xac-nhan-hoan-thanh.pdf", "xac-nhan-nghia-vu.pdf",
		"tai-lieu-khac.pdf" };
	struct evidence_checklist papers;
	bool there[DOCUMENT_KIND_COUNT] = { false };

	MUST(evidence_op_missing(&d->x, f->id, (struct nomination_id){ 0 }, &papers));
	for (size_t i = 0; i < papers.rows.n; i++) {
		const struct sql_evidence_checklist_row *r = &papers.rows.v[i];

		if (!r->required || r->lacking == 0 || there[r->document])
			continue;
		there[r->document] = true;
		MUST(attach(d, f, unit, letter_no, r->document, names[r->document]));
	}
	return ERR_OK;
}

static enum err
nominate(struct demo *d, const struct demo_unit *u, struct filled *f, const char *taken[])
{
	struct sql_ctl_award_find_row award;
	struct demo_nominee n;
	struct nomination_input in = { 0 };
	bool found, again;

	do {
		demo_nominee(d->c->arena, &d->dice, u, &n);
		again = false;
		for (size_t i = 0; i < f->n; i++)
			again = again || str_eq(taken[i], n.name);
	} while (again);
	taken[f->n] = n.name;
	MUST(sql_ctl_award_find(d->c->db, d->c->arena,
	    &(struct sql_ctl_award_find_params){ .code = n.award }, &award, &found));
	if (!found)
		return ERR_NOT_FOUND;
	in.kind = n.kind;
	in.name = n.name;
	in.position = n.position;
	in.workplace = n.workplace;
	in.achievement = n.achievement;
	in.gender = n.gender;
	in.gender_known = n.kind == NOMINEE_KIND_PERSON;
	in.birth.on = n.born;
	in.award_type_id = award.award_type_id;
	in.field = n.field;
	MUST(nomination_op_add(&d->x, f->id, &in, &f->v[f->n]));
	f->ids[f->n] = f->v[f->n].v;
	f->n++;
	return ERR_OK;
}

/* What its people were honoured for before, so that verdicts have something to say. */
static enum err
give_history(struct demo *d, const struct filled *f)
{
	int64_t n;

	MUST(sql_ctl_demo_history(d->c->db, d->c->arena,
	    &(struct sql_ctl_demo_history_params){ .dossier_id = f->id }, &n));
	MUST(sql_ctl_demo_history_years(d->c->db, d->c->arena,
	    &(struct sql_ctl_demo_history_years_params){ .dossier_id = f->id }, &n));
	return sql_ctl_demo_history_initiatives(d->c->db, d->c->arena,
	    &(struct sql_ctl_demo_history_initiatives_params){ .dossier_id = f->id }, &n);
}

/* A dossier with n nominations, in the hands of its drafter. */
static enum err
dossier_make(struct demo *d, const char *unit_code, size_t n, const char *letter_no,
    struct timestamp at, struct filled *f)
{
	const struct demo_unit *u = demo_unit_of(unit_code);
	struct dossier_input in = { .season_id = d->season };
	const char *taken[16];

	memset(f, 0, sizeof(*f));
	d->doing = arena_printf(d->c->arena, "dossier of %s", u->name);
	MUST(unit_of(d, unit_code, &in.unit_id));
	in.title = arena_printf(d->c->arena, "Đề nghị khen thưởng của %s", u->name);
	in.letter_no = letter_no;
	if (!str_empty(letter_no))
		in.letter_date = date_of(at);
	MUST(become(d, arena_printf(d->c->arena, "soanthao.%s", u->key), at));
	MUST(dossier_op_create(&d->x, &in, &f->id));
	while (f->n < n)
		MUST(nominate(d, u, f, taken));
	MUST(give_history(d, f));
	if (!str_empty(letter_no)) {
		MUST(attach(d, f, in.unit_id, letter_no, DOCUMENT_KIND_LETTER, "to-trinh.pdf"));
		MUST(attach_papers(d, f, in.unit_id, letter_no));
	}
	return redate(d, at);
}

static enum err
dossier_file(struct demo *d, const char *unit_code, struct filled *f, struct timestamp at)
{
	struct sql_dossier_get_row row;
	struct filing_id filing;
	enum dossier_window window;

	d->doing = arena_printf(d->c->arena, "filing of %s", unit_code);
	MUST(become(
	    d, arena_printf(d->c->arena, "lanhdao.%s", demo_unit_of(unit_code)->key), at));
	MUST(dossier_op_get(&d->x, f->id, &row));
	MUST(filing_op_submit(
	    &d->x, f->id, row.version, row.drafts + row.returned, &window, &filing));
	return redate(d, at);
}

static enum err
dossier_receive(struct demo *d, struct filled *f, struct timestamp at)
{
	d->doing = "appraisal";
	MUST(become(d, "thamdinh", at));
	MUST(review_op_begin(&d->x, f->id));
	return redate(d, at);
}

static enum err
judge(struct demo *d, struct filled *f, size_t first, size_t n, enum review_act act,
    const char *reason, struct timestamp at)
{
	struct review_choice choice = { .act = act, .reason = reason };

	d->doing = "appraisal";
	MUST(become(d, "thamdinh", at));
	MUST(review_op_act(&d->x, f->id, f->ids + first, n, &choice));
	return redate(d, at);
}

/* Filed, received and found eligible, all of it, except for the last `not_eligible`; appraisal finished. */
static enum err
dossier_appraised(struct demo *d, const char *unit_code, size_t n, const char *letter_no,
    struct timestamp at, size_t not_eligible, struct filled *f)
{
	const int64_t hour = INT64_C(3600) * 1000000, day = 24 * hour;

	MUST(dossier_make(d, unit_code, n, letter_no, at, f));
	MUST(dossier_file(d, unit_code, f, (struct timestamp){ at.us + day + 2 * hour }));
	MUST(dossier_receive(d, f, (struct timestamp){ at.us + 3 * day + hour }));
	if (not_eligible > 0) {
		MUST(judge(d, f, n - not_eligible, not_eligible, REVIEW_ACT_INELIGIBLE,
		    "Thành tích đã được khen thưởng đột xuất trong năm, không tính lại cho cùng một thành tích (Luật Thi đua, khen thưởng 2022, Điều 5).",
		    (struct timestamp){ at.us + 6 * day }));
	}
	MUST(judge(d, f, 0, n - not_eligible, REVIEW_ACT_ELIGIBLE, "",
	    (struct timestamp){ at.us + 7 * day }));
	d->doing = "appraisal";
	MUST(become(d, "thamdinh", (struct timestamp){ at.us + 7 * day + hour }));
	MUST(review_op_finish(&d->x, f->id));
	f->n = n - not_eligible;
	return redate(d, (struct timestamp){ at.us + 7 * day + hour });
}

/* --- council ---------------------------------------------------------------------------------------------- */

static enum err
session_make(struct demo *d, const char *title, struct date held_on,
    const struct filled *dossiers, size_t n, struct timestamp at, struct council_session_id *id)
{
	struct session_input in = { .council_id = d->council,
		.title = title,
		.held_on = held_on,
		.place = "Phòng họp số 1, Trụ sở UBND tỉnh, phường Rạch Giá" };

	d->doing = title;
	MUST(become(d, "thuky", at));
	MUST(council_op_session_create(&d->x, &in, id));
	for (size_t i = 0; i < n; i++)
		MUST(council_op_agenda_add(&d->x, *id, dossiers[i].v, dossiers[i].n));
	return redate(d, at);
}

/* present members sit in the room, then `written` have sent their opinion, the others are absent. */
static enum err
session_open(struct demo *d, struct council_session_id id, size_t present, size_t written,
    struct timestamp at)
{
	struct attendance_line lines[MEMBERS];
	const char *contradicted;

	d->doing = "opening of a session";
	MUST(become(d, "thuky", at));
	for (size_t i = 0; i < d->members.n && i < MEMBERS; i++) {
		/* The secretary, the last one, is always there. */
		bool last = i == MEMBERS - 1;

		lines[i].member = d->members.v[i].council_member_id;
		lines[i].attendance = last || i < present - 1 ? ATTENDANCE_PRESENT
		    : i < present - 1 + written               ? ATTENDANCE_WRITTEN
							      : ATTENDANCE_ABSENT;
	}
	MUST(council_op_attendance(&d->x, id, lines, MEMBERS, &contradicted));
	MUST(council_op_session_open(&d->x, id));
	return redate(d, at);
}

/* Votes of the members first..first+n-1 on items; every item at `against` gets disapproval and abstention. */
static enum err
votes_cast(struct demo *d, struct council_session_id id,
    const struct sql_ctl_demo_items_rows *items, size_t from_item, size_t nitems, size_t first,
    size_t n, size_t against, struct timestamp at)
{
	struct vote_line *lines = arena_array(d->c->arena, nitems + 1, sizeof(*lines));

	for (size_t m = first; m < first + n; m++) {
		for (size_t i = 0; i < nitems; i++) {
			lines[i].item = items->v[from_item + i].agenda_item_id;
			lines[i].choice = VOTE_CHOICE_APPROVE;
			if (from_item + i == against && m % 2 == 0)
				lines[i].choice =
				    m % 4 == 0 ? VOTE_CHOICE_DISAPPROVE : VOTE_CHOICE_ABSTAIN;
		}
		MUST(become(d, d->members.v[m].username, at));
		MUST(council_op_vote(&d->x, id, lines, nitems));
	}
	return redate(d, at);
}

static enum err
written_opinions(struct demo *d, struct council_session_id id,
    const struct sql_ctl_demo_items_rows *items, size_t n, size_t member, struct timestamp at)
{
	struct vote_line *lines = arena_array(d->c->arena, n + 1, sizeof(*lines));

	for (size_t i = 0; i < n; i++)
		lines[i] =
		    (struct vote_line){ items->v[i].agenda_item_id, VOTE_CHOICE_APPROVE };
	MUST(become(d, "thuky", at));
	MUST(council_op_written(&d->x, id, d->members.v[member].council_member_id, lines, n));
	return redate(d, at);
}

static enum err
items_of(struct demo *d, struct council_session_id id, struct sql_ctl_demo_items_rows *items)
{
	return sql_ctl_demo_items(d->c->db, d->c->arena,
	    &(struct sql_ctl_demo_items_params){ .council_session_id = id }, items);
}

static enum err
items_close(struct demo *d, struct council_session_id id,
    const struct sql_ctl_demo_items_rows *items, size_t n, struct timestamp at)
{
	int64_t *ids = arena_array(d->c->arena, n + 1, sizeof(*ids));

	for (size_t i = 0; i < n; i++)
		ids[i] = items->v[i].agenda_item_id.v;
	MUST(become(d, "thuky", at));
	MUST(council_op_close_items(&d->x, id, ids, n));
	return redate(d, at);
}

/* A whole session: 14 in the room, one opinion in writing, one item rejected. */
static enum err
session_held(struct demo *d, const char *title, const struct filled *dossiers, size_t n,
    struct timestamp at, size_t against, struct council_session_id *id)
{
	const int64_t hour = INT64_C(3600) * 1000000;
	struct sql_ctl_demo_items_rows items;
	struct timestamp later = { at.us + hour }, end = { at.us + 2 * hour };

	MUST(session_make(
	    d, title, date_of(at), dossiers, n, (struct timestamp){ at.us - 48 * hour }, id));
	MUST(session_open(d, *id, 14, 1, at));
	MUST(items_of(d, *id, &items));
	MUST(council_op_open_items(&d->x, *id, (struct agenda_item_id){ 0 }));
	MUST(redate(d, at));
	d->doing = title;
	MUST(votes_cast(d, *id, &items, 0, items.n, 0, 13, against, later));
	MUST(votes_cast(d, *id, &items, 0, items.n, MEMBERS - 1, 1, against, later));
	MUST(written_opinions(d, *id, &items, items.n, 13, later));
	MUST(items_close(d, *id, &items, items.n, end));
	MUST(council_op_session_close(&d->x, *id));
	return redate(d, end);
}

/* Held now: 13 of 15 in the room; two items decided, three being voted on, the last counted on paper. */
static enum err
session_under_way(struct demo *d, const char *title, const struct filled *dossiers, size_t n)
{
	const int64_t minute = INT64_C(60) * 1000000;
	struct sql_ctl_demo_items_rows items;
	struct council_session_id id;
	struct paper_line paper = { .count = { 12, 1, 0 } };
	struct timestamp at = { d->now.us - 50 * minute };

	MUST(session_make(d, title, date_of(d->now), dossiers, n,
	    (struct timestamp){ at.us - 2880 * minute }, &id));
	MUST(items_of(d, id, &items));
	MUST(council_op_set_method(
	    &d->x, id, items.v[items.n - 1].agenda_item_id, VOTE_METHOD_PAPER));
	MUST(session_open(d, id, 13, 1, at));
	MUST(council_op_open_items(&d->x, id, (struct agenda_item_id){ 0 }));
	MUST(redate(d, at));
	d->doing = title;
	MUST(votes_cast(
	    d, id, &items, 0, 2, 0, 12, items.n, (struct timestamp){ at.us + 10 * minute }));
	MUST(votes_cast(d, id, &items, 0, 2, MEMBERS - 1, 1, items.n,
	    (struct timestamp){ at.us + 12 * minute }));
	MUST(written_opinions(
	    d, id, &items, items.n - 1, 12, (struct timestamp){ at.us + 15 * minute }));
	MUST(items_close(d, id, &items, 2, (struct timestamp){ at.us + 20 * minute }));
	MUST(votes_cast(
	    d, id, &items, 2, items.n - 3, 4, 8, 3, (struct timestamp){ at.us + 30 * minute }));
	MUST(become(d, "thuky", (struct timestamp){ at.us + 40 * minute }));
	paper.item = items.v[items.n - 1].agenda_item_id;
	MUST(council_op_paper(&d->x, id, &paper, 1));
	return redate(d, (struct timestamp){ at.us + 40 * minute });
}

/* --- decisions ----------------------------------------------------------------------------------------- */

static enum err
decide(struct demo *d, struct council_session_id session, const struct filled *dossiers,
    size_t n, const char *number, struct timestamp at, struct decision_id *id)
{
	struct decision_input in = { .council_session_id = session,
		.number = number,
		.decided_on = date_of(at),
		.signatory_name = "Huỳnh Văn Chủ",
		.signatory_position = "Chủ tịch Ủy ban nhân dân tỉnh" };
	struct decision_draft draft;
	int64_t ids[128];

	d->doing = arena_printf(d->c->arena, "decision %s", number);
	MUST(become(d, "ky", at));
	MUST(unit_of(d, PROVINCE, &in.unit_id));
	MUST(decision_op_draft(&d->x, session, in.decided_on, &draft));
	/* Approved ones of these dossiers; all of the session when none are named. */
	for (size_t i = 0; i < draft.nominations.n && in.n < 128; i++) {
		bool named = n == 0;

		for (size_t k = 0; k < n; k++) {
			for (size_t j = 0; j < dossiers[k].n; j++)
				named = named ||
				    dossiers[k].v[j].v ==
					draft.nominations.v[i].nomination_id.v;
		}
		if (named)
			ids[in.n++] = draft.nominations.v[i].nomination_id.v;
	}
	in.nomination_ids = ids;
	MUST(decision_op_record(&d->x, &in, id));
	return redate(d, at);
}

/* --- honour lists -------------------------------------------------------------------------------------- */

/* Prepared by one publisher, so that a second one can confirm it. */
static enum err
list_prepare(struct demo *d, struct decision_id decision, const char *title,
    struct timestamp at, struct honour_list_id *id)
{
	struct sql_publication_get_row row;

	d->doing = title;
	MUST(become(d, "congbo1", at));
	MUST(publication_op_create(&d->x, decision, title,
	    "Danh sách mẫu để giới thiệu sản phẩm: tên người và thành tích đều không có thật.",
	    id));
	MUST(publication_op_get(&d->x, *id, &row));
	MUST(publication_op_prepare(&d->x, *id, row.version));
	return redate(d, at);
}

/* Confirmed and handed to the jobs process, which renders it as it renders every list. */
static enum err
list_publish(struct demo *d, struct honour_list_id id, struct timestamp at)
{
	struct sql_publication_get_row row;

	d->doing = "publication";
	MUST(become(d, "congbo2", at));
	MUST(publication_op_get(&d->x, id, &row));
	MUST(publication_op_confirm(&d->x, id, row.version, row.content_sha256));
	MUST(publication_op_get(&d->x, id, &row));
	MUST(publication_op_publish(&d->x, id, row.version, at));
	return redate(d, at);
}

/* --- the story ------------------------------------------------------------------------------------------ */

/* Last year: twelve units, a session, a decision. */
static enum err
past_season(struct demo *d, int year, struct decision_id *decision)
{
	struct date from = { (int16_t)year, 7, 15 }, to = { (int16_t)year, 12, 31 };
	struct timestamp closes = at_hour((struct date){ (int16_t)year, 11, 30 }, 17, 0);
	struct council_session_id session;
	struct filled f[12];

	/* Held open while it is filled; its true end is set below. */
	MUST(season_make(d,
	    arena_printf(d->c->arena,
		"Thi đua lập thành tích năm %d: An Giang hợp nhất, vững bước vươn xa", year),
	    arena_printf(d->c->arena, "Khen thưởng tổng kết năm %d", year), year, from, to,
	    at_hour((struct date){ (int16_t)year, 10, 1 }, 7, 30),
	    (struct timestamp){ d->now.us + INT64_C(86400) * 1000000 }));
	for (size_t i = 0; i < 12; i++) {
		MUST(dossier_appraised(d, demo_units[i].code, i < 4 ? 5 : 4,
		    arena_printf(d->c->arena, "%zu/TTr-%s", 41 + 7 * i,
			demo_units[i].code[0] < 'A' ? "UBND" : demo_units[i].code),
		    at_hour((struct date){ (int16_t)year, 11, (int8_t)(3 + i) }, 8 + (int)i % 8,
			12),
		    i == 3 || i == 9 ? 1 : 0, &f[i]));
	}
	d->seen[0] = f[0].v[0];
	MUST(session_held(d,
	    arena_printf(d->c->arena, "Phiên họp xét khen thưởng tổng kết năm %d", year), f, 12,
	    at_hour((struct date){ (int16_t)year, 12, 10 }, 8, 0), 17, &session));
	MUST(decide(d, session, NULL, 0, "2187/QĐ-UBND",
	    at_hour((struct date){ (int16_t)year, 12, 22 }, 9, 30), decision));
	return sql_ctl_demo_season_close(d->c->db, d->c->arena,
	    &(struct sql_ctl_demo_season_close_params){
		.season_id = d->season, .closes_at = closes },
	    NULL);
}

/* Somebody nominated before, again in this dossier: the register knows them. */
static enum err
nominate_again(struct demo *d, struct dossier_id dossier, struct nomination_id seen)
{
	struct sql_dossier_nomination_get_row n;
	struct nomination_input in = { 0 };
	struct nomination_id id;

	MUST(dossier_op_nomination(&d->x, seen, &n));
	in.kind = n.kind;
	in.name = n.name;
	in.position = n.position;
	in.workplace = n.workplace;
	in.achievement = n.achievement;
	in.gender = n.gender;
	in.gender_known = !n.gender_null;
	in.birth.on = n.born_on;
	in.award_type_id = n.award_type_id;
	in.field = n.field;
	return nomination_op_add(&d->x, dossier, &in, &id);
}

/* A draft somebody is still writing: no letter, no file, one achievement missing, two known to the register. */
static enum err
unfinished_draft(struct demo *d, struct timestamp at)
{
	struct nomination_input in = { .kind = NOMINEE_KIND_PERSON,
		.name = "Lê Thị Thu Cúc",
		.gender = GENDER_FEMALE,
		.gender_known = true,
		.position = "Tổ trưởng Tổ phụ nữ tự quản",
		.workplace = "Phường Rạch Giá",
		.achievement = "",
		.field = ACHIEVEMENT_FIELD_SOCIAL_POLICY };
	struct sql_ctl_award_find_row award;
	struct nomination_id id;
	struct filled f;
	bool found;

	MUST(dossier_make(d, "30742", 3, "", at, &f));
	MUST(sql_ctl_award_find(d->c->db, d->c->arena,
	    &(struct sql_ctl_award_find_params){ .code = "BK_TINH_CN" }, &award, &found));
	if (!found)
		return ERR_NOT_FOUND;
	in.birth.year = 1979;
	in.award_type_id = award.award_type_id;
	if (d->app.identity != NULL)
		in.id_number = "091179004321";
	MUST(nomination_op_add(&d->x, f.id, &in, &id));
	for (size_t i = 0; i < 2; i++)
		MUST(nominate_again(d, f.id, d->seen[i]));
	return redate(d, at);
}

/* This year, open: dossiers at every stage. */
static enum err
present_season(
    struct demo *d, int year, struct decision_id *without_list, struct decision_id *with_list)
{
	struct date from = { (int16_t)year, 1, 15 }, to = { (int16_t)year, 12, 31 };
	struct timestamp closes = at_hour(to, 17, 0);
	struct council_session_id first, second, third;
	struct filled f[8];
	const char *name;

	if (closes.us < d->now.us + INT64_C(14 * 86400) * 1000000)
		closes = days_ago(d, -30, 17, 0);
	name = arena_printf(d->c->arena, "Khen thưởng tổng kết năm %d", year);
	MUST(season_make(d,
	    arena_printf(d->c->arena,
		"Cả tỉnh chung sức vì người dân, hướng tới APEC 2027 (năm %d)", year),
	    name, year, from, to, days_ago(d, 75, 7, 30), closes));

	/* Decided: one recorded decision waits for its list, the other's list waits for its second person. */
	MUST(dossier_appraised(d, "30769", 6, "88/TTr-UBND", days_ago(d, 60, 9, 0), 0, &f[0]));
	MUST(
	    dossier_appraised(d, "30403", 6, "63/TTr-UBND", days_ago(d, 58, 10, 20), 1, &f[1]));
	MUST(session_held(d, arena_printf(d->c->arena, "Phiên họp thứ nhất năm %d", year), f, 2,
	    days_ago(d, 40, 8, 0), 99, &first));
	MUST(decide(d, first, &f[0], 1, "1902/QĐ-UBND", days_ago(d, 33, 10, 0), without_list));
	MUST(decide(d, first, &f[1], 1, "1915/QĐ-UBND", days_ago(d, 31, 14, 30), with_list));

	/* Approved, waiting for a decision. */
	MUST(
	    dossier_appraised(d, "30316", 5, "120/TTr-UBND", days_ago(d, 35, 8, 40), 0, &f[2]));
	MUST(dossier_appraised(
	    d, "SGDDT", 3, "310/TTr-SGDDT", days_ago(d, 34, 15, 10), 0, &f[3]));
	MUST(session_held(d, arena_printf(d->c->arena, "Phiên họp thứ hai năm %d", year), &f[2],
	    2, days_ago(d, 12, 8, 0), 4, &second));

	/* Being voted on now; and eligible, on the agenda of the session after it. */
	MUST(dossier_appraised(d, "SYT", 4, "212/TTr-SYT", days_ago(d, 26, 9, 15), 0, &f[4]));
	MUST(dossier_appraised(d, "30544", 4, "77/TTr-UBND", days_ago(d, 25, 10, 5), 1, &f[5]));
	MUST(session_under_way(
	    d, arena_printf(d->c->arena, "Phiên họp thứ ba năm %d", year), &f[4], 2));
	MUST(
	    dossier_appraised(d, "SNNMT", 3, "405/TTr-SNNMT", days_ago(d, 20, 8, 5), 0, &f[6]));
	MUST(session_make(d, arena_printf(d->c->arena, "Phiên họp thứ tư năm %d", year),
	    date_from_days(date_to_days(date_of(d->now)) + 9), &f[6], 1, days_ago(d, 1, 16, 0),
	    &third));

	/* With the appraiser, in every state. */
	MUST(dossier_make(d, "31078", 8, "154/TTr-UBND", days_ago(d, 18, 9, 0), &f[7]));
	MUST(dossier_file(d, "31078", &f[7], days_ago(d, 17, 10, 0)));
	MUST(dossier_receive(d, &f[7], days_ago(d, 14, 9, 30)));
	MUST(judge(d, &f[7], 0, 3, REVIEW_ACT_ELIGIBLE, "", days_ago(d, 6, 9, 0)));
	MUST(judge(d, &f[7], 3, 1, REVIEW_ACT_INELIGIBLE,
	    "Báo cáo thành tích nêu kết quả của năm trước, chưa thuộc đợt xét này.",
	    days_ago(d, 6, 9, 20)));
	MUST(judge(d, &f[7], 4, 1, REVIEW_ACT_HOLD,
	    "Chờ kết luận của Thanh tra tỉnh về đơn phản ánh.", days_ago(d, 5, 15, 0)));

	/* Sent back. */
	MUST(dossier_make(d, "30742", 6, "96/TTr-UBND", days_ago(d, 16, 14, 0), &f[7]));
	d->seen[1] = f[7].v[0];
	MUST(dossier_file(d, "30742", &f[7], days_ago(d, 15, 8, 30)));
	MUST(dossier_receive(d, &f[7], days_ago(d, 11, 9, 30)));
	MUST(judge(d, &f[7], 0, 3, REVIEW_ACT_ELIGIBLE, "", days_ago(d, 4, 9, 0)));
	MUST(judge(d, &f[7], 4, 2, REVIEW_ACT_RETURN,
	    "Bổ sung biên bản họp bình xét và nêu rõ sáng kiến đã được công nhận ở cấp nào.",
	    days_ago(d, 4, 9, 40)));

	/* Filed, nobody has looked yet. */
	MUST(dossier_make(d, "30307", 8, "131/TTr-UBND", days_ago(d, 5, 9, 0), &f[7]));
	MUST(dossier_file(d, "30307", &f[7], days_ago(d, 3, 16, 45)));
	MUST(dossier_make(d, "31108", 2, "18/TTr-UBND", days_ago(d, 9, 9, 0), &f[7]));
	MUST(dossier_file(d, "31108", &f[7], days_ago(d, 8, 10, 15)));

	/* Being written. */
	MUST(unfinished_draft(d, days_ago(d, 1, 10, 0)));
	return dossier_make(d, "30904", 3, "52/TTr-UBND", days_ago(d, 2, 15, 0), &f[7]);
}

static enum err
example_make(struct demo *d)
{
	struct date today = date_of(d->now);
	struct decision_id past, without_list, with_list;
	struct honour_list_id published, waiting;

	MUST(people_make(d));
	MUST(council_make(d, at_hour((struct date){ (int16_t)(today.year - 1), 8, 5 }, 9, 0)));
	MUST(past_season(d, today.year - 1, &past));
	MUST(list_prepare(d, past,
	    arena_printf(d->c->arena, "Khen thưởng tổng kết năm %d", today.year - 1),
	    at_hour((struct date){ (int16_t)(today.year - 1), 12, 25 }, 10, 0), &published));
	MUST(list_publish(
	    d, published, at_hour((struct date){ (int16_t)(today.year - 1), 12, 29 }, 8, 0)));
	MUST(present_season(d, today.year, &without_list, &with_list));
	MUST(list_prepare(
	    d, with_list, "Gương sáng xã Châu Phong", days_ago(d, 28, 9, 0), &waiting));
	d->doing = "marking as sample";
	return sql_ctl_demo_mark(d->c->db, d->c->arena, NULL);
}

static int
do_demo(struct ctl *c, void *arg)
{
	struct demo *d = arg;
	enum err err;

	if ((err = example_make(d)) == ERR_OK)
		return CTL_OK;
	if (d->x.why != NULL)
		return ctl_fail("%s: %s", d->doing, d->x.why);
	return ctl_fail_db(c, err, d->doing);
}

/* --- the command ---------------------------------------------------------------------------------------- */

static int
accounts_write(const char *path)
{
	FILE *out = path == NULL ? stdout : fopen(path, "w");
	bool bad;

	if (out == NULL)
		return ctl_fail("cannot write to %s", path);
	fprintf(out, "Tài khoản mẫu / sample accounts, mật khẩu / password: %s\n\n", PASSWORD);
	fprintf(out, "  %-22s %s\n", "soanthao.rachgia", "soạn hồ sơ của phường Rạch Giá");
	fprintf(out, "  %-22s %s\n", "lanhdao.rachgia", "nộp hồ sơ của phường Rạch Giá");
	fprintf(out, "  %-22s %s\n", "soanthao.longxuyen", "soạn hồ sơ của phường Long Xuyên");
	fprintf(out, "  %-22s %s\n", "lanhdao.longxuyen", "nộp hồ sơ của phường Long Xuyên");
	for (size_t i = 0; i < sizeof(persons) / sizeof(persons[0]); i++) {
		fprintf(out, "  %-22s %s\n", persons[i].username, persons[i].does);
		if (str_eq(persons[i].username, "chutich.hd"))
			fprintf(
			    out, "  %-22s %s\n", "uyvien01 .. uyvien13", "ủy viên Hội đồng");
	}
	fprintf(out, "  soanthao., lanhdao. + ");
	for (size_t i = 2; i < demo_unit_count; i++)
		fprintf(out, "%s%s", i == 2 ? "" : ", ", demo_units[i].key);
	fputc('\n', out);
	bad = ferror(out) != 0;
	if (path != NULL)
		bad = fclose(out) != 0 || bad;
	return bad ? ctl_fail("cannot write to %s", path) : CTL_OK;
}

int
ctl_demo(struct ctl *c)
{
	struct sql_ctl_demo_present_row present;
	struct demo d = { .c = c, .dice = 20260701, .now = clock_now(), .doing = "" };
	const char *accounts = ctl_option(c, "--accounts"), *why;
	enum err err;
	int status;

	if (!ctl_args_are(c, 0))
		return CTL_USAGE;
	if ((err = db_begin(c->db, DB_READ_ONLY, NULL, NULL, NULL)) == ERR_OK)
		err = sql_ctl_demo_present(c->db, c->arena, &present);
	db_rollback(c->db);
	if (err != ERR_OK)
		return ctl_fail_db(c, err, "demo");
	if (!present.sample) {
		if (present.real)
			return ctl_fail(
			    "there is real work in this database; the example only goes into an empty one");
		if (account_hash_password(c->arena, PASSWORD, &d.hash) != ERR_OK)
			return ctl_fail("not enough memory to hash a password");
		d.app.db = c->db;
		if (!str_empty(getenv("VD_IDENTITY_KEY_FILE")) &&
		    (d.app.identity =
			    identity_keys_read(getenv("VD_IDENTITY_KEY_FILE"), &why)) == NULL)
			return ctl_fail("%s: %s", getenv("VD_IDENTITY_KEY_FILE"), why);
		if ((status = ctl_transaction(c, do_demo, &d)) != CTL_OK)
			return status;
		fprintf(stderr, "the living example is made\n");
	}
	return accounts_write(accounts);
}
