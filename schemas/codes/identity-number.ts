import * as z from 'zod';
import { says } from '../words.ts';

/**
 * Personal identification number (số định danh cá nhân / CCCD): 12 digits; three for the place of birth registration,
 * one for century and gender, two for the year of birth, six at random. No check digit. TT 07/2016/TT-BCA: the place
 * is a province (001–096) or, for births registered abroad, a country. The list of countries is not available, so
 * every code from 100 on is accepted.
 */
export const identityNumber = z
  .string()
  .regex(
    /^(0(0[1-9]|[1-8]\d|9[0-6])|[1-9]\d{2})\d{9}$/,
    says({
      vi: 'phải gồm 12 chữ số, ba số đầu là mã tỉnh (001–096) hoặc mã quốc gia nơi đăng ký khai sinh (từ 100)',
      en: 'must be 12 digits beginning with the code of a province (001 to 096) or a country (from 100)',
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
