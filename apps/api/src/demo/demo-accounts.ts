import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AccountService, randomPassword, roles, SecondFactors, SignInAccounts, type RoleKey } from '@dangwu/access';
import { Config } from '@dangwu/platform/config';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoTree } from './demo-tree';

export interface Person {
  readonly role: RoleKey;
  readonly username: string;
  readonly name: string;
  /** id of the organization; null: the whole association */
  readonly at: string | null;
}

export interface DemoAccount extends Person {
  readonly id: string;
  readonly password: string;
  /** of the authenticator, in base32; null: none is set up */
  readonly secret: string | null;
}

/** Those who work for the whole association; the first enters what the demo holds. */
export const headquarters: readonly Person[] = [
  { role: 'PARTY_STAFF', username: 'linjing', name: '林静', at: null },
  { role: 'SYSTEM_ADMIN', username: 'zhouqiming', name: '周启明', at: null },
  { role: 'SECURITY_ADMIN', username: 'wuanlan', name: '吴安澜', at: null },
  { role: 'AUDITOR', username: 'shenyan', name: '沈砚', at: null },
];

/** One account for each other role, staff of the secretariat, and a second secretary on the other side of a GUIDES edge. */
export function peopleOf(tree: DemoTree): Person[] {
  return [
    { role: 'PARTY_STAFF', username: 'fangzhiyuan', name: '方知远', at: tree.id('DZ0002') },
    { role: 'SECRETARY', username: 'hezhiqing', name: '何志清', at: tree.id('DZ0002') },
    { role: 'SECRETARY', username: 'luohaiyun', name: '罗海云', at: tree.id('DZ0063') },
    { role: 'COMMITTEE_MEMBER', username: 'xuman', name: '许蔓', at: tree.root },
    { role: 'EXPERT', username: 'qianyi', name: '钱屹', at: tree.id('DZ0187') },
    { role: 'DISCIPLINE_OFFICER', username: 'shaoning', name: '邵宁', at: tree.root },
    { role: 'LEADER', username: 'gaoyuan', name: '高远', at: tree.root },
    { role: 'MEMBER', username: 'tangxiao', name: '唐晓', at: tree.id('DZ0003') },
    { role: 'API_CLIENT', username: 'huiyuan-api', name: '会员单位接口', at: tree.id('DZ0063') },
  ];
}

export async function createAccounts(
  tx: EntityManager,
  app: INestApplicationContext,
  associationId: string,
  people: readonly Person[],
): Promise<DemoAccount[]> {
  const created: DemoAccount[] = [];
  for (const person of people) {
    const { role, username, name, at } = person;
    const [password, mail] = [randomPassword(), `${username}@example.org`];
    const grants = [{ role, organizationId: at }];
    const { id } = await app.get(AccountService).create({ associationId, username, name, password, mail, grants }, tx);
    created.push({ ...person, id, password, secret: await authenticatorOf(tx, app, id, role) });
  }
  return created;
}

/** The three administrators must have one; its secret stands in the file, so that whoever tries the demo needs no phone. */
async function authenticatorOf(
  tx: EntityManager,
  app: INestApplicationContext,
  accountId: string,
  role: RoleKey,
): Promise<string | null> {
  if (!roles[role].administrative) return null;
  const account = await app.get(SignInAccounts).byId(accountId, tx);
  return app.get(SecondFactors).install(tx, account!);
}

/** Writes `role<TAB>user<TAB>password<TAB>secret`, a line each, where only the owner of the data may read it. */
export async function writeAccounts(app: INestApplicationContext, people: readonly DemoAccount[]): Promise<void> {
  const { dataDir } = app.get(Config);
  await mkdir(dataDir, { recursive: true });
  const lines = people.map(({ role, username, password, secret }) =>
    [role, username, password, ...(secret ? [secret] : [])].join('\t').concat('\n'),
  );
  await writeFile(path.join(dataDir, 'demo-accounts.txt'), lines.join(''), { mode: 0o600 });
}
