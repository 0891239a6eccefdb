import { Area } from '@dangwu/read-model';
import { placesIn } from './places-in';

const at = (path: string, leadsPath: string) => ({ path, leadsPath });

describe('the condition that an organization lies in an area', () => {
  it('asks nothing of the whole association, of its root, or of everything', () => {
    const none = { text: 'true', values: [] };
    expect(placesIn(Area.everywhere, 'id', 1)).toEqual(none);
    expect(placesIn(Area.subtree(at('/3/', '/3/')), 'id', 1)).toEqual(none);
    expect(placesIn(Area.led(at('/3/1/', '/3/1/')), 'id', 1)).toEqual(none);
  });

  it('names each range of a part by the path it is of, from the parameter that is free', () => {
    const area = Area.subtree(at('/3/1/4/', '/3/1/4/')).union(Area.led(at('/3/1/7/9/', '/3/9/')));
    expect(placesIn(area, 'r.id', 4)).toEqual({
      text:
        'r.id = any(array(select o.id from party_organization o where ' +
        '(o.path >= $4 and o.path < $5) or (o.leads_path >= $6 and o.leads_path < $7)))',
      values: ['/3/1/4/', '/3/1/40', '/3/9/', '/3/90'],
    });
  });

  it('finds nothing where nothing may be seen', () => {
    expect(placesIn(Area.nowhere, 'id', 1).text).toContain('where false');
  });
});
