import type { portalEventOperations } from '../../../schemas/api/operations/portal-events.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import type { Words } from '../../../schemas/words.ts';
import { UNKNOWN_PARTY } from '../../domain/effects/breaker.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { PortalEventsDeps } from './deps.ts';
import { portalOf } from './own-subscription.ts';
import { withNewSecret } from './secrets.ts';
import { viewOf } from './subscription-view.ts';

type Operation = (typeof portalEventOperations)['createSubscription'];
type Deps = Pick<PortalEventsDeps, 'subscriptions' | 'channel' | 'randomBytes'>;

/** Subscriptions per portal: each receives every event. */
const MOST = 5;
const SECRET_BYTES = 32;

const REFUSALS: Readonly<Record<NonNullable<ReturnType<Deps['channel']['refusal']>>, Words>> = {
  'not-https': { vi: 'Địa chỉ phải bắt đầu bằng https://.', en: 'The address must begin with https://.' },
  'has-credentials': {
    vi: 'Địa chỉ không được chứa tên đăng nhập hay mật khẩu.',
    en: 'The address must not contain a user name or password.',
  },
  'address-not-public': {
    vi: 'Địa chỉ phải truy cập được từ internet, không phải địa chỉ mạng nội bộ.',
    en: 'The address must be reachable from the public internet, not in a private network.',
  },
};

/** Subscribes a portal to the events of its dossiers from now on; the secret is shown here and never again. */
export async function createSubscription(
  deps: Deps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { body, caller } = call;
  const portal = portalOf(caller);
  const refusal = deps.channel.refusal(body.url);
  if (refusal) throw new ProblemError('address-not-allowed', REFUSALS[refusal]);
  const id = attempt.id('sub_');
  const others = (await deps.subscriptions.of(portal)).filter(one => one.id !== id);
  if (others.filter(({ state }) => state !== 'ended').length >= MOST)
    throw new ProblemError('too-many-subscriptions', {
      vi: `Mỗi cổng có nhiều nhất ${MOST} đăng ký; hãy chấm dứt bớt.`,
      en: `A portal may have at most ${MOST} subscriptions; end one first.`,
    });
  const { secret, secrets } = withNewSecret({ secrets: [] }, deps.randomBytes(SECRET_BYTES), attempt.begunAt);
  const at = toRfc3339(attempt.begunAt);
  const subscription: StoredSubscription = {
    id,
    portal,
    url: body.url,
    kinds: body.kinds ?? null,
    secrets,
    state: 'active',
    pausedAt: null,
    pausedBecause: null,
    createdAt: at,
    startsAt: at,
    version: 1,
  };
  const kept = await keptOnce(deps, subscription, attempt);
  return {
    body: {
      ...viewOf(kept, UNKNOWN_PARTY),
      secret: kept.secrets[0]?.secret ?? secret,
      previousUntil: null,
    },
  };
}

/** The stored subscription: from this try, or from an earlier, interrupted one of the same request. */
async function keptOnce(
  { subscriptions }: Deps,
  subscription: StoredSubscription,
  { again }: Attempt,
): Promise<StoredSubscription> {
  const earlier = again ? await subscriptions.find(subscription.portal, subscription.id) : undefined;
  if (earlier) return earlier;
  await subscriptions.add(subscription);
  return subscription;
}
