// The console's operations, each as the one text the API takes from a session: with its fragments, and with the
// `__typename` the console's cache needs. The id is the SHA-256 of the text, so that a document that did not change is
// known to the release before and after. Codegen gives the console the ids, the API's build ships the texts.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, visit } from 'graphql';

const source = path.resolve(import.meta.dirname, '../apps/console/src');

/** @returns {{name: string, id: string, text: string}[]} sorted by name @throws Error for a document without a name */
export function trustedDocuments() {
  const definitions = globSync('**/*.graphql', { cwd: source })
    .sort()
    .flatMap((file) => parse(readFileSync(path.join(source, file), 'utf8')).definitions);
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  return definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      if (!operation.name) throw new Error(`An operation of the console has no name:\n${print(operation)}`);
      const text = print({
        kind: Kind.DOCUMENT,
        definitions: [operation, ...usedBy(operation, fragments)].map(withTypenames),
      });
      return { name: operation.name.value, id: createHash('sha256').update(text).digest('hex'), text };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Fragments of a definition, and theirs. */
function usedBy(definition, fragments, found = new Set()) {
  visit(definition, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment || found.has(fragment)) return;
      found.add(fragment);
      usedBy(fragment, fragments, found);
    },
  });
  return [...found];
}

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** In every selection but the operation's own. */
function withTypenames(definition) {
  return visit(definition, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION) return undefined;
      if (node.selections.some((one) => one.kind === Kind.FIELD && one.name.value === '__typename')) return undefined;
      return { ...node, selections: [...node.selections, typename] };
    },
  });
}
