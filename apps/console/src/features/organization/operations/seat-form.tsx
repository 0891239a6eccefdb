import { useMutation } from '@apollo/client/react';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FillSeatDocument, type SeatPost } from '../../../generated/graphql';
import { postsOf } from '../words';
import { Field } from './field';
import type { FormProps } from './operation-drawer';
import { noBasis, OperationForm } from './operation-form';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

/** 增补: somebody takes a seat in a committee or a group. */
export function SeatForm({ organization, onDone, onCancel }: FormProps) {
  const { t } = useTranslation(['organization', 'domain']);
  const { id: organizationId } = organization;
  const posts = postsOf[organization.type] ?? [];
  const [values, change, forget] = useDraft<ReturnType<typeof noBasis> & Seat>(`seat.${organizationId}`, {
    ...noBasis(),
    post: posts.at(-1) ?? 'GROUP_MEMBER',
    personName: '',
    title: '',
  });
  const state = useSubmit({ version: 0, fields: ['post', 'personName', 'title', 'since', 'basis'] });
  const [fill] = useMutation(FillSeatDocument);
  const personName = values.personName.trim();
  const send = () =>
    void state.submit(async () => {
      const { post, title, basis, effectiveOn: since } = values;
      const input = { organizationId, post, personName, title: title.trim() || null, since, basis: basis.trim() };
      await fill({ variables: { input } });
      forget();
      onDone(t('seat.done', { name: personName }));
    });
  return (
    <OperationForm
      values={values}
      change={change}
      state={state}
      verb={t('seat.verb')}
      blocked={personName === ''}
      onSubmit={send}
      onCancel={onCancel}
    >
      <Field label={t('seats.person')} error={state.errors['personName']}>
        {(control) => (
          <Input
            {...control}
            maxLength={50}
            value={values.personName}
            onChange={(event) => change({ personName: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('seats.post')} error={state.errors['post']}>
        {(control) => (
          <Select
            {...control}
            value={values.post}
            options={posts.map((value) => ({ value, label: t(`domain:post.${value}`) }))}
            onChange={(post) => change({ post })}
          />
        )}
      </Field>
      <Field
        label={t('seats.what')}
        help={t('seat.titleHelp')}
        error={state.errors['title']}
        optional={t('operation.optional')}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={values.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
    </OperationForm>
  );
}

interface Seat {
  post: SeatPost;
  personName: string;
  title: string;
}
