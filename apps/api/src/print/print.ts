import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Operations, permissionsPage } from '@dangwu/access';
import { figuresPage } from '@dangwu/figures';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { missingRows } from '../permissions/complete';
import { matrixPage } from '../permissions/matrix-page';
import { nodeModels } from '../read-models';
import { errorsPage } from './errors-page';
import { personalDataPage } from './personal-data-page';
import { schemaPage } from './schema-page';

const root = path.resolve(import.meta.dirname, '../../..');

/** What is committed and must say what the code says. */
const pages: Readonly<
  Record<string, { readonly file: string; readonly text: (app: NestExpressApplication) => string }>
> = {
  schema: {
    file: 'apps/api/schema.graphql',
    text: (app) => schemaPage(app.get(GraphQLSchemaHost).schema),
  },
  errors: { file: 'docs/errors.md', text: () => errorsPage() },
  figures: { file: 'docs/figures.md', text: () => figuresPage() },
  'personal-data': { file: 'docs/personal-data.md', text: () => personalDataPage() },
  permissions: { file: 'docs/permissions.md', text: permissionsText },
};

/** Vocabulary, roles and operations from the code; who may what from the table. @throws Error for what has no row */
function permissionsText(app: NestExpressApplication): string {
  const operations = app.get(Operations).all();
  const missing = missingRows(app.get(GraphQLSchemaHost).schema, operations, Object.keys(nodeModels));
  if (missing.length) throw new Error(missing.join('\n'));
  return `${permissionsPage(operations)}\n${matrixPage()}`;
}

/** Writes the pages, or with `--check` compares them. @returns the exit code */
export async function print(app: NestExpressApplication, args: readonly string[]): Promise<number> {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const names = wanted.length && !wanted.includes('all') ? wanted : Object.keys(pages);
  let differing = 0;
  for (const name of names) {
    const page = pages[name];
    if (!page) throw new Error(`There is no page "${name}"; there are ${Object.keys(pages).join(', ')}`);
    const file = path.join(root, page.file);
    const text = page.text(app);
    const same = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (same) console.log(`${page.file} is current`);
    else if (args.includes('--check')) {
      differing++;
      console.error(`${page.file} is not what the code says. Run \`npm run print\`, read the difference, commit it.`);
    } else {
      writeFileSync(file, text);
      console.log(`${page.file} written`);
    }
  }
  return differing ? 1 : 0;
}
