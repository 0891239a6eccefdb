import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchDrawer, type ChosenRows } from '../../../components/ledger/batch-drawer';
import type { Selection } from '../../../components/ledger/use-ledger';
import { OrganizationPicker } from '../../../components/organization-picker';
import {
  BatchDissolveConsequencesDocument,
  BatchDissolveOrganizationsDocument,
  BatchMoveConsequencesDocument,
  BatchMoveOrganizationsDocument,
  type ParentRelation,
  type PartyOrganizationFilter,
  type PartyOrganizationOrder,
} from '../../../generated/graphql';
import { ExportButton } from '../export-button';
import { RELATIONS } from '../words';

interface MoveFields {
  parentId: string | null;
  relation: ParentRelation | null;
}

/** Verbs for the chosen organizations: each is carried out as it would be alone. */
export function ChildrenBatch(props: {
  selection: Selection;
  filter: PartyOrganizationFilter;
  order: PartyOrganizationOrder;
  within: string | null;
  maintains: boolean;
  exports: boolean;
  /** Something was written. */
  done(): void;
}) {
  const { t } = useTranslation(['organization', 'domain']);
  const { selection, filter, within, order } = props;
  const [verb, setVerb] = useState<'move' | 'dissolve' | null>(null);
  const rows: ChosenRows = selection.all ? { filter, within } : { ids: [...selection.ids] };
  const shared = {
    rows,
    ahead: true,
    close: () => setVerb(null),
    done: () => {
      setVerb(null);
      props.done();
    },
  };
  return (
    <>
      {props.maintains ? (
        <>
          <Button onClick={() => setVerb('move')}>{t('batch.move')}</Button>
          <Button danger onClick={() => setVerb('dissolve')}>
            {t('batch.dissolve')}
          </Button>
        </>
      ) : null}
      {props.exports ? (
        <ExportButton
          within={selection.all ? within : null}
          filter={selection.all ? filter : { ids: [...selection.ids] }}
          order={order}
          verb={t('batch.export')}
        />
      ) : null}
      {verb === 'move' ? (
        <BatchDrawer<MoveFields, { parentId: string; relation: ParentRelation | null }>
          {...shared}
          title={t('batch.moveTitle')}
          wanted={({ parentId, relation }) => (parentId ? { parentId, relation: relation ?? null } : null)}
          consequences={BatchMoveConsequencesDocument}
          carryOut={BatchMoveOrganizationsDocument}
          verb={(count) => t('move.verbCount', { count })}
        >
          <Form.Item name="parentId" label={t('move.parent')} extra={t('batch.moveHelp')}>
            <OrganizationPicker />
          </Form.Item>
          <Form.Item name="relation" label={t('relationLabel')}>
            <Select
              allowClear
              placeholder={t('batch.sameRelation')}
              options={RELATIONS.map((value) => ({ value, label: t(`domain:relation.${value}`) }))}
            />
          </Form.Item>
        </BatchDrawer>
      ) : null}
      {verb === 'dissolve' ? (
        <BatchDrawer<object, object>
          {...shared}
          danger
          title={t('batch.dissolveTitle')}
          wanted={() => ({})}
          consequences={BatchDissolveConsequencesDocument}
          carryOut={BatchDissolveOrganizationsDocument}
          verb={(count) => t('batch.dissolveVerb', { count })}
        >
          <p className="operation-text">{t('batch.dissolveText')}</p>
        </BatchDrawer>
      ) : null}
    </>
  );
}
