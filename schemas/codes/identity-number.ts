import * as z from 'zod';
import { says } from '../words.ts';

/**
 * Personal identification number (số định danh cá nhân / CCCD): 12 digits; three for the place of birth registration
 * (001–096 in Viet Nam, 1xx–9xx never issued), one for century and gender, two for the year of birth, six at random. No check digit.
 */
export const identityNumber = z
  .string()
  .regex(
    /^0(0[1-9]|[1-8]\d|9[0-6])\d{9}$/,
    says({
      vi: 'phải gồm 12 chữ số, ba số đầu từ 001 đến 096',
      en: '12 digits, the first three from 001 to 096',
    }),
  )
  .meta({
    id: 'IdentityNumber',
    description: 'Personal identification number (số định danh cá nhân)',
    example: '025090000001',
  });

/** What the number itself says of its holder: gender and year of birth. */
export function readIdentityNumber(number: string): { gender: 'male' | 'female'; yearOfBirth: number } {
  const digit = Number(number.charAt(3));
  return {
    gender: digit % 2 === 0 ? 'male' : 'female',
    yearOfBirth: 1900 + Math.floor(digit / 2) * 100 + Number(number.slice(4, 6)),
  };
}
