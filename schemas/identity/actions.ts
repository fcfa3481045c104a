import * as z from 'zod';

/** Every action of the API; the domain's policy says who may perform it. */
export const action = z.enum([
  'public.read',
  'upload.create',
  'upload.complete',
  'dossier.submit',
  'dossier.read',
  'dossier.list',
  'dossier.search',
  'dossier.supplement',
  'dossier.withdraw',
  'dossier.correct',
  'task.list',
  'task.read',
  'task.decide',
  'task.assign',
  'export.create',
  'export.read',
  'catalogue.manage',
  'access.list',
  'organization.read',
  'organization.manage',
  'calendar.manage',
  'subscription.create',
  'subscription.manage',
  'change.read',
  'connection.read',
  'connection.manage',
  'projection.manage',
]);
export type Action = z.infer<typeof action>;
