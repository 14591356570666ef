import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { playOut } from '../../shared/bots/moves.ts';
import { makeBoard } from '../../shared/capability/board.ts';
import { stateOf } from '../../shared/game/game.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { LANGUAGES, POWERS, REPORT_PARTS } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { isRefusal } from '../../shared/state/refusal.ts';

const FOLDER = new URL('../../assets/scenarios/', import.meta.url);
const json = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));

function shipped(name: string): Scenario {
  const raw = json(name);
  const scenario = loadScenario(raw, raw['extends'] === undefined ? undefined : json(String(raw['extends'])));
  if (isRefusal(scenario)) throw new Error(`${name}: ${JSON.stringify(scenario.args)}`);
  return scenario;
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));
const all = names.map(shipped);
/** By how much the longest brief may exceed the shortest. */
const LONGER = 0.1;
/** Figures of a text, with the decimal point or comma of its language. */
const figuresIn = (text: string) => text.match(/\d+(?:[.,]\d+)?/g)?.map((figure) => Number(figure.replace(',', '.')));

describe('every scenario that comes with the game', () => {
  test('is called as its file is', () => {
    expect(all.map(({ id }) => id)).toEqual(names);
    expect(names).toEqual(expect.arrayContaining(['best-offense-2016', 'lesson', 'practice', 'quick', 'thaad']));
  });

  test('briefs the three seats at equal length, within a tenth, in each language', () => {
    for (const { id, powers } of all)
      for (const language of LANGUAGES) {
        const lengths = POWERS.map((power) => powers[power].brief[language].length);
        expect(Math.max(...lengths) / Math.min(...lengths), `${id}, ${language}`).toBeLessThanOrEqual(1 + LONGER);
      }
  });

  test('says of each secret aim between which two values it is counted, in each language, as it is', () => {
    for (const { id, powers, parameters } of all)
      for (const power of POWERS)
        for (const aim of powers[power].secretAims)
          for (const language of LANGUAGES)
            expect(figuresIn(aim.text[language]), `${id}, ${power}, ${aim.id}, ${language}`).toEqual(
              parameters.score.slopes[aim.id],
            );
  });

  test('tells what happened in fact on every seat in every quarter that it plays', () => {
    for (const { id, turns, facts } of all)
      for (const power of POWERS)
        for (let turn = 1; turn <= turns; turn++)
          expect(
            facts.filter((fact) => fact.power === power && fact.turn === turn),
            `${id}, ${power}, turn ${turn}`,
          ).toHaveLength(1);
  });

  test('says what is to be learnt with it: a question for each objective, an objective for each part of the report', () => {
    for (const { id, objectives, questions } of all) {
      expect([...new Set(questions.map(({ objective }) => objective))].sort(), id).toEqual(
        objectives.map((one) => one.id).sort(),
      );
      expect([...new Set(objectives.flatMap(({ charts }) => charts))].sort(), id).toEqual([...REPORT_PARTS].sort());
    }
  });

  test('calls nothing a rogue state', () => {
    for (const scenario of all) expect(JSON.stringify(scenario), scenario.id).not.toMatch(/rogue|изго[йи]|流氓国家/i);
  });

  test.each(all.map((scenario) => [scenario.id, scenario] as const))('%s is played by bots to its end', (_id, scenario) => {
    const board = makeBoard(scenario);
    const bots = [
      ['us', 'hawk'],
      ['ru', 'dove'],
      ['cn', 'dove'],
    ] as const;
    const game = playOut(board, { seed: 'shipped', luck: 0, theory: scenario.theory }, bots);
    expect(stateOf(game).world.phase).toBe('ended');
    expect(game.played.flatMap(({ returned }) => returned)).toEqual([]);
  });
});

describe('the lesson', () => {
  const lesson = shipped('lesson');

  // RULES 2: lesson 6 turns, 12 order kinds (p) and 6 statement kinds; RULES 8: crises in a lesson one, rounds 30 s at most 2.
  test('is as short as RULES has it, with exercises for an ally to give', () => {
    expect(lesson.turns).toBe(6);
    expect(new Set(lesson.orderKinds).size).toBe(13);
    expect(new Set(lesson.statementKinds).size).toBe(6);
    expect(lesson.parameters.crisis).toMatchObject({ perGame: 1, rounds: 2 });
  });
});

describe('Seongju', () => {
  const thaad = shipped('thaad');

  test('has the two hosts and the one third state of the peninsula in the foreground', () => {
    expect(thaad.hosts.map(({ id }) => id)).toEqual(['south-korea', 'japan']);
    expect(thaad.thirds.map(({ id }) => id)).toEqual(['nk']);
    expect(thaad.start).toEqual({ year: 2016, quarter: 3 });
  });

  test('makes no event of what a seat chose: none names a deployment, a boycott, a joint exercise or a capital’s answer', () => {
    const headlines = thaad.events.map(({ headline }) => headline.en).join(' ');
    expect(headlines).not.toMatch(/boycott|deploy|exercise|sanction|launchers|(Beijing|Moscow|Washington) [a-z]+s /i);
  });

  test('counts 40 GBI in Alaska once the eight under way stand, in the quarter in which history had them nearly done', () => {
    expect(thaad.works).toEqual([{ battery: 'fort-greely', inventory: 8, ready: 5 }]);
    expect(thaad.batteries.find(({ id }) => id === 'fort-greely')?.inventory).toBe(32);
  });
});

describe('a list changed by id', () => {
  const base = json('best-offense-2016');
  const over = (more: object): Scenario => {
    const scenario = loadScenario({ extends: 'best-offense-2016', id: 'mine', ...more }, base);
    if (isRefusal(scenario)) throw new Error(JSON.stringify(scenario.args));
    return scenario;
  };
  const full = shipped('best-offense-2016');

  test('changes the fields named, leaves out what is null, adds what is new, and keeps the order of the rest', () => {
    const { id: _id, ...spare } = full.interceptors[0]!;
    const mine = over({ hosts: { japan: { consent: 40 } }, interceptors: { spare }, events: { 'us-election': null } });
    expect(mine.hosts).toEqual(full.hosts.map((host) => (host.id === 'japan' ? { ...host, consent: 40 } : host)));
    expect(mine.interceptors).toEqual([...full.interceptors, { ...full.interceptors[0], id: 'spare' }]);
    expect(mine.events).toEqual(full.events.filter(({ id }) => id !== 'us-election'));
  });

  test('may still be given whole', () => {
    expect(over({ events: [] }).events).toEqual([]);
  });
});
