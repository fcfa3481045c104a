import { randomUUID } from 'node:crypto';
import type { Bus } from '../events/bus.ts';
import { putEvents } from '../events/put-events.ts';
import { comesFromHere } from '../host/loopback.ts';
import type { Place } from '../host/place.ts';
import type { WireRequest, WireResponse } from '../host/wire.ts';
import type { Guard, Refusal } from '../iam/guard.ts';
import type { Kms } from '../kms/kms.ts';
import type { AsyncCalls } from '../lambda/async-calls.ts';
import type { Functions } from '../lambda/functions.ts';
import { answerInvoke } from '../lambda/invoke-api.ts';
import type { SecretsManager } from '../secrets-manager/secrets-manager.ts';
import type { Sqs } from '../sqs/sqs.ts';
import type { TableClient } from '../table/table-client.ts';
import { answerSts, refuseSts } from './sts.ts';

/** The services behind the host's one AWS port. */
export interface GatewayServices {
  readonly guard: Pick<Guard, 'refusal'>;
  readonly table: Pick<TableClient, 'forward'>;
  readonly stepFunctions: {
    handle(action: string, body: unknown): Promise<{ status: number; body: unknown }>;
  };
  readonly s3: { handle(request: WireRequest): Promise<WireResponse> };
  readonly sqs: Sqs;
  readonly kms: Pick<Kms, 'handle'>;
  readonly secretsManager: Pick<SecretsManager, 'handle'>;
  readonly functions: Functions;
  readonly asyncCalls: AsyncCalls;
  readonly bus: Bus;
  readonly place: Place;
  /** What `GET /healthz` answers. */
  readonly health: () => object;
}

const FOREIGN: WireResponse = {
  status: 403,
  headers: { 'content-type': 'application/json' },
  body: '{"message":"Pages of other origins may not ask this."}',
};

const JSON_10 = 'application/x-amz-json-1.0';
const JSON_11 = 'application/x-amz-json-1.1';
const OF_JSON_11: ReadonlySet<string> = new Set(['AWSEvents', 'TrentService', 'secretsmanager']);

/** Answers every AWS protocol of the host, told apart as AWS's clients mark them: target header, signing scope, path. */
export async function answerAws(request: WireRequest, services: GatewayServices): Promise<WireResponse> {
  const { service, accessKeyId } = signedScope(request);
  if (request.path === '/healthz' && service === undefined) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(services.health()),
    };
  }
  // Which pages may use a bucket, the bucket says; nothing else here is for pages.
  if (service !== undefined && service !== 's3' && !comesFromHere(request.headers)) return FOREIGN;
  const target = request.headers['x-amz-target'];
  if (target !== undefined && !comesFromHere(request.headers)) return FOREIGN;
  if (target === undefined && (service === undefined || service === 's3')) {
    if (!isFunctionCall(request) && !isStsForm(request)) return services.s3.handle(request);
  }
  const refusal = services.guard.refusal(request, accessKeyId);
  if (refusal) return isStsForm(request) ? refuseSts(refusal) : refused(refusal);
  if (typeof target === 'string') return answerTarget(request, target, services);
  if (isFunctionCall(request)) return answerInvoke(request, services);
  if (service === 'sts' || isStsForm(request)) return answerSts(request, services.place);
  return refuse(
    JSON_10,
    `The embedded host does not support the service ${service} (${request.method} ${request.path}).`,
  );
}

async function answerTarget(
  request: WireRequest,
  target: string,
  services: GatewayServices,
): Promise<WireResponse> {
  const [api = '', action = ''] = target.split('.');
  if (api.startsWith('DynamoDB')) return services.table.forward(request);
  const type = OF_JSON_11.has(api) ? JSON_11 : JSON_10;
  const body = parseJson(request.body);
  if (body === undefined)
    return json(type, 400, { __type: 'SerializationException', message: 'The body is not JSON.' });
  if (api === 'AWSStepFunctions')
    return json(type, ...pair(await services.stepFunctions.handle(action, body)));
  if (api === 'AWSEvents' && action === 'PutEvents')
    return json(type, ...pair(putEvents(body, services.bus)));
  if (api === 'TrentService') return json(type, ...pair(services.kms.handle(action, body)));
  if (api === 'secretsmanager') return json(type, ...pair(services.secretsManager.handle(action, body)));
  if (api === 'AmazonSQS') {
    const answer = await services.sqs.handle(action, body);
    const response = json(type, answer.status, answer.body);
    return answer.queryError === undefined
      ? response
      : { ...response, headers: { ...response.headers, 'x-amzn-query-error': answer.queryError } };
  }
  return refuse(type, `The embedded host does not support ${target}.`);
}

/** Who signed for which service, by the credential of a signature, in the header or in a signed link. */
function signedScope(request: WireRequest): { readonly accessKeyId?: string; readonly service?: string } {
  const [, inHeader] = /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '') ?? [];
  const credential = inHeader ?? new URLSearchParams(request.query).get('X-Amz-Credential') ?? '';
  const [, accessKeyId, service] = /^([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request$/.exec(credential) ?? [];
  return accessKeyId === undefined || service === undefined ? {} : { accessKeyId, service };
}

const isFunctionCall = ({ path }: WireRequest) => path.startsWith('/2015-03-31/functions/');

function isStsForm(request: WireRequest): boolean {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  return request.path === '/' && isForm && request.body.includes('Action=GetCallerIdentity');
}

const pair = ({ status, body }: { status: number; body: unknown }) => [status, body] as const;

function json(type: string, status: number, body: unknown): WireResponse {
  return {
    status,
    headers: { 'content-type': type, 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify(body),
  };
}

const refused = ({ code, message }: Refusal) =>
  json(JSON_10, code === 'AccessDeniedException' ? 400 : 403, { __type: code, message });

function refuse(type: string, message: string): WireResponse {
  return json(type, 400, { __type: 'UnknownOperationException', message });
}

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
