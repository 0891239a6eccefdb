import { Access, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnswerableAccounts, type Addressee } from '../reminder/answerable-accounts';
import type { ReminderKind } from '../reminder/reminder-kinds';
import { itemLine, itemLink } from '../reminder/reminder-words';
import { Reminders } from '../reminder/reminders';
import { ItemOwners } from './item-owners';
import { ItemSources } from './item-sources';
import type { SupervisionFileEntity } from './supervision-file.entity';
import { SupervisionFiles } from './supervision-files';
import { SupervisionItemEntity } from './supervision-item.entity';
import { SupervisionState } from './supervision-item.enums';
import type {
  CloseSupervisionItemInput,
  ReportSupervisionItemInput,
  ReturnSupervisionItemInput,
} from './supervision-item.inputs';
import { supervisionActWords, supervisionStateWords, type SupervisionAct } from './supervision-words';
import { supervisionErrors } from './supervision.errors';

const { OPEN, REPORTED, CLOSED } = SupervisionState;
const from: Readonly<Record<SupervisionAct, SupervisionState>> = { report: OPEN, close: REPORTED, return: REPORTED };

interface Step {
  /** global id */
  readonly id: string;
  readonly version: number;
}

type Set = Partial<SupervisionItemEntity> & { readonly state: SupervisionState };

/** What becomes of items: reported by the owner, confirmed or given back by whoever gave them. Each answers its UUID. */
@Injectable()
export class SupervisionItems {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
    private readonly reminders: Reminders,
    private readonly owners: ItemOwners,
    private readonly files: SupervisionFiles,
    private readonly answerable: AnswerableAccounts,
    private readonly sources: ItemSources,
  ) {}

  /**
   * It was carried out; also said by whoever keeps the giver's activities, of people without an account.
   * @throws SUPERVISION_FILE_UNKNOWN, SUPERVISION_FILE_USED, and as `change`
   */
  report(viewer: Viewer, input: ReportSupervisionItemInput): Promise<string> {
    const { fileId } = input;
    return this.change(viewer, 'report', input, {
      file: fileId ? (tx, item) => this.files.add(tx, viewer, item, fileId) : undefined,
      set: () => ({
        state: REPORTED,
        evidence: input.evidence.trim(),
        reportedAt: this.clock.now(),
        reportedBy: viewer.account.name,
        reportedAccountId: viewer.account.id,
      }),
      told: (tx, item) => this.keepers(tx, item),
      kind: 'TASK_REPORTED',
    });
  }

  /** It is done. @throws SUPERVISION_OWN_WORK, and as `change` */
  close(viewer: Viewer, input: CloseSupervisionItemInput): Promise<string> {
    return this.change(viewer, 'close', input, {
      set: () => ({ state: CLOSED, closedAt: this.clock.now(), closedBy: viewer.account.name }),
    });
  }

  /** It is not done as it should be. @throws SUPERVISION_OWN_WORK, and as `change` */
  return(viewer: Viewer, input: ReturnSupervisionItemInput): Promise<string> {
    const reason = input.reason.trim();
    return this.change(viewer, 'return', input, {
      set: () => ({ state: OPEN, returnedReason: reason }),
      reason,
      told: async (tx, item) => (await this.owners.of(tx, item.associationId, [item])).values(),
      kind: 'TASK_RETURNED',
    });
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, SUPERVISION_STATE */
  private change(
    viewer: Viewer,
    act: SupervisionAct,
    step: Step,
    {
      set,
      reason,
      file,
      told,
      kind,
    }: {
      set(): Set;
      file?(tx: EntityManager, item: SupervisionItemEntity): Promise<SupervisionFileEntity>;
      readonly reason?: string;
      told?(tx: EntityManager, item: SupervisionItemEntity): Promise<Iterable<readonly Addressee[]>>;
      readonly kind?: ReminderKind;
    },
  ): Promise<string> {
    const id = localId('SupervisionItem', step.id);
    // its owner need not see the activities of whoever gave it
    const scope = { ...systemScope(viewer.association.id), account: viewer.account.id };
    return this.database.transaction(scope, async (tx) => {
      const item = await tx.findOne(SupervisionItemEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!item) throw platformErrors.UNKNOWN_ID();
      await this.require(tx, viewer, act, item);
      if (item.version !== step.version) throw platformErrors.STALE_VERSION({ current: item.version });
      if (item.state !== from[act]) {
        const [is, done] = [supervisionStateWords[item.state], supervisionActWords[act]];
        throw supervisionErrors.SUPERVISION_STATE({ stateZh: is.zh, stateEn: is.en, actZh: done.zh, actEn: done.en });
      }
      const { state, ...more } = set();
      await tx.save(SupervisionItemEntity, { ...item, state, ...more });
      const added = await file?.(tx, item);
      await this.audit.record(tx, {
        action: `supervisionItem.${act}`,
        subjectType: 'SupervisionItem',
        subjectId: id,
        subjectName: item.sourceTitle,
        organizationId: item.organizationId,
        reason,
        before: { state: item.state },
        after: { state, ...(added && { fileHash: added.sha256 }) },
      });
      const source = this.sources.of(item);
      await source.changed?.(tx, viewer, { ...item, state, ...more }, act, { reason, fileHash: added?.sha256 });
      await this.reminders.silence(tx, item.associationId, id, ['TASK_REPORTED']);
      if (told && kind) await this.tell(tx, viewer, item, [...(await told(tx, item))].flat(), kind);
      await this.live.publish(tx, {
        to: 'association',
        kind: source.of.live,
        id: globalId(source.of.type, item.sourceId),
        associationId: item.associationId,
      });
      return id;
    });
  }

  private async require(
    tx: EntityManager,
    viewer: Viewer,
    act: SupervisionAct,
    item: SupervisionItemEntity,
  ): Promise<void> {
    const own = await this.owners.isOwner(tx, viewer, item);
    const place = await this.access.place(tx, viewer, item.organizationId);
    const { keep, report, read } = this.sources.of(item);
    if (act === 'report') {
      if (own || viewer.can(report, place) || (await this.owners.isKeeper(tx, viewer, item))) return;
    }
    this.access.require(viewer, keep, place, read);
    if (act !== 'report' && own) throw supervisionErrors.SUPERVISION_OWN_WORK();
  }

  /** Who confirms what was reported. */
  private async keepers(tx: EntityManager, item: SupervisionItemEntity): Promise<Iterable<readonly Addressee[]>> {
    const { keepers } = this.sources.of(item);
    if (keepers) return [await keepers(tx, item.associationId)];
    return (await this.answerable.of(tx, item.associationId, [item.organizationId])).values();
  }

  /** Others than who does it. */
  private async tell(
    tx: EntityManager,
    viewer: Viewer,
    item: SupervisionItemEntity,
    accounts: readonly Addressee[],
    kind: ReminderKind,
  ): Promise<void> {
    const { name: organization } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: item.organizationId });
    const { text, dueOn, id: thingId, organizationId } = item;
    const line = itemLine({ text, dueOn, organization });
    const moment = this.clock.now().toISOString();
    for (const account of accounts)
      if (account.id !== viewer.account.id)
        await this.reminders.tell(tx, item.associationId, account, [
          { kind, thingId, organizationId, moment, line, link: itemLink(thingId) },
        ]);
  }
}
