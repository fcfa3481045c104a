import * as z from 'zod';
import { says } from '../words.ts';

/** Family and given names as written on papers: letters of any language, spaces, apostrophes, dots and hyphens; NFC; 2–100 characters. */
export const personName = z
  .string()
  .trim()
  .normalize('NFC')
  .min(2)
  .max(100)
  .regex(
    /^\p{L}[\p{L}\p{M} .'’-]*$/u,
    says({ vi: 'họ tên phải viết bằng chữ', en: 'a name written in letters' }),
  )
  .meta({ id: 'PersonName', description: 'Full name (họ và tên)', example: 'Nguyễn Văn An' });

/** Telephone number in Viet Nam: 0 or +84, then 9 or 10 digits. */
export const phoneNumber = z
  .string()
  .regex(
    /^(0|\+84)\d{9,10}$/,
    says({
      vi: 'phải là số điện thoại Việt Nam dạng 0912345678',
      en: 'a Vietnamese telephone number such as 0912345678',
    }),
  )
  .meta({ id: 'PhoneNumber', description: 'Telephone number', example: '0912345678' });
