/**
 * Where the formulas and figures come from, named once: what a "why?" points at. The mark says how far the attribution was
 * checked: `read` in the source's own text, `recalled` and still to be checked, `computed` for this game, a `game` choice.
 */

export interface Source {
  /** A reference as it would stand in a list of literature. */
  readonly reference: string;
  readonly mark: 'read' | 'recalled' | 'computed' | 'game';
}

export const SOURCES = {
  rules: { reference: 'The rules of this game', mark: 'game' },
  wilkening: { reference: 'Wilkening, Science & Global Security 8:2 (2000), 183-215', mark: 'recalled' },
  'kent-thaler': { reference: 'Kent and Thaler, First-Strike Stability, RAND R-3765 (1989)', mark: 'recalled' },
  'wilkening-watman': { reference: 'Wilkening and Watman, RAND R-3412 (1986), abstract', mark: 'read' },
  'best-bracken': { reference: 'Best and Bracken, Management Science 41:2 (1995), abstract', mark: 'read' },
  schelling: { reference: 'Schelling, The Strategy of Conflict (1960), reciprocal fear of surprise attack', mark: 'recalled' },
  wu: { reference: 'Wu, Living with Uncertainty, International Security 44:4 (2020), abstract', mark: 'read' },
  'hart-matheson': { reference: 'Hart (2008) and Matheson (1967), General Lotto', mark: 'recalled' },
  'two-body': { reference: 'Two-body motion over a sphere that does not turn, checked by integration', mark: 'computed' },
  'new-start': { reference: 'New START data exchange of 1 September 2016; split into legs by this game', mark: 'recalled' },
  'early-warning': {
    reference:
      'SBIRS GEO-1 operational on 17 May 2013 (Air & Space Forces Magazine); Kosmos-2510 launched on 17 November 2015 (Podvig, russianforces.org); none of China known before 2017 (Stokes and Cheng 2012)',
    mark: 'read',
  },
  tests: { reference: 'Public records of flight tests to October 2016', mark: 'read' },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;

export const SOURCE_IDS = Object.keys(SOURCES) as [SourceId, ...SourceId[]];
