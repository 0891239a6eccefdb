import { registerEnumType } from '@nestjs/graphql';

export enum HolidayPolicy {
  KEEP = 'KEEP',
  SKIP = 'SKIP',
  SHIFT_BEFORE = 'SHIFT_BEFORE',
  SHIFT_AFTER = 'SHIFT_AFTER',
}
registerEnumType(HolidayPolicy, {
  name: 'HolidayPolicy',
  description: 'What becomes of an occurrence on a holiday.',
  valuesMap: {
    KEEP: { description: 'It stays (照常).' },
    SKIP: { description: 'It is left out (停办).' },
    SHIFT_BEFORE: { description: 'It moves to the working day before (提前).' },
    SHIFT_AFTER: { description: 'It moves to the next working day (顺延).' },
  },
});

export enum SeriesScope {
  FOLLOWING = 'FOLLOWING',
  ALL = 'ALL',
}
registerEnumType(SeriesScope, {
  name: 'SeriesScope',
  description: 'Which occurrences of a series a change is about.',
  valuesMap: {
    FOLLOWING: { description: 'This one and those after it (这一次及以后).' },
    ALL: { description: 'All that lie ahead (全部).' },
  },
});
