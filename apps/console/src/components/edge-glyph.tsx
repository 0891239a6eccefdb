import { useTranslation } from 'react-i18next';

/**
 * The kind of edge to the superior: 领导 LEADS a solid elbow, 指导 GUIDES a dashed grey one.
 * Without `named` the word must stand nearby.
 */
export function EdgeGlyph({ relation, named }: { relation: 'LEADS' | 'GUIDES'; named?: boolean }) {
  const { t } = useTranslation('domain');
  const leads = relation === 'LEADS';
  const word = t(`relation.${relation}`);
  return (
    <span className="edge">
      <svg
        viewBox="0 0 20 14"
        width="20"
        height="14"
        role={named ? undefined : 'img'}
        aria-label={named ? undefined : word}
        aria-hidden={named ? true : undefined}
        focusable="false"
      >
        <path
          d="M2 1v9h16"
          fill="none"
          stroke={leads ? 'var(--primary-line)' : 'var(--todo-fg)'}
          strokeWidth={leads ? 2 : 1.6}
          strokeDasharray={leads ? undefined : '3 2.5'}
        />
      </svg>
      {named ? <span>{word}</span> : null}
    </span>
  );
}
