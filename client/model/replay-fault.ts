/** Why no replay is shown: the file is none, it does not prove itself, nobody has it, or this browser cannot. */
import type { Refusal } from '../../shared/state/refusal.ts';

export type ReplayFault =
  | { readonly why: 'refused'; readonly refusal: Refusal }
  | { readonly why: 'scenario-differs' }
  | { readonly why: 'step-differs'; readonly step: number; readonly of: number }
  | { readonly why: 'scenario-missing'; readonly scenario: string }
  | { readonly why: 'not-given' | 'failed' };
