import { encode } from 'uqr';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import './authenticator.css';

/** The secret of an authenticator as a square code, drawn here, and in letters for typing. */
export function Authenticator({ address, secret }: { address: string; secret: string }) {
  const { t } = useTranslation('console');
  const { size, path } = useMemo(() => {
    const { data, size } = encode(address, { border: 2 });
    const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: cells.join('') };
  }, [address]);
  return (
    <div className="authenticator">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('authenticator.code')}>
        <rect className="authenticator-paper" width={size} height={size} />
        <path className="authenticator-ink" d={path} shapeRendering="crispEdges" />
      </svg>
      <div>
        <p>{t('authenticator.scan')}</p>
        <p className="quiet">{t('authenticator.type')}</p>
        <p className="authenticator-secret">
          <code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </div>
    </div>
  );
}
