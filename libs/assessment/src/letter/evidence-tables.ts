/** A table of the file of a cycle: what it is called, its columns, and a page of its rows behind an id; $1 the cycle, $2 the id, $3 how many. */
export interface EvidenceTable {
  readonly path: string;
  readonly heads: readonly string[];
  /** SQL: `at` (the id that the next page goes on behind) and `cells` (a JSON array of texts) */
  readonly page: string;
}

const nowhere = `'00000000-0000-0000-0000-000000000000'`;
export const firstPage = nowhere.slice(1, -1);

const assessedPage = `(select * from assessment where cycle_id = $1 and participation in ('REQUIRED', 'OPTED_IN')
  and deleted_at is null and id > $2 order by id limit $3)`;
const inChina = (moment: string): string => `to_char(${moment} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;
const sources = `case s.source when 'SELF' then '自评' when 'VERIFIER' then '上级核实' else '专家' end`;
const scored = `(select s.*, a.subject_name, a.group_name from assessment_score s join assessment a on a.id = s.assessment_id
  where a.cycle_id = $1 and s.submitted_at is not null and s.deleted_at is null and s.id > $2 order by s.id limit $3)`;

/** Who came to what; what people said, resting on which records; what was set otherwise, objected to and decided. */
export const evidenceTables: readonly EvidenceTable[] = [
  {
    path: '结果.csv',
    heads: ['对比组', '考核对象', '总分', '名次', '等次', '等次说明', '结果摘要'],
    page: `select a.id as at, jsonb_build_array(a.group_name, a.subject_name, a.total::text, a.rank, a.grade, a.grade_note,
        r.digest) as cells
      from ${assessedPage} a left join lateral (select digest from assessment_result where assessment_id = a.id
        and deleted_at is null order by no desc limit 1) r on true order by a.id`,
  },
  {
    path: '取数.csv',
    heads: ['考核对象', '数', '分子', '分母', '行数', '取数时间'],
    page: `select m.id as at, jsonb_build_array(m.subject_name, m.figure, m.part::text, m.whole::text, m.row_count,
        ${inChina('m.taken_at')}) as cells
      from (select m.*, a.subject_name from metric_snapshot m join assessment a on a.id = m.assessment_id
        where a.cycle_id = $1 and m.deleted_at is null and m.id > $2 order by m.id limit $3) m order by m.id`,
  },
  {
    path: '评分.csv',
    heads: ['对比组', '考核对象', '指标', '谁评', '姓名', '等级', '分数', '次数', '理由', '佐证件数', '提交时间'],
    page: `select s.id as at, jsonb_build_array(s.group_name, s.subject_name, s.node_key, ${sources}, s.scorer_name, s.level,
        s.points::text, s.occurrences, s.comment, jsonb_array_length(s.evidence), ${inChina('s.submitted_at')}) as cells
      from ${scored} s order by s.id`,
  },
  {
    path: '佐证目录.csv',
    heads: ['对比组', '考核对象', '指标', '谁评', '记录种类', '记录', '记录编号'],
    page: `select s.id as at, case when e.row is null then null else jsonb_build_array(s.group_name, s.subject_name,
        s.node_key, ${sources}, e.row ->> 'type', e.row ->> 'title', e.row ->> 'id') end as cells
      from ${scored} s left join lateral jsonb_array_elements(s.evidence) e (row) on true order by s.id`,
  },
  {
    path: '平衡调整.csv',
    heads: ['考核对象', '指标', '改为', '等次', '理由', '谁', '时间', '撤回时间'],
    page: `select j.id as at, jsonb_build_array(j.subject_name, j.node_key, j.points::text, j.grade, j.reason, j.made_by,
        ${inChina('j.made_at')}, ${inChina('j.withdrawn_at')}) as cells
      from (select j.*, a.subject_name from assessment_adjustment j join assessment a on a.id = j.assessment_id
        where a.cycle_id = $1 and j.deleted_at is null and j.id > $2 order by j.id limit $3) j order by j.id`,
  },
  {
    path: '异议.csv',
    heads: ['考核对象', '指标', '异议', '谁', '时间', '结论', '答复', '处理前总分', '处理后总分'],
    page: `select o.id as at, jsonb_build_array(o.subject_name, o.node_key, o.text, o.raised_by, ${inChina('o.raised_at')},
        case o.state when 'OPEN' then '待处理' when 'UPHELD' then '成立' else '不成立' end, o.answer, o.total_before::text,
        o.total_after::text) as cells
      from (select o.*, a.subject_name from assessment_objection o join assessment a on a.id = o.assessment_id
        where a.cycle_id = $1 and o.deleted_at is null and o.id > $2 order by o.id limit $3) o order by o.id`,
  },
  {
    path: '经过.csv',
    heads: ['时间', '谁', '什么', '考核对象', '说明'],
    page: `select s.id as at, jsonb_build_array(${inChina('s.at')}, s.actor_name, s.kind, a.subject_name, s.text) as cells
      from (select * from assessment_step where cycle_id = $1 and deleted_at is null and id > $2 order by id limit $3) s
      left join assessment a on a.id = s.assessment_id order by s.id`,
  },
];

/** What is what, for whoever opens it. */
export const evidenceWords = (title: string, replay: string): string => `${title} 考核档案

方案.json        考核方案的这一版：指标、分值、怎么算
结果.csv         每个考核对象的总分、名次、等次
得分依据.csv     每个指标的得分和它的来历
取数.csv         系统在取数时读到的数，此后不变
评分.csv         自评、上级核实和专家评分
佐证目录.csv     评分所依据的记录；记录本身在系统里，按编号查阅
平衡调整.csv     平衡和异议改过的分数、等次，各有理由
异议.csv         公示期内的异议和答复
经过.csv         这一周期从开启到归档的经过
公示.pdf         公示的内容（公示以后才有）
${replay}   重算用的数据：npm run assessment:replay -- --from ${replay}
SHA256SUMS       以上各文件的摘要：sha256sum -c SHA256SUMS

csv 用 UTF-8 编码，可以用表格软件打开。
`;
