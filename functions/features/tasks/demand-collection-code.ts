import { refuseField } from '../../../schemas/api/problem-error.ts';
import type { CollectionBody } from '../../../schemas/dossier/collection.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Words } from '../../../schemas/words.ts';
import { readCode, signedText } from '../../domain/results/collection-code.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import { collectableSince } from '../../records/dossiers/collectable-since.ts';
import type { TaskDeps } from './deps.ts';

/** Refuses a collection code that was scanned and is not that of this dossier’s waiting result, now. */
export async function demandCollectionCode(
  deps: Pick<TaskDeps, 'dossiers' | 'keyring'>,
  head: DossierHead,
  { collectionCode }: Pick<CollectionBody, 'collectionCode'>,
  now: Instant,
): Promise<void> {
  if (collectionCode === undefined) return;
  const given = readCode(collectionCode);
  if (!given)
    return refuse({
      vi: 'Đây không phải mã nhận kết quả: hãy quét lại, hoặc để trống và kiểm tra giấy tờ của người nhận.',
      en: 'This is no collection code: scan again, or leave it empty and check the collector’s papers.',
    });
  if (given.dossier !== head.code)
    refuse({
      vi: 'Mã này là của hồ sơ khác: hãy mở đúng hồ sơ rồi quét lại.',
      en: 'This code is another dossier’s: open that one and scan again.',
    });
  const since = await collectableSince(deps.dossiers, head);
  const keyring = await deps.keyring();
  const fits =
    since !== undefined &&
    keyring.collectionSealFits(signedText({ dossier: head.code, since, until: given.until }), given.seal);
  if (!fits)
    refuse({
      vi: 'Mã nhận kết quả không đúng hoặc đã dùng; hãy kiểm tra giấy tờ của người nhận như thường lệ.',
      en: 'The code is not right, or was used: check the collector’s papers as usual.',
    });
  if (given.until < dateOf(now))
    refuse({
      vi: 'Mã nhận kết quả đã hết hạn: chủ hồ sơ lấy mã mới trong tài khoản, hoặc để trống và kiểm tra giấy tờ như thường lệ.',
      en: 'The code has run out: its owner gets a new one in their account, or leave it empty and check papers as usual.',
    });
}

const refuse = (words: Words): never => refuseField('request-invalid', '/collectionCode', words);
