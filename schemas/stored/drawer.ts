import * as z from 'zod';
import { drawerId } from '../money/drawer.ts';

/** Which drawer an officer has open in a unit; absent where it is closed. */
export const drawerHolderItem = z.strictObject({ drawer: drawerId.optional() });
