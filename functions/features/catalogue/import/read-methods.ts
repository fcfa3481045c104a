import type { Channel, Procedure } from '../../../../schemas/catalogue/procedure.ts';
import { joined, type Words } from '../../../../schemas/words.ts';
import { limitText } from '../../../domain/wording/amounts.ts';
import { channelNames } from '../../../domain/wording/names.ts';
import type { Limit, ReadingWarning } from './reading.ts';

type Method = Procedure['methods'][number];

/**
 * Findings about the submission channels together: there are none, one channel has several different limits (each is
 * kept; only the source's prose says which case each belongs to), or an online channel does not say whether it is
 * full or partial.
 */
export function remarksOnMethods(methods: readonly Method[], field: string): ReadingWarning[] {
  if (methods.length === 0) {
    return [
      {
        code: 'methods-missing',
        field,
        message: { vi: 'Chưa công bố hình thức nộp nào.', en: 'No submission channel is published.' },
      },
    ];
  }
  const warnings: ReadingWarning[] = [];
  for (const channel of new Set(methods.map(method => method.channel))) {
    const limits = limitsOf(methods, channel);
    if (limits.size > 1) {
      const list = joined([...limits.values()]);
      const message = {
        vi: `Có ${limits.size} thời hạn khác nhau cho hình thức ${channelNames[channel].vi}: ${list.vi}.`,
        en: `The channel "${channel}" has ${limits.size} different limits: ${list.en}.`,
      };
      warnings.push({ code: 'limits-differ-in-channel', field, message });
    }
  }
  if (methods.some(method => method.channel === 'online')) {
    const message = {
      vi: 'Có hình thức nộp trực tuyến nhưng không nêu là toàn trình hay một phần.',
      en: 'Online submission is published, but not whether the service is full (toàn trình) or partial (một phần).',
    };
    warnings.push({ code: 'online-level-unknown', field, message });
  }
  return warnings;
}

/** The different limits of a channel, each once. */
function limitsOf(methods: readonly Method[], channel: Channel): Map<string, Words> {
  const own = methods.filter(method => method.channel === channel).map(({ limit }) => written(limit));
  return new Map(own.map(words => [words.en, words]));
}

function written(limit: Limit | null): Words {
  return limit === null ? { vi: 'chưa đọc được', en: 'unread' } : limitText(limit);
}
