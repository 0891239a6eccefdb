import {
  contentHash,
  differences,
  MatterEntity,
  MatterMaterialEntity,
  MatterRecordKind,
  MatterRecords,
  MatterState,
  MatterVersionEntity,
  ReviewRules,
  type MatterContent,
  type MatterEvent,
} from '@dangwu/decisions';
import { DocumentNumbers, toWord } from '@dangwu/documents';
import { Clock, plusDays } from '@dangwu/platform/clock';
import { Files, type FileEntity } from '@dangwu/platform/files';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';
import { adviceSteps, executionSteps, type Underway } from './demo-execution';
import { demoMatters, type DemoMatter } from './demo-matters';
import { sessionSteps } from './demo-sessions';
import type { DemoTree } from './demo-tree';
import type { Days } from './days';
import type { Past } from './past';

/** Where it is written, and by whom. */
export interface Desk {
  readonly tx: EntityManager;
  readonly app: INestApplicationContext;
  readonly past: Past;
  readonly days: Days;
  readonly tree: DemoTree;
  readonly associationId: string;
  readonly staff: DemoAccount;
  readonly people: readonly DemoAccount[];
}

/** Matters in several states, each step written on its day: their record is a chain as any other. */
export async function addMatters(desk: Omit<Desk, 'staff' | 'people'>, people: readonly DemoAccount[]): Promise<void> {
  const staff = people.find(({ username }) => username === 'linjing')!;
  const courses = demoMatters.map((matter) => new Course({ ...desk, staff, people }, matter));
  const find = (title: string): Course => courses.find((course) => course.title === title)!;
  const sessions = await sessionSteps({ ...desk, staff, people }, find);
  const steps = [...courses.flatMap((course) => course.steps()), ...sessions].sort((a, b) => a.on - b.on);
  // in the order of the days, as the chain over all of them is
  for (const { on, work } of steps) await desk.past.at(desk.days.at(on), work);
}

/** Something that was done on a day. */
export interface Step {
  readonly on: number;
  readonly work: () => Promise<void>;
}

/** One matter on its way. */
export class Course {
  row!: MatterEntity;
  private readonly materials = new Map<string, MatterContent['materials'][number]>();
  private last: MatterContent | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly matter: DemoMatter,
  ) {}

  get title(): string {
    return this.matter.title;
  }

  steps(): Step[] {
    const { drafted, submitted, returned, again, accepted, withdrawn, advice, execution } = this.matter;
    const step = (on: number | undefined, work: () => Promise<void>) => (on === undefined ? [] : [{ on, work }]);
    return [
      ...step(drafted, () => this.draft()),
      ...step(submitted, () => this.submit()),
      ...step(returned?.on, () => this.reasoned(MatterState.RETURNED, MatterRecordKind.RETURNED, returned!.reason)),
      ...step(again?.on, () => this.amend()),
      ...step(accepted, () => this.accept()),
      ...step(withdrawn?.on, () => this.reasoned(MatterState.WITHDRAWN, MatterRecordKind.WITHDRAWN, withdrawn!.reason)),
      ...adviceSteps(this.underway(), advice ?? []),
      ...(execution ? executionSteps(this.underway(), execution) : []),
    ];
  }

  private async draft(): Promise<void> {
    const { tx, tree, associationId, staff } = this.desk;
    const { at, category, title, amountFen, background, options, socialEffect, urgentReason = null } = this.matter;
    const now = this.now();
    this.row = tx.create(MatterEntity, {
      id: newId(now.getTime()),
      associationId,
      organizationId: tree.id(at),
      category,
      title,
      amountFen,
      background,
      options,
      socialEffect,
      urgent: urgentReason !== null,
      urgentReason,
      state: MatterState.DRAFT,
      versionNo: 0,
      proposerAccountId: staff.id,
      proposerName: staff.name,
      createdAt: now,
    });
    await tx.insert(MatterEntity, this.row);
    await this.leave({ kind: MatterRecordKind.DRAFTED, data: {}, action: 'matter.draft', after: { title, category } });
    for (const kind of this.matter.materials) await this.handIn(kind);
  }

  private async handIn(kind: string): Promise<void> {
    const { tx, associationId, staff } = this.desk;
    const { id: matterId, organizationId, title } = this.row;
    const no = (this.materials.get(kind)?.no ?? 0) + 1;
    const words = `${title}：${kind}${no > 1 ? `（第 ${no} 版）` : ''}。`;
    const name = `${title}-${kind}${no > 1 ? `-${no}` : ''}.docx`;
    const file = await this.written(kind, words, name);
    const facts = { kind, no, name, type: file.type, size: file.size, sha256: file.sha256 };
    await tx.insert(MatterMaterialEntity, {
      id: newId(this.now().getTime()),
      associationId,
      matterId,
      organizationId,
      fileId: file.id,
      ...facts,
      addedBy: staff.name,
      addedAt: this.now(),
    });
    this.materials.set(kind, { kind, no, name, sha256: file.sha256 });
    const data = { material: kind, no, name, sha256: file.sha256 };
    const event = { kind: MatterRecordKind.MATERIAL_ADDED, data, action: 'matter.addMaterial' };
    await this.leave({ ...event, after: { material: kind, name } });
  }

  /** A page that says something about the matter. */
  private async written(head: string, words: string, name: string): Promise<FileEntity> {
    const { tx, app, associationId, staff } = this.desk;
    const content = await toWord({
      head,
      number: null,
      issuer: '秘书处',
      date: app.get(Clock).today(),
      title: this.row.title,
      draft: null,
      body: [{ kind: 'paragraph', runs: [{ text: words }] }],
    });
    return app.get(Files).put(content, { name, accountId: staff.id, associationId }, tx);
  }

  private async submit(): Promise<void> {
    const { tx, app, associationId, staff } = this.desk;
    const { id: matterId, organizationId, category, title, amountFen, background, options } = this.row;
    const { socialEffect, urgentReason } = this.row;
    const rule = await app.get(ReviewRules).applying(tx, this.row);
    if (!rule) throw new Error(`The demo has no review rule for ${title}`);
    const no = this.row.versionNo + 1;
    const materials = [...this.materials.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
    const content = { category, title, amountFen, background, options, socialEffect, urgentReason, materials };
    const changes = this.last ? differences(this.last, content) : [];
    this.last = content;
    const at = this.now();
    const hash = contentHash(content);
    const version = { id: newId(at.getTime()), associationId, matterId, organizationId, no, content, changes };
    await tx.insert(MatterVersionEntity, { ...version, contentHash: hash, submittedBy: staff.name, submittedAt: at });
    await this.set({
      state: MatterState.SUBMITTED,
      versionNo: no,
      reviewRuleId: rule.id,
      reviewRequired: rule.reviewRequired,
      reason: null,
      submittedAt: at,
      reviewDueOn: urgentReason ? plusDays(app.get(Clock).today(), rule.urgentDays) : null,
    });
    const data = { versionNo: no, contentHash: hash, reviewRule: rule.id, changes };
    await this.leave({ kind: MatterRecordKind.SUBMITTED, data, action: 'matter.submit', after: { versionNo: no } });
  }

  /** What was changed is entered and submitted on one day. */
  private async amend(): Promise<void> {
    const { amountFen = this.row.amountFen, options = this.row.options, material } = this.matter.again!;
    await this.set({ amountFen, options });
    const event = { kind: MatterRecordKind.CHANGED, data: {}, action: 'matter.change', after: { amountFen, options } };
    await this.leave(event);
    if (material) await this.handIn(material);
    await this.submit();
  }

  private async accept(): Promise<void> {
    const { tx, app, tree, associationId } = this.desk;
    const year = Number(app.get(Clock).today().slice(0, 4));
    const numbered = {
      associationId,
      organizationId: tree.root,
      kind: 'MATTER',
      year,
      subjectId: this.row.id,
    } as const;
    const number = `前审${await app.get(DocumentNumbers).give(tx, numbered)}`;
    await this.set({ state: MatterState.ACCEPTED, number, acceptedAt: this.now() });
    const data = { versionNo: this.row.versionNo, number };
    await this.leave({ kind: MatterRecordKind.ACCEPTED, data, action: 'matter.accept', after: { number } });
  }

  private async reasoned(
    state: MatterState,
    kind: MatterRecordKind.RETURNED | MatterRecordKind.WITHDRAWN,
    reason: string,
  ): Promise<void> {
    await this.set({ state, reason });
    const action = kind === MatterRecordKind.RETURNED ? 'matter.return' : 'matter.withdraw';
    await this.leave({ kind, data: { versionNo: this.row.versionNo, reason }, action, reason });
  }

  /** What a session does to it. */
  async move(change: Partial<MatterEntity>, event: MatterEvent): Promise<void> {
    await this.set(change);
    await this.leave(event);
  }

  private async set(change: Partial<MatterEntity>): Promise<void> {
    await this.desk.tx.update(MatterEntity, { id: this.row.id }, change);
    Object.assign(this.row, change);
  }

  private underway(): Underway {
    return {
      ...this.desk,
      row: () => this.row,
      now: () => this.now(),
      set: (change) => this.set(change),
      leave: (event, by) => this.leave(event, by),
      written: (head, words, name) => this.written(head, words, name),
    };
  }

  private leave(event: MatterEvent, by = this.desk.staff): Promise<void> {
    const { tx, app, associationId } = this.desk;
    return app.get(MatterRecords).add(tx, { association: { id: associationId }, account: by }, this.row, event);
  }

  private now(): Date {
    return this.desk.app.get(Clock).now();
  }
}
