import * as z from 'zod';
import { transfer } from '../money/transfer.ts';

/** A transfer of money, with one of its two accounts. */
export const transferItem = z.strictObject({ transfer });
