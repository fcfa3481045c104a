import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  type IHttpRouteAuthorizer,
  IpAddressType,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { allOperations, isPublic } from '../../schemas/api/operations/all.ts';
import { documentationPages, pagePaths } from '../../schemas/api/operations/site.ts';
import { ORIGIN_HEADER } from '../../schemas/identity/origin-header.ts';
import { routeThrottles, USUAL } from './route-throttles.ts';

export interface DossierApiProps {
  readonly authorizer: IFunction;
  /** Whether CloudFront is before the API, and every route asks whether a request came through it. */
  readonly behindEdge?: boolean;
  /** The functions by the operation groups they serve. */
  readonly capabilities: ReadonlyMap<string, IFunction>;
  readonly allowedOrigins: readonly string[];
  readonly logRetention: RetentionDays;
}

/** How long the authorizer’s verdict on a token is cached: short, so that a revoked right ends soon. */
const AUTHORIZER_MEMORY = Duration.minutes(1);

/**
 * A function may be called by every route of this API, rather than by each of its own: a permission a route would be a
 * third of the 500 resources that a stack may have.
 */
const ONE_PERMISSION = { scopePermissionToRoute: false };

/** Where CloudFront shows its secret, and how long it is remembered that it was the right one. */
const SHOWN = `$request.header.${ORIGIN_HEADER}`;
const DOOR_MEMORY = Duration.minutes(5);

/**
 * The HTTP API: a route for each operation, to the function that serves it, behind the authorizer unless it is
 * public.
 */
export class DossierApi extends Construct {
  readonly api: HttpApi;
  /** Who called what, a line of JSON a request. */
  readonly accessLog: LogGroup;
  /** What routes for anybody ask: nothing, or whether the request came through CloudFront. */
  readonly #open: IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, props: DossierApiProps) {
    super(scope, id);
    const authorizer = new HttpLambdaAuthorizer('Authorizer', props.authorizer, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      // A request without one of them is refused with 401 before any function is asked.
      identitySource: ['$request.header.Authorization', ...(props.behindEdge ? [SHOWN] : [])],
      resultsCacheTtl: AUTHORIZER_MEMORY,
    });
    this.#open = props.behindEdge
      ? new HttpLambdaAuthorizer('Door', props.authorizer, {
          responseTypes: [HttpLambdaResponseType.SIMPLE],
          identitySource: [SHOWN],
          resultsCacheTtl: DOOR_MEMORY,
        })
      : new HttpNoneAuthorizer();
    this.api = new HttpApi(this, 'Api', {
      description: 'Một Cửa: dossiers of administrative procedures',
      defaultAuthorizer: authorizer,
      ipAddressType: IpAddressType.DUAL_STACK,
      ...(props.allowedOrigins.length > 0 && {
        corsPreflight: {
          allowOrigins: [...props.allowedOrigins],
          allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
          allowHeaders: [
            'authorization',
            'content-type',
            'idempotency-key',
            'if-match',
            'accept-language',
            'access-reason',
          ],
          exposeHeaders: ['etag'],
          maxAge: Duration.hours(1),
        },
      }),
    });
    const integrations = new Map(
      [...props.capabilities].map(([group, fn]) => [
        group,
        new HttpLambdaIntegration(group, fn, ONE_PERMISSION),
      ]),
    );
    const integrationOf = (group: string) => {
      const integration = integrations.get(group);
      if (!integration) throw new TypeError(`no function serves ${group}`);
      return integration;
    };
    for (const operation of allOperations) {
      this.route(operation.method, operation.path, integrationOf(operation.capability), isPublic(operation));
    }
    for (const path of [...documentationPages, ...pagePaths])
      this.route('GET', path, integrationOf('site'), true);
    this.accessLog = this.logAccess(props.logRetention);
    this.throttle();
  }

  private route(
    method: 'GET' | 'POST',
    path: string,
    integration: HttpLambdaIntegration,
    open: boolean,
  ): void {
    const routes = this.api.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration,
      ...(open && { authorizer: this.#open }),
    });
    if (!open) return;
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'For anybody by law or purpose: catalogue, tracking by code, deadlines, verification, documentation, health, pages.',
      });
    }
  }

  /** Who called what with which outcome; no query, no body, no token, and of the account a digest. */
  private logAccess(retention: RetentionDays): LogGroup {
    const logGroup = new LogGroup(this, 'AccessLog', { retention, removalPolicy: RemovalPolicy.RETAIN });
    this.stage().accessLogSettings = {
      destinationArn: logGroup.logGroupArn,
      format: JSON.stringify({
        requestId: '$context.requestId',
        time: '$context.requestTime',
        address: '$context.identity.sourceIp',
        // A keyed digest; nothing where no token was checked: on public routes, and where API Gateway itself refuses.
        account: '$context.authorizer.account',
        route: '$context.routeKey',
        status: '$context.status',
        milliseconds: '$context.responseLatency',
        bytes: '$context.responseLength',
      }),
    };
    return logGroup;
  }

  private throttle(): void {
    const stage = this.stage();
    stage.defaultRouteSettings = USUAL;
    stage.routeSettings = Object.fromEntries(
      Object.entries(routeThrottles()).map(([key, { throttlingRateLimit, throttlingBurstLimit }]) => [
        key,
        { ThrottlingRateLimit: throttlingRateLimit, ThrottlingBurstLimit: throttlingBurstLimit },
      ]),
    );
    // Settings for a route that is not there yet are refused.
    for (const child of this.api.node.children)
      if (child instanceof HttpRoute) stage.node.addDependency(child);
  }

  private stage(): CfnStage {
    const stage = this.api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new TypeError('the HTTP API has no default stage');
    return stage;
  }
}
