import type { UnitOutput } from '../../../api/generated.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { Authorizations } from './authorizations.tsx';
import { Officers } from './officers.tsx';

const words = wording({
  vi: {
    code: 'Mã đơn vị',
    parent: 'Thuộc',
    valid: 'Hiệu lực',
    from: (from: string) => `từ ${from}`,
    to: (to: string) => ` đến ${to}`,
    successors: 'Đơn vị kế thừa',
    receives: 'Tiếp nhận hồ sơ',
    yes: 'Có',
    no: 'Không',
  },
  en: {
    code: 'Code',
    parent: 'Part of',
    valid: 'Validity',
    from: (from: string) => `from ${from}`,
    to: (to: string) => ` to ${to}`,
    successors: 'Successors',
    receives: 'Takes dossiers',
    yes: 'Yes',
    no: 'No',
  },
});

/** One unit: what is recorded of it, its officers, its authorizations to sign. */
export function UnitFacts({ unit }: { readonly unit: UnitOutput }) {
  const w = useWords(words);
  const { day } = useFormats();
  const { unitName } = useDesk();
  return (
    <>
      <h1>{unit.name}</h1>
      <dl class="facts panel">
        <dt>{w.code}</dt>
        <dd>{unit.code}</dd>
        {unit.parent !== null && (
          <>
            <dt>{w.parent}</dt>
            <dd>{unitName(unit.parent)}</dd>
          </>
        )}
        <dt>{w.valid}</dt>
        <dd>
          {w.from(day(unit.validFrom))}
          {unit.validTo !== null && w.to(day(unit.validTo))}
        </dd>
        {unit.successors.length > 0 && (
          <>
            <dt>{w.successors}</dt>
            <dd>{unit.successors.map(unitName).join(', ')}</dd>
          </>
        )}
        <dt>{w.receives}</dt>
        <dd>{unit.receives ? w.yes : w.no}</dd>
      </dl>
      <Officers unit={unit.code} />
      <Authorizations unit={unit.code} />
    </>
  );
}
