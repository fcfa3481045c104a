import { childrenOf, readDer } from '../../domain/signatures/der.ts';

/** Granted, and granted with changes that we do not ask for. */
const GRANTED = 0;

/** The answer of an authority (TimeStampResp): its token, or the status of its refusal; undefined if it is none. */
export function readTimestampAnswer(
  body: Buffer,
): { readonly token: Buffer } | { readonly status: number } | undefined {
  try {
    const [info, token] = childrenOf(readDer(body));
    const [status] = info ? childrenOf(info) : [];
    if (status?.content.length !== 1) return undefined;
    const told = status.content[0] ?? 2;
    if (told !== GRANTED) return { status: told };
    return token && { token: token.whole };
  } catch {
    return undefined;
  }
}
