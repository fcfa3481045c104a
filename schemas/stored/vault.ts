import * as z from 'zod';

/**
 * That a result was issued to a person (kho dữ liệu điện tử của tổ chức, cá nhân), under their keyed digest; whether it
 * still holds is in the register.
 */
export const storedVaultEntry = z.object({ number: z.string(), dossier: z.string() });
