import { ImportJobs } from '@dangwu/imports';
import { DomainError } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import type { Actor, World } from './world';

export interface Batch {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly good: number;
  readonly faulty: number;
  readonly blocked: number;
  readonly flagged: number;
  readonly unchanged: number;
  readonly created: number;
  readonly updated: number;
  readonly failure: { zh: string } | null;
  readonly receipt: { zh: string } | null;
  readonly corrected: number;
  readonly mapping: { column: number; heading: string; key: string | null; certain: boolean; samples: string[] }[];
  readonly faults: {
    nodes: { row: number; column: string; code: string; found: string | null; suggestion: string | null }[];
    totalCount: number;
  };
}

const fields = `id state total good faulty blocked flagged unchanged created updated corrected failure { zh } receipt { zh }
  mapping { column heading key certain samples }
  faults(first: 100, filter: { severities: [FAULT, BLOCKED] }) { nodes { row column code found suggestion } totalCount }`;

/**
 * Imports as people make them in the console, through HTTP and GraphQL. The long steps are done here and now, unless
 * `by` says that the worker does them.
 */
export class Imports {
  constructor(
    private readonly world: World,
    private readonly actor: Actor = world.staff,
    private readonly by: 'us' | 'worker' = 'us',
    private readonly kind = 'ORGANIZATIONS',
  ) {}

  async upload(bytes: Buffer, name = '名册.xlsx'): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const headers = { cookie: this.actor.cookie, 'x-dangwu-csrf': '1' };
    const response = await fetch(`${this.world.url}/files`, { method: 'POST', body: form, headers });
    return ((await response.json()) as { id: string }).id;
  }

  async start(bytes: Buffer, mapping?: object[]): Promise<Batch> {
    const input = { kind: this.kind, fileId: await this.upload(bytes), ...(mapping && { mapping }) };
    const started = await this.mutate('startImport', input);
    await this.step('check', started.id);
    return this.until(started.id, (batch) => batch.state !== 'READING');
  }

  async confirm(id: string, goodRowsOnly = false): Promise<Batch> {
    await this.mutate('confirmImport', { id, goodRowsOnly });
    await this.step('write', id);
    return this.until(id, (batch) => batch.state !== 'WRITING');
  }

  discard = (id: string): Promise<Batch> => this.mutate('discardImport', { id });
  map = (id: string, mapping: { column: number; field: string | null }[]): Promise<Batch> =>
    this.mutate('mapImportColumns', { id, mapping });
  correct = (id: string, row: number, column: number, value: string): Promise<Batch> =>
    this.mutate('correctImportCell', { id, row, column, value });
  correctAll = (id: string, column: number, found: string | null, value: string): Promise<Batch> =>
    this.mutate('correctImportCells', { id, column, found, value });
  undo = (id: string): Promise<Batch> => this.mutate('undoImport', { id });

  async look(id: string): Promise<Batch | null> {
    const document = `query ($id: ID!) { importBatch(id: $id) { ${fields} } }`;
    return (await this.world.as(this.actor).query<{ importBatch: Batch | null }>(document, { id })).importBatch;
  }

  download(place: string): Promise<Response> {
    return fetch(`${this.world.url}${place}`, { headers: { cookie: this.actor.cookie } });
  }

  private async step(step: 'check' | 'write', id: string): Promise<void> {
    if (this.by === 'worker') return;
    try {
      await this.world.app
        .get(ImportJobs, { strict: false })
        [step](this.world.associationId, localId('ImportBatch', id));
    } catch (error) {
      // told on the batch, where specs look
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async until(id: string, done: (batch: Batch) => boolean): Promise<Batch> {
    for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const batch = await this.look(id);
      if (batch && done(batch)) return batch;
    }
    throw new Error(`The import ${id} did not get on within a minute`);
  }

  private async mutate(name: string, input: object): Promise<Batch> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    return (await this.world.as(this.actor).mutate<Record<string, Batch>>(document, { input }))[name]!;
  }
}
