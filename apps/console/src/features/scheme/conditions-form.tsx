import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { TIERS, TYPES, type EditorWords, type Option } from './editor-words';
import type { NodeFormProps } from './node-form';
import type { Condition } from './scheme-tree';

const ON = ['WHOLE_ZERO', 'TYPE_IN', 'TYPE_NOT_IN', 'TIER_IN', 'TIER_NOT_IN', 'DUTY_NONE_OF'] as const;

/** When a node does not apply: any of the conditions is enough. */
export function ConditionsForm({ node, words, set }: NodeFormProps) {
  const { t } = useTranslation('scheme');
  const conditions = node.notApplicable ?? [];
  const put = (next: Condition[]) => {
    const { notApplicable: _, ...rest } = node;
    set(next.length > 0 ? { ...rest, notApplicable: next } : rest);
  };
  const change = (i: number, condition: Condition) => put(conditions.map((one, at) => (at === i ? condition : one)));
  const first: Condition =
    node.kind === 'METRIC' && node.figure ? { on: 'WHOLE_ZERO', figure: node.figure } : { on: 'TYPE_IN', list: [] };
  return (
    <fieldset className="scheme-rows-field">
      <legend>{t('field.notApplicable')}</legend>
      <p className="quiet">{t('conditionHelp')}</p>
      <ul>
        {conditions.map((condition, i) => (
          <li key={i} className="scheme-condition">
            <Select<Condition['on']>
              aria-label={t('condition.on', { no: i + 1 })}
              value={condition.on}
              options={ON.map((value) => ({ value, label: t(`on.${value}`) }))}
              onChange={(on) => change(i, on === 'WHOLE_ZERO' ? { on, figure: '' } : { on, list: [] })}
            />
            <ConditionValue condition={condition} no={i + 1} words={words} set={(next) => change(i, next)} />
            <Button
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('condition.remove', { no: i + 1 })}
              onClick={() => put(conditions.filter((_, at) => at !== i))}
            />
          </li>
        ))}
      </ul>
      <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => put([...conditions, first])}>
        {t('condition.add')}
      </Button>
    </fieldset>
  );
}

function ConditionValue(props: {
  condition: Condition;
  no: number;
  words: EditorWords;
  set(condition: Condition): void;
}) {
  const { t } = useTranslation(['scheme', 'domain']);
  const { condition, no, words, set } = props;
  if (condition.on === 'WHOLE_ZERO')
    return (
      <Select<string>
        aria-label={t('condition.figure', { no })}
        value={condition.figure}
        options={words.figures
          .filter(({ rate }) => rate)
          .map(({ key }) => words.figureOptions.find(({ value }) => value === key)!)}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(figure) => set({ ...condition, figure })}
      />
    );
  const options: Option[] =
    condition.on === 'DUTY_NONE_OF'
      ? words.duties
      : condition.on.startsWith('TYPE')
        ? TYPES.map((value) => ({ value, label: t(`domain:type.${value}`) }))
        : TIERS.map((value) => ({ value, label: t(`domain:tier.${value}`) }));
  return (
    <Select<string[]>
      mode="multiple"
      aria-label={t('condition.list', { no })}
      value={condition.list}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(list) => set({ ...condition, list })}
    />
  );
}
