import { whenNeeded } from '../../kernel/lambda/when-needed.ts';
import type { InkFiles } from '../inks/ink-files.ts';
import type { MakingDeps } from './making-deps.ts';

/**
 * What makes forms and keeps them in a bucket. Loaded when a form is made: the PDF library is as large as the rest of
 * a function.
 */
export function openMaking(
  bucket: string,
  fonts: string,
): Pick<MakingDeps, 'files' | 'render'> & { readonly inks: InkFiles } {
  const files = whenNeeded(async () => (await import('./form-files.ts')).s3FormFiles(bucket));
  const inks = whenNeeded(async () => (await import('../inks/ink-files.ts')).s3InkFiles(bucket));
  return {
    files: {
      keep: async (key, make) => (await files()).keep(key, make),
      linkTo: async (key, fileName) => (await files()).linkTo(key, fileName),
    },
    inks: {
      keep: async ink => (await inks()).keep(ink),
      read: async (dossier, digest) => (await inks()).read(dossier, digest),
    },
    render: async (document, paper) => (await import('./render-form.ts')).renderForm(fonts, document, paper),
  };
}
