import type { Actor, World } from '@dangwu/testing';

export interface DispatchAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly number: string | null;
  readonly superiorName: string;
}

/** A file of a dispatch. */
export interface Attached {
  readonly id: string;
  readonly part: string;
  readonly name: string;
  readonly sha256: string;
  readonly url: string;
}
export type AttachedAnswer = DispatchAnswer & {
  readonly attachments: readonly Attached[];
  readonly attachmentsHash: string | null;
};
export const attached = 'attachmentsHash attachments { id part name sha256 url }';

const answer = 'id version state number superiorName';

/** Dispatches of a world, by the API as people use it. */
export class Dispatches {
  private files = 0;

  constructor(readonly world: World) {}

  async do<T = DispatchAnswer>(name: string, input: object, actor?: Actor, fields = answer): Promise<T> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    return (await this.world.as(actor ?? this.world.staff).mutate<Record<string, T>>(document, { input }))[name]!;
  }

  async read<T = DispatchAnswer>(id: string, fields = answer, actor: Actor = this.world.staff): Promise<T> {
    const document = `query ($id: ID!) { dispatch(id: $id) { ${fields} } }`;
    return (await this.world.as(actor).query<{ dispatch: T }>(document, { id })).dispatch;
  }

  /** What a dispatch says, a request unless told otherwise. */
  static facts(more: object = {}) {
    return {
      kind: 'REQUEST',
      title: '关于召开换届大会的请示',
      body: '任期将满，拟于年底前换届。\n妥否，请批复。',
      ...more,
    };
  }

  draft(at: { readonly id: string }, more: object = {}, actor?: Actor): Promise<DispatchAnswer> {
    return this.do('draftDispatch', { organizationId: at.id, ...Dispatches.facts(more) }, actor);
  }

  /** A file of one's own, as people upload it. */
  async upload(name: string, actor: Actor = this.world.staff): Promise<string> {
    const body = new FormData();
    body.append('file', new Blob([`序号,内容\n${++this.files},说明\n`]), name);
    const headers = { cookie: this.world.cookieOf(actor), 'x-dangwu-csrf': '1' };
    const response = await fetch(`${this.world.url}/files`, { method: 'POST', body, headers });
    return ((await response.json()) as { id: string }).id;
  }

  async attach(dispatch: DispatchAnswer, name: string, actor?: Actor): Promise<AttachedAnswer> {
    const fileId = await this.upload(name, actor);
    const { id, version } = dispatch;
    return this.do('addDispatchAttachment', { id, version, fileId }, actor, `${answer} ${attached}`);
  }

  step(name: string, { id, version }: DispatchAnswer, more: object = {}, actor?: Actor): Promise<DispatchAnswer> {
    return this.do(name, { id, version, ...more }, actor);
  }

  async checks(at: { readonly id: string }, more: object = {}, actor: Actor = this.world.staff) {
    const { dispatchChecks } = await this.world.as(actor).query<{
      dispatchChecks: {
        kind: string;
        passed: boolean;
        refuses: boolean;
        ruleKey: string;
        message: { zh: string } | null;
      }[];
    }>(`query ($input: CheckDispatchInput!) { dispatchChecks(input: $input) { kind passed refuses ruleKey message { zh } } }`, { input: { organizationId: at.id, ...Dispatches.facts(more) } });
    return dispatchChecks;
  }
}
