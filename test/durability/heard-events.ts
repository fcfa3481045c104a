import { portalStory } from '../../functions/domain/effects/portal-events.ts';
import { dossierCloudEvent } from '../../schemas/outside/cloud-event.ts';
import type { KeptDossier } from './snapshot.ts';

/** What is audited. */
export const PORTAL_AUDIT =
  'the portal is told every event of its dossiers, in order, and the same when it is told again';

/** What a portal has heard, event by event, against what it should have heard. */
export class HeardEvents {
  readonly #portal: string;
  readonly #bodies = new Map<string, Set<string>>();
  /** Ids of events by dossier, in the order in which they first came. */
  readonly #order = new Map<string, string[]>();
  received = 0;

  constructor(portal: string) {
    this.#portal = portal;
  }

  hear(body: string): void {
    const { id, subject } = dossierCloudEvent.parse(JSON.parse(body));
    this.received++;
    const known = this.#bodies.get(id);
    if (known) known.add(body);
    else {
      this.#bodies.set(id, new Set([body]));
      this.#order.set(subject, [...(this.#order.get(subject) ?? []), id]);
    }
  }

  /** Events that came more than once. */
  get repeats(): number {
    return this.received - this.#bodies.size;
  }

  /** What the portal should have heard of a dossier and has not, or heard otherwise; and consumers that are behind. */
  atRest({ code, head, events, cursors }: KeptDossier): string[] {
    const wanted = this.#wanted(events);
    if (!wanted || !head) return [];
    const heard = this.#order.get(code) ?? [];
    // What reads papers follows only the entries that bring some.
    const following = [...cursors].filter(([name]) => name !== 'digitizing');
    const behind = following.filter(([, seq]) => seq < head.version).map(([name]) => name);
    return [
      ...(heard.join() === wanted.join() ? [] : [`${code}: told ${heard.join()}, not ${wanted.join()}`]),
      ...(following.length === 2 ? [] : [`${code} has cursors of ${[...cursors.keys()].join() || 'nobody'}`]),
      ...behind.map(name => `${code}: ${name} is behind entry ${head.version}`),
    ];
  }

  /** What a dossier's events came in another order than its ledger's; some may still be on their way. */
  underWay({ code, events }: KeptDossier): string[] {
    const wanted = this.#wanted(events);
    const heard = this.#order.get(code) ?? [];
    if (!wanted || heard.join() === wanted.slice(0, heard.length).join()) return [];
    return [`${code}: told ${heard.join()}, not the beginning of ${wanted.join()}`];
  }

  /** Events that were not the same when they came again. */
  differing(): string[] {
    return [...this.#bodies]
      .filter(([, bodies]) => bodies.size > 1)
      .map(([id]) => `${id} came with another body when it came again`);
  }

  /** Ids of the events that the portal is to hear; undefined for a dossier of another. */
  #wanted(ledger: KeptDossier['events']): string[] | undefined {
    const { portal, events } = portalStory(ledger, 'any');
    return portal === this.#portal ? events.map(({ event }) => event.id) : undefined;
  }
}
