import type { RuleDirection, RuleSource, RuleStrength } from '../rule.type';

/** A row of the register as it ships. */
export interface ShippedRule {
  readonly key: string;
  /** a house rule that an association begins with and may end; a regulation when left out */
  readonly layer?: 'ASSOCIATION';
  readonly name: readonly [zh: string, en: string];
  readonly value: string;
  readonly unit: readonly [zh: string, en: string] | null;
  readonly stricter: RuleDirection;
  readonly strength: `${RuleStrength}`;
  readonly basis: readonly [zh: string, en: string];
  readonly source: `${RuleSource}`;
  /** the words are sure, the number of the article is not */
  readonly articleUncertain?: boolean;
  readonly note?: readonly [zh: string, en: string];
  readonly from: string;
}

// What several rows rest on, are counted in, or hold from.
export const branchRegulation = (article: string, number: string): readonly [string, string] => [
  `《中国共产党支部工作条例（试行）》${article}`,
  `Regulations on the Work of Branches (trial), article ${number}`,
];
export const termOpinion = (part: string, number: string): readonly [string, string] => [
  `《关于党的基层组织任期的意见》${part}`,
  `Opinions on the Terms of Grassroots Organizations, part ${number}`,
];
export const governmentRegulation = (article: string, number: string): readonly [string, string] => [
  `《中国共产党党和国家机关基层组织工作条例》${article}`,
  `Regulations on Grassroots Organizations in Party and State Organs, article ${number}`,
];

export const fullMembers = ['名正式党员', 'full members'] as const;
export const members = ['名党员', 'members'] as const;
export const years = ['年', 'years'] as const;
export const months = ['个月', 'months'] as const;
export const persons = ['人', 'persons'] as const;
export const perMonth = ['次/月', 'a month'] as const;
export const perQuarter = ['次/季度', 'a quarter'] as const;
export const perYear = ['次/年', 'a year'] as const;
export const hoursAYear = ['学时/年', 'hours a year'] as const;
export const perWeek = ['次/周', 'a week'] as const;
export const perHalfYear = ['次/半年', 'a half-year'] as const;
export const analogy = [
  '约束机关（国企）；协会参照执行，须经上级批准',
  'binds state organs (and state enterprises); followed here by analogy, with approval',
] as const;

export const leastPersonal = [
  '《中华人民共和国个人信息保护法》第六条、第五十一条：限于实现目的的最小范围，合理确定操作权限；数值为本系统默认',
  'Personal Information Protection Law, articles 6 and 51: no more than the purpose needs, by rights set with reason; the number is a default of this system',
] as const;

export const branch = '2018-10-28';
export const term = '2018-07-10';
export const government = '2019-12-27';
export const development = '2014-05-28';

/** Of the regulation on the education of members; its articles on hours were read in secondary sources. */
export const educationRegulation = [
  '《中国共产党党员教育管理工作条例》',
  'Regulations on the Education and Management of Party Members',
] as const;
export const education = '2019-05-06';
