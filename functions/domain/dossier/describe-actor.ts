import { type AccountKind, isAccount } from '../../../schemas/identity/account.ts';

/** Anyone who acts, calls or reads; applicants by keyed digest. */
type Described =
  | { readonly kind: AccountKind; readonly key: string }
  | { readonly kind: 'portal' | 'officer'; readonly id: string }
  | { readonly kind: 'system'; readonly mechanism: string };

/** An account as one stable text: `officer:tiepnhan.h44-101`, `citizen:<keyed digest>`. */
export function describeActor(actor: Described): string {
  switch (actor.kind) {
    case 'citizen':
    case 'foreigner':
    case 'organisation':
      return `${actor.kind}:${actor.key}`;
    case 'portal':
    case 'officer':
      return `${actor.kind}:${actor.id}`;
    case 'system':
      return `system:${actor.mechanism}`;
  }
}

/** The keyed digest in the text of an applicant's account; undefined for portals, officers and the system. */
export function accountKeyIn(described: string): string | undefined {
  const [kind = '', key] = described.split(/:(.*)/s);
  return isAccount(kind) ? key : undefined;
}
