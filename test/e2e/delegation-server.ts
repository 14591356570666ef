/**
 * A server on whose quick game a delegation sits: whoever makes a match shares its first seat with the two that CREW names, and
 * comes to a crisis after the first turn in which everybody would rather strike than wait.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/main.ts';
import { SCENARIO_FOLDER } from '../../server/match/scenarios.ts';
import { CREW } from './crew.ts';

const CRISIS = { midpoint: -1000, least: 2, greatest: 2, most: 1, hazard: 0 };
/** Below any margin that a theory gives. */
const FEARFUL = { taboo: -1 };
const POLL_MS = 20;

const folder = mkdtempSync(join(tmpdir(), 'threshold-delegation-'));
cpSync(SCENARIO_FOLDER, folder, { recursive: true });
const quick = join(folder, 'quick.json');
const scenario = JSON.parse(readFileSync(quick, 'utf8')) as Record<string, unknown>;
writeFileSync(quick, JSON.stringify({ ...scenario, parameters: { crisis: CRISIS, threshold: FEARFUL } }));

const running = await startServer(readConfig(process.argv.slice(2), process.env), folder);
rmSync(folder, { recursive: true });
const seated = new Set<string>();
setInterval(() => {
  for (const match of running.registry.all) {
    if (seated.has(match.plan.code)) continue;
    seated.add(match.plan.code);
    const members = CREW.map(({ person, nickname, portfolios }) => ({ person: person.id, nickname, portfolios }));
    void match.note({ kind: 'seat', power: 'us', seat: { held: 'delegation', members } });
  }
}, POLL_MS).unref();
process.stdout.write(`http://localhost:${running.port}/\n`);
