import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database, systemScope } from '../database';
import { newId } from '../ids';
import type { Finding } from './findings';
import { unsealedAfter, type Unsealed } from './unsealed';
import type { Verification } from './verify';

export interface LastVerification {
  readonly id: string;
  readonly accountId: string | null;
  readonly ok: boolean;
  readonly blocks: number;
  readonly events: number;
  readonly archivedEvents: number;
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
  readonly verifiedAt: Date;
}

/** Where the chain stands, without checking it. */
export interface ChainState {
  readonly lastBlock: {
    readonly number: number;
    readonly hash: string;
    readonly keyId: string;
    readonly events: number;
    readonly sealedAt: Date;
  } | null;
  readonly sealed: number;
  readonly unsealed: Unsealed;
  readonly archived: { readonly files: number; readonly events: number; readonly until: Date | null };
  readonly lastVerification: LastVerification | null;
}

/** The chain as the auditor's page shows it, and the record of its verifications. */
@Injectable()
export class ChainStates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  state(): Promise<ChainState> {
    return this.database.transaction(systemScope(null), async (tx) => {
      const [block] = await tx.query<(NonNullable<ChainState['lastBlock']> & { to: string })[]>(
        `select number::int as number, encode(hash, 'hex') as hash, key_id as "keyId", events,
           sealed_at as "sealedAt", to_change::text as "to" from audit_block order by number desc limit 1`,
      );
      const [sums] = await tx.query<{ sealed: number }[]>(
        `select coalesce(sum(events), 0)::int as sealed from audit_block`,
      );
      const [archived] = await tx.query<ChainState['archived'][]>(
        `select count(*)::int as files, coalesce(sum(events), 0)::int as events, max(last_at) as until
         from audit_archive`,
      );
      const [verification] = await tx.query<LastVerification[]>(
        `select id, account_id as "accountId", ok, blocks::int as blocks, events::int as events,
           archived_events::int as "archivedEvents", findings, milliseconds, verified_at as "verifiedAt"
         from audit_verification order by verified_at desc, id desc limit 1`,
      );
      const { to = '0', ...lastBlock } = block ?? {};
      return {
        lastBlock: block ? (lastBlock as NonNullable<ChainState['lastBlock']>) : null,
        sealed: sums!.sealed,
        unsealed: await unsealedAfter(tx, to),
        archived: archived!,
        lastVerification: verification ?? null,
      };
    });
  }

  /** @param accountId who asked for it; null: the schedule or the command line */
  async keep(verification: Verification, accountId: string | null): Promise<void> {
    const { ok, blocks, events, archivedEvents, unsealed, findings, head, milliseconds } = verification;
    await this.database.transaction(systemScope(null), (tx) =>
      tx.query(
        `insert into audit_verification (id, account_id, ok, blocks, events, archived_events, unsealed, findings,
           head, milliseconds, verified_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          newId(),
          accountId,
          ok,
          blocks,
          events,
          archivedEvents,
          unsealed.events,
          JSON.stringify(findings),
          head && `${head.number} ${head.hash}`,
          milliseconds,
          this.clock.now(),
        ],
      ),
    );
  }
}
