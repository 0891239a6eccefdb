// The house's own lint rules; tools/lint-proof.mjs shows each of them failing.

const HEX = /(^|[^&\w])#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b/i;

/** Colours come from the theme, so that dark mode and a new palette reach everything. */
const noHexColour = {
  meta: { type: 'problem', messages: { hex: 'A colour of its own: take it from the theme (lib/theme).' }, schema: [] },
  create: (context) => ({
    Literal(node) {
      if (typeof node.value === 'string' && HEX.test(node.value)) context.report({ node, messageId: 'hex' });
    },
    TemplateElement(node) {
      if (HEX.test(node.value.raw)) context.report({ node, messageId: 'hex' });
    },
  }),
};

/** A test that is skipped, or that hides the others, says nothing. */
const noSkippedTest = {
  meta: {
    type: 'problem',
    messages: { skipped: 'No skipped and no focused tests: repair it or delete it.' },
    schema: [],
  },
  create: (context) => ({
    MemberExpression(node) {
      const of = node.object.type === 'MemberExpression' ? node.object.object : node.object;
      if (!['test', 'it', 'describe'].includes(of.name)) return;
      if (['skip', 'only', 'todo', 'fixme'].includes(node.property.name))
        context.report({ node, messageId: 'skipped' });
    },
    CallExpression(node) {
      if (['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'].includes(node.callee.name))
        context.report({ node, messageId: 'skipped' });
    },
  }),
};

/** `eslint-disable-next-line rule -- why`: the reason stands beside it. */
const reasonedDisable = {
  meta: {
    type: 'problem',
    messages: { reason: 'Say why after two dashes: eslint-disable… rule -- reason.' },
    schema: [],
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S{3}/.test(comment.value))
          context.report({ loc: comment.loc, messageId: 'reason' });
      }
    },
  }),
};

export const dangwu = {
  meta: { name: 'dangwu' },
  rules: { 'no-hex-colour': noHexColour, 'no-skipped-test': noSkippedTest, 'reasoned-disable': reasonedDisable },
};
