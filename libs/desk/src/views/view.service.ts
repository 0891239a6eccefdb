import { Access, missing, type Viewer } from '@dangwu/access';
import { Audit, leavesNothing, withoutNumbers } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireReading } from './ledger-rights';
import { SavedViewEntity } from './saved-view.entity';
import { ViewAudience, type Ledger } from './view.enums';
import { viewErrors } from './view.errors';
import type {
  ArrangeViewsInput,
  ChangeViewStateInput,
  ChooseDefaultViewInput,
  DeleteViewInput,
  RenameViewInput,
  SaveViewInput,
  ShareViewInput,
} from './view.inputs';
import { mostViews } from './view.read-models';

/** Any number that no other advisory lock uses as its first half. */
const lockOfViews = 7031;

type Told = Partial<Pick<SavedViewEntity, 'ledger' | 'name' | 'state' | 'audience' | 'organizationId' | 'isDefault'>>;

/** What people do with their own views. Row-level security hides those of others: they do not exist. */
@Injectable()
export class ViewService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns the view's UUID @throws PERMISSION_MISSING, VIEW_NAME_TAKEN, VIEW_HOLDS_NUMBER, TOO_MANY_VIEWS */
  async save(viewer: Viewer, { ledger, name, state }: SaveViewInput): Promise<string> {
    requireReading(viewer, ledger);
    checkState(state);
    return this.write(viewer, async (tx) => {
      const views = await this.of(tx, viewer, ledger);
      if (views.length >= mostViews) throw viewErrors.TOO_MANY_VIEWS({ most: mostViews });
      const view = { ledger, name: nameIn(views, name), state };
      const id = newId();
      const position = 1 + Math.max(0, ...views.map((one) => one.position));
      await tx.insert(SavedViewEntity, {
        id,
        associationId: viewer.association.id,
        accountId: viewer.account.id,
        ...view,
        position,
      });
      await this.tell(tx, 'view.save', id, null, view);
      return id;
    });
  }

  /** @throws VIEW_NAME_TAKEN, STALE_VERSION */
  rename(viewer: Viewer, { id, version, name }: RenameViewInput): Promise<string> {
    return this.change(viewer, 'view.rename', { id, version }, async (view, tx) => {
      const others = (await this.of(tx, viewer, view.ledger)).filter((one) => one.id !== view.id);
      return { name: nameIn(others, name) };
    });
  }

  /** @throws VIEW_HOLDS_NUMBER, STALE_VERSION */
  async changeState(viewer: Viewer, { id, version, state }: ChangeViewStateInput): Promise<string> {
    checkState(state);
    return this.change(viewer, 'view.changeState', { id, version }, () => Promise.resolve({ state }));
  }

  /** @throws VIEW_AUDIENCE_MISFIT; PERMISSION_MISSING where the viewer may not share */
  async share(viewer: Viewer, { id, version, audience, organizationId }: ShareViewInput): Promise<string> {
    if ((audience === ViewAudience.ORGANIZATION) !== Boolean(organizationId)) throw viewErrors.VIEW_AUDIENCE_MISFIT();
    const at = organizationId ? localId('PartyOrganization', organizationId) : null;
    if (at) this.access.require(viewer, 'view.share', await this.access.place(null, viewer, at));
    if (audience === ViewAudience.ASSOCIATION && !viewer.holdsEverywhere('view.share')) throw missing('view.share');
    return this.change(viewer, 'view.share', { id, version }, () => Promise.resolve({ audience, organizationId: at }));
  }

  /** @throws VIEWS_CHANGED unless exactly the views there are were named */
  async arrange(viewer: Viewer, { ledger, ids }: ArrangeViewsInput): Promise<void> {
    const wanted = ids.map((id) => localId('SavedView', id));
    await this.write(viewer, async (tx) => {
      const views = await this.of(tx, viewer, ledger);
      const known = new Set(views.map(({ id }) => id));
      if (new Set(wanted).size !== known.size || wanted.some((id) => !known.has(id)) || wanted.length !== known.size)
        throw viewErrors.VIEWS_CHANGED();
      // the version stays: where a tab stands must not refuse a change of what it shows
      await tx.query(
        `update saved_view v set position = w.at from unnest($1::uuid[]) with ordinality w (id, at) where v.id = w.id`,
        [wanted],
      );
      const names = (of: readonly string[]) => of.map((id) => views.find((view) => view.id === id)?.name);
      await this.audit.record(tx, {
        action: 'view.arrange',
        subjectType: 'Account',
        subjectId: viewer.account.id,
        before: { ledger, views: views.map(({ name }) => name) },
        after: { ledger, views: names(wanted) },
      });
    });
  }

  async chooseDefault(viewer: Viewer, { ledger, id }: ChooseDefaultViewInput): Promise<void> {
    const wanted = id ? localId('SavedView', id) : null;
    await this.write(viewer, async (tx) => {
      const views = await this.of(tx, viewer, ledger);
      if (wanted && !views.some((view) => view.id === wanted)) throw platformErrors.UNKNOWN_ID();
      const before = views.find(({ isDefault }) => isDefault);
      if ((before?.id ?? null) === wanted) return leavesNothing('it is the default already');
      if (before) await tx.query(`update saved_view set is_default = false where id = $1`, [before.id]);
      if (wanted) await tx.query(`update saved_view set is_default = true where id = $1`, [wanted]);
      const name = views.find((view) => view.id === wanted)?.name ?? null;
      await this.audit.record(tx, {
        action: 'view.chooseDefault',
        subjectType: 'SavedView',
        subjectId: wanted,
        before: { ledger, name: before?.name ?? null },
        after: { ledger, name },
      });
    });
  }

  /** @returns the ledger it was of */
  delete(viewer: Viewer, input: DeleteViewInput): Promise<Ledger> {
    const id = localId('SavedView', input.id);
    return this.write(viewer, async (tx) => {
      const view = await this.own(tx, viewer, id);
      await tx.update(SavedViewEntity, { id }, { deletedAt: this.clock.now(), isDefault: false });
      await this.tell(tx, 'view.delete', id, told(view), null);
      return view.ledger;
    });
  }

  private change(
    viewer: Viewer,
    action: string,
    { id: globalView, version }: { id: string; version: number },
    decide: (view: SavedViewEntity, tx: EntityManager) => Promise<Told>,
  ): Promise<string> {
    const id = localId('SavedView', globalView);
    return this.write(viewer, async (tx) => {
      const view = await this.own(tx, viewer, id);
      if (view.version !== version) throw platformErrors.STALE_VERSION({ current: view.version });
      const before = told(view);
      const after = await decide(view, tx);
      await tx.save(SavedViewEntity, Object.assign(view, after));
      await this.tell(tx, action, id, before, told(view));
      return id;
    });
  }

  /** One change of a person's views at a time, so that names and positions are decided on what there is. */
  private write<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(viewer.scope('view.keep'), async (tx) => {
      await tx.query(`select pg_advisory_xact_lock($1, hashtext($2))`, [lockOfViews, viewer.account.id]);
      return work(tx);
    });
  }

  /** @throws PERMISSION_MISSING when the viewer does not read the ledger any more */
  private async of(tx: EntityManager, viewer: Viewer, ledger: Ledger): Promise<SavedViewEntity[]> {
    requireReading(viewer, ledger);
    return tx.find(SavedViewEntity, { where: { accountId: viewer.account.id, ledger }, order: { position: 'ASC' } });
  }

  private async own(tx: EntityManager, viewer: Viewer, id: string): Promise<SavedViewEntity> {
    const view = await tx.findOneBy(SavedViewEntity, { id, accountId: viewer.account.id });
    if (!view) throw platformErrors.UNKNOWN_ID();
    requireReading(viewer, view.ledger);
    return view;
  }

  private tell(
    tx: EntityManager,
    action: string,
    subjectId: string,
    before: Told | null,
    after: Told | null,
  ): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'SavedView', subjectId, before, after });
  }
}

/** The name without the spaces around it. @throws VIEW_NAME_TAKEN */
function nameIn(others: readonly SavedViewEntity[], given: string): string {
  const name = given.trim();
  if (others.some((view) => view.name === name)) throw viewErrors.VIEW_NAME_TAKEN({ name });
  return name;
}

/** Views are shared, and stand in addresses: a person's number belongs into neither. @throws VIEW_HOLDS_NUMBER */
function checkState(state: string): void {
  const texts = [...new URLSearchParams(state)].map(([, text]) => text.normalize('NFKC').replaceAll(/[\s-]/g, ''));
  if (texts.some((text) => withoutNumbers(text) !== text)) throw viewErrors.VIEW_HOLDS_NUMBER();
}

const told = ({ ledger, name, state, audience, organizationId }: SavedViewEntity): Told => ({
  ledger,
  name,
  state,
  audience,
  organizationId,
});
