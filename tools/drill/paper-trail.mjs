// What somebody with all rights in the database finds about the voters of a secret ballot and its papers.

export class PaperTrail {
  constructor(client) {
    this.client = client;
  }

  /** The number of a transaction that begins now. */
  async transaction() {
    return (await this.#one('select pg_current_xact_id()::text as id')).id;
  }

  async credentials(ballotId) {
    return (await this.#one('select count(signature)::int as n from ballot_voter where ballot_id = $1', ballotId)).n;
  }

  async papers(ballotId) {
    return (await this.#one('select count(*)::int as n from ballot_paper where ballot_id = $1', ballotId)).n;
  }

  /** A credential that was issued twice has two events. */
  async issuedTwice(ballotId) {
    const { n } = await this.#one(
      `select count(*)::int as n from (select from audit_event where subject_id = $1 and action = 'ballot.issue'
       group by account_id having count(*) > 1) twice`,
      ballotId,
    );
    return n;
  }

  /**
   * The join by transaction: rows of other tables that were written while papers came in. There is nothing to join them
   * with as long as there are none.
   */
  async rowsBesidePapers(from, to) {
    const { rows: tables } = await this.client.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'ballot_paper'`,
    );
    const counts = tables.map(
      ({ name }) =>
        `select '${name}' as name from ${name} t where t.xmin::text::bigint > $1 and t.xmin::text::bigint < $2`,
    );
    const { rows } = await this.client.query(counts.join(' union all '), [from, to]);
    return rows.length;
  }

  /** As the rows of the voters lie: in the order of issuing. @returns their accounts */
  async votersInOrder(ballotId) {
    const { rows } = await this.client.query(
      'select account_id as account from ballot_voter where ballot_id = $1 order by ctid',
      [ballotId],
    );
    return rows.map(({ account }) => account);
  }

  async #one(sql, ...values) {
    return (await this.client.query(sql, values)).rows[0];
  }
}
