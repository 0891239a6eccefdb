import 'reflect-metadata';
import { readConfig } from '@dangwu/platform/config';
import { migrate } from '@dangwu/platform/database';
import { migrations } from '../migrations';
import { explain } from './start';
import { withApplication } from './with-application';

/** What each command does; the rest of the line is its own. */
const commands: Readonly<Record<string, { readonly help: string; readonly run: (args: string[]) => Promise<number> }>> =
  {
    migrate: {
      help: 'bring the database to the schema of this release',
      run: async () => {
        const ran = await migrate(readConfig(), migrations);
        console.log(ran.length ? `Ran ${ran.length} migrations: ${ran.join(', ')}` : 'The schema is current.');
        return 0;
      },
    },
    seed: {
      help: '--demo: load the demo association into a database that holds none yet',
      run: async (args) => {
        if (!args.includes('--demo')) {
          console.error('Say --demo: it fills the database with invented data. A real installation begins with setup.');
          return 1;
        }
        const { seed } = await import('./seed');
        return withApplication(seed);
      },
    },
    setup: {
      help: '[--from FILE.json]: print the token with which a new installation is set up, or set it up from a file',
      run: async (args) => {
        const { runSetup } = await import('./setup/setup.command');
        return withApplication((app) => runSetup(app, args, console.log));
      },
    },
    'second-factor': {
      help: '--reset USER: take the second factor of somebody away who lost phone and recovery codes',
      run: async (args) => {
        const { runSecondFactor } = await import('./setup/second-factor.command');
        return withApplication((app) => runSecondFactor(app, args, console.log));
      },
    },
    import: {
      help: '--kind organizations FILE.xlsx [--dry-run] [--good-rows] [--json] [--association NAME]',
      run: async (args) => {
        const { runImport } = await import('@dangwu/imports');
        return withApplication((app) => runImport(args, app));
      },
    },
    print: {
      help: 'schema | errors | permissions | all [--check]: print what is committed from the code, or compare',
      run: async (args) => {
        const { print } = await import('./print/print');
        return withApplication((app) => print(app, args));
      },
    },
  };

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(['Commands:', ...Object.entries(commands).map(([key, { help }]) => `  ${key}  ${help}`)].join('\n'));
  process.exit(1);
}
try {
  process.exitCode = await command.run(args);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
