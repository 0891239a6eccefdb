// Typed documents for the console: every query, mutation and fragment of its .graphql files, checked against the printed
// contract. Two plugins driven directly; the code generator's own command line would add 50 MB to every install.
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import * as documents from '@graphql-codegen/typed-document-node';
import { Source, parse } from 'graphql';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { trustedDocuments } from './documents.mjs';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'apps/console/src');
const target = path.join(source, 'generated');
// While the API has not been printed yet, another file may stand in for it.
const printed = path.join(root, 'apps/api/schema.graphql');
const schemaFile = existsSync(printed) ? printed : process.env['SCHEMA_FILE'];
if (!schemaFile) {
  console.error('There is no apps/api/schema.graphql. Print it: node apps/api/dist/cli.js print schema');
  process.exit(1);
}

const files = globSync('**/*.graphql', { cwd: source }).sort();
let output;
try {
  output = await codegen({
    filename: path.join(target, 'graphql.ts'),
    schema: read(schemaFile),
    documents: files.map((name) => ({ location: path.join(source, name), document: read(path.join(source, name)) })),
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations, documents },
    config: {
      useTypeImports: true,
      enumType: 'string-literal',
      enumsAsTypes: true,
      scalars: { ID: 'string', Date: 'string', DateTime: 'string' },
    },
  });
} catch (error) {
  console.error(`The console's documents do not fit ${path.relative(root, schemaFile)}:\n${error.message}`);
  process.exit(1);
}
const ids = Object.fromEntries(trustedDocuments().map(({ name, id }) => [name, id]));
const head = '// Written by tools/codegen.mjs, not by hand.\n';
// A page loads the documents of its features and not those of all others: a module for each .graphql file.
const parts = new Map();
const types = [];
const homes = homesOf(files);
for (const line of output.split('\n')) {
  const [, name] = /^export const (\w+) = /.exec(line) ?? [];
  if (!name && !line.startsWith('import type { TypedDocumentNode ')) types.push(line);
  if (!name) continue;
  parts.set(homes.get(name), [...(parts.get(homes.get(name)) ?? []), line]);
}
const written = new Map([
  [
    'graphql.ts',
    `${head}${types.join('\n')}
${[...parts.keys()].map((part) => `export * from './documents/${part}';`).join('\n')}
`,
  ],
  [
    'document-ids.ts',
    `${head}/** By which the API knows each operation: it takes no other documents from a session. */
export const documentIds: Readonly<Record<string, string>> = ${JSON.stringify(ids, null, 2)};
`,
  ],
  ...[...parts].map(([part, lines]) => [`documents/${part}.ts`, moduleOf(lines)]),
]);
const changed = [...written].filter(([name, text]) => writeWhereNew(path.join(target, name), text));
const left = readdirSync(path.join(target, 'documents')).filter((name) => !written.has(`documents/${name}`));
for (const name of left) rmSync(path.join(target, 'documents', name));
console.log(
  `${files.length} documents, ${(output.length / 1000).toFixed(0)} kB${changed.length + left.length ? '' : ', unchanged'}`,
);

/** In which module each constant stands: that of the file its operation or fragment is written in. */
function homesOf(names) {
  const found = new Map();
  for (const name of names)
    for (const definition of read(path.join(source, name)).definitions) {
      const called = definition.name.value.replace(/^./, (first) => first.toUpperCase());
      const constant = definition.kind === 'FragmentDefinition' ? `${called}FragmentDoc` : `${called}Document`;
      found.set(constant, name.replace(/\.graphql$/, '').replaceAll('/', '-'));
    }
  return found;
}

/** Constants with the types they are told by. */
function moduleOf(lines) {
  const named = new Set(lines.flatMap((line) => /DocumentNode<(\w+), (\w+)>;$/.exec(line)?.slice(1) ?? []));
  named.delete('unknown');
  return `${head}import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { ${[...named].join(', ')} } from '../graphql';

${lines.join('\n')}
`;
}

function writeWhereNew(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return true;
}

function read(file) {
  try {
    return parse(new Source(readFileSync(file, 'utf8'), path.relative(root, file)));
  } catch (error) {
    console.error(`${path.relative(root, file)}: ${error.message}`);
    return process.exit(1);
  }
}
