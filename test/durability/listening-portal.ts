import { createServer, type Server } from 'node:http';
import type { Finding } from './findings.ts';
import { HeardEvents, PORTAL_AUDIT } from './heard-events.ts';
import type { Snapshot } from './snapshot.ts';
import type { StubbornClient } from './stubborn-client.ts';

/** The portal that submits the dossiers of a run, and hears of them. */
export const PORTAL = { kind: 'portal', id: 'dvcqg' } as const;

/** A portal that keeps every event it is told. It stands outside of the host and is never killed. */
export class ListeningPortal {
  readonly #server: Server;
  readonly heard = new HeardEvents(PORTAL.id);

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(client: StubbornClient): Promise<ListeningPortal> {
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      portal.heard.hear(body);
      response.writeHead(204).end();
    });
    const portal = new ListeningPortal(server);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the portal has no port');
    const url = `http://127.0.0.1:${address.port}/`;
    const { status } = await client.post('/v1/subscriptions', await client.token(PORTAL), { url });
    if (status !== 201) throw new Error(`the portal could not subscribe: ${status}`);
    return portal;
  }

  /** What is not as it must be once everything has come to rest. */
  findings({ dossiers }: Snapshot): Finding[] {
    const told = [...dossiers.values()].flatMap(dossier => this.heard.atRest(dossier));
    return [...told, ...this.heard.differing()].map(what => ({ audit: PORTAL_AUDIT, what }));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
