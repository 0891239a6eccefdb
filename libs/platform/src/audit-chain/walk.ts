import type { KeyObject } from 'node:crypto';
import type { StoredBlock } from './audit-blocks';
import type { KnownHeads } from './audit-heads';
import { hashOf } from './block';
import { checkBlock, nothingBefore, type Before } from './check-block';
import { finding, type Finding } from './findings';

/** More are not looked for: the first is what matters. */
const enough = 20;

/** What is known while the chain is walked from its first block. */
export class Walk {
  readonly findings: Finding[] = [];
  before: Before = nothingBefore;
  blocks = 0;
  events = 0;
  archivedEvents = 0;

  constructor(
    private readonly trusted: ReadonlyMap<string, KeyObject>,
    private readonly known: KnownHeads,
  ) {}

  get full(): boolean {
    return this.findings.length >= enough;
  }

  add(found: Finding | null): void {
    if (found && !this.full) this.findings.push(found);
  }

  /** @returns whether its list of events can be relied on, so that each can be compared */
  block(block: StoredBlock): boolean {
    const missing = this.before.number + 1;
    if (block.number !== missing) this.add(finding('BLOCK_MISSING', missing));
    // after a gap what comes before is not known; the gap itself is the finding
    const before = block.number === missing ? this.before : null;
    const findings = checkBlock(block, before, this.trusted, this.known);
    findings.forEach((found) => this.add(found));
    this.before = { number: block.number, hash: hashOf(block), to: block.to };
    this.blocks += 1;
    return findings.length === 0;
  }

  compared({ events }: StoredBlock, found: Finding | null, archived: boolean): void {
    this.add(found);
    if (archived) this.archivedEvents += events;
    else this.events += events;
  }

  /** After the last block: blocks that were signed and are not there any more. */
  end(): void {
    const gone = [...this.known.heads.keys()].filter((number) => number > this.before.number);
    if (gone.length) this.add(finding('TRUNCATED', this.before.number + 1));
  }
}
