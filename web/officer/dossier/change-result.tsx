import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { ChoiceField, TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { changeWords } from '../../wording/result-changes.ts';
import { ResultFile } from '../decision/result-file.tsx';
import { useDesk } from '../desk.tsx';

const words = wording({
  vi: {
    title: 'Thu hồi hoặc đính chính kết quả',
    means:
      'Người có thẩm quyền ký khác sẽ xem xét; khi chưa ký, kết quả vẫn có giá trị. Kết quả cũ không bị xóa: người tra cứu thấy kết quả đã bị thu hồi hoặc thay thế và căn cứ.',
    kind: 'Đề nghị',
    ground: 'Căn cứ',
    reason: 'Lý do cụ thể (chủ hồ sơ sẽ đọc được sau khi ký)',
    text: 'Nội dung kết quả mới',
    file: 'Hoặc tệp kết quả mới (PDF)',
    send: 'Trình ký',
  },
  en: {
    title: 'Revoke or correct the result',
    means:
      'Somebody else with the power to sign decides; until then the result holds. The old result is not deleted: whoever checks it sees that it was revoked or replaced, and on which ground.',
    kind: 'Proposal',
    ground: 'Ground',
    reason: 'What happened (the applicant reads it once signed)',
    text: 'Text of the new result',
    file: 'Or the new result as a file (PDF)',
    send: 'Send to be signed',
  },
});

/** The proposal to revoke or correct an issued result, as a form. */
export function ChangeResult(props: {
  readonly code: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const w = useWords(words);
  const { kinds, grounds } = useWords(changeWords);
  const { api } = useDesk();
  const [kind, setKind] = useState<'revoke' | 'correct'>('correct');
  const [ground, setGround] = useState('');
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const [file, setFile] = useState<string>();
  const action = useAction(async key => {
    const content = {
      ...(text.trim() !== '' && { text }),
      ...(file !== undefined && { resultFile: file }),
    };
    const body = { kind, ground, reason, ...(kind === 'correct' && content) };
    await api.ask('proposeResultChange', { params: { code: props.code }, body, key });
    props.onDone();
  });
  const options = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([value, named]) => ({ value, text: named }));
  return (
    <Dialog title={w.title} onClose={props.onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void action.run();
        }}
      >
        <p>{w.means}</p>
        <ChoiceField
          label={w.kind}
          value={kind}
          onValue={chosen => {
            setKind(chosen === 'revoke' ? 'revoke' : 'correct');
            setGround('');
          }}
          options={options(kinds)}
          fault={action.faultOf('/kind')}
        />
        <ChoiceField
          label={w.ground}
          value={ground}
          onValue={setGround}
          options={[{ value: '', text: '–' }, ...options(grounds[kind])]}
          fault={action.faultOf('/ground')}
        />
        <TextField
          label={w.reason}
          value={reason}
          onValue={setReason}
          rows={3}
          fault={action.faultOf('/reason')}
          required
        />
        {kind === 'correct' && (
          <>
            <TextField
              label={w.text}
              value={text}
              onValue={setText}
              rows={5}
              fault={action.faultOf('/text')}
            />
            <ResultFile label={w.file} fault={action.faultOf('/resultFile')} onValue={setFile} />
          </>
        )}
        {action.error !== undefined && <Failure error={action.error} brief />}
        <div>
          <button type="submit" class="ds-button" disabled={action.busy}>
            {w.send}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
