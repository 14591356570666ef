// The ground of each projection, with its land; the flat one is fetched when it is first wanted.
import polarLand from '../../assets/map/land.json' with { type: 'json' };
import { flatBackdrop } from './backdrop-flat.ts';
import { polarBackdrop } from './backdrop-polar.ts';
import { createGround, type Ground } from './land.ts';
import type { ProjectionName } from './projection.ts';

/** Parsing a coast costs a frame or two, so each is parsed once. */
const made = new Map<ProjectionName, Ground>();

/** The polar ground is there with the map itself. */
export function polarGround(): Ground {
  const ground = made.get('polar') ?? createGround(polarLand, polarBackdrop());
  made.set('polar', ground);
  return ground;
}

/** Rejects when the flat land cannot be fetched. */
export async function fetchGround(name: ProjectionName): Promise<Ground> {
  if (name === 'polar') return polarGround();
  const { default: land } = await import('../../assets/map/land-flat.json');
  const ground = made.get('flat') ?? createGround(land, flatBackdrop());
  made.set('flat', ground);
  return ground;
}
