import { Files } from '@dangwu/platform/files';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { World } from '@dangwu/testing';
import { material, matter } from './arrange-decisions';
import type { Spot, Stage } from './stage';

/**
 * At every organization an opinion that is asked for and a report back; on every desk an opinion that is asked for and one
 * that was given, on matters of an organization that few reach. As rows: who may be asked is no matter of rights.
 */
export async function advice(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    const submitted = spot.thing('submitted matter').id;
    const asked = await put(spot.world, spot, submitted, spot.world.staff.accountId, { question: spot.name });
    spot.things.set('asked advice', { id: asked, version: 1, name: spot.name });
    await report(spot, submitted);
  }
  for (const [principal, desk] of stage.desks) {
    if (!desk.id) continue;
    // only the association's own staff reads what is proposed there
    const far = stage.spot(principal === 'FOREIGNER' ? 'FB' : 'SB');
    const [asked, given] = [
      await matter(far, `matter for ${desk.name}`, 'SUBMITTED'),
      await matter(far, `matter judged by ${desk.name}`, 'ACCEPTED'),
    ];
    await material(far, `material for ${desk.name}`, asked);
    const own = { question: desk.name };
    const file = await stored(desk.world);
    const answer = {
      ...own,
      state: 'GIVEN',
      stance: 'SUPPORT',
      text: '同意',
      answered_at: desk.world.clock.now(),
      ...file,
    };
    const of = (id: string) => ({ id, version: 1, name: desk.name });
    desk.things.set('own advice', of(await put(desk.world, far, globalId('Matter', asked), desk.id, own)));
    desk.things.set('given advice', of(await put(desk.world, far, globalId('Matter', given), desk.id, answer)));
    desk.things.set('material to judge', far.thing(`material for ${desk.name}`));
  }
}

async function put(world: World, place: Spot, matterId: string, advisor: string, more: object): Promise<string> {
  const id = newId();
  const now = world.clock.now();
  const row = {
    id,
    association_id: world.associationId,
    organization_id: localId('PartyOrganization', place.id),
    matter_id: localId('Matter', matterId),
    kind: 'EXPERT',
    advisor_account_id: advisor,
    advisor_name: '专家',
    score_asked: false,
    due_on: '2026-12-01',
    state: 'ASKED',
    asked_by: '测试',
    asked_by_account_id: world.staff.accountId,
    asked_at: now,
    ...more,
  };
  await insert(world, 'matter_advice', row);
  return globalId('MatterAdvice', id);
}

async function report(spot: Spot, matterId: string): Promise<void> {
  const { world } = spot;
  const id = newId();
  await insert(world, 'matter_report', {
    id,
    association_id: world.associationId,
    organization_id: localId('PartyOrganization', spot.id),
    matter_id: localId('Matter', matterId),
    no: 1,
    text: '已完成',
    reported_by: '测试',
    reported_at: world.clock.now(),
    ...(await stored(world)),
  });
  spot.things.set('report back', { id: globalId('MatterReport', id), version: 1, name: spot.name });
}

async function stored(world: World) {
  const own = { associationId: world.associationId, accountId: world.staff.accountId };
  const file = await world.app.get(Files).put(Buffer.from('序号\n1\n'), { name: '意见.csv', ...own });
  return { file_id: file.id, file_name: file.name, file_size: file.size, file_sha256: file.sha256 };
}

async function insert(world: World, table: string, row: object): Promise<void> {
  const names = Object.keys(row).join(', ');
  await world.write((tx) =>
    tx.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`, [
      JSON.stringify(row),
    ]),
  );
}
