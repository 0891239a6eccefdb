import { insertRows } from '@dangwu/platform/database';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { type Actor, type World } from '@dangwu/testing';
import type { EntityManager } from 'typeorm';
import type { SchemeTree } from '../engine';
import {
  AssessmentCycleEntity,
  AssessmentEntity,
  AssessmentScorerEntity,
  AssessmentStageEntity,
  MetricSnapshotEntity,
} from '../cycle/cycle.entity';
import { cycleStages, CycleStage, GroupBy, Participation } from '../cycle/cycle.enums';
import { AssessmentSchemeEntity, SchemeVersionEntity } from '../scheme/scheme.entity';
import { AssessmentSubject, SchemeVersionState } from '../scheme/scheme.enums';
import { smallScheme } from './small-scheme';

/** One organization of a cycle that is arranged. */
export interface ArrangedSubject {
  /** global id of the organization */
  readonly id: string;
  readonly name?: string;
  readonly relation?: 'LEADS' | 'GUIDES';
  readonly participation?: Participation;
  /** global id; default: the root */
  readonly verifierId?: string;
  readonly tier?: string;
  readonly type?: string;
  readonly group?: string;
  /** by key of the figure; default: those of the cycle */
  readonly figures?: Readonly<Record<string, { readonly part: string; readonly whole?: string | null }>>;
}

/** Somebody who scores as an expert. */
export interface ArrangedScorer {
  readonly actor: Actor;
  readonly name?: string;
  readonly role?: string;
  readonly groups?: readonly string[] | null;
  /** global ids of organizations */
  readonly recused?: readonly string[];
}

export interface ArrangedOptions {
  readonly tree?: SchemeTree;
  readonly stage?: CycleStage;
  readonly subjects: readonly ArrangedSubject[];
  readonly scorers?: readonly ArrangedScorer[];
  readonly title?: string;
  readonly periodFrom?: string;
  readonly periodTo?: string;
  /** deadline of every stage that is not named in `dues` */
  readonly dueOn?: string;
  readonly dues?: Partial<Record<CycleStage, string>>;
  /** read as they are for all; none: nothing was read yet */
  readonly figures?: ArrangedSubject['figures'];
}

export interface ArrangedCycle {
  /** global id */
  readonly id: string;
  readonly schemeVersionId: string;
  /** of each subject in their order, global ids */
  readonly assessments: readonly string[];
}

/**
 * A cycle as the lifecycle would have left it at a stage, row by row and without audit: for specs of what is done in it.
 * The specs of the lifecycle itself must not use it.
 */
export function arrangeCycle(world: World, options: ArrangedOptions): Promise<ArrangedCycle> {
  return world.write(async (tx) => {
    const schemeVersionId = await scheme(tx, world, options.tree ?? smallScheme);
    const cycleId = await cycle(tx, world, schemeVersionId, options);
    const assessments = await subjects(tx, world, cycleId, options);
    await scorers(tx, world, cycleId, options.scorers ?? []);
    return {
      id: globalId('AssessmentCycle', cycleId),
      schemeVersionId: globalId('SchemeVersion', schemeVersionId),
      assessments: assessments.map((id) => globalId('Assessment', id)),
    };
  });
}

async function scheme(tx: EntityManager, { associationId, clock }: World, tree: SchemeTree): Promise<string> {
  const schemeId = newId();
  const key = `trial-${schemeId.slice(-6)}`;
  const names = { nameZh: '六强考核', nameEn: 'Six strengths' };
  await tx.insert(AssessmentSchemeEntity, {
    id: schemeId,
    associationId,
    key,
    ...names,
    subject: AssessmentSubject.ORGANIZATION,
  });
  const id = newId();
  const now = clock.now();
  await insertRows(tx, SchemeVersionEntity, [
    {
      id,
      associationId,
      schemeId,
      no: 1,
      state: SchemeVersionState.PUBLISHED,
      tree,
      hash: '0'.repeat(64),
      publishedAt: now,
      publishedBy: '测试',
      usedAt: now,
    },
  ]);
  return id;
}

async function cycle(
  tx: EntityManager,
  { associationId, clock, root }: World,
  schemeVersionId: string,
  options: ArrangedOptions,
): Promise<string> {
  const { stage = CycleStage.SELF_ASSESSMENT, periodFrom = '2026-01-01', periodTo = '2026-06-30' } = options;
  const id = newId();
  const organizationId = localId('PartyOrganization', root.id);
  const now = clock.now();
  const over = stage === CycleStage.FINAL;
  const at = cycleStages.indexOf(stage);
  const shown = at >= cycleStages.indexOf(CycleStage.NOTICE);
  await tx.insert(AssessmentCycleEntity, {
    id,
    associationId,
    organizationId,
    schemeVersionId,
    title: options.title ?? '2026 年上半年考核',
    periodFrom,
    periodTo,
    relations: ['LEADS', 'GUIDES'],
    groupBy: GroupBy.TIER,
    stage,
    snapshotAt: options.figures || at > 1 ? now : null,
    noticeFrom: shown ? '2026-09-15' : null,
    noticeTo: shown ? '2026-09-22' : null,
    sealedAt: over ? now : null,
    digest: over ? '0'.repeat(64) : null,
    openedBy: '测试',
  });
  await insertRows(
    tx,
    AssessmentStageEntity,
    cycleStages.map((each, i) => ({
      id: newId(),
      associationId,
      cycleId: id,
      organizationId,
      stage: each,
      dueOn: options.dues?.[each] ?? options.dueOn ?? '2026-09-30',
      beganAt: i <= at ? now : null,
      endedAt: i < at ? now : null,
    })),
  );
  return id;
}

async function subjects(
  tx: EntityManager,
  { associationId, root, clock }: World,
  cycleId: string,
  options: ArrangedOptions,
): Promise<string[]> {
  const places = options.subjects.map(({ id }) => localId('PartyOrganization', id));
  const rows = await tx.query<{ id: string; name: string; type: string; tier: string | null }[]>(
    `select id, name, type, tier from party_organization where id = any($1)`,
    [places],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const added = options.subjects.map(
    (subject, i): Partial<AssessmentEntity> & { id: string; organizationId: string } => {
      const { name, type, tier } = known.get(places[i]!)!;
      const relation = subject.relation ?? 'LEADS';
      const group = subject.group ?? subject.tier ?? tier ?? 'ALL';
      return {
        id: newId(),
        associationId,
        cycleId,
        organizationId: places[i]!,
        subjectName: subject.name ?? name,
        organizationType: subject.type ?? type,
        tier: subject.tier ?? tier,
        relation,
        verifierId: localId('PartyOrganization', subject.verifierId ?? root.id),
        groupKey: group,
        groupName: group,
        participation:
          subject.participation ?? (relation === 'LEADS' ? Participation.REQUIRED : Participation.OPTED_IN),
        preparing: options.stage === CycleStage.PREPARING,
        participationNote: subject.participation === Participation.EXCLUDED ? '已撤销' : '',
      };
    },
  );
  await insertRows(tx, AssessmentEntity, added);
  await insertRows(
    tx,
    MetricSnapshotEntity,
    options.subjects.flatMap(({ figures = options.figures ?? {} }, i) =>
      Object.entries(figures).map(([figure, { part, whole = null }]) => ({
        id: newId(),
        associationId,
        assessmentId: added[i]!.id,
        organizationId: places[i]!,
        figure,
        part,
        whole,
        rowCount: Number(whole ?? part),
        takenAt: clock.now(),
      })),
    ),
  );
  return added.map(({ id }) => id);
}

async function scorers(
  tx: EntityManager,
  { associationId, root }: World,
  cycleId: string,
  given: readonly ArrangedScorer[],
): Promise<void> {
  await insertRows(
    tx,
    AssessmentScorerEntity,
    given.map(({ actor, name, role = 'EXPERT', groups = null, recused = [] }) => ({
      id: newId(),
      associationId,
      cycleId,
      organizationId: localId('PartyOrganization', root.id),
      accountId: actor.accountId,
      name: name ?? actor.username,
      role,
      groups: groups && [...groups],
      recused: recused.map((id) => localId('PartyOrganization', id)),
    })),
  );
}
