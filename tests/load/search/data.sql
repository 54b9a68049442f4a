-- Honours for measuring search: psql -v first=1 -v last=100000.  Names, units and awards as common as in life.
set maintenance_work_mem = '512MB';
set work_mem = '256MB';
-- The rows are right by construction: thirteen million foreign keys need no checking.
set session_replication_role = replica;
select setseed(0.42);

insert into site.list (slug, version, title, unit_code, unit_name, decision_no, decision_date, year, entries, visible_from)
select 'do-toc-do-' || y, 1, 'Danh sách đo tốc độ ' || y, '91', 'Tỉnh An Giang', y || '/QĐ-UBND', make_date(y, 12, 20), y, 0, now() - interval '1 day'
from generate_series(2007, 2026) y on conflict do nothing;

create temporary table part (kind text, n int, shown text, folded text);
insert into part
select 'family', row_number() over (), s, f from (values ('Nguyễn', 'nguyen', 38), ('Trần', 'tran', 11), ('Lê', 'le', 9), ('Phạm', 'pham', 7),
	('Huỳnh', 'huynh', 5), ('Phan', 'phan', 4), ('Võ', 'vo', 4), ('Đặng', 'dang', 3), ('Bùi', 'bui', 2), ('Đỗ', 'do', 2), ('Hồ', 'ho', 2),
	('Ngô', 'ngo', 2), ('Dương', 'duong', 2), ('Lý', 'ly', 2), ('Danh', 'danh', 2), ('Thạch', 'thach', 1), ('Châu', 'chau', 1), ('Mai', 'mai', 1),
	('Trịnh', 'trinh', 1), ('Néang', 'neang', 1)) v (s, f, w), generate_series(1, w);
insert into part
select 'middle', row_number() over (), s, f from (values ('Thị', 'thi', 30), ('Văn', 'van', 26), ('Ngọc', 'ngoc', 8), ('Minh', 'minh', 6),
	('Thanh', 'thanh', 5), ('Hoàng', 'hoang', 4), ('Quốc', 'quoc', 4), ('Hữu', 'huu', 3), ('Kim', 'kim', 3), ('Mỹ', 'my', 3), ('Thành', 'thanh', 2),
	('Đức', 'duc', 2), ('Công', 'cong', 1), ('Bảo', 'bao', 1), ('Sóc', 'soc', 1), ('Thị Ngọc', 'thi ngoc', 1)) v (s, f, w), generate_series(1, w);
-- Given names with a long tail: the k-th is 1/k as common.
insert into part
select 'given', row_number() over (), s, f from (select x.s, x.f, greatest(1, 60 / x.k) as w from (values
	(1, 'Hùng', 'hung'), (2, 'Hoa', 'hoa'), (3, 'Dũng', 'dung'), (4, 'Hạnh', 'hanh'), (5, 'Lan', 'lan'), (6, 'Tuấn', 'tuan'), (7, 'Hòa', 'hoa'),
	(8, 'Phượng', 'phuong'), (9, 'Sơn', 'son'), (10, 'Thảo', 'thao'), (11, 'Bình', 'binh'), (12, 'Yến', 'yen'), (13, 'Nga', 'nga'), (14, 'Cường', 'cuong'),
	(15, 'Hiếu', 'hieu'), (16, 'Trang', 'trang'), (17, 'Đào', 'dao'), (18, 'Phúc', 'phuc'), (19, 'Liên', 'lien'), (20, 'Khoa', 'khoa'), (21, 'Vy', 'vy'),
	(22, 'Giang', 'giang'), (23, 'Nhung', 'nhung'), (24, 'Tài', 'tai'), (25, 'Quyên', 'quyen'), (26, 'Thắng', 'thang'), (27, 'Loan', 'loan'),
	(28, 'Út', 'ut'), (29, 'Phanna', 'phanna'), (30, 'Rươn', 'ruon'), (31, 'Sêrây', 'seray'), (32, 'Khải', 'khai'), (33, 'Uyên', 'uyen'),
	(34, 'Nghĩa', 'nghia'), (35, 'Diễm', 'diem'), (36, 'Quí', 'qui'), (37, 'Thơ', 'tho'), (38, 'Ân', 'an'), (39, 'Ẩn', 'an'), (40, 'Kha', 'kha')) x (k, s, f)) v,
	generate_series(1, w);
-- And names hardly anybody has.
insert into part
select 'given', (select count(*) from part where kind = 'given') + row_number() over (), 'Hiếm' || k, 'hiem' || k from generate_series(1, 60) k;

create temporary table place as
select row_number() over (order by u.code) as n, u.code, u.name_vi, u.name_folded from office.unit u
where u.valid_to is null and u.kind in ('ward', 'commune', 'special_zone', 'department');
create temporary table prize as
select row_number() over (order by case code when 'LDTT' then 1 when 'BK_TINH_CN' then 2 when 'CSTD_CS' then 3 else 4 end, code) as n, code, name_vi, name_en,
	btrim(regexp_replace(translate(lower(name_vi),
	'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ',
	'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd'), '[^a-z0-9]+', ' ', 'g')) as folded
from office.award_type where valid_to is null;

create temporary table size as select (select count(*) from part where kind = 'family') as f, (select count(*) from part where kind = 'middle') as m,
	(select count(*) from part where kind = 'given') as g, (select count(*) from place) as p, (select count(*) from prize) as a;
create unique index on part (kind, n);
analyze part, place, prize, size;

create temporary table fresh as
with chosen as materialized (
	select i, 1 + (random() * (s.f - 1))::int as f, 1 + (random() * (s.m - 1))::int as m, 1 + (random() * (s.g - 1))::int as g,
		1 + (random() * (s.p - 1))::int as p, 1 + (power(random(), 3) * (s.a - 1))::int as a,
		2026 - floor(power(random(), 1.5) * 20)::int as y, 1 + (random() * 9)::int as field
	from generate_series(:first::int, :last::int) i, size s)
select c.i, c.y, c.field, f.shown || ' ' || m.shown || ' ' || g.shown as name, f.folded || ' ' || m.folded || ' ' || g.folded as folded,
	p.code as unit_code, p.name_vi as unit_name, p.name_folded as unit_folded, a.code as award_code, a.name_vi as award_vi, a.name_en as award_en, a.folded as award_folded
from chosen c
join part f on f.kind = 'family' and f.n = c.f join part m on m.kind = 'middle' and m.n = c.m join part g on g.kind = 'given' and g.n = c.g
join place p on p.n = c.p join prize a on a.n = c.a;

alter table site.entry_word drop constraint entry_word_pkey;
insert into site.entry (list_slug, list_version, anchor, ordinal, kind, name, name_folded, position, unit_code, unit_name, award_code, award_name_vi, award_name_en,
	field, year, achievement, decision_no, decision_date, search_folded, visible_from)
select 'do-toc-do-' || y, 1, 'm-' || i, i, 'person', name, folded, 'Chuyên viên', unit_code, unit_name, award_code, award_vi, award_en,
	(enum_range(null::office.achievement_field))[field], y, 'Đã có thành tích xuất sắc trong lao động sản xuất, đóng góp nhiều sáng kiến cho địa phương.',
	y || '/QĐ-UBND', make_date(y, 12, 20), folded || ' ' || unit_folded || ' ' || award_folded, now() - interval '1 day'
from fresh order by i;
insert into site.entry_word (word, year, entry_id, visible_from)
select t.term, e.year, e.id, e.visible_from
from site.entry e
cross join lateral (select distinct x as term from unnest(string_to_array(e.search_folded, ' ')
	|| array['=' || e.name_folded, 'a:' || e.award_code, 'u:' || e.unit_code, 'f:' || e.field]) x where x <> '') t
where e.ordinal between :first and :last and e.list_slug like 'do-toc-do-%';
alter table site.entry_word add constraint entry_word_pkey primary key (word, year, entry_id) include (visible_from);
truncate site.word;
insert into site.word (word, entries) select word, count(*) from site.entry_word group by word;
insert into site.facet (kind, code, name_vi, name_en, visible_from)
select distinct f.kind, f.code, f.name, f.name, now() - interval '1 day' from fresh e
cross join lateral (values ('award', e.award_code, e.award_vi), ('unit', e.unit_code, e.unit_name), ('year', e.y::text, e.y::text)) f (kind, code, name)
on conflict do nothing;
