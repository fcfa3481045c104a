import { useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { EnteredIsKept } from '../../parts/sign-in-again.ts';
import { useAction } from '../../parts/use-action.ts';
import { useEnteredBefore, useKeptForm } from '../../parts/use-kept-form.ts';
import { FileHint } from '../../upload/file-hint.tsx';
import { FilePicker } from '../../upload/file-picker.tsx';
import { forgetUploads } from '../../upload/kept-uploads.ts';
import { Restored } from '../../upload/restored.tsx';
import { hasFailed, isUnderWay, type LostFile, lostFiles, suppliedBy } from '../../upload/uploads.ts';
import { useUploads } from '../../upload/use-uploads.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';
import { useLeaveWarning } from '../use-leave-warning.ts';
import type { Dossier } from './dossier-page.tsx';
import { otherPapers, wantedPapers } from './wanted-papers.ts';
import { WhatIsWanted } from './what-is-wanted.tsx';

const words = wording({
  vi: {
    others: 'Bổ sung giấy tờ khác của hồ sơ',
    note: 'Ghi chú cho cơ quan (không bắt buộc)',
    send: 'Gửi bổ sung',
    sending: 'Đang gửi…',
    empty: 'Hãy chọn ít nhất một tệp trước khi gửi.',
    wait: 'Chờ các tệp tải lên xong rồi gửi.',
    failed: 'Có tệp chưa tải lên được: thử lại hoặc bỏ tệp đó trước khi gửi.',
  },
  en: {
    others: 'Hand in other papers of the dossier',
    note: 'Note for the agency (optional)',
    send: 'Send the supplement',
    sending: 'Sending …',
    empty: 'Choose at least one file before you send.',
    wait: 'Wait until the files are uploaded, then send.',
    failed: 'A file was not uploaded: try it again or remove it before you send.',
  },
});

/** What is kept over a new sign-in, beside the uploads, which stay by themselves. */
interface Kept {
  readonly note: string;
  readonly lost: readonly LostFile[];
  readonly key: string | undefined;
}

/** Hands in what the agency asked for. What was uploaded stays if the sending fails. */
export function SupplementForm({
  dossier,
  onSent,
}: {
  readonly dossier: Dossier;
  readonly onSent: () => void;
}) {
  const w = useWords(words);
  const { api } = useAccount();
  const form = `${dossier.code} ${dossier.supplementWanted?.askedAt}`;
  const uploads = useUploads(api, form);
  const keptAs = `supplement ${form}`;
  const kept = useEnteredBefore<Kept>(keptAs);
  const [note, setNote] = useState(kept?.note ?? '');
  const [hold, setHold] = useState<'empty' | 'wait' | 'failed'>();
  const { files } = uploads;
  const action = useAction(async key => {
    const components = suppliedBy(files);
    const hindrance = isUnderWay(files) ? 'wait' : hasFailed(files) ? 'failed' : undefined;
    const held = hindrance ?? (components.length === 0 ? 'empty' : undefined);
    setHold(held);
    if (held) return;
    const body = { components, ...(note.trim() !== '' && { note }) };
    await api.get('supplementDossier', { params: { code: dossier.code }, body, key });
    forgetUploads(form);
    onSent();
  }, kept?.key);
  const begun = files.length > 0 || note !== '';
  useLeaveWarning(begun);
  const paperOf = (field: string) =>
    dossier.components.find(({ component }) => component === field)?.name ?? field;
  useKeptForm<Kept>(keptAs, () =>
    begun ? { note, lost: lostFiles(files, paperOf), key: action.keyBegun() } : undefined,
  );
  const faultOfPaper = (component: string) => {
    const index = suppliedBy(files).findIndex(each => each.component === component);
    return action.faultOf(`/components/${index}/component`) ?? action.faultOf(`/components/${index}/files`);
  };
  const pickers = (papers: Dossier['components']) =>
    papers.map(({ component, name }) => (
      <FilePicker
        key={component}
        field={component}
        label={name}
        uploads={uploads}
        fault={faultOfPaper(component)}
      />
    ));
  const wanted = wantedPapers(dossier);
  const others = otherPapers(dossier);
  return (
    <form
      class="stack prose"
      onSubmit={event => {
        event.preventDefault();
        void action.run();
      }}
    >
      {kept && <Restored lost={kept.lost} />}
      {dossier.supplementWanted && <WhatIsWanted wanted={dossier.supplementWanted} />}
      <FileHint />
      {pickers(wanted)}
      {others.length > 0 && (
        <details class="ds-details" open={wanted.length === 0}>
          <summary>{w.others}</summary>
          <div class="stack">{pickers(others)}</div>
        </details>
      )}
      <TextField label={w.note} value={note} onValue={setNote} rows={3} fault={action.faultOf('/note')} />
      <EnteredIsKept.Provider value={true}>
        {action.error !== undefined && <Failure error={action.error} />}
      </EnteredIsKept.Provider>
      <p role="status" class={hold ? 'ds-validation-message' : 'hidden'}>
        {hold && w[hold]}
      </p>
      <div>
        <button type="submit" class="ds-button" aria-disabled={action.busy}>
          {action.busy ? w.sending : w.send}
        </button>
      </div>
    </form>
  );
}
