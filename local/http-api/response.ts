import * as z from 'zod';
import type { WireResponse } from '../host/wire.ts';

/** API Gateway's own answers: a message in JSON. */
export function gatewayAnswer(status: number, message: string): WireResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}

const Structured = z.looseObject({
  statusCode: z.union([
    z.int().min(100).max(599),
    z
      .string()
      .regex(/^[1-5]\d\d$/)
      .transform(Number),
  ]),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** A function's result (JSON) as an HTTP answer, by the rules of payload format 2.0; undefined when it is none. */
export function integrationAnswer(payload: string): WireResponse | undefined {
  const result: unknown = JSON.parse(payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof result === 'string' ? result : payload,
    };
  }
  const parsed = Structured.safeParse(result);
  if (!parsed.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const lower = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...withoutHopByHop(lower),
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies.join('\n') }),
    },
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

/** What belongs to the connection is API Gateway's own to say. */
function withoutHopByHop(headers: Record<string, string>): Record<string, string> {
  const own = new Set(['connection', 'content-length', 'transfer-encoding', 'keep-alive', 'date']);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name)));
}
