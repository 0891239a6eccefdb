import { figureRegister } from '@dangwu/figures';
import { tierWords, typeWords } from '@dangwu/organization';
import type { Messages } from '@dangwu/platform/errors';
import type {
  Aggregation,
  BallotNode,
  Grade,
  Level,
  Mapping,
  NotApplicable,
  Rounding,
  SchemeTree,
  TieBreaker,
  TopShare,
  Words,
} from '../engine';
import { nodesOf } from '../engine';
import type { MoveField, NodeField, TreeField } from './difference';

type Language = keyof Messages;
type Say = (language: Language) => string;

/** In both languages at once. */
export const both = (say: Say): Messages => ({ zh: say('zh'), en: say('en') });
const two = (zh: string, en: string): Messages => ({ zh, en });

export const fieldWords: Readonly<Record<NodeField | TreeField | MoveField, Messages>> = {
  NAME: two('名称', 'name'),
  KIND: two('类型', 'kind'),
  WEIGHT: two('权重', 'weight'),
  BONUS_ROOM: two('加分空间', 'room for bonuses'),
  FIGURE: two('取数', 'figure'),
  MAPPING: two('怎么计分', 'mapping'),
  ENTRY: two('评分方式', 'entry'),
  LEVELS: two('档次', 'levels'),
  COMMENT_WHEN_CUT: two('扣分须写原因', 'a word where points are cut'),
  SCORERS: two('多人评分', 'several scorers'),
  VOTERS: two('投票人', 'voters'),
  OPTIONS: two('选项', 'options'),
  EACH: two('每次分值', 'points for each'),
  CAP: two('上限', 'cap'),
  CAPS_AT: two('最高等次', 'best grade left'),
  NOT_APPLICABLE: two('不适用的条件', 'does not apply'),
  TAGS: two('标签', 'tags'),
  ROUNDING: two('小数位', 'rounding'),
  GRADES: two('等次', 'grades'),
  TOP_SHARE: two('优秀比例', 'limit of the best grade'),
  TIE_BREAKERS: two('同分排序', 'tie-breakers'),
  EQUAL_AT_LIMIT: two('同分过线', 'equals at the limit'),
  GROUP: two('所在分组', 'group'),
  ORDER: two('次序', 'order'),
};

export const kindWords: Readonly<Record<string, Messages>> = {
  GROUP: two('分组', 'group'),
  METRIC: two('取数', 'figure'),
  RUBRIC: two('评分', 'judged'),
  BALLOT: two('投票', 'vote'),
  DEDUCTION: two('扣分', 'deduction'),
  BONUS: two('加分', 'bonus'),
  VETO: two('一票否决', 'veto'),
};

const nothing = two('', '');
const comma: Messages = { zh: '，', en: ', ' };
const pause: Messages = { zh: '；', en: '; ' };
const list = (parts: readonly Messages[], between: Messages = pause): Messages =>
  both((language) => parts.map((part) => part[language]).join(between[language]));
const names = new Map<string, Words>();
function figureName(key: string): Messages {
  if (names.size === 0) for (const { key: known, name } of figureRegister()) names.set(known, name);
  return names.get(key) ?? two(key, key);
}

function mappingWords(mapping: Mapping): Messages {
  switch (mapping.by) {
    case 'LINEAR':
      return two(
        `${mapping.from} 得 0 分，${mapping.to} 得满分，按比例`,
        `nothing at ${mapping.from}, everything at ${mapping.to}, in proportion`,
      );
    case 'FORMULA':
      return two(`公式 ${mapping.formula}`, `formula ${mapping.formula}`);
    case 'STEPPED':
      return list(
        mapping.bands.map(({ from, to, share }) => {
          const [low, high] = [from ?? '−∞', to ?? '∞'];
          return two(`${low} 至 ${high} 得 ${share}`, `${low} to ${high}: ${share}`);
        }),
      );
  }
}

function scorersWords(scorers: Aggregation): Messages {
  switch (scorers.by) {
    case 'AVERAGE':
      return two('平均', 'average');
    case 'TRIMMED':
      return two(`去掉最高、最低各 ${scorers.drop} 个后平均`, `average without the ${scorers.drop} highest and lowest`);
    case 'ROLES':
      return list(
        scorers.roles.map(({ name, weight }) => both((language) => `${name[language]} ${weight}`)),
        comma,
      );
  }
}

const shares = (of: readonly { readonly name: Words; readonly share: string | null }[]): Messages =>
  list(
    of.map(({ name, share }) => both((language) => `${name[language]} ${share ?? '—'}`)),
    comma,
  );

const conditionLead: Readonly<Record<Exclude<NotApplicable['on'], 'WHOLE_ZERO'>, Messages>> = {
  TYPE_IN: two('组织类型是', 'type is '),
  TYPE_NOT_IN: two('组织类型不是', 'type is not '),
  TIER_IN: two('层面是', 'tier is '),
  TIER_NOT_IN: two('层面不是', 'tier is not '),
  DUTY_NONE_OF: two('没有职责', 'has no duty '),
};

function conditionWords(condition: NotApplicable): Messages {
  if (condition.on === 'WHOLE_ZERO') {
    const figure = figureName(condition.figure);
    return two(`${figure.zh}没有可计的数`, `nothing counts for ${figure.en}`);
  }
  const terms: Readonly<Record<string, Messages>> = { ...typeWords, ...tierWords };
  const named = list(
    condition.list.map((key) => terms[key] ?? two(key, key)),
    two('、', ', '),
  );
  return both((language) => `${conditionLead[condition.on][language]}${named[language]}`);
}

function tieWords(breaker: TieBreaker, tree: SchemeTree): Messages {
  if (breaker.by === 'FIGURE')
    return two(
      `${breaker.name.zh}${breaker.first === 'HIGH' ? '多者' : '少者'}在前`,
      `${breaker.first === 'HIGH' ? 'more' : 'less'} of ${breaker.name.en} first`,
    );
  const node = nodesOf(tree.root).find((one) => one.node.key === breaker.key)?.node.name;
  return two(`${node?.zh ?? breaker.key}高者在前`, `more points of ${node?.en ?? breaker.key} first`);
}

const yes = (value: boolean): Messages => (value ? two('是', 'yes') : two('否', 'no'));
const rounds: Readonly<Record<Rounding['mode'], Messages>> = {
  HALF_UP: two('四舍五入', 'half up'),
  HALF_EVEN: two('四舍六入五成双', 'half to even'),
  DOWN: two('舍去', 'cut'),
};

/** What stands in a field of a node or of the scheme, in words; nothing where it has none. */
export function valueWords(field: NodeField | TreeField, value: unknown, tree: SchemeTree): Messages {
  if (value === undefined || value === null) return field === 'FIGURE' ? two('由人记录', 'noted by people') : nothing;
  switch (field) {
    case 'NAME':
      return value as Words;
    case 'KIND':
      return kindWords[value as string] ?? nothing;
    case 'FIGURE':
      return figureName(value as string);
    case 'MAPPING':
      return mappingWords(value as Mapping);
    case 'ENTRY':
      return value === 'LEVEL' ? two('选档次', 'by levels') : two('打分', 'by points');
    case 'LEVELS':
      return shares(value as readonly Level[]);
    case 'OPTIONS':
      return shares(value as BallotNode['options']);
    case 'VOTERS':
      return shares((value as BallotNode['groups']).map(({ name, weight }) => ({ name, share: weight })));
    case 'COMMENT_WHEN_CUT':
      return yes(value as boolean);
    case 'SCORERS':
      return scorersWords(value as Aggregation);
    case 'CAPS_AT':
      return tree.grades.find(({ key }) => key === value)?.name ?? two(String(value), String(value));
    case 'NOT_APPLICABLE':
      return list((value as readonly NotApplicable[]).map(conditionWords));
    case 'TAGS':
      return list(
        (value as readonly string[]).map((tag) => two(tag, tag)),
        comma,
      );
    case 'ROUNDING': {
      const { scale, mode } = value as Rounding;
      return two(`${scale} 位，${rounds[mode].zh}`, `${scale} places, ${rounds[mode].en}`);
    }
    case 'GRADES':
      return shares((value as readonly Grade[]).map(({ name, from }) => ({ name, share: from })));
    case 'TOP_SHARE': {
      const { share, atLeastOne } = value as TopShare;
      return atLeastOne ? two(`${share}，至少 1 个`, `${share}, at least one`) : two(`${share}`, `${share}`);
    }
    case 'TIE_BREAKERS':
      return list((value as readonly TieBreaker[]).map((breaker) => tieWords(breaker, tree)));
    case 'EQUAL_AT_LIMIT':
      return value === 'BOTH' ? two('都给', 'all get it') : two('都不给', 'none gets it');
    default:
      return two(String(value), String(value));
  }
}
