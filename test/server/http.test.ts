import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { scenarioSchema } from '../../shared/scenario/load.ts';
import { come, create, type House, newBearer, openHouse, post } from './house.ts';
import { WISH } from './table.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(house.origin + path, { headers });

describe('over plain HTTP', () => {
  test('the scenarios are listed, and each is there whole', async () => {
    const cards = (await (await get('/api/scenarios')).json()) as {
      id: string;
      turns: number;
      title: { en: string; ru: string; zh: string };
      emboldenment: boolean;
    }[];
    expect(cards.map(({ id }) => id)).toContain('quick');
    const quick = scenarioSchema.parse(await (await get('/api/scenarios/quick')).json());
    const emboldenment = quick.parameters.crisis.emboldenment > 0;
    expect(cards.find(({ id }) => id === 'quick')).toMatchObject({ turns: quick.turns, title: quick.title, emboldenment });
  });

  test('a scenario comes compressed, and not at all to who has it already', async () => {
    const first = await get('/api/scenarios/quick');
    expect(first.headers.get('content-encoding')).toMatch(/br|gzip/);
    const again = await get('/api/scenarios/quick', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('every page forbids inline script and being framed, and no other origin is let in', async () => {
    for (const path of ['/', '/api/scenarios', '/nowhere', '/healthz']) {
      const { headers } = await get(path, { origin: 'https://elsewhere.example' });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src 'self';/);
      expect(policy).not.toContain('unsafe');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('what is not there is said in words', async () => {
    const answer = await get('/no/such/page');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('There is nothing at /no/such/page. The game is at /\n');
    expect((await get('/../package.json')).status).toBe(404);
    expect((await get('/%2e%2e/%2e%2e/package.json')).status).toBe(404);
    expect((await get('/api/scenarios/none')).status).toBe(404);
  });

  test.each([
    ['no JSON', '{"scenario":'],
    ['nothing', ''],
    ['a field too many', { ...WISH, more: 1 }],
    ['a bot that is not', { ...WISH, bots: { us: 'hawk', ru: 'owl', cn: 'dove' } }],
    ['a turn too short', { ...WISH, turnSeconds: 1 }],
    ['a body too large', { ...WISH, seed: 'x'.repeat(10_000) }],
  ])('a match asked for with %s is refused as malformed', async (_what, body) => {
    const answer = await post(house.origin, '/api/matches', body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.json()).toMatchObject({ refused: true, key: 'refusal.malformed' });
  });

  test.each(['/api/matches', '/matchmake/joinById/AAAAAA', '/nowhere'])(
    'a body that is announced too large, or not announced, is not read at %s',
    async (path) => {
      const large = await post(house.origin, path, 'x'.repeat(LIMITS.messageBytes + 1));
      expect(large.status).toBe(413);
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{}'));
          controller.close();
        },
      });
      const endless = await fetch(house.origin + path, { method: 'POST', body, duplex: 'half' } as RequestInit);
      expect(endless.status).toBe(411);
      expect((await get('/healthz')).status).toBe(200);
    },
  );

  test('a match of a scenario that is not there is refused by name', async () => {
    const answer = await post(house.origin, '/api/matches', { ...WISH, scenario: 'atlantis' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ refused: true, key: 'refusal.no-such-scenario', args: { scenario: 'atlantis' } });
  });

  test('whoever comes with the code of no match is told so', async () => {
    const answer = await post(house.origin, '/api/matches/AAAAAA/join', { nickname: 'Friend' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ key: 'refusal.no-such-match', args: { code: 'AAAAAA' } });
  });

  test.each([
    ['no header', ''],
    ['half a person', 'Bearer abc'],
    ['a secret too short', `Bearer ${'i'.repeat(22)}.${'s'.repeat(42)}`],
  ])('nobody is let in who does not say who he is: %s', async (_what, bearer) => {
    const answer = await post(house.origin, '/api/matches', WISH, bearer);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ refused: true, key: 'refusal.not-you' });
  });

  test("nobody passes for another by his id: the secret that came with it first is the id's own", async () => {
    const bearer = newBearer();
    const { code } = await create(house.origin, WISH, bearer);
    const [id] = bearer.split('.');
    const thief = `${id}.${'s'.repeat(43)}`;
    expect((await post(house.origin, `/api/matches/${code}/join`, { nickname: 'Thief' }, thief)).status).toBe(401);
    expect((await come(house.origin, code, bearer)).place).toBe('us');
  });
});
