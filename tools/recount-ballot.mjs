// Recounts a published secret ballot from its file alone: npm run recount -- FILE [HASH]
// Exit status 0 when every paper is right and, where one is given, the hash is that of the file; 1 when not; 2 for no ballot.
import { readFileSync } from 'node:fs';
import { hashOfBallot, recount } from '../libs/ballots/src/recount.ts';

const [file, hash] = process.argv.slice(2);
if (!file) fail('Name the file of a published ballot: npm run recount -- FILE [HASH]');
const ballot = read(file);
const { counts, faults } = recount(ballot);
console.log(`${ballot.title} (${ballot.id})`);
console.log(
  `${ballot.papers.length} papers, ${ballot.groups.reduce((sum, { issued }) => sum + issued, 0)} credentials issued`,
);
for (const question of ballot.questions) {
  console.log(question.title);
  for (const { key, weight } of ballot.groups)
    for (const option of question.options)
      console.log(`  ${key} (× ${weight})  ${option.title}: ${counts[question.key][key][option.key]}`);
}
for (const { paper, fault } of faults) console.log(`✗ ${paper} ${fault}`);
const found = hashOfBallot(ballot);
console.log(`SHA-256 ${found}${hash ? (hash === found ? ', as given' : `, not ${hash}`) : ''}`);
process.exit(faults.length || (hash && hash !== found) ? 1 : 0);

function read(name) {
  let content;
  try {
    content = JSON.parse(readFileSync(name, 'utf8'));
  } catch (error) {
    fail(`${name} cannot be read: ${error.message}`);
  }
  if (content?.format !== 'dangwu-ballot/1') fail(`${name} is no published ballot (format dangwu-ballot/1)`);
  return content;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
