import {
  ImportKind,
  ImportKinds,
  type CheckContext,
  type Dependant,
  type ImportDeclaration,
  type WriteContext,
  type WrittenRow,
} from '@dangwu/imports';
import { KnownOrganizations, lockOrganizations } from '@dangwu/organization';
import { Rules } from '@dangwu/rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { leastAgeRule } from '../member-facts';
import { MemberNumbers } from '../member-numbers';
import { checkRoster, type Marks, type Meaning, type RosterRow } from './check-roster';
import { heldPosts, membersByMark, type HeldPost } from './known-members';
import { rosterFaults } from './roster-faults';
import { rosterFields, type RosterMember } from './roster-fields';
import { UndoMembers } from './undo-roster';
import { WriteMembers } from './write-roster';

interface Checked {
  readonly meanings: ReadonlyMap<RosterRow, Meaning>;
  readonly posts: readonly HeldPost[];
}

/** Rosters of party members (党员名册). */
@Injectable()
export class MemberImport implements ImportDeclaration<RosterMember>, OnModuleInit {
  readonly kind = ImportKind.MEMBERS;
  readonly name = { zh: '党员名册', en: 'Roster of members' };
  readonly permission = 'member.import';
  readonly fields = rosterFields;
  readonly faults = rosterFaults;
  /** what the check that ran last in a transaction found, for the write that follows it there */
  private readonly checked = new WeakMap<EntityManager, Checked>();

  constructor(
    private readonly kinds: ImportKinds,
    private readonly numbers: MemberNumbers,
    private readonly rules: Rules,
    private readonly writing: WriteMembers,
    private readonly undoing: UndoMembers,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  /** The tree stays as it is while members are put into it, and two rosters are written one after the other. */
  lock(tx: EntityManager, associationId: string): Promise<void> {
    return lockOrganizations(tx, associationId);
  }

  async check(tx: EntityManager, rows: readonly RosterRow[], context: CheckContext): Promise<void> {
    const marks: Marks = {
      ids: await this.marks(rows, 'idNumber'),
      phones: await this.marks(rows, 'phone'),
    };
    const members = await membersByMark(tx, [...marks.ids.values()], context.today);
    const posts = await heldPosts(
      tx,
      [...members.values()].map(({ id }) => id),
      context.today,
    );
    const organizations = await KnownOrganizations.load(tx);
    const known = { members, posts, organizations, leastAge: await this.leastAge(tx) };
    this.checked.set(tx, { meanings: checkRoster(rows, marks, known, context), posts });
  }

  write(tx: EntityManager, rows: readonly RosterRow[], context: WriteContext): AsyncIterable<readonly WrittenRow[]> {
    const checked = this.checked.get(tx);
    if (!checked) throw new Error('A roster is checked in the transaction that writes it');
    return this.writing.write(tx, rows, checked.meanings, checked.posts, context);
  }

  dependants(tx: EntityManager, rows: readonly WrittenRow[]): Promise<Dependant[]> {
    return this.undoing.dependants(tx, rows);
  }

  undo(tx: EntityManager, rows: readonly WrittenRow[], context: WriteContext): Promise<void> {
    return this.undoing.undo(tx, rows, context);
  }

  private async leastAge(tx: EntityManager): Promise<number | undefined> {
    const [here] = await tx.query<{ association: string }[]>(`select dangwu_association() as association`);
    const rules = await this.rules.ofAssociation(tx, here!.association);
    return rules.get(leastAgeRule)?.parsed?.numerator;
  }

  private async marks(rows: readonly RosterRow[], field: 'idNumber' | 'phone'): Promise<Map<string, string>> {
    const numbers = [...new Set(rows.flatMap(({ values }) => values[field] ?? []))];
    const marks = field === 'idNumber' ? await this.numbers.idMarks(numbers) : await this.numbers.phoneMarks(numbers);
    return new Map(numbers.map((number, i) => [number, marks[i]!.toString('hex')]));
  }
}
