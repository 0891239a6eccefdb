import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** A field for the things that are to be handed over, a line each; a Form.Item gives it `value`, `onChange`, `id`. */
export function ItemsField(props: { value?: string[]; onChange?(items: string[]): void; id?: string }) {
  const { t } = useTranslation('handover');
  const { value: items = [], onChange } = props;
  return (
    <div id={props.id} className="item-lines" role="group" aria-label={t('plan.items')}>
      {items.map((text, at) => (
        // lines have nothing but their place to be known by
        <div key={at} className="item-line">
          <Input
            maxLength={200}
            value={text}
            aria-label={t('plan.itemNo', { no: at + 1 })}
            onChange={(event) => onChange?.(items.map((one, i) => (i === at ? event.target.value : one)))}
          />
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('item.remove', { text })}
            onClick={() => onChange?.(items.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => onChange?.([...items, ''])}>
        {t('item.add')}
      </Button>
    </div>
  );
}
