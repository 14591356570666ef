/** On which side of the map's colours and frames a site stands. */
import type { Site } from '../../shared/scenario/schema.ts';
import type { Side } from '../map/picture.ts';

export function sideOf(site: Pick<Site, 'owner' | 'third'>): Side {
  if (site.owner) return site.owner;
  if (site.third === 'nk') return 'nk';
  return site.third === 'iran' ? 'ir' : 'neutral';
}
