/** What was answered to a notice; status 0 where nobody did. */
export interface Heard {
  readonly status: number;
  readonly body: string;
}

export const UNHEARD: Heard = { status: 0, body: '' };

/** Posts JSON somewhere, and tells what was answered in time. */
export async function post(
  url: string,
  body: string,
  {
    headers = {},
    milliseconds = 10_000,
  }: { headers?: Readonly<Record<string, string>>; milliseconds?: number } = {},
): Promise<Heard> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      signal: AbortSignal.timeout(milliseconds),
    });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return UNHEARD;
  }
}
