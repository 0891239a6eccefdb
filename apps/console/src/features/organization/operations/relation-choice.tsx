import { Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../../components/edge-glyph';
import type { ParentRelation } from '../../../generated/graphql';
import { RELATIONS } from '../words';

/** LEADS or GUIDES, each with what it means for the superior. */
export function RelationChoice(props: { value: ParentRelation; onChange(relation: ParentRelation): void }) {
  const { t } = useTranslation('organization');
  const id = useId();
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span className="field-label" id={id}>
        {t('relationLabel')}
      </span>
      <Radio.Group
        name={id}
        aria-labelledby={id}
        className="relation-choice"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value as ParentRelation)}
      >
        {RELATIONS.map((relation) => (
          <Radio key={relation} value={relation}>
            <EdgeGlyph relation={relation} named />
            <span className="field-help">{t(`relationMeans.${relation}`)}</span>
          </Radio>
        ))}
      </Radio.Group>
    </div>
  );
}
