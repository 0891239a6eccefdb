import { Area } from '@dangwu/read-model';
import type { Reach } from './permission-definition';
import { depthOf } from './place';
import type { Grant } from './viewer';

/** How far a grant carries a permission of this reach. */
export function areaOf({ place }: Pick<Grant, 'place'>, reach: Reach, wholeAssociation: Area): Area {
  if (!place) return reach === 'OWN' ? Area.nowhere : wholeAssociation;
  if (reach === 'LEADS' || reach === 'OWN') return Area.led({ ...place, size: place.ledSize });
  if (depthOf(place.path) === 1) return wholeAssociation;
  return reach === 'TREE' ? Area.subtree({ ...place, size: place.treeSize }) : Area.nowhere;
}
