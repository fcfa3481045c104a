import type { WireResponse } from '../../host/wire.ts';
import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/request.ts';
import { childrenNamed, childText, element, optional, xmlDocument } from '../protocol/xml.ts';
import { type CorsRule, corsRule } from '../storage/records.ts';
import { type BucketCall, emptyAnswer, requestDocument, xmlAnswer } from './call.ts';

function matchesPattern(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}

function listed(names: string | undefined): string[] {
  return (names ?? '').split(',').flatMap(name => name.trim().toLowerCase() || []);
}

function matchingRule(
  rules: readonly CorsRule[],
  origin: string,
  method: string,
  headers: string[],
): CorsRule | undefined {
  return rules.find(
    rule =>
      rule.allowedOrigins.some(pattern => matchesPattern(pattern, origin)) &&
      rule.allowedMethods.some(allowed => allowed === method) &&
      headers.every(name =>
        rule.allowedHeaders?.some(pattern => matchesPattern(pattern.toLowerCase(), name)),
      ),
  );
}

function grant(rule: CorsRule, origin: string): Record<string, string> {
  const open = rule.allowedOrigins.includes('*');
  return {
    'access-control-allow-origin': open ? '*' : origin,
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(open ? {} : { 'access-control-allow-credentials': 'true' }),
    ...(rule.exposedHeaders?.length
      ? { 'access-control-expose-headers': rule.exposedHeaders.join(', ') }
      : {}),
    ...(rule.maxAge === undefined ? {} : { 'access-control-max-age': String(rule.maxAge) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** The CORS headers of an actual request's answer, errors too; none when no rule allows its origin. */
export function corsHeaders(
  rules: readonly CorsRule[],
  { method, headers }: S3Request,
): Record<string, string> {
  const origin = headers['origin'];
  const rule = origin === undefined ? undefined : matchingRule(rules, origin, method, []);
  return rule && origin !== undefined ? grant(rule, origin) : {};
}

/** Answers a browser's question before the real request, which needs no signature. Throws AccessForbidden. */
export function preflight(rules: readonly CorsRule[] | undefined, { headers }: S3Request): WireResponse {
  const [origin, method] = [headers['origin'], headers['access-control-request-method']];
  if (origin === undefined)
    throw new S3Error('BadRequest', 'Insufficient information. Origin request header needed.');
  if (method === undefined) throw new S3Error('BadRequest', 'Invalid Access-Control-Request-Method: null');
  if (!rules?.length)
    throw new S3Error('AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.', {
      Method: method,
    });
  const wanted = listed(headers['access-control-request-headers']);
  const rule = matchingRule(rules, origin, method, wanted);
  if (!rule)
    throw new S3Error(
      'AccessForbidden',
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
      { Method: method, ResourceType: 'OBJECT' },
    );
  return emptyAnswer(200, {
    ...grant(rule, origin),
    ...(wanted.length > 0 ? { 'access-control-allow-headers': wanted.join(', ') } : {}),
  });
}

export async function putBucketCors({ bucket, request }: BucketCall): Promise<WireResponse> {
  const document = requestDocument(request, 'CORSConfiguration');
  const rules = childrenNamed(document, 'CORSRule').map(node => {
    const texts = (name: string) => childrenNamed(node, name).map(child => child.text);
    const [id, maxAge] = [childText(node, 'ID'), childText(node, 'MaxAgeSeconds')];
    const parsed = corsRule.safeParse({
      ...(id === undefined ? {} : { id }),
      allowedOrigins: texts('AllowedOrigin'),
      allowedMethods: texts('AllowedMethod'),
      allowedHeaders: texts('AllowedHeader'),
      exposedHeaders: texts('ExposeHeader'),
      ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
    });
    if (!parsed.success) throw new S3Error('MalformedXML');
    return parsed.data;
  });
  if (rules.length === 0 || rules.length > 100) throw new S3Error('MalformedXML');
  await bucket.locked('record', '', () => bucket.configure({ ...bucket.record(), cors: rules }));
  return emptyAnswer(200);
}

export async function getBucketCors({ bucket }: BucketCall): Promise<WireResponse> {
  const { cors, name } = bucket.record();
  if (cors.length === 0) throw new S3Error('NoSuchCORSConfiguration', undefined, { BucketName: name });
  const rules = cors.map(rule => {
    const texts = (tag: string, values: readonly string[] = []) => values.map(value => element(tag, value));
    return element('CORSRule', [
      ...optional('ID', rule.id),
      ...texts('AllowedOrigin', rule.allowedOrigins),
      ...texts('AllowedMethod', rule.allowedMethods),
      ...texts('AllowedHeader', rule.allowedHeaders),
      ...texts('ExposeHeader', rule.exposedHeaders),
      ...optional('MaxAgeSeconds', rule.maxAge),
    ]);
  });
  return xmlAnswer(xmlDocument('CORSConfiguration', rules));
}

export async function deleteBucketCors({ bucket }: BucketCall): Promise<WireResponse> {
  await bucket.locked('record', '', () => bucket.configure({ ...bucket.record(), cors: [] }));
  return emptyAnswer(204);
}
