import * as z from 'zod';
import { exportId } from './api/export.ts';

/** What the queue carries: which export is to be made. Everything else is in its record. */
export const exportOrder = z.strictObject({ export: exportId });
