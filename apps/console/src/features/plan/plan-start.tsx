import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { DraftYearPlanDocument } from '../../generated/graphql';
import { errorText } from '../../lib/errors';

/** What a plan is, and the button that makes it. */
export function PlanStart(props: { organizationId: string; year: number; begun(): void }) {
  const { t } = useTranslation('plan');
  const { organizationId, year } = props;
  const [draft, { loading }] = useMutation(DraftYearPlanDocument);
  const [refused, setRefused] = useState<unknown>(null);
  const begin = async () => {
    setRefused(null);
    const answer = await draft({ variables: { input: { organizationId, year } } }).catch(
      (error: unknown) => void setRefused(error),
    );
    if (answer?.data) props.begun();
  };
  return (
    <Panel title={t('start')}>
      <p>{t('startHelp', { year })}</p>
      {refused ? (
        <p role="alert" className="entry-refusal">
          {errorText(refused)}
        </p>
      ) : null}
      <Button type="primary" loading={loading} onClick={() => void begin()}>
        {t('draft', { year })}
      </Button>
    </Panel>
  );
}
