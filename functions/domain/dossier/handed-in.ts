import type { DossierComponent } from '../../../schemas/api/dossier-component.ts';
import type { Component } from '../../../schemas/catalogue/procedure.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { PaperKind } from '../../../schemas/dossier/paper-kind.ts';
import { standingRequest } from './standing-request.ts';

type Submitted = Extract<EventData, { type: 'submitted' }>;

/** One hand-in of one paper. */
interface HandIn {
  readonly at: string;
  readonly with: 'submission' | 'supplement';
  readonly files: readonly string[];
  readonly paperCopies: number;
  readonly paperKind: PaperKind | null;
  /** Numbers of results cited in its place. */
  readonly results: readonly string[];
}

/** A file of a paper, as recorded in the ledger. */
export interface HandedInFile {
  readonly id: string;
  readonly handedInAt: string;
  readonly handedInWith: HandIn['with'];
  readonly state: 'current' | 'replaced';
}

/** A paper of the procedure and its hand-ins by the ledger. */
export interface HandedInComponent {
  readonly component: Component;
  readonly state: DossierComponent['state'];
  readonly paperCopies: number;
  readonly paperKind: PaperKind | null;
  /** Numbers of results cited in its place with the last hand-in. */
  readonly results: readonly string[];
  readonly files: readonly HandedInFile[];
}

/**
 * Every paper the procedure asks for, with what was handed in. A later hand-in of the same paper replaces the earlier
 * one; the earlier files can still be viewed.
 */
export function handedIn(
  events: readonly LedgerEvent[],
  components: readonly Component[],
): HandedInComponent[] {
  const handIns = handInsByComponent(events);
  const wanted = new Set(standingRequest(events)?.components);
  return components.map(component => {
    const times = handIns.get(component.id) ?? [];
    const last = times.at(-1);
    const files = times.flatMap(time =>
      time.files.map(
        (id): HandedInFile => ({
          id,
          handedInAt: time.at,
          handedInWith: time.with,
          state: time === last ? 'current' : 'replaced',
        }),
      ),
    );
    const given = last !== undefined;
    const state = wanted.has(component.id) ? 'wanted' : given ? 'handedIn' : without(component);
    const { paperCopies = 0, paperKind = null, results = [] } = last ?? {};
    return { component, state, paperCopies, paperKind, results, files };
  });
}

const without = ({ required }: Component) => (required ? 'missing' : 'notHandedIn');

function handInsByComponent(events: readonly LedgerEvent[]): Map<string, HandIn[]> {
  const found = new Map<string, HandIn[]>();
  for (const { at, data } of events) {
    if (data.type !== 'submitted' && data.type !== 'supplemented') continue;
    for (const [id, given] of together(data.components)) {
      if (given.files.length + given.paperCopies + given.results.length === 0) continue;
      const times = found.get(id) ?? [];
      times.push({ at, with: data.type === 'submitted' ? 'submission' : 'supplement', ...given });
      found.set(id, times);
    }
  }
  return found;
}

type Given = Omit<HandIn, 'at' | 'with'>;

/** A paper listed more than once in a request is still one hand-in. */
function together(components: Submitted['components']): Map<string, Given> {
  const found = new Map<string, Given>();
  for (const { component, files, paperCopies, paperKind, results = [] } of components) {
    const before = found.get(component) ?? { files: [], paperCopies: 0, paperKind: null, results: [] };
    found.set(component, {
      files: [...before.files, ...files],
      paperCopies: before.paperCopies + paperCopies,
      paperKind: paperKind ?? before.paperKind,
      results: [...before.results, ...results],
    });
  }
  return found;
}
