// Puts all mutants of a source into it at once, each switched on by globalThis.mutant: the world is built once for all.
// Which of them a request comes by is noted in globalThis.touched: no other request can tell that one is on.
import ts from 'typescript';

const { SyntaxKind: K } = ts;
const swapped = new Map([
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
  [K.EqualsEqualsEqualsToken, '!=='],
  [K.ExclamationEqualsEqualsToken, '==='],
  [K.LessThanToken, '>='],
  [K.LessThanEqualsToken, '>'],
  [K.GreaterThanToken, '<='],
  [K.GreaterThanEqualsToken, '<'],
]);
const calls = { some: 'every', every: 'some' };

/** the condition under which a mutant speaks */
const on = (id) => `(globalThis.touched?.add(${id}), globalThis.mutant === ${id})`;

/** @returns {{ text: string, mutants: { id: number, file: string, line: number, what: string }[] }} */
export function instrument(file, source, firstId) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const add = (node, what) => {
    const id = firstId + mutants.length;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    mutants.push({ id, file, line, what });
    return id;
  };
  const raw = (node) => node.getText(tree);
  const short = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 60);

  /** the text of a node with its children instrumented */
  const inner = (node) => {
    let text = '';
    let at = node.getStart(tree);
    node.forEachChild((child) => {
      text += source.slice(at, child.getStart(tree)) + render(child);
      at = child.getEnd();
    });
    return text + source.slice(at, node.getEnd());
  };
  const choose = (node, alternatives) => {
    const text = inner(node);
    if (alternatives.length === 0) return text;
    const cases = alternatives.map(([what, replacement]) => `${on(add(node, what))} ? (${replacement}) : `);
    return `(${cases.join('')}(${text}))`;
  };

  const render = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return raw(node);
    if (ts.isTypeAliasDeclaration(node) || ts.isDecorator(node)) return raw(node);
    if (ts.isBinaryExpression(node) && swapped.has(node.operatorToken.kind)) {
      const operator = swapped.get(node.operatorToken.kind);
      const replacement = `${raw(node.left)} ${operator} ${raw(node.right)}`;
      return choose(node, [[`${short(raw(node))} → ${operator}`, replacement]]);
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken)
      return choose(node, [[`${short(raw(node))} → without !`, raw(node.operand)]]);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression;
      const args = node.arguments.map(raw).join(', ');
      if (Object.hasOwn(calls, name.text))
        return choose(node, [
          [`${name.text} → ${calls[name.text]}`, `${raw(expression)}.${calls[name.text]}(${args})`],
        ]);
      if (name.text === 'filter') return choose(node, [['filter left out', raw(expression)]]);
    }
    if (ts.isIfStatement(node)) {
      const { expression } = node;
      const cases = ['true', 'false'].map(
        (to) => `${on(add(expression, `if (${short(raw(expression))}) → ${to}`))} ? ${to} : `,
      );
      const rest = node.elseStatement ? ` else ${render(node.elseStatement)}` : '';
      return `if (${cases.join('')}(${render(expression)})) ${render(node.thenStatement)}${rest}`;
    }
    if (ts.isConditionalExpression(node)) {
      const [condition, yes, no] = [node.condition, node.whenTrue, node.whenFalse].map(raw);
      return choose(node, [
        [`${short(condition)} ? → always`, yes],
        [`${short(condition)} ? → never`, no],
      ]);
    }
    return inner(node);
  };
  return { text: render(tree), mutants };
}
