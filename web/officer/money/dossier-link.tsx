import { useDesk } from '../desk.tsx';
import { opensDossiers } from './who.ts';

/** The code of a dossier, which leads to it for who may read it. */
export function DossierLink({ code }: { readonly code: string }) {
  const desk = useDesk();
  if (!opensDossiers(desk)) return <span>{code}</span>;
  return (
    <a class="ds-link" href={`/officer/dossiers/${code}`}>
      {code}
    </a>
  );
}
