import { DeleteOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Resolution, Vote } from './content';
import { PersonField } from './person-field';
import { VoteLine } from './vote-line';

const NO_VOTES: Vote = {
  base: 'PRESENT',
  inFavour: 0,
  against: 0,
  abstained: 0,
  of: 0,
  needed: null,
  passed: null,
  rule: null,
};
const COUNTS = ['inFavour', 'against', 'abstained'] as const;

/** One resolution: what, who, until when, and the vote on it. The API counts whether it passed. */
export function ResolutionFields(props: {
  organizationId: string;
  no: number;
  resolution: Resolution;
  onChange(resolution: Resolution): void;
  remove(): void;
}) {
  const { t } = useTranslation('minutes');
  const { no, resolution, onChange } = props;
  const { vote } = resolution;
  const name = t('resolution', { no });
  const set = (more: Partial<Resolution>) => onChange({ ...resolution, ...more });
  return (
    <fieldset className="minutes-resolution">
      <legend>{name}</legend>
      <div className="minutes-resolution-line">
        <Input
          aria-label={t('field.resolutionOf', { name })}
          value={resolution.text}
          maxLength={1000}
          placeholder={t('field.resolutionHelp')}
          onChange={(event) => set({ text: event.target.value })}
        />
        <Button type="text" icon={<DeleteOutlined />} aria-label={t('removeOf', { name })} onClick={props.remove} />
      </div>
      <div className="minutes-resolution-line">
        <PersonField
          organizationId={props.organizationId}
          organizations
          label={t('field.ownerOf', { name })}
          placeholder={t('choose.ownerHelp')}
          value={{ name: resolution.owner ?? '', id: resolution.ownerId ?? null }}
          onChange={({ name: owner, id }) => set({ owner: owner || null, ownerId: id })}
          maxLength={100}
        />
        <DatePicker
          aria-label={t('field.dueOf', { name })}
          placeholder={t('field.due')}
          value={resolution.dueOn ? dayjs(resolution.dueOn) : null}
          onChange={(day) => set({ dueOn: day?.format('YYYY-MM-DD') ?? null })}
        />
        {resolution.ownerId ? <span className="quiet">{t('becomesTask')}</span> : null}
        {vote ? null : <Button onClick={() => set({ vote: NO_VOTES })}>{t('vote.add')}</Button>}
      </div>
      {vote ? (
        <>
          <div className="minutes-resolution-line">
            {COUNTS.map((count) => (
              <label key={count} className="minutes-count">
                {t(`vote.${count}`)}
                <InputNumber
                  min={0}
                  max={1_000_000}
                  precision={0}
                  value={vote[count]}
                  onChange={(value) => set({ vote: { ...vote, [count]: value ?? 0 } })}
                />
              </label>
            ))}
            <Button type="text" onClick={() => set({ vote: null })}>
              {t('vote.remove')}
            </Button>
          </div>
          {vote.of > 0 ? <VoteLine vote={vote} /> : null}
        </>
      ) : null}
    </fieldset>
  );
}
