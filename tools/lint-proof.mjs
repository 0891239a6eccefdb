// Every lint rule of the house is seen failing once, and its allowed twin passing: node tools/lint-proof.mjs
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { globSync } from 'node:fs';
import path from 'node:path';

process.env.NX_DAEMON = 'false';
const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
await createProjectGraphAsync({ exitOnError: true });
const eslint = new ESLint({ cwd: root });

// The text is linted as if it stood in a file that exists: rules that need types or the project want a real place.
const low = 'libs/platform/src/clock/clock.ts';
const middle = 'libs/access/src/index.ts';
const [spec] = globSync('libs/access/src/**/*spec.ts', { cwd: root }).sort();
const page = 'apps/console/src/app/router.tsx';
const bench = 'apps/bench/src/system.mjs';
const theme = 'apps/console/src/lib/theme/tokens.ts';
const boundary = '@nx/enforce-module-boundaries';
const uses = (library) => `import * as all from '${library}';\nexport const used = all;\n`;
const hook = (body) =>
  `import { useEffect, useState } from 'react';\nexport function Part(props: { id: string }) {\n${body}\n}\n`;

/** [what is shown, where, the text, the rule that must complain or null] */
const cases = [
  ['a lower layer may not use a higher one', low, uses('@dangwu/access'), boundary],
  ['a higher layer may use a lower one', middle, uses('@dangwu/platform/ids'), null],
  ['a layer may not use a domain', middle, uses('@dangwu/organization'), boundary],
  ['the console knows no library of the API', page, uses('@dangwu/platform/ids'), boundary],
  ['the bench knows no library of the API', bench, uses('@dangwu/platform/ids'), boundary],
  [
    '… but starts a PostgreSQL',
    bench,
    `export { startPostgres } from '../../../libs/embedded-postgres/index.mjs';\n`,
    null,
  ],
  ['code may not use the test world', middle, uses('@dangwu/testing'), boundary],
  ['a spec may use the test world', spec, uses('@dangwu/testing'), null],
  ['settings are read in one place', middle, 'export const port = process.env.PORT;\n', 'no-restricted-properties'],
  [
    '… also by the other name',
    middle,
    `import { env } from 'node:process';\nexport const e = env;\n`,
    'no-restricted-imports',
  ],
  ['… which is this one', 'libs/platform/src/config/read-config.ts', 'export const port = process.env.PORT;\n', null],
  ['colours come from the theme', page, `export const red = '#c00000';\n`, 'dangwu/no-hex-colour'],
  ['… also in templates', page, 'export const line = (n: number) => `${n}px solid #eee`;\n', 'dangwu/no-hex-colour'],
  ['a link to a part of the page is no colour', page, `export const target = '/help#faceless';\n`, null],
  ['the theme names colours', theme, `export const red = '#c00000';\n`, null],
  [
    'hooks are not called in branches',
    page,
    hook('if (props.id) useState(1);\nreturn null;'),
    'react-hooks/rules-of-hooks',
  ],
  [
    'an effect names what it depends on',
    page,
    hook('useEffect(() => { document.title = props.id; }, []);\nreturn null;'),
    'react-hooks/exhaustive-deps',
  ],
  [
    'no promise is forgotten',
    low,
    'export function f() { Promise.resolve(1); }\n',
    '@typescript-eslint/no-floating-promises',
  ],
  ['a promise may be let go on purpose', low, 'export function f() { void Promise.resolve(1); }\n', null],
  ['no any', low, 'export const x: any = 1;\n', '@typescript-eslint/no-explicit-any'],
  ['no swallowed error', low, 'export function f() { try { f(); } catch {} }\n', 'no-empty'],
  [
    'a rule is switched off with a reason',
    low,
    '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const x: any = 1;\n',
    'dangwu/reasoned-disable',
  ],
  [
    '… and then it is off',
    low,
    '// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the peer types it so\nexport const x: any = 1;\n',
    null,
  ],
  [
    'no focused test',
    spec,
    `import { test } from '@jest/globals';\ntest.only('x', () => undefined);\n`,
    'dangwu/no-skipped-test',
  ],
  ['no notes to oneself', low, '// TODO later\nexport const x = 1;\n', 'no-warning-comments'],
  ['no printing from a library', low, `console.log('x');\nexport {};\n`, 'no-console'],
  ['files stay small', low, `export {};\n${'// line\n'.repeat(300)}`, 'max-lines'],
];

let failed = 0;
for (const [title, file, text, rule] of cases) {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  const found = result.messages.map((message) => message.ruleId ?? message.message);
  const right = rule === null ? found.length === 0 : found.includes(rule);
  if (!right) {
    failed += 1;
    console.error(`✗ ${title}: expected ${rule ?? 'no finding'}, found ${found.join(', ') || 'none'}`);
  }
}
console.log(`${cases.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
