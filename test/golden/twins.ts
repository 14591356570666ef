/** Formulas that no grid of numbers can ask, and where each is held to something outside itself. */

interface Twin {
  /** The file with the slow second implementation, the published values or the law. */
  readonly file: string;
  readonly by: string;
  /** Functions that the file asks by name. */
  readonly of: readonly string[];
  /** Functions that it asks only by way of `through`. */
  readonly inside?: readonly string[];
  readonly through?: readonly string[];
}

const CAPABILITY: readonly Twin[] = [
  {
    file: 'test/golden/golden.test.ts',
    by: 'groups of this grid under another name',
    of: ['flightTimeS', 'interceptorOrbit', 'elevationDeg', 'slantRangeKm', 'stabilityOf', 'batteryCount', 'fearedDefence'],
    inside: ['timeToPointS', 'rememberedBuild', 'buildingAt'],
    through: ['flightTimeS', 'batteryCount'],
  },
  {
    file: 'test/game/check-why.ts',
    by: 'each step of a raid worked out again',
    of: [],
    inside: ['passagesOf'],
    through: ['check'],
  },
  { file: 'test/capability/allotment.test.ts', by: 'every division over aim points tried', of: ['allotted'] },
  {
    file: 'test/capability/arrivals.test.ts',
    by: 'convolution against sampling',
    of: ['arrivalsOf', 'areTrialsIndependent', 'sampleRaids'],
  },
  { file: 'test/capability/raid.test.ts', by: 'binomial chances and the mean', of: ['sampleRaid'] },
  { file: 'test/capability/anchors.ts', by: 'worked values of SCIENCE 1.2', of: ['leakageOf', 'shotsFor'] },
  {
    file: 'test/capability/coverage.test.ts',
    by: 'published looks, windows and radar views of SCIENCE 3.3 and 3.4',
    of: ['coverage', 'traced', 'secondsInView', 'windowsOf'],
    inside: ['corridorsOf'],
    through: ['coverage'],
  },
  {
    file: 'test/capability/detection.test.ts',
    by: 'the plain `sees` every half second of a track',
    of: ['lookoutOf', 'coverOf'],
    inside: ['firstInViewS', 'atBurnout'],
    through: ['lookoutOf'],
  },
  {
    file: 'test/belief/warning.test.ts',
    by: 'rungs and treaties named one by one',
    of: ['partnersOf', 'sharesWarning', 'aidedNow', 'sharesNow', 'windowsNow'],
  },
  {
    file: 'test/server/model.test.ts',
    by: 'seconds in view of SCIENCE 3.4, as the command line prints them',
    of: [],
    inside: ['viewsOf'],
    through: ['inView'],
  },
  {
    file: 'test/capability/earth.test.ts',
    by: 'haversine and inverse',
    of: ['destination', 'along', 'unitVector', 'dot'],
  },
  { file: 'test/capability/radar.test.ts', by: 'angles against vectors', of: ['sees', 'radarFrame', 'viewFrom'] },
  {
    file: 'test/capability/force.test.ts',
    by: 'New START, the Bulletin and anchors 9 and 11',
    of: ['survivors', 'totalWarheads', 'totalLaunchers'],
  },
];

const BELIEF: readonly Twin[] = [
  {
    file: 'test/belief/fear.test.ts',
    by: 'test/belief/slow.ts, for all six pairs whatever stands',
    of: ['assuranceOf', 'surviving', 'raidOf'],
    inside: ['levelOf', 'levelsBuilding', 'forcesOf', 'trackingLeft', 'attackerOf', 'counterforceOf'],
    through: ['slowFear', 'fearOf'],
  },
  {
    file: 'test/belief/outlook.test.ts',
    by: 'hand counts of RULES 4',
    of: ['layersOf'],
    inside: ['radarShare'],
    through: ['layersOf'],
  },
  {
    file: 'test/orders/integrate.test.ts',
    by: 'the scenario’s share of tracks missed',
    of: [],
    inside: ['savedByAllies'],
    through: ['layersOf'],
  },
  {
    file: 'test/orders/sites.test.ts',
    by: 'half of what geometry counts, and none of what is replaced',
    of: [],
    inside: ['heldAtRisk', 'isBeingReplaced'],
    through: ['layersOf'],
  },
  {
    file: 'test/orders/climb.test.ts',
    by: 'test/belief/slow.ts with the silos fired in time',
    of: ['helpAgainst', 'surviving'],
    inside: ['firedInTime'],
    through: ['surviving', 'leftOf'],
  },
  { file: 'test/belief/evidence.test.ts', by: 'quantiles of SCIENCE 1.2', of: ['readingOf'] },
  {
    file: 'test/orders/evidence.test.ts',
    by: 'the same observations in public',
    of: [],
    inside: ['learntIn'],
    through: ['readingOf', 'betaQuantile'],
  },
  {
    file: 'test/belief/silo-guard.test.ts',
    by: 'the General Lotto by hand',
    of: ['guardsOf', 'surviving'],
    inside: ['guarded', 'guardsThatCount', 'guardedLegs', 'attackersPart', 'whyPointDefence', 'whyGuarded'],
    through: ['surviving', 'check'],
  },
  {
    file: 'test/belief/threshold.test.ts',
    by: 'test/belief/slow.ts, for every pair, school and pair of eyes',
    of: ['thresholdOf'],
    inside: ['thresholdsOf', 'salvoesOf', 'stanceOf'],
    through: ['slowThreshold', 'thresholdOf'],
  },
];

const CRISIS: readonly Twin[] = [
  {
    file: 'test/crisis/alarm.test.ts',
    by: 'thresholds and alarms of a state, and the smaller of two margins',
    of: ['marginsOf', 'publicMargins'],
  },
  {
    file: 'test/game/explained.test.ts',
    by: 'each end of the band by its own why',
    of: [],
    inside: ['publicMarginsBySchool'],
    through: ['gaugeOf', 'check'],
  },
  {
    file: 'test/crisis/outbreak.test.ts',
    by: 'the weights of RULES 8 added up by hand',
    of: ['outbreakOf', 'dispersedOf'],
  },
  { file: 'test/orders/alert.test.ts', by: 'a quarter of a round’s risk by hand', of: ['falseAlarms'] },
  { file: 'test/politics/treaty.test.ts', by: 'a signed treaty', of: ['haveDirectLine'] },
];

/** What makes no number: it puts a scenario and its coverage together, or lists what others worked out. */
export const NO_FORMULA: readonly string[] = ['makeBoard'];

export const TWINS: readonly Twin[] = [...CAPABILITY, ...BELIEF, ...CRISIS];
