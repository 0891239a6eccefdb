import 'reflect-metadata';
import { FixedClock } from '@dangwu/platform/clock';
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
      help: '--demo | --empty: fill a database that holds no association yet, to try and to measure; a real one: setup',
      run: async (args) => {
        const { seed } = await import('./seed');
        // stands still but where the demo sets it: its past is made by the services as they worked then
        const clock = new FixedClock(new Date());
        return withApplication('seed', (app) => seed(app, args.includes('--empty') ? 'empty' : 'demo'), { clock });
      },
    },
    setup: {
      help: '[--from FILE.json]: print the token with which a new installation is set up, or set it up from a file',
      run: async (args) => {
        const { runSetup } = await import('./setup/setup.command');
        return withApplication('setup', (app) => runSetup(app, args, console.log));
      },
    },
    'second-factor': {
      help: '--reset USER: take the second factor of somebody away who lost phone and recovery codes',
      run: async (args) => {
        const { runSecondFactor } = await import('./setup/second-factor.command');
        return withApplication('second-factor', (app) => runSecondFactor(app, args, console.log));
      },
    },
    import: {
      help: '--kind organizations FILE.xlsx [--dry-run] [--good-rows] [--json] [--association NAME]',
      run: async (args) => {
        const { runImport } = await import('@dangwu/imports');
        return withApplication('import', (app) => runImport(args, app));
      },
    },
    keys: {
      help: 'rotate: a new master key, by which every key of a person is wrapped anew; the system goes on meanwhile',
      run: async (args) => {
        const { runKeys } = await import('@dangwu/platform/keys');
        return withApplication('keys', (app) => runKeys(args, app));
      },
    },
    audit: {
      help: 'verify | seal | archive | key | resume: the audit log and its chain; each says more when misused',
      run: async (args) => {
        const { aboutFiles, runAudit, verifyFiles } = await import('@dangwu/audit');
        return aboutFiles(args) ? verifyFiles(args) : withApplication('audit', (app) => runAudit(args, app));
      },
    },
    figures: {
      help: 'verify | rebuild | derive: compare the sums that figures read with the activities, make them or all obligations anew',
      run: async (args) => {
        const { runFigures } = await import('@dangwu/activities');
        return withApplication('figures', (app) => runFigures(args, app, console.log));
      },
    },
    decisions: {
      help: 'verify: the whole record of matters; names the first entry that is broken',
      run: async (args) => {
        const { runDecisions } = await import('@dangwu/decisions');
        return withApplication('decisions', (app) => runDecisions(args, app, console.log));
      },
    },
    assessment: {
      help: 'replay: compute a cycle again from its scheme, its figures and what people said; exits 1 when a digit differs',
      run: async (args) => {
        const { runAssessment } = await import('@dangwu/assessment');
        return withApplication('assessment', (app) => runAssessment(args, app, console.log));
      },
    },
    print: {
      help: 'schema | errors | permissions | all [--check]: print what is committed from the code, or compare',
      run: async (args) => {
        const { print } = await import('./print/print');
        return withApplication('print', (app) => print(app, args));
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
