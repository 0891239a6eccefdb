import { parseArgs } from 'node:util';

export const operations = ['a', 'b', 'c', 'd', 'd-first', 'e', 'board'];
export const servers = ['limit', 'limit-session', 'dangwu', 'postgraphile', 'usual'];

const help = `npm run bench -- [options]

  --quick            3 repetitions of half a second, 10,000 organizations: to see that it runs, not for figures
  --ops a,b          only these operations: ${operations.join(', ')}
  --servers a,b      only these servers: ${servers.join(', ')}
  --viewers a,b      only these viewers: root, subtree, twenty, guides
  --orgs 100000      how many organizations (ten members each)
  --activities 10    how many activities of each
  --obligations 10000  of how many organizations six rules ask for something every month of the year
  --growth 10000,…   measure growth over these sizes instead (Dangwu alone, root)
  --long             measure instead what takes long: all obligations derived anew, a year plan (1,000 organizations)
  --votes            measure instead votes: 200 matters by name, 20 secretly, 30 people at once (1,000 organizations)
  --assess           measure instead an assessment of 10,000 organizations by 60 indicators and 3 scorers
  --repetitions 10   of each cell, the servers taking turns
  --seconds 1.5      of each repetition
  --data DIR         keep the filled database there and use it again
  --out DIR          where the table and the figures go (default apps/bench/results; --quick writes none)
`;

/** @returns the options of the command line; null after printing the help */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      ops: { type: 'string' },
      servers: { type: 'string' },
      viewers: { type: 'string' },
      orgs: { type: 'string' },
      activities: { type: 'string' },
      obligations: { type: 'string' },
      growth: { type: 'string' },
      long: { type: 'boolean', default: false },
      votes: { type: 'boolean', default: false },
      assess: { type: 'boolean', default: false },
      repetitions: { type: 'string' },
      seconds: { type: 'string' },
      data: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(help);
    return null;
  }
  const { quick, votes, assess } = values;
  // of work that does not ask how large the tree is, a small one
  const long = values.long || votes;
  const usual = () => {
    if (assess) return quick ? '500' : '10000';
    return long ? '1000' : quick ? '10000' : '100000';
  };
  const growth = values.growth ? list(values.growth).map(Number) : null;
  return {
    quick,
    long: values.long,
    votes,
    assess,
    operations: among('--ops', operations, values.ops),
    servers: among('--servers', servers, values.servers),
    viewers: among('--viewers', ['root', 'subtree', 'twenty', 'guides'], values.viewers),
    sizes: {
      organizations: whole('--orgs', values.orgs ?? usual(), assess ? 100 : 1_000, 1_000_000),
      activitiesEach: whole('--activities', values.activities ?? '10', 1, 100),
      obligationsOf: whole(
        '--obligations',
        values.obligations ?? (long ? '100' : quick ? '1000' : '10000'),
        100,
        100_000,
      ),
    },
    growth: growth?.map((n) => whole('--growth', String(n), 1_000, 1_000_000)) ?? null,
    repetitions: whole('--repetitions', values.repetitions ?? (quick ? '3' : '10'), 1, 50),
    milliseconds: 1_000 * between('--seconds', values.seconds ?? (quick ? '0.5' : '1.5'), 0.1, 30),
    data: values.data ?? null,
    out: values.out ?? null,
  };
}

const list = (text) => text.split(',').filter(Boolean);

function among(name, known, given) {
  const chosen = given ? list(given) : known;
  const unknown = chosen.filter((each) => !known.includes(each));
  if (unknown.length) throw new Error(`${name}: there is no ${unknown.join(', ')}; choose among ${known.join(', ')}`);
  return chosen;
}

function between(name, given, least, most) {
  const value = Number(given);
  if (!(value >= least && value <= most)) throw new Error(`${name} must be ${least} to ${most}, not ${given}`);
  return value;
}

function whole(name, given, least, most) {
  const value = between(name, given, least, most);
  if (!Number.isInteger(value)) throw new Error(`${name} must be a whole number, not ${given}`);
  return value;
}
