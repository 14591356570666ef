import { describe, expect, it } from 'vitest';
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
    expect(sites.map((site) => site.id)).toEqual(board.scenario.sites.map((site) => site.id));
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
});

describe('what stands', () => {
  it('counts works under way apart from what is there', () => {
    expect(standingOf(board, state, 'fort-greely')).toMatchObject({ status: 'active', inventory: 32, coming: 8, ready: 4 });
  });
});
