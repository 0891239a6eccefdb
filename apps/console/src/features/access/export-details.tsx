import { useTranslation } from 'react-i18next';
import type { ExportRequestRowFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';

/** Conditions and columns as asked, in one line. */
export function ExportDetails({ request }: { request: ExportRequestRowFragment }) {
  const { t } = useTranslation('access');
  const details = request.details.map(({ name, value }) =>
    t('exports.detail', { name: local(name), value: local(value) }),
  );
  return details.join(t('exports.separator'));
}

/** When it was asked for, and what for. */
export function ExportReason({ request }: { request: ExportRequestRowFragment }) {
  const { t } = useTranslation('access');
  return t('exports.askedAt', { at: moment(request.requestedAt), reason: request.reason });
}
