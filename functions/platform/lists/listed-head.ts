import type * as z from 'zod';
import { dossierHead } from '../../../schemas/dossier/head.ts';

const shown = {
  code: true,
  rules: true,
  receivingUnit: true,
  competentUnit: true,
  channel: true,
  owner: true,
  submittedBy: true,
  handling: true,
  money: true,
  delivery: true,
  submittedAt: true,
  dueAt: true,
  dueOn: true,
  outcome: true,
  tasks: true,
} as const;

/** What lists and searches need of a head: what their rows show, what their filters ask, and whom it may be shown to. */
export const listedHead = dossierHead.pick(shown);
export type ListedHead = z.infer<typeof listedHead>;

/** The same as attributes to be read: a page has many heads, and most of each is of no use to it. */
export const listedAttributes = ['labels', ...Object.keys(shown).map(name => `head.${name}`)];
