import { DerivedFromHistory, DerivedFromRules } from '@dangwu/organization';
import { Database, systemScope } from '@dangwu/platform/database';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Obligations } from './obligations';

/**
 * Obligations follow from what they are derived from: a changed rule, an operation on an organization, an election (at
 * night), a new year.
 */
@Injectable()
export class ObligationsJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly rules: DerivedFromRules,
    private readonly history: DerivedFromHistory,
    private readonly obligations: Obligations,
  ) {}

  onModuleInit(): void {
    this.rules.add(async (tx, associationId) => void (await this.obligations.derive(tx, associationId, 'ALL')));
    this.history.add(async (tx, associationId, ids) => void (await this.obligations.derive(tx, associationId, ids)));
    this.schedules.on('obligations', '30 1 * * *', async () => void (await this.run()));
  }

  /** @returns how many obligations differed from what they should be */
  async run(): Promise<number> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    let written = 0;
    for (const { id } of associations)
      written += await this.database.transaction(systemScope(id), (tx) => this.obligations.derive(tx, id, 'ALL'));
    return written;
  }
}
