import type { HttpRequest } from '../load/http-client.ts';

/** A request as the table's protocol has it. */
export interface TableCall {
  /** `PutItem`, `TransactWriteItems` … */
  readonly action: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The table server asks for a signature's form but, on one machine, not for its truth. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20240101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=bench/20240101/ap-southeast-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
};

export function tableRequest(url: string, action: string, body: string): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: { ...HEADERS, 'x-amz-target': `DynamoDB_20120810.${action}` },
    body,
  };
}

/** Calls one action and reads its answer; throws with what the server says when it refuses. */
export async function callTable(url: string, { action, body }: TableCall): Promise<unknown> {
  const { method, headers, body: sent } = tableRequest(url, action, JSON.stringify(body));
  const response = await fetch(url, { method, headers: { ...headers }, body: String(sent) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
