import * as z from 'zod';
import type { Resource, Resources } from '../assembly/load-resources.ts';
import { HostError } from '../host/host-error.ts';
import type { AuthorizerConfig } from './authorizer.ts';
import { CorsConfiguration } from './cors.ts';
import type { ThrottleConfig } from './throttle.ts';

/** One route of the API. */
export interface RouteConfig {
  readonly routeKey: string;
  readonly functionArn: string;
  /** Milliseconds until the API gives up on the function. */
  readonly timeout: number;
  readonly authorizerId: string | undefined;
}

/** The HTTP API of the assembly. */
export interface ApiConfig {
  readonly id: string;
  readonly stage: string;
  readonly stageVariables: Readonly<Record<string, string>> | undefined;
  readonly cors: z.infer<typeof CorsConfiguration> | undefined;
  /** Of every route, and of those with settings of their own, by route key. */
  readonly throttle: ThrottleConfig | undefined;
  readonly routeThrottles: ReadonlyMap<string, ThrottleConfig>;
  readonly routes: readonly RouteConfig[];
  readonly authorizers: ReadonlyMap<string, AuthorizerConfig & { readonly functionArn: string }>;
}

const Api = z.looseObject({
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: CorsConfiguration.optional(),
});
const Throttled = z
  .looseObject({ ThrottlingRateLimit: z.coerce.number(), ThrottlingBurstLimit: z.coerce.number() })
  .transform(({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }) => ({ rate, burst }));
const Stage = z.looseObject({
  StageName: z.string(),
  ApiId: z.string(),
  StageVariables: z.record(z.string(), z.string()).optional(),
  DefaultRouteSettings: Throttled.optional(),
  RouteSettings: z.record(z.string(), Throttled).default({}),
});
const Integration = z.looseObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationSubtype: z
    .undefined({ error: 'integrations with other AWS services are not supported' })
    .optional(),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.coerce.number().max(30_000).default(30_000),
});
const Route = z.looseObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'),
  AuthorizerId: z.string().optional(),
});
const Authorizer = z.looseObject({
  AuthorizerType: z.literal('REQUEST'),
  AuthorizerUri: z.string(),
  AuthorizerPayloadFormatVersion: z.literal('2.0'),
  EnableSimpleResponses: z.literal(true),
  IdentitySource: z.array(z.string()).default([]),
  AuthorizerResultTtlInSeconds: z.coerce.number().optional(),
});

/** Reads the API out of the assembly; undefined when there is none. What the host cannot do is refused by name. */
export function apiConfig(resources: Resources): ApiConfig | undefined {
  const [api, another] = resources.ofType('AWS::ApiGatewayV2::Api');
  if (!api) return undefined;
  if (another)
    throw new HostError(
      `The embedded host serves one HTTP API, but the assembly has ${api.logicalId} and ${another.logicalId}.`,
    );
  const { CorsConfiguration: cors } = parse(Api, api);
  const [stage, ...stages] = resources
    .ofType('AWS::ApiGatewayV2::Stage')
    .map(resource => parse(Stage, resource));
  if (!stage || stages.length > 0)
    throw new HostError(
      `The embedded host serves an HTTP API with one stage; ${api.logicalId} has ${stage ? stages.length + 1 : 0}.`,
    );

  const integrations = new Map(
    resources
      .ofType('AWS::ApiGatewayV2::Integration')
      .map(resource => [resource.ref, parse(Integration, resource)]),
  );
  const authorizers = new Map(
    resources.ofType('AWS::ApiGatewayV2::Authorizer').map(resource => {
      const { AuthorizerUri, IdentitySource, AuthorizerResultTtlInSeconds } = parse(Authorizer, resource);
      const cacheSeconds = IdentitySource.length === 0 ? 0 : (AuthorizerResultTtlInSeconds ?? 300);
      return [
        resource.ref,
        {
          functionArn: lambdaOf(AuthorizerUri),
          identitySources: IdentitySource,
          cacheSeconds,
          arn: resource.arn,
        },
      ];
    }),
  );
  const routes = resources.ofType('AWS::ApiGatewayV2::Route').map(resource => {
    const { RouteKey, Target, AuthorizationType, AuthorizerId } = parse(Route, resource);
    const integration = integrations.get(Target.replace(/^integrations\//, ''));
    if (!integration)
      throw new HostError(`The route ${RouteKey} (${resource.logicalId}) has no integration ${Target}.`);
    const authorizerId = AuthorizationType === 'CUSTOM' ? (AuthorizerId ?? '') : undefined;
    if (authorizerId !== undefined && !authorizers.has(authorizerId))
      throw new HostError(`The route ${RouteKey} (${resource.logicalId}) has no authorizer ${AuthorizerId}.`);
    return {
      routeKey: RouteKey,
      functionArn: lambdaOf(integration.IntegrationUri),
      timeout: integration.TimeoutInMillis,
      authorizerId,
    };
  });
  return {
    id: api.ref,
    stage: stage.StageName,
    stageVariables: stage.StageVariables,
    cors,
    throttle: stage.DefaultRouteSettings,
    routeThrottles: new Map(Object.entries(stage.RouteSettings)),
    routes,
    authorizers,
  };
}

/** The function in `arn:aws:apigateway:…:lambda:path/2015-03-31/functions/ARN/invocations`, or the ARN itself. */
function lambdaOf(uri: string): string {
  return /\/functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;
}

function parse<Schema extends z.ZodType>(schema: Schema, resource: Resource): z.output<Schema> {
  const parsed = schema.safeParse(resource.properties);
  if (!parsed.success)
    throw new HostError(
      `The embedded host cannot serve ${resource.type} ${resource.logicalId}: ${z.prettifyError(parsed.error)}.`,
    );
  return parsed.data;
}
