// What requests that write leave behind them: compared between servers, and put back, so that each turn finds the same.

const id = 'a.id = any($1)';

/** Times, numbers given out and who is behind a session are each server's own. */
const own = `- array['change_number', 'updated_at', 'created_at', 'recorded_at', 'at', 'id', 'txid', 'session_id', 'request_id', 'address']`;

/** Rows written for activities, by table, in an order that does not depend on who wrote them. */
export async function writtenFor(client, ids, { events }) {
  const rowsOf = async (table, where) =>
    (
      await client.query(
        `select to_jsonb(x) ${own} as row from ${table} x where ${where} order by (to_jsonb(x) ${own})::text`,
        where.includes('$2') ? [ids, events] : [ids],
      )
    ).rows.map(({ row }) => row);
  return {
    activity: await rowsOf('activity', 'x.id = any($1)'),
    step: await rowsOf('activity_step', 'x.activity_id = any($1)'),
    audit: await rowsOf('audit_event', `x.subject_type = 'Activity' and x.subject_id = any($1) and x.id > $2`),
    obligation: await rowsOf('obligation', ofObligations('x')),
    delta: await rowsOf('activity_delta', `x.organization_id in (select organization_id from activity a where ${id})`),
  };
}

const ofObligations = (o) => `exists (select from activity a where ${id} and a.organization_id = ${o}.organization_id
  and a.activity_type_id = ${o}.activity_type_id and a.counts_on between ${o}.due_from and ${o}.ends_on)`;

/** Activities as they were before anybody recorded them. The audit log lets nobody take an event back: it grows. */
export async function putBack(client, ids, { deltas }) {
  await client.query('begin');
  // without triggers: nothing is to be told of it
  await client.query('set local session_replication_role = replica');
  for (const [text, values] of [
    [
      `update activity a set state = 'HELD', version = 1, entitled_count = null, present_count = null, remote_count = null,
         leave_count = null, summary = null, recorded_at = null, recorded_by = null where ${id} and a.state <> 'HELD'`,
      [ids],
    ],
    [`delete from activity_step a where activity_id = any($1)`, [ids]],
    [`delete from activity_delta where id > $1`, [deltas]],
    [
      `update obligation o set version = 1, planned = c.planned, held = c.held, recorded = c.recorded
       from (select o.id, count(a.id) filter (where a.state = 'SCHEDULED') as planned,
           count(a.id) filter (where a.state = 'HELD') as held, count(a.id) filter (where a.state = 'RECORDED') as recorded
         from obligation o join activity a on a.organization_id = o.organization_id
           and a.activity_type_id = o.activity_type_id and a.counts_on between o.due_from and o.ends_on
         where o.version > 1 group by o.id) c
       where o.id = c.id`,
      [],
    ],
  ])
    await client.query(text, values);
  await client.query('commit');
  await client.query('vacuum activity, activity_step, activity_delta, obligation');
}

/** Where that begins which requests add. */
export async function marksNow(client) {
  const { rows } = await client.query(
    `select (select coalesce(max(id), 0) from activity_delta) as deltas, (select coalesce(max(id), 0) from audit_event) as events`,
  );
  return rows[0];
}
