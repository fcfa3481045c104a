import { randomUUID } from 'node:crypto';
import { isJsonObject, type Json } from '../language/json.ts';
import { EvaluationError, StateError } from '../language/state-error.ts';

/** A failed function as Lambda reports it. */
export interface FunctionFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** How Step Functions speaks of one kind of Task resource. */
export interface TaskIntegration {
  /** Whether the task waits for its token after the function has answered. */
  readonly callback: boolean;
  /** `lambda:invoke` and its like report Task… events; a function's own ARN reports LambdaFunction… events. */
  readonly events: 'LambdaFunction' | 'Task';
  /** Names the resource in events, e.g. `invoke.waitForTaskToken`. */
  readonly resource: string;
  readonly resourceType: string;
  /** The call that the evaluated Arguments ask for. */
  readonly callOf: (argument: Json) => { readonly functionArn: string; readonly payload: Json };
  /** `$states.result` of what the function gave. */
  readonly resultOf: (payload: Json, now: number) => Json;
}

/** The Task resources that a host carries out. */
export interface TaskIntegrations {
  readonly of: (resource: string) => TaskIntegration | undefined;
  /** Why a Task with this Resource and these Arguments cannot be accepted; undefined when it can. */
  readonly refusalOf: (resource: string, written: Json | undefined) => string | undefined;
}

const FUNCTION_ARN = /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;
const INVOKE = /^arn:aws[\w-]*:states:[\w-]*:\d*:lambda:invoke(\.waitForTaskToken)?$/;
const INVOKE_ARGUMENTS = ['FunctionName', 'Payload'];

/** Lambda's own refusals, which Step Functions reports as `Lambda.<name>`. */
const SERVICE_ERRORS = new Set([
  'ResourceNotFoundException',
  'TooManyRequestsException',
  'ServiceException',
  'SdkClientException',
  'AWSLambdaException',
  'ClientExecutionTimeoutException',
  'InvalidParameterValueException',
  'ResourceConflictException',
]);

/** Functions by their own ARN, `lambda:invoke`, and `lambda:invoke.waitForTaskToken`. */
export const lambdaIntegrations: TaskIntegrations = {
  of: integrationOf,
  refusalOf(resource, written) {
    if (!integrationOf(resource)) {
      return `the field 'Resource' is '${resource}'; this host supports Lambda function ARNs, arn:aws:states:::lambda:invoke and arn:aws:states:::lambda:invoke.waitForTaskToken.`;
    }
    if (!INVOKE.test(resource) || !isJsonObject(written)) return undefined;
    const unknown = Object.keys(written).find(name => !INVOKE_ARGUMENTS.includes(name));
    if (unknown) return `the field 'Arguments/${unknown}' is not supported by this host.`;
    return 'FunctionName' in written ? undefined : `the field 'Arguments/FunctionName' is missing.`;
  },
};

function integrationOf(resource: string): TaskIntegration | undefined {
  if (FUNCTION_ARN.test(resource)) {
    return {
      callback: false,
      events: 'LambdaFunction',
      resource,
      resourceType: 'lambda',
      callOf: argument => ({ functionArn: resource, payload: argument }),
      resultOf: payload => payload,
    };
  }
  const invoke = INVOKE.exec(resource);
  if (!invoke) return undefined;
  return {
    callback: invoke[1] !== undefined,
    events: 'Task',
    resource: `invoke${invoke[1] ?? ''}`,
    resourceType: 'lambda',
    callOf(argument) {
      const name = isJsonObject(argument) ? argument['FunctionName'] : undefined;
      if (!isJsonObject(argument) || typeof name !== 'string') {
        throw new EvaluationError(
          'Arguments/FunctionName',
          `The field 'Arguments/FunctionName' must be a string.`,
        );
      }
      return { functionArn: name, payload: argument['Payload'] ?? {} };
    },
    resultOf: invokeResult,
  };
}

/** The error that a failed function gives its state: the function's own error type, the error object as cause. */
export function functionError({ errorType, errorMessage, trace }: FunctionFailure): StateError {
  if (SERVICE_ERRORS.has(errorType)) return new StateError(`Lambda.${errorType}`, errorMessage);
  if (errorType === '') {
    const payload = JSON.stringify({ errorMessage });
    return new StateError(
      'Lambda.Unknown',
      `The cause could not be determined because Lambda did not return an error type. Returned payload: ${payload}`,
    );
  }
  return new StateError(errorType, JSON.stringify({ errorType, errorMessage, ...(trace && { trace }) }));
}

/** The optimized integration hands on the SDK's whole answer around the payload. */
function invokeResult(payload: Json, now: number): Json {
  const requestId = randomUUID();
  const headers = {
    Connection: 'keep-alive',
    'Content-Length': String(Buffer.byteLength(JSON.stringify(payload))),
    'Content-Type': 'application/json',
    Date: new Date(now).toUTCString(),
    'X-Amz-Executed-Version': '$LATEST',
    'x-amzn-Remapped-Content-Length': '0',
    'x-amzn-RequestId': requestId,
    'X-Amzn-Trace-Id': `root=1-${Math.floor(now / 1000).toString(16)}-${requestId.replaceAll('-', '').slice(0, 24)};sampled=0`,
  };
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload,
    SdkHttpMetadata: {
      AllHttpHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      HttpHeaders: headers,
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: 200,
  };
}
