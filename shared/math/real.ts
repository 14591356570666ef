/**
 * Real functions whose last bit no engine may choose. JavaScript leaves the accuracy of sin, exp, pow and log to each
 * engine, so two browsers may differ; these are portable implementations of the same functions. `shared/` uses no
 * others (the tidy test refuses Math.sin and its like). Math.sqrt, floor and friends are exact by the standard.
 */
import stdAcos from '@stdlib/math-base-special-acos';
import stdAsin from '@stdlib/math-base-special-asin';
import stdAtan2 from '@stdlib/math-base-special-atan2';
import stdCos from '@stdlib/math-base-special-cos';
import stdExp from '@stdlib/math-base-special-exp';
import stdLn from '@stdlib/math-base-special-ln';
import stdPow from '@stdlib/math-base-special-pow';
import stdSin from '@stdlib/math-base-special-sin';
import { clamp } from './range.ts';

export const sin: (x: number) => number = stdSin;
export const cos: (x: number) => number = stdCos;
/** Arc sine of x in radians; x is first brought into [-1, 1], since rounding may carry it a bit outside. */
export const asin = (x: number): number => stdAsin(clamp(x, -1, 1));
/** Arc cosine of x in radians; x is first brought into [-1, 1], since rounding may carry it a bit outside. */
export const acos = (x: number): number => stdAcos(clamp(x, -1, 1));
export const atan2: (y: number, x: number) => number = stdAtan2;
export const exp: (x: number) => number = stdExp;
export const ln: (x: number) => number = stdLn;
export const pow: (base: number, exponent: number) => number = stdPow;

/** The logistic function 1 / (1 + e^-x). */
export const logistic = (x: number): number => 1 / (1 + exp(-x));
