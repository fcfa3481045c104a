import type { SuppliedComponent } from '../../../schemas/api/decision.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { SuppliedPaper } from '../../../schemas/dossier/supplied-paper.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { reuseOf } from '../../domain/vault/reuse.ts';

/**
 * What is supplied, naming the files that came from the national store and saying what is reused. Refused where one was issued to somebody else:
 * it would stand in the dossier as a paper that the state vouches for.
 */
export function namingSources<C extends SuppliedComponent>(
  components: readonly C[],
  files: readonly StoredFile[],
  owner: string,
): (C & Pick<SuppliedPaper, 'fromStore' | 'reuse'>)[] {
  const sources = new Map(files.flatMap(({ id, source }) => (source ? [[id, source] as const] : [])));
  return components.map((component, index) => {
    const fromStore = component.files.flatMap((file, place) => {
      const source = sources.get(file);
      if (!source) return [];
      if (source.owner !== owner) throw ofSomebodyElse(`/components/${index}/files/${place}`);
      return [{ file, kind: source.kind }];
    });
    const reuse = reuseOf({ results: component.results, fromStore });
    return {
      ...component,
      ...(reuse !== undefined && { reuse }),
      ...(fromStore.length > 0 && { fromStore }),
    };
  });
}

const ofSomebodyElse = (pointer: string) =>
  new ProblemError(
    'result-not-reusable',
    {
      vi: 'Giấy tờ lấy từ kho quốc gia không phải của chủ hồ sơ này.',
      en: 'A paper from the national store is not one of this applicant.',
    },
    {
      faults: [
        {
          pointer,
          message: { vi: 'không phải giấy tờ của chủ hồ sơ', en: 'is not a paper of the applicant' },
        },
      ],
    },
  );
