/** The screens that a game is played on, with everything that stands in its rooms: fetched when there is something to play. */
import type { JSX } from 'preact';
import type { Match } from './model/match.ts';
import type { After } from './model/page.ts';
import { ExchangeScreen } from './panels/exchange.tsx';
import { Handover } from './panels/handover.tsx';
import { Practising } from './panels/practice.tsx';
import { ReportScreen } from './panels/report.tsx';
import { SituationRoom } from './panels/room.tsx';
import { Waiting } from './panels/waiting.tsx';

interface Props {
  readonly match: Match;
  /** What comes after it, when this match is a practice turn; null: it is none. */
  readonly practice: After | null;
}

export function PlayScreen({ match, practice }: Props): JSX.Element {
  const screen = <Scene match={match} />;
  return practice === null ? screen : <Practising after={practice}>{screen}</Practising>;
}

function Scene({ match }: { readonly match: Match }): JSX.Element {
  switch (match.scene.value) {
    case 'exchange':
      return <ExchangeScreen match={match} />;
    case 'handover':
      return <Handover match={match} />;
    case 'report':
      return <ReportScreen match={match} />;
    case 'lobby':
    case 'waiting':
      return <Waiting />;
    default:
      return <SituationRoom match={match} />;
  }
}
