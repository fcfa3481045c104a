import type { Actor } from '../../../schemas/dossier/actor.ts';

/** An actor as one stable string, `officer:tiepnhan.h44-101`: what idempotency keys and assignments are scoped by. */
export function describeActor(actor: Actor): string {
  switch (actor.kind) {
    case 'citizen':
      return `citizen:${actor.key}`;
    case 'portal':
      return `portal:${actor.id}`;
    case 'officer':
      return `officer:${actor.id}`;
    case 'system':
      return `system:${actor.mechanism}`;
  }
}
