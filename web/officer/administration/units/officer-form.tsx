import { useState } from 'preact/hooks';
import type { Officer, OfficerRole } from '../../../api/generated.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { roleNames } from '../../../wording/roles.ts';
import { useDesk } from '../../desk.tsx';

const words = wording({
  vi: {
    added: 'Thêm tài khoản',
    changed: 'Sửa tài khoản',
    id: 'Tên đăng nhập',
    name: 'Họ và tên',
    roles: 'Vai trò',
    active: 'Đang hoạt động',
    closes: 'Bỏ chọn thì tài khoản bị khóa, không đăng nhập làm việc được nữa.',
    identity: 'Số định danh cá nhân',
    hidden: 'Chỉ ghi, không hiện lại. Để trống thì không gửi số nào.',
    save: 'Ghi',
  },
  en: {
    added: 'Add an account',
    changed: 'Change an account',
    id: 'Account',
    name: 'Full name',
    roles: 'Roles',
    active: 'Active',
    closes: 'Unchecked, the account is closed and can no longer be worked with.',
    identity: 'Personal identity number',
    hidden: 'Only written, never shown. Left empty, none is sent.',
    save: 'Record',
  },
});

const all = Object.keys(roleNames.vi) as OfficerRole[];

/** Adds, changes or closes an account. The identity number is only written, never read. */
export function OfficerForm(props: {
  readonly officer: Officer;
  readonly onClose: () => void;
  readonly onRecorded: () => void;
}) {
  const { officer, onClose, onRecorded } = props;
  const w = useWords(words);
  const roles = useWords(roleNames);
  const { api } = useDesk();
  const [draft, setDraft] = useState(officer);
  const [identityNumber, setIdentityNumber] = useState('');
  const action = useAction(async key => {
    const record = { ...draft, ...(identityNumber.trim() && { identityNumber: identityNumber.trim() }) };
    await api.get('recordOfficers', { key, body: { officers: [record] } });
    onRecorded();
  });
  const fault = (member: string) => action.faultOf(`/officers/0/${member}`);
  const toggle = (role: OfficerRole) =>
    setDraft({
      ...draft,
      roles: draft.roles.includes(role) ? draft.roles.filter(each => each !== role) : [...draft.roles, role],
    });
  return (
    <Dialog title={officer.id ? w.changed : w.added} onClose={onClose}>
      {officer.id === '' && (
        <TextField
          label={w.id}
          value={draft.id}
          fault={fault('id')}
          onValue={id => setDraft({ ...draft, id })}
        />
      )}
      <TextField
        label={w.name}
        value={draft.name}
        fault={fault('name')}
        onValue={name => setDraft({ ...draft, name })}
      />
      <fieldset class="ds-fieldset">
        <legend>{w.roles}</legend>
        <div class="grid">
          {all.map(role => (
            <label key={role} class="row">
              <input type="checkbox" checked={draft.roles.includes(role)} onChange={() => toggle(role)} />
              {roles[role]}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={w.identity}
        hint={w.hidden}
        inputMode="numeric"
        value={identityNumber}
        onValue={setIdentityNumber}
        fault={fault('identityNumber')}
      />
      <label class="row">
        <input
          type="checkbox"
          checked={draft.active}
          onChange={() => setDraft({ ...draft, active: !draft.active })}
        />
        {w.active}
      </label>
      <p class="note">{w.closes}</p>
      {action.error !== undefined && <Failure error={action.error} />}
      <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
        {w.save}
      </button>
    </Dialog>
  );
}
