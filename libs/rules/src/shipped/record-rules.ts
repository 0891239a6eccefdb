import { custom, houseRule } from './house-rule';
import { years, months, persons, leastPersonal, type ShippedRule } from './shipped-rule';

/** How long what is kept of people and of what was done, and who lets it out. */
export const recordRules: readonly ShippedRule[] = [
  houseRule('minutes.within', '7', {
    name: ['会议记录整理完成的期限', 'How soon a record of a meeting is finished'],
    unit: ['天内', 'days'],
    stricter: 'LOWER',
    basis: custom(
      '会后一周内完成记录或签字',
      'within a week after a meeting it is recorded, or its minutes are signed',
    ),
    note: ['按时记录率按此统计', 'by which records are counted as on time'],
  }),
  {
    key: 'personal.retention',
    name: ['离开协会后号码的留存时间', 'How long numbers of people who left are kept'],
    value: '3',
    unit: years,
    stricter: 'LOWER',
    strength: 'NORMAL',
    basis: [
      '《中华人民共和国个人信息保护法》第十九条、第四十七条：留存时间为实现目的所必要的最短时间；年数为本系统默认',
      'Personal Information Protection Law, articles 19 and 47: the shortest time that the purpose needs; the number of years is a default of this system',
    ],
    source: 'HOUSE',
    note: [
      '身份证号、手机号到期夜里自动删除；姓名、党籍时间留作党内统计，本人要求时另行删除',
      'ID numbers and phones are removed in the night; name and dates stay for statistics, and are erased on request',
    ],
    from: '2026-01-01',
  },
  {
    key: 'personal.export.approval',
    name: ['不经批准可以导出的最多人数', 'Most people in an export that needs no approval'],
    value: '500',
    unit: persons,
    stricter: 'LOWER',
    strength: 'MUST',
    basis: leastPersonal,
    source: 'HOUSE',
    note: [
      '超过的，写明用途，由安全管理员批准后领取；申请人不能批准自己的申请',
      'more of them take a reason and the approval of the security administrator, who is never the one who asked',
    ],
    from: '2026-01-01',
  },
  {
    key: 'personal.export.hours',
    name: ['批准导出后的领取时间', 'How long an approved export may be fetched'],
    value: '24',
    unit: ['小时', 'hours'],
    stricter: 'LOWER',
    strength: 'MUST',
    basis: leastPersonal,
    source: 'HOUSE',
    note: ['只能领取一次；过时重新申请', 'once; after that it is asked for again'],
    from: '2026-01-01',
  },
  {
    key: 'audit.retention.min',
    name: ['日志留存的最短时间', 'Shortest retention of logs'],
    value: '6',
    unit: months,
    stricter: 'HIGHER',
    strength: 'MUST',
    basis: [
      '《中华人民共和国网络安全法》（2025 年修正）第二十三条第三项',
      'Cybersecurity Law as amended in 2025, article 23 (3): no less than six months',
    ],
    source: 'GENERAL_KNOWLEDGE',
    articleUncertain: true,
    note: ['修正前为第二十一条；条序待核对', 'article 21 before the amendment; the number is to be checked'],
    from: '2026-01-01',
  },
  {
    key: 'audit.retention',
    name: ['审计日志留存时间', 'Retention of the audit log'],
    value: '12',
    unit: months,
    stricter: 'HIGHER',
    strength: 'NORMAL',
    basis: [
      '本系统默认：留足一个年度工作周期，不少于网络安全法规定的六个月',
      'Default of this system: a full year of work, no less than the six months of the Cybersecurity Law',
    ],
    source: 'HOUSE',
    note: [
      '到期的先归档再移出，归档文件可以单独核对',
      'older events are archived before they are removed; archives verify by themselves',
    ],
    from: '2026-01-01',
  },
];
