import { Construct } from 'constructs';
import type { PartName } from '../../functions/kernel/feature.ts';

/** The construct name for a manifest name: `export-worker` is ExportWorker. */
export function constructName(name: string): string {
  return name
    .split('-')
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** The scope of a part of a work: the construct of the work, created with its first part, and the part's own name. */
export function placeOf(
  stack: Construct,
  part: PartName,
): { readonly scope: Construct; readonly id: string } {
  const [work = '', own = ''] = part.split('/');
  const scope = stack.node.tryFindChild(constructName(work)) ?? new Construct(stack, constructName(work));
  return { scope: scope as Construct, id: constructName(own) };
}
