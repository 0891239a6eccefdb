// Secret votes: the API is killed once while credentials are issued and once while papers are cast. The first voter asks
// for a credential with five devices, ten times each at once, and sends the paper fifty times; the second sends two papers
// that contradict each other, twenty-five times each.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { paperId } from '../../libs/ballots/src/recount.ts';
import { Voter } from '../../libs/ballots/src/trial/voter.mjs';
import { PaperTrail } from './paper-trail.mjs';
import { dist } from './mortal-api.mjs';
import { choiceOf, conclude, countVote, longest, votesOf } from './named-votes.mjs';

const rivals = 4;
const votesOfRoom = `query ($id: ID!) { sessionRoom(id: $id) { current { votes { id mine { group publicKey } } } } }`;

export class SecretVotes {
  figures = {
    ...{ voters: 0, credentials: 0, refused: 0, papers: 0, answers: 0, unheard: 0 },
    ...{ lost: 0, double: 0, listsWrong: 0, joined: 0, guessed: 0 },
  };

  constructor({ api, staff, people }) {
    Object.assign(this, { api, staff, people });
    this.trail = new PaperTrail(api.client);
  }

  async round({ session, seats }, itemId, n) {
    const { staff, people, figures, trail } = this;
    const ballot = await this.#open(session, seats, itemId);
    const before = { ...figures };
    const { devices, issuing } = await this.#issue(ballot);
    await staff.do('beginCasting', { voteId: ballot.voteId }, 'id');
    const from = await trail.transaction();
    const { standing, casting } = await this.#cast(ballot, devices, n);
    figures.joined += await trail.rowsBesidePapers(from, await trail.transaction());
    const order = await trail.votersInOrder(ballot.id);
    const { version, counted } = await countVote(staff, ballot.voteId);
    const papers = await this.#published(counted);
    figures.voters += people.length;
    figures.papers += standing.size;
    figures.lost += [...standing].filter(([id, choice]) => papers.get(id) !== choice).length;
    figures.double += Math.max(0, papers.size - standing.size);
    if (votesOf(counted) !== tally([...standing.values()])) figures.listsWrong += 1;
    const paperOf = new Map(people.map(({ account }, at) => [account, devices[at].id]));
    figures.guessed += [...papers.keys()].filter((id, at) => paperOf.get(order[at]) === id).length;
    await conclude(staff, { itemId, version, counted });
    const [lost, double] = ['lost', 'double'].map((name) => figures[name] - before[name]);
    const killed = `killed after ${issuing} answers of issuing and ${casting} of casting`;
    return `secret: ${killed}: ${votesOf(counted)}, ${lost} lost, ${double} double`;
  }

  /** From the call to the issuing of credentials: everybody speaks, the chair last. */
  async #open(session, [chair, ...others], itemId) {
    const { staff, people } = this;
    await staff.do('callSessionItem', { id: session, itemId }, 'id');
    let stated;
    for (const seatId of [...others, chair])
      stated = await staff.do('stateView', { itemId, seatId, text: '同意' }, 'current { version }');
    const opening = { itemId, version: stated.current.version, body: 'PARTY' };
    const open = await staff.do('openVote', opening, 'current { votes { id ballotId } }');
    const [{ id: voteId, ballotId: id }] = open.current.votes;
    const { sessionRoom } = await people[0].read(votesOfRoom, { id: session });
    return { id, voteId, ...sessionRoom.current.votes[0].mine };
  }

  /** @returns the device of each voter that holds a credential */
  async #issue(ballot) {
    const { api, people, figures, trail } = this;
    const requests = shuffled(await this.#requests(ballot));
    const until = Date.now() + longest;
    const issuing = api.killAmid(requests.length, async () => {
      const told = new Set(requests.filter(({ signature }) => signature).map(({ at }) => at));
      figures.unheard += (await trail.credentials(ballot.id)) - told.size;
    });
    await Promise.all(
      requests.map(async (request) => {
        const { at, input } = request;
        const { data, reason, message } = await people[at].insist('takeCredential', input, 'signature', until);
        if (reason && (at !== 0 || reason !== 'CREDENTIAL_GIVEN')) throw new Error(`takeCredential: ${message}`);
        if (reason) figures.refused += 1;
        request.signature = data?.signature ?? null;
      }),
    );
    const after = await issuing;
    const devices = [];
    for (const at of people.keys()) devices.push(await this.#holder(requests.filter((request) => request.at === at)));
    figures.credentials += await trail.credentials(ballot.id);
    figures.double += await trail.issuedTwice(ballot.id);
    return { devices, issuing: after };
  }

  async #requests(ballot) {
    const { id, group, publicKey, voteId } = ballot;
    const asking = async (at) => {
      const device = new Voter(id, group, publicKey);
      return { at, device, input: { voteId, blinded: await device.blind() }, signature: null };
    };
    const requests = [];
    for (const at of this.people.keys()) requests.push(await asking(at));
    const impatient = [requests.shift()];
    for (let n = 0; n < rivals; n++) impatient.push(await asking(0));
    return [...requests, ...impatient.flatMap((request) => Array.from({ length: 10 }, () => ({ ...request })))];
  }

  /** One of a voter's devices, and the same credential however often it asked. */
  async #holder(requests) {
    const signed = requests.filter(({ signature }) => signature);
    const answers = new Set(signed.map(({ device, signature }) => `${device.id} ${signature}`));
    if (answers.size === 0) throw new Error('Somebody got no credential on any device');
    this.figures.double += Math.max(0, answers.size - 1);
    const [{ device, signature }] = signed;
    await device.unblind(signature);
    return device;
  }

  /** @returns what was acknowledged, by paper */
  async #cast(ballot, devices, n) {
    const { api, figures, trail } = this;
    const papers = shuffled(papersOf(devices, n));
    const until = Date.now() + longest;
    const standing = new Map();
    const casting = api.killAmid(papers.length, async () => {
      figures.unheard += (await trail.papers(ballot.id)) - standing.size;
    });
    await Promise.all(
      papers.map(async ({ at, choice, paper }) => {
        const sent = { ballot: `Ballot_${ballot.id.replaceAll('-', '')}`, ...paper };
        const { answer } = await api.insist('a paper', (wait) => api.post('/ballots/papers', {}, sent, wait), until);
        const { extensions, message } = answer.errors?.[0] ?? {};
        if (extensions && (at !== 1 || extensions.reason !== 'PAPER_DIFFERS')) throw new Error(`a paper: ${message}`);
        if (extensions) {
          figures.refused += 1;
          return;
        }
        const { id } = devices[at];
        figures.answers += 1;
        // one that was told of another choice, or of another paper
        if (answer.id !== id || (standing.get(id) ?? choice) !== choice) figures.double += 1;
        standing.set(id, choice);
      }),
    );
    figures.lost += devices.length - standing.size;
    return { standing, casting: await casting };
  }

  /** The list as people download it, recounted by the script that strangers get. @returns choices by paper */
  async #published({ publishedUrl, publishedHash }) {
    const { api, staff, figures } = this;
    const text = await (await fetch(`${api.url}${publishedUrl}`, { headers: { cookie: staff.cookie } })).text();
    const file = path.join(api.folder, 'ballot.json');
    writeFileSync(file, text);
    const { status } = spawnSync(process.execPath, [path.join(dist, 'recount-ballot.mjs'), file, publishedHash]);
    if (status !== 0) figures.listsWrong += 1;
    const { papers } = JSON.parse(text);
    return new Map(papers.map(({ key, answers }) => [paperId({ key }), answers.motion]));
  }
}

function papersOf(devices, n) {
  return devices.flatMap((device, at) => {
    const made = (choice) => ({ at, choice, paper: device.paper({ motion: choice }) });
    if (at > 1) return [made(choiceOf(at, n))];
    const sent = at === 0 ? [made(choiceOf(at, n))] : [made('FOR'), made('AGAINST')];
    return Array.from({ length: 50 }, (_, turn) => sent[turn % sent.length]);
  });
}

const shuffled = (list) =>
  list
    .map((each) => ({ each, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ each }) => each);

function tally(choices) {
  const count = (choice) => choices.filter((one) => one === choice).length;
  return votesOf({ inFavour: count('FOR'), against: count('AGAINST'), abstained: count('ABSTAIN') });
}
