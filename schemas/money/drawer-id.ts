import * as z from 'zod';
import { says } from '../words.ts';

export const drawerId = z
  .string()
  .regex(
    /^dr_[0-9a-z]{26}$/,
    says({ vi: 'phải là mã két thu, ví dụ dr_…', en: 'must be the id of a cash drawer, such as dr_…' }),
  )
  .meta({ id: 'CashDrawerId' });
