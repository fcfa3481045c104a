import { PLATFORM_CODES, platformOpened } from '../../../schemas/outside/payment-platform.ts';
import { type Missed, missed, speakable } from '../../kernel/outside/missed.ts';

type Opened =
  | { readonly state: 'opened'; readonly payAt: string }
  | { readonly state: 'refused'; readonly code: string }
  | Missed;

export const isFine = (code: string): boolean => PLATFORM_CODES.fine.some(fine => fine === code);

/** What came of opening a payment. */
export function readOpened(body: unknown, platform: URL): Opened {
  const answer = platformOpened.safeParse(body);
  if (!answer.success) return missed('untrustworthy', 'malformed');
  const [code, place] = partsOf(answer.data);
  if (!isFine(code)) return { state: 'refused', code: speakable(code) };
  const payAt = pageAt(place, platform);
  return payAt === undefined ? missed('untrustworthy', 'page') : { state: 'opened', payAt };
}

function partsOf(answer: Readonly<Record<string, unknown>>): readonly [string, unknown] {
  if (!('error_code' in answer)) return [String(answer['MaLoi']), answer['UrlThanhToan']];
  const message = answer['message'];
  const place = typeof message === 'object' && message !== null && 'UrlThanhToan' in message;
  return [String(answer['error_code']), place ? message.UrlThanhToan : undefined];
}

/** Where the citizen is sent: a page as safe on the way as the platform itself. */
function pageAt(place: unknown, platform: URL): string | undefined {
  if (typeof place !== 'string' || place.length > 4000 || !URL.canParse(place)) return undefined;
  const page = new URL(place);
  const safe = page.protocol === 'https:' || (page.protocol === 'http:' && platform.protocol === 'http:');
  return safe && page.username === '' && page.password === '' ? page.href : undefined;
}
