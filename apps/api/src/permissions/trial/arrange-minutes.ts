import { Files, type FileEntity } from '@dangwu/platform/files';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Actor } from '@dangwu/testing';
import type { EntityManager } from 'typeorm';
import type { Spot, Stage } from './stage';

const content = {
  chair: '主持',
  recorder: '记录',
  startsAt: '2026-09-10T01:00:00.000Z',
  endsAt: '2026-09-10T02:00:00.000Z',
  place: null,
  attendance: { entitled: 9, present: 8, remote: 0, leave: 0, onLeave: [], absent: [], guests: [] },
  items: [],
};
const hash = '0'.repeat(64);

/**
 * Minutes in each state, supervision items and an attachment at every organization. As rows: who may sign depends on names, and
 * that is a rule of the domain and no matter of rights.
 */
export async function minutes(stage: Stage): Promise<void> {
  const chairs = new Map<Spot['world'], Actor>();
  for (const spot of stage.spots.values()) {
    const { world, name } = spot;
    const chairing = chairs.get(world) ?? (await world.account('MEMBER', spot.id));
    chairs.set(world, chairing);
    const file = await world.app.get(Files).put(Buffer.from('名称\n第一支部\n'), {
      name: '签到.csv',
      associationId: world.associationId,
      accountId: world.staff.accountId,
    });
    await world.write(async (tx) => {
      const row = rowsOf(tx, spot);
      await row('minutes draft', 'Minutes', 'past activity', { ...written, state: 'DRAFT' });
      const signed = { recorder_account_id: world.staff.accountId, recorder_name: '记录', recorder_signed_at: at };
      await row('minutes awaiting', 'Minutes', 'held activity', { ...written, ...signed, state: 'AWAITING' });
      const recorded = localId('Activity', spot.things.get('recorded activity')!.id);
      const locked = await row('minutes locked', 'Minutes', 'recorded activity', {
        ...written,
        ...signed,
        state: 'LOCKED',
      });
      const chair = { chair_account_id: chairing.accountId, chair_name: '主持', chair_signed_at: at };
      const version = { minutes_id: locked, no: 1, content, content_hash: hash, ...signed, ...chair };
      await insert(tx, spot, 'minutes_version', version);
      const item = { source: 'RESOLUTION', source_id: recorded, source_title: name, text: name };
      const reported = { reported_at: at, reported_by: '记录', evidence: '已办' };
      for (const [i, more] of [{ state: 'OPEN' }, { ...reported, state: 'REPORTED' }].entries()) {
        const id = await insert(tx, spot, 'supervision_item', { ...item, no: i + 1, ...more });
        const thing = `item ${more.state.toLowerCase()}`;
        spot.things.set(thing, { id: globalId('SupervisionItem', id), version: 1, name });
        if (more.state === 'REPORTED') await evidence(tx, spot, id, file);
      }
      await row('attachment', 'Attachment', 'recorded activity', {
        file_id: file.id,
        name: '签到.csv',
        type: file.type,
        size: file.size,
        added_by: '测试',
        added_at: at,
      });
    });
  }
}

const at = '2026-09-11T01:00:00.000Z';
const written = { version_no: 1, content, content_hash: hash, saved_by: '记录', saved_at: at };

const rowsOf =
  (tx: EntityManager, spot: Spot) =>
  async (thing: string, type: 'Minutes' | 'Attachment', of: string, row: object): Promise<string> => {
    const activity_id = localId('Activity', spot.things.get(of)!.id);
    const id = await insert(tx, spot, type.toLowerCase(), { activity_id, ...row });
    spot.things.set(thing, { id: globalId(type, id), version: 1, name: spot.name });
    return id;
  };

/** What came with the report. */
async function evidence(tx: EntityManager, spot: Spot, item_id: string, file: FileEntity): Promise<void> {
  const { id: file_id, name, size, sha256 } = file;
  const id = await insert(tx, spot, 'supervision_file', { item_id, no: 1, file_id, name, size, sha256, added_at: at });
  spot.things.set('evidence', { id: globalId('SupervisionFile', id), version: 1, name: spot.name });
}

async function insert(tx: EntityManager, spot: Spot, table: string, row: object): Promise<string> {
  const id = newId();
  const organization_id = localId('PartyOrganization', spot.id);
  const whole = { id, association_id: spot.world.associationId, organization_id, ...row };
  const names = Object.keys(whole).join(', ');
  await tx.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`, [
    JSON.stringify(whole),
  ]);
  return id;
}
