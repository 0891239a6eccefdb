import { subjectKeys } from '@dangwu/access';
import { ImportBatchEntity, ImportKind, ImportState } from '@dangwu/imports';
import { Files } from '@dangwu/platform/files';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { JobEntity } from '@dangwu/platform/jobs';
import { NotificationEntity } from '@dangwu/platform/notifications';
import type { World } from '@dangwu/testing';
import { advice } from './arrange-advice';
import { activities } from './arrange-activities';
import { attendance } from './arrange-attendance';
import { decisions } from './arrange-decisions';
import { dispatches } from './arrange-dispatches';
import { desksMore, sharedViews } from './arrange-desks';
import { minutes } from './arrange-minutes';
import { obligations } from './arrange-obligations';
import { people } from './arrange-people';
import { plans } from './arrange-plans';
import { papers } from './arrange-papers';
import { sessions } from './arrange-sessions';
import { rooms } from './arrange-rooms';
import { cycles } from './arrange-cycles';
import { results } from './arrange-results';
import { schemes } from './arrange-schemes';
import { sheets } from './arrange-sheets';
import { votes } from './arrange-votes';
import type { Spot, Stage } from './stage';

/** What rows ask about, area by area. Objects are made as the API makes them, or as rows where that would take a job. */
export async function arrange(stage: Stage): Promise<void> {
  const areas = [
    operations,
    seats,
    units,
    people,
    activities,
    attendance,
    minutes,
    decisions,
    advice,
    dispatches,
    sheets,
    results,
    cycles,
    schemes,
    votes,
    sessions,
    papers,
    rooms,
    houseRules,
    obligations,
    plans,
    holidays,
    desks,
    desksMore,
    sharedViews,
    cursors,
    rights,
    largeExports,
    publications,
  ];
  for (const area of areas) await area(stage);
  for (const spot of stage.spots.values()) spot.version = await versionOf(spot);
}

/** A renaming that can be undone and one whose day has not come, at every organization. */
async function operations(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    const { id, name, world } = spot;
    const rename = async (to: string, effectiveOn: string): Promise<void> => {
      const input = { id, version: await versionOf(spot), name: to, basis: '〔2026〕1号', effectiveOn };
      await send(world, 'renameOrganization', input);
    };
    // an organization that is named anew, back to what it was called: its name stays what rows know
    await rename(`${name}（旧）`, '2026-09-01');
    await rename(name, '2026-09-02');
    await rename(`${name}（将来）`, '2026-12-01');
    const operationsOf = await world
      .as(world.staff)
      .query<{ partyOrganization: { operations: { nodes: { id: string; state: string }[] } } }>(
        `query ($id: ID!) { partyOrganization(id: $id) { operations(first: 5) { nodes { id state } } } }`,
        { id },
      );
    const [pending, renaming] = operationsOf.partyOrganization.operations.nodes;
    spot.things.set('pending', { id: pending!.id, version: 1, name });
    spot.things.set('renaming', { id: renaming!.id, version: 1, name });
  }
}

/** As rows: which bodies have a roster is a rule of the domain and no matter of rights. */
async function seats(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    const id = newId();
    await spot.world.write((tx) =>
      tx.query(
        `insert into seat (id, association_id, organization_id, post, rank, person_name, since, basis)
         values ($1, $2, $3, 'COMMITTEE_MEMBER', 3, $4, '2025-01-01', '〔2025〕1号')`,
        [id, spot.world.associationId, localId('PartyOrganization', spot.id), `${spot.name}的委员`],
      ),
    );
    spot.things.set('seat', { id: globalId('Seat', id), version: 1, name: `${spot.name}的委员` });
  }
}

async function units(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    const name = `${spot.name}的单位`;
    const input = { organizationId: spot.id, name, kind: 'OTHER', coverage: 'UNCOVERED', code: `D${spot.name}` };
    const made = await send(spot.world, 'registerUnit', { ...input, basis: '〔2026〕1号', effectiveOn: '2026-09-01' });
    spot.things.set('unit', { id: made.id, version: 1, name });
  }
}

async function houseRules(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    const made = await send(spot.world, 'overrideRule', {
      key: 'branch.size.max',
      organizationId: spot.id,
      value: '45',
      strength: 'NORMAL',
      basis: '决议〔2026〕1号',
      effectiveFrom: '2030-01-01',
      effectiveTo: '2030-12-31',
    });
    spot.things.set('house rule', { id: made.id, version: 1, name: spot.name });
  }
  const { rules } = await stage.world
    .as(stage.world.staff)
    .query<{ rules: { nodes: { id: string }[] } }>(
      '{ rules(first: 1, filter: { needsConfirmation: true, layers: [REGULATION] }) { nodes { id } } }',
    );
  stage.values.set('unconfirmed rule', rules.nodes[0]!.id);
}

/** A year of the calendar that ships. */
async function holidays(stage: Stage): Promise<void> {
  const { holidayYears } = await stage.world
    .as(stage.world.staff)
    .query<{ holidayYears: { id: string }[] }>('{ holidayYears { id } }');
  stage.values.set('holiday year', holidayYears[0]!.id);
}

/** A file, a job with it, a notification and an import of each person. */
async function desks(stage: Stage): Promise<void> {
  for (const desk of stage.desks.values()) {
    if (!desk.id) continue;
    const { world, name } = desk;
    const own = { associationId: world.associationId, accountId: desk.id };
    const file = await world.app.get(Files).put(Buffer.from('名称\n第一支部\n'), { name: '名册.csv', ...own });
    const [job, notification, batch] = [newId(), newId(), newId()];
    await world.write(async (tx) => {
      await tx.insert(JobEntity, {
        ...own,
        id: job,
        kind: 'ORGANIZATION_EXPORT',
        state: 'QUEUED',
        done: 0,
        attempts: 0,
        input: {},
        fileId: file.id,
      });
      await tx.insert(NotificationEntity, {
        ...own,
        id: notification,
        kind: 'import.imported',
        params: {},
        title: { zh: name, en: name },
        text: { zh: name, en: name },
        link: name,
      });
      await tx.insert(ImportBatchEntity, {
        ...own,
        id: batch,
        accountName: name,
        kind: ImportKind.UNITS,
        state: ImportState.CHECKED,
        fileId: file.id,
        fileName: name,
        places: [],
      });
    });
    const of = (type: string, id: string) => ({ id: globalId(type, id), version: 1, name });
    desk.things.set('file', of('File', file.id));
    desk.things.set('job', of('Job', job));
    desk.things.set('notification', of('Notification', notification));
    desk.things.set('import', of('ImportBatch', batch));
  }
}

/** A grant and an emergency request of each person. */
async function rights(stage: Stage): Promise<void> {
  for (const desk of stage.desks.values()) {
    if (!desk.id) continue;
    const { world, name, id: accountId } = desk;
    const { associationId } = world;
    const id = newId();
    const [grant] = await world.write(async (tx) => {
      await tx.query(`update account set name = $2 where id = $1`, [accountId, name]);
      await tx.query(
        `insert into emergency_request (id, association_id, account_id, account_name, role, organization_id, reason,
           state, requested_at, lapses_at)
         values ($1, $2, $3, $4, 'EXPERT', $5, '值班人员联系不上', 'WAITING', $6, $6::timestamptz + interval '1 hour')`,
        [id, associationId, accountId, name, localId('PartyOrganization', world.root.id), world.clock.now()],
      );
      return tx.query<{ id: string }[]>(`select id from access_grant where account_id = $1`, [accountId]);
    });
    const lapsed = newId();
    await world.write((tx) =>
      tx.query(
        `insert into emergency_request (id, association_id, account_id, account_name, role, organization_id, reason,
           state, requested_at, lapses_at)
         values ($1, $2, $3, $4, 'EXPERT', $5, '昨夜的事', 'WAITING', $6::timestamptz - interval '2 hours',
           $6::timestamptz - interval '1 hour')`,
        [lapsed, associationId, accountId, name, localId('PartyOrganization', world.root.id), world.clock.now()],
      ),
    );
    desk.things.set('lapsed emergency', { id: globalId('EmergencyRequest', lapsed), version: 1, name });
    desk.things.set('emergency', { id: globalId('EmergencyRequest', id), version: 1, name });
    desk.things.set('grant', { id: globalId('AccessGrant', grant!.id), version: 1, name });
    desk.things.set('account', { id: globalId('Account', accountId), version: 1, name });
  }
  stage.values.set('an account', stage.desks.get('EXPERT')!.thing('account').id);
}

/** Of each person a large export that waits, and one that another approved. */
async function largeExports(stage: Stage): Promise<void> {
  for (const desk of stage.desks.values()) {
    if (!desk.id) continue;
    const { world, name, id: accountId } = desk;
    const [waiting, approved] = [newId(), newId()];
    const another = accountId === world.staff.accountId ? stage.desks.get('AUDITOR')!.id : world.staff.accountId;
    await world.write(async (tx) => {
      for (const id of [waiting, approved])
        await tx.query(
          `insert into export_request (id, association_id, account_id, account_name, kind, asked, told, people, reason,
             state, requested_at)
           values ($1, $2, $3, $4, 'MEMBER_EXPORT', '{}', '{}', 1000, '报送年度党内统计', 'WAITING', $5)`,
          [id, world.associationId, accountId, name, world.clock.now()],
        );
      await tx.query(
        `update export_request set state = 'APPROVED', decided_by = $2, decided_by_name = '测试', decided_at = $3,
           decision_reason = '统计报送', fetch_until = $3::timestamptz + interval '24 hours' where id = $1`,
        [approved, another, world.clock.now()],
      );
    });
    desk.things.set('export request', { id: globalId('ExportRequest', waiting), version: 1, name });
    desk.things.set('approved export', { id: globalId('ExportRequest', approved), version: 1, name });
  }
}

/** P publishes to K what can be published, V its units to the root; everywhere something unknown to this release, which shows nothing. */
async function publications(stage: Stage): Promise<void> {
  const secretary = await stage.world.account('SECRETARY', stage.spot('P'));
  for (const subject of subjectKeys)
    await stage.world.as(secretary).mutate(`mutation ($input: PublishInput!) { publish(input: $input) { guided } }`, {
      input: { organizationId: stage.spot('P').id, subject, basis: '〔2026〕1号' },
    });
  const unit = await stage.world.account('SECRETARY', stage.spot('V'));
  await stage.world.as(unit).mutate(`mutation ($input: PublishInput!) { publish(input: $input) { guided } }`, {
    input: { organizationId: stage.spot('V').id, subject: 'UNIT', basis: '〔2026〕1号' },
  });
  for (const spot of stage.spots.values()) {
    const id = newId();
    await spot.world.write((tx) =>
      tx.query(
        `insert into publication (id, association_id, organization_id, to_id, subject, basis, published_at, published_by,
           published_by_name)
         select $1, o.association_id, o.id, coalesce(o.parent_id, o.id), 'UNKNOWN', '〔2026〕1号', now(), $3, '测试'
         from party_organization o where o.id = $2`,
        [id, localId('PartyOrganization', spot.id), spot.world.staff.accountId],
      ),
    );
    spot.things.set('publication', { id: globalId('Publication', id), version: 1, name: spot.name });
  }
}

/** Cursors that the association's staff was given, at rows that sort before all others and few may see. */
async function cursors(stage: Stage): Promise<void> {
  const { world } = stage;
  const first = await world.branch('排在最前的支部', { under: stage.spot('R'), code: '0' });
  await send(world, 'registerUnit', {
    organizationId: first.id,
    name: '排在最前的单位',
    kind: 'OTHER',
    coverage: 'UNCOVERED',
    code: '0',
    basis: '〔2026〕1号',
    effectiveOn: '2026-09-01',
  });
  for (const [name, field] of [
    ['cursor of organizations', 'partyOrganizations'],
    ['cursor of units', 'units'],
  ] as const) {
    const data = await world
      .as(world.staff)
      .query<Record<string, { pageInfo: { endCursor: string } }>>(
        `{ ${field}(first: 1, order: CODE) { pageInfo { endCursor } } }`,
      );
    stage.values.set(name, data[field]!.pageInfo.endCursor);
  }
}

async function send(world: World, name: string, input: object): Promise<{ id: string }> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`;
  return (await world.as(world.staff).mutate<Record<string, { id: string }>>(document, { input }))[name]!;
}

async function versionOf({ id, world }: Spot): Promise<number> {
  const document = 'query ($id: ID!) { partyOrganization(id: $id) { version } }';
  const { partyOrganization } = await world
    .as(world.staff)
    .query<{ partyOrganization: { version: number } }>(document, { id });
  return partyOrganization.version;
}
