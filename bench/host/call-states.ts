import { signedHeaders } from '../../local/iam/sign-request.ts';
import type { HttpRequest } from '../load/http-client.ts';
import type { Serving } from './messages.ts';

type Aws = Pick<Serving, 'awsUrl' | 'credentials'>;

export function statesRequest({ awsUrl, credentials }: Aws, action: string, body: string): HttpRequest {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `AWSStepFunctions.${action}`,
  };
  const request = { method: 'POST', url: awsUrl, body };
  return { ...request, headers: signedHeaders({ ...request, headers }, 'states', credentials) };
}

/** Calls one action of Step Functions in AWS's own protocol; throws with what it says when it refuses. */
export async function callStates(aws: Aws, action: string, body: unknown): Promise<unknown> {
  const { method, headers, body: sent } = statesRequest(aws, action, JSON.stringify(body));
  const response = await fetch(aws.awsUrl, { method, headers: { ...headers }, body: String(sent) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** The ARN of the execution that carries a dossier in its first round. */
export function executionOf(stateMachineArn: string, code: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${code}`;
}
