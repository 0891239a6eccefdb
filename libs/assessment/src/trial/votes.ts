import { Voter } from '@dangwu/ballots/trial';
import { globalId } from '@dangwu/platform/ids';
import type { Actor, World } from '@dangwu/testing';

export interface VoteAnswer {
  readonly id: string;
  readonly phase: string;
  readonly group: { readonly key: string };
  readonly subjects: readonly { readonly key: string; readonly name: string }[];
  readonly voters: number;
  readonly issued: number;
  readonly cast: number;
  readonly counts: readonly { readonly subject: string; readonly option: string; readonly papers: number }[];
  readonly publishedHash: string | null;
  readonly publishedUrl: string | null;
  readonly voidReason: string | null;
}
export interface OwnVoteAnswer extends Omit<VoteAnswer, 'voidReason'> {
  readonly ballotId: string;
  readonly publicKey: string;
  readonly done: boolean;
}

const facts = `id phase group { key } subjects { key name } voters issued cast counts { subject option papers }
  publishedHash publishedUrl`;

/** Votes of a world, by the API as people use it. */
export class Votes {
  constructor(readonly world: World) {}

  async do(name: string, input: object, actor: Actor = this.world.staff): Promise<VoteAnswer> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${facts} voidReason } }`;
    return (await this.world.as(actor).mutate<Record<string, VoteAnswer>>(document, { input }))[name]!;
  }

  /** On an indicator of the small scheme, by its members, unless said otherwise. */
  open(cycleId: string, assessmentIds: readonly string[], voters: readonly Actor[], more: object = {}, actor?: Actor) {
    const voterIds = voters.map(({ accountId }) => globalId('Account', accountId));
    const input = { cycleId, nodeKey: 'base.voice', groupKey: 'MEMBERS', assessmentIds, voterIds, ...more };
    return this.do('openAssessmentVote', input, actor);
  }

  begin = (voteId: string, more: object = {}, actor?: Actor) =>
    this.do('beginAssessmentCasting', { voteId, ...more }, actor);
  count = (voteId: string, actor?: Actor) => this.do('countAssessmentVote', { voteId }, actor);
  giveUp = (voteId: string, actor?: Actor) => this.do('voidAssessmentVote', { voteId, reason: '名单有误' }, actor);

  async list(cycleId: string, actor: Actor = this.world.staff): Promise<VoteAnswer[]> {
    const document = `query ($id: ID!) { assessmentVotes(cycleId: $id) { ${facts} voidReason } }`;
    return (await this.world.as(actor).query<{ assessmentVotes: VoteAnswer[] }>(document, { id: cycleId }))
      .assessmentVotes;
  }

  async own(id: string, actor: Actor): Promise<OwnVoteAnswer | null> {
    const document = `query ($id: ID!) { ownAssessmentVote(id: $id) { ${facts} ballotId publicKey done } }`;
    return (await this.world.as(actor).query<{ ownAssessmentVote: OwnVoteAnswer | null }>(document, { id }))
      .ownAssessmentVote;
  }

  async sign(voteId: string, blinded: string, actor: Actor): Promise<string> {
    const document = `mutation ($input: TakeAssessmentCredentialInput!) {
      takeAssessmentCredential(input: $input) { signature } }`;
    const { takeAssessmentCredential } = await this.world
      .as(actor)
      .mutate<{ takeAssessmentCredential: { signature: string } }>(document, { input: { voteId, blinded } });
    return takeAssessmentCredential.signature;
  }

  /** The device of somebody, with a credential. */
  async device(voteId: string, actor: Actor): Promise<Voter> {
    const { ballotId, group, publicKey } = (await this.own(voteId, actor))!;
    const voter = new Voter(ballotId, group.key, publicKey);
    await voter.unblind(await this.sign(voteId, await voter.blind(), actor));
    return voter;
  }

  async send(voter: Voter, answers: Readonly<Record<string, string>>): Promise<{ id?: string; reason?: string }> {
    const response = await fetch(`${this.world.url}/ballots/papers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ballot: globalId('Ballot', voter.ballotId), ...voter.paper(answers) }),
    });
    const body = (await response.json()) as { id?: string; errors?: [{ extensions: { reason: string } }] };
    const reason = body.errors?.[0].extensions.reason;
    return { ...(body.id && { id: body.id }), ...(reason && { reason }) };
  }

  async published(url: string, actor: Actor): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.world.url}${url}`, { headers: { cookie: this.world.cookieOf(actor) } });
    return { status: response.status, text: await response.text() };
  }
}
