import { scratchDatabase, type Scratch } from '../database/scratch';
import { newId } from '../ids';
import { Audit } from './audit';
import { AuditEventEntity } from './audit-event.entity';

let scratch: Scratch;
beforeAll(async () => (scratch = await scratchDatabase([AuditEventEntity])));
afterAll(() => scratch.drop());

const audit = new Audit();
const events = (subjectId: string): Promise<AuditEventEntity[]> =>
  scratch.write((tx) => tx.find(AuditEventEntity, { where: { subjectId } }));

it('records who did what in the transaction of the deed, and nothing when that is rolled back', async () => {
  const [kept, lost, account] = [newId(), newId(), newId()];
  await scratch.database.transaction({ association: scratch.association, places: 'everywhere', account }, (tx) =>
    audit.record(tx, {
      action: 'renameOrganization',
      subjectType: 'PartyOrganization',
      subjectId: kept,
      before: { name: '第一支部' },
      after: { name: '机关第一支部' },
      address: '127.0.0.1',
      requestId: 'r-1',
    }),
  );
  await expect(
    scratch.write(async (tx) => {
      await audit.record(tx, { action: 'renameOrganization', subjectType: 'PartyOrganization', subjectId: lost });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await events(kept)).toMatchObject([
    { accountId: account, associationId: scratch.association, before: { name: '第一支部' }, requestId: 'r-1' },
  ]);
  expect(await events(lost)).toEqual([]);
});

it.each(["update audit_event set action = 'x'", 'delete from audit_event', 'truncate audit_event'])(
  'refuses "%s" to the application by rights and to the superuser by a trigger',
  async (sql) => {
    await scratch.write((tx) => audit.record(tx, { action: 'signIn', subjectType: 'Account' }));
    await expect(scratch.write((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    await expect(scratch.admin.query(sql)).rejects.toThrow(/append-only/);
  },
);
