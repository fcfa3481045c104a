/** Somebody with a development token, who calls the API by path. */
export interface Caller {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: unknown): Promise<Answer>;
}

export async function callerOf(url: string, request: Readonly<Record<string, unknown>>): Promise<Caller> {
  const json = { 'content-type': 'application/json' };
  const issued = await fetch(`${url}/dev/tokens`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(request),
  });
  const { token } = (await issued.json()) as { token: string };
  const call = async (path: string, init: RequestInit) => {
    const response = await fetch(url + path, {
      ...init,
      headers: { ...json, authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    get: async path => (await call(path, {})) as never,
    post: async (path, body) => (await call(path, { method: 'POST', body: JSON.stringify(body) })) as never,
  };
}
