import type { Viewer } from './viewer';

interface Remembered {
  readonly viewer: Viewer;
  /** when a grant begins or ends by itself */
  readonly changesAt: number;
}

const most = 5_000;

/**
 * Viewers of earlier requests, by the hash of their session's token. Nothing here is believed: whoever reads for one
 * of them lets the statement confirm it (`Viewer.proof`), and asks the database anew when it does not.
 */
export class RememberedViewers {
  private readonly known = new Map<string, Remembered>();

  /** @param at milliseconds: rights that begin or end by themselves are not remembered beyond that moment */
  find(hash: string, at: number): Viewer | undefined {
    const found = this.known.get(hash);
    return found && at < found.changesAt ? found.viewer : undefined;
  }

  add(hash: string, viewer: Viewer, changesAt: number): void {
    if (this.known.size >= most) this.known.clear();
    this.known.set(hash, { viewer, changesAt });
  }

  forget(hash: string): void {
    this.known.delete(hash);
  }
}
