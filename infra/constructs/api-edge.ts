import { Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ORIGIN_HEADER } from '../../schemas/identity/origin-header.ts';
import type { Edge } from '../settings/edge.ts';
import type { OriginSecrets } from './origin-secrets.ts';

export interface ApiEdgeProps {
  readonly api: HttpApi;
  readonly secrets: OriginSecrets;
  /** Who must know a new secret before CloudFront sends it. */
  readonly authorizer: IFunction;
  readonly edge: Edge;
  readonly webAclArn: string;
}

/** CloudFront before the API: it applies the rules of AWS WAF and shows the secret; it keeps no answer. */
export class ApiEdge extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { api, secrets, authorizer, edge, webAclArn }: ApiEdgeProps) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Mot Cua: before the API',
      webAclId: webAclArn,
      defaultBehavior: {
        origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
          customHeaders: { [ORIGIN_HEADER]: secrets.current },
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // All that the caller sent but the name, by which API Gateway finds the API.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      },
      ...(edge.domain && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [...edge.domain.names],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', edge.domain.certificateArn),
      }),
    });
    this.distribution.node.addDependency(authorizer);
    Validations.of(this.distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Citizens abroad submit and follow their dossiers, too.' },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'Its log would hold queries, in which people are named; WAF logs addresses and paths without them.',
      },
      {
        id: 'AwsSolutions-CFR4',
        reason:
          'TLS 1.2 where the settings give a name and certificate; CloudFront’s own name takes what it takes.',
      },
    );
  }
}
