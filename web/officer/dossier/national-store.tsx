import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';
import { StoreOffer } from './store-offer.tsx';

const words = wording({
  vi: {
    title: 'Giấy tờ nhà nước đã cấp',
    means:
      'Tìm trong kho dữ liệu điện tử của tỉnh và Kho dữ liệu điện tử trên Cổng Dịch vụ công quốc gia (Kho quốc gia). Chủ hồ sơ thấy ai đã tìm và lý do.',
    reason: 'Lý do tìm',
    search: 'Tìm giấy tờ',
    searching: 'Đang hỏi kho quốc gia…',
    unavailable: 'Kho quốc gia hiện không trả lời. Vẫn xử lý và nhận giấy tờ như thường.',
    none: 'Không có giấy tờ nào dùng được cho hồ sơ này.',
    province: 'Kho dữ liệu điện tử của tỉnh',
    national: 'Kho quốc gia',
    issued: 'cấp ngày',
  },
  en: {
    title: 'Papers that the state issued',
    means:
      'Searches the vault of the province and the national store. The applicant sees who searched and why.',
    reason: 'Reason for searching',
    search: 'Search',
    searching: 'Asking the national store …',
    unavailable: 'The national store does not answer now. Go on as ever, and take papers as ever.',
    none: 'There is no paper for this dossier.',
    province: 'Vault of the province',
    national: 'National store',
    issued: 'issued on',
  },
});

interface Found {
  readonly vault: Answer<'getDossierVault'>['items'];
  readonly store: Answer<'searchStoreForDossier'>;
  readonly reason: string;
}

const OVER: readonly Dossier['handling'][] = ['decided', 'returned', 'declined', 'withdrawn', 'stopped'];

/** What was issued to the applicant and stands for papers of the dossier: here and in the national store. */
export function NationalStore(props: { readonly dossier: Dossier; readonly onChanged: () => void }) {
  const w = useWords(words);
  const { api, is } = useDesk();
  const { day } = useFormats();
  const { dossier, onChanged } = props;
  const [reason, setReason] = useState('');
  const [found, setFound] = useState<Found>();
  const { code, components, handling } = dossier;
  const action = useAction(async () => {
    const asked = { params: { code }, reason: reason.trim() };
    const [vault, store] = await Promise.all([
      api.get('getDossierVault', asked),
      api.get('searchStoreForDossier', asked),
    ]);
    setFound({ vault: vault.items, store, reason: asked.reason });
  });
  if (!is('reception', 'handler') || OVER.includes(handling)) return null;
  const nameOf = (component: string) =>
    components.find(each => each.component === component)?.name ?? component;
  const ready = reason.trim().length > 2;
  const empty = found && found.vault.length + found.store.items.length === 0;
  return (
    <details class="ds-details panel">
      <summary>{w.title}</summary>
      <div class="stack" aria-live="polite">
        <p class="note">{w.means}</p>
        <TextField label={w.reason} value={reason} onValue={setReason} maxLength={300} />
        <div>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            aria-disabled={action.busy || !ready}
            onClick={() => ready && void action.run()}
          >
            {action.busy ? w.searching : w.search}
          </button>
        </div>
        {action.error !== undefined && <Failure error={action.error} />}
        {found?.store.state === 'unavailable' && (
          <p class="ds-alert" data-color="warning">
            {w.unavailable}
          </p>
        )}
        {empty && found.store.state !== 'unavailable' && <p>{w.none}</p>}
        {found?.vault.map(({ component, results }) => (
          <div key={component} class="stack">
            <h3>{nameOf(component)}</h3>
            {results.map(({ number, kind, procedureName, issuedAt }) => (
              <p key={number}>
                {kind?.name ?? procedureName} <strong>{number}</strong>{' '}
                <span class="note">
                  {w.issued} {day(issuedAt)} · {w.province}
                </span>
              </p>
            ))}
          </div>
        ))}
        {found?.store.items.map(({ component, papers }) => (
          <div key={component} class="stack">
            <h3>{nameOf(component)}</h3>
            {papers.map(paper => (
              <StoreOffer
                key={`${paper.kind} ${paper.number}`}
                source={w.national}
                {...{ paper, component, dossier, onChanged }}
                reason={found.reason}
              />
            ))}
          </div>
        ))}
      </div>
    </details>
  );
}
