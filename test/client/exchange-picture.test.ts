import { geoDistance } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { exchangePicture, stagesOf } from '../../client/model/exchange-picture.ts';
import { exchangeOn } from '../../shared/game/exchange.ts';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const state = stateOf(newGame(board, { seed: 'an exchange', luck: 0, theory: 'contested' }));
const exchange = exchangeOn(board, state, { striker: 'ru', struck: 'us', cause: 'strike' });
const stages = stagesOf(board, exchange);
const pictures = stages.map((stage) => exchangePicture({ board, state, exchange, stage }));
const partsOf = (index: number, side: string): readonly number[] =>
  (pictures[index]?.tracks ?? []).flatMap((track) => (track.style === 'flown' && track.side === side ? [track.part] : []));

describe('the exchange on the map', () => {
  it('goes in steps of five minutes through the strike, then the answer, and ends still', () => {
    expect(stages.at(-1)).toEqual({ wave: 'after', minute: 0 });
    expect(stages.filter((stage) => stage.minute % 5 !== 0)).toEqual([]);
    const order = stages.map((stage) => ['strike', 'answer', 'after'].indexOf(stage.wave));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(3);
  });

  it('never takes a missile back, has nothing of the answer fly before the strike has ended, and all arrived at the end', () => {
    for (let i = 1; i < stages.length; i += 1) {
      const [before, now] = [partsOf(i - 1, 'ru'), partsOf(i, 'ru')];
      for (const [k, part] of now.entries()) expect(part).toBeGreaterThanOrEqual(before[k] ?? 0);
    }
    for (const [i, stage] of stages.entries()) if (stage.wave === 'strike') expect(partsOf(i, 'us')).toEqual([]);
    const last = stages.length - 1;
    expect([...partsOf(last, 'ru'), ...partsOf(last, 'us')].every((part) => part === 1)).toBe(true);
    expect(partsOf(last, 'us').length).toBeGreaterThan(0);
  });

  it('starts every launch area of the striker and aims at every aim of the other', () => {
    const struck = pictures[0]?.tracks ?? [];
    const origins = new Set(board.scenario.launchAreas.filter((area) => area.power === 'ru').map((area) => area.site));
    expect(new Set(struck.map((track) => track.id.split('/')[0]))).toEqual(origins);
    expect(new Set(struck.map((track) => track.id.split('>')[1]))).toEqual(new Set(board.scenario.aims.us));
  });

  it('marks a meeting only within reach of the battery that meets there, and none where nothing was stopped', () => {
    const meetings = (pictures.at(-1)?.events ?? []).filter((event) => event.kind === 'interception' && event.side === 'us');
    expect(exchange.interceptedBySecond).toBeGreaterThan(0);
    expect(meetings.length).toBeGreaterThan(0);
    for (const meeting of meetings) {
      const battery = board.scenario.batteries.find((plan) => meeting.id.endsWith(`-${plan.id}`));
      const site = board.sites[battery?.site ?? ''];
      const reachKm = board.interceptors[battery?.interceptor ?? '']?.maxRangeKm ?? 0;
      const awayKm = geoDistance([site?.lon ?? 0, site?.lat ?? 0], [meeting.lon, meeting.lat]) * 6371;
      // The core looks at a track every ten seconds, in which a missile covers some 70 km.
      expect(awayKm).toBeLessThan(reachKm + 70);
    }
    const none = { ...exchange, interceptedBySecond: 0, interceptedByFirst: 0 };
    const last = exchangePicture({ board, state, exchange: none, stage: { wave: 'after', minute: 0 } });
    expect(last.events.filter((event) => event.kind === 'interception')).toEqual([]);
  });

  it('has no answer where nothing is left to answer with', () => {
    const silent = { ...exchange, survivingSecond: 0 };
    expect(stagesOf(board, silent).some((stage) => stage.wave === 'answer')).toBe(false);
  });
});
