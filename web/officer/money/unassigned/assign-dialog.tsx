import { useState } from 'preact/hooks';
import type { TrackedDossier } from '../../../api/generated.ts';
import { ActButton } from '../../../parts/act-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { ConfirmAssignment } from './confirm-assignment.tsx';
import type { MoneyProps } from './money-card.tsx';
import { words } from './words.ts';

/** Asks whose money of nobody is, shows that dossier, and gives it the money once that is confirmed. */
export function AssignDialog(props: MoneyProps & { readonly onClose: () => void }) {
  const w = useWords(words);
  const { api } = useDesk();
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const [found, setFound] = useState<TrackedDossier>();
  const look = useAction(async () => {
    setFound(await api.get('trackDossier', { params: { code: code.trim() } }));
  });
  return (
    <Dialog title={w.whose} onClose={props.onClose}>
      {found ? (
        <ConfirmAssignment {...props} dossier={found} reason={reason} onBack={() => setFound(undefined)} />
      ) : (
        <>
          <TextField
            label={w.dossier}
            value={code}
            onValue={setCode}
            fault={look.faultOf('/code')}
            onEnter={() => void look.run()}
            required
          />
          <TextField
            label={w.reason}
            hint={w.reasonHint}
            value={reason}
            onValue={setReason}
            rows={2}
            required
          />
          <ActButton action={look} label={w.next} />
        </>
      )}
    </Dialog>
  );
}
