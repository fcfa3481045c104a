import { describe, expect, it } from 'vitest';
import { readPattern } from '../../../local/events/pattern.ts';
import { readTransform } from '../../../local/events/transform.ts';

const event = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:one', 'arn:two'],
  detail: { bucket: { name: 'uploads' }, object: { key: 'in/Giấy.pdf', size: 12 }, reason: null, tags: [] },
};
const matches = (pattern: unknown) => readPattern(pattern, 'a rule')(event);

describe('an event pattern', () => {
  it.each([
    [{ source: ['aws.s3'] }],
    [{ source: ['aws.s3', 'aws.sqs'], 'detail-type': ['Object Created'] }],
    [{ resources: ['arn:two'] }],
    [{ detail: { bucket: { name: ['uploads'] } } }],
    [{ detail: { object: { key: [{ prefix: 'in/' }] } } }],
    [{ detail: { object: { key: [{ suffix: '.pdf' }] } } }],
    [{ detail: { object: { key: [{ prefix: { 'equals-ignore-case': 'IN/' } }] } } }],
    [{ detail: { object: { size: [{ numeric: ['>', 10, '<=', 12] }] } } }],
    [{ detail: { object: { size: [12] } } }],
    [{ detail: { bucket: { name: [{ 'anything-but': ['results', 'logs'] }] } } }],
    [{ detail: { object: { key: [{ 'anything-but': { prefix: 'out/' } }] } } }],
    [{ detail: { object: { key: [{ exists: true }], versionId: [{ exists: false }] } } }],
    [{ detail: { reason: [null] } }],
    [{ detail: { bucket: { name: [{ 'equals-ignore-case': 'UPLOADS' }] } } }],
  ])('%j matches', pattern => {
    expect(matches(pattern)).toBe(true);
  });

  it.each([
    [{ source: ['aws.sqs'] }],
    [{ source: ['aws.s3'], 'detail-type': ['Object Deleted'] }],
    [{ detail: { bucket: { name: ['results'] } } }],
    [{ detail: { object: { size: ['12'] } } }],
    [{ detail: { object: { size: [{ numeric: ['>', 12] }] } } }],
    [{ detail: { bucket: { name: [{ 'anything-but': 'uploads' }] } } }],
    [{ detail: { object: { versionId: [{ 'anything-but': 'x' }] } } }],
    [{ detail: { object: { key: [{ exists: false }] } } }],
    [{ detail: { object: [{ exists: true }] } }],
    [{ detail: { nothing: { deep: ['x'] } } }],
    [{ region: ['ap-southeast-1'] }],
  ])('%j does not match', pattern => {
    expect(matches(pattern)).toBe(false);
  });

  it.each([
    [{ source: [{ wildcard: '*.s3' }] }],
    [{ $or: [{ source: ['a'] }] }],
    [{ source: [{ cidr: '10.0.0.0/8' }] }],
    [{ detail: { n: [{ numeric: ['~', 1] }] } }],
  ])('%j is refused by the name of its rule', pattern => {
    expect(() => readPattern(pattern, 'the rule Uploads')).toThrow('the rule Uploads');
  });
});

describe('what a target is given', () => {
  const given = (target: Parameters<typeof readTransform>[0]) =>
    JSON.parse(readTransform(target, 'a rule')(event));

  it('is the event, a constant, a part, or a filled template', () => {
    expect(given({})).toEqual(event);
    expect(given({ Input: '{"a":1}' })).toEqual({ a: 1 });
    expect(given({ InputPath: '$.detail.object' })).toEqual(event.detail.object);
    const InputTransformer = {
      InputPathsMap: { key: '$.detail.object.key', size: '$.detail.object.size', second: '$.resources[1]' },
      InputTemplate: '{"key":<key>,"says":"<key> has <size> bytes","second":<second>}',
    };
    expect(given({ InputTransformer })).toEqual({
      key: 'in/Giấy.pdf',
      says: 'in/Giấy.pdf has 12 bytes',
      second: 'arn:two',
    });
  });

  it('may be plain text', () => {
    expect(
      given({
        InputTransformer: { InputPathsMap: { key: '$.detail.object.key' }, InputTemplate: 'New: <key>' },
      }),
    ).toBe('New: "in/Giấy.pdf"');
  });
});
