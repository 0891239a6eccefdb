import { localId } from '@dangwu/platform/ids';
import { basis, MutationStage, personal, today } from './trial-stage';

interface Made {
  readonly id: string;
  readonly version: number;
  readonly items: readonly { readonly id: string }[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

const fields = 'id version items { id } members { id name }';
const send = (stage: MutationStage, name: string, input: object): Promise<Made> =>
  stage.send<Made>(name, input, { fields });
const times = { startsAt: '2026-12-03T06:00:00Z', endsAt: '2026-12-03T08:00:00Z' };

const called = (stage: MutationStage): Promise<Made> =>
  send(stage, 'callSession', { reviewingBody: 'FUNCTIONAL_COMMITTEE', joint: false, ...times });

const heard = async (stage: MutationStage): Promise<Made> =>
  send(stage, 'addSessionItem', { id: (await called(stage)).id, title: `听取汇报（${personal.phone}）`, minutes: 10 });

const rostered = async (stage: MutationStage): Promise<Made> => {
  const { id, version } = await heard(stage);
  const members = [{ name: personal.name, chair: true, username: stage.world.staff.username }];
  return send(stage, 'changeSessionRoster', { id, version, body: 'PARTY', members });
};

/** Accepted, as a row: what its rule needs is no matter of the audit log. */
async function accepted(stage: MutationStage): Promise<{ id: string; version: number }> {
  const { id: organizationId } = await stage.branch();
  const title = `聘任秘书长${stage.next}`;
  const drafted = await stage.send<Made>('draftMatter', { organizationId, category: 'PERSONNEL', title });
  await stage.world.write((tx) =>
    tx.query(
      `update matter m set state = 'ACCEPTED', version_no = 1, submitted_at = $2::date, accepted_at = $2::date, review_rule_id = r.id
       from review_rule r where m.id = $1 and r.association_id = m.association_id and r.category = m.category
         and r.reviewing_body = 'FUNCTIONAL_COMMITTEE'`,
      [localId('Matter', drafted.id), today],
    ),
  );
  const document = 'query ($id: ID!) { matter(id: $id) { id version } }';
  return (await stage.read<{ matter: Made }>(document, { id: drafted.id })).matter;
}

const of =
  (work: (stage: MutationStage) => Promise<{ id: string }>): Scenario =>
  async (stage) => ({ object: (await work(stage)).id });
const versioned = ({ id, version }: Made) => ({ id, version });

/** The same for sessions while they are planned. */
export const sessionScenarios: Readonly<Record<string, Scenario>> = {
  callSession: of(called),
  changeSession: of(async (stage) =>
    send(stage, 'changeSession', { ...versioned(await called(stage)), place: `三层，${personal.phone}` }),
  ),
  changeSessionRoster: of(rostered),
  scheduleMatter: async (stage) => {
    const [{ id }, { id: matterId, version: matterVersion }] = [await called(stage), await accepted(stage)];
    await send(stage, 'scheduleMatter', { id, matterId, matterVersion });
    return { object: id };
  },
  addSessionItem: of(heard),
  arrangeSessionItems: of(async (stage) => {
    const { id, items } = await heard(stage);
    return send(stage, 'arrangeSessionItems', { id, items: [{ id: items[0]!.id, minutes: 30 }] });
  }),
  removeSessionItem: of(async (stage) => {
    const { id, items } = await heard(stage);
    return send(stage, 'removeSessionItem', { id, itemId: items[0]!.id, reason: basis });
  }),
  sendSessionNotice: of(async (stage) => send(stage, 'sendSessionNotice', versioned(await rostered(stage)))),
  cancelSession: of(async (stage) =>
    send(stage, 'cancelSession', { ...versioned(await called(stage)), reason: basis }),
  ),
};
