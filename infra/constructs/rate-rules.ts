import { CfnIPSet, type CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Edge } from '../settings/edge.ts';

type Rule = CfnWebACL.RuleProperty;
type Statement = CfnWebACL.StatementProperty;

/** Paths below which codes of dossiers or pads and numbers of results can be guessed one after another. */
const GUESSABLE = ['/v1/track/', '/v1/results/', '/v1/pads/pairings', '/track', '/verify'];

/** What comes from one address more often than the rates say is answered with 429. */
export function rateRules(scope: Construct, rates: NonNullable<Edge['rates']>): Rule[] {
  const others = notFrom(trustedSets(scope, rates.trusted));
  return [
    rule('GuessingByAddress', 0, rates.guessable, both([anyOf(GUESSABLE.map(beginsWith)), ...others])),
    rule('RequestsByAddress', 1, rates.all, both(others)),
  ];
}

function rule(name: string, priority: number, limit: number, scopeDown: Statement | undefined): Rule {
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: {
        limit,
        evaluationWindowSec: 300,
        aggregateKeyType: 'IP',
        ...(scopeDown && { scopeDownStatement: scopeDown }),
      },
    },
    visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: false },
  };
}

function trustedSets(scope: Construct, ranges: readonly string[]): CfnIPSet[] {
  const kinds = [
    ['IPV4', ranges.filter(range => !range.includes(':'))],
    ['IPV6', ranges.filter(range => range.includes(':'))],
  ] as const;
  return kinds.flatMap(([version, addresses]) =>
    addresses.length === 0
      ? []
      : new CfnIPSet(scope, `Trusted${version}`, {
          scope: 'CLOUDFRONT',
          ipAddressVersion: version,
          addresses: [...addresses],
        }),
  );
}

const notFrom = (sets: readonly CfnIPSet[]): Statement[] =>
  sets.map(set => ({ notStatement: { statement: { ipSetReferenceStatement: { arn: set.attrArn } } } }));

const beginsWith = (path: string): Statement => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: path,
    // However it is written: `/v1//track/`, `%2Fv1%2Ftrack`, `/V1/TRACK`.
    textTransformations: [
      { priority: 0, type: 'URL_DECODE' },
      { priority: 1, type: 'NORMALIZE_PATH' },
      { priority: 2, type: 'LOWERCASE' },
    ],
  },
});

const anyOf = (statements: Statement[]): Statement => ({ orStatement: { statements } });

function both(statements: Statement[]): Statement | undefined {
  return statements.length > 1 ? { andStatement: { statements } } : statements[0];
}
