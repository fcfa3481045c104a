import type * as z from 'zod';
import { channel } from '../../../schemas/catalogue/procedure.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { keys } from '../keys/keys.ts';

export type Channel = z.infer<typeof channel>;

/** How dossiers were handed in; those that there are. */
export async function dossierChannels(
  items: Pick<Items, 'fetch'>,
  codes: readonly string[],
): Promise<Map<string, Channel>> {
  const found = await items.fetch(codes.map(keys.head), 'head', ['channel']);
  return new Map(
    codes.flatMap(code => {
      const head = found(keys.head(code))?.['head'];
      return head === undefined
        ? []
        : [[code, parseStored(channel, channelOf(head), keys.head(code))] as const];
    }),
  );
}

const channelOf = (head: unknown): unknown => (head as { readonly channel?: unknown }).channel;
