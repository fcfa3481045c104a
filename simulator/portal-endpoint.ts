import type { WebhookChannel } from '../functions/domain/ports/webhook-channel.ts';
import type { StoredSubscription } from '../schemas/stored/subscription.ts';
import type { HeardEvents } from '../test/durability/heard-events.ts';
import { portal } from './arrivals.ts';
import type { Random } from './random.ts';
import type { Troubles } from './troubles.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The portal's end of the way: it keeps what it hears, and is not always well. */
export function portalEndpoint(deps: {
  readonly troubles: Troubles;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly heard: HeardEvents;
}): { readonly subscription: StoredSubscription; readonly channel: WebhookChannel } {
  const { troubles, time, random, heard } = deps;
  const since = '2020-01-01T00:00:00+07:00';
  return {
    subscription: {
      id: 'sub_00000000000000000000000001',
      portal: portal.id,
      url: 'https://portal.example.vn/events',
      kinds: null,
      secrets: [
        { secret: `whsec_${Buffer.from('a secret of 24 characters').toString('base64')}`, until: null },
      ],
      state: 'active',
      pausedAt: null,
      pausedBecause: null,
      createdAt: since,
      startsAt: since,
      version: 1,
    },
    channel: {
      refusal: () => undefined,
      async post({ body }) {
        const milliseconds = random.whole(20, 400);
        await time.sleep(milliseconds);
        const failed = (reason: string) => ({ delivered: false, milliseconds, reason, gone: false }) as const;
        if (troubles.during('silentPortal')) return failed('timeout');
        if (troubles.befalls('portalRefuses')) return failed('http-503');
        heard.hear(body);
        return troubles.befalls('portalUnheard') ? failed('timeout') : { delivered: true, milliseconds };
      },
    },
  };
}
