import { useQuery } from '@apollo/client/react';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView, NotFound } from '../../components/error-view';
import { StaffDetailDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { AssignForm } from './assign-form';
import { ChangeForm } from './change-form';
import { EndForm } from './end-form';
import { PlanForm } from './plan-form';
import { StaffDetail } from './staff-detail';
import './staff.css';

export type StaffAct = 'change' | 'end' | 'plan' | null;

/** One of the staff: what is known, what was handed over; and the forms that change it. */
export function StaffDrawer(props: {
  id: string;
  /** Where somebody new is assigned unless said otherwise. */
  organizationId: string | null;
  close(): void;
  done(words: string): void;
}) {
  const { t } = useTranslation('staff');
  const { asOf } = useAsOf();
  const assigns = props.id === 'new';
  const [act, setAct] = useState<StaffAct>(null);
  const { data, error, refetch } = useQuery(StaffDetailDocument, {
    variables: { id: props.id, asOf },
    skip: assigns,
    // the forms send the version they were filled in against
    fetchPolicy: 'cache-and-network',
  });
  const staff = data?.staffAssignment;
  const finish = (words: string) => {
    props.done(words);
    if (assigns) return props.close();
    setAct(null);
    void refetch();
  };
  const title = assigns ? t('assign.title') : staff?.name;
  const form = { done: finish, cancel: () => setAct(null) };
  return (
    <Drawer
      title={title ?? ' '}
      aria-label={title}
      size={480}
      open
      rootClassName="staff-drawer"
      onClose={props.close}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data && !staff ? <NotFound /> : null}
      {assigns ? <AssignForm organizationId={props.organizationId} done={finish} cancel={props.close} /> : null}
      {staff && act === 'change' ? <ChangeForm staff={staff} {...form} /> : null}
      {staff && act === 'end' ? <EndForm staff={staff} plan={() => setAct('plan')} {...form} /> : null}
      {staff && act === 'plan' ? <PlanForm from={staff} {...form} /> : null}
      {staff && !act ? <StaffDetail staff={staff} onAct={setAct} past={Boolean(asOf)} /> : null}
    </Drawer>
  );
}
