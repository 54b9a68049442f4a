/* A small province for tests, made by SQL as the owner. */
#include "support/world.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "support/unit.h"

__attribute__((format(printf, 2, 0))) static PGresult *
run(PGconn *c, const char *fmt, va_list ap)
{
	char *sql;
	PGresult *res;

	if (vasprintf(&sql, fmt, ap) < 0)
		abort();
	res = PQexec(c, sql);
	if (PQresultStatus(res) != PGRES_COMMAND_OK && PQresultStatus(res) != PGRES_TUPLES_OK)
		fail_msg("%s\n%s", sql, PQerrorMessage(c));
	free(sql);
	return res;
}

void
world_sql(PGconn *c, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	PQclear(run(c, fmt, ap));
	va_end(ap);
}

int64_t
world_i64(PGconn *c, const char *fmt, ...)
{
	va_list ap;
	PGresult *res;
	int64_t value;

	va_start(ap, fmt);
	res = run(c, fmt, ap);
	va_end(ap);
	if (PQntuples(res) == 0 || PQgetisnull(res, 0, 0))
		fail_msg("no value from: %s", fmt);
	value = strtoll(PQgetvalue(res, 0, 0), NULL, 10);
	PQclear(res);
	return value;
}

/* --- base ------------------------------------------------------------------------------------- */

static void
units(PGconn *c)
{
	world_sql(c,
	    "insert into office.unit (code, name_vi, name_en, kind, valid_from, name_folded) values "
	    "('91', 'Tỉnh An Giang', 'An Giang Province', 'province', '2025-07-01', 'tinh an giang') "
	    "on conflict do nothing");
	world_sql(c,
	    "insert into office.unit (code, name_vi, name_en, kind, parent_id, valid_from, name_folded) "
	    "select v.code, v.name, v.en, v.kind::office.unit_kind, p.id, '2025-07-01', v.folded "
	    "from (values ('30742', 'Phường Rạch Giá', 'Rach Gia Ward', 'ward', 'phuong rach gia'), "
	    "('30307', 'Phường Long Xuyên', 'Long Xuyen Ward', 'ward', 'phuong long xuyen'), "
	    "('SNV', 'Sở Nội vụ', 'Department of Home Affairs', 'department', 'so noi vu')) v (code, name, en, kind, folded) "
	    "join office.unit p on p.code = '91' on conflict do nothing");
	world_sql(c, "select office.unit_closure_refresh()");
}

static void
person(PGconn *c, const char *username, const char *name, const char *roles, const char *unit)
{
	world_sql(c,
	    "insert into office.account (username, full_name) values ('%s', '%s') on conflict do nothing",
	    username, name);
	world_sql(c,
	    "insert into office.credential (account_id, password_hash) "
	    "select id, '$argon2id$none' from office.account where username = '%s' on conflict do nothing",
	    username);
	world_sql(c,
	    "insert into office.role_grant (account_id, role, unit_id) "
	    "select a.id, r::office.role, u.id from office.account a, office.unit u, unnest('{%s}'::text[]) r "
	    "where a.username = '%s' and u.code = '%s' on conflict do nothing",
	    roles, username, unit);
}

static void
people(PGconn *c)
{
	static const struct {
		const char *username, *name, *roles, *unit;
	} list[] = {
		{ "quantri", "Lê Quốc Trị", "administrator", "91" },
		{ "soanthao.rachgia", "Nguyễn Thị Hòa", "drafter", "30742" },
		{ "lanhdao.rachgia", "Trần Văn Lãnh", "unit_head", "30742" },
		{ "soanthao.longxuyen", "Phạm Thị Soạn", "drafter", "30307" },
		{ "lanhdao.longxuyen", "Lâm Văn Đạo", "unit_head", "30307" },
		{ "thamdinh", "Võ Thị Thẩm", "appraiser", "91" },
		{ "thuky", "Danh Thị Thư", "council_secretary,council_member", "91" },
		{ "chutich.hd", "Huỳnh Văn Chủ", "council_chair,council_member", "91" },
		{ "ky", "Hồ Văn Ký", "signatory", "91" },
		{ "congbo1", "Lý Thị Công", "publisher", "91" },
		{ "congbo2", "Ngô Văn Bố", "publisher", "91" },
		{ "baochi", "Mai Văn Báo", "press", "91" },
		{ "kiemtra", "Tô Thị Kiểm", "auditor", "91" },
	};
	char username[32], name[64];

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		person(c, list[i].username, list[i].name, list[i].roles, list[i].unit);
	for (int i = 1; i <= 13; i++) {
		snprintf(username, sizeof(username), "uyvien%02d", i);
		snprintf(name, sizeof(name), "Ủy viên %02d", i);
		person(c, username, name, "council_member", "91");
	}
}

static void
awards(PGconn *c)
{
	world_sql(c,
	    "insert into office.award_type (code, name_vi, name_en, category, recipient, authority_level, "
	    "bonus_coefficient, legal_basis, confidence, valid_from) values "
	    "('LDTT', 'Lao động tiên tiến', 'Advanced Worker', 'danh_hieu', 'individual', 'agency', 0.3, 'Luật 06/2022 Đ24', 'test', '2022-01-01'), "
	    "('CSTD_CS', 'Chiến sĩ thi đua cơ sở', 'Grassroots Emulation Fighter', 'danh_hieu', 'individual', 'agency', 1, 'Luật 06/2022 Đ23', 'test', '2022-01-01'), "
	    "('CSTD_TINH', 'Chiến sĩ thi đua Bộ, ban, ngành, tỉnh (cấp tỉnh)', 'Province-level Emulation Fighter', 'danh_hieu', 'individual', 'ministry_province', 3, 'Luật 06/2022 Đ22', 'test', '2022-01-01'), "
	    "('TT_LDTT', 'Tập thể lao động tiên tiến', 'Advanced Labour Collective', 'danh_hieu', 'collective', 'agency', 0.6, 'Luật 06/2022 Đ28', 'test', '2022-01-01'), "
	    "('TT_LDXS', 'Tập thể lao động xuất sắc', 'Outstanding Labour Collective', 'danh_hieu', 'collective', 'ministry_province', 1.5, 'Luật 06/2022 Đ27', 'test', '2022-01-01'), "
	    "('GD_VH', 'Gia đình văn hóa', 'Cultural Family', 'danh_hieu', 'household', 'commune', 0.1, 'Luật 06/2022 Đ30', 'test', '2022-01-01'), "
	    "('BK_TINH_CN', 'Bằng khen của Chủ tịch UBND tỉnh / Bộ, ban, ngành, tỉnh (cá nhân)', 'Certificate of Merit (individual)', 'khen_thuong', 'individual', 'ministry_province', 1.5, 'Luật 06/2022 Đ74', 'test', '2022-01-01'), "
	    "('BK_TINH_TT', 'Bằng khen của Chủ tịch UBND tỉnh (tập thể)', 'Certificate of Merit (collective)', 'khen_thuong', 'collective', 'ministry_province', 3, 'Luật 06/2022 Đ74', 'test', '2022-01-01'), "
	    "('BK_TINH_HGD', 'Bằng khen của Chủ tịch UBND tỉnh (hộ gia đình)', 'Certificate of Merit (household)', 'khen_thuong', 'household', 'ministry_province', 1.5, 'Luật 06/2022 Đ74', 'test', '2022-01-01') "
	    "on conflict do nothing");
	world_sql(c,
	    "insert into office.award_type (code, name_vi, name_en, category, recipient, authority_level, "
	    "bonus_coefficient, legal_basis, confidence, valid_from, valid_to) values "
	    "('CU', 'Danh hiệu đã bãi bỏ', 'Abolished title', 'danh_hieu', 'individual', 'agency', 0, 'cũ', 'test', '2000-01-01', '2021-12-31') "
	    "on conflict do nothing");
	world_sql(c,
	    "insert into office.award_alias (folded, recipient, award_type_id, loose) "
	    "select v.folded, v.recipient::office.award_recipient, w.id, v.loose from (values "
	    "('chien si thi dua cap tinh', 'individual', 'CSTD_TINH', false), "
	    "('bang khen cua chu tich ubnd tinh', 'individual', 'BK_TINH_CN', false), "
	    "('bang khen cua chu tich ubnd tinh', 'collective', 'BK_TINH_TT', false), "
	    "('bang khen cua chu tich ubnd tinh', 'household', 'BK_TINH_HGD', false), "
	    "('cstdcs', 'individual', 'CSTD_CS', true), "
	    "('bang khen ubnd tinh', 'individual', 'BK_TINH_CN', true), "
	    "('bang khen ubnd tinh', 'collective', 'BK_TINH_TT', true)) v (folded, recipient, code, loose) "
	    "join office.award_type w on w.code = v.code on conflict do nothing");
	world_sql(c,
	    "insert into office.vote_rule (award_type_id, level, percent, secret, legal_basis, valid_from) "
	    "select w.id, 'province', case when w.code = 'CSTD_TINH' then 90 else 80 end, w.code = 'CSTD_TINH', 'test', '2022-01-01' "
	    "from office.award_type w where w.code <> 'CU' "
	    "and not exists (select from office.vote_rule r where r.award_type_id = w.id)");
	world_sql(c,
	    "insert into office.base_salary (valid_from, amount_dong, legal_basis, confidence) values "
	    "('2024-07-01', 2340000, 'NĐ 73/2024', 'test'), ('2026-07-01', 2530000, 'NĐ 161/2026', 'test') on conflict do nothing");
	world_sql(c,
	    "insert into office.bonus_rounding (valid_from, unit_dong, mode, legal_basis) values "
	    "('2022-01-01', 10000, 'up', 'NĐ 152/2025 Đ49') on conflict do nothing");
}

void
world_base(PGconn *c)
{
	units(c);
	people(c);
	awards(c);
}

void
world_clear(PGconn *c)
{
	world_sql(c, "set client_min_messages = warning");
	world_sql(c,
	    "truncate office.season, office.dossier, office.nomination, office.nominee, office.council, office.decision, "
	    "office.honour_list, office.audit_log, office.job, site.list cascade");
}

int64_t
world_unit(PGconn *c, const char *code)
{
	return world_i64(c, "select id from office.unit where code = '%s'", code);
}

int64_t
world_account(PGconn *c, const char *username)
{
	return world_i64(c, "select id from office.account where username = '%s'", username);
}

int64_t
world_award(PGconn *c, const char *code)
{
	return world_i64(c, "select id from office.award_type where code = '%s'", code);
}

/* --- dossiers ---------------------------------------------------------------------------------- */

int64_t
world_season(PGconn *c, const char *name, int opens_in_hours, int closes_in_hours)
{
	return world_i64(c,
	    "insert into office.season (name, year, opens_at, closes_at) "
	    "values ('%s', extract(year from now())::integer, now() + interval '%d hours', now() + interval '%d hours') "
	    "returning id",
	    name, opens_in_hours, closes_in_hours);
}

int64_t
world_dossier(PGconn *c, int64_t season, const char *unit_code, const char *dossier_state,
    int n, const char *nomination_state)
{
	long long id;

	id = world_i64(c,
	    "insert into office.dossier (season_id, unit_id, letter_no, letter_date, title, state, "
	    "created_by, submitted_at, received_on) "
	    "select %lld, u.id, (12 + (select count(*) from office.dossier))::text || '/TTr-UBND', current_date - 3, "
	    "'Đề nghị khen thưởng của ' || u.name_vi, '%s', a.id, "
	    "case when '%s' <> 'draft' then now() - interval '2 days' end, "
	    "case when '%s' not in ('draft', 'submitted') then current_date - 1 end "
	    "from office.unit u, office.account a "
	    "where u.code = '%s' and a.username = case u.code when '30307' then 'soanthao.longxuyen' else 'soanthao.rachgia' end "
	    "returning id",
	    (long long)season, dossier_state, dossier_state, dossier_state, unit_code);
	world_sql(c,
	    "insert into office.nomination (dossier_id, unit_id, ordinal, kind, name, name_folded, gender, "
	    "born_on, position, workplace, award_type_id, field, achievement, state) "
	    "select d.id, d.unit_id, i, k.kind::office.nominee_kind, k.name, lower(k.folded), "
	    "case when k.kind = 'person' then case when i %% 2 = 0 then 'male' else 'female' end::office.gender end, "
	    "case when k.kind = 'person' then date '1970-01-01' + (i %% 500) * 97 end, "
	    "case when k.kind = 'person' then 'Chuyên viên' else '' end, u.name_vi, w.id, 'production', "
	    "'Đã có thành tích xuất sắc trong lao động sản xuất, mẫu số ' || i, '%s' "
	    "from office.dossier d join office.unit u on u.id = d.unit_id, generate_series(1, %d) i "
	    "cross join lateral (select "
	    "case when i %% 16 = 0 then 'household' when i %% 8 = 0 then 'collective' else 'person' end as kind, "
	    "case when i %% 16 = 0 then 'Hộ ông Trần Văn Mẫu ' || i when i %% 8 = 0 then 'Tập thể mẫu ' || i "
	    "else 'Nguyễn Thị Mẫu ' || i end as name, "
	    "case when i %% 16 = 0 then 'ho ong tran van mau ' || i when i %% 8 = 0 then 'tap the mau ' || i "
	    "else 'nguyen thi mau ' || i end as folded, "
	    "case when i %% 16 = 0 then 'GD_VH' when i %% 8 = 0 then 'TT_LDTT' else 'LDTT' end as award) k "
	    "join office.award_type w on w.code = k.award "
	    "where d.id = %lld",
	    nomination_state, n, id);
	world_sql(c,
	    "with f as (insert into office.attachment (dossier_id, unit_id, document, file_name, content_type, size, sha256, uploaded_by) "
	    "select id, unit_id, 'letter', 'to-trinh.pdf', 'application/pdf', 9, encode(sha256('%%PDF-1.4\n'), 'hex'), created_by "
	    "from office.dossier where id = %lld returning id) "
	    "insert into office.attachment_chunk (attachment_id, seq, content) select id, 0, '%%PDF-1.4\n' from f",
	    id);
	return id;
}

int64_t
world_nomination(PGconn *c, int64_t dossier, int ordinal)
{
	return world_i64(c,
	    "select id from office.nomination where dossier_id = %lld and ordinal = %d",
	    (long long)dossier, ordinal);
}

/* --- council ------------------------------------------------------------------------------------ */

int64_t
world_council(PGconn *c)
{
	world_sql(c,
	    "insert into office.council (unit_id, level, name, established_by) "
	    "select id, 'province', 'Hội đồng Thi đua - Khen thưởng tỉnh An Giang', 'Quyết định 01/QĐ-UBND' "
	    "from office.unit where code = '91' and not exists (select from office.council)");
	world_sql(c,
	    "insert into office.council_member (council_id, account_id, member_role, valid_from) "
	    "select c.id, a.id, case a.username when 'chutich.hd' then 'chair' when 'thuky' then 'secretary' "
	    "else 'member' end::office.member_role, '2025-07-01' "
	    "from office.council c, office.account a "
	    "where (a.username in ('chutich.hd', 'thuky') or a.username ~ '^uyvien[0-9]+$') "
	    "and not exists (select from office.council_member m where m.account_id = a.id and m.council_id = c.id) "
	    "order by a.username");
	return world_i64(c, "select min(id) from office.council");
}

int64_t
world_council_member(PGconn *c, int64_t council, const char *username)
{
	return world_i64(c,
	    "select m.id from office.council_member m join office.account a on a.id = m.account_id "
	    "where m.council_id = %lld and a.username = '%s'",
	    (long long)council, username);
}

int64_t
world_session(PGconn *c, int64_t council, const char *state, int present)
{
	long long id;

	id = world_i64(c,
	    "insert into office.council_session (council_id, title, held_on, place, state, members_total, opened_at, closed_at) "
	    "select %lld, 'Phiên họp xét khen thưởng', current_date, 'Phòng họp số 1', '%s', "
	    "case when '%s' <> 'preparing' then 15 end, case when '%s' <> 'preparing' then now() end, "
	    "case when '%s' = 'closed' then now() end returning id",
	    (long long)council, state, state, state, state);
	world_sql(c,
	    "insert into office.session_attendance (council_session_id, council_member_id, attendance) "
	    "select %lld, m.id, case when row_number() over (order by m.id) <= %d then 'present' else 'absent' end::office.attendance "
	    "from office.council_member m where m.council_id = %lld and m.valid_to is null",
	    id, present, (long long)council);
	return id;
}

int64_t
world_agenda_item(PGconn *c, int64_t session, int64_t nomination, const char *method,
    const char *state, int percent)
{
	return world_i64(c,
	    "insert into office.agenda_item (council_session_id, nomination_id, ordinal, method, "
	    "vote_rule_id, percent, members_total, state) "
	    "select %lld, n.id, coalesce((select max(ordinal) from office.agenda_item where council_session_id = %lld), 0) + 1, "
	    "'%s', (select min(id) from office.vote_rule r where r.award_type_id = n.award_type_id), %d, 15, '%s' "
	    "from office.nomination n where n.id = %lld returning id",
	    (long long)session, (long long)session, method, percent, state,
	    (long long)nomination);
}
