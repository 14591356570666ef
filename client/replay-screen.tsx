/** The screens of a replay: the room as any seat had it, or the choice of a record to open. */
import type { JSX } from 'preact';
import type { Page } from './model/page.ts';
import { ReplayFileScreen } from './panels/replay-file.tsx';
import { ReplayRoom } from './panels/replay-room.tsx';
import { RulebookPlace } from './panels/rulebook-place.tsx';

type ReplayPage = Extract<Page, { at: 'replay' | 'replay-file' }>;

export function ReplayScreen({ page }: { readonly page: ReplayPage }): JSX.Element {
  if (page.at === 'replay-file') return <ReplayFileScreen place={page.place} fault={page.fault} />;
  return (
    <ReplayRoom replay={page.replay}>
      <RulebookPlace />
    </ReplayRoom>
  );
}
