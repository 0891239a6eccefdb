import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { Spot, Stage } from './stage';

/**
 * At every organization a session that sits, with a seat that is recused from the item that is being dealt with, an open
 * vote on it, and a list of papers of another. As rows: who sits, and what may be voted on, is no matter of rights.
 */
export async function rooms(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) await room(spot);
}

async function room({ world, id: at, name: place, things }: Spot): Promise<void> {
  const of = { association: world.associationId, organization: localId('PartyOrganization', at) };
  const name = `${place}的审议会议`;
  const ids = { session: newId(), seat: newId(), item: newId(), other: newId(), recusal: newId(), vote: newId() };
  const ballot = newId();
  await world.write(async (tx) => {
    const insert = inserter(tx, of);
    const [{ no }] = await tx.query<[{ no: number }]>('select coalesce(max(no), 0) + 1 as no from review_session');
    await insert('review_session', {
      ...{ id: ids.session, reviewing_body: 'FUNCTIONAL_COMMITTEE', joint: false, title: name, year: 2026, no },
      ...{ starts_at: '2026-09-18T01:00Z', ends_at: '2026-09-18T05:00Z', state: 'OPEN', called_by: '测试' },
      opened_at: '2026-09-18T01:00Z',
    });
    const inSession = { session_id: ids.session };
    await insert('session_member', { id: ids.seat, ...inSession, body: 'PARTY', name: '测试', seat: 1 });
    const heard = { ...inSession, title: '听取汇报', minutes: 10 };
    const done = { state: 'CONCLUDED', concluded_at: '2026-09-18T01:30Z' };
    const matter_id = localId('Matter', things.get('submitted matter')!.id);
    const [{ rule }] = await tx.query<[{ rule: string }]>('select review_rule_id as rule from matter where id = $1', [
      matter_id,
    ]);
    const matter = { matter_id, review_rule_id: rule };
    await insert('session_item', { id: ids.item, ...heard, ...matter, no: 1, state: 'CURRENT' });
    await insert('session_item', { id: ids.other, ...heard, no: 2, ...done });
    await tx.query('update review_session set current_item_id = $2 where id = $1', [ids.session, ids.item]);
    const recused = { item_id: ids.item, session_member_id: ids.seat, source: 'DIRECTED', reason: '亲属关系' };
    await insert('session_recusal', { id: ids.recusal, ...recused, recorded_by: '测试' });
    await vote(insert, { id: ids.vote, item_id: ids.item, secrecy: 'OPEN' }, { id: newId(), state: 'CASTING' });
    const over = { state: 'CLOSED', papers: 0, issued: 0, published: '{}', published_hash: '0'.repeat(64) };
    await vote(insert, { id: newId(), item_id: ids.other, secrecy: 'SECRET', ...counted }, { id: ballot, ...over });
  });
  const put = (thing: string, id: string): void => void things.set(thing, { id, version: 1, name });
  put('room', globalId('ReviewSession', ids.session));
  put('room item', globalId('SessionItem', ids.item));
  put('room seat', globalId('SessionMember', ids.seat));
  put('room recusal', globalId('SessionRecusal', ids.recusal));
  put('room vote', globalId('SessionVote', ids.vote));
  put('room ballot', ballot);
}

type Row = Readonly<Record<string, unknown>>;
type Insert = (table: string, row: Row) => Promise<unknown>;
const counted = { in_favour: 0, against: 0, abstained: 0, closed_at: '2026-09-18T01:30Z' };

async function vote(insert: Insert, row: Row & { readonly secrecy: string }, ballot: Row): Promise<void> {
  const { secrecy } = row;
  const about = { subject_type: 'SessionItem', subject_id: row['item_id'], title: '听取汇报', questions: '[]' };
  await insert('ballot', { ...about, secrecy, ...ballot });
  const shares = { presence: '>= 1/2', majority_base: 'ENTITLED', majority: '> 1/2', base: 1, needed: 1 };
  const there = { entitled: 1, present: 1, recused: 0, opened_at: '2026-09-18T01:10Z' };
  await insert('session_vote', { ...row, body: 'PARTY', ballot_id: ballot['id'], ...there, ...shares });
}

const inserter =
  (tx: EntityManager, { association, organization }: { association: string; organization: string }): Insert =>
  (table, row) => {
    const all = { association_id: association, organization_id: organization, ...row };
    const places = Object.keys(all).map((_, i) => `$${i + 1}`);
    return tx.query(
      `insert into ${table} (${Object.keys(all).join(', ')}) values (${places.join(', ')})`,
      Object.values(all),
    );
  };
