import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** The printed contract of the API; SCHEMA_FILE names another one. */
const printed = join(import.meta.dirname, '../api/schema.graphql');
const schema = existsSync(printed) ? printed : process.env['SCHEMA_FILE'];
if (!schema) throw new Error('No schema: print apps/api/schema.graphql first, or name a file in SCHEMA_FILE.');

const config: CodegenConfig = {
  schema,
  documents: [join(import.meta.dirname, 'src/**/*.graphql')],
  ignoreNoDocuments: false,
  generates: {
    [join(import.meta.dirname, 'src/generated/')]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        enumsAsTypes: true,
        scalars: { ID: 'string', Date: 'string', DateTime: 'string' },
        nonOptionalTypename: false,
        documentMode: 'documentNodeImportFragments',
      },
    },
  },
};

export default config;
