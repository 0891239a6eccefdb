import { shippedHolidayYears } from '../shipped-holidays';
import { checkedNotice } from './checked-notice';

const notice2025 = `国务院办公厅关于2025年
部分节假日安排的通知
国办发明电〔2024〕12号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经党中央、国务院批准，根据2024年11月修订的《全国年节及纪念日放假办法》，自2025年1月1日起，全体公民放假的假日增加2天，其中春节、劳动节各增加1天。据此对放假调休原则作进一步优化完善，除个别特殊情形外，春节自农历除夕起放假调休8天，国庆节自10月1日起放假调休7天，劳动节放假调休5天，元旦、清明节、端午节、中秋节分别放假调休或连休3天（如逢周三则只在当日放假），国庆节放假如逢中秋节则合并放假8天。
　　按照上述原则，现将2025年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周三）放假1天，不调休。
　　二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
　　三、清明节：4月4日（周五）至6日（周日）放假，共3天。
　　四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
　　五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
　　六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。

国务院办公厅
2024年11月12日`;

const notice2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。三、清明节：4月4日（周六）至6日（周一）放假，共3天。四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。五、端午节：6月19日（周五）至21日（周日）放假，共3天。六、中秋节：9月25日（周五）至27日（周日）放假，共3天。七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

const shipped = (year: number) => [...shippedHolidayYears.find((each) => each.year === year)!.days].sort(byDate);
const byDate = (a: { date: string }, b: { date: string }): number => (a.date < b.date ? -1 : 1);
const faults = (text: string, year = 2026): (readonly [number | null, string])[] =>
  checkedNotice(text, year).faults.map(({ line, message }) => [line, message.zh] as const);

describe('the text of a notice', () => {
  it('is read whole, with its title, number and date', () => {
    expect(checkedNotice(notice2025, 2025)).toEqual({
      days: shipped(2025),
      basis: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
      noticedOn: '2024-11-12',
      faults: [],
    });
  });

  it('is read without its line breaks', () => {
    expect(checkedNotice(notice2026, 2026)).toMatchObject({ days: shipped(2026), faults: [], basis: null });
  });

  it('is read without headings, by the statutory days', () => {
    const bare = notice2026.replaceAll(/(?<=^|。)[一二三四五六七]、[^：]*：/g, '\n');
    expect(checkedNotice(bare, 2026)).toMatchObject({ days: shipped(2026), faults: [] });
  });

  it('may begin its New Year in the year before', () => {
    const { days } = checkedNotice('一、元旦：2022年12月31日（周六）至2023年1月2日（周一）放假调休，共3天。', 2023);
    expect(days.map(({ date }) => date)).toEqual(['2022-12-31', '2023-01-01', '2023-01-02']);
  });

  it('may be a table', () => {
    const rows = shipped(2026).map(({ date, kind, name }, i) =>
      [
        [date, date.replaceAll('-', '/'), `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`][i % 3],
        kind === 'OFF' ? '休' : '班',
        name.zh,
      ].join([' ', ',', '\t', ' | '][i % 4]),
    );
    expect(checkedNotice(rows.join('\n'), 2026)).toMatchObject({ days: shipped(2026), faults: [] });
  });
});

describe('a line that cannot be taken over', () => {
  it.each([
    ['元旦：1月1日（周五）放假。', '“1月1日(周五)”的星期不对，这一天是周四'],
    ['元旦：1月1日（周四）至3日（周日）放假。', '“3日(周日)”的星期不对，这一天是周六'],
    ['元旦：1月1日至3日放假，共4天。', '写明共 4 天，按日期是 3 天'],
    ['清明节：4月31日放假。', '“4月31日”里有不存在的日期'],
    ['国庆节：10月7日至1日放假。', '止日早于起日'],
    ['国庆节：10月1日至2099年10月7日放假。', '超过 31 天'],
    ['国庆节：放假7天。', '没有读出日期'],
    ['国庆节：10月1日至7日。', '没有写明放假还是上班'],
    ['11月11日至12日放假。', '没有写明是哪个节日'],
    ['国庆节：10月1日至7号放假。', '没有读懂'],
    ['2026-02-30 休 春节', '不存在的日期'],
  ])('%s', (line, message) => {
    const [found] = faults(`各单位：\n${line}`);
    expect(found).toEqual([2, expect.stringContaining(message)]);
  });

  it('of many days is said once, and hostile text takes no time', () => {
    const many = '国庆节：10月1日至31日放假。\n'.repeat(500);
    expect(faults(many)).toEqual([[null, expect.stringContaining('超过 150 天')]]);
    const began = performance.now();
    for (const piece of [
      '1',
      '1月',
      '1日',
      '日(',
      '1月1日至',
      '、',
      '一、',
      '(,',
      '自',
      '自1日',
      ' ',
      '元旦：',
      '1月1日(',
      '放假1',
      '2026-1-1 休 ',
    ])
      for (const length of [20_000, 2_900]) checkedNotice(piece.repeat(length / piece.length), 2026);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('of another year is said once', () => {
    expect(faults('国务院办公厅关于2025年部分节假日安排的通知')).toEqual([
      [null, expect.stringContaining('2025 年的通知')],
    ]);
  });

  it('without any day, says what to paste', () => {
    expect(faults('各省、自治区、直辖市人民政府：')).toEqual([[null, expect.stringContaining('没有读出任何日期')]]);
  });

  it('is followed by the rules of a year, once everything is read', () => {
    expect(faults('元旦：1月1日至3日放假。1月5日上班。')).toEqual([
      [null, expect.stringContaining('2026-01-05 不是周六、周日')],
      [null, expect.stringContaining('少了法定节假日')],
    ]);
  });
});
