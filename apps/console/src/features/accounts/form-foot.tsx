import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/errors';

/** What was refused, and the two buttons of a form. */
export function FormFoot(props: { error: unknown; loading: boolean; verb: string; cancel(): void }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      {props.error ? (
        <p className="managed-refusal" role="alert">
          {errorText(props.error)}
        </p>
      ) : null}
      <div className="managed-foot">
        <Button onClick={props.cancel}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={props.loading}>
          {props.verb}
        </Button>
      </div>
    </>
  );
}
