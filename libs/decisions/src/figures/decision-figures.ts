import { changedSince, defineFigures, FigureUnit } from '@dangwu/figures';
import { associationZone } from '@dangwu/platform/clock';

const noWhole = 'null::numeric';
/** A matter as a row that a figure counts. */
const matter = `m.id, 'Matter' as type, m.title as title_zh, m.title as title_en, m.organization_id`;

/** When an entry was made, as a day of the association. */
const dayOf = (at: string): string => `(${at} at time zone '${associationZone}')::date`;

/** The day on which an opinion on a matter was given first. */
const reviewedOn = `(select min(${dayOf('e.at')}) from matter_record e where e.matter_id = m.id and e.kind = 'REVIEWED')`;

/** A matter never changes who proposes it; the rows that are counted lie where it lies. */
const changedIn = (...tables: readonly string[]): string =>
  tables
    .map(
      (table) =>
        `select organization_id as id from ${table} where association_id = $1 and ${changedSince('change_number')}`,
    )
    .join(' union ');

const permission = 'matter.read';
const { COUNT, PERCENT } = FigureUnit;

defineFigures({
  'matter.reviewed': {
    name: { zh: '前置审议', en: 'Reviews' },
    definition: {
      zh: '统计月内形成审议意见的重大事项，无论意见如何；一项先后审议几次的，每次都计。',
      en: 'Major matters on which an opinion was given in the months, whatever it was; one that was reviewed several times counts each time.',
    },
    unit: COUNT,
    source: 'Matter.records (REVIEWED)',
    permission,
    records: `select ${matter}, ${dayOf('e.at')} as day, 1::numeric as part, ${noWhole} as whole
      from matter_record e join matter m on m.id = e.matter_id where e.kind = 'REVIEWED'`,
    changed: changedIn('matter_record'),
  },
  'matter.reviewedInTime': {
    name: { zh: '紧急事项按期补审率', en: 'Urgent matters reviewed in time' },
    definition: {
      zh: '补审期限在统计月内的紧急事项：按期形成审议意见的，除以已经审议或者期限已过的；没有审议就撤回的不计。不紧急的事项在排会时已经按规则检查时限。',
      en: 'Of urgent matters whose day of review lies in the months: those reviewed by that day, divided by those that are reviewed or whose day is past; what was withdrawn unreviewed is left out. What is not urgent is held to the days of its rule when it comes on an agenda.',
    },
    unit: PERCENT,
    source: 'Matter.reviewDueOn, Matter.records (REVIEWED)',
    permission,
    records: `select u.id, u.type, u.title_zh, u.title_en, u.organization_id, u.day,
        (u.reviewed_on <= u.day)::int::numeric as part, 1::numeric as whole
      from (select ${matter}, m.state, m.review_due_on as day, coalesce(${reviewedOn}, 'infinity') as reviewed_on from matter m
        where m.deleted_at is null and m.review_due_on between $2 and $3) u
      where u.reviewed_on < 'infinity' or (u.state <> 'WITHDRAWN' and u.day < $1)`,
    changed: changedIn('matter', 'matter_record'),
  },
  'matter.adoptionRate': {
    name: { zh: '审议意见采纳率', en: 'Rate of adoption of opinions' },
    definition: {
      zh: '统计月内作出决定、经前置审议同意的事项：按意见通过的除以作出决定的；修改后通过和未通过的不算采纳，理由记在事项里。',
      en: 'Of matters that the reviewing body agreed to and that were decided in the months: those adopted as they were, divided by those decided; adopted with changes or not adopted is no adoption of the opinion, and the reasons stand with the matter.',
    },
    unit: PERCENT,
    source: 'Matter.councilItem, Matter.opinion',
    permission,
    records: `select ${matter}, c.decided_on as day, (c.outcome = 'ADOPTED')::int::numeric as part, 1::numeric as whole
      from council_item c join matter m on m.id = c.matter_id
      where c.deleted_at is null and m.deleted_at is null and m.review_required and c.decided_on between $2 and $3`,
    changed: changedIn('matter', 'council_item'),
  },
  'matter.executionOverdue': {
    name: { zh: '逾期执行节点', en: 'Overdue milestones' },
    definition: {
      zh: '期限在统计月内、已过期限还没有报告办结的决定执行节点；取消的不计。',
      en: 'Milestones of decisions whose day lies in the months, is past, and that are not reported as carried out; dropped ones are left out.',
    },
    unit: COUNT,
    source: 'Matter.milestones',
    permission,
    records: `select ${matter}, i.due_on as day, 1::numeric as part, ${noWhole} as whole
      from supervision_item i join matter m on m.id = i.source_id where i.source = 'MATTER' and i.deleted_at is null and i.state = 'OPEN'
        and i.due_on between $2 and $3 and i.due_on < $1`,
    changed: changedIn('supervision_item'),
  },
});
