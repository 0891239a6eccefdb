import { ExportRequestEntity } from '@dangwu/organization';
import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { Notifications } from '@dangwu/platform/notifications';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';

const day = 86_400_000;

const heading = {
  NAME: { zh: '姓名', en: 'Name' },
  STATUS: { zh: '党员类别', en: 'Status' },
  ORGANIZATION: { zh: '所在党组织', en: 'Organization' },
  JOINED_ON: { zh: '入党时间', en: 'Admitted on' },
  BIRTH_DATE: { zh: '出生日期', en: 'Date of birth' },
  PHONE: { zh: '手机号', en: 'Phone' },
} as const;
type Column = Exclude<keyof typeof heading, 'NAME'>;

/** Lists of all members that the staff asked for: one that waits, and one that was refused. */
export async function askForExports(
  tx: EntityManager,
  app: INestApplicationContext,
  associationId: string,
  people: readonly DemoAccount[],
): Promise<void> {
  const now = app.get(Clock).now().getTime();
  const by = (role: DemoAccount['role']): DemoAccount => people.find((one) => one.role === role)!;
  const [staff, guardian] = [by('PARTY_STAFF'), by('SECURITY_ADMIN')];
  const [row] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from member where association_id = $1 and left_on is null`,
    [associationId],
  );
  const count = row!.count;
  const list = (columns: readonly Column[]) => ({
    accountId: staff.id,
    accountName: staff.name,
    associationId,
    kind: 'MEMBER_EXPORT',
    asked: { filter: { includeLeft: false }, columns: [...columns], locale: 'zh' },
    told: { filter: {}, columns: [heading.NAME, ...columns.map((column) => heading[column])] },
    people: count,
  });
  const reason = '报送年度党内统计，附党员花名册';
  await tx.insert(ExportRequestEntity, [
    {
      ...list(['BIRTH_DATE', 'ORGANIZATION', 'PHONE']),
      id: newId(),
      reason: '给党员发送政治生日祝贺短信',
      state: 'REFUSED',
      requestedAt: new Date(now - 9 * day),
      decidedBy: guardian.id,
      decidedByName: guardian.name,
      decidedAt: new Date(now - 9 * day + day / 6),
      decisionReason: '政治生日由各支部在自己的名册里看，不必导出全协会的手机号',
    },
    {
      ...list(['STATUS', 'ORGANIZATION', 'JOINED_ON']),
      id: newId(),
      reason,
      state: 'WAITING',
      requestedAt: new Date(now - day / 12),
    },
  ]);
  await app.get(Notifications).add(tx, {
    accountId: guardian.id,
    associationId,
    kind: 'EXPORT_ASKED',
    params: { name: staff.name, people: count, reason, titleZh: '导出党员名册', titleEn: 'export of members' },
    link: '/access?tab=exports',
  });
}
