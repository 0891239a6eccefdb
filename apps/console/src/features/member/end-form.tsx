import { useMutation } from '@apollo/client/react';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntryAndFoot, EntryForm, entryOf, FormFoot, type EntryFields } from '../../components/entry-form';
import {
  EndAffiliationDocument,
  EndAppointmentDocument,
  WithdrawAffiliationDocument,
  type MemberDetailFragment,
} from '../../generated/graphql';

/** What is to end: an affiliation, one that has not begun, or a post. */
export interface Ending {
  readonly kind: 'endAffiliation' | 'withdrawAffiliation' | 'endAppointment';
  readonly id: string;
  readonly words: string;
  readonly name: string;
}

/** 结束组织关系, 撤回转接, 免职. */
export function EndForm(props: {
  member: MemberDetailFragment;
  ending: Ending;
  done(words: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation('member');
  const { member, ending } = props;
  const [endAffiliation, affiliation] = useMutation(EndAffiliationDocument);
  const [endAppointment, appointment] = useMutation(EndAppointmentDocument);
  const [withdraw, withdrawing] = useMutation(WithdrawAffiliationDocument);
  const words = { name: member.name, what: ending.words, at: ending.name };
  const common = { id: member.id, version: member.version };
  const finish = (answer: unknown) => {
    if (answer) props.done(t(`${ending.kind}.done`, words));
  };
  const end = async (fields: EntryFields) => {
    const { effectiveOn: on, basis } = entryOf(fields);
    const input = { ...common, on, basis };
    // a refusal is shown above the buttons
    finish(
      await (
        ending.kind === 'endAppointment'
          ? endAppointment({ variables: { input: { ...input, appointmentId: ending.id } } })
          : endAffiliation({ variables: { input: { ...input, affiliationId: ending.id } } })
      ).catch(() => null),
    );
  };
  const takeBack = async () =>
    finish(await withdraw({ variables: { input: { ...common, affiliationId: ending.id } } }).catch(() => null));
  const text = <p>{t(`${ending.kind}.text`, words)}</p>;
  if (ending.kind === 'withdrawAffiliation')
    return (
      <Form className="entry-form" layout="vertical" onFinish={() => void takeBack()}>
        {text}
        <FormFoot
          error={withdrawing.error}
          loading={withdrawing.loading}
          verb={t('withdrawAffiliation.verb')}
          cancel={props.cancel}
        />
      </Form>
    );
  return (
    <EntryForm<EntryFields> save={end}>
      {text}
      <EntryAndFoot
        day={t(`${ending.kind}.on`)}
        ahead
        error={affiliation.error ?? appointment.error}
        loading={affiliation.loading || appointment.loading}
        verb={t(`${ending.kind}.verb`)}
        danger={ending.kind === 'endAffiliation'}
        cancel={props.cancel}
      />
    </EntryForm>
  );
}
