import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BallotState } from './ballot.entity';
import type { Answers, PublishedBallot } from './recount';

/** How far a ballot has come, as those may see it who are in the room. */
export interface BallotProgress {
  readonly id: string;
  readonly state: BallotState;
  /** credentials that were given out; of votes by name how many may vote */
  readonly issued: number;
  /** votes that are in */
  readonly cast: number;
  readonly publishedHash: string | null;
  /** of votes by name alone, who voted how; null: not yet */
  readonly named: readonly { readonly accountId: string; readonly answers: Answers | null }[];
  /** of whoever asks; null: has no vote */
  readonly own: {
    readonly group: string;
    readonly publicKey: string | null;
    readonly done: boolean;
    readonly answers: Answers | null;
  } | null;
}

/** What is read of ballots. Nothing here brings a voter of a secret ballot and a paper together: papers are only counted. */
@Injectable()
export class BallotReports {
  /** In one statement, since many devices ask. @param accountId of whoever asks */
  progress(tx: EntityManager, ids: readonly string[], accountId: string): Promise<BallotProgress[]> {
    return tx.query<BallotProgress[]>(
      `select b.id, b.state, b.published_hash as "publishedHash",
         coalesce(b.issued, (select count(*)::int from ballot_voter v
           where v.ballot_id = b.id and (b.secrecy = 'OPEN' or v.signature is not null))) as issued,
         case when b.papers is not null then b.papers
           when b.secrecy = 'SECRET' then (select count(*)::int from ballot_paper p where p.ballot_id = b.id)
           else (select count(*)::int from ballot_voter v where v.ballot_id = b.id and v.answers is not null) end as cast,
         (select coalesce(jsonb_agg(jsonb_build_object('accountId', v.account_id, 'answers', v.answers)), '[]')
           from ballot_voter v where v.ballot_id = b.id and b.secrecy = 'OPEN') as named,
         (select jsonb_build_object('group', v.group_key, 'publicKey', g.public_key,
             'done', v.signature is not null or v.answers is not null, 'answers', v.answers)
           from ballot_voter v join ballot_group g on g.ballot_id = v.ballot_id and g.key = v.group_key
           where v.ballot_id = b.id and v.account_id = $2) as own
       from ballot b where b.id = any($1)`,
      [ids, accountId],
    );
  }

  /** The list of a secret ballot that was counted; null: there is none. */
  async published(
    tx: EntityManager,
    id: string,
  ): Promise<{ readonly title: string; readonly list: PublishedBallot; readonly hash: string } | null> {
    const [row] = await tx.query<{ title: string; list: PublishedBallot | null; hash: string }[]>(
      `select title, published as list, published_hash as hash from ballot where id = $1`,
      [id],
    );
    return row?.list ? { ...row, list: row.list } : null;
  }
}
