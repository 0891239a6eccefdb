import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportJob } from '../../components/export-job';
import { BatchDrawer, type ChosenRows } from '../../components/ledger/batch-drawer';
import type { Selection } from '../../components/ledger/use-ledger';
import { OrganizationPicker } from '../../components/organization-picker';
import {
  BatchTransferConsequencesDocument,
  BatchTransferMembersDocument,
  type MemberFilter,
  type MemberOrder,
} from '../../generated/graphql';
import { useMay } from '../../lib/session';
import { useExportMembers } from './use-export-members';
import type { MemberColumnKey } from './words';

interface Fields {
  organizationId: string | null;
}

/** Verbs for the chosen members. */
export function MemberBatch(props: {
  selection: Selection;
  filter: MemberFilter;
  order: MemberOrder;
  columns: readonly MemberColumnKey[];
  within: string | null;
  /** Something was written. */
  done(): void;
}) {
  const { t } = useTranslation('member');
  const { selection, filter, within, order, columns } = props;
  const [transfers, setTransfers] = useState(false);
  const maintains = useMay('member.maintain');
  const exports = useMay('member.export');
  const rows: ChosenRows = selection.all ? { filter, within } : { ids: [...selection.ids] };
  const exporting = useExportMembers({
    within: selection.all ? within : null,
    filter: selection.all ? filter : { ids: [...selection.ids], includeLeft: true },
    order,
    columns,
    asOf: null,
  });
  return (
    <>
      {maintains ? <Button onClick={() => setTransfers(true)}>{t('transfer.verb')}</Button> : null}
      {exports ? <ExportJob {...exporting} verb={t('batch.export')} /> : null}
      {transfers ? (
        <BatchDrawer<Fields, { organizationId: string }>
          title={t('batch.transferTitle')}
          rows={rows}
          wanted={({ organizationId }) => (organizationId ? { organizationId } : null)}
          consequences={BatchTransferConsequencesDocument}
          carryOut={BatchTransferMembersDocument}
          verb={(count) => t('batch.transferVerb', { count })}
          ahead
          done={() => {
            setTransfers(false);
            props.done();
          }}
          close={() => setTransfers(false)}
        >
          <Form.Item name="organizationId" label={t('transfer.to')} extra={t('batch.transferHelp')}>
            <OrganizationPicker />
          </Form.Item>
        </BatchDrawer>
      ) : null}
    </>
  );
}
