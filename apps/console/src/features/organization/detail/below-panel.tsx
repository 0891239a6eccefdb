import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel';
import { OrganizationBelowDocument } from '../../../generated/graphql';
import { useAsOf } from '../../../lib/as-of';
import type { Organization } from '../operations/operation-drawer';
import { BelowLines } from './below-lines';

const SHOWN = 8;

/** The organizations directly below, on the overview; the table with all of them is a tab away. */
export function BelowPanel({ organization, onAll }: { organization: Organization; onAll(): void }) {
  const { t } = useTranslation('organization');
  const { asOf } = useAsOf();
  const { id, childCount } = organization;
  const { data } = useQuery(
    OrganizationBelowDocument,
    childCount > 0 ? { variables: { filter: { parentId: id }, first: SHOWN, asOf } } : skipToken,
  );
  if (!data || childCount === 0) return null;
  return (
    <Panel
      title={t('below.title')}
      flush
      extra={
        <button type="button" className="link-button" onClick={onAll}>
          {t('below.all', { count: childCount })}
        </button>
      }
    >
      <BelowLines rows={data.organizations.nodes} />
    </Panel>
  );
}
