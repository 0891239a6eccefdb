// Sessions of the reviewing body that are ready to be opened, as rows: for what is measured and drilled in their rooms.

/**
 * A session that was called, with a matter of the category for each item.
 * @param client a superuser's @param association with its shipped review rules
 * @param seats accounts that sit in it, the chair first
 * @returns global ids: the session, its seats, its items
 */
export async function calledSession(client, association, { seats, items, category = 'MAJOR_DEPLOYMENT' }) {
  const { rows: roots } = await client.query(
    `select id from party_organization where association_id = $1 and parent_id is null`,
    [association.id],
  );
  const place = [association.id, roots[0].id];
  const { rows: sessions } = await client.query(
    `insert into review_session (id, association_id, organization_id, reviewing_body, joint, title, year, no, starts_at,
       ends_at, state, notified_at, called_by)
     select uuidv7(), $1, $2, 'FUNCTIONAL_COMMITTEE', false, '演练第' || coalesce(max(no), 0) + 1 || '次党委会', 2026,
       coalesce(max(no), 0) + 1, now(), now() + interval '4 hours', 'NOTIFIED', now(), '演练'
     from review_session where association_id = $1 returning id`,
    place,
  );
  const session = sessions[0].id;
  const members = await client.query(
    `insert into session_member (id, association_id, organization_id, session_id, body, account_id, name, chair, seat)
     select uuidv7(), $1, $2, $3, 'PARTY', a, '委员' || n, n = 1, n from unnest($4::uuid[]) with ordinality s (a, n)
     returning id`,
    [...place, session, seats],
  );
  const agenda = await client.query(
    `with rule as (select id from review_rule where association_id = $1 and category = $5 and review_required
         order by tier <> 'SECRETARIAT', amount_from limit 1),
       matters as (insert into matter (id, association_id, organization_id, category, title, state, version_no, review_rule_id,
           proposer_account_id, proposer_name)
         select uuidv7(), $1, $2, $5, '演练事项' || n, 'SCHEDULED', 1, rule.id, $6, '演练'
         from rule, generate_series(1, $4::int) n returning id, title, review_rule_id)
     insert into session_item (id, association_id, organization_id, session_id, matter_id, review_rule_id, no, title,
       minutes, state)
     select uuidv7(), $1, $2, $3, id, review_rule_id, row_number() over (order by id), title, 10, 'WAITING' from matters
     returning id`,
    [...place, session, items, category, seats[0]],
  );
  return {
    session: globalId('ReviewSession', session),
    seats: members.rows.map(({ id }) => globalId('SessionMember', id)),
    items: agenda.rows.map(({ id }) => globalId('SessionItem', id)),
  };
}

/** Matters that wait for the formal check, at which they get their numbers. @returns global ids */
export async function submittedMatters(client, association, account, count) {
  const { rows } = await client.query(
    `insert into matter (id, association_id, organization_id, category, title, state, version_no, review_rule_id,
       proposer_account_id, proposer_name)
     select uuidv7(), $1, o.id, r.category, '演练待受理', 'SUBMITTED', 1, r.id, $2, '演练'
     from (select id from party_organization where association_id = $1 and parent_id is null) o,
       (select id, category from review_rule where association_id = $1 and category = 'MAJOR_DEPLOYMENT' limit 1) r,
       generate_series(1, $3::int) returning id`,
    [association.id, account, count],
  );
  return rows.map(({ id }) => globalId('Matter', id));
}

const globalId = (type, id) => `${type}_${id.replaceAll('-', '')}`;
