/** `npm run fuzz -- --seed N --seconds S`: a storm of any length; one seed is one storm. Ends with 1 when something was wrong. */
import { parseArgs } from 'node:util';
import { storm, type Weather } from './storm.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now()) },
    seconds: { type: 'string', default: '60' },
    kills: { type: 'string', default: '1000000' },
    /** Plants a mistake that must be found: `leak` or `loss`. */
    planted: { type: 'string' },
  },
});
const planted = (['leak', 'loss'] as const).find((mistake) => mistake === values.planted) ?? null;
const weather: Weather = { seed: values.seed, seconds: Number(values.seconds), kills: Number(values.kills), planted };
console.log(`seed ${weather.seed}`);
const { faults, kills, acknowledged, steps, resolved } = await storm(weather, (line) => console.log(line));
console.log(`${steps} steps, ${acknowledged} answers of yes, ${resolved} resolved turns and rounds, ${kills} kills`);
for (const fault of faults.slice(0, 20)) console.log(`FAULT ${fault}`);
console.log(
  faults.length === 0
    ? 'Nothing was wrong.'
    : `${faults.length} faults. Once more: npm run fuzz -- --seed ${weather.seed} --seconds ${weather.seconds}`,
);
process.exit(faults.length === 0 ? 0 : 1);
