import { ReElectionJob } from '@dangwu/membership';
import { globalId } from '@dangwu/platform/ids';
import { defineNotifications, Notifications } from '@dangwu/platform/notifications';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';
import type { DemoTree } from './demo-tree';

defineNotifications({
  DEMO_WELCOME: {
    title: { zh: '这是示范数据', en: 'This is demo data' },
    text: {
      zh: '示范行业协会的组织、单位、日期和人名都是虚构的，可以随意试用；想从空白开始，请用 npm start -- --empty。',
      en: 'Organizations, units, dates and people of this association are invented: try anything. For an empty start: npm start -- --empty.',
    },
  },
  DEMO_PREPARING: {
    title: { zh: '筹建中的工作小组', en: 'A working group is being prepared' },
    text: {
      zh: '职业教育专业委员会党的工作小组正在筹建，到成立日期自动转为正常。',
      en: 'The working group for vocational education is being prepared; it becomes active on its founding day.',
    },
  },
});

/** What waits under the bell of the party-affairs staff, and of the secretaries who have an election to prepare. */
export async function tellStaff(
  tx: EntityManager,
  app: INestApplicationContext,
  associationId: string,
  people: readonly DemoAccount[],
  tree: DemoTree,
): Promise<void> {
  const staff = people.find(({ role }) => role === 'PARTY_STAFF');
  if (!staff) return;
  const notifications = app.get(Notifications);
  const to = { accountId: staff.id, associationId };
  await notifications.add(tx, { ...to, kind: 'DEMO_WELCOME', link: '/organizations' });
  await notifications.add(tx, {
    ...to,
    kind: 'DEMO_PREPARING',
    link: `/organizations/${globalId('PartyOrganization', tree.root)}`,
  });
  // as the next night would
  await app.get(ReElectionJob).tell(tx, associationId);
}
