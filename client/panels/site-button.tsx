/** A site's name in a table: choosing it chooses it on the map too. */
import type { JSX } from 'preact';
import { useRoom } from './room-context.tsx';

export function SiteButton({ site, name }: { readonly site: string; readonly name: string }): JSX.Element {
  const { match } = useRoom();
  const chosen = match.selectedSite.value === site;
  return (
    <button
      type="button"
      class="site-button"
      aria-pressed={chosen}
      onClick={() => (match.selectedSite.value = chosen ? null : site)}
    >
      {name}
    </button>
  );
}
