// npm run drill:decisions [-- rounds]: the API is killed with -9 in the middle of votes by name, of numbering, of the
// issuing of credentials and of the casting of secret papers, again and again. Whoever was not answered asks once more, as
// a phone does. Never is a vote lost that was acknowledged, none counts twice, numbers and the record have no gaps, a
// secret list recounts to what was cast, and nothing joins it with its voters.
import { calledSession } from '../apps/bench/peers/data/rooms.mjs';
import { MortalApi } from './drill/mortal-api.mjs';
import { NamedVotes, numbersEach } from './drill/named-votes.mjs';
import { Person } from './drill/person.mjs';
import { SecretVotes } from './drill/secret-votes.mjs';
import { buildWhatChanged } from './start/build.mjs';

const rounds = Number(process.argv[2] ?? 10);
const voters = 20;

await buildWhatChanged({ only: ['api'], say: console.log });
const api = await MortalApi.begin();
let named, secret, chainHolds;
try {
  await api.command('migrate');
  await api.command('seed', '--empty');
  const { rows } = await api.client.query('select id, no from association');
  const [association] = rows;
  api.start();
  const staff = await Person.signIn(api, association, 'PARTY_STAFF');
  await staff.do('foundOrganization', founding(), 'id');
  const people = [];
  for (let n = 0; n < voters; n++) people.push(await Person.signIn(api, association, 'EXPERT'));
  const drill = { api, association, staff, people };
  named = new NamedVotes(drill);
  secret = new SecretVotes(drill);
  const [open, closed] = [await session(drill, 'MAJOR_DEPLOYMENT'), await session(drill, 'PERSONNEL')];
  for (let n = 0; n < rounds; n++)
    for (const [votes, room] of [
      [named, open],
      [secret, closed],
    ])
      console.log(`${String(n + 1).padStart(3)}. ${await votes.round(room, room.items[n], n)}`);
  console.log(await named.numbersHaveNoGaps(rounds * numbersEach));
  chainHolds = await api.command('decisions', 'verify').then(
    () => true,
    () => false,
  );
} finally {
  await api.end();
}
const { acknowledged, gaps, ...byName } = named.figures;
console.log(`${api.kills} kills, ${api.retried} requests asked again`);
console.log(
  `by name: ${acknowledged} votes acknowledged, ${byName.lost} lost, ${byName.double} double; ${gaps} gaps in numbers; ` +
    `the record ${chainHolds ? 'holds' : 'IS BROKEN'}`,
);
const { lost, double, listsWrong, joined, guessed, ...of } = secret.figures;
console.log(
  `secret: ${of.voters} voters, ${of.credentials} credentials, ${of.papers} papers in ${of.answers} answers, ${of.refused} ` +
    `requests refused as another device's or another choice, ${of.unheard} done that were not answered before the kill; ` +
    `${lost} lost, ${double} double, ${listsWrong} lists wrong`,
);
// of any ballot that is shuffled one is expected in its place; six deviations above that is no chance
const byChance = rounds + 6 * Math.sqrt(rounds);
console.log(
  `joins: ${joined} rows written beside papers; ${guessed} voters guessed by order, ${rounds} expected by chance`,
);
const faults = byName.lost + byName.double + gaps + lost + double + listsWrong + joined;
process.exit(faults === 0 && chainHolds && guessed <= byChance && of.credentials === of.voters ? 0 : 1);

/** One that sits, with everybody there and a matter for each round. */
async function session({ association, staff, people }, category) {
  const seats = people.map(({ account }) => account);
  const room = await calledSession(api.client, association, { seats, items: rounds, category });
  await staff.do('openSession', { id: room.session, version: 1 }, 'version');
  const marks = room.seats.map((seatId) => ({ seatId, attendance: 'PRESENT' }));
  await staff.do('markSeats', { id: room.session, marks }, 'version');
  return room;
}

function founding() {
  const facts = { parentId: null, relation: null, type: 'FUNCTIONAL_COMMITTEE', tier: 'SECRETARIAT', code: 'R' };
  const dates = { foundedOn: '2020-01-01', effectiveOn: '2020-01-01', basis: '演练' };
  return { ...facts, ...dates, name: '演练协会党委' };
}
