import { Voter } from '@dangwu/ballots/trial';
import { globalId } from '@dangwu/platform/ids';
import type { Actor } from '@dangwu/testing';
import { insertCycle, votedIndicator } from '../permissions/trial/insert-cycle';
import { basis, type MutationStage } from './trial-stage';

type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

interface Opened {
  readonly cycle: string;
  readonly voteId: string;
  readonly voters: readonly Actor[];
}
interface Own {
  readonly ownAssessmentVote: { ballotId: string; publicKey: string; group: { key: string } };
}

async function opened(stage: MutationStage): Promise<Opened> {
  const branch = await stage.branch();
  const { cycle, assessments } = await insertCycle(stage.world, [{ ...branch, name: '第四党支部' }], 'VERIFICATION');
  const voters: Actor[] = [];
  for (let n = 0; n < 3; n++) voters.push(await stage.world.account('MEMBER', branch));
  const input = {
    ...{ cycleId: cycle, nodeKey: votedIndicator, groupKey: 'MEMBERS' },
    assessmentIds: [...assessments.values()],
    voterIds: voters.map(({ accountId }) => globalId('Account', accountId)),
    reason: basis,
  };
  const { id } = await stage.send('openAssessmentVote', input);
  return { cycle, voteId: id, voters };
}

async function device(stage: MutationStage, voteId: string, by: Actor): Promise<Voter> {
  const document = `query ($id: ID!) { ownAssessmentVote(id: $id) { ballotId publicKey group { key } } }`;
  const { ownAssessmentVote } = await stage.world.as(by).query<Own>(document, { id: voteId });
  const { ballotId, publicKey, group } = ownAssessmentVote;
  const voter = new Voter(ballotId, group.key, publicKey);
  const input = { voteId, blinded: await voter.blind() };
  const { signature } = await stage.send<{ signature: string }>('takeAssessmentCredential', input, {
    fields: 'signature',
    by,
  });
  await voter.unblind(signature);
  return voter;
}

async function casting(stage: MutationStage): Promise<Opened & { readonly devices: readonly Voter[] }> {
  const found = await opened(stage);
  const devices: Voter[] = [];
  for (const by of found.voters) devices.push(await device(stage, found.voteId, by));
  await stage.send('beginAssessmentCasting', { voteId: found.voteId, reason: basis });
  return { ...found, devices };
}

/** The same for secret votes of assessments: what is done to them stands with the cycle, who got a credential with the ballot. */
export const voteScenarios: Readonly<Record<string, Scenario>> = {
  openAssessmentVote: async (stage) => ({ object: (await opened(stage)).cycle }),
  beginAssessmentCasting: async (stage) => ({ object: (await casting(stage)).cycle }),
  voidAssessmentVote: async (stage) => {
    const { cycle, voteId } = await opened(stage);
    await stage.send('voidAssessmentVote', { voteId, reason: basis });
    return { object: cycle };
  },
  countAssessmentVote: async (stage) => {
    const { cycle, voteId, devices } = await casting(stage);
    await fetch(`${stage.world.url}/ballots/papers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ballot: globalId('Ballot', devices[0]!.ballotId), ...devices[0]!.paper({ '1': 'YES' }) }),
    });
    await stage.send('countAssessmentVote', { voteId });
    return { object: cycle };
  },
  takeAssessmentCredential: async (stage) => {
    const { voteId, voters } = await opened(stage);
    const { ballotId } = await device(stage, voteId, voters[0]!);
    return { object: globalId('Ballot', ballotId), by: voters[0]!.accountId };
  },
};
