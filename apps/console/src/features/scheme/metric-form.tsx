import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { local } from '../../lib/i18n';
import { ChoiceField, Field, TextField } from './fields';
import type { NodeFormProps } from './node-form';
import type { Band, Mapping, MetricNode } from './scheme-tree';

const MAPPINGS = ['LINEAR', 'STEPPED', 'FORMULA'] as const;
const begin: Record<Mapping['by'], Mapping> = {
  LINEAR: { by: 'LINEAR', from: '0', to: '100' },
  STEPPED: {
    by: 'STEPPED',
    bands: [
      { from: null, to: '80', share: '0' },
      { from: '80', to: null, share: '1' },
    ],
  },
  FORMULA: { by: 'FORMULA', formula: 'weight * value / 100' },
};

/** Which figure, and how it becomes points. */
export function MetricForm({ node, words, set }: NodeFormProps<MetricNode>) {
  const { t } = useTranslation('scheme');
  const figure = words.figures.find(({ key }) => key === node.figure);
  const map = (mapping: Mapping) => set({ ...node, mapping });
  return (
    <>
      <ChoiceField
        label={t('field.figure')}
        value={node.figure}
        options={words.figureOptions}
        search
        wide
        help={figure ? `${local(figure.definition)} ${t(`unit.${figure.unit}`)}` : t('figureHelp')}
        onChange={(key) => {
          const chosen = words.figures.find((one) => one.key === key);
          set({ ...node, figure: key, unit: chosen?.unit ?? node.unit });
        }}
      />
      <ChoiceField
        label={t('field.mapping')}
        value={node.mapping.by}
        options={MAPPINGS.map((value) => ({ value, label: t(`mapping.${value}`) }))}
        wide
        onChange={(by) => map(begin[by])}
      />
      <MappingFields mapping={node.mapping} unit={node.unit} set={map} />
    </>
  );
}

function MappingFields({ mapping, unit, set }: { mapping: Mapping; unit: MetricNode['unit']; set(to: Mapping): void }) {
  const { t } = useTranslation('scheme');
  if (mapping.by === 'LINEAR')
    return (
      <>
        <TextField
          label={t(`linearFrom.${unit}`)}
          number
          value={mapping.from}
          onChange={(from) => set({ ...mapping, from })}
        />
        <TextField label={t(`linearTo.${unit}`)} number value={mapping.to} onChange={(to) => set({ ...mapping, to })} />
      </>
    );
  if (mapping.by === 'FORMULA')
    return (
      <Field label={t('field.formula')} help={t('formulaHelp')} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            className="scheme-formula"
            rows={2}
            maxLength={500}
            spellCheck={false}
            value={mapping.formula}
            onChange={(event) => set({ ...mapping, formula: event.target.value })}
          />
        )}
      </Field>
    );
  return <Bands bands={mapping.bands} set={(bands) => set({ ...mapping, bands })} />;
}

/** From where to where gives which share: the end of each band is where the next one begins. */
function Bands({ bands, set }: { bands: readonly Band[]; set(bands: Band[]): void }) {
  const { t } = useTranslation('scheme');
  const change = (i: number, band: Partial<Band>) =>
    set(bands.map((one, at) => (at === i ? { ...one, ...band } : one)));
  const end = (i: number, to: string) =>
    set(bands.map((one, at) => (at === i ? { ...one, to } : at === i + 1 ? { ...one, from: to } : one)));
  const add = () => {
    const last = bands.at(-1);
    const from = last?.from ?? '0';
    set([...bands.slice(0, -1), ...(last ? [{ ...last, to: from }] : []), { from, to: null, share: '1' }]);
  };
  return (
    <fieldset className="scheme-rows-field">
      <legend>{t('field.bands')}</legend>
      <ol>
        {bands.map((band, i) => {
          const no = i + 1;
          return (
            <li key={i} className="scheme-band">
              <span className="nowrap">
                {band.from === null ? t('band.open') : t('band.from', { from: band.from })}
              </span>
              {band.to === null ? (
                <span className="quiet">{t('band.top')}</span>
              ) : (
                <Input
                  className="scheme-number"
                  inputMode="decimal"
                  aria-label={t('band.to', { no })}
                  value={band.to}
                  onChange={(event) => end(i, event.target.value)}
                />
              )}
              <Input
                className="scheme-number"
                inputMode="decimal"
                aria-label={t('band.share', { no })}
                value={band.share}
                onChange={(event) => change(i, { share: event.target.value })}
              />
              <Button
                type="text"
                icon={<CloseOutlined aria-hidden />}
                aria-label={t('band.remove', { no })}
                disabled={bands.length < 2}
                onClick={() => set(joined(bands, i))}
              />
            </li>
          );
        })}
      </ol>
      <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t('band.add')}
      </Button>
    </fieldset>
  );
}

/** Without a band: the one before it, or after the first, reaches over its place. */
function joined(bands: readonly Band[], i: number): Band[] {
  const gone = bands[i];
  return bands.flatMap((band, at) => {
    if (at === i) return [];
    if (i > 0 && at === i - 1) return [{ ...band, to: gone?.to ?? null }];
    return i === 0 && at === 1 ? [{ ...band, from: null }] : [band];
  });
}
