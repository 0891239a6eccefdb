// What somebody with all rights in the database might do to the audit log, for the spec and the drill. How events are
// hashed is written down here once more, from docs/adr/0013: two programs by the same description agree, or it is wrong.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const tables = ['audit_event', 'audit_block', 'audit_archive', 'audit_verification'];
/** A superuser may switch off what stops everybody else. */
export const triggersOff = tables.map((table) => `alter table ${table} disable trigger all`);

export const tampers = [
  {
    name: 'an event is edited: what it changed',
    run: editing(`after = '{"name": "改过的名称"}'`),
  },
  {
    name: 'an event is edited: who did it',
    run: editing(`account_id = '0192a000-0000-7000-8000-00000000beef'`),
  },
  {
    name: 'an event is edited: when, by one microsecond',
    run: editing(`at = at + interval '1 microsecond'`),
  },
  {
    name: 'an event is edited: a key is added to its JSON',
    run: editing(`before = coalesce(before, '{}') || '{"x": 1.0}'`),
  },
  {
    name: 'an event is deleted',
    run: async (query) => {
      const { block, events } = await middle(query);
      await query('delete from audit_event where id = $1', [events[1].id]);
      return { kind: 'EVENT_MISSING', block: block.number, event: events[1].id };
    },
  },
  {
    name: 'all events of a block are deleted',
    run: async (query) => {
      const { block, events } = await middle(query);
      await query('delete from audit_event where change_number >= $1 and change_number < $2', [
        block.from_change,
        block.to_change,
      ]);
      return { kind: 'EVENT_MISSING', block: block.number, event: events[0].id };
    },
  },
  {
    name: 'an event is inserted among sealed ones',
    run: async (query) => {
      const { block, events } = await middle(query);
      const [{ id }] = await query(
        `insert into audit_event (id, action, subject_type, change_number, at) overriding system value
         select max(id) + 1000, 'renameOrganization', 'PartyOrganization', $1, now() from audit_event returning id::text`,
        [events[1].change],
      );
      return { kind: 'EVENT_INSERTED', block: block.number, event: id };
    },
  },
  {
    name: 'two events change places',
    run: async (query) => {
      const { block, events } = await middle(query);
      const [one, other] = [events[0], events.at(-1)];
      await query(
        `update audit_event set change_number = case id when $1 then $4::bigint else $3::bigint end where id in ($1, $2)`,
        [one.id, other.id, one.change, other.change],
      );
      return { kind: 'EVENT_MOVED', block: block.number, event: one.id };
    },
  },
  {
    name: 'two events exchange what they say',
    run: async (query) => {
      const { block, events } = await middle(query);
      const [one, other] = [events[0], events[2]];
      await query(
        `update audit_event e set action = o.action, before = o.before, after = o.after, at = o.at,
           subject_id = o.subject_id, account_id = o.account_id
         from audit_event o where e.id in ($1, $2) and o.id in ($1, $2) and e.id <> o.id`,
        [one.id, other.id],
      );
      return { kind: 'EVENT_CHANGED', block: block.number, event: one.id };
    },
  },
  {
    name: 'an event is moved into the unsealed end',
    run: async (query) => {
      const { block, events } = await middle(query);
      await query(
        'update audit_event set change_number = (select max(change_number) from audit_event) + 1 where id = $1',
        [events[0].id],
      );
      return { kind: 'EVENT_MISSING', block: block.number, event: events[0].id };
    },
  },
  {
    name: 'the tail is cut off: the last block with its events',
    run: async (query) => {
      const [last] = await query('select number::int, from_change::text from audit_block order by number desc limit 1');
      await query('delete from audit_event where change_number >= $1', [last.from_change]);
      await query('delete from audit_block where number = $1', [last.number]);
      return { kind: 'TRUNCATED', block: last.number, event: null };
    },
  },
  {
    name: 'everything is cut off',
    run: async (query) => {
      await query('truncate audit_event, audit_block, audit_archive, audit_verification');
      return { kind: 'TRUNCATED', block: 1, event: null };
    },
  },
  {
    name: 'a block in the middle is deleted with its events',
    run: async (query) => {
      const { block } = await middle(query);
      await query('delete from audit_event where change_number >= $1 and change_number < $2', [
        block.from_change,
        block.to_change,
      ]);
      await query('delete from audit_block where number = $1', [block.number]);
      return { kind: 'BLOCK_MISSING', block: block.number, event: null };
    },
  },
  {
    name: 'two block rows are swapped',
    run: async (query) => {
      const { block } = await middle(query);
      await query('update audit_block set number = number + 1000000 where number in ($1::bigint, $1::bigint + 1)', [
        block.number,
      ]);
      await query(
        'update audit_block set number = case number - 1000000 when $1::bigint then $1::bigint + 1 else $1::bigint end where number > 1000000',
        [block.number],
      );
      return { kind: 'BLOCK_CHANGED', block: block.number, event: null };
    },
  },
  {
    name: "a block's hash is edited",
    run: async (query) => {
      const { block } = await middle(query);
      await query(`update audit_block set hash = sha256('x') where number = $1`, [block.number]);
      return { kind: 'BLOCK_CHANGED', block: block.number, event: null };
    },
  },
  {
    name: "an event is edited and its block's list of hashes with it",
    run: async (query) => {
      const { block, events } = await middle(query);
      await query(`update audit_event set after = '{"name": "x"}' where id = $1`, [events[1].id]);
      await query('update audit_block set rows = $2 where number = $1', [
        block.number,
        packed(await eventsOf(query, block)),
      ]);
      return { kind: 'BLOCK_CHANGED', block: block.number, event: null };
    },
  },
  {
    name: 'an event is edited and the whole chain hashed anew, the signatures left',
    run: (query) => rehashed(query, (header, { signature, key_id }) => ({ signature, key_id })).then(wrong),
  },
  {
    name: 'an event is edited and the whole chain hashed and signed anew, by a key of the intruder under our name',
    run: (query) => rehashed(query, signedBy(intruder)).then(wrong),
  },
  {
    name: 'an event is edited and the whole chain hashed and signed anew, by a key of the intruder under its own name',
    run: (query) =>
      rehashed(query, (header) => ({ ...signedBy(intruder)(header, {}), key_id: 'feedfacefeedface' })).then(
        ({ number }) => ({ kind: 'KEY_UNKNOWN', block: number, event: null }),
      ),
  },
  {
    name: 'events are deleted and said to be archived',
    run: async (query) => {
      const { block } = await middle(query);
      await query(
        `insert into audit_archive (id, from_block, to_block, from_change, to_change, events, file, size, sha256,
           first_at, last_at, archived_at)
         select gen_random_uuid(), number, number, from_change, to_change, events, 'audit/nowhere', 1, '', first_at,
           last_at, now() from audit_block where number = $1`,
        [block.number],
      );
      await query('delete from audit_event where change_number >= $1 and change_number < $2', [
        block.from_change,
        block.to_change,
      ]);
      return { kind: 'ARCHIVE_MISSING', block: block.number, event: null };
    },
  },
];

const intruder = generateKeyPairSync('ed25519').privateKey;
const signedBy =
  (key) =>
  (header, { key_id }) => ({ signature: sign(null, Buffer.from(header), key), key_id });
const wrong = ({ number }) => ({ kind: 'SIGNATURE_WRONG', block: number, event: null });

function editing(change) {
  return async (query) => {
    const { block, events } = await middle(query);
    await query(`update audit_event set ${change} where id = $1`, [events[1].id]);
    return { kind: 'EVENT_CHANGED', block: block.number, event: events[1].id };
  };
}

/** A block that has some before and some after it, and whose events are in the database. */
async function middle(query) {
  const blocks = await query(
    `select number::int, from_change::text, to_change::text from audit_block
     where number > coalesce((select max(to_block) from audit_archive), 0) order by number`,
  );
  const block = blocks[Math.floor(blocks.length / 2)];
  return { block, events: await eventsOf(query, block) };
}

const eventsOf = (query, { from_change, to_change }) =>
  query(
    `select id::text, change_number::text as change,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, association_id::text as association, kind,
       action, operation, client, account_id::text as account, session_id::text as session, address,
       request_id as request, subject_type, subject_id::text as subject, subject_name,
       organization_id::text as organization, reason, before::text, after::text
     from audit_event where change_number >= $1 and change_number < $2 order by change_number, audit_event.id`,
    [from_change, to_change],
  );

function line({ before, after, ...texts }) {
  const parts = Object.entries(texts).map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
  return `{${parts.join(',')},"before":${before ?? 'null'},"after":${after ?? 'null'}}`;
}

const sha256 = (content) => createHash('sha256').update(content).digest();

function packed(events) {
  return Buffer.concat(
    events.map((event) => {
      const id = Buffer.alloc(8);
      id.writeBigInt64BE(BigInt(event.id));
      return Buffer.concat([id, sha256(line(event))]);
    }),
  );
}

/** Edits an event of the middle block and makes every block from there on anew, so that all hashes fit. */
async function rehashed(query, signed) {
  const { block, events } = await middle(query);
  await query(`update audit_event set after = '{"name": "x"}' where id = $1`, [events[1].id]);
  const blocks = await query(
    `select number::int, header, encode(hash, 'hex') as hash, signature, key_id, from_change::text, to_change::text
     from audit_block where number >= $1 - 1 order by number`,
    [block.number],
  );
  let previous = blocks[0].hash;
  for (const one of blocks.slice(1)) {
    const rows = packed(await eventsOf(query, one));
    const header = JSON.stringify({ ...JSON.parse(one.header), previous, rows: sha256(rows).toString('hex') });
    const { signature, key_id } = signed(header, one);
    const hash = sha256(header);
    await query(
      'update audit_block set header = $2, hash = $3, signature = $4, key_id = $5, rows = $6 where number = $1',
      [one.number, header, hash, signature, key_id, rows],
    );
    previous = hash.toString('hex');
  }
  return block;
}
