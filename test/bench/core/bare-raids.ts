/** The least that a sampled raid can cost: a loop of numbers over typed arrays, one draw for each warhead and layer. */
import type { Layer } from '../../../shared/capability/engagement.ts';

/** The same process as sampleRaids for warheads alone, whole counts and a common mode of .9; xorshift for chance. */
export function bareRaids(warheads: number, layers: readonly Layer[], count: number): Uint32Array {
  const arriving = new Uint32Array(count);
  const size = 64;
  const kills = new Float64Array(layers.length * size);
  for (const [l, { singleShot, tracking }] of layers.entries())
    for (let n = 0; n < size; n++) kills[l * size + n] = tracking * (1 - (1 - singleShot) ** n);
  const stocks = Float64Array.from(layers, ({ interceptors }) => interceptors);
  let x = 123456789;
  for (let i = 0; i < count; i++) {
    let flying = warheads;
    x = step(x);
    if ((x >>> 0) / 4294967296 < 0.9) {
      for (let l = 0; l < stocks.length && flying > 0; l++) {
        const stock = stocks[l] ?? 0;
        const each = Math.floor(stock / flying);
        const extra = stock - each * flying;
        const few = (kills[l * size + each] ?? 0) * 4294967296;
        const more = (kills[l * size + each + 1] ?? 0) * 4294967296;
        let killed = 0;
        for (let w = 0; w < flying; w++) {
          x = step(x);
          if (x >>> 0 < (w < extra ? more : few)) killed += 1;
        }
        flying -= killed;
      }
    }
    arriving[i] = flying;
  }
  return arriving;
}

function step(x: number): number {
  const a = x ^ (x << 13);
  const b = a ^ (a >>> 17);
  return b ^ (b << 5);
}
