import { ImportJobs, writeWorkbook } from '@dangwu/imports';
import { localId } from '@dangwu/platform/ids';
import type { Actor, World } from '@dangwu/testing';

/** Personal values that the scenarios use wherever a person could type them: none may stand in an event. */
export const personal = {
  name: '欧阳静姝',
  liaison: '司徒明月',
  phone: '13812345678',
  idNumber: '11010519491231002X',
} as const;

/** A paper with what does not belong into it. */
export const basis = `〔2026〕1号（联系电话 ${personal.phone}，身份证 ${personal.idNumber}）`;
export const today = '2026-09-18';

/** What the scenarios play on: mutations by their names, and the things they need. */
export class MutationStage {
  private made = 0;

  constructor(readonly world: World) {}

  /** A number nobody else uses, for names and codes. */
  get next(): number {
    return ++this.made;
  }

  async send<T = { id: string }>(
    name: string,
    input: object,
    {
      fields = 'id',
      by = this.world.staff,
      type = typeOf(name),
    }: { fields?: string; by?: Actor | null; type?: string } = {},
  ): Promise<T> {
    const selection = fields ? `{ ${fields} }` : '';
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) ${selection} }`;
    return (await this.world.as(by).mutate<Record<string, T>>(document, { input }))[name]!;
  }

  async read<T>(document: string, variables: object = {}): Promise<T> {
    return this.world.as(this.world.staff).query<T>(document, variables);
  }

  branch(options: object = {}): Promise<{ id: string }> {
    return this.world.branch(`第${this.next}党支部`, options);
  }

  /** What a change of an organization or unit is asked with. */
  async change(type: 'partyOrganization' | 'unit', id: string): Promise<object> {
    const found = await this.read<Record<string, { version: number }>>(
      `query ($id: ID!) { ${type}(id: $id) { version } }`,
      { id },
    );
    return { id, version: found[type]!.version, effectiveOn: today, basis };
  }

  async latestOperation(id: string): Promise<string> {
    const { partyOrganization } = await this.read<{ partyOrganization: { operations: { nodes: { id: string }[] } } }>(
      `query ($id: ID!) { partyOrganization(id: $id) { operations(first: 1) { nodes { id } } } }`,
      { id },
    );
    return partyOrganization.operations.nodes[0]!.id;
  }

  async unit(): Promise<string> {
    const { id } = await this.send('registerUnit', this.newUnit());
    return id;
  }

  newUnit(): object {
    const name = `示协检测${this.next}公司`;
    const facts = { kind: 'MEMBER_COMPANY', coverage: 'LIAISON', liaison: personal.liaison, tier: 'MEMBER_UNIT' };
    return { name, ...facts, organizationId: this.world.root.id, effectiveOn: today, basis };
  }

  async rule(key: string): Promise<{ id: string; version: number }> {
    const { ruleInForce } = await this.read<{ ruleInForce: { id: string; version: number } }>(
      `query ($key: String!) { ruleInForce(key: $key) { id version } }`,
      { key },
    );
    return ruleInForce;
  }

  /** A roster of branches as an uploaded file; a faulty one has a type that nobody knows. */
  async roster({ faulty = false, unmapped = false } = {}): Promise<string> {
    const number = this.next;
    const content = await writeWorkbook({
      name: '名册',
      columns: [unmapped ? '甲' : '编码', '党组织名称', '组织类型', '上级党组织', '隶属关系'].map((heading) => ({
        heading,
      })),
      rows: [1, 2].map((row) => [
        `M${number}-${row}`,
        `名册${number}第${row}支部`,
        faulty ? '俱乐部' : '党支部',
        '示范行业协会党委（功能型）',
        '领导',
      ]),
    });
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), `名册-${personal.idNumber}.xlsx`);
    const headers = { cookie: this.world.staff.cookie, 'x-dangwu-csrf': '1' };
    const answer = await fetch(`${this.world.url}/files`, { method: 'POST', body: form, headers });
    return ((await answer.json()) as { id: string }).id;
  }

  /** An import whose file was checked. */
  async checked(roster: Parameters<MutationStage['roster']>[0] = {}): Promise<string> {
    const input = { kind: 'ORGANIZATIONS', fileId: await this.roster(roster) };
    const { id } = await this.send('startImport', input);
    await this.step('check', id);
    return id;
  }

  async step(step: 'check' | 'write', id: string): Promise<void> {
    await this.world.app.get(ImportJobs, { strict: false })[step](this.world.associationId, localId('ImportBatch', id));
  }
}

const typeOf = (name: string): string => `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
