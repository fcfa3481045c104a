import { createServer } from 'node:http';
import * as z from 'zod';
import { PORTAL } from '../load/plain-dossier.ts';

/** A portal that takes every event it is told, and subscribed to all of them. */
export async function openSubscribedPortal(apiUrl: string): Promise<{ close(): void }> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(204).end());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
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
    body: JSON.stringify({ url: `http://127.0.0.1:${port}/` }),
  });
  if (!answer.ok) throw new Error(`The portal could not subscribe: ${answer.status} ${await answer.text()}`);
  return {
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
