import * as z from 'zod';
import type { WireRequest, WireResponse } from '../host/wire.ts';

export const CorsConfiguration = z.looseObject({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  MaxAge: z.coerce.number().optional(),
  AllowCredentials: z.boolean().default(false),
});

/** Cross-origin answers as API Gateway gives them for an API with a CORS configuration. */
export interface Cors {
  /** The answer to a preflight request, which reaches no route; undefined for any other request. */
  preflight(request: WireRequest): WireResponse | undefined;
  /** The headers for an answer; they stand in place of those the function gave. */
  headers(request: WireRequest): Record<string, string>;
}

export function openCors(configuration: z.infer<typeof CorsConfiguration>): Cors {
  const { AllowOrigins, AllowMethods, AllowHeaders, ExposeHeaders, MaxAge, AllowCredentials } = configuration;
  const allowed = (origin: string) =>
    AllowOrigins.some(
      pattern =>
        pattern === '*' ||
        pattern === origin ||
        (pattern.endsWith('*') && origin.startsWith(pattern.slice(0, -1))),
    );
  const common = (origin: string) => ({
    'access-control-allow-origin': AllowOrigins.includes('*') && !AllowCredentials ? '*' : origin,
    ...(AllowCredentials && { 'access-control-allow-credentials': 'true' }),
    vary: 'Origin',
  });
  return {
    preflight(request) {
      const { origin, 'access-control-request-method': method } = request.headers;
      if (request.method !== 'OPTIONS') return undefined;
      if (origin === undefined || method === undefined || !allowed(origin))
        return { status: 204, headers: {}, body: '' };
      const headers = {
        ...common(origin),
        ...(AllowMethods.length > 0 && { 'access-control-allow-methods': AllowMethods.join(',') }),
        ...(AllowHeaders.length > 0 && {
          'access-control-allow-headers': AllowHeaders.join(',').toLowerCase(),
        }),
        ...(MaxAge !== undefined && { 'access-control-max-age': String(MaxAge) }),
      };
      return { status: 204, headers, body: '' };
    },
    headers(request) {
      const { origin } = request.headers;
      if (origin === undefined || !allowed(origin)) return {};
      return {
        ...common(origin),
        ...(ExposeHeaders.length > 0 && { 'access-control-expose-headers': ExposeHeaders.join(',') }),
      };
    },
  };
}
