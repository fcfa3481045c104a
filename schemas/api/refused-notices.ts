import * as z from 'zod';
import { instantText } from '../instant.ts';
import { gateway } from '../money/gateway.ts';
import { noticeFault } from '../money/refused-notice.ts';

const refusedNotice = z
  .strictObject({
    gateway,
    at: instantText,
    fault: noticeFault,
    claimed: z
      .string()
      .nullable()
      .meta({ description: 'The reference or number that it named, where that is well formed' }),
    source: z.string().nullable().meta({ description: 'Network of the sender: /24, or /48 of IPv6' }),
  })
  .meta({ id: 'RefusedNotice' });

const number = z.int().min(0);

export const refusedNoticesView = z
  .strictObject({
    day: z.iso.date(),
    gateways: z.array(
      z
        .strictObject({
          ...{ gateway, forged: number, stale: number, malformed: number, differing: number },
          total: number,
        })
        .meta({ id: 'RefusedNoticeCount', description: 'How many came; all are counted, not all kept' }),
    ),
    items: z.array(refusedNotice).meta({ description: 'The newest first, at most 200' }),
    more: z.boolean().meta({ description: 'Whether there are more than are shown' }),
  })
  .meta({ id: 'RefusedNotices', description: 'Notices that were refused (thông báo thanh toán bị từ chối)' });
