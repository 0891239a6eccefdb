import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../components/sheet';
import './help-sheet.css';

const shortcuts = [
  { keys: ['Ctrl', 'K'], word: 'palette' },
  { keys: ['/'], word: 'search' },
  { keys: ['?'], word: 'help' },
  { keys: ['Tab'], word: 'tab' },
  { keys: ['Esc'], word: 'escape' },
] as const;

/** The shortcuts that work everywhere. */
export function HelpSheet({ close }: { close(): void }) {
  const { t } = useTranslation('console');
  return (
    <Sheet label={t('help.title')} close={close}>
      <h2 className="sheet-title">{t('help.title')}</h2>
      <table className="help-keys">
        <tbody>
          {shortcuts.map(({ keys, word }) => (
            <tr key={word}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{t(`help.${word}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="help-close">
        <Button onClick={close}>{t('shell.close')}</Button>
      </div>
    </Sheet>
  );
}
