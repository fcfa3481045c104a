import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';

const words = wording({
  vi: {
    certify: 'Xác nhận bản số hóa',
    means:
      'Chỉ xác nhận khi đã đối chiếu từng trang của bản số hóa với giấy tờ. Sau khi xác nhận, bản số hóa được ký bằng chữ ký số của cơ quan; tệp đã nộp giữ nguyên.',
    comparedWith: 'Đã đối chiếu với',
    papers: { original: 'Bản chính', certified: 'Bản sao có chứng thực' },
    send: 'Xác nhận',
    sealing: (paper: string, at: string) => `Đã xác nhận khớp với ${paper} lúc ${at}; đang ký số.`,
    sealed: (paper: string, at: string) => `Đã xác nhận khớp với ${paper} lúc ${at}, đã ký số.`,
    notSealed: 'Không ký số được bản số hóa: chữ ký có sẵn trong tệp không hợp lệ. Hãy quét lại từ bản giấy.',
    open: 'Mở bản số hóa đã ký số',
  },
  en: {
    certify: 'Certify the digitized copy',
    means:
      'Certify only what you compared with the paper, page by page. The agency’s seal is then applied to the copy; the file as it was handed in stays.',
    comparedWith: 'Compared with',
    papers: { original: 'The original', certified: 'A certified copy' },
    send: 'Certify',
    sealing: (paper: string, at: string) => `Certified by comparison with ${paper}, ${at}; being sealed.`,
    sealed: (paper: string, at: string) => `Certified by comparison with ${paper}, ${at}; sealed.`,
    notSealed: 'The copy could not be sealed: signatures in the file do not hold. Scan the paper again.',
    open: 'Open the sealed copy',
  },
});

interface Props {
  readonly code: string;
  readonly reading: Answer<'getDigitization'>;
  readonly onChanged: () => void;
}

/** Whether a digitized copy was certified (sao y), and the way to certify it. */
export function CertifiedCopy({ code, reading, onChanged }: Props) {
  const w = useWords(words);
  const { instant } = useFormats();
  const { is } = useDesk();
  const [open, setOpen] = useState(false);
  const { certification, state } = reading;
  const again = certification === null || certification.state === 'notSealed';
  return (
    <>
      {certification && (
        <div class="row apart" role="status">
          <span>
            {certification.state === 'notSealed'
              ? w.notSealed
              : w[certification.state](
                  w.papers[certification.comparedWith].toLocaleLowerCase('vi'),
                  instant(certification.certifiedAt),
                )}
          </span>
          {certification.sealed && (
            <a
              class="ds-link"
              href={certification.sealed.url}
              target="_blank"
              rel="noreferrer noopener"
              data-native
            >
              {w.open}
            </a>
          )}
        </div>
      )}
      {again && state === 'done' && is('reception', 'handler') && (
        <div>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={() => setOpen(true)}
          >
            {w.certify}…
          </button>
        </div>
      )}
      {open && (
        <Dialog title={w.certify} onClose={() => setOpen(false)}>
          <CertifyForm
            code={code}
            file={reading.file}
            onDone={() => {
              setOpen(false);
              onChanged();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

const PAPERS = ['original', 'certified'] as const;

function CertifyForm(props: { readonly code: string; readonly file: string; readonly onDone: () => void }) {
  const { code, file, onDone } = props;
  const w = useWords(words);
  const { api } = useDesk();
  const [comparedWith, setComparedWith] = useState<(typeof PAPERS)[number]>();
  const action = useAction(async key => {
    if (comparedWith === undefined) return;
    await api.ask('certifyCopy', { params: { code, id: file }, body: { comparedWith }, key });
    onDone();
  });
  return (
    <div class="stack">
      <p>{w.means}</p>
      <fieldset class="ds-fieldset choices">
        <legend class="ds-label">{w.comparedWith}</legend>
        {PAPERS.map(paper => (
          <label class="row check" key={paper}>
            <input
              class="ds-input"
              type="radio"
              name="compared-with"
              checked={comparedWith === paper}
              onChange={() => setComparedWith(paper)}
            />
            {w.papers[paper]}
          </label>
        ))}
      </fieldset>
      {action.error !== undefined && <Failure error={action.error} brief />}
      <div>
        <button
          type="button"
          class="ds-button"
          disabled={action.busy || comparedWith === undefined}
          onClick={() => void action.run()}
        >
          {w.send}
        </button>
      </div>
    </div>
  );
}
