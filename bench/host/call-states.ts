import type { HttpRequest } from '../load/http-client.ts';

export function statesRequest(awsUrl: string, action: string, body: string): HttpRequest {
  return {
    method: 'POST',
    url: awsUrl,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AWSStepFunctions.${action}`,
    },
    body,
  };
}

/** Calls one action of Step Functions in AWS's own protocol; throws with what it says when it refuses. */
export async function callStates(awsUrl: string, action: string, body: unknown): Promise<unknown> {
  const { method, headers, body: sent } = statesRequest(awsUrl, action, JSON.stringify(body));
  const response = await fetch(awsUrl, { method, headers: { ...headers }, body: String(sent) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** The ARN of the execution that carries a dossier in its first round. */
export function executionOf(stateMachineArn: string, code: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${code}`;
}
