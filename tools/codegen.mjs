// Typed documents for the console: every query, mutation and fragment of its .graphql files, checked against the printed
// contract. Two plugins driven directly; the code generator's own command line would add 50 MB to every install.
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import * as documents from '@graphql-codegen/typed-document-node';
import { Source, parse } from 'graphql';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { trustedDocuments } from './documents.mjs';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'apps/console/src');
const target = path.join(source, 'generated/graphql.ts');
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
    filename: target,
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
const text = `// Written by tools/codegen.mjs, not by hand.
${output}
/** By which the API knows each operation: it takes no other documents from a session. */
export const documentIds: Readonly<Record<string, string>> = ${JSON.stringify(ids, null, 2)};
`;
const before = existsSync(target) ? readFileSync(target, 'utf8') : null;
if (before !== text) {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
console.log(
  `${files.length} documents, ${(output.length / 1000).toFixed(0)} kB${before === text ? ', unchanged' : ''}`,
);

function read(file) {
  try {
    return parse(new Source(readFileSync(file, 'utf8'), path.relative(root, file)));
  } catch (error) {
    console.error(`${path.relative(root, file)}: ${error.message}`);
    return process.exit(1);
  }
}
