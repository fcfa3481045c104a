import type { WireRequest, WireResponse } from '../host/wire.ts';
import type { AsyncCalls } from './async-calls.ts';
import type { Functions } from './functions.ts';

const LONGEST_PAYLOAD = 6 * 1024 * 1024;
const LONGEST_ASYNC_PAYLOAD = 1024 * 1024;

/** Answers Lambda's Invoke: `POST /2015-03-31/functions/NAME/invocations`. */
export async function answerInvoke(
  request: WireRequest,
  deps: { functions: Functions; asyncCalls: AsyncCalls },
): Promise<WireResponse> {
  const [, encoded] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.path) ?? [];
  if (encoded === undefined || request.method !== 'POST') {
    return failure(
      400,
      'UnknownOperationException',
      `The embedded host does not support ${request.method} ${request.path} of Lambda.`,
    );
  }
  const name = decodeURIComponent(encoded);
  const pool = deps.functions.find(name);
  if (!pool) return failure(404, 'ResourceNotFoundException', `Function not found: ${name}`);
  const event = request.body.length === 0 ? '{}' : request.body.toString('utf8');
  if (!isJson(event))
    return failure(400, 'InvalidRequestContentException', 'Could not parse request body into json.');

  const kind = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  const longest = kind === 'Event' ? LONGEST_ASYNC_PAYLOAD : LONGEST_PAYLOAD;
  if (request.body.length > longest)
    return failure(
      413,
      'RequestTooLargeException',
      `Request must be smaller than ${longest} bytes for the InvokeFunction operation`,
    );
  if (kind === 'DryRun') return { status: 204, headers: {}, body: '' };
  if (kind === 'Event') {
    deps.asyncCalls.call(name, event);
    return { status: 202, headers: {}, body: '' };
  }
  const outcome = await pool.call(event);
  const headers = {
    'content-type': 'application/json',
    'x-amz-executed-version': '$LATEST',
    'x-amzn-requestid': outcome.requestId,
  };
  if (outcome.ok && Buffer.byteLength(outcome.payload) <= LONGEST_PAYLOAD)
    return { status: 200, headers, body: outcome.payload };
  const error = outcome.ok
    ? {
        errorType: 'Function.ResponseSizeTooLarge',
        errorMessage: `Response payload size exceeded maximum allowed payload size (${LONGEST_PAYLOAD} bytes).`,
      }
    : outcome.error;
  return {
    status: 200,
    headers: { ...headers, 'x-amz-function-error': 'Unhandled' },
    body: JSON.stringify(error),
  };
}

function failure(status: number, type: string, message: string): WireResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
    body: JSON.stringify({ Type: 'User', Message: message, message }),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
