/** A tab's sign above its name, so that eight tabs fit a phone and are found without reading. */
import type { JSX } from 'preact';
import type { Tab } from '../model/desk.ts';

const PATHS: Readonly<Record<Tab, string>> = {
  country: 'M4 18V2.5M4 3.5h11.5l-2.6 3.8 2.6 3.7H4',
  orders: 'M3 4.5h2M8 4.5h9M3 10h2M8 10h9M3 15.5h2M8 15.5h9',
  statements: 'M10 2.5a2.6 2.6 0 0 1 2.6 2.6v4a2.6 2.6 0 0 1-5.2 0v-4A2.6 2.6 0 0 1 10 2.5zM4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v3',
  talks: 'M2 3.5h10v7H6.5L4 12.8v-2.3H2zM14.5 7H18v7h-2v2.3L13.5 14H9v-1.5',
  intelligence:
    'M1.5 10s3-5.5 8.5-5.5 8.5 5.5 8.5 5.5-3 5.5-8.5 5.5S1.5 10 1.5 10zM10 7.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8z',
  press: 'M2.5 4h12v12.5h-10a2 2 0 0 1-2-2zM14.5 8h3v6.5a2 2 0 0 1-2 2M5.5 7.5h6M5.5 10.5h6M5.5 13.5h3.5',
  ledger: 'M6.8 7.2a3.2 3.2 0 1 1 4.6 2.9c-.9.5-1.4 1-1.4 2.2M10 15.4v.6',
  sheet: 'M4.5 2.5h11v15h-11zM7.5 7l1.2 1.2L11 6M7.5 12l1.2 1.2L11 11M13 7.5h.5M13 12.5h.5',
};

export function TabIcon({ tab }: { readonly tab: Tab }): JSX.Element {
  return (
    <svg class="tab-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[tab]} />
    </svg>
  );
}
