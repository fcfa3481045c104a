import type { Channel, Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Limit, ReadingWarning } from './reading.ts';

type Method = Procedure['methods'][number];

/**
 * What the ways of submission say together: that there are none, that one channel has several different limits (each is kept; which
 * case each belongs to stands only in the source's prose), that an online way does not say whether it is full or in part.
 */
export function remarksOnMethods(methods: readonly Method[], field: string): ReadingWarning[] {
  if (methods.length === 0) {
    return [{ code: 'methods-missing', field, message: 'No way of submission is published.' }];
  }
  const warnings: ReadingWarning[] = [];
  for (const channel of new Set(methods.map(method => method.channel))) {
    const limits = limitsOf(methods, channel);
    if (limits.size > 1) {
      const message = `${limits.size} different limits for the channel "${channel}": ${[...limits].join(', ')}.`;
      warnings.push({ code: 'limits-differ-in-channel', field, message });
    }
  }
  if (methods.some(method => method.channel === 'online')) {
    const message =
      'An online way is published, but not whether the service is full (toàn trình) or in part (một phần).';
    warnings.push({ code: 'online-level-unknown', field, message });
  }
  return warnings;
}

function limitsOf(methods: readonly Method[], channel: Channel): Set<string> {
  return new Set(methods.filter(method => method.channel === channel).map(method => written(method.limit)));
}

function written(limit: Limit | null): string {
  return limit === null ? 'unread' : `${limit.amount} ${limit.unit}`;
}
