/** Whoever acts, calls or reads, a citizen by keyed digest. */
type Described =
  | { readonly kind: 'citizen'; readonly key: string }
  | { readonly kind: 'portal' | 'officer'; readonly id: string }
  | { readonly kind: 'system'; readonly mechanism: string };

/** An account as one stable text: `officer:tiepnhan.h44-101`, `citizen:<keyed digest>`. */
export function describeActor(actor: Described): string {
  switch (actor.kind) {
    case 'citizen':
      return `citizen:${actor.key}`;
    case 'portal':
    case 'officer':
      return `${actor.kind}:${actor.id}`;
    case 'system':
      return `system:${actor.mechanism}`;
  }
}
