import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import type { SchemePreviewQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { pointsText, saidOf, shortText } from '../assessment/result-numbers';
import { TIERS, TYPES } from './editor-words';
import { FaultsPanel } from './faults-panel';
import { PreviewInputs } from './preview-inputs';
import type { SchemeTree } from './scheme-tree';
import { usePreview, type Previewing } from './use-preview';

type Preview = SchemePreviewQuery['schemePreview'];

/** 试算: what the scheme comes to with made-up data, or with what is entered, and why. */
export function PreviewPanel({ tree, go }: { tree: SchemeTree; go(nodeKey: string | null): void }) {
  const previewing = usePreview(tree);
  const { preview, error, refetch } = previewing;
  if (error && !preview) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!preview) return <div aria-busy="true" />;
  if (preview.schemeFaults.length > 0) return <FaultsPanel faults={preview.schemeFaults} go={go} />;
  return (
    <div className="scheme-columns">
      <div className="scheme-main">
        <Total preview={preview} previewing={previewing} />
        <Explained preview={preview} />
      </div>
      <PreviewInputs tree={tree} preview={preview} previewing={previewing} />
    </div>
  );
}

function Total({ preview, previewing }: { preview: Preview; previewing: Previewing }) {
  const { t } = useTranslation(['scheme', 'domain']);
  const { total, grade, nodes, inputFaults } = preview;
  return (
    <Panel
      title={t('preview.title')}
      note={t('preview.note')}
      extra={
        <Button size="small" onClick={previewing.again}>
          {t('preview.again')}
        </Button>
      }
    >
      <div className="scheme-total">
        <p>
          <strong>{total === null ? '—' : pointsText(total)}</strong>
          <span className="quiet"> / {shortText(nodes[0]?.weight ?? '0')}</span>
        </p>
        <p>{grade ? local(grade.name) : t('preview.noGrade')}</p>
        <div className="scheme-subject">
          <Select
            aria-label={t('preview.type')}
            value={previewing.organizationType}
            options={TYPES.map((value) => ({ value, label: t(`domain:type.${value}`) }))}
            onChange={previewing.setType}
          />
          <Select
            aria-label={t('preview.tier')}
            value={previewing.tier}
            options={TIERS.map((value) => ({ value, label: t(`domain:tier.${value}`) }))}
            onChange={previewing.setTier}
          />
        </div>
      </div>
      {inputFaults.length > 0 ? (
        <ul className="scheme-input-faults">
          {inputFaults.map(({ path, code, place, message }) => (
            <li key={`${path} ${code}`}>
              <strong>{local(place)}</strong> {local(message)}
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

/** Every number with the sentence it comes from. */
function Explained({ preview: { nodes } }: { preview: Preview }) {
  const { t } = useTranslation(['scheme', 'result']);
  const depths = new Map<string, number>();
  for (const { key, parentKey } of nodes) depths.set(key, parentKey === null ? 0 : (depths.get(parentKey) ?? 0) + 1);
  return (
    <Panel title={t('preview.why')} flush>
      <ul className="scheme-explained">
        {nodes.map((node) => {
          const name = local(node.name);
          const said = saidOf(local(node.explanation), { name, points: node.points });
          return (
            <li
              key={node.key}
              data-depth={Math.min(depths.get(node.key) ?? 0, 5)}
              data-not={node.applies ? undefined : ''}
            >
              <p>
                <span>{name}</span>
                {node.kind === 'GROUP' ? null : <span className="scheme-kind">{t(`kind.${node.kind}`)}</span>}
                <strong>{node.applies ? pointsText(node.points) : t('preview.not')}</strong>
              </p>
              <p className="quiet">{[said.equation, said.counted].filter(Boolean).join(' · ')}</p>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
