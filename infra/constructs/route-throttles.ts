import { allOperations, isPublic } from '../../schemas/api/operations/all.ts';

/** Requests a second, and how many may come at once: of a route, from all its callers together. */
interface Throttle {
  readonly throttlingRateLimit: number;
  readonly throttlingBurstLimit: number;
}

/** What a route takes that says nothing of its own. */
export const USUAL: Throttle = { throttlingRateLimit: 200, throttlingBurstLimit: 400 };

/** What is for anybody must not take the functions of officers with it. */
const PUBLIC: Throttle = { throttlingRateLimit: 50, throttlingBurstLimit: 100 };

/** Codes and numbers can be guessed one after another: tracking a dossier, verifying a result. */
const GUESSABLE: Throttle = { throttlingRateLimit: 20, throttlingBurstLimit: 40 };

/** One request has a function compute for seconds, or rewrites what everybody reads. */
const HEAVY: Throttle = { throttlingRateLimit: 5, throttlingBurstLimit: 10 };

const own: Readonly<Record<string, Throttle>> = {
  trackDossier: GUESSABLE,
  verifyResult: GUESSABLE,
  redeemPairing: GUESSABLE,
  // Every pad of the province asks every few seconds.
  lookAtPad: USUAL,
  answerOnPad: USUAL,
  explainDeadline: { throttlingRateLimit: 10, throttlingBurstLimit: 20 },
  health: USUAL,
  importProcedures: HEAVY,
  createExport: HEAVY,
  confirmProposedChange: HEAVY,
  replan: HEAVY,
  transferDossiers: HEAVY,
};

/** The routes that take less than usual, by route key (`GET /v1/…`). */
export function routeThrottles(): Readonly<Record<string, Throttle>> {
  for (const id of Object.keys(own))
    if (!allOperations.some(operation => operation.id === id))
      throw new TypeError(`${id} is throttled and is no operation`);
  return Object.fromEntries([
    ...allOperations.flatMap(operation => {
      const throttle = own[operation.id] ?? (isPublic(operation) ? PUBLIC : USUAL);
      return throttle === USUAL ? [] : [[`${operation.method} ${operation.path}`, throttle]];
    }),
    // The pages ask the API what their address asks for.
    ...['GET /track', 'GET /verify'].map(page => [page, GUESSABLE]),
  ]);
}
