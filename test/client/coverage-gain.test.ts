import { describe, expect, it } from 'vitest';
import { gainOf, standingBatteries } from '../../client/model/coverage-gain.ts';
import { whyOf } from '../../shared/game/explain.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { check } from '../game/check-why.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const { state } = viewOf(newGame(board, { seed: 'a gain', luck: 0, theory: 'contested' }), 'us');
const orders = optionsFor(board, state, 'us').map((option) => option.order);
const building = orders.filter((order) => order.kind === 'build');
const [build] = building;

describe('what an order adds to the cover', () => {
  it('starts from the batteries that stand in October 2016 and may shoot', () => {
    const standing = standingBatteries(board, state, 'us');
    expect(standing).toContain('fort-greely');
    expect(standing).not.toContain(build?.battery);
  });

  it('never takes anything away, and changes nothing but by the battery that is ordered', () => {
    expect(building.length).toBeGreaterThan(2);
    for (const order of building) {
      for (const { group, before, after } of gainOf(board, state, order)) {
        expect(after.share).toBeGreaterThanOrEqual(before.share);
        expect(after.looks).toBeGreaterThanOrEqual(before.looks);
        const own = (board.coverage.windows[order.battery] ?? []).filter((window) => window.corridor in corridorsOf(group));
        expect(after.batteries.length - before.batteries.length).toBe(own.length > 0 ? 1 : 0);
        if (own.length === 0) expect(after).toEqual(before);
      }
    }
  });

  it('agrees with a count by hand, corridor after corridor', () => {
    if (!build) throw new Error('there is something to build');
    for (const { group, after } of gainOf(board, state, build)) {
      const batteries = [...standingBatteries(board, state, 'us'), build.battery];
      let [all, met, looks] = [0, 0, 0];
      for (const corridor of Object.values(corridorsOf(group))) {
        all += corridor.weight;
        const shots = batteries.map((id) => board.coverage.windows[id]?.find((w) => w.corridor === corridor.id)?.looks ?? 0);
        if (shots.some((shot) => shot > 0)) met += corridor.weight;
        looks += corridor.weight * shots.reduce((sum, shot) => sum + shot, 0);
      }
      expect(after.share).toBeCloseTo(met / all, 12);
      expect(after.looks).toBeCloseTo(looks / all, 12);
    }
  });

  it('has a why for each share and mean of looks that is shown, which comes to it: corridors’ weights, each once', () => {
    for (const order of building)
      for (const { group, before, after } of gainOf(board, state, order))
        for (const { batteries, share, looks } of [before, after]) {
          const why = whyOf(board, state, { what: 'coverage', batteries, group });
          expect(why.value).toBeCloseTo(share, 12);
          check(why, state);
          const shots = whyOf(board, state, { what: 'looks', batteries, group });
          expect(shots.value).toBeCloseTo(looks, 12);
          check(shots, state);
        }
  });

  it('of filling a battery that stands is nothing in geometry: there are more interceptors, not more paths', () => {
    const order = orders.find((each) => each.kind === 'reinforce' && each.battery === 'fort-greely');
    if (!order) throw new Error('Fort Greely can be filled');
    const gains = gainOf(board, state, order);
    expect(gains.length).toBeGreaterThan(0);
    for (const { before, after } of gains) expect(after).toEqual(before);
  });

  it('of an order about something else is not asked', () => {
    const order = orders.find((each) => each.kind === 'penaids');
    if (!order) throw new Error('decoys can be ordered');
    expect(gainOf(board, state, order)).toEqual([]);
  });
});

function corridorsOf(group: string): Readonly<Record<string, (typeof board.coverage.corridors)[number]>> {
  return Object.fromEntries(board.coverage.corridors.filter((c) => c.group === group).map((c) => [c.id, c]));
}
