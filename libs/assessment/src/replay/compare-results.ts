import type { LocalText } from '@dangwu/platform/text';
import { canonical, explain, type Result, type ResultNode, type SchemeTree } from '../engine';
import { replayWords } from './replay-words';

/** Something that was told otherwise than it comes out. */
export interface Difference {
  readonly what: LocalText;
  readonly told: string;
  readonly computed: string;
}

const nothing = '—';
const shown = (value: string | number | null | undefined): string => String(value ?? nothing);

/** What two results of one organization differ in, indicator by indicator in the order of the scheme. */
export function compareResults(told: Result, computed: Result): Difference[] {
  const before = new Map(flat(told.root).map((node) => [node.key, node]));
  const after = flat(computed.root);
  const keys = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((node) => compareNodes(before.get(node.key), node)),
    ...[...before.values()]
      .filter(({ key }) => !keys.has(key))
      .map((node) => missing(node, shown(node.points), nothing)),
    ...compareText(replayWords.gradeByPoints, told.gradeByPoints, computed.gradeByPoints),
    ...compareText(replayWords.vetoes, canonical(told.vetoes), canonical(computed.vetoes)),
    ...compareText(replayWords.faults, canonical(told.faults), canonical(computed.faults)),
    ...compareText(replayWords.tieFigures, canonical(told.tieFigures), canonical(computed.tieFigures)),
  ];
}

/** What stands beside results: total, place and grade as they are told to people. */
export interface Told {
  readonly total: string | null;
  readonly rank: number | null;
  readonly grade: string | null;
}

export function compareTold(told: Told, computed: Told, tree: SchemeTree): Difference[] {
  const grade = (key: string | null): string | null => tree.grades.find((one) => one.key === key)?.name.zh ?? key;
  return [
    ...compareText(replayWords.total, told.total, computed.total),
    ...compareText(replayWords.rank, told.rank, computed.rank),
    ...compareText(replayWords.grade, grade(told.grade), grade(computed.grade)),
  ];
}

export function compareText(
  what: LocalText,
  told: string | number | null | undefined,
  computed: string | number | null | undefined,
): Difference[] {
  return shown(told) === shown(computed) ? [] : [{ what, told: shown(told), computed: shown(computed) }];
}

/** How many numbers were looked at. */
export const countOf = ({ root }: Result): number => flat(root).length;

function compareNodes(told: ResultNode | undefined, computed: ResultNode): Difference[] {
  if (!told) return [missing(computed, nothing, shown(computed.points))];
  const { name } = computed;
  const of = (words: LocalText): LocalText => ({ zh: `${name.zh} ${words.zh}`, en: `${name.en}: ${words.en}` });
  const found = [
    ...compareText(of(replayWords.points), told.points, computed.points),
    ...compareText(of(replayWords.weight), told.weight, computed.weight),
    ...compareText(of(replayWords.applies), String(told.applies), String(computed.applies)),
    ...compareText(of(replayWords.before), told.moderated?.before, computed.moderated?.before),
  ];
  // children are looked at by themselves
  const rest = ({ children: _, ...node }: ResultNode): string => canonical(node);
  if (found.length > 0 || rest(told) === rest(computed)) return found;
  const [said, says] = [explain(told, 'zh'), explain(computed, 'zh')];
  const same = said === says;
  return [{ what: of(replayWords.basis), told: same ? rest(told) : said, computed: same ? rest(computed) : says }];
}

const missing = ({ name }: ResultNode, told: string, computed: string): Difference => ({ what: name, told, computed });

const flat = (node: ResultNode): ResultNode[] => [node, ...node.children.flatMap(flat)];
