import { PartyOrganizationEntity } from '@dangwu/organization';
import { Database, systemScope } from '@dangwu/platform/database';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { ChangeCycle } from './change-cycle';
import { cyclePossible } from './cycle-lifecycle';
import { dissolvedNote } from './cycle-words';
import { AssessmentCycleEntity, AssessmentEntity } from './cycle.entity';
import { CycleStage, cycleStages, Participation } from './cycle.enums';
import { excluded } from './participation';

/** Until results go on notice, whoever was dissolved meanwhile is excluded. */
const stages = cycleStages.filter((stage) => cyclePossible('exclude', { stage, cancelledAt: null }));

/**
 * Every hour, and before a cycle moves on or reads figures: organizations that were dissolved since the opening are taken
 * out of it. Dissolutions are dated; so what counts is how things stand, not when they were entered.
 */
@Injectable()
export class DissolvedMeanwhile implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly changes: ChangeCycle,
  ) {}

  onModuleInit(): void {
    this.schedules.on('assessments-of-dissolved', '25 * * * *', () => this.run());
  }

  async run(): Promise<void> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    for (const { id } of associations) await this.database.transaction(systemScope(id), (tx) => this.all(tx, id));
  }

  private async all(tx: EntityManager, associationId: string): Promise<void> {
    const running = await tx.findBy(AssessmentCycleEntity, { associationId, stage: In(stages), cancelledAt: IsNull() });
    for (const cycle of running) await this.exclude(tx, cycle);
  }

  /** In the transaction of whoever looks at the cycle. */
  async exclude(tx: EntityManager, cycle: AssessmentCycleEntity): Promise<void> {
    if (!stages.includes(cycle.stage as CycleStage)) return;
    const still = Not(Participation.EXCLUDED);
    const assessed = await tx.findBy(AssessmentEntity, { cycleId: cycle.id, participation: still });
    const places = await tx.findBy(PartyOrganizationEntity, {
      id: In(assessed.map(({ organizationId }) => organizationId)),
      status: 'DISSOLVED' as PartyOrganizationEntity['status'],
    });
    const on = new Map(places.map(({ id, dissolvedOn }) => [id, dissolvedOn]));
    for (const assessment of assessed) {
      const dissolvedOn = on.get(assessment.organizationId);
      if (dissolvedOn === undefined) continue;
      await this.changes.applyTo(tx, null, cycle, assessment, excluded(dissolvedNote(dissolvedOn ?? '')));
    }
  }
}
