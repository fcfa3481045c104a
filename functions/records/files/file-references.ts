import type { SuppliedComponent } from '../../../schemas/api/decision.ts';
import type { FileReference } from './check-upload.ts';

/** The files that supplied papers refer to, each with the pointer for its faults. */
export function filesOfComponents(components: readonly SuppliedComponent[]): FileReference[] {
  return components.flatMap(({ files }, index) =>
    files.map((id, place) => ({ id, pointer: `/components/${index}/files/${place}` })),
  );
}
