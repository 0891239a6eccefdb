import { associationStaff, everybody } from '../who';
import { byId, mutation, type Area } from '../table';

const everyones = { of: 'whole', may: everybody, because: ['calendar'] } as const;
/** staff of a part hold the permission nowhere */
const keepers = { of: 'whole', may: associationStaff, because: ['calendar', 'administrators'] } as const;

export const calendar: Area = {
  title: 'Calendar',
  rows: [
    {
      ...everyones,
      operation: 'Query holidayYears',
      ask: () => ({ document: '{ holidayYears { year days { date } } }' }),
    },
    {
      ...everyones,
      operation: 'Query calendarDays',
      ask: () => ({ document: '{ calendarDays(from: "2026-10-01", to: "2026-10-08") { date working } }' }),
    },
    {
      ...everyones,
      operation: 'Query unnoticedYears',
      ask: () => ({ document: '{ unnoticedYears { year } }' }),
    },
    {
      ...everyones,
      operation: 'Node HolidayYear',
      ask: (_, scene) => byId('node', scene.value('holiday year'), '{ ... on HolidayYear { year } }'),
    },
    {
      ...keepers,
      operation: 'Query readHolidayNotice',
      ask: () => ({ document: '{ readHolidayNotice(text: "元旦：1月1日放假。", year: 2026) { basis } }' }),
    },
    {
      ...keepers,
      operation: 'Mutation setHolidayYear',
      ask: () =>
        mutation('setHolidayYear', {
          year: 2031,
          status: 'PROVISIONAL',
          basis: '《全国年节及纪念日放假办法》',
          days: [{ date: '2031-01-01', kind: 'OFF', name: '元旦' }],
        }),
    },
  ],
};
