import type { Messages } from '@dangwu/platform/errors';
import type { EntityManager } from 'typeorm';

interface Counts {
  readonly name: string;
  readonly children: number;
  readonly units: number;
  readonly seats: number;
}

/** What remains with an organization when others are founded out of it: nothing goes along by itself. */
export async function stayingWith(tx: EntityManager, id: string, today: string): Promise<Messages[]> {
  const [row] = await tx.query<Counts[]>(
    `select o.name,
       (select count(*)::int from party_organization c
        where c.parent_id = o.id and c.status <> 'DISSOLVED' and c.deleted_at is null) as children,
       (select count(*)::int from unit u
        where o.id in (u.organization_id, u.covered_by_id) and u.closed_on is null and u.deleted_at is null) as units,
       (select count(*)::int from seat s
        where s.organization_id = o.id and s.deleted_at is null
          and (s.until is null or s.until > $2)) as seats
     from party_organization o where o.id = $1`,
    [id, today],
  );
  if (!row) return [];
  const { name, children, units, seats } = row;
  const counted: Messages[] = [
    ...(children > 0 ? [{ zh: `直接下级 ${children} 个`, en: `${children} organizations directly below` }] : []),
    ...(units > 0 ? [{ zh: `联系或覆盖的单位 ${units} 个`, en: `${units} units` }] : []),
    ...(seats > 0 ? [{ zh: `名单 ${seats} 席`, en: `${seats} seats` }] : []),
  ];
  const more = (language: keyof Messages, between: string): string =>
    counted.map((one) => between + one[language]).join('');
  return [
    {
      zh: `留在“${name}”：名称、代码、历史${more('zh', '、')}；党员的组织关系不会自动转走`,
      en: `These stay with "${name}": name, code, history${more('en', ', ')}; affiliations of members are not moved by themselves`,
    },
  ];
}
