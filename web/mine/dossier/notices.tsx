import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import type { Dossier } from './dossier-page.tsx';

const words = wording({
  vi: {
    declined: 'Cơ quan từ chối tiếp nhận hồ sơ',
    stopped: 'Cơ quan dừng giải quyết hồ sơ',
    withdrawn: 'Hồ sơ đã được rút',
    granted: 'Kết quả: đồng ý giải quyết',
    refused: 'Kết quả: từ chối giải quyết',
    reason: 'Lý do:',
    noReason: 'Không nêu lý do.',
  },
  en: {
    declined: 'The agency did not accept the dossier',
    stopped: 'The agency stopped the dossier',
    withdrawn: 'The dossier was withdrawn',
    granted: 'Decision: granted',
    refused: 'Decision: refused',
    reason: 'Reason:',
    noReason: 'No reason was given.',
  },
});

/** How the dossier ended and what was decided, in the agency's own words. */
export function Notices({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const formats = useFormats();
  const { ending, decision } = dossier;
  return (
    <>
      {ending && (
        <section class="panel stack">
          <h2>{w[ending.how]}</h2>
          <p class="note">{formats.instant(ending.at)}</p>
          {ending.reason === null ? (
            <p>{w.noReason}</p>
          ) : (
            <p class="pre">
              {w.reason} {ending.reason}
            </p>
          )}
        </section>
      )}
      {decision && (
        <section class="panel stack">
          <h2>{w[decision.outcome]}</h2>
          <p class="note">{formats.instant(decision.at)}</p>
          {decision.text !== null && <p class="pre">{decision.text}</p>}
        </section>
      )}
    </>
  );
}
