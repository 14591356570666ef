import { describe, expect, it } from 'vitest';
import { mapEventsOf } from '../../client/model/map-events.ts';
import { pictureOf } from '../../client/model/picture.ts';
import { standingOf } from '../../client/model/standing.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('quick');
const { state } = viewOf(newGame(board, { seed: 'a picture', luck: 0, theory: 'contested' }), 'us');
const bare = { board, state, selected: null, considered: null, step: null, dark: false };

describe('the picture of a view', () => {
  it('has every site of the scenario once, with what stands there counted', () => {
    const { sites } = pictureOf(bare);
    expect(sites.map((site) => site.id)).toEqual([...board.scenario.sites, ...board.scenario.proxies].map(({ id }) => id));
    expect(sites.find((site) => site.id === 'fort-greely')).toMatchObject({ status: 'active', count: 32 });
    expect(sites.find((site) => site.id === 'redzikowo')).toMatchObject({ status: 'possible' });
  });

  it('shows no reach and no track until something is chosen', () => {
    const { reaches, tracks } = pictureOf(bare);
    expect(reaches).toEqual([]);
    expect(tracks).toEqual([]);
  });

  it('draws bright only what the chosen battery can engage by the table that the turn is resolved with', () => {
    const { tracks, reaches } = pictureOf({ ...bare, selected: 'fort-greely' });
    const met = new Set(board.coverage.windows['fort-greely']!.map((window) => window.corridor));
    expect(reaches).toHaveLength(1);
    expect(tracks.length).toBeGreaterThan(0);
    for (const track of tracks) expect(met.has(track.id)).toBe(track.style === 'engageable');
  });

  it('previews the reach of an order that is only being weighed', () => {
    const considered = optionsFor(board, state, 'us').find((option) => option.order.kind === 'build')!;
    expect(pictureOf({ ...bare, considered }).reaches).toMatchObject([{ style: 'preview' }]);
  });

  it('draws apart what an order would meet and nothing that stands does', () => {
    const standing = board.scenario.batteries.filter(
      (plan) => plan.owner === 'us' && state.batteries[plan.id]?.status === 'active',
    );
    const already = new Set(standing.flatMap((plan) => board.coverage.windows[plan.id] ?? []).map((window) => window.corridor));
    const styles = new Set<string>();
    for (const considered of optionsFor(board, state, 'us').filter((option) => option.order.kind === 'build')) {
      const met = new Set((board.coverage.windows[considered.target] ?? []).map((window) => window.corridor));
      for (const track of pictureOf({ ...bare, considered }).tracks) {
        styles.add(track.style);
        expect(met.has(track.id)).toBe(track.style !== 'corridor');
        if (track.style !== 'corridor') expect(already.has(track.id)).toBe(track.style === 'engageable');
      }
    }
    expect([...styles].sort()).toEqual(['corridor', 'engageable', 'gained']);
  });

  it('marks missiles that were put forward at the site that they hold, in the colour of whose they are', () => {
    const site = board.sites['deveselu']!;
    const forward = { 'ru>deveselu': { since: 2 } };
    const { events, sites } = pictureOf({ ...bare, state: { ...state, forward } });
    expect(pictureOf(bare).events).toEqual([]);
    expect(events).toMatchObject([{ kind: 'forward', side: 'ru', lat: site.lat, lon: site.lon }]);
    expect(sites.find(({ id }) => id === 'deveselu')?.detail).toContain('(ru, 2)');
  });

  it('marks as inspected the standing batteries of the parties to a treaty that opens them, and of nobody else', () => {
    const treaty = {
      parties: ['us', 'ru'],
      clauses: [{ type: 'inspection' }],
      made: 1,
      status: 'in-force',
      by: [],
      ends: 0,
    } as const;
    const standing = Object.entries(state.batteries).filter(([, { owner, status }]) => owner !== 'cn' && status === 'active');
    const { events } = pictureOf({ ...bare, state: { ...state, treaties: { t1: treaty } } });
    expect(standing.length).toBeGreaterThan(0);
    expect(events.map(({ kind, side }) => `${kind} ${side}`)).toEqual(standing.map(([, { owner }]) => `inspection ${owner}`));
    expect(pictureOf({ ...bare, state: { ...state, treaties: { t1: { ...treaty, status: 'ended' } } } }).events).toEqual([]);
  });

  it('shows a war of others where it is fought, with its heat, and what the powers do there', () => {
    const full = boardOf('best-offense-2016');
    const view = viewOf(newGame(full, { seed: 'a war', luck: 0, theory: 'contested' }), 'us').state;
    const syria = full.scenario.proxies[0]!;
    const { sites } = pictureOf({ ...bare, board: full, state: view });
    const shown = sites.find(({ id }) => id === 'syria');
    expect(shown).toMatchObject({ glyph: 'proxy', side: 'neutral', lat: syria.lat, lon: syria.lon });
    expect(shown?.detail).toContain(String(syria.heat));
    const deed = { turn: 1, power: 'ru', kind: 'back', target: 'syria', amount: 1 };
    const back = { subject: 'deeds/x', variable: 'self', before: null, after: deed, n: 1, round: 0 } as never;
    expect(mapEventsOf(full, { turn: 1, round: 0, effects: [back] } as never)).toMatchObject([
      { lat: syria.lat, lon: syria.lon },
    ]);
  });

  it('says of a host and of a third state no more than the band that everybody knows', () => {
    const { sites } = pictureOf(bare);
    expect(sites.find((site) => site.id === 'deveselu')?.detail).toContain('Romania');
    expect(sites.find((site) => site.id === 'deveselu')?.detail).toContain('high');
    expect(sites.find((site) => site.id === 'sohae')?.detail).toContain('middle');
    expect(sites.find((site) => site.id === 'fort-greely')?.detail).not.toContain('\n');
  });
});

describe('what stands', () => {
  it('counts works under way apart from what is there', () => {
    expect(standingOf(board, state, 'fort-greely')).toMatchObject({ status: 'active', inventory: 32, coming: 8, ready: 4 });
  });
});

describe('marks of what happened', () => {
  const deed = (kind: string, target: string): Parameters<typeof mapEventsOf>[1] => ({
    turn: 1,
    round: 0,
    effects: [
      {
        n: 1,
        turn: 1,
        round: 0,
        rule: kind,
        subject: 'deeds/d1-us-0',
        variable: 'self',
        before: null,
        after: { turn: 1, power: 'us', kind, target, amount: 1 },
        because: { key: '', args: {}, knownTo: null },
      },
    ],
  });

  it('tell an exercise, a test and an order apart, each at its place', () => {
    const exercise = mapEventsOf(board, deed('exercise', 'japan'));
    expect(exercise).toMatchObject([{ kind: 'exercise', side: 'us' }]);
    expect(board.scenario.sites.filter((site) => site.host === 'japan')).toContainEqual(
      expect.objectContaining({ lat: exercise[0]?.lat, lon: exercise[0]?.lon }),
    );
    expect(mapEventsOf(board, deed('joint-exercise', 'ru'))).toMatchObject([{ kind: 'exercise' }]);
    expect(mapEventsOf(board, deed('flight-test', 'gbi'))).toMatchObject([{ kind: 'test' }]);
    expect(mapEventsOf(board, deed('withdraw', 'deveselu'))).toMatchObject([{ kind: 'order' }]);
  });
});
