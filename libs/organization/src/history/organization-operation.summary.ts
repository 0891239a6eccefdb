import type { Messages } from '@dangwu/platform/errors';
import { relationWords, typeWords } from '../organization-words';
import type { OrganizationOperationEntity } from './organization-operation.entity';
import { OperationKind, type OrganizationType, type ParentRelation } from '../organization.enums';

/** The columns that a sentence needs. */
export type Told = Pick<OrganizationOperationEntity, 'kind' | 'before' | 'after'>;

const typeOf = (value: unknown, language: keyof Messages): string =>
  typeWords[value as OrganizationType]?.[language] ?? String(value ?? '');
const relationOf = (value: unknown, language: keyof Messages): string =>
  relationWords[value as ParentRelation]?.[language] ?? '';
const names = (after: Told['after'], between: string): string =>
  ((after['names'] as readonly string[] | undefined) ?? []).join(between);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What an operation did, in a sentence. */
export function summaryOf({ kind, before, after }: Told): Messages {
  switch (kind) {
    case OperationKind.FOUNDED:
    case OperationKind.IMPORTED: {
      const verb =
        kind === OperationKind.FOUNDED ? { zh: '成立', en: 'Founded' } : { zh: '由名册导入', en: 'Imported' };
      return {
        zh: `${verb.zh}：${text(after['name'])}（${typeOf(after['type'], 'zh')}）`,
        en: `${verb.en}: ${text(after['name'])} (${typeOf(after['type'], 'en')})`,
      };
    }
    case OperationKind.RENAMED:
      return {
        zh: `更名：由“${text(before['name'])}”改为“${text(after['name'])}”`,
        en: `Renamed from "${text(before['name'])}" to "${text(after['name'])}"`,
      };
    case OperationKind.RETYPED:
      return {
        zh: `改设：由${typeOf(before['type'], 'zh')}改设为${typeOf(after['type'], 'zh')}`,
        en: `Changed from ${typeOf(before['type'], 'en')} to ${typeOf(after['type'], 'en')}`,
      };
    case OperationKind.MOVED:
      return {
        zh: `调整隶属：由“${text(before['parent'])}”（${relationOf(before['relation'], 'zh')}）转到“${text(after['parent'])}”（${relationOf(after['relation'], 'zh')}）`,
        en: `Moved from "${text(before['parent'])}" (${relationOf(before['relation'], 'en')}) to "${text(after['parent'])}" (${relationOf(after['relation'], 'en')})`,
      };
    case OperationKind.MERGED:
      return { zh: `合并：“${names(after, '”、“')}”并入`, en: `Merged into it: "${names(after, '", "')}"` };
    case OperationKind.SPLIT:
      return { zh: `拆分：新设“${names(after, '”、“')}”`, en: `Split: founded "${names(after, '", "')}" out of it` };
    case OperationKind.UNDONE: {
      const told = after['undone'] as Messages | undefined;
      return after['withdrawn']
        ? { zh: `撤回待生效的变更：${told?.zh ?? ''}`, en: `Withdrew before its day: ${told?.en ?? ''}` }
        : { zh: `撤销变更：${told?.zh ?? ''}`, en: `Undid: ${told?.en ?? ''}` };
    }
    case OperationKind.DISSOLVED:
      if (after['into'])
        return { zh: `撤销：并入“${text(after['into'])}”`, en: `Dissolved: merged into "${text(after['into'])}"` };
      return { zh: '撤销', en: 'Dissolved' };
  }
}
