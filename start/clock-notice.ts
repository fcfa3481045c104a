import { DAY, toRfc3339 } from '../functions/domain/vietnam-time.ts';
import { clockTime } from './clock-time.ts';

/** A smaller lead does not count: a host that runs fast for a moment, or a corrected machine clock. */
const WORTH_TELLING = 60_000;

/**
 * Shown at each start of a folder whose time ran fast before: nothing in it may be undone, so its time cannot go
 * back. Undefined if there is nothing to say.
 */
export function clockNotice(deps: {
  kept: number | undefined;
  world: number;
  data: string;
}): string | undefined {
  const { kept: now, world, data } = deps;
  if (now === undefined || now - world < WORTH_TELLING) return undefined;
  const days = Math.floor((now - world) / DAY);
  const [vi, en] = days === 0 ? ['', ''] : [` (nhanh hơn ${days} ngày)`, ` (${days} days ahead)`];
  return `Đồng hồ của thư mục ${data} đang ở ${clockTime(toRfc3339(now))}${vi} vì trước đây đã chạy với --speed; muốn bắt đầu từ hôm nay, hãy dùng thư mục khác với --data.
The clock of the folder ${data} stands at ${clockTime(toRfc3339(now))}${en}, because it once ran with --speed; to begin at today's time, take another folder with --data.`;
}
