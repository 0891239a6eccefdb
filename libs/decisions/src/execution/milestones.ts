import {
  GivenItems,
  ItemSources,
  keysOf,
  NamedPeople,
  Reminders,
  SupervisionItemEntity,
  SupervisionSource,
  SupervisionState,
  type NamedPerson,
  type SupervisionAct,
} from '@dangwu/activities';
import { Access, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors, type Messages } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AskedPeople } from '../advice/asked-people';
import { ChangeMatter } from '../matter/change-matter';
import { MatterEntity } from '../matter/matter.entity';
import { MatterRecords } from '../record/matter-records';
import { MatterRecordKind } from '../record/matter-record.enums';
import { executionErrors } from './execution.errors';
import type { MilestoneInput } from './execution.inputs';

const source = SupervisionSource.MATTER;
/** How many a matter has at most, those that were dropped counted. */
const most = 100;

const overWords: Readonly<Record<'CLOSED' | 'DROPPED', Messages>> = {
  CLOSED: { zh: '已销号', en: 'closed' },
  DROPPED: { zh: '已取消', en: 'dropped' },
};

const kindOf: Readonly<Record<SupervisionAct, MatterRecordKind>> = {
  report: MatterRecordKind.MILESTONE_REPORTED,
  close: MatterRecordKind.MILESTONE_CLOSED,
  return: MatterRecordKind.MILESTONE_RETURNED,
};

/** Milestones of matters: supervision items whose giver is whoever conducts the matter. */
@Injectable()
export class Milestones implements OnModuleInit {
  constructor(
    private readonly sources: ItemSources,
    private readonly given: GivenItems,
    private readonly named: NamedPeople,
    private readonly access: Access,
    private readonly changes: ChangeMatter,
    private readonly people: AskedPeople,
    private readonly records: MatterRecords,
    private readonly reminders: Reminders,
    private readonly clock: Clock,
  ) {}

  /** What becomes of them is done to supervision items; the record of the matter knows it, too. */
  onModuleInit(): void {
    this.sources.add(source, {
      keep: 'matter.conduct',
      report: 'matter.propose',
      read: 'matter.read',
      of: { type: 'Matter', live: 'matter' },
      keepers: (tx, associationId) => this.people.conductors(tx, associationId),
      changed: async (tx, viewer, item, act, { reason, fileHash }) => {
        const matter = await tx.findOneByOrFail(MatterEntity, { id: item.sourceId });
        const data = {
          subject: item.text,
          milestone: item.no,
          ...(reason && { reason }),
          ...(fileHash && { fileHash }),
        };
        const action = `matter.${act}Milestone`;
        await this.records.add(tx, viewer, matter, { kind: kindOf[act], data, action, reason });
      },
    });
  }

  /** Who may carry something out: people around the organization that proposes. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async owners(viewer: Viewer, global: string, search: string): Promise<NamedPerson[]> {
    const matter = await this.changes.find(viewer, 'matter.conduct', localId('Matter', global));
    const { leadsPath } = await this.access.place(null, viewer, matter.organizationId);
    return this.named.around(viewer, leadsPath, search);
  }

  /** @returns their numbers. @throws MILESTONE_DAY, MILESTONES_TOO_MANY, PERSON_UNKNOWN */
  async add(
    tx: EntityManager,
    viewer: Viewer,
    matter: MatterEntity,
    inputs: readonly MilestoneInput[],
  ): Promise<SupervisionItemEntity[]> {
    const { id: sourceId, associationId, organizationId, title } = matter;
    const present = await tx.countBy(SupervisionItemEntity, { source, sourceId });
    if (present + inputs.length > most)
      throw executionErrors.MILESTONES_TOO_MANY({ title, count: present, limit: most });
    const at = this.clock.now();
    const items: SupervisionItemEntity[] = [];
    for (const [i, { text: given, owner: name, ownerId, dueOn }] of inputs.entries()) {
      const text = given.trim();
      if (dueOn < this.clock.today()) throw executionErrors.MILESTONE_DAY({ text, on: dueOn });
      const owner = ownerId ? await this.named.named(tx, associationId, ownerId, name) : name.trim();
      const { accountId, memberId, organizationId: ownerOrganizationId } = keysOf(ownerId);
      const from = { source, sourceId, sourceTitle: title, no: present + i + 1 };
      const keys = { ownerAccountId: accountId, ownerMemberId: memberId, ownerOrganizationId };
      const state = SupervisionState.OPEN;
      const row = {
        id: newId(at.getTime()),
        associationId,
        organizationId,
        ...from,
        text,
        owner,
        ...keys,
        dueOn,
        state,
      };
      items.push(await tx.save(SupervisionItemEntity, tx.create(SupervisionItemEntity, row)));
    }
    await this.given.tell(tx, viewer, matter, items);
    return items;
  }

  /** @returns what it was. @throws UNKNOWN_ID, MILESTONE_OVER */
  async drop(
    tx: EntityManager,
    matter: MatterEntity,
    id: string,
    droppedReason: string,
  ): Promise<SupervisionItemEntity> {
    const item = await tx.findOneBy(SupervisionItemEntity, { id, source, sourceId: matter.id });
    if (!item) throw platformErrors.UNKNOWN_ID();
    const { text, state } = item;
    if (state === SupervisionState.CLOSED || state === SupervisionState.DROPPED) {
      const { zh: stateZh, en: stateEn } = overWords[state];
      throw executionErrors.MILESTONE_OVER({ text, stateZh, stateEn });
    }
    await this.reminders.silence(tx, matter.associationId, id, [
      'TASK_GIVEN',
      'TASK_DUE',
      'TASK_LATE',
      'TASK_REPORTED',
    ]);
    await tx.save(SupervisionItemEntity, { ...item, state: SupervisionState.DROPPED, droppedReason });
    return item;
  }

  of(tx: EntityManager, { id: sourceId }: { readonly id: string }): Promise<SupervisionItemEntity[]> {
    return tx.find(SupervisionItemEntity, { where: { source, sourceId }, order: { no: 'ASC' } });
  }
}
