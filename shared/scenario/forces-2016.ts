/** The strategic forces of 1 September 2016 by legs, calibrated so that the New START totals come out (SCIENCE 2.3). */
import type { Power } from './names.ts';
import type { Leg } from './schema.ts';

/**
 * Totals are read (New START data exchange of 1 September 2016: US 681 launchers and 1,367 warheads, Russia 508 and
 * 1,796; China 101 and 121 after the Bulletin notebooks). The split into legs, alert shares and survival are this
 * game's calibration, recalled from the Bulletin's notebooks: sliders, not findings. Nor does any source give aim points
 * other than silos: what two warheads on each silo leave of the table below, spread over the other legs by their launchers.
 */
export const FORCES_2016: Readonly<Record<Power, readonly Leg[]>> = {
  us: [
    leg('silo', [416, 416, 416], [0.05, 0.05], [1, 1]), // Minuteman III
    leg('submarine', [209, 895, 69], [0, 1], [0.6, 0.85]), // Trident II D5
    leg('bomber', [56, 56, 19], [0, 0.9], [0, 0.75]),
  ],
  ru: [
    leg('silo', [138, 688, 138], [0.05, 0.05], [1, 1]), // SS-18 46x10, SS-19 20x6, SS-27 60x1, Yars 12x4
    leg('mobile', [164, 386, 46], [0.05, 0.9], [0.1, 0.8]), // SS-25 72, SS-27 18, Yars 74x4
    leg('submarine', [152, 668, 43], [0, 0.95], [0.2, 0.7]),
    leg('bomber', [54, 54, 15], [0, 0.9], [0, 0.6]),
  ],
  cn: [
    leg('silo', [20, 40, 20], [0.1, 0.1], [1, 1]), // DF-5A 10x1, DF-5B 10x3
    leg('mobile', [33, 33, 29], [0.1, 0.9], [0.1, 0.8]), // DF-31A 25, DF-31 8
    leg('submarine', [48, 48, 41], [0, 0.7], [0, 0.5]), // JL-2, 4 boats x12
  ],
};

/** Warheads that a first strike of the first power on the second spends on forces (SCIENCE 2.3); 0: it cannot. */
export const COUNTERFORCE_2016: Readonly<Record<Power, Readonly<Partial<Record<Power, number>>>>> = {
  us: { ru: 380, cn: 110 },
  ru: { us: 920, cn: 110 },
  cn: { us: 0, ru: 0 },
};

type Two = readonly [number, number];

/** Launchers, warheads and aim points; survival idle and on alert; alert share day to day and generated. */
function leg(
  kind: Leg['leg'],
  [launchers, warheads, aimPoints]: readonly [number, number, number],
  [survivalIdle, survivalAlert]: Two,
  [alertDay, alertGenerated]: Two,
): Leg {
  const shots = kind === 'silo' ? 2 : 1;
  const filed = { leg: kind, launchers, warheads, survivalIdle, survivalAlert, alertDay, alertGenerated };
  return { ...filed, aimPoints, shots, mark: 'recalled' };
}
