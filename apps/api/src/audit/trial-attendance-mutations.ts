import { SignInCodes } from '@dangwu/activities';
import { readWorkbook, writeWorkbook } from '@dangwu/imports';
import { localId } from '@dangwu/platform/ids';
import { Imports } from '@dangwu/testing';
import { basis, MutationStage, personal } from './trial-stage';

interface Person {
  readonly id: string;
  readonly organizationId: string;
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

const summary = { fields: 'entitled' };
const runs = { startsAt: '2026-09-18T10:15:00+08:00', endsAt: '2026-09-18T11:30:00+08:00' };
const ahead = { startsAt: '2026-09-25T09:00:00+08:00', endsAt: '2026-09-25T10:00:00+08:00' };

async function person(stage: MutationStage): Promise<Person> {
  const { id: organizationId } = await stage.branch();
  const facts = { status: 'FULL', joinedOn: '2012-06-01', fullOn: '2013-06-01', since: '2020-01-01', basis };
  const { id } = await stage.send('registerMember', {
    name: `${personal.name}${stage.next}`,
    organizationId,
    ...facts,
  });
  return { id, organizationId };
}

async function meeting(stage: MutationStage, { organizationId }: Person, times: object): Promise<string> {
  const { activityTypes } = await stage.read<{ activityTypes: { id: string; key: string }[] }>(
    '{ activityTypes { id key } }',
  );
  const activityTypeId = activityTypes.find(({ key }) => key === 'THEME_DAY')!.id;
  const { id } = await stage.send('planActivity', { organizationId, activityTypeId, title: '主题党日', ...times });
  return id;
}

/** The workbook of a roster, in which everybody is on leave. */
async function filledIn(workbook: Buffer, reason: string): Promise<Buffer> {
  const [sheet] = await readWorkbook(workbook);
  const rows = sheet!.rows.map(({ cells }) => Array.from({ length: 8 }, (_, i) => cells.get(i + 1)?.text ?? null));
  const head = rows.findIndex((row) => row.includes('参会情况'));
  const at = (heading: string): number => rows[head]!.indexOf(heading);
  for (const row of rows.slice(head + 1)) {
    row[at('参会情况')] = '请假';
    row[at('原因或备注')] = reason;
  }
  return writeWorkbook({
    name: '参会名单',
    columns: rows[head]!.map((heading) => ({ heading: heading! })),
    rows: rows.slice(head + 1),
  });
}

/** What the member does, by the account that is bound to them. */
async function asMember(stage: MutationStage, who: Person) {
  const actor = await stage.world.account('MEMBER', { id: who.organizationId });
  await stage.world.write((tx) =>
    tx.query(`update account set member_id = $1 where id = $2`, [localId('Member', who.id), actor.accountId]),
  );
  return actor;
}

async function request(stage: MutationStage): Promise<{ id: string; version: number }> {
  const who = await person(stage);
  const activityId = await meeting(stage, who, ahead);
  const reason = `探望 ${personal.name}，电话 ${personal.phone}`;
  await stage.send('requestLeave', { activityId, reason }, { by: await asMember(stage, who) });
  const { leaveRequests } = await stage.read<{ leaveRequests: { nodes: { id: string; version: number }[] } }>(
    'query ($id: ID!) { leaveRequests(activityId: $id, first: 1) { nodes { id version } } }',
    { id: activityId },
  );
  return leaveRequests.nodes[0]!;
}

/** For the mutations of attendance, invitations and leave. */
export const attendanceScenarios: Readonly<Record<string, Scenario>> = {
  inviteToActivity: async (stage) => {
    const who = await person(stage);
    const activityId = await meeting(stage, who, ahead);
    await stage.send('inviteToActivity', { activityId, memberIds: [who.id] }, summary);
    return { object: activityId };
  },
  withdrawInvitations: async (stage) => {
    const who = await person(stage);
    const activityId = await meeting(stage, who, ahead);
    await stage.send('inviteToActivity', { activityId, memberIds: [who.id] }, summary);
    const { invitations } = await stage.read<{ invitations: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { invitations(activityId: $id, first: 1) { nodes { id } } }',
      { id: activityId },
    );
    await stage.send('withdrawInvitations', { activityId, ids: [invitations.nodes[0]!.id] }, summary);
    return { object: activityId };
  },
  startAttendance: async (stage) => {
    const activityId = await meeting(stage, await person(stage), runs);
    await stage.send('startAttendance', { activityId }, summary);
    return { object: activityId };
  },
  recordAttendance: async (stage) => {
    const who = await person(stage);
    const activityId = await meeting(stage, who, runs);
    const rows = [{ memberId: who.id, state: 'ON_LEAVE', reason: `陪护 ${personal.name} ${personal.idNumber}` }];
    await stage.send('recordAttendance', { activityId, rows }, summary);
    return { object: activityId };
  },
  importAttendance: async (stage) => {
    const who = await person(stage);
    const activityId = await meeting(stage, who, runs);
    await stage.send('startAttendance', { activityId }, summary);
    const { world } = stage;
    const workbook = await fetch(`${world.url}/files/attendance/${activityId}.xlsx`, {
      headers: { cookie: world.staff.cookie },
    });
    const filled = await filledIn(Buffer.from(await workbook.arrayBuffer()), `陪护 ${personal.name}`);
    const fileId = await new Imports(world).upload(filled, '名单.xlsx');
    await stage.send('importAttendance', { activityId, fileId }, { fields: 'taken' });
    return { object: activityId };
  },
  attendActivity: async (stage) => {
    const who = await person(stage);
    const activityId = await meeting(stage, who, runs);
    const { world } = stage;
    const codes = world.app.get(SignInCodes, { strict: false });
    const { code } = await codes.code(localId('Activity', activityId), world.clock.now());
    const by = await asMember(stage, who);
    await stage.send('attendActivity', { activityId, code }, { by });
    return { object: activityId, by: by.accountId };
  },
  requestLeave: async (stage) => {
    const who = await person(stage);
    const activityId = await meeting(stage, who, ahead);
    const by = await asMember(stage, who);
    await stage.send('requestLeave', { activityId, reason: `体检 ${personal.idNumber}` }, { by });
    const { leaveRequests } = await stage.read<{ leaveRequests: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { leaveRequests(activityId: $id, first: 1) { nodes { id } } }',
      { id: activityId },
    );
    return { object: leaveRequests.nodes[0]!.id, by: by.accountId };
  },
  withdrawLeave: async (stage) => {
    const who = await person(stage);
    const activityId = await meeting(stage, who, ahead);
    const by = await asMember(stage, who);
    await stage.send('requestLeave', { activityId, reason: `体检 ${personal.idNumber}` }, { by });
    const { leaveRequests } = await stage.read<{ leaveRequests: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { leaveRequests(activityId: $id, first: 1) { nodes { id } } }',
      { id: activityId },
    );
    await stage.send('withdrawLeave', { activityId }, { by });
    return { object: leaveRequests.nodes[0]!.id, by: by.accountId };
  },
  approveLeave: async (stage) => {
    const { id, version } = await request(stage);
    return { object: (await stage.send('approveLeave', { id, version })).id };
  },
  declineLeave: async (stage) => {
    const { id, version } = await request(stage);
    return { object: (await stage.send('declineLeave', { id, version, reason: `见${basis}` })).id };
  },
};
