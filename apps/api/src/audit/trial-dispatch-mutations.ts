import { basis, MutationStage, personal } from './trial-stage';

interface Made {
  readonly id: string;
  readonly version: number;
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

const send = (stage: MutationStage, name: string, { id, version }: Made, more: object = {}): Promise<Made> =>
  stage.send<Made>(name, { id, version, ...more }, { fields: 'id version' });

const written = { kind: 'REQUEST', title: '关于召开换届大会的请示', body: `联系 ${personal.phone}` };

async function drafted(stage: MutationStage): Promise<Made> {
  const { id: organizationId } = await stage.branch();
  return stage.send<Made>('draftDispatch', { organizationId, ...written }, { fields: 'id version' });
}

const issued = async (stage: MutationStage): Promise<Made> => send(stage, 'issueDispatch', await drafted(stage));

async function received(stage: MutationStage): Promise<Made> {
  return send(stage, 'recordDispatchReceipt', await issued(stage), { on: stage.world.clock.today() });
}

async function replied(stage: MutationStage): Promise<Made> {
  const on = stage.world.clock.today();
  const reply = { on, outcome: 'NOT_APPROVED', text: `请与 ${personal.phone} 联系`, followUpDueOn: on };
  return send(stage, 'recordDispatchReply', await received(stage), reply);
}

async function followedUp(stage: MutationStage): Promise<Made> {
  const told = { on: stage.world.clock.today(), text: `已告知 ${personal.idNumber}` };
  return send(stage, 'recordDispatchFollowUp', await replied(stage), told);
}

const attached = async (stage: MutationStage): Promise<Made> =>
  send(stage, 'addDispatchAttachment', await drafted(stage), { fileId: await stage.roster() });

const of =
  (work: (stage: MutationStage) => Promise<Made>): Scenario =>
  async (stage) => ({ object: (await work(stage)).id });

/** The same for requests and reports to superiors. */
export const dispatchScenarios: Readonly<Record<string, Scenario>> = {
  draftDispatch: of(drafted),
  changeDispatch: of(async (stage) =>
    send(stage, 'changeDispatch', await drafted(stage), { ...written, kind: 'REPORT', body: personal.idNumber }),
  ),
  addDispatchAttachment: of(attached),
  removeDispatchAttachment: of(async (stage) => {
    const { id } = await attached(stage);
    const { dispatch } = await stage.read<{ dispatch: Made & { attachments: { id: string }[] } }>(
      'query ($id: ID!) { dispatch(id: $id) { id version attachments { id } } }',
      { id },
    );
    return send(stage, 'removeDispatchAttachment', dispatch, { attachmentId: dispatch.attachments[0]!.id });
  }),
  issueDispatch: of(issued),
  withdrawDispatch: of(async (stage) => send(stage, 'withdrawDispatch', await issued(stage), { reason: basis })),
  recordDispatchReceipt: of(received),
  recordDispatchReply: of(replied),
  recordDispatchFollowUp: of(followedUp),
  closeDispatch: of(async (stage) => send(stage, 'closeDispatch', await followedUp(stage))),
};
