import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTagName } from './tag-names';
import { placed, type SchemeTree } from './scheme-tree';

/** Only indicators with one of some tags; nothing where the scheme has none. */
export function TagFilter(props: { tree: SchemeTree; value: string[]; onChange(tags: string[]): void }) {
  const { t } = useTranslation('scheme');
  const tagName = useTagName();
  const used = [...new Set(placed(props.tree.root).flatMap(({ node }) => node.tags ?? []))];
  if (used.length === 0) return null;
  return (
    <Select<string[]>
      className="scheme-tag-filter"
      size="small"
      mode="multiple"
      allowClear
      aria-label={t('tagFilter')}
      placeholder={t('tagFilter')}
      value={props.value}
      options={used.map((tag) => ({ value: tag, label: tagName(tag) }))}
      onChange={props.onChange}
    />
  );
}
