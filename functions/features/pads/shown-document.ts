import type { padOperations } from '../../../schemas/api/operations/pads.ts';
import type { FormBlock } from '../../domain/forms/form-document.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Reply } from '../../kernel/http/call.ts';
import type { PadDeps } from './deps.ts';
import { signableForm } from './signable-form.ts';

type View = Reply<(typeof padOperations)['lookAtPad']>['body'];
type Shown = NonNullable<NonNullable<View['request']>['document']>;

/** What a form says, to be read on a tablet, and a link to the file that is signed. */
export async function shownDocument(deps: PadDeps, dossier: string, form: string): Promise<Shown> {
  const found = await deps.dossiers.find(dossier);
  if (!found) throw nothingHere();
  const { document, file } = await signableForm(deps, found.head, form);
  const { agency, number, placeAndDate, title, subtitle, mark, signatures } = document;
  const signer = signatures.find(({ by }) => by === 'applicant');
  return {
    agency,
    number,
    placeAndDate,
    title,
    subtitle,
    mark,
    blocks: document.blocks.map(shownBlock),
    signer: { title: signer?.titles.join(' ') ?? '', name: signer?.name ?? '' },
    url: await deps.files.linkTo(file.key, `${dossier}-${form}.pdf`),
  };
}

function shownBlock(block: FormBlock): Shown['blocks'][number] {
  if (block.kind !== 'table') return block;
  return {
    kind: 'table',
    columns: block.columns.map(({ title }) => title),
    rows: block.rows.map(row => [...row]),
  };
}
