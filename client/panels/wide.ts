/** Whether the page has room for panels beside the map: a signal, since windows and zoom change. */
import { signal } from '@preact/signals';

/** Under this the panels are a sheet over the map (EXPERIENCE 2; style/narrow.css). */
const query = matchMedia('(min-width: 1000px)');
export const isWide = signal(query.matches);
query.addEventListener('change', () => {
  isWide.value = query.matches;
});
