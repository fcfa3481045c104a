import { Construct } from 'constructs';
import type { PartName } from '../../functions/kernel/feature.ts';

/** The construct of a name in a manifest: `export-worker` is ExportWorker. */
export function constructName(name: string): string {
  return name
    .split('-')
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** Where a part of a work belongs: the construct of the work, made with its first part, and the part's own name. */
export function placeOf(
  stack: Construct,
  part: PartName,
): { readonly scope: Construct; readonly id: string } {
  const [work = '', own = ''] = part.split('/');
  const scope = stack.node.tryFindChild(constructName(work)) ?? new Construct(stack, constructName(work));
  return { scope: scope as Construct, id: constructName(own) };
}
