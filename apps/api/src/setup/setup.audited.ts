import { defineAudited } from '@dangwu/platform/audit';

/** The first event of an installation. */
defineAudited({
  actions: { setUp: { zh: '建立系统', en: 'Set the installation up' } },
  fields: {
    association: { zh: '协会', en: 'association' },
    root: { zh: '根组织', en: 'root organization' },
    accounts: { zh: '账号', en: 'accounts' },
  },
});
