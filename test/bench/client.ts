/**
 * `npm run bench -- client`: what the page costs in a real browser - bytes on the wire, time to the lobby and to the first
 * turn, frames while the map is dragged, memory over many turns. Starts its own server; scripts/bench.mjs has built the
 * client and found a browser. Prints figures, judges nothing. Words after the name choose parts: `npm run bench -- client memory`.
 */
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { WAY_ON } from '../e2e/go-on.ts';
import { phaseOf, told } from '../e2e/look.ts';
import { startProgram } from '../e2e/program.ts';

const DESKTOP = { width: 1366, height: 768 };
const COLD_STARTS = 3;
const PAN_MS = 5000;
const REVEALS = 50;
const HEAP_AFTER_TURNS = 10;
/** A school's Chromebook on its shared network, roughly: the processor four times slower, 10 Mbit/s, 40 ms away. */
const SLOW = { cpu: 4, bytesPerSecond: 10e6 / 8, latencyMs: 40 };

const executablePath = process.env.CHROMIUM_PATH;
const server = await startProgram();
const at = `http://localhost:${server.port}`;
const launch = (...args: readonly string[]): Promise<Browser> =>
  chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--enable-precise-memory-info', ...args],
  });
/** As on a machine without a graphics card: pages and canvases are painted by the processor, and there is no WebGL. */
const browser = await launch('--disable-gpu');
/** WebGL worked out by the processor: slower than any graphics card, and than the canvas, which the page then prefers. */
const launchForWebgl = (): Promise<Browser> => launch('--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader');
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
const MB = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function fresh(from: Browser): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const page = await (await from.newContext({ viewport: DESKTOP })).newPage();
  return { page, session: await page.context().newCDPSession(page) };
}

const homeIsUsable = (page: Page): Promise<void> => page.locator('form button[type=submit].big:enabled').waitFor();
/** The map stands there and the sheet can be locked. */
async function turnIsPlayable(page: Page): Promise<void> {
  await page.locator('button.lock:enabled').waitFor();
  await page.waitForFunction(() => (globalThis as unknown as { __map?: { ready: boolean } }).__map?.ready === true);
}
const begin = (page: Page): Promise<void> => page.locator('form button[type=submit].big').click();

/**
 * Bytes as they came over the wire, headers included, by kind of file: what each screen needs, so without the worker that
 * fetches the rest for the next visit, and without the world behind the front door, which is fetched when nothing else is.
 */
async function download(from: Browser, language: string): Promise<void> {
  const context = await from.newContext({ viewport: DESKTOP, serviceWorkers: 'block', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, response }) => kinds.set(requestId, kindOf(response.url)));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'other';
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await session.send('Network.enable');
  const say = (where: string): void => {
    const parts = [...bytes].sort(([, a], [, b]) => b - a).map(([kind, size]) => `${kind} ${kB(size)}`);
    const all = [...bytes.values()].reduce((sum, size) => sum + size, 0);
    console.log(`  download ${language}, ${where}: ${kB(all)} (${parts.join(', ')})`);
  };
  await page.goto(`${at}/?lang=${language}`);
  await homeIsUsable(page);
  await page.waitForLoadState('networkidle');
  say('up to the home page');
  await page.locator('.friends-ways > button').first().click();
  await page.locator('.lobby').waitFor();
  await page.waitForLoadState('networkidle');
  say('up to the lobby');
  await page.locator('.lobby-begin button').last().click();
  await turnIsPlayable(page);
  await page.waitForLoadState('networkidle');
  say('up to the map');
  await page.context().close();
}

function kindOf(url: string): string {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/api/')) return 'answers of the server';
  if (/\.woff2?$/.test(pathname)) return 'fonts';
  return /\.(js|css)$/.exec(pathname)?.[1] ?? 'html and other';
}

/** From the address to a home page that can be used, and from the press of its button to a turn that can be played. */
async function starts(from: Browser, isSlow: boolean): Promise<void> {
  const [home, turn]: [number[], number[]] = [[], []];
  for (let i = 0; i < COLD_STARTS; i++) {
    const { page, session } = await fresh(from);
    if (isSlow) await slowDown(session);
    const started = performance.now();
    await page.goto(`${at}/?lang=en`);
    await homeIsUsable(page);
    home.push(performance.now() - started);
    const pressed = performance.now();
    await begin(page);
    await turnIsPlayable(page);
    turn.push(performance.now() - pressed);
    await page.context().close();
  }
  const how = isSlow ? 'processor 4 times slower, 10 Mbit/s, 40 ms' : 'as this machine is';
  console.log(
    `  cold start, ${how}: home usable ${median(home).toFixed(0)} ms, from there to a playable turn ${median(turn).toFixed(0)} ms`,
  );
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  const { bytesPerSecond, latencyMs } = SLOW;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
}

/** Frames while a hand drags the map to and fro, and what of each is script. */
async function frames(from: Browser, renderer: string): Promise<void> {
  const { page, session } = await fresh(from);
  await page.goto(`${at}/?lang=en&r=${renderer}`);
  await homeIsUsable(page);
  await begin(page);
  await turnIsPlayable(page);
  await page.waitForTimeout(1000);
  const box = await page.locator('.map').boundingBox();
  if (box === null) throw new Error('The map has a place on the page.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await session.send('Performance.enable');
  await page.mouse.move(x, y);
  await page.mouse.down();
  const before = await metrics(session);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { __frames: times });
    const note = (time: number): void => {
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  const started = performance.now();
  while (performance.now() - started < PAN_MS) {
    const angle = (performance.now() - started) / 400;
    await page.mouse.move(x + 160 * Math.sin(angle), y + 90 * Math.sin(angle / 2));
  }
  const after = await metrics(session);
  const times = await page.evaluate(() => (globalThis as unknown as { __frames: number[] }).__frames);
  await page.mouse.up();
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const script = (1000 * ((after.get('ScriptDuration') ?? 0) - (before.get('ScriptDuration') ?? 0))) / gaps.length;
  const used = await page.evaluate(() => (globalThis as unknown as { __map: { renderer: string } }).__map.renderer);
  console.log(
    `  dragging the map, ${used}: frame ${median(gaps).toFixed(1)} ms median, ${at95(gaps).toFixed(1)} ms p95, ` +
      `script ${script.toFixed(1)} ms a frame (${gaps.length} frames)`,
  );
  await page.context().close();
}

interface Sample {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Presses inside the page: a press from outside holds its button in hand, and with it the whole game that it stood in. */
const pressInPage = (page: Page, selector: string): Promise<void> =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
const PLAY = 'form button[type=submit].big:enabled';
const homeIsThere = (page: Page): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector(wanted) !== null, PLAY);

/**
 * Full games against bots, one after the other in one page: memory at each reveal, and back at home between the games. It takes
 * minutes: each game says what it came to, so that a run that is broken off has told what it knew.
 */
async function memory(from: Browser): Promise<void> {
  const { page, session } = await fresh(from);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${at}/?lang=en&r=canvas`);
  await homeIsThere(page);
  const reveals: Sample[] = [];
  const homes: Sample[] = [await sample(session)];
  while (reveals.length < REVEALS) {
    await pressInPage(page, 'form.door .scenario-choice label:last-of-type input');
    await pressInPage(page, PLAY);
    await oneGame(page, session, reveals);
    if ((await phaseOf(page)) !== 'report') break;
    await pressInPage(page, '.another-game button:last-of-type');
    await homeIsThere(page);
    homes.push(await sample(session));
    console.log(`  ${reveals.length} reveals in ${homes.length - 1} games; at home again ${described(homes.at(-1))}`);
  }
  console.log(`  at home before the first game ${described(homes[0])}`);
  console.log(`  at reveal ${HEAP_AFTER_TURNS} ${described(reveals[HEAP_AFTER_TURNS - 1])}, after a collection`);
  say('per reveal', reveals);
  say('per game, at home', homes.slice(1));
  say('per game, at home, the later half', homes.slice(Math.ceil(homes.length / 2)));
}

const described = (one: Sample | undefined): string =>
  one ? `heap ${MB(one.heapBytes)}, ${one.nodes} nodes, ${one.listeners} listeners` : 'never reached';

/** Until the report, or until there are reveals enough. */
async function oneGame(page: Page, session: CDPSession, reveals: Sample[]): Promise<void> {
  let seen = '';
  for (;;) {
    const { phase, turn } = await told(page);
    if (phase === 'report' || reveals.length >= REVEALS) return;
    if (phase === 'reveal' && seen !== `${turn}`) {
      seen = `${turn}`;
      reveals.push(await sample(session));
    }
    const way = WAY_ON[phase];
    if (way !== undefined) await pressInPage(page, `${way}:enabled`);
    await page.waitForTimeout(100);
  }
}

async function sample(session: CDPSession): Promise<Sample> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const now = await metrics(session);
  return { heapBytes: usedSize, nodes: now.get('Nodes') ?? 0, listeners: now.get('JSEventListeners') ?? 0 };
}

function say(what: string, samples: readonly Sample[]): void {
  const slope = (name: keyof Sample): number => slopeOf(samples.map((each) => each[name]));
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return;
  console.log(
    `  slope ${what} over ${samples.length}: heap ${kB(slope('heapBytes'))} (${MB(first.heapBytes)} to ${MB(last.heapBytes)}), ` +
      `nodes ${slope('nodes').toFixed(1)} (${first.nodes} to ${last.nodes}), ` +
      `listeners ${slope('listeners').toFixed(2)} (${first.listeners} to ${last.listeners})`,
  );
}

async function metrics(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return new Map(list.map(({ name, value }) => [name, value]));
}

/** Least squares: how much a step adds. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const top = values.reduce((sum, value, i) => sum + (i - middle) * value, 0);
  const bottom = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  return bottom === 0 ? 0 : top / bottom;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
const median = (values: readonly number[]): number => quantile(values, 0.5);
const at95 = (values: readonly number[]): number => quantile(values, 0.95);

try {
  console.log(`client, Chromium ${browser.version()}, no graphics card, ${DESKTOP.width}x${DESKTOP.height}:`);
  const wanted = process.argv.slice(2);
  const isWanted = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
  for (const language of isWanted('download') ? ['en', 'ru', 'zh'] : []) await download(browser, language);
  for (const isSlow of isWanted('start') ? [false, true] : []) await starts(browser, isSlow);
  if (isWanted('frames')) {
    await frames(browser, 'canvas');
    const withWebgl = await launchForWebgl();
    await frames(withWebgl, 'webgl').finally(() => withWebgl.close());
  }
  if (isWanted('memory')) await memory(browser);
} finally {
  await browser.close();
  await server.close();
}
