import { skipToken, useQuery } from '@apollo/client/react';
import { Drawer, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../../components/error-view';
import { OrganizationPageDocument, type OrganizationPageQuery } from '../../../generated/graphql';
import { DissolveForm } from './dissolve-form';
import { FoundForm } from './found-form';
import { MoveForm } from './move-form';
import { RenameForm } from './rename-form';
import { RetypeForm } from './retype-form';
import { SeatForm } from './seat-form';

/** What the reader wants to do, and to which organization. */
export type OperationAsked =
  | { readonly kind: 'found'; readonly parentId: string }
  | { readonly kind: 'rename' | 'retype' | 'dissolve' | 'seat'; readonly id: string }
  | { readonly kind: 'move'; readonly id: string; readonly parentId?: string };

export type Organization = NonNullable<OrganizationPageQuery['organization']>;
export type Facts = NonNullable<Organization['details']>;

export interface FormProps {
  organization: Organization;
  facts: Facts;
  /** Says what was done; `goTo` opens another organization. */
  onDone(text: string, goTo?: string): void;
  onCancel(): void;
}

/** The drawer in which every change of an organization is made. */
export function OperationDrawer(props: {
  asked: OperationAsked | null;
  onClose(): void;
  onDone(text: string, goTo?: string): void;
}) {
  const { asked } = props;
  const { t } = useTranslation('organization');
  const id = asked ? (asked.kind === 'found' ? asked.parentId : asked.id) : null;
  // Always asked anew: the form sends the version it was filled in against.
  const { data, error, loading, refetch } = useQuery(
    OrganizationPageDocument,
    id ? { variables: { id }, fetchPolicy: 'network-only' } : skipToken,
  );
  const organization = data?.organization;
  const facts = organization?.details;
  return (
    <Drawer
      open={asked !== null}
      onClose={props.onClose}
      title={asked && organization ? t(`${asked.kind}.title`, { name: organization.name }) : ' '}
      size={480}
      destroyOnHidden
      aria-label={asked && organization ? t(`${asked.kind}.title`, { name: organization.name }) : undefined}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {loading ? <Spin /> : null}
      {asked && !loading && organization && facts ? (
        <Form
          // Not by version: reading somebody else's change must not throw away what is typed.
          key={`${asked.kind} ${id}`}
          asked={asked}
          organization={organization}
          facts={facts}
          onDone={props.onDone}
          onCancel={props.onClose}
        />
      ) : null}
      {asked && !loading && organization && !facts ? <p>{t('unseen.maintain')}</p> : null}
    </Drawer>
  );
}

function Form({ asked, ...form }: FormProps & { asked: OperationAsked }) {
  switch (asked.kind) {
    case 'found':
      return <FoundForm {...form} />;
    case 'rename':
      return <RenameForm {...form} />;
    case 'retype':
      return <RetypeForm {...form} />;
    case 'dissolve':
      return <DissolveForm {...form} />;
    case 'seat':
      return <SeatForm {...form} />;
    case 'move':
      return <MoveForm {...form} parentId={asked.parentId} />;
  }
}
