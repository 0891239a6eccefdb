import type { Days } from './days';

/** One meeting of somebody's year. */
export interface Plan {
  readonly type: string;
  readonly title: string;
  readonly on: string;
  /** the hour, Shanghai time */
  readonly from: string;
  readonly minutes: number;
  readonly topic?: string;
  readonly form?: string;
  readonly agenda?: readonly string[];
  readonly summary: string;
  /** its record has not been written yet */
  readonly unrecorded: boolean;
}

type Theme = readonly [theme: string, topic: string, form: string];

/** What the theme days of the months are about. */
const themes: readonly Theme[] = [
  ['学习党章，重温入党誓词', 'CONSTITUTION_AND_RULES', 'SEMINAR'],
  ['走访慰问老党员', 'PARTY_SPIRIT', 'TRAVEL'],
  ['学雷锋志愿服务', 'VOLUNTEERING', 'TRAVEL'],
  ['参观行业发展展室', 'THREE_HISTORIES', 'VISIT'],
  ['岗位建功：服务会员大家谈', 'MEMBER_SERVICE', 'SEMINAR'],
  ['警示教育：以案为鉴', 'WARNING', 'VISIT'],
  ['庆七一歌咏会', 'PARTY_SPIRIT', 'RECREATION'],
  ['读书分享会', 'PARTY_THEORY', 'CULTURE'],
  ['标准化工作与党建融合研讨', 'BUSINESS', 'SEMINAR'],
  ['国庆主题朗诵', 'THREE_HISTORIES', 'CULTURE'],
  ['学习形势政策', 'CURRENT_AFFAIRS', 'LECTURE'],
  ['年终总结与下年打算', 'PARTY_THEORY', 'SEMINAR'],
];

const two = (number: number): string => String(number).padStart(2, '0');

/** The so-manieth weekday of a month: 1 Monday to 7 Sunday. */
function weekdayOf(year: number, month: number, weekday: number, nth: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay() || 7;
  return `${year}-${two(month)}-${two(1 + ((weekday - first + 7) % 7) + (nth - 1) * 7)}`;
}

/** The months from January of last year to the next one. */
function monthsUntil(today: string): { year: number; month: number }[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return Array.from({ length: 12 + month + 1 }, (_, i) => ({
    year: year - 1 + Math.floor(i / 12),
    month: (i % 12) + 1,
  }));
}

/** Of the last weeks some records are missing, at some organizations. */
const missing = (on: string, i: number, days: Days): boolean => i % 5 === 2 && on > days.at(-40);

/** A branch: assembly each quarter, committee and theme day each month, a lecture each quarter. */
export function branchYear(i: number, days: Days): Plan[] {
  return monthsUntil(days.today).flatMap(({ year, month }): Plan[] => {
    const [theme, topic, form] = themes[(month - 1 + (i % 2)) % 12]!;
    const plan = (on: string, more: Omit<Plan, 'on' | 'unrecorded'>): Plan => ({
      on,
      unrecorded: missing(on, i, days),
      ...more,
    });
    const themeDay = plan(weekdayOf(year, month, 5, 2 + (i % 3)), {
      type: 'THEME_DAY',
      title: `主题党日：${theme}`,
      from: '14:30',
      minutes: 120,
      topic,
      form,
      agenda: ['领学', '交流讨论', '支部书记小结'],
      summary: `围绕“${theme}”开展主题党日，党员结合岗位交流体会，形成改进工作的意见 ${2 + (i % 4)} 条。`,
    });
    const committee = plan(weekdayOf(year, month, 1 + (i % 3), 1), {
      type: 'BRANCH_COMMITTEE_MEETING',
      title: `${month} 月支委会`,
      from: '09:30',
      minutes: 60,
      agenda: ['传达上级党组织要求', '研究本月党建工作', '讨论党员思想状况'],
      summary: '研究当月党建工作安排，明确责任人和完成时间。',
    });
    if (month % 3 !== (i % 3 ? 1 : 2)) return [themeDay, committee];
    const quarter = Math.ceil(month / 3);
    return [
      themeDay,
      committee,
      plan(weekdayOf(year, month, 4, 2), {
        type: 'BRANCH_ASSEMBLY',
        title: `第${'一二三四'[quarter - 1]!}季度支部党员大会`,
        from: '10:00',
        minutes: 90,
        agenda: ['通报上季度工作', '审议本季度计划', '讨论党员发展'],
        summary: '听取并审议支部委员会工作报告，通过本季度工作计划。',
      }),
      plan(weekdayOf(year, month, 3, 3), {
        type: 'PARTY_LECTURE',
        title: i % 4 === 0 ? '书记讲党课：把党建做到业务里' : '微型党课：身边的榜样',
        from: '15:00',
        minutes: 60,
        topic: 'PARTY_SPIRIT',
        form: 'LECTURE',
        summary: '授课并组织讨论，党员谈了收获。',
      }),
    ];
  });
}

/** A committee: it meets each month, its central group studies each quarter, warning education each half-year. */
export function committeeYear(i: number, days: Days): Plan[] {
  return monthsUntil(days.today).flatMap(({ year, month }): Plan[] => {
    const plan = (on: string, more: Omit<Plan, 'on' | 'unrecorded'>): Plan => ({ on, unrecorded: false, ...more });
    return [
      plan(weekdayOf(year, month, 2, 2), {
        type: 'COMMITTEE_MEETING',
        title: `${month} 月党委（总支）会`,
        from: '15:00',
        minutes: 120,
        agenda: ['学习', '研究重要事项', '听取支部工作汇报'],
        summary: '研究当月重要事项，议定事项由责任部门落实。',
      }),
      ...(month % 3 === 0
        ? [
            plan(weekdayOf(year, month, 3, 1 + (i % 3)), {
              type: 'CENTRAL_GROUP_STUDY',
              title: `理论学习中心组第${'一二三四'[month / 3 - 1]!}季度学习`,
              from: '09:00',
              minutes: 180,
              topic: 'PARTY_THEORY',
              form: 'SEMINAR',
              summary: '集中学习并研讨，成员作了发言。',
            }),
          ]
        : []),
      ...(month % 6 === 4
        ? [
            plan(weekdayOf(year, month, 4, 3), {
              type: 'WARNING_EDUCATION',
              title: '以案为鉴，以案促改',
              from: '14:00',
              minutes: 90,
              topic: 'WARNING',
              form: 'VISIT',
              summary: '通报典型案例，参观警示教育室，签订承诺书。',
            }),
          ]
        : []),
    ];
  });
}
