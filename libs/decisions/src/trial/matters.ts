import { localId } from '@dangwu/platform/ids';
import type { Actor, World } from '@dangwu/testing';

export interface MatterAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly versionNo: number;
  readonly number: string | null;
}

export interface MaterialAnswer {
  readonly id: string;
  readonly kind: string;
  readonly no: number;
  readonly name: string;
  readonly submitted: boolean;
  readonly url: string;
}

const answer = 'id version state versionNo number';
/** 10,000 yuan in fen. */
export const wan = (count: number): string => String(count * 1_000_000);

/** Matters of a world, by the API as people use it. */
export class Matters {
  private files = 0;

  constructor(readonly world: World) {}

  async do<T = MatterAnswer>(
    name: string,
    input: object,
    actor: Actor = this.world.staff,
    fields = answer,
  ): Promise<T> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    return (await this.world.as(actor).mutate<Record<string, T>>(document, { input }))[name]!;
  }

  async read<T = MatterAnswer>(id: string, fields = answer, actor: Actor = this.world.staff): Promise<T> {
    const document = `query ($id: ID!) { matter(id: $id) { ${fields} } }`;
    return (await this.world.as(actor).query<{ matter: T }>(document, { id })).matter;
  }

  /** A matter of large funds, 200 × 10,000 yuan unless said otherwise. */
  draft(at: { readonly id: string }, more: object = {}, actor?: Actor): Promise<MatterAnswer> {
    const facts = {
      category: 'LARGE_FUNDS',
      title: '公共服务平台建设',
      amountFen: wan(200),
      background: '会员多次提出。',
    };
    return this.do('draftMatter', { organizationId: at.id, ...facts, ...more }, actor);
  }

  async upload(name = '材料.csv', actor: Actor = this.world.staff): Promise<string> {
    const body = new FormData();
    body.append('file', new Blob([`序号,内容\n${++this.files},说明\n`]), name);
    const headers = { cookie: actor.cookie, 'x-dangwu-csrf': '1' };
    const response = await fetch(`${this.world.url}/files`, { method: 'POST', body, headers });
    return ((await response.json()) as { id: string }).id;
  }

  async handIn(matter: MatterAnswer, kind: string, actor?: Actor): Promise<MaterialAnswer[]> {
    const fileId = await this.upload(`${kind}.csv`, actor);
    const { id, version } = matter;
    const fields = 'materials { id kind no name submitted url }';
    return (
      await this.do<{ materials: MaterialAnswer[] }>('addMatterMaterial', { id, version, kind, fileId }, actor, fields)
    ).materials;
  }

  /** With all that the rule of 200 × 10,000 yuan asks for. */
  async complete(at: { readonly id: string }, more: object = {}, actor?: Actor): Promise<MatterAnswer> {
    const matter = await this.draft(at, more, actor);
    for (const kind of ['议题申请表', '资金来源与预算']) await this.handIn(matter, kind, actor);
    return matter;
  }

  async submitted(at: { readonly id: string }, more: object = {}, actor?: Actor): Promise<MatterAnswer> {
    return this.step('submitMatter', await this.complete(at, more, actor), {}, actor);
  }

  step(name: string, { id, version }: MatterAnswer, more: object = {}, actor?: Actor): Promise<MatterAnswer> {
    return this.do(name, { id, version, ...more }, actor);
  }

  /** Puts a matter where no mutation puts it yet. */
  async put(matter: { readonly id: string }, set: string): Promise<MatterAnswer> {
    await this.world.write((tx) => tx.query(`update matter set ${set} where id = $1`, [localId('Matter', matter.id)]));
    return this.read(matter.id);
  }

  events(matter: { readonly id: string }): Promise<{ action: string; after: Record<string, unknown> }[]> {
    return this.world.write((tx) =>
      tx.query(`select action, after from audit_event where subject_id = $1 order by id`, [
        localId('Matter', matter.id),
      ]),
    );
  }
}
