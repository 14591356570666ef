/** Every bound in one place, used by validators and assertions alike: nothing in the game grows without end. */
export const LIMITS = {
  turns: 16,
  ordersPerSheet: 4,
  statementsPerSheet: 3,
  ownWordsLength: 280,
  scenarioTextLength: 1200,
  inventory: 2000,
  /** Aim points of one leg, and warheads of a first strike on forces. */
  aimPoints: 1000,
  counterforce: 10_000,
  sites: 160,
  batteries: 40,
  /** Turns that a red line or pledge may run. */
  commitmentTurns: 8,
  treatyClauses: 4,
  crisisRounds: 3,
  messageBytes: 16 * 1024,
  /** Client requests a second in one room, over which the request is refused. */
  requestsPerSecond: 20,
  spectators: 60,
  rooms: 500,
  /** Worlds of one exercise, people in one seat of it, and people in it at all. */
  worlds: 20,
  delegation: 8,
  participants: 80,
  /** Pages of those who lead it, in one room. */
  facilitators: 40,
  /** Notes, injects and lines of the record of one exercise. */
  exerciseLines: 4000,
  nicknameLength: 24,
  /** Lines of all channels of one match together, and of one seat in one turn. */
  channelLines: 6000,
  channelLinesPerTurn: 40,
  /** Of a delegation among itself in one turn. */
  internalLinesPerTurn: 80,
  /** Ids of the last requests of a match that are remembered, so that one sent again counts once. */
  rememberedRequests: 256,
  ledgerLinesPerTurn: 2000,
} as const;
