import { BallotReports, VotePhase, type BallotProgress } from '@dangwu/ballots';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SchemeTree } from '../engine';
import { ballotNode } from '../scoring/ballot-node';
import { groupOf } from './vote-frame';
import type { AssessmentVote, OwnAssessmentVote, VoteCount, VoteName } from './vote.type';

interface Row {
  readonly id: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly tree: SchemeTree;
  readonly nodeKey: string;
  readonly groupKey: string;
  readonly ballotId: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly overAt: Date | null;
  readonly voidReason: string | null;
  readonly questions: readonly { readonly key: string; readonly title: string }[];
  readonly voters: number;
  /** of those that were counted: the question with papers by group and option */
  readonly counted: readonly { readonly question: string; readonly papers: Counted }[];
}
type Counted = Readonly<Record<string, Readonly<Record<string, number>>>>;

const columns = `v.id, v.cycle_id as "cycleId", c.title as "cycleTitle", s.tree, v.node_key as "nodeKey",
  v.group_key as "groupKey", v.ballot_id as "ballotId", v.opened_by as "openedBy", v.opened_at as "openedAt",
  v.over_at as "overAt", b.void_reason as "voidReason", b.questions,
  (select count(*)::int from ballot_voter x where x.ballot_id = b.id) as voters,
  (select coalesce(jsonb_agg(jsonb_build_object('question', l.question, 'papers', l.papers)), '[]')
   from assessment_ballot l where l.ballot_id = b.id and l.papers is not null and l.deleted_at is null) as counted`;
const tables = `assessment_vote v join ballot b on b.id = v.ballot_id
  join assessment_cycle c on c.id = v.cycle_id join scheme_version s on s.id = c.scheme_version_id`;

/** Votes as they are read, by whoever conducts the cycle and by voters. Nothing here says who voted what. */
@Injectable()
export class VoteRows {
  constructor(private readonly reports: BallotReports) {}

  /** Those under way first, then the latest. @param account whoever asks, an UUID */
  async ofCycle(tx: EntityManager, cycleId: string, account: string): Promise<AssessmentVote[]> {
    return (await this.read(tx, `v.cycle_id = $1`, [cycleId], account)).map(conducted);
  }

  async one(tx: EntityManager, id: string, account: string): Promise<AssessmentVote> {
    const [found] = await this.read(tx, `v.id = $1`, [id], account);
    if (!found) throw new Error(`There is no vote ${id}`);
    return conducted(found);
  }

  /** Of a voter: those under way, and those that were over lately. @param since a time */
  async own(tx: EntityManager, account: string, since: Date): Promise<OwnAssessmentVote[]> {
    const mine = `exists (select from ballot_voter x where x.ballot_id = v.ballot_id and x.account_id = $1)`;
    const where = `${mine} and c.cancelled_at is null and (v.over_at is null or v.over_at > $2)`;
    return (await this.read(tx, where, [account, since], account)).flatMap((found) => ownOf(found) ?? []);
  }

  async ownOne(tx: EntityManager, id: string, account: string): Promise<OwnAssessmentVote | null> {
    const [found] = await this.read(tx, `v.id = $1`, [id], account);
    return found ? ownOf(found) : null;
  }

  private async read(tx: EntityManager, where: string, values: unknown[], account: string): Promise<Found[]> {
    const rows = await tx.query<Row[]>(
      `select ${columns} from ${tables} where ${where} and v.deleted_at is null
       order by v.over_at is not null, v.opened_at desc, v.id limit 200`,
      values,
    );
    const ids = rows.map(({ ballotId }) => ballotId);
    const progress = await this.reports.progress(tx, ids, account);
    return rows.map((row) => ({ row, ballot: progress.find(({ id }) => id === row.ballotId)! }));
  }
}

interface Found {
  readonly row: Row;
  readonly ballot: BallotProgress;
}

function factsOf({ row, ballot }: Found) {
  const node = ballotNode(row.tree, row.nodeKey);
  return {
    id: globalId('AssessmentVote', row.id),
    cycleId: globalId('AssessmentCycle', row.cycleId),
    cycleTitle: row.cycleTitle,
    indicator: nameOf(node),
    group: nameOf(groupOf(node, row.groupKey)),
    phase: VotePhase[ballot.state],
    subjects: row.questions.map(({ key, title }) => ({ key, name: title })),
    options: node.options.map(nameOf),
    voters: row.voters,
    issued: ballot.issued,
    cast: ballot.cast,
    counts: row.counted.flatMap(({ question, papers }) => countsOf(question, papers[row.groupKey] ?? {})),
    publishedHash: ballot.publishedHash,
    publishedUrl: ballot.publishedHash && `/files/assessment-votes/${globalId('AssessmentVote', row.id)}.json`,
  };
}

function conducted(found: Found): AssessmentVote {
  const { openedBy, openedAt, overAt, voidReason } = found.row;
  return { ...factsOf(found), openedBy, openedAt, overAt, voidReason };
}

/** Null: whoever asks is not among the voters. */
function ownOf(found: Found): OwnAssessmentVote | null {
  const { own } = found.ballot;
  if (!own) return null;
  return { ...factsOf(found), ballotId: found.row.ballotId, publicKey: own.publicKey ?? '', done: own.done };
}

const nameOf = ({ key, name }: VoteName): VoteName => ({ key, name });

const countsOf = (subject: string, papers: Readonly<Record<string, number>>): VoteCount[] =>
  Object.entries(papers).map(([option, number]) => ({ subject, option, papers: number }));
