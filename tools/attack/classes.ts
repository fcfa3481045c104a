import type { AttackClass } from './attack.ts';
import { callers } from './callers.ts';
import { deciders } from './deciders.ts';
import { files } from './files.ts';
import { floods } from './floods.ts';
import { readers } from './readers.ts';
import { tamperers } from './tamperers.ts';
import { texts } from './texts.ts';

/** Floods last: what slows a wave slows for a moment whoever comes after it. */
export const CLASSES: readonly AttackClass[] = [callers, readers, deciders, texts, files, tamperers, floods];
