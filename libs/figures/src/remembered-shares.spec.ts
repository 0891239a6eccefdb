import { Memory } from './remembered';
import { RememberedShares, type OwnShare } from './remembered-shares';

const share = (id: string, head: string, part: number, whole: number | null = null): OwnShare => ({
  ...{ id, head, part, whole },
});
const kept = (...rows: readonly OwnShare[]): RememberedShares => new RememberedShares('1', '10', rows);

describe('what organizations count by themselves, remembered', () => {
  it('is summed by what stands directly below, without what binary fractions leave behind', () => {
    const shares = kept(share('x', '/1/', 0.1, 0.1), share('y', '/1/', 0.2), share('z', '/1/2/', 5, 0.2));
    expect(shares.byHead.get('/1/')).toEqual({ part: 0.3, whole: 0.1 });
    expect(shares.byHead.get('/1/2/')).toEqual({ part: 5, whole: 0.2 });
    const wholes = kept(share('x', '/1/', 1, 0.1), share('y', '/1/', 1, 0.2)).byHead;
    expect(wholes.get('/1/')).toEqual({ part: 2, whole: 0.3 });
    expect(kept(share('x', '/1/', 1)).byHead.get('/1/')).toEqual({ part: 1, whole: null });
  });

  it('forgets what changed and is not found any more, and is summed anew', () => {
    const shares = kept(share('x', '/1/', 1), share('y', '/1/', 2));
    expect(shares.byHead.get('/1/')?.part).toBe(3);
    expect(shares.take('10', '20', ['x'], [])).toBe(true);
    expect([shares.get('x'), shares.size, shares.byHead.get('/1/')?.part]).toEqual([undefined, 1, 2]);
    expect(shares.take('20', '30', ['y'], [share('y', '/1/', 7)])).toBe(true);
    expect(shares.byHead.get('/1/')?.part).toBe(7);
  });

  it('takes nothing that was looked for as of an earlier horizon', () => {
    const shares = kept(share('x', '/1/', 1));
    shares.take('10', '20', ['x'], [share('x', '/1/', 2)]);
    expect(shares.horizon).toBe('20');
    expect(shares.take('10', '15', ['x'], [share('x', '/1/', 9)])).toBe(false);
    expect([shares.horizon, shares.byHead.get('/1/')?.part]).toEqual(['20', 2]);
  });
});

it('lets those go that were asked for least lately', () => {
  const memory = new Memory<OwnShare, RememberedShares>(2);
  memory.set('a', kept(share('x', '/1/', 1)));
  memory.set('b', kept(share('x', '/1/', 1)));
  memory.find('a');
  memory.set('c', kept(share('x', '/1/', 1)));
  expect(['a', 'b', 'c'].filter((key) => memory.find(key))).toEqual(['a', 'c']);
});
