/** The tabs: beside the map on a wide page, a sheet over it on a narrow one. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Power } from '../../shared/scenario/names.ts';
import { t } from '../i18n/text.ts';
import { TABS, type Tab } from '../model/desk.ts';
import { Country } from './country.tsx';
import { Intelligence } from './intelligence.tsx';
import { Ledger } from './ledger.tsx';
import { OpenCommitments } from './open-commitments.tsx';
import { Orders } from './orders.tsx';
import { Press } from './press.tsx';
import { useRoom } from './room-context.tsx';
import { SheetLines } from './sheet-foot.tsx';
import { StatementDesk } from './statement-desk.tsx';
import { TabIcon } from './tab-icon.tsx';
import { Tabs } from './tabs.tsx';
import { Talks } from './talks.tsx';
import { isWide } from './wide.ts';

/** What a seat works with, and what a spectator reads. */
const SEAT_TABS: readonly Tab[] = ['orders', 'statements', 'talks', 'intelligence', 'press', 'ledger'];
const SPECTATOR_TABS: readonly Tab[] = ['press', 'ledger'];

function tabsFor(isSeated: boolean, isOnWidePage: boolean): readonly Tab[] {
  if (isOnWidePage) return isSeated ? SEAT_TABS : SPECTATOR_TABS;
  return isSeated ? TABS : ['country', ...SPECTATOR_TABS];
}

export function RightPanel(): JSX.Element {
  const { match, desk } = useRoom();
  const isSeated = match.seat.value !== null;
  const ids = tabsFor(isSeated, isWide.value);
  const tab = ids.includes(desk.tab.value) ? desk.tab.value : isSeated ? 'orders' : 'press';
  const { orders, statements } = match.draft.sheet.value;
  const badges: Readonly<Partial<Record<Tab, number>>> = {
    statements: statements.length,
    talks: match.lines.value.slice(desk.readLines.value).filter(({ from }) => from !== match.seat.value).length,
    ...(isWide.value ? { orders: orders.length } : { sheet: orders.length + statements.length }),
  };
  const entries = ids.map((id) => ({
    id,
    label: t(`tab.${id}`),
    icon: <TabIcon tab={id} />,
    ...(badges[id] ? { badge: String(badges[id]) } : {}),
  }));
  return (
    <section class={`right panel height-${desk.height.value}`} aria-label={t('panel.label')}>
      {isWide.value ? null : <HeightButton />}
      <Tabs label={t('panel.label')} entries={entries} chosen={tab} choose={desk.open}>
        <TabContent tab={tab} power={match.seat.value} />
      </Tabs>
    </section>
  );
}

function TabContent({ tab, power }: { readonly tab: Tab; readonly power: Power | null }): JSX.Element {
  const { desk } = useRoom();
  const top = useRef<HTMLDivElement>(null);
  const asked = desk.question.value;
  // What was asked comes into view from its first line on.
  useEffect(() => top.current?.parentElement?.scrollTo({ top: 0 }), [tab, asked]);
  return <div ref={top}>{contentOf(tab, power)}</div>;
}

function contentOf(tab: Tab, power: Power | null): JSX.Element {
  switch (tab) {
    case 'country':
      return <Country />;
    case 'statements':
      return <StatementDesk />;
    case 'talks':
      return power === null ? <Press /> : <Talks power={power} />;
    case 'intelligence':
      return <Intelligence />;
    case 'press':
      return <Press />;
    case 'ledger':
      return <Ledger />;
    case 'sheet':
      return <SheetTab />;
    default:
      return <Orders />;
  }
}

function SheetTab(): JSX.Element {
  const { match } = useRoom();
  const power = match.seat.value;
  return (
    <>
      <h2>{t('sheet.label')}</h2>
      <SheetLines />
      {power === null ? null : <OpenCommitments power={power} />}
    </>
  );
}

/** From the tabs alone to half the page to all of it, and back. */
export function HeightButton(): JSX.Element {
  const { desk } = useRoom();
  const height = desk.height.value;
  const next = height === 'peek' ? 'half' : height === 'half' ? 'full' : 'peek';
  return (
    <button type="button" class="height-button" onClick={() => (desk.height.value = next)}>
      <span class="grip" aria-hidden="true" />
      <span class="sr-only">{t(`panel.to-${next}`)}</span>
    </button>
  );
}
