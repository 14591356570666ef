/** What a site's card and the map's own card say of a host and of a third state: bands, as far as anybody may know. */
import type { Board } from '../../shared/capability/board.ts';
import type { Site } from '../../shared/scenario/schema.ts';
import type { State } from '../../shared/state/state.ts';
import { nameOf } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { bandOf, CONSENT_LIMITS, STAGE_LIMITS, type Standing } from './standing.ts';

/** A battery in one line. */
export function batteryFact(standing: Standing): string {
  return t('map.battery', {
    interceptor: standing.interceptor,
    status: t(`status.${standing.status}`),
    count: standing.inventory,
  });
}

/** Lines about whose soil a site stands on and whose programme it serves; none for a power's own sites. */
export function siteFacts(board: Board, state: State, site: Site): readonly string[] {
  return [...hostFacts(board, state, site), ...thirdFacts(board, state, site)];
}

function hostFacts(board: Board, state: State, { host }: Site): readonly string[] {
  if (host === undefined) return [];
  const soil = t('site.host', { host: nameOf(board, host) });
  const consent = state.hosts[host]?.consent;
  if (consent === undefined) return [soil];
  return [soil, t('site.consent', { band: t(`band.${bandOf(consent, CONSENT_LIMITS)}`) })];
}

function thirdFacts(board: Board, state: State, { third }: Site): readonly string[] {
  const now = third === undefined ? undefined : state.thirds[third];
  if (third === undefined || now === undefined) return [];
  const programme = t('site.programme', {
    third: nameOf(board, third),
    band: t(`band.${bandOf(now.stage, STAGE_LIMITS)}`),
  });
  return now.lastTest > 0 ? [programme, t('site.last-test', { turn: now.lastTest })] : [programme];
}
