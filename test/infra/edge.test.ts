import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeProvince } from '../../infra/app.ts';
import type { Plan } from '../../infra/manifests/plan.ts';
import { readPlan } from '../../infra/manifests/read-plan.ts';
import { edge } from '../../infra/settings/edge.ts';
import { provinceSettings, readSettings } from '../../infra/settings/settings.ts';
import { allOperations } from '../../schemas/api/operations/all.ts';
import { onlyResource, resources, settingsFile } from './synthesized.ts';

const ACL = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/motcua/a1b2';
const CERTIFICATE = 'arn:aws:acm:us-east-1:111122223333:certificate/c1';

let folder: string;
let plan: Plan;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-edge-'));
  plan = await readPlan();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Synthesizes with more settings, checks included; what is in the bundles does not matter. */
function synthesized(more: Record<string, unknown>) {
  const bundles = new Map(
    [...plan.functions.keys()].map(name => {
      const bundle = join(folder, 'bundles', name);
      mkdirSync(bundle, { recursive: true });
      writeFileSync(join(bundle, 'index.mjs'), `export const handler = () => '${name}';`);
      return [name, { name, folder: bundle, bytes: 0 }] as const;
    }),
  );
  const settings = provinceSettings.parse({ ...readSettings(settingsFile), ...more });
  const app = composeProvince({ settings, plan, bundles, outdir: mkdtempSync(join(folder, 'cdk.out-')) });
  app.synth();
  const template = (id: string) => {
    const found = app.node.tryFindChild(id);
    return Stack.isStack(found) ? Template.fromStack(found) : undefined;
  };
  const service = template('Service');
  if (!service) throw new Error('there is no service');
  return { service, edge: template('Edge') };
}

const secretsIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/OriginGeneration(\d)/g)].map(([, generation = '']) => generation);

describe('AWS WAF before the API', () => {
  test('is not there unless the settings ask for it', () => {
    const { service, edge: rules } = synthesized({});
    expect(rules).toBeUndefined();
    for (const type of ['AWS::CloudFront::Distribution', 'AWS::SecretsManager::Secret'])
      expect(resources(service, type)).toEqual([]);
  });

  test('has rules by address, made in us-east-1, that leave portals and offices alone', () => {
    const rates = { all: 2000, guessable: 50, trusted: ['203.0.113.0/24', '2001:db8::/48'] };
    const { service, edge: rules } = synthesized({ edge: { rates } });
    expect(resources(service, 'AWS::CloudFront::Distribution')).toEqual([]);
    if (!rules) throw new Error('there are no rules');
    const [, acl] = onlyResource(rules, 'AWS::WAFv2::WebACL');
    expect(acl.Properties).toMatchObject({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
    const [guessing, all] = acl.Properties['Rules'] as Record<string, never>[];
    expect(guessing).toMatchObject({
      Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
      Statement: {
        RateBasedStatement: {
          Limit: 50,
          EvaluationWindowSec: 300,
          AggregateKeyType: 'IP',
          ScopeDownStatement: {
            AndStatement: {
              Statements: [
                {
                  OrStatement: {
                    Statements: [
                      {
                        ByteMatchStatement: {
                          SearchString: '/v1/track/',
                          PositionalConstraint: 'STARTS_WITH',
                        },
                      },
                      { ByteMatchStatement: { SearchString: '/v1/results/' } },
                      { ByteMatchStatement: { SearchString: '/v1/pads/pairings' } },
                      { ByteMatchStatement: { SearchString: '/track' } },
                      { ByteMatchStatement: { SearchString: '/verify' } },
                    ],
                  },
                },
                { NotStatement: { Statement: { IPSetReferenceStatement: {} } } },
                { NotStatement: { Statement: { IPSetReferenceStatement: {} } } },
              ],
            },
          },
        },
      },
    });
    expect(all).toMatchObject({ Statement: { RateBasedStatement: { Limit: 2000 } } });
    // What can be guessed is below those paths.
    for (const id of ['trackDossier', 'verifyResult'])
      expect(allOperations.find(operation => operation.id === id)?.path).toMatch(/^\/v1\/(track|results)\//);
    const sets = resources(rules, 'AWS::WAFv2::IPSet').map(([, { Properties }]) => Properties);
    expect(sets).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ IPAddressVersion: 'IPV4', Addresses: ['203.0.113.0/24'] }),
        expect.objectContaining({ IPAddressVersion: 'IPV6', Addresses: ['2001:db8::/48'] }),
      ]),
    );
    const [, logging] = onlyResource(rules, 'AWS::WAFv2::LoggingConfiguration');
    expect(JSON.stringify(logging.Properties['RedactedFields'])).toMatch(
      /QueryString.*authorization.*access-reason/,
    );
  });

  test('closes every route but to CloudFront, which shows a secret that no template holds', () => {
    const { service } = synthesized({ edge: { webAclArn: ACL, secretGeneration: 2 } });
    const [, { Properties }] = onlyResource(service, 'AWS::CloudFront::Distribution');
    const config = Properties['DistributionConfig'] as Record<string, never>;
    expect(config['WebACLId']).toBe(ACL);
    const [origin] = config['Origins'] as unknown as Record<string, never>[];
    expect(origin?.['OriginCustomHeaders']).toMatchObject([{ HeaderName: 'x-origin-secret' }]);
    expect(secretsIn(origin?.['OriginCustomHeaders'])).toEqual(['2']);
    expect(JSON.stringify(origin)).toContain('{{resolve:secretsmanager:');
    // While it changes, the one before is good, too.
    const accepted = resources(service, 'AWS::Lambda::Function')
      .filter(([id]) => id.startsWith('Authorizer'))
      .map(([, fn]) => fn.Properties['Environment'] as { Variables: Record<string, unknown> })
      .map(({ Variables }) => Variables['ORIGIN_SECRETS']);
    expect(secretsIn(accepted)).toEqual(['2', '1']);
    const authorizers = resources(service, 'AWS::ApiGatewayV2::Authorizer');
    const sources = new Map(authorizers.map(([id, one]) => [id, one.Properties['IdentitySource']]));
    expect([...sources.values()].toSorted()).toEqual([
      ['$request.header.Authorization', '$request.header.x-origin-secret'],
      ['$request.header.x-origin-secret'],
    ]);
    const routes = resources(service, 'AWS::ApiGatewayV2::Route');
    expect(routes.length).toBeGreaterThanOrEqual(allOperations.length);
    for (const [id, route] of routes) {
      expect(route.Properties['AuthorizationType'], id).toBe('CUSTOM');
      expect(sources.has((route.Properties['AuthorizerId'] as { Ref: string }).Ref), id).toBe(true);
    }
  });

  test('has a name and a certificate of its own where they are given', () => {
    const domain = { names: ['api.phutho.example'], certificateArn: CERTIFICATE };
    const { service } = synthesized({ edge: { webAclArn: ACL, domain } });
    const [, { Properties }] = onlyResource(service, 'AWS::CloudFront::Distribution');
    expect(Properties['DistributionConfig']).toMatchObject({
      Aliases: ['api.phutho.example'],
      ViewerCertificate: { AcmCertificateArn: CERTIFICATE, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    expect(JSON.stringify(service.findOutputs('ApiUrl'))).toContain('https://api.phutho.example');
  });

  test.each([
    ['rules nowhere', {}],
    ['rules of another region', { webAclArn: ACL.replace('us-east-1', 'ap-southeast-1') }],
    ['a rate that WAF does not take', { rates: { all: 5 } }],
    ['an address that is none', { rates: { trusted: ['the office'] } }],
    [
      'a certificate of another region',
      { webAclArn: ACL, domain: { names: ['a.example'], certificateArn: 'arn:x' } },
    ],
  ])('is refused with %s', (_what, settings) => {
    expect(edge.safeParse(settings).success).toBe(false);
  });
});

describe('reserved concurrency', () => {
  const reservations = (more: Record<string, unknown>) =>
    resources(synthesized(more).service, 'AWS::Lambda::Function').flatMap(([id, { Properties }]) => {
      const reserved = Properties['ReservedConcurrentExecutions'];
      return reserved === undefined ? [] : [[id.replace(/[0-9A-F]{8}$/, ''), reserved]];
    });

  test('is none by default', () => {
    expect(reservations({})).toEqual([]);
  });

  test('is set aside for the authorizer and for each function that answers anybody', () => {
    const found = Object.fromEntries(reservations({ reservedConcurrency: { authorizer: 50, public: 20 } }));
    expect(found).toEqual({
      Authorizer: 50,
      Catalogue: 20,
      Deadlines: 20,
      Dossiers: 20,
      LandTax: 20,
      Organization: 20,
      Pads: 20,
      Payments: 20,
      Site: 20,
      WorkCalendar: 20,
    });
  });

  test('is refused where it leaves the account less than AWS keeps', () => {
    const reserved = { authorizer: 50, public: 20 };
    const refused = () => synthesized({ reservedConcurrency: { ...reserved, accountLimit: 329 } });
    expect(refused).toThrow(/leaves the account 99 of 329/);
    expect(reservations({ reservedConcurrency: { ...reserved, accountLimit: 330 } })).toHaveLength(10);
  });
});
