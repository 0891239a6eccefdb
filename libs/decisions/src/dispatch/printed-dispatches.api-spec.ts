import { localId, newId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Dispatches } from '../trial/dispatches';
import { exported } from '../trial/exports';

describe('dispatches as files', () => {
  let world: World;
  let dispatches: Dispatches;
  let committee: { id: string };
  let branch: { id: string };
  let [secretary, stranger, leader]: Actor[] = [];
  let sent: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    await world.work();
    dispatches = new Dispatches(world);
    committee = await world.organization('秘书处机关党委', { type: 'COMMITTEE' });
    branch = await world.branch('标准部党支部', { under: committee });
    secretary = await world.account('SECRETARY', branch);
    stranger = await world.account('SECRETARY', await world.branch('财务部党支部', { under: committee }));
    leader = await world.account('LEADER', branch);
    const draft = await dispatches.draft(branch, {}, secretary);
    const { version } = await dispatches.attach(draft, '换届办法.csv', secretary);
    sent = await dispatches.do('issueDispatch', { id: draft.id, version }, secretary);
  });
  afterAll(() => world.close());

  const get = (path: string, actor: Actor) =>
    fetch(`${world.url}${path}`, { headers: { cookie: world.cookieOf(actor) } });

  it('are printed as PDF and Word for whoever reads them, on record', async () => {
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['docx', 'wordprocessingml'],
    ] as const) {
      const answer = await get(`/files/dispatches/${sent.id}/document.${format}`, secretary!);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
      expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('1号');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.subarray(0, 2).toString()).toBe(format === 'pdf' ? '%P' : 'PK');
    }
    expect((await get(`/files/dispatches/${sent.id}/document.pdf`, stranger!)).status).toBe(404);
    expect((await get(`/files/dispatches/${sent.id}/document.html`, secretary!)).status).toBe(404);
    const downloads = await world.write((tx) =>
      tx.query<{ after: object }[]>(`select after from audit_event where action = 'dispatch.download' order by id`),
    );
    expect(downloads.map(({ after }) => after)).toEqual([{ format: 'pdf' }, { format: 'docx' }]);
  });

  it('are written into a spreadsheet as the register lists them, as far as one may export', async () => {
    const rowsOf = (input: object, actor: Actor) => exported(world, 'Dispatches', input, actor);
    const columns = ['KIND', 'NUMBER', 'ORGANIZATION', 'SUPERIOR', 'STATE', 'ATTACHMENTS'];
    const [head, row, ...others] = await rowsOf({ columns }, secretary!);
    expect(head).toEqual(['标题', '种类', '文号', '发文', '主送', '状态', '附件']);
    expect(row!.slice(1)).toEqual([
      '请示',
      expect.stringMatching(/^请〔\d{4}〕1号$/),
      '标准部党支部',
      '秘书处机关党委',
      '已印发',
      '换届办法.csv',
    ]);
    expect(others).toEqual([]);
    expect((await rowsOf({ locale: 'en' }, secretary!))[0]).toHaveLength(11);
    await expect(rowsOf({}, stranger!)).resolves.toHaveLength(1);
    // what one reads as a leader above and may not export stays out
    await world.write((tx) =>
      tx.query(
        `insert into access_grant (id, association_id, account_id, role, organization_id, since)
         values ($1, $2, $3, 'LEADER', $4, now() - interval '1 year')`,
        [newId(), world.associationId, stranger!.accountId, localId('PartyOrganization', committee.id)],
      ),
    );
    await expect(rowsOf({}, stranger!)).resolves.toHaveLength(1);
    await expect(rowsOf({}, leader!)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
  });
});
