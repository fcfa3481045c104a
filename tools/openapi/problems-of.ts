import type { Operation } from '../../schemas/api/operation.ts';
import { isPublic } from '../../schemas/api/operations/all.ts';
import { type ProblemCode, problemCodes } from '../../schemas/api/problem-codes.ts';

/**
 * Whether repeats with the same key get the first answer: of everything that is changed. What is for anybody changes
 * nothing.
 */
export function keepsAnswers(operation: Operation): boolean {
  return operation.method === 'POST' && !operation.onlyReads && !isPublic(operation);
}

/** Whether it reads or changes one dossier, whose ledger is looked at first. */
function isAboutOneDossier({ path }: Operation): boolean {
  return /^\/v1\/(dossiers|tasks|track|results)\/\{/.test(path);
}

/** Every refusal an operation may give: its own, and those that all of its kind may give. */
export function problemsOf(operation: Operation): ProblemCode[] {
  // The table may be asked for more than it gives by anything that is asked.
  const common: ProblemCode[] = ['internal', 'too-busy'];
  if (isAboutOneDossier(operation)) common.push('ledger-broken');
  if (operation.body)
    common.push('body-not-json', 'body-missing', 'body-too-large', 'media-type-unsupported');
  if (operation.body?.safeParse({}).success) common.splice(common.indexOf('body-missing'), 1);
  // A malformed Idempotency-Key.
  if (operation.method === 'POST') common.push('parameter-invalid');
  if (keepsAnswers(operation)) common.push('idempotency-key-reused', 'request-in-progress');
  // A malformed Access-Reason, and a record that could not be written.
  if (operation.recordsReads) common.push('parameter-invalid', 'access-unrecorded');
  if (!isPublic(operation)) common.push('unauthenticated', 'forbidden');
  const order = new Map(Object.keys(problemCodes).map((code, index) => [code, index]));
  return [...new Set([...operation.problems, ...common])].sort(
    (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
}

/** The statuses with which API Gateway answers requests to an operation by itself. */
export function gatewayStatusesOf(operation: Operation): number[] {
  return [
    ...(isPublic(operation) ? [] : [401]),
    ...(operation.params ? [404] : []),
    ...(operation.body ? [413] : []),
    429,
    431,
    500,
    503,
  ];
}
