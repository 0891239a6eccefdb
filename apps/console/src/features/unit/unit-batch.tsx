import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportJob } from '../../components/export-job';
import { BatchDrawer, type ChosenRows } from '../../components/ledger/batch-drawer';
import type { Selection } from '../../components/ledger/use-ledger';
import { OrganizationPicker } from '../../components/organization-picker';
import {
  BatchChangeUnitsDocument,
  UnitBatchConsequencesDocument,
  type Tier,
  type UnitFilter,
  type UnitOrder,
  type UnitsChangeInput,
} from '../../generated/graphql';
import { useMay } from '../../lib/session';
import { TIERS } from '../organization/words';
import { CoverageFields, coverageOf, type CoverageValues } from './coverage-fields';
import { useExportUnits } from './use-export-units';

type Verb = 'coverage' | 'organization' | 'tier';
interface Fields extends CoverageValues {
  organizationId: string | null;
  tier: Tier;
}

/** What the form says, as the API takes it. */
const wantedBy: Record<Verb, (fields: Partial<Fields>) => UnitsChangeInput | null> = {
  coverage: ({ coverage, ...rest }) => (coverage ? { coverage: coverageOf({ coverage, ...rest }) } : null),
  organization: ({ organizationId }) => (organizationId ? { organizationId } : null),
  tier: ({ tier }) => (tier ? { tier } : null),
};

/** Verbs for the chosen units. */
export function UnitBatch(props: {
  selection: Selection;
  filter: UnitFilter;
  order: UnitOrder;
  within: string | null;
  /** Something was written. */
  done(): void;
}) {
  const { t } = useTranslation(['unit', 'domain']);
  const { selection, filter, within, order } = props;
  const [verb, setVerb] = useState<Verb | null>(null);
  const maintains = useMay('unit.maintain');
  const exports = useMay('unit.export');
  const rows: ChosenRows = selection.all ? { filter, within } : { ids: [...selection.ids] };
  const exporting = useExportUnits({
    within: selection.all ? within : null,
    filter: selection.all ? filter : { ids: [...selection.ids], includeClosed: true },
    order,
  });
  return (
    <>
      {maintains
        ? (['coverage', 'organization', 'tier'] as const).map((one) => (
            <Button key={one} onClick={() => setVerb(one)}>
              {t(`batch.${one}`)}
            </Button>
          ))
        : null}
      {exports ? <ExportJob {...exporting} verb={t('batch.export')} /> : null}
      {verb ? (
        <BatchDrawer<Fields, { change: UnitsChangeInput }>
          title={t(`batch.${verb}`)}
          rows={rows}
          wanted={(fields) => {
            const change = wantedBy[verb](fields);
            return change && { change };
          }}
          consequences={UnitBatchConsequencesDocument}
          carryOut={BatchChangeUnitsDocument}
          verb={(count) => t('batch.verb', { count })}
          done={() => {
            setVerb(null);
            props.done();
          }}
          close={() => setVerb(null)}
        >
          {verb === 'coverage' ? <CoverageFields /> : null}
          {verb === 'organization' ? (
            <Form.Item name="organizationId" label={t('column.organization')}>
              <OrganizationPicker />
            </Form.Item>
          ) : null}
          {verb === 'tier' ? (
            <Form.Item name="tier" label={t('column.tier')}>
              <Select options={TIERS.map((value) => ({ value, label: t(`domain:tier.${value}`) }))} />
            </Form.Item>
          ) : null}
        </BatchDrawer>
      ) : null}
    </>
  );
}
