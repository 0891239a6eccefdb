import { NoText } from '@dangwu/read-model';
import type { EntityManager } from 'typeorm';
import { confirm, Memory, type Counting } from './remembered';
import { RememberedShares, type OwnShare } from './remembered-shares';

/** What the database would say when it is looked at next. */
interface Said {
  below: string;
  version: string;
  confirmed: boolean | null;
  changed: (string | null)[];
}

const said: Said = { below: '10', version: '1', confirmed: true, changed: [] };
const asked: { text: string; values: unknown[] }[] = [];
const tx = {
  query: async (text: string, values: unknown[]) => {
    asked.push({ text, values });
    return [said];
  },
} as unknown as EntityManager;

const share = (id: string, part: number): OwnShare => ({ id, head: '/1/', part, whole: null });
let counted: string[];
const counting: Counting<OwnShare, RememberedShares> = {
  key: 'k',
  association: 'a',
  proof: ['token', 'now', 'idle', '7'],
  changed: 'select id from rows where association_id = $1 and change_number >= $2',
  count: async (of) => {
    counted.push(of ? of.join() : 'all');
    return (of ?? ['x', 'y']).map((id) => share(id, 2));
  },
  summed: async () => {
    counted.push('summed');
    return [share('/1/', 4)];
  },
  keep: (...given) => new RememberedShares(...given),
};

describe('what is remembered of counts', () => {
  let memory: Memory<OwnShare, RememberedShares>;
  const part = async (): Promise<number> => (await memory.current(tx, counting)).byHead.get('/1/')!.part;
  beforeEach(() => {
    memory = new Memory();
    counted = [];
    asked.length = 0;
    Object.assign(said, { below: '10', version: '1', confirmed: true, changed: [] });
  });

  it('is summed at first, by organization when something has changed, and one by one from then on', async () => {
    expect([await part(), await part()]).toEqual([4, 4]);
    expect(counted).toEqual(['summed']);
    said.changed = ['x'];
    said.below = '20';
    const kept = await memory.current(tx, counting);
    said.changed = [];
    expect([await part(), kept.byOrganization, kept.horizon]).toEqual([4, true, '20']);
    expect(counted).toEqual(['summed', 'all']);
    said.changed = ['y'];
    said.below = '30';
    expect(await memory.current(tx, counting)).toBe(kept);
    expect(counted).toEqual(['summed', 'all', 'y']);
    expect(asked.at(-1)!.values.slice(0, 2)).toEqual(['a', '20']);
  });

  it('is counted anew under another version of places, and when it is not said what has changed', async () => {
    await part();
    said.version = '2';
    await part();
    said.changed = [null];
    await part();
    expect(counted).toEqual(['summed', 'summed', 'summed']);
  });

  it.each([false, null])('is nothing for a viewer who is not confirmed: %s', async (confirmed) => {
    await part();
    said.confirmed = confirmed;
    await expect(part()).rejects.toBeInstanceOf(NoText);
    said.changed = ['x'];
    await expect(part()).rejects.toBeInstanceOf(NoText);
    memory = new Memory();
    await expect(part()).rejects.toBeInstanceOf(NoText);
    expect(counted).toEqual(['summed']);
    await expect(confirm(tx, counting.proof)).rejects.toBeInstanceOf(NoText);
  });

  it('confirms the viewer by its proof, in the look for changes', async () => {
    await part();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.text).toContain('access_confirms($3::bytea');
    expect(asked[0]!.values).toEqual(['a', null, ...counting.proof!]);
    await confirm(tx, counting.proof);
    expect(asked[1]!.text).toContain('access_confirms($1::bytea');
    await confirm(tx, undefined);
    expect(asked).toHaveLength(2);
  });
});
