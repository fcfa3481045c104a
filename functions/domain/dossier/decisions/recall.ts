import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { CollectionBody } from '../../../../schemas/dossier/collection.ts';
import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import { readCollection } from '../collected.ts';
import type { NewEvent } from '../context.ts';

type Head = Pick<DossierHead, 'handling' | 'delivery' | 'returnBy'>;

/**
 * A result went to the wrong person and is called back (thu hồi kết quả trả nhầm). The dossier stays returned, and in
 * its time: what is put right is the delivery. An electronic result is in the owner's account and cannot go astray.
 */
export function recallResult(
  { handling, delivery, returnBy }: Head,
  { reason, recovered }: { readonly reason: string; readonly recovered: boolean },
): NewEvent {
  if (handling !== 'returned' || returnBy === 'electronic' || delivery !== 'returned')
    throw new ProblemError('state-conflict', {
      vi: 'Chỉ thu hồi được kết quả đã trả tại quầy hoặc qua bưu chính và chưa thu hồi.',
      en: 'Only a result that was handed over or posted, and was not recalled yet, can be recalled.',
    });
  return { data: { type: 'resultRecalled', reason, recovered }, opens: [], closes: [] };
}

/** The result reaches its owner after all, or a corrected one after the first. */
export function returnAgain(head: Head, body: CollectionBody): NewEvent {
  const { handling, delivery, returnBy } = head;
  const corrected = handling === 'returned' && delivery === 'ready';
  if (delivery !== 'recalled' && !corrected)
    throw new ProblemError('state-conflict', {
      vi: 'Kết quả này không bị thu hồi do trả nhầm và không có bản đính chính chờ trả.',
      en: 'The result was not recalled, and no corrected one waits: there is nothing to return again.',
    });
  const { collection = null, ...rest } = readCollection(head, body);
  return { data: { type: 'returnedAgain', how: returnBy, ...rest, collection }, opens: [], closes: [] };
}
