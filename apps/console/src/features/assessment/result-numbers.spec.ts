import { apart, branchOf, differenceText, percentText, pointsText, saidOf, shortText } from './result-numbers';

describe('numbers of a result', () => {
  it('writes points, shares and differences as they are read', () => {
    expect(pointsText('-0.30')).toBe('−0.30');
    expect(pointsText(null)).toBe('—');
    expect(percentText('0.9000')).toBe('90%');
    expect(percentText(null)).toBe('—');
    expect(shortText('100.00')).toBe('100');
    expect(shortText('12.50')).toBe('12.5');
    expect(shortText('20')).toBe('20');
    expect(differenceText('85.35', '87.50')).toBe('+2.15');
    expect(differenceText('87.5', '85.35')).toBe('−2.15');
    expect(differenceText('87.5', '87.50')).toBe('±0');
  });

  it('takes an explanation apart where name and points stand beside it', () => {
    const said = saidOf('党建活动 18.00 = 20 × 0.90；应办 40 次，按时记录 36 次', {
      name: '党建活动',
      points: '18.00',
    });
    expect(said).toEqual({ equation: '20 × 0.90', counted: '应办 40 次，按时记录 36 次' });
    expect(saidOf('会议记录逾期 −0.30 = 1 × −0.30', { name: '会议记录逾期', points: '-0.30' }).equation).toBe(
      '1 × −0.30',
    );
    expect(saidOf('不适用', { name: '党建活动' })).toEqual({ equation: '不适用', counted: '' });
  });

  it('tells names apart by what they do not share', () => {
    expect(apart(['工作组织推动性强', '工作计划导向性强', '工作措施有效性强'])).toEqual([
      '组织推动',
      '计划导向',
      '措施有效',
    ]);
    expect(apart(['党建活动', '党费'])).toEqual(['党建活动', '党费']);
    expect(apart(['Party work', 'Party days', 'Party dues'])).toEqual(['Party work', 'Party days', 'Party dues']);
  });

  it('lists a node and all below it with their depth', () => {
    const node = (key: string, parentKey: string | null) => ({
      ...{
        key,
        parentKey,
        kind: 'GROUP',
        tags: [],
        applies: true,
        weight: null,
        points: null,
        before: null,
        rowsAddress: null,
      },
      ...{ name: { zh: key, en: key }, explanation: { zh: '', en: '' } },
    });
    const nodes = [node('root', null), node('a', 'root'), node('a1', 'a'), node('b', 'root')];
    expect(branchOf(nodes, 'a').map(({ node: { key }, depth }) => `${key} ${depth}`)).toEqual(['a 0', 'a1 1']);
    expect(branchOf(nodes, 'root')).toHaveLength(4);
    expect(branchOf(nodes, 'none')).toEqual([]);
  });
});
