/** One configuration for all projects: TypeScript through swc, ES modules, libraries by their import names. */
export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps/api', '<rootDir>/apps/console/src'],
  testMatch: ['**/*.spec.ts', '**/*.api-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '/.nx/', '/.data/'],
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/libs/testing/src/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/src/global-teardown.mjs',
  testSequencer: '<rootDir>/libs/testing/src/longest-first.mjs',
  // the machine may be busy with other things: what hangs is found, what is slow is measured elsewhere
  testTimeout: 90_000,
  // modules of a suite stay in its worker's memory: a hundred suites on, a fresh one is quicker
  workerIdleMemoryLimit: '2GB',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          experimental: { keepImportAssertions: true },
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      },
    ],
  },
  moduleNameMapper: {
    '^@dangwu/platform/(.*)$': '<rootDir>/libs/platform/src/$1/index.ts',
    // a voter's device, for specs of whoever holds a vote
    '^@dangwu/ballots/trial$': '<rootDir>/libs/ballots/src/trial/voter.mjs',
    '^@dangwu/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
};
