import { useMutation } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { NudgeObligationDocument, type ObligationRowFragment } from '../../generated/graphql';
import { dayOf, today } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';

/** 催办: once a day for an obligation; done today it says so instead. */
export function NudgeButton({
  obligation,
  done,
}: {
  obligation: Pick<ObligationRowFragment, 'id' | 'nudgedAt' | 'activityType' | 'organization'>;
  done(words: string): void;
}) {
  const { t } = useTranslation('obligation');
  const { message } = App.useApp();
  const [nudge, { loading }] = useMutation(NudgeObligationDocument);
  const { id, nudgedAt, activityType, organization } = obligation;
  const over = nudgedAt !== null && dayOf(nudgedAt) === today();
  const what = [organization?.name, activityType ? local(activityType.name) : null].filter(Boolean).join(' · ');
  return (
    <Button
      size="small"
      loading={loading}
      disabled={over}
      aria-label={`${t(over ? 'nudgedToday' : 'nudge')} ${what}`}
      onClick={() => {
        nudge({ variables: { input: { id } } }).then(
          () => done(t('nudgeDone', { what })),
          (thrown: unknown) => void message.error(errorText(thrown)),
        );
      }}
    >
      {t(over ? 'nudgedToday' : 'nudge')}
    </Button>
  );
}
