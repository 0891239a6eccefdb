import type { Messages } from '@dangwu/platform/errors';
import { tierWords } from '../organization-words';
import type { UnitOperationEntity } from './unit-operation.entity';
import { UnitOperationKind } from './unit.enums';
import { coverageWords, unitKindWords } from './unit-words';

type Values = Readonly<Record<string, unknown>>;
/** The columns that a sentence needs. */
export type Told = Pick<UnitOperationEntity, 'kind' | 'before' | 'after'>;

/** What the columns are called in sentences. Places and derived columns are told by name or not at all. */
const labels: Readonly<Record<string, Messages>> = {
  organization: { zh: '联系党组织', en: 'responsible organization' },
  name: { zh: '名称', en: 'name' },
  code: { zh: '编码', en: 'code' },
  uscc: { zh: '统一社会信用代码', en: 'unified social credit code' },
  kind: { zh: '单位类型', en: 'kind' },
  tier: { zh: '所属层面', en: 'tier' },
  coverage: { zh: '覆盖方式', en: 'coverage' },
  coveredBy: { zh: '覆盖的党组织', en: 'covered by' },
  liaison: { zh: '联络员', en: 'liaison' },
  partyMemberCount: { zh: '党员人数', en: 'party members' },
  employeeCount: { zh: '职工人数', en: 'employees' },
  joinedOn: { zh: '入会时间', en: 'joined on' },
  foundedOn: { zh: '成立时间', en: 'founded on' },
};

const words: Readonly<Record<string, Readonly<Record<string, Messages>>>> = {
  kind: unitKindWords,
  tier: tierWords,
  coverage: coverageWords,
};

function shown(field: string, value: unknown, language: keyof Messages): string {
  if (value === null || value === undefined) return language === 'zh' ? '空' : 'none';
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return words[field]?.[text]?.[language] ?? text;
}

/** What an operation did, in a sentence. */
export function unitSummaryOf({ kind, before, after }: Told): Messages {
  const say = (language: keyof Messages): string => {
    const zh = language === 'zh';
    const created = Object.keys(before).length === 0;
    if (after['undone']) return zh ? '撤销导入，单位移出名册' : 'Import undone, the unit left the register';
    if (kind === UnitOperationKind.CLOSED) return zh ? '注销' : 'Closed';
    const verb = {
      REGISTERED: zh ? '登记' : 'Registered',
      CHANGED: zh ? '变更' : 'Changed',
      COVERAGE_CHANGED: zh ? '覆盖方式变更' : 'Coverage changed',
      IMPORTED: zh ? '由名册导入' : 'Imported',
    }[kind];
    const coverage = shown('coverage', after['coverage'], language);
    if (created) return zh ? `${verb}（${coverage}）` : `${verb} (${coverage})`;
    return `${verb}${zh ? '：' : ': '}${changesOf(before, after, language).join(zh ? '；' : '; ')}`;
  };
  return { zh: say('zh'), en: say('en') };
}

function changesOf(before: Values, after: Values, language: keyof Messages): string[] {
  return Object.entries(labels).flatMap(([field, label]) => {
    if (!(field in after)) return [];
    const [from, to] = [shown(field, before[field], language), shown(field, after[field], language)];
    return language === 'zh' ? `${label.zh}由${from}改为${to}` : `${label.en} from ${from} to ${to}`;
  });
}
