import type { Place } from '../host/place.ts';
import type { WireRequest } from '../host/wire.ts';
import { askedOfTable, type TableKeys } from './asked-of-table.ts';
import type { Asked } from './statement.ts';

export interface AskedDeps {
  readonly place: Place;
  readonly keysOf: (table: string) => TableKeys | undefined;
  /** The ARN of a secret, however a request names it. */
  readonly secretArn: (id: string) => string;
}

/** What a request to the AWS port asks to be allowed, by its target header or path; S3’s are read elsewhere. */
export function askedOf(request: WireRequest, deps: AskedDeps): readonly Asked[] {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const [api = '', action = ''] = target.split('.');
    const body = parsed(request.body);
    if (api.startsWith('DynamoDB_')) return askedOfTable(action, body, deps);
    return [TARGETS[api]?.(action, body, deps) ?? { action: target }];
  }
  const [, called] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.path) ?? [];
  return called === undefined ? [] : [askedOfFunction(decodeURIComponent(called), deps.place)];
}

type Body = Readonly<Record<string, unknown>>;
type OfTarget = (action: string, body: Body, deps: AskedDeps) => Asked;

const arn = (service: string, { region, accountId }: Place, rest: string) =>
  `arn:aws:${service}:${region}:${accountId}:${rest}`;
const given = (value: unknown) => (typeof value === 'string' ? value : undefined);

const TARGETS: Readonly<Record<string, OfTarget>> = {
  // Whose task a token is of only the service knows: who may answer tasks at all may answer this one.
  AWSStepFunctions: (action, body) => ({
    action: `states:${action}`,
    resource: given(body['stateMachineArn']) ?? given(body['executionArn']),
  }),
  AmazonSQS: (action, body, { place }) => ({
    action: `sqs:${action.replace(/Batch$/, '')}`,
    resource: arn('sqs', place, given(body['QueueUrl'])?.split('/').at(-1) ?? ''),
  }),
  TrentService: (action, body, { place }) => ({
    action: `kms:${action}`,
    resource: given(body['KeyId'])?.startsWith('arn:')
      ? given(body['KeyId'])
      : arn('kms', place, `key/${given(body['KeyId'])}`),
  }),
  secretsmanager: (action, body, { secretArn }) => ({
    action: `secretsmanager:${action}`,
    resource: secretArn(given(body['SecretId']) ?? given(body['Name']) ?? ''),
  }),
  AWSEvents: action => ({ action: `events:${action}` }),
};

function askedOfFunction(called: string, place: Place): Asked {
  const resource = called.startsWith('arn:') ? called : arn('lambda', place, `function:${called}`);
  return { action: 'lambda:InvokeFunction', resource };
}

function parsed(body: Buffer): Body {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Body) : {};
  } catch {
    return {};
  }
}
