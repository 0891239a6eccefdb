import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { local } from '../../lib/i18n';
import type { EditorWords } from './editor-words';
import { ChoiceField, TextField } from './fields';
import { NamedRows } from './named-rows';
import { placed, type SchemeTree, type TieBreaker } from './scheme-tree';
import { ScorersFields } from './scorers-fields';

const MODES = ['HALF_UP', 'HALF_EVEN', 'DOWN'] as const;
const SCALES = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** What holds for the scheme as a whole: grades, the limit of the best one, equals, rounding, several scorers. */
export function RulesForm(props: { tree: SchemeTree; words: EditorWords; change(tree: SchemeTree): void }) {
  const { t } = useTranslation('scheme');
  const { tree, words, change } = props;
  const put = (part: Partial<SchemeTree>) => change({ ...tree, ...part });
  const { rounding, topShare } = tree;
  return (
    <div className="scheme-rules">
      <Panel title={t('rules.grades')} note={t('rules.gradesNote')}>
        <div className="scheme-form">
          <NamedRows
            label={t('rules.gradeList')}
            valueLabel={t('rules.from')}
            none={t('rules.last')}
            lastOpen
            rows={tree.grades.map(({ key, name, from }) => ({ key, name, value: from }))}
            onChange={(rows) => put({ grades: rows.map(({ key, name, value }) => ({ key, name, from: value })) })}
          />
          <Checkbox
            className="scheme-check"
            checked={topShare !== null}
            onChange={(event) => put({ topShare: event.target.checked ? { share: '0.30', atLeastOne: false } : null })}
          >
            {t('rules.limited')}
          </Checkbox>
          {topShare ? (
            <>
              <TextField
                label={t('rules.share')}
                help={t('rules.shareHelp')}
                number
                value={topShare.share}
                onChange={(share) => put({ topShare: { ...topShare, share } })}
              />
              <Checkbox
                className="scheme-check"
                checked={topShare.atLeastOne}
                onChange={(event) => put({ topShare: { ...topShare, atLeastOne: event.target.checked } })}
              >
                {t('rules.atLeastOne')}
              </Checkbox>
            </>
          ) : null}
        </div>
      </Panel>
      <Panel title={t('rules.ties')} note={t('rules.tiesNote')}>
        <div className="scheme-form">
          <TieBreakers tree={tree} words={words} set={(tieBreakers) => put({ tieBreakers })} />
          <ChoiceField
            label={t('rules.equalAtLimit')}
            value={tree.equalAtLimit}
            options={(['BOTH', 'NEITHER'] as const).map((value) => ({ value, label: t(`equal.${value}`) }))}
            wide
            onChange={(equalAtLimit) => put({ equalAtLimit })}
          />
        </div>
      </Panel>
      <Panel title={t('rules.points')}>
        <div className="scheme-form">
          <ChoiceField
            label={t('rules.scale')}
            value={String(rounding.scale) as (typeof SCALES)[number]}
            options={SCALES.map((value) => ({ value, label: t('rules.places', { count: Number(value) }) }))}
            onChange={(scale) => put({ rounding: { ...rounding, scale: Number(scale) } })}
          />
          <ChoiceField
            label={t('rules.mode')}
            value={rounding.mode}
            options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={(mode) => put({ rounding: { ...rounding, mode } })}
          />
          <ScorersFields scorers={tree.scorers} set={(scorers) => put({ scorers })} />
        </div>
      </Panel>
    </div>
  );
}

/** What decides between equals, in this order: points of an indicator, or a figure. */
function TieBreakers(props: { tree: SchemeTree; words: EditorWords; set(list: TieBreaker[]): void }) {
  const { t } = useTranslation('scheme');
  const { tree, words, set } = props;
  const nodes = placed(tree.root).filter(({ parent }) => parent);
  const options = [
    {
      label: t('tie.points'),
      options: nodes.map(({ node }) => ({ value: `NODE ${node.key}`, label: local(node.name) || node.key })),
    },
    ...(['HIGH', 'LOW'] as const).map((first) => ({
      label: t(`tie.${first}`),
      options: words.figures.map(({ key, name }) => ({ value: `${first} ${key}`, label: local(name) })),
    })),
  ];
  const valueOf = (one: TieBreaker) => (one.by === 'NODE' ? `NODE ${one.key}` : `${one.first} ${one.figure}`);
  const made = (value: string): TieBreaker => {
    const [by = '', key = ''] = value.split(' ');
    if (by === 'NODE') return { by, key };
    const name = words.figures.find((one) => one.key === key)?.name;
    return {
      by: 'FIGURE',
      figure: key,
      name: { zh: name?.zh ?? key, en: name?.en ?? key },
      first: by as 'HIGH' | 'LOW',
    };
  };
  const first = nodes[0]?.node.key;
  return (
    <fieldset className="scheme-rows-field">
      <legend>{t('rules.tieList')}</legend>
      <ol>
        {tree.tieBreakers.map((one, i) => (
          <li key={i} className="scheme-tie">
            <Select<string>
              aria-label={t('tie.no', { no: i + 1 })}
              value={valueOf(one)}
              options={options}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value) => set(tree.tieBreakers.map((each, at) => (at === i ? made(value) : each)))}
            />
            <Button
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('tie.remove', { no: i + 1 })}
              onClick={() => set(tree.tieBreakers.filter((_, at) => at !== i))}
            />
          </li>
        ))}
      </ol>
      {first === undefined ? null : (
        <Button
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => set([...tree.tieBreakers, { by: 'NODE', key: first }])}
        >
          {t('tie.add')}
        </Button>
      )}
    </fieldset>
  );
}
