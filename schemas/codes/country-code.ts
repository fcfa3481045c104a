import * as z from 'zod';
import { says } from '../words.ts';

const wrong = says({
  vi: 'phải là mã nước gồm 3 chữ cái như trên hộ chiếu, ví dụ LAO; công dân Việt Nam dùng số định danh cá nhân',
  en: 'must be the three letters of a country as in passports, such as LAO; citizens of Viet Nam use their personal identification number',
});

/**
 * Country as machine-readable papers name it: three letters of ISO 3166-1 or ICAO Doc 9303 (`LAO`, `XXA` for the
 * stateless, `D`).
 */
export const countryCode = z
  .string()
  .regex(/^([A-Z]{3}|D)$/, wrong)
  .refine(code => code !== 'VNM', wrong)
  .meta({ id: 'CountryCode', description: 'Country (mã nước), ISO 3166-1 alpha-3', example: 'LAO' });
