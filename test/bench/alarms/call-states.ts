/** Calls one action of Step Functions in AWS's own protocol; throws with what it says when it refuses. */
export async function callStates(awsUrl: string, action: string, body: unknown): Promise<unknown> {
  const response = await fetch(awsUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AWSStepFunctions.${action}`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
