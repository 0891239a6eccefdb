import { chunks, type WriteContext, type WrittenRow } from '@dangwu/imports';
import { Audit } from '@dangwu/platform/audit';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { spell } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { AffiliationEntity } from '../affiliation.entity';
import { AppointmentEntity } from '../appointment.entity';
import { birthDateOf, genderOf } from '../id-number';
import { MemberAnnouncements } from '../member-announcements';
import { MemberHistory } from '../member-history';
import { MemberNumbers } from '../member-numbers';
import { MemberEntity } from '../member.entity';
import { AffiliationKind } from '../member.enums';
import { bringsPost, differences, moves, type Meaning, type RosterRow } from './check-roster';
import type { HeldPost } from './known-members';

/** What an update overwrote. Numbers only sealed: these rows outlive the file. */
export interface Overwritten {
  readonly columns: Readonly<Record<string, string | null>>;
  readonly phone: { readonly sealed: string; readonly mark: string; readonly masked: string } | null | undefined;
  /** the affiliation that was ended, if there was one */
  readonly ended: string | undefined;
  readonly made: readonly { readonly table: 'affiliation' | 'appointment'; readonly id: string }[];
}

interface Planned {
  readonly id: string;
  readonly row: RosterRow;
  readonly meaning: Meaning;
}

const registeredAtOnce = 250;

/** Writes checked rows: new members set by set, changed ones one by one. */
@Injectable()
export class WriteMembers {
  constructor(
    private readonly numbers: MemberNumbers,
    private readonly history: MemberHistory,
    private readonly audit: Audit,
    private readonly announcements: MemberAnnouncements,
  ) {}

  async *write(
    tx: EntityManager,
    rows: readonly RosterRow[],
    meanings: ReadonlyMap<RosterRow, Meaning>,
    posts: readonly HeldPost[],
    context: WriteContext,
  ): AsyncGenerator<readonly WrittenRow[]> {
    const plan = rows.map((row): Planned => {
      const meaning = meanings.get(row)!;
      return { id: meaning.known?.id ?? newId(), row, meaning };
    });
    const created = plan.filter(({ row }) => row.action === 'CREATE');
    let done = 0;
    for (const part of chunks(created, registeredAtOnce)) {
      await this.create(tx, part, context);
      await context.progress((done += part.length));
    }
    const before = new Map<string, Overwritten>();
    for (const planned of plan)
      if (planned.row.action === 'UPDATE') before.set(planned.id, await this.update(tx, planned, posts, context));
    await context.progress(rows.length);
    const written = plan.filter(({ row }) => row.action !== 'UNCHANGED');
    const places = await this.history.derive(
      tx,
      written.map(({ id }) => id),
      context.today,
    );
    for (const part of chunks(written))
      await this.audit.recordAll(
        tx,
        part.map(({ id, row, meaning }) => ({
          action: row.action === 'CREATE' ? 'member.register' : 'member.change',
          subjectType: 'Member',
          subjectId: id,
          after: { name: row.values.name, organization: meaning.organization!.name, import: context.batch.id },
        })),
      );
    await this.announcements.announce(tx, context.batch.associationId, places, '');
    for (const part of chunks(plan))
      yield part.map(({ id, row, meaning }) => ({
        row: row.row,
        action: row.action!,
        subjectId: id,
        subjectVersion: row.action === 'UPDATE' ? meaning.known!.version + 1 : (meaning.known?.version ?? 1),
        before: before.has(id) ? { ...before.get(id)! } : null,
      }));
  }

  private async create(tx: EntityManager, plan: readonly Planned[], context: WriteContext): Promise<void> {
    const { batch, today } = context;
    const { associationId } = batch;
    const sealed = await this.numbers.seal(
      tx,
      associationId,
      plan.map(({ id, row: { values } }) => ({
        personId: id,
        idNumber: values.idNumber!,
        ...(values.phone && { phone: values.phone }),
      })),
    );
    const basis = basisOf(batch);
    await insertRows(
      tx,
      MemberEntity,
      plan.map(({ id, row: { values }, meaning }, i) => ({
        id,
        associationId,
        organizationId: meaning.organization!.id,
        affiliationKind: AffiliationKind.FORMAL,
        name: values.name!,
        ...spell(values.name!),
        gender: values.gender ?? genderOf(values.idNumber!),
        birthDate: values.birthDate ?? birthDateOf(values.idNumber!),
        ethnicity: values.ethnicity ?? null,
        education: values.education ?? null,
        jobTitle: values.jobTitle ?? null,
        status: values.status!,
        joinedOn: values.joinedOn ?? null,
        fullOn: values.fullOn ?? null,
        ...sealed[i],
      })),
    );
    const place = ({ id, meaning }: Planned) => ({
      id: newId(),
      associationId,
      memberId: id,
      organizationId: meaning.organization!.id,
      since: today,
      basis,
    });
    await insertRows(
      tx,
      AffiliationEntity,
      plan.map((one) => ({ ...place(one), since: firstDay(one, context), kind: AffiliationKind.FORMAL })),
    );
    const appointed = plan.filter(({ row }) => row.values.post !== undefined);
    if (appointed.length)
      await insertRows(
        tx,
        AppointmentEntity,
        appointed.map((one) => ({ ...place(one), post: one.row.values.post! })),
      );
  }

  private async update(
    tx: EntityManager,
    { id, row, meaning }: Planned,
    posts: readonly HeldPost[],
    { batch, today }: WriteContext,
  ): Promise<Overwritten> {
    const { known, organization, phoneMark } = { ...meaning, known: meaning.known! };
    const changes = differences(row, known);
    const member = await tx.findOneByOrFail(MemberEntity, { id });
    const newPhone = phoneMark !== null && phoneMark !== known.phoneMark ? row.values.phone! : undefined;
    const [sealed] = newPhone
      ? await this.numbers.seal(tx, batch.associationId, [{ personId: id, phone: newPhone }])
      : [{}];
    const made: Overwritten['made'][number][] = [];
    const common = { associationId: batch.associationId, memberId: id, organizationId: organization!.id };
    const entry = { ...common, since: today, basis: basisOf(batch) };
    let ended: string | undefined;
    if (moves(known, organization!)) {
      const kind = AffiliationKind.FORMAL;
      const old = await tx.findOneBy(AffiliationEntity, { memberId: id, kind, until: IsNull() });
      if (old) await tx.update(AffiliationEntity, { id: old.id }, { until: today });
      ended = old?.id;
      const affiliation = newId();
      await tx.insert(AffiliationEntity, { ...entry, id: affiliation, kind });
      made.push({ table: 'affiliation', id: affiliation });
    }
    if (bringsPost(row, meaning, posts)) {
      const appointment = newId();
      await tx.insert(AppointmentEntity, { ...entry, id: appointment, post: row.values.post! });
      made.push({ table: 'appointment', id: appointment });
    }
    const columns = { ...changes, ...(changes.name !== undefined && spell(changes.name)) };
    await tx
      .createQueryBuilder()
      .update(MemberEntity)
      .set({ ...columns, ...sealed, version: known.version + 1 })
      .where({ id })
      .execute();
    const old = member as unknown as Record<string, string | null>;
    return {
      columns: Object.fromEntries(Object.keys(columns).map((key) => [key, old[key] ?? null])),
      phone: newPhone === undefined ? undefined : sealedPhone(member),
      ended,
      made,
    };
  }
}

/** Since when they have belonged there nobody told: the register knows it from today, else from the admission. */
function firstDay({ row, meaning }: Planned, { today, backdated }: WriteContext): string {
  const days = [row.values.joinedOn ?? today, meaning.organization!.foundedOn ?? today].sort();
  return backdated && days[1]! <= today ? days[1]! : today;
}

const basisOf = ({ fileName }: WriteContext['batch']): string => `导入《${fileName}》`;

const sealedPhone = ({ phoneSealed, phoneMark, phoneMasked }: MemberEntity): Overwritten['phone'] =>
  phoneSealed && {
    sealed: phoneSealed.toString('base64'),
    mark: phoneMark!.toString('base64'),
    masked: phoneMasked!,
  };
