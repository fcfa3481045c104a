import type { IncomingHttpHeaders } from 'node:http';
import type { WireRequest } from '../host/wire.ts';

/** What is the same in every event of one API. */
export interface ApiIdentity {
  readonly accountId: string;
  readonly apiId: string;
  readonly stage: string;
  readonly stageVariables: Readonly<Record<string, string>> | undefined;
  readonly port: number;
}

/** One request on its way through the API. */
export interface ApiRequest {
  readonly wire: WireRequest;
  /** Decoded, without the stage. */
  readonly path: string;
  readonly requestId: string;
  readonly sourceAddress: string;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything a payload of format 2.0 says of a request but its body; authorizers get no more than this. */
export function requestPart(request: ApiRequest, api: ApiIdentity) {
  const { wire, path, requestId, routeKey, parameters, headers, sourceAddress, receivedAt } = request;
  const cookies = cookiesOf(wire.headers);
  const query = queryParameters(wire.query);
  const host = headers['host'] ?? '';
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: wire.query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: api.accountId,
      apiId: api.apiId,
      domainName: host,
      domainPrefix: host.split('.')[0] ?? '',
      http: {
        method: wire.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: sourceAddress,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: api.stage,
      time: commonLogTime(receivedAt),
      timeEpoch: receivedAt,
    },
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    ...(api.stageVariables && { stageVariables: api.stageVariables }),
  };
}

/** The event of a Lambda proxy integration, payload format 2.0. `authorizer` is the context that the authorizer gave. */
export function proxyEvent(
  request: ApiRequest,
  api: ApiIdentity,
  authorizer: Readonly<Record<string, unknown>> | undefined,
): string {
  const { requestContext, ...part } = requestPart(request, api);
  const { body } = request.wire;
  const isText = isTextual(request.headers);
  return JSON.stringify({
    ...part,
    requestContext: { ...requestContext, ...(authorizer && { authorizer: { lambda: authorizer } }) },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  });
}

/** Header values of one name joined by commas; cookies go their own way. Adds what API Gateway adds. */
export function apiHeaders(
  headers: IncomingHttpHeaders,
  facts: { sourceAddress: string; port: number; requestId: string },
): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name === 'cookie' || name === 'connection') continue;
    joined[name] = Array.isArray(value) ? value.join(',') : value;
  }
  const before = joined['x-forwarded-for'];
  joined['x-forwarded-for'] =
    before === undefined ? facts.sourceAddress : `${before}, ${facts.sourceAddress}`;
  joined['x-forwarded-port'] ??= String(facts.port);
  joined['x-forwarded-proto'] ??= 'http';
  joined['x-amzn-trace-id'] ??= `Root=${facts.requestId}`;
  return joined;
}

function cookiesOf(headers: IncomingHttpHeaders): string[] {
  return (headers.cookie ?? '').split(/;\s*/).filter(cookie => cookie !== '');
}

/** Values of one name joined by commas; undefined without a query. */
function queryParameters(query: string): Record<string, string> | undefined {
  if (query === '') return undefined;
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = Object.hasOwn(parameters, name) ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

/** API Gateway hands a body through as text by its content type; everything else, forms included, comes in base64. */
function isTextual(headers: Readonly<Record<string, string>>): boolean {
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') return false;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return type.startsWith('text/') || /^application\/(.+\+)?(json|xml|javascript)$/.test(type);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(instant: number): string {
  const iso = new Date(instant).toISOString();
  return `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}
