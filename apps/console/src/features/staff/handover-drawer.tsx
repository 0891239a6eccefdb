import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Descriptions, Drawer, Form, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView, NotFound } from '../../components/error-view';
import { ScopedLink } from '../../components/scoped-link';
import {
  HandoverDetailDocument,
  WithdrawHandoverDocument,
  type HandoverDetailFragment,
  type StaffChoiceFragment,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { Confirmations } from './confirmations';
import { HandoverItems } from './handover-items';
import { HandoverTerm } from './handover-term';
import { PlanForm } from './plan-form';
import { StaffPicker } from './staff-picker';
import { useItems } from './use-items';
import './staff.css';

/** One handover: what is handed over, item by item, and who confirmed it; or a new one. */
export function HandoverDrawer(props: { id: string; close(): void; done(words: string): void }) {
  const { t } = useTranslation('handover');
  const plans = props.id === 'new';
  const { data, error, refetch } = useQuery(HandoverDetailDocument, {
    variables: { id: props.id },
    skip: plans,
    // what is edited here carries the version it was read with
    fetchPolicy: 'cache-and-network',
  });
  const handover = data?.handover;
  const finish = (words: string) => {
    props.done(words);
    props.close();
  };
  const between = { from: handover?.from?.name ?? t('unseen'), to: handover?.to?.name ?? t('unseen') };
  const title = plans ? t('plan.title') : handover ? t('between', between) : ' ';
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={560}
      open
      rootClassName="staff-drawer"
      onClose={props.close}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data && !handover ? <NotFound /> : null}
      {plans ? <PlanNew done={finish} cancel={props.close} /> : null}
      {handover ? <Detail handover={handover} withdrawn={finish} reread={() => void refetch()} /> : null}
    </Drawer>
  );
}

/** Whose work it is comes first: who can take it over follows from that. */
function PlanNew(props: { done(words: string): void; cancel(): void }) {
  const { t } = useTranslation('handover');
  const [from, setFrom] = useState<StaffChoiceFragment>();
  return (
    <>
      <Form className="entry-form" layout="vertical" requiredMark={false} component="div">
        <Form.Item label={t('field.from')} htmlFor="handover-from" extra={t('plan.fromHelp')}>
          <StaffPicker id="handover-from" value={from?.id} choose={setFrom} />
        </Form.Item>
      </Form>
      {from ? <PlanForm key={from.id} from={from} {...props} /> : null}
    </>
  );
}

function Detail(props: { handover: HandoverDetailFragment; withdrawn(words: string): void; reread(): void }) {
  const { t } = useTranslation('handover');
  const { message } = App.useApp();
  const { handover, reread } = props;
  const { id, version, organization, from, to } = handover;
  const list = useItems(handover, reread);
  const [withdraw, { loading }] = useMutation(WithdrawHandoverDocument);
  const maintains = from?.viewerCan.maintain ?? false;
  const open = !handover.fromConfirmedAt && !handover.toConfirmedAt;
  const person = (one: { id: string; name: string } | null) =>
    one ? <ScopedLink to={`/staff?staff=${one.id}`}>{one.name}</ScopedLink> : t('unseen');
  const takeBack = async () => {
    try {
      await withdraw({ variables: { input: { id, version } } });
      props.withdrawn(t('withdraw.done'));
    } catch (refused) {
      void message.error(errorText(refused));
      reread();
    }
  };
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 112 } }}
        items={[
          { key: 'state', label: t('field.state'), children: <HandoverTerm handover={handover} /> },
          { key: 'dueOn', label: t('field.dueOn'), children: handover.dueOn },
          {
            key: 'organization',
            label: t('field.organization'),
            children: organization ? (
              <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink>
            ) : (
              t('unseen')
            ),
          },
          { key: 'from', label: t('field.from'), children: person(from) },
          { key: 'to', label: t('field.to'), children: person(to) },
        ]}
      />
      <HandoverItems list={list} editable={maintains && open} />
      <Confirmations handover={handover} list={list} maintains={maintains} reread={reread} />
      {maintains && open ? (
        <Popconfirm
          title={t('withdraw.ask')}
          description={t('withdraw.help')}
          okText={t('withdraw.verb')}
          okButtonProps={{ danger: true }}
          cancelText={t('cancel')}
          onConfirm={takeBack}
        >
          <Button className="handover-withdraw" danger loading={loading} disabled={list.sending}>
            {t('withdraw.of')}
          </Button>
        </Popconfirm>
      ) : null}
    </>
  );
}
