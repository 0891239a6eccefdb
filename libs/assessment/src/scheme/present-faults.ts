import { figureRegister } from '@dangwu/figures';
import { fill, type Messages } from '@dangwu/platform/errors';
import { type Fault, type InputFault, nodesOf, type SchemeTree } from '../engine';
import { faultFieldWords, inputFaultWords, partWords, schemeFaultWords, tooSmall, unitWords } from './fault-words';
import type { SchemeFault } from './scheme-parts.type';

type Params = Readonly<Record<string, string>>;
type Language = keyof Messages;

/** What stands in a text for each parameter: fields, figures and units by their names. */
function spoken(params: Params, language: Language): Params {
  const figures = new Map(figureRegister().map(({ key, name }) => [key, name]));
  const said = (name: string, value: string): string => {
    if (name === 'field') return faultFieldWords[value]?.[language] ?? value;
    if (name === 'figure') return figures.get(value)?.[language] ?? value;
    if (name === 'unit' || (name === 'given' && value in unitWords)) return unitWords[value]?.[language] ?? value;
    if (name !== 'units') return value;
    const words = value.split(', ').map((unit) => unitWords[unit]?.[language] ?? unit);
    return words.join(language === 'zh' ? '、' : ', ');
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]));
}

const told = (words: Messages, params: Params): Messages => ({
  zh: fill(words.zh, spoken(params, 'zh')),
  en: fill(words.en, spoken(params, 'en')),
});

/** Where a fault is, in words: the names from the root down, or the part of the scheme. */
function placeOf(path: string, tree: SchemeTree | null): { nodeKey: string | null; place: Messages } {
  const nodes = tree ? nodesOf(tree.root) : [];
  const at = nodes.find((node) => node.path === path);
  if (at) {
    const above = nodes.filter((node) => node.path !== tree!.root.key && `${path}/`.startsWith(`${node.path}/`));
    const way = above.length > 0 ? above : [at];
    const join = (language: Language) => way.map(({ node }) => node.name[language] || node.key).join(' › ');
    return { nodeKey: at.node.key, place: { zh: join('zh'), en: join('en') } };
  }
  const [part = '', key] = path.split('/');
  const words = partWords[part] ?? { zh: path, en: path };
  if (part !== 'grades' || key === undefined) return { nodeKey: null, place: words };
  const grade = tree?.grades.find((one) => one.key === key)?.name;
  return {
    nodeKey: null,
    place: { zh: `${words.zh} › ${grade?.zh || key}`, en: `${words.en} › ${grade?.en || key}` },
  };
}

/** Faults with their words and where they are; `tree` null: what was given is no tree. */
export function presentFaults(faults: readonly Fault[], tree: SchemeTree | null): SchemeFault[] {
  return faults.map(({ code, path, params }) => {
    const low = code === 'NUMBER_OUT_OF_RANGE' && params['least'] !== undefined;
    return { code, path, ...placeOf(path, tree), message: told(low ? tooSmall : schemeFaultWords[code], params) };
  });
}

/** The same of what keeps a total from being computed. */
export function presentInputFaults(faults: readonly InputFault[], tree: SchemeTree): SchemeFault[] {
  return faults.map(({ code, path, params }) => ({
    ...{ code, path },
    ...placeOf(path, tree),
    message: told(inputFaultWords[code], params),
  }));
}
