import { createServer } from 'node:http';
import * as z from 'zod';
import { dossierCloudEvent } from '../../schemas/outside/cloud-event.ts';
import { PORTAL } from './plain-dossier.ts';

/** A portal that takes every event it is told of. */
export interface SubscribedPortal {
  /** How many different events it has heard since they were taken last. */
  heard(): number;
  /** How old each event was when it came first, in milliseconds, and how many came again; forgets them. */
  take(): { readonly lags: number[]; readonly repeats: number };
  close(): void;
}

/** Opens it, and subscribes it to everything. */
export async function openSubscribedPortal(apiUrl: string): Promise<SubscribedPortal> {
  let lags = new Map<string, number>();
  let repeats = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const now = Date.now();
    response.writeHead(204).end();
    const { id, time } = dossierCloudEvent.parse(JSON.parse(body));
    if (lags.has(id)) repeats++;
    else lags.set(id, now - Date.parse(time));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
  await subscribe(apiUrl, `http://127.0.0.1:${port}/`);
  return {
    heard: () => lags.size,
    take() {
      const taken = { lags: [...lags.values()], repeats };
      lags = new Map();
      repeats = 0;
      return taken;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function subscribe(apiUrl: string, url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const issued = await fetch(`${apiUrl}/dev/tokens`, {
    method: 'POST',
    headers,
    body: JSON.stringify(PORTAL),
  });
  const { token } = z.looseObject({ token: z.string() }).parse(await issued.json());
  const answer = await fetch(`${apiUrl}/v1/subscriptions`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: JSON.stringify({ url }),
  });
  if (!answer.ok) throw new Error(`The portal could not subscribe: ${answer.status} ${await answer.text()}`);
}
