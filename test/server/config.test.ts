import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { StartFault } from '../../server/start-fault.ts';

test('without a word the server listens on 2567 everywhere and keeps its log in ./data', () => {
  expect(readConfig([], {})).toEqual({
    port: 2567,
    host: '0.0.0.0',
    data: './data',
    scenarios: null,
    keepDays: 30,
    opsPassword: null,
    isBehindProxy: false,
    demo: false,
  });
});

test('the command line goes over the environment, and the result is frozen', () => {
  const config = readConfig(['--port', '81', '--demo'], { PORT: '82', DATA_DIR: 'there', HOST: '::1', KEEP_DAYS: '7' });
  expect(config).toEqual({
    port: 81,
    host: '::1',
    data: 'there',
    scenarios: null,
    keepDays: 7,
    opsPassword: null,
    isBehindProxy: false,
    demo: true,
  });
  expect(readConfig(['--scenarios', 'mine'], { SCENARIOS: 'theirs' }).scenarios).toBe('mine');
  expect(readConfig([], { BEHIND_PROXY: '0' }).isBehindProxy).toBe(false);
  expect(readConfig([], { BEHIND_PROXY: '1' }).isBehindProxy).toBe(true);
  expect(readConfig(['--behind-proxy'], {}).isBehindProxy).toBe(true);
  expect(Object.isFrozen(config)).toBe(true);
});

test.each([
  [['--port', 'x'], {}, /The port must be a whole number from 0 to 65535, not "x"\./],
  [['--port', '65536'], {}, /from 0 to 65535/],
  [['--port=-1'], {}, /from 0 to 65535/],
  [[], { PORT: '1e3' }, /not "1e3"/],
  [['--prot', '1'], {}, /--prot.*\nthreshold serve \[--port N\]/],
  [['somewhere'], {}, /somewhere.*\nthreshold serve/],
  [['--data', ''], {}, /--data must not be empty\./],
  [['--scenarios', ' '], {}, /--scenarios must not be empty\./],
  [[], { BEHIND_PROXY: 'true' }, /BEHIND_PROXY must be 1, or 0 or nothing, not "true"\./],
  [['--keep-days', '0'], {}, /--keep-days must be a whole number from 1 to 3650, not "0"\./],
])('%j with %j is refused with one sentence that says what to do', (argv, env, sentence) => {
  expect(() => readConfig(argv, env)).toThrow(StartFault);
  expect(() => readConfig(argv, env)).toThrow(sentence);
});
