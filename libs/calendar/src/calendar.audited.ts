import { defineAudited } from '@dangwu/platform/audit';

/** What this library records. */
defineAudited({
  actions: {
    shipHolidayYears: { zh: '载入节假日', en: 'Load the shipped holidays' },
    setHolidayYear: { zh: '登记节假日安排', en: 'Set the holidays of a year' },
  },
  subjects: { HolidayYear: { zh: '节假日', en: 'Holidays of a year' } },
  fields: {
    'HolidayYear.status': { zh: '依据情况', en: 'status' },
    'HolidayYear.basis': { zh: '依据', en: 'basis' },
    'HolidayYear.noticedOn': { zh: '通知日期', en: 'day of the notice' },
    'HolidayYear.days': { zh: '变动的日子', en: 'days that changed' },
    years: { zh: '年份', en: 'years' },
  },
  values: {
    status: {
      NOTICED: { zh: '已公布', en: 'announced' },
      PROVISIONAL: { zh: '尚未公布，只含法定节假日', en: 'not announced, statutory days only' },
    },
  },
});
