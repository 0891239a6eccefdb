import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../../app/routes';
import { RoomMaterialsDocument } from '../../../generated/graphql';
import { errorText } from '../../../lib/errors';
import type { Room } from '../room-view';

/** What was handed in for the matter, the latest version of each. */
export function Materials({ room }: { room: Room }) {
  const { t } = useTranslation('room');
  const matterId = room.items.find(({ id }) => id === room.current?.itemId)?.matterId ?? '';
  const { data, error } = useQuery(RoomMaterialsDocument, { variables: { id: matterId }, skip: !matterId });
  if (!matterId) return null;
  const matter = data?.matter;
  const latest = matter?.materials.filter(
    ({ kind, no }) => !matter.materials.some((other) => other.kind === kind && other.no > no),
  );
  return (
    <section className="room-materials" aria-labelledby="room-materials">
      <h3 id="room-materials">{t('materials.title')}</h3>
      {error ? <p className="quiet">{errorText(error)}</p> : null}
      {latest ? (
        <ul>
          {latest.map(({ id, name, url, kind }) => (
            <li key={id}>
              <a className="room-link" href={url} download>
                {name}
              </a>
              <span className="quiet">{kind}</span>
            </li>
          ))}
          <li>
            <Link className="room-link" to={`${paths.matters}/${matterId}`} target="_blank">
              {t('materials.matter')}
            </Link>
          </li>
        </ul>
      ) : null}
      {data && !matter ? <p className="quiet">{t('materials.notYours')}</p> : null}
    </section>
  );
}
