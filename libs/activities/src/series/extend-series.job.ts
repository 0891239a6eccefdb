import { Clock, plusDays } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ActivitySeriesEntity } from './activity-series.entity';
import { WriteOccurrences } from './write-occurrences';
import { SeriesOccurrences } from './series-occurrences';

/** Every night: series go on as far as the horizon. One that cannot go on does not stop the others. */
@Injectable()
export class ExtendSeries implements OnModuleInit {
  private readonly log = new Logger('ExtendSeries');

  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly occurrences: SeriesOccurrences,
    private readonly writing: WriteOccurrences,
  ) {}

  onModuleInit(): void {
    this.schedules.on('extend-series', '10 2 * * *', async () => void (await this.run()));
  }

  /** @returns how many occurrences were added */
  async run(): Promise<number> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    let added = 0;
    for (const { id: associationId } of associations)
      for (const { id } of await this.open(associationId)) added += await this.extend(associationId, id);
    return added;
  }

  private open(associationId: string): Promise<{ id: string }[]> {
    return this.database.transaction(systemScope(associationId), (tx) =>
      tx.query<{ id: string }[]>(
        `select id from activity_series where association_id = $1 and deleted_at is null and ended_reason is null
           and (expanded_to is null or expanded_to < $2) order by id`,
        [associationId, this.occurrences.horizon()],
      ),
    );
  }

  private async extend(associationId: string, id: string): Promise<number> {
    try {
      return await this.database.transaction(systemScope(associationId), async (tx) => {
        const series = await tx.findOne(ActivitySeriesEntity, {
          where: { id, endedReason: IsNull() },
          lock: { mode: 'pessimistic_write' },
        });
        if (!series) return 0;
        const from = series.expandedTo ?? series.startsOn;
        const writer = { associationId, name: null };
        // some days back: what was shifted beyond the horizon then lies within it now
        const since = plusDays(from, -31) > this.clock.today() ? plusDays(from, -31) : this.clock.today();
        return this.writing.extend(tx, writer, series, since, 'LEAVE_OUT');
      });
    } catch (error) {
      this.log.warn(`Series ${id} was not extended: ${error instanceof Error ? error.message : String(error)}`);
      return 0;
    }
  }
}
