import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/errors';
import './undo.css';

/** Seconds for which a light action can be taken back. */
const offered = 10;

/** Says that something was done; for ten seconds it can be taken back where that makes everything as it was. */
export function useUndo(): (words: string, undo?: () => Promise<unknown>) => void {
  const { t } = useTranslation('console');
  const { message } = App.useApp();
  return (words, undo) => {
    if (!undo) {
      void message.success(words);
      return;
    }
    const key = `undo-${Date.now()}`;
    const take = async () => {
      message.destroy(key);
      try {
        await undo();
        void message.success(t('undo.done'));
      } catch (error) {
        void message.error(errorText(error));
      }
    };
    void message.success({
      key,
      duration: offered,
      content: (
        <>
          {words}
          <Button type="link" className="undo-button" onClick={() => void take()}>
            {t('undo.verb')}
          </Button>
        </>
      ),
    });
  };
}
