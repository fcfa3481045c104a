// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its own placeholders this way.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadResources } from '../../../local/assembly/load-resources.ts';
import { HostError } from '../../../local/host/host-error.ts';
import { PLACE } from '../../../local/host/place.ts';
import { temporaryFolder } from './support.ts';

function assembly(stacks: Record<string, object>) {
  const folder = join(temporaryFolder(), 'cdk.out');
  mkdirSync(folder);
  const artifacts = Object.fromEntries(
    Object.keys(stacks).map(name => [
      name,
      { type: 'aws:cloudformation:stack', properties: { templateFile: `${name}.json` } },
    ]),
  );
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '48.0.0', artifacts }));
  for (const [name, template] of Object.entries(stacks))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(template));
  return () => loadResources({ folder, place: PLACE, apiUrl: 'http://api', awsUrl: 'http://aws' });
}

const queue = (Properties: object) => ({ Type: 'AWS::SQS::Queue', Properties });
const resolved = (value: unknown, more: object = {}) =>
  assembly({
    App: { ...more, Resources: { Dead: queue({ QueueName: 'dead' }), Work: queue({ Tags: value }) } },
  })()
    .ofType('AWS::SQS::Queue')
    .find(({ logicalId }) => logicalId === 'Work')?.properties['Tags'];

describe('the templates of an assembly', () => {
  it.each([
    [{ Ref: 'Dead' }, 'http://aws/000000000000/dead'],
    [{ 'Fn::GetAtt': ['Dead', 'Arn'] }, 'arn:aws:sqs:ap-southeast-1:000000000000:dead'],
    [{ 'Fn::GetAtt': 'Dead.QueueName' }, 'dead'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 1]] }, 'a-ap-southeast-1-1'],
    [
      { 'Fn::Sub': '${AWS::Partition}:${Dead.Arn}:${!literal}' },
      'aws:arn:aws:sqs:ap-southeast-1:000000000000:dead:${literal}',
    ],
    [
      { 'Fn::Sub': ['${x}/${AWS::AccountId}', { x: { Ref: 'AWS::URLSuffix' } }] },
      'amazonaws.com/000000000000',
    ],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [{ 'Fn::If': ['Yes', 'then', { Ref: 'Nowhere' }] }, 'then'],
    [{ 'Fn::If': ['No', 'then', 'else'] }, 'else'],
    [{ a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] }, { b: [1] }],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'big'] }, 7],
    [{ Ref: 'Parameter' }, 'preset'],
    [{ 'Fn::Base64': 'hi' }, 'aGk='],
    [{ Condition: { StringEquals: { Ref: 'x' } } } as object, undefined],
  ])('%j', (value, expected) => {
    const more = {
      Parameters: { Parameter: { Type: 'String', Default: 'preset' }, x: { Default: 'y' } },
      Conditions: {
        Yes: {
          'Fn::And': [
            { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'ap-southeast-1'] },
            { 'Fn::Not': [{ Condition: 'No' }] },
          ],
        },
        No: { 'Fn::Or': [{ 'Fn::Equals': ['a', 'b'] }] },
      },
      Mappings: { Sizes: { 'ap-southeast-1': { big: 7 } } },
    };
    expect(resolved(value, more)).toEqual(expected ?? { Condition: { StringEquals: 'y' } });
  });

  it('gives names that are the same at every start, within AWS’s limits', () => {
    const long = `Queue${'x'.repeat(100)}`;
    const load = assembly({
      App: { Resources: { [long]: queue({}), B: { Type: 'AWS::S3::Bucket', Properties: {} } } },
    });
    const [name, again] = [load(), load()].map(resources => resources.ofType('AWS::SQS::Queue')[0]?.name);
    expect(name).toBe(again);
    expect(name).toHaveLength(80);
    expect(load().ofType('AWS::S3::Bucket')[0]?.name).toBe('app-b');
  });

  it('reach one another by exports', () => {
    const load = assembly({
      User: { Resources: { Work: queue({ Tags: { 'Fn::ImportValue': 'Giver:Arn' } }) } },
      Giver: {
        Resources: { Dead: queue({}) },
        Outputs: {
          Out: {
            Value: { 'Fn::GetAtt': ['Dead', 'Arn'] },
            Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Arn' } },
          },
        },
      },
    });
    expect(load().ofType('AWS::SQS::Queue')[0]?.properties['Tags']).toBe(
      'arn:aws:sqs:ap-southeast-1:000000000000:Giver-Dead',
    );
  });

  it('leave out what their conditions say, and do not look into what the host ignores', () => {
    const load = assembly({
      App: {
        Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
        Resources: {
          Work: { ...queue({}), Condition: 'No' },
          Role: { Type: 'AWS::IAM::Role', Properties: { x: { 'Fn::Unheard': 1 } } },
        },
      },
    });
    expect(load().ofType('AWS::SQS::Queue')).toEqual([]);
  });

  it.each([
    [
      'a resource type',
      { Resources: { Cdn: { Type: 'AWS::CloudFront::Distribution' }, Db: { Type: 'AWS::RDS::DBInstance' } } },
      'AWS::CloudFront::Distribution (App/Cdn), AWS::RDS::DBInstance (App/Db)',
    ],
    [
      'an intrinsic function',
      { Resources: { Work: queue({ a: { 'Fn::Cidr': [] } }) } },
      'App/Work cannot be resolved: The embedded host does not know the intrinsic function Fn::Cidr',
    ],
    [
      'an attribute',
      { Resources: { Work: queue({ a: { 'Fn::GetAtt': ['Work', 'Colour'] } }) } },
      'does not know the attribute Colour of AWS::SQS::Queue (App/Work)',
    ],
    ['a name', { Resources: { Work: queue({ a: { Ref: 'Ghost' } }) } }, 'no resource or parameter Ghost'],
    [
      'an import',
      { Resources: { Work: queue({ a: { 'Fn::ImportValue': 'ghost' } }) } },
      'imports ghost, which no stack of the assembly exports',
    ],
  ])('are refused with the place of %s that the host does not know', (_, template, message) => {
    const load = assembly({ App: template });
    expect(load).toThrow(HostError);
    expect(load).toThrow(message);
  });
});
