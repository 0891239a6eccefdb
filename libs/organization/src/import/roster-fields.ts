import {
  choice,
  code,
  day,
  integer,
  namesOf,
  reader,
  text,
  Unreadable,
  type CellReader,
  type ImportField,
} from '@dangwu/imports';
import type { OrganizationType, ParentRelation, Tier } from '../organization.enums';
import { codePattern, normalizeCode, normalizeName } from '../organization-rules';
import { relationWords, tierWords, typeWords } from '../organization-words';

/** A row of a roster of organizations after reading; what is blank is absent. */
export interface RosterOrganization {
  code: string;
  name: string;
  type: OrganizationType;
  /** name or code of the parent, as written; absent at the root */
  parent?: string;
  relation?: ParentRelation;
  tier?: Tier;
  foundedOn?: string;
  termYears?: number;
  reportedMemberCount?: number;
}

const types = namesOf<OrganizationType>(typeWords, {
  FUNCTIONAL_COMMITTEE: ['功能型党委', '功能性党委', '功能型党的委员会', '行业党委'],
  COMMITTEE: ['党委', '党的委员会', '党委会', '基层党委', '机关党委', '直属党委'],
  GENERAL_BRANCH: ['党总支', '总支', '党总支部', '总支部委员会', '党总支部委员会', '机关党总支'],
  BRANCH: ['党支部', '支部', '党支部委员会', '独立党支部', '直属党支部'],
  JOINT_BRANCH: ['联合党支部', '联合支部', '联建党支部'],
  PARTY_GROUP: ['党小组', '小组'],
  WORKING_GROUP: ['党的工作小组', '党建工作小组', '党工作小组'],
  LEADING_GROUP: ['党建工作领导小组', '领导小组'],
  EXPERT_GROUP: ['专家组', '党建专家组', '专家委员会'],
});
const tiers = namesOf<Tier>(tierWords, {
  SECRETARIAT: ['秘书处', '协会秘书处', '机关'],
  ENTERPRISE: ['会办企业', '会办（控股）企业', '控股企业', '会办、控股企业', '会办控股企业', '所属企业'],
  BRANCH_INSTITUTION: ['分支机构', '专业委员会', '专委会', '分会'],
  COUNCIL: ['理事会', '常务理事会'],
  MEMBER_UNIT: ['会员单位', '会员', '会员企业'],
});
const relations = namesOf<ParentRelation>(relationWords, {
  LEADS: ['领导', '领导关系', '直接领导', '隶属'],
  GUIDES: ['指导', '指导关系', '业务指导', '联系指导'],
});

const organizationCode: CellReader<string> = reader((cell, context) => {
  const read = code(64)(cell, context);
  if (read instanceof Unreadable) return read;
  const normal = normalizeCode(read);
  return codePattern.test(normal) ? normal : new Unreadable('BAD_CODE');
});

const organizationName: CellReader<string> = reader((cell, context) => {
  const read = text(200)(cell, context);
  return read instanceof Unreadable ? read : normalizeName(read);
});

/** The first party organizations in China date from 1920; whatever is earlier is a slip of the keyboard. */
const firstDay = '1920-01-01';

export const rosterFields: {
  readonly [Key in keyof RosterOrganization]-?: ImportField<NonNullable<RosterOrganization[Key]>>;
} = {
  code: {
    name: { zh: '编码', en: 'Code' },
    synonyms: ['党组织编码', '组织编码', '代码', '党组织代码', '组织代码', '编号', '党组织编号'],
    need: 'VALUE',
    read: organizationCode,
    help: {
      zh: '全协会唯一，不重复使用；已有的编码表示更新那个党组织。',
      en: 'Unique in the association and never reused; a code that exists updates that organization.',
    },
    example: 'DZ0002',
  },
  name: {
    name: { zh: '党组织名称', en: 'Name' },
    synonyms: ['组织名称', '名称', '党组织全称', '党组织', '组织全称', '基层党组织名称', '党支部名称'],
    need: 'VALUE',
    read: organizationName,
    help: { zh: '全称。', en: 'The full name.' },
    example: '协会秘书处机关党总支',
    width: 36,
  },
  type: {
    name: { zh: '组织类型', en: 'Type' },
    synonyms: ['类型', '党组织类型', '类别', '组织类别', '党组织类别', '组织形式'],
    need: 'VALUE',
    read: choice(types, 'UNKNOWN_TYPE'),
    choices: Object.values(typeWords).map((words) => words.zh),
    help: { zh: '从下拉列表中选择。', en: 'Choose from the list.' },
    example: '党总支',
  },
  parent: {
    name: { zh: '上级党组织', en: 'Parent' },
    synonyms: [
      '上级党组织名称',
      '上级组织',
      '上级组织名称',
      '上级',
      '隶属党组织',
      '所属党组织',
      '上级党委',
      '直接上级',
    ],
    need: 'HEADING',
    read: organizationName,
    help: {
      zh: '上级的名称或编码，可以是本表中的另一行。只有协会的根组织不填。',
      en: 'Name or code of the parent, which may be another row. Blank for the root of the association only.',
    },
    example: '示范行业协会党委（功能型）',
    width: 36,
  },
  relation: {
    name: { zh: '隶属关系', en: 'Relation' },
    synonyms: ['关系', '与上级关系', '领导关系', '上级关系', '领导或指导', '领导/指导', '管理关系'],
    need: 'HEADING',
    read: choice(relations, 'UNKNOWN_RELATION'),
    choices: Object.values(relationWords).map((words) => words.zh),
    help: { zh: '上级对它是领导还是指导。', en: 'Whether the parent leads or guides it.' },
    example: '领导',
  },
  tier: {
    name: { zh: '所属层面', en: 'Tier' },
    synonyms: ['层面', '层级', '所属层级', '组织层面', '五个层面'],
    need: 'OPTIONAL',
    read: choice(tiers, 'UNKNOWN_TIER'),
    choices: Object.values(tierWords).map((words) => words.zh),
    help: { zh: '五个层面之一。', en: 'One of the five tiers.' },
    example: '秘书处',
  },
  foundedOn: {
    name: { zh: '成立时间', en: 'Founded on' },
    synonyms: ['成立日期', '组建时间', '组建日期', '设立时间', '设立日期', '批准成立时间', '建立时间'],
    need: 'OPTIONAL',
    read: day({ earliest: firstDay }),
    help: { zh: '写成 2019-02-01 的样子。', en: 'Written as in 2019-02-01.' },
    example: '2019-02-01',
  },
  termYears: {
    name: { zh: '任期（年）', en: 'Term in years' },
    synonyms: ['任期', '任期年限', '届期', '每届任期'],
    need: 'OPTIONAL',
    read: integer({ min: 1, max: 10 }),
    help: { zh: '基层党委 5 年，党总支和党支部 3 年。', en: 'Committees 5 years, general branches and branches 3.' },
    example: 3,
  },
  reportedMemberCount: {
    name: { zh: '党员人数', en: 'Members reported' },
    synonyms: ['党员数', '党员总数', '党员数量', '现有党员', '现有党员数', '正式党员数'],
    need: 'OPTIONAL',
    read: integer({ min: 0, max: 100_000 }),
    help: { zh: '填报时的党员人数，只填数字。', en: 'Members on the day of the report, digits only.' },
    example: 62,
  },
};
