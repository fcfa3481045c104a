import { createServer, type Server } from 'node:http';
import { portalStory } from '../../functions/domain/effects/portal-events.ts';
import { dossierCloudEvent } from '../../schemas/outside/cloud-event.ts';
import type { Finding } from './findings.ts';
import type { Snapshot } from './snapshot.ts';
import type { StubbornClient } from './stubborn-client.ts';

/** The portal that submits the dossiers of a run, and hears of them. */
export const PORTAL = { kind: 'portal', id: 'dvcqg' } as const;

/** What is audited. */
export const PORTAL_AUDIT =
  'the portal is told every event of its dossiers, in order, and the same when it is told again';

/** A portal that keeps every event it is told. It stands outside of the host and is never killed. */
export class ListeningPortal {
  readonly #server: Server;
  readonly #bodies = new Map<string, Set<string>>();
  /** Ids of events by dossier, in the order in which they first came. */
  readonly #order = new Map<string, string[]>();
  received = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(client: StubbornClient): Promise<ListeningPortal> {
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      portal.#hear(body);
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

  #hear(body: string): void {
    const { id, subject } = dossierCloudEvent.parse(JSON.parse(body));
    this.received++;
    const known = this.#bodies.get(id);
    if (known) known.add(body);
    else {
      this.#bodies.set(id, new Set([body]));
      this.#order.set(subject, [...(this.#order.get(subject) ?? []), id]);
    }
  }

  /** What the portal should have heard and has not, or heard otherwise; and consumers that are behind. */
  findings({ dossiers }: Snapshot): Finding[] {
    const told = [...dossiers.values()].flatMap(({ code, head, events, cursors }) => {
      const { portal, events: wanted } = portalStory(events, 'any');
      if (portal !== PORTAL.id || !head) return [];
      const heard = this.#order.get(code) ?? [];
      const ids = wanted.map(({ event }) => event.id);
      const behind = [...cursors].filter(([, seq]) => seq < head.version).map(([name]) => name);
      return [
        ...(heard.join() === ids.join() ? [] : [`${code}: told ${heard.join()}, not ${ids.join()}`]),
        ...(cursors.size === 2 ? [] : [`${code} has cursors of ${[...cursors.keys()].join() || 'nobody'}`]),
        ...behind.map(name => `${code}: ${name} is behind entry ${head.version}`),
      ];
    });
    const differing = [...this.#bodies].filter(([, bodies]) => bodies.size > 1).map(([id]) => id);
    return [...told, ...differing.map(id => `${id} came with another body when it came again`)].map(what => ({
      audit: PORTAL_AUDIT,
      what,
    }));
  }

  /** Events that came more than once. */
  get repeats(): number {
    return this.received - this.#bodies.size;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
