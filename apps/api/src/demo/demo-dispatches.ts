import {
  attachmentsHash,
  DispatchAttachmentEntity,
  DispatchEntity,
  DispatchKind,
  DispatchPart,
  DispatchState,
  DispatchStepEntity,
  DispatchStepKind,
} from '@dangwu/decisions';
import { DocumentNumberEntity, numberInWords, toPdf } from '@dangwu/documents';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Files } from '@dangwu/platform/files';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';
import type { Days } from './days';
import type { DemoTree } from './demo-tree';
import { demoDispatches, department, type DemoDispatch } from './dispatches-of-demo';

/** Requests and reports to superiors with what was done to them. Written as rows, in one go. */
export async function addDispatches(
  tx: EntityManager,
  app: INestApplicationContext,
  people: readonly DemoAccount[],
  tree: DemoTree,
  days: Days,
): Promise<void> {
  const author = people.find(({ username }) => username === 'fangzhiyuan')!;
  const staff = people.find(({ username }) => username === 'linjing')!;
  const { associationId, name } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: tree.root });
  const numbers: Record<string, number> = {};
  for (const demo of [...demoDispatches].sort((a, b) => (a.issued ?? 0) - (b.issued ?? 0))) {
    const id = newId();
    const organizationId = tree.id(demo.from);
    const atRoot = organizationId === tree.root;
    const on = (day: number | undefined): string | null => (day === undefined ? null : days.at(day));
    const number = demo.issued === undefined ? null : await numbered(demo, id);
    const replyNumber =
      demo.reply && `协党复${numberInWords(Number(days.at(demo.reply.on).slice(0, 4)), demo.reply.number)}`;
    await tx.insert(DispatchEntity, {
      id,
      associationId,
      organizationId,
      kind: demo.kind,
      title: demo.title,
      body: demo.body,
      superiorOrganizationId: atRoot ? null : tree.root,
      superiorName: atRoot ? department : name,
      copies: [...(demo.copies ?? [])],
      actOn: on(demo.act),
      urgentReason: demo.urgent ?? null,
      dueOn: on(demo.due),
      // its attachments are frozen once it is no draft any more
      state: DispatchState.DRAFT,
      number,
      issuedOn: on(demo.issued),
      receivedOn: on(demo.received),
      outcome: demo.reply?.outcome ?? null,
      repliedOn: on(demo.reply?.on),
      replyNumber: replyNumber ?? null,
      replyText: demo.reply?.text ?? null,
      followUpAsked: demo.reply?.due !== undefined,
      followUpDueOn: on(demo.reply?.due),
      followedUpOn: on(demo.followedUp?.on),
      followUpText: demo.followedUp?.text ?? null,
      authorName: (atRoot ? staff : author).name,
      createdAt: new Date(`${days.at(demo.drafted)}T09:30:00+08:00`),
    });
    const sender = atRoot ? staff : author;
    const attached = await attach({ tx, app, id, organizationId, sender, staff }, demo, replyNumber ?? '', days);
    await tx.update(DispatchEntity, { id }, { state: stateOf(demo), attachmentsHash: attachmentsHash(attached) });
    const by = (mine: boolean): string => (mine ? sender : staff).name;
    const step = (kind: DispatchStepKind, day: number | undefined, actorName: string, text: string | null = null) =>
      day === undefined
        ? []
        : [{ kind, on: days.at(day), text, actorName, at: new Date(`${days.at(day)}T10:00:00+08:00`) }];
    const steps = [
      ...step(DispatchStepKind.DRAFTED, demo.drafted, by(true)),
      ...step(DispatchStepKind.ISSUED, demo.issued, by(true), number),
      ...step(DispatchStepKind.RECEIVED, demo.received, by(false)),
      ...step(DispatchStepKind.REPLIED, demo.reply?.on, by(false), demo.reply && `${replyNumber} · ${demo.reply.text}`),
      ...step(DispatchStepKind.FOLLOWED_UP, demo.followedUp?.on, by(true), demo.followedUp?.text),
      ...step(DispatchStepKind.CLOSED, demo.closed, by(true)),
    ];
    await tx.insert(
      DispatchStepEntity,
      // of one day the later step stands later
      steps.map((each, i) => ({
        ...each,
        ...{ id: newId(), associationId, dispatchId: id, organizationId },
        at: new Date(each.at.getTime() + i * 60_000),
      })),
    );
  }

  async function numbered({ from, kind, issued }: DemoDispatch, subjectId: string): Promise<string> {
    const year = Number(days.at(issued!).slice(0, 4));
    const key = `${from} ${kind} ${year}`;
    const number = (numbers[key] = (numbers[key] ?? 0) + 1);
    const organizationId = tree.id(from);
    await tx.insert(DocumentNumberEntity, {
      id: newId(),
      associationId,
      organizationId,
      kind,
      year,
      number,
      subjectId,
      createdAt: new Date(`${days.at(issued!)}T10:00:00+08:00`),
    });
    return `${kind === DispatchKind.REQUEST ? '请' : '报'}${numberInWords(year, number)}`;
  }
}

interface Desk {
  readonly tx: EntityManager;
  readonly app: INestApplicationContext;
  /** of the dispatch */
  readonly id: string;
  readonly organizationId: string;
  readonly sender: DemoAccount;
  readonly staff: DemoAccount;
}

/** Its attachments as PDF, and a scan of the reply. @returns the attachments */
async function attach(desk: Desk, demo: DemoDispatch, replyNumber: string, days: Days) {
  const attached = [];
  for (const [title, text] of Object.entries(demo.attachments ?? {}))
    attached.push(await keep(desk, DispatchPart.DISPATCH, title, text, days.at(demo.drafted)));
  if (demo.reply?.scanned)
    await keep(desk, DispatchPart.REPLY, `${replyNumber} 批复扫描件`, demo.reply.text, days.at(demo.reply.on));
  return attached;

  async function keep(
    { tx, app, id, organizationId, sender, staff }: Desk,
    part: DispatchPart,
    title: string,
    text: string,
    on: string,
  ) {
    const { associationId } = await tx.findOneByOrFail(DispatchEntity, { id });
    const by = part === DispatchPart.DISPATCH ? sender : staff;
    const content = await toPdf({
      ...{ head: title, title, number: null, draft: null, date: on, issuer: by.name },
      body: [{ kind: 'paragraph', runs: [{ text }] }],
    });
    const file = await app.get(Files).put(content, { name: `${title}.pdf`, accountId: by.id, associationId }, tx);
    const { name, type, size, sha256 } = file;
    const row = {
      ...{ id: newId(), associationId, dispatchId: id, organizationId, part, no: attached.length + 1 },
      ...{ fileId: file.id, name, type, size, sha256, addedBy: by.name },
      addedAt: new Date(`${on}T09:40:00+08:00`),
    };
    await tx.insert(DispatchAttachmentEntity, row);
    return row;
  }
}

function stateOf({ issued, received, reply, closed }: DemoDispatch): DispatchState {
  if (closed !== undefined) return DispatchState.CLOSED;
  if (reply) return DispatchState.REPLIED;
  if (received !== undefined) return DispatchState.RECEIVED;
  return issued === undefined ? DispatchState.DRAFT : DispatchState.ISSUED;
}
