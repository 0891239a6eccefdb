import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import type { ReadHolidayNoticeQuery } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { HolidayList } from './holiday-list';

type Read = ReadHolidayNoticeQuery['readHolidayNotice'];

/** What the text says: the holidays as they would be saved, and the lines that could not be read. */
export function NoticePreview(props: {
  read: Read | undefined;
  faults: Read['faults'];
  reading: boolean;
  error: unknown;
}) {
  const { t } = useTranslation('holidays');
  const { read, faults } = props;
  const count = (kind: Read['days'][number]['kind']) => read?.days.filter((day) => day.kind === kind).length ?? 0;
  return (
    <section className="notice-preview" aria-label={t('preview.label')} aria-busy={props.reading}>
      <h3>{read ? t('preview.count', { off: count('OFF'), work: count('WORK') }) : t('preview.label')}</h3>
      {props.error ? <p role="alert">{errorText(props.error)}</p> : null}
      {props.reading ? <p className="quiet">{t('preview.reading')}</p> : null}
      {faults.length ? (
        <ul className="notice-faults" role="alert">
          {faults.map((fault) => (
            <li key={`${fault.line ?? ''} ${fault.message.zh}`}>
              <StateGlyph state="late" />
              <span>
                {fault.line === null ? null : <strong>{t('preview.line', { line: fault.line })} </strong>}
                {local(fault.message)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {read?.days.length ? <HolidayList days={read.days} /> : null}
    </section>
  );
}
