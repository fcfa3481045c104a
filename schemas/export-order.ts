import * as z from 'zod';
import { exportId } from './api/export.ts';

/** The queue message: which export to make. Everything else is in its record. */
export const exportOrder = z.strictObject({ export: exportId });
