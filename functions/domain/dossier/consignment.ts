import { refuseField } from '../../../schemas/api/problem-error.ts';
import type { CollectionBody } from '../../../schemas/dossier/collection.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';

/** Weights of the eight digits of an international number (UPU S10). */
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];
const S10 = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;

/**
 * The number of the consignment (số hiệu bưu gửi) that a posted result travels under, in capitals and without blanks;
 * undefined where it is not posted. Whoever waits for it follows it by this number, so posting without one is refused,
 * and one whose check digit is wrong too.
 */
export function readConsignment(
  { returnBy }: Pick<DossierHead, 'returnBy'>,
  { consignment }: Pick<CollectionBody, 'consignment'>,
): string | undefined {
  if (returnBy !== 'post') {
    if (consignment !== undefined)
      refuse({
        vi: 'Chỉ ghi số hiệu bưu gửi khi trả kết quả qua bưu chính.',
        en: 'Only a result returned by post has a consignment.',
      });
    return undefined;
  }
  if (consignment === undefined)
    return refuse({
      vi: 'Trả qua bưu chính: hãy ghi số hiệu bưu gửi để người dân theo dõi.',
      en: 'Give the number of the consignment, by which its owner follows it.',
    });
  const number = consignment.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z0-9]{6,40}$/.test(number))
    refuse({
      vi: 'Số hiệu bưu gửi gồm từ 6 đến 40 ký tự, chỉ có chữ cái không dấu và chữ số.',
      en: 'A consignment has a number of 6 to 40 letters and digits.',
    });
  if (!checks(number))
    refuse({
      vi: 'Số hiệu bưu gửi ghi sai: hãy đối chiếu lại với phiếu gửi của bưu điện.',
      en: 'The number of the consignment is mistyped: its check digit is wrong.',
    });
  return number;
}

/** Numbers of other forms have no check digit. */
function checks(number: string): boolean {
  const [, digits, check] = S10.exec(number) ?? [];
  if (digits === undefined) return true;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const rest = 11 - (sum % 11);
  return Number(check) === (rest === 10 ? 0 : rest === 11 ? 5 : rest);
}

const refuse = (words: Parameters<typeof refuseField>[2]): never =>
  refuseField('request-invalid', '/consignment', words);
