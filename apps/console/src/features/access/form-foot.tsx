import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/errors';

/** Refusal, then the two buttons; the main one repeats the verb. */
export function FormFoot(props: { error: unknown; loading: boolean; verb: string; cancel(): void }) {
  const { t } = useTranslation('access');
  return (
    <>
      {props.error ? (
        <p role="alert" className="access-refusal">
          {errorText(props.error)}
        </p>
      ) : null}
      <div className="access-acts">
        <Button onClick={props.cancel}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={props.loading}>
          {props.verb}
        </Button>
      </div>
    </>
  );
}
