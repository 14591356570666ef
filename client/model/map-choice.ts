/** How the reader wants his map: which projection, and whether the legend is open; kept while the page is open. */
import { signal } from '@preact/signals';
import type { ProjectionName } from '../map/projection.ts';

export const projection = signal<ProjectionName>('polar');
export const isLegendOpen = signal(false);
