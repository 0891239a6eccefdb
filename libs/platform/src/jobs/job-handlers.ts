import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../database';
import type { LocalText } from '../text';

export interface JobOutcome {
  readonly message?: LocalText;
  readonly result?: Record<string, unknown>;
  /** id of the file it made */
  readonly fileId?: string;
}

/** What a handler works with. */
export interface JobContext {
  readonly id: string;
  readonly kind: string;
  readonly input: Record<string, unknown>;
  readonly accountId: string | null;
  readonly associationId: string;
  /** the association, acting for the account; everywhere in it, so handlers narrow it to what the account may */
  readonly scope: Scope;
  /** 1 for the first; a later one follows a worker that died, and finds its committed work */
  readonly attempt: number;
  /** ends when somebody cancels the job, the worker stops, or another worker took the job over */
  readonly signal: AbortSignal;

  /** Cheap to call for each row: written at most twice a second. @throws JobStopped */
  progress(done: number, total?: number, message?: LocalText): Promise<void>;
  /** Whether somebody asked to stop; for handlers that clean up instead of being stopped by `progress`. */
  cancelled(): Promise<boolean>;
  /**
   * Marks the job done in the transaction of its work, so that both happen or neither; a worker that lost the job
   * meanwhile is rolled back. Handlers without such a transaction return their outcome instead.
   * @throws JobStopped
   */
  finish(tx: EntityManager, outcome?: JobOutcome): Promise<void>;
}

export type JobHandler = (context: JobContext) => Promise<JobOutcome | void>;

/** Thrown by the context: nothing more is to be written. Handlers let it pass. */
export class JobStopped extends Error {
  constructor(readonly why: 'cancelled' | 'taken over') {
    super(`The job is ${why}`);
  }
}

/** Who carries out which kind of job. Libraries register in `onModuleInit`. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, JobHandler>();

  on(kind: string, handler: JobHandler): void {
    if (this.handlers.has(kind)) throw new Error(`Two handlers want jobs of the kind ${kind}`);
    this.handlers.set(kind, handler);
  }

  of(kind: string): JobHandler | undefined {
    return this.handlers.get(kind);
  }
}
