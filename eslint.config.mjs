import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { dangwu } from './tools/lint/rules.mjs';

/** The layers, lowest first: each may use those before it and itself. A new domain goes at the end. */
const layers = [
  'layer:platform',
  'layer:read-model',
  'layer:access',
  'layer:desk',
  'layer:rules',
  'layer:calendar',
  'layer:figures',
  'layer:imports',
  'layer:documents',
  'layer:ballots',
  'domain:organization',
  'domain:membership',
  'domain:activities',
  'domain:decisions',
  'domain:assessment',
  'domain:audit',
];

const constraints = (alsoForAll = []) => [
  ...layers.map((tag, height) => ({
    sourceTag: tag,
    onlyDependOnLibsWithTags: [...layers.slice(0, height + 1), ...alsoForAll],
  })),
  { sourceTag: 'layer:api', onlyDependOnLibsWithTags: [...layers, 'layer:api', ...alsoForAll] },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: [...layers, 'layer:api', 'layer:testing'] },
  // The bench runs the built API as a process, on an embedded PostgreSQL; it knows no code of ours.
  { sourceTag: 'layer:bench', onlyDependOnLibsWithTags: ['layer:bench', ...alsoForAll] },
  // The console knows the API by its printed contract alone.
  { sourceTag: 'layer:console', onlyDependOnLibsWithTags: ['layer:console'] },
];

const boundaries = (alsoForAll) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    depConstraints: constraints(alsoForAll),
    // The world of the tests boots the API as it is, and every library's tests live in that world.
    allow: [
      '../../../apps/api/**',
      '../../../../apps/api/**',
      '../../embedded-postgres/index.mjs',
      '../../../libs/embedded-postgres/index.mjs',
      // the bench builds and starts as npm start does
      '../../../tools/start/**',
      '../../tools/documents.mjs',
      // journeys run in the browser that was installed for them
      '../../tools/browser.mjs',
      // and votes as the device of a voter does
      '../../../libs/ballots/src/trial/voter.mjs',
    ],
    ignoredCircularDependencies: [...layers.map((tag) => ['testing', tag.split(':')[1]]), ['testing', 'api']],
  },
];

/** Specs and what only specs use. */
const tests = [
  '**/*spec.ts',
  '**/*spec.tsx',
  'libs/*/src/test/**',
  'libs/*/src/**/trial/**',
  'apps/api/src/**/trial/**',
  'libs/*/src/**/trial-*.ts',
  'apps/api/src/**/trial-*.ts',
  'libs/platform/src/database/scratch.ts',
  'libs/testing/**',
  'apps/console-e2e/**',
];

const readsEnvironment = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Settings are read in @dangwu/platform/config only.' },
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: [
        { name: 'node:process', importNames: ['env'] },
        { name: 'process', importNames: ['env'] },
      ],
    },
  ],
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.nx/', '.data/', '**/generated/', 'coverage/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mts,mjs}'],
    plugins: { '@nx': nx, dangwu },
    rules: {
      '@nx/enforce-module-boundaries': boundaries([]),
      'dangwu/reasoned-disable': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // A forgotten await loses an error, or a transaction. Needs types, so it looks only where it matters.
    files: ['libs/*/src/**/*.ts', 'apps/api/{src,migrations}/**/*.ts', 'apps/console/src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }] },
  },
  {
    files: ['libs/**/*.{ts,tsx}', 'apps/**/*.{ts,tsx}'],
    ignores: ['libs/platform/src/config/**', '**/*.config.*', 'apps/bench/**', ...tests],
    rules: readsEnvironment,
  },
  {
    // What a person sees on a terminal is written by the command line and by the start; the rest logs.
    files: ['libs/**/*.ts', 'apps/api/**/*.ts'],
    ignores: ['apps/api/src/{cli,seed,start}.ts', 'apps/api/src/print/**', ...tests],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/console/src/**/*.{ts,tsx}'],
    ignores: ['libs/rules/src/shipped-*.ts', 'apps/console/src/locales/**', ...tests],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    files: tests,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(['layer:testing']),
      'dangwu/no-skipped-test': 'error',
    },
  },
  {
    files: ['apps/console/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['apps/console/src/**/*.{ts,tsx}'],
    ignores: ['apps/console/src/lib/theme/**', 'apps/console/src/lib/theme.ts'],
    rules: { 'dangwu/no-hex-colour': 'error' },
  },
);
