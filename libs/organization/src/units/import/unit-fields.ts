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
import type { Tier } from '../../organization.enums';
import { normalizeName } from '../../organization-rules';
import { rosterFields } from '../../import/roster-fields';
import type { CoverageKind, UnitKind } from '../unit.enums';
import { coverageWords, unitKindWords } from '../unit-words';
import { isUscc, normalizeUscc } from '../uscc';

/** A row of a roster of units after reading; what is blank is absent. */
export interface RosterUnit {
  name: string;
  code?: string;
  uscc?: string;
  kind?: UnitKind;
  tier: Tier;
  /** name or code of the responsible organization, as written */
  organization: string;
  coverage?: CoverageKind;
  /** name or code of the organization that covers it */
  coveredBy?: string;
  liaison?: string;
  partyMemberCount?: number;
  employeeCount?: number;
  joinedOn?: string;
}

const coverages = namesOf<CoverageKind>(coverageWords, {
  OWN_ORGANIZATION: ['单独组建', '已单独建立', '单建', '独立建立', '独立组建', '已建立'],
  JOINT_ORGANIZATION: ['联合组建', '已联合建立', '联建'],
  LIAISON: ['联络员', '派驻联络员', '选派联络员', '派党建联络员', '派党建指导员'],
  UNCOVERED: ['未覆盖', '未组建', '没有建立', '无', '未建'],
});
const kinds = namesOf<UnitKind>(unitKindWords, {
  INTERNAL_DEPARTMENT: ['内设机构', '部门', '秘书处部门'],
  OWNED_ENTERPRISE: ['控股企业', '会办（控股）企业', '所属企业'],
  BRANCH_INSTITUTION: ['专业委员会', '专委会', '分会'],
  MEMBER_COMPANY: ['企业', '公司', '会员公司'],
  MEMBER_INSTITUTION: ['事业单位', '科研院所', '院校'],
  MEMBER_SOCIAL_ORGANIZATION: ['社会组织', '社会团体', '社团'],
});

const unitName: CellReader<string> = reader((cell, context) => {
  const read = text(100)(cell, context);
  return read instanceof Unreadable ? read : normalizeName(read);
});
const uscc: CellReader<string> = reader((cell, context) => {
  const read = code(64)(cell, context);
  if (read instanceof Unreadable) return read;
  const normal = normalizeUscc(read);
  return isUscc(normal) ? normal : new Unreadable('BAD_USCC');
});
const person: CellReader<string> = reader((cell, context) => {
  const read = text(50)(cell, context);
  return read instanceof Unreadable ? read : read.trim();
});

export const unitFields: {
  readonly [Key in keyof RosterUnit]-?: ImportField<NonNullable<RosterUnit[Key]>>;
} = {
  name: {
    name: { zh: '单位名称', en: 'Name' },
    synonyms: ['名称', '单位', '单位全称', '会员单位', '会员单位名称', '企业名称', '会员名称'],
    need: 'VALUE',
    read: unitName,
    help: { zh: '全称，与证照一致。', en: 'The full name, as on the licence.' },
    example: '示协检测认证有限公司',
    width: 36,
  },
  code: {
    name: { zh: '单位编码', en: 'Code' },
    synonyms: ['编码', '会员编号', '会员号', '单位编号', '单位代码'],
    need: 'OPTIONAL',
    read: code(64),
    help: { zh: '协会自己的编码，可以不填。', en: "The association's own code; may be left out." },
    example: 'HY0001',
  },
  uscc: {
    name: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    synonyms: ['社会信用代码', '信用代码', '统一信用代码', '统一代码'],
    need: 'OPTIONAL',
    read: uscc,
    help: {
      zh: '18 位，按证照填写；已有的代码表示更新那个单位。没有代码的按名称对照。',
      en: '18 characters as on the licence; one that exists updates that unit. Without it, units are found by name.',
    },
    example: '91350100M000100Y43',
    width: 24,
  },
  kind: {
    name: { zh: '单位类型', en: 'Kind' },
    synonyms: ['类型', '单位性质', '性质', '会员类型', '单位类别'],
    need: 'OPTIONAL',
    read: choice(kinds, 'UNKNOWN_KIND'),
    choices: Object.values(unitKindWords).map((words) => words.zh),
    help: { zh: '不填时按所属层面确定。', en: 'By the tier when left out.' },
    example: '会办企业',
  },
  tier: { ...rosterFields.tier, need: 'VALUE', example: '会办企业' },
  organization: {
    name: { zh: '联系党组织', en: 'Responsible organization' },
    synonyms: [
      '联系的党组织',
      '所属党组织',
      '责任党组织',
      '上级党组织',
      '归口党组织',
      '负责党组织',
      '党组织名称',
      '党组织',
    ],
    need: 'VALUE',
    read: unitName,
    help: {
      zh: '负责联系这个单位的党组织，填名称或编码。',
      en: 'Name or code of the organization responsible for it.',
    },
    example: '协会秘书处机关党总支',
    width: 36,
  },
  coverage: {
    name: { zh: '党组织建立情况', en: 'Coverage' },
    synonyms: ['建立情况', '覆盖方式', '党组织覆盖情况', '覆盖情况', '组建情况', '党组织组建情况', '两个覆盖'],
    need: 'HEADING',
    read: choice(coverages, 'UNKNOWN_COVERAGE'),
    choices: Object.values(coverageWords).map((words) => words.zh),
    help: { zh: '党的组织和工作怎样覆盖这个单位。', en: 'How the party reaches the unit.' },
    example: '单独建立',
  },
  coveredBy: {
    name: { zh: '覆盖党组织', en: 'Covered by' },
    synonyms: ['覆盖的党组织', '建立的党组织', '所建党组织'],
    need: 'OPTIONAL',
    read: unitName,
    help: {
      zh: '单独建立或联合建立时，是哪个党组织；填名称或编码，可以不填。',
      en: 'With an own or joint organization: which one, by name or code; may be left out.',
    },
    width: 36,
  },
  liaison: {
    name: { zh: '联络员', en: 'Liaison' },
    synonyms: ['党建联络员', '联络员姓名', '党建指导员'],
    need: 'OPTIONAL',
    read: person,
    help: { zh: '派联络员时填姓名。', en: 'The name, where a liaison is sent.' },
  },
  partyMemberCount: {
    name: { zh: '党员人数', en: 'Party members' },
    synonyms: ['党员数', '党员总数', '党员数量', '现有党员'],
    need: 'OPTIONAL',
    read: integer({ min: 0, max: 1_000_000 }),
    help: { zh: '填报时的党员人数，只填数字。', en: 'Party members on the day of the report, digits only.' },
    example: 62,
  },
  employeeCount: {
    name: { zh: '职工人数', en: 'Employees' },
    synonyms: ['职工数', '员工人数', '员工数', '从业人数', '在职人数', '职工总数'],
    need: 'OPTIONAL',
    read: integer({ min: 0, max: 10_000_000 }),
    help: { zh: '填报时的职工人数，只填数字。', en: 'Employees on the day of the report, digits only.' },
    example: 480,
  },
  joinedOn: {
    name: { zh: '入会时间', en: 'Joined on' },
    synonyms: ['入会日期', '加入时间', '入会年月', '加入日期'],
    need: 'OPTIONAL',
    read: day({ monthAlone: true }),
    help: {
      zh: '写成 2019-02-01 的样子，只知道年月时写 2019年2月。',
      en: 'As in 2019-02-01; a month alone as 2019年2月.',
    },
    example: '2019-02-01',
  },
};
