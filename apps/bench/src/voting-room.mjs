// A session that sits, and the votes on its matters, timed.
import { Voter } from '../../../libs/ballots/src/trial/voter.mjs';
import { globalId } from './operations/answers.mjs';
import { documents, idOf } from './vote-documents.mjs';

export class VotingRoom {
  /** milliseconds, by kind of request */
  times = { empty: [] };

  static async begin({ server, staff, people, room }) {
    const sitting = Object.assign(new VotingRoom(), { server, staff, people, ...room });
    const { session: id, seats } = room;
    await sitting.#ask(staff, 'open', { id, version: 1 });
    await sitting.#ask(staff, 'mark', { id, marks: seats.map((seatId) => ({ seatId, attendance: 'PRESENT' })) });
    return sitting;
  }

  /** From call to opinion, each matter. @param manner byName or secretly */
  async each(manner, told) {
    for (const [n, itemId] of this.items.entries()) {
      const called = await this.#ask(this.staff, 'call', { id: this.session, itemId });
      const voteId = await this[manner](itemId, called.callSessionItem.current.version);
      const { countVote } = await this.#ask(this.staff, 'count', { voteId });
      const conclusion = { itemId, version: countVote.current.version, opinion: 'AGREE', opinionText: '同意' };
      await this.#ask(this.staff, 'conclude', conclusion);
      told(n + 1, this.items.length);
    }
    return this;
  }

  async byName(itemId, version) {
    const { id: voteId } = await this.#openVote(itemId, version);
    // one after the other, so that each is measured among its own kind
    await this.#empty();
    await this.#atOnce('cast', (person, n) => this.#ask(person, 'cast', { voteId, choice: choiceOf(n) }));
    return voteId;
  }

  async secretly(itemId) {
    const [chair, ...others] = this.seats;
    let stated;
    for (const seatId of [...others, chair])
      stated = await this.#ask(this.staff, 'state', { itemId, seatId, text: '同意' });
    const { id: voteId, ballotId } = await this.#openVote(itemId, stated.stateView.current.version);
    const { sessionRoom } = await this.#send(this.people[0], 'room', { id: this.session });
    const { group, publicKey } = sessionRoom.current.votes[0].mine;
    const devices = this.people.map(() => new Voter(ballotId, group, publicKey));
    const blinded = [];
    for (const device of devices) blinded.push(await device.blind());
    await this.#atOnce('credential', async (person, n) => {
      const { takeCredential } = await this.#ask(person, 'take', { voteId, blinded: blinded[n] });
      return () => devices[n].unblind(takeCredential.signature);
    });
    await this.#ask(this.staff, 'begin', { voteId });
    await this.#empty();
    const papers = devices.map((device, n) =>
      JSON.stringify({ ballot: globalId('Ballot', ballotId), ...device.paper({ motion: choiceOf(n) }) }),
    );
    await this.#atOnce('paper', (_, n) => this.#paper(papers[n]));
    return voteId;
  }

  async #openVote(itemId, version) {
    const open = await this.#ask(this.staff, 'vote', { itemId, version, body: 'PARTY' });
    return open.openVote.current.votes[0];
  }

  #empty() {
    return this.#atOnce('empty', (person) => this.#ask(person, 'empty', {}));
  }

  /** @param work may answer what is left to do when all have been timed */
  async #atOnce(name, work) {
    const left = await Promise.all(
      this.people.map(async (person, n) => {
        const began = performance.now();
        const rest = await work(person, n);
        (this.times[name] ??= []).push(performance.now() - began);
        return rest;
      }),
    );
    for (const rest of left) if (typeof rest === 'function') await rest();
  }

  async #paper(body) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${this.server.port}/ballots/papers`, {
      method: 'POST',
      headers,
      body,
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`a paper: ${answer.slice(0, 800)}`);
  }

  #ask(person, name, input) {
    return this.#send(person, name, { input });
  }

  async #send({ token }, name, variables) {
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(documents[name]) } };
    const answer = await this.server.ask('', token, JSON.stringify({ variables, extensions }));
    const { data, errors } = JSON.parse(answer);
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors).slice(0, 800)}`);
    return data;
  }
}

const choiceOf = (n) => (n % 10 ? 'FOR' : 'AGAINST');
