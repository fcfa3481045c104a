import { useWords, wording } from '../wording/language.tsx';
import { roleNames } from '../wording/roles.ts';
import { forgetDrafts } from './decision/use-draft.ts';
import { useDesk } from './desk.tsx';

const words = wording({
  vi: { signOut: 'Đăng xuất', who: 'Người đang đăng nhập', reads: 'Tôi đã xem dữ liệu nào' },
  en: { signOut: 'Sign out', who: 'Signed in', reads: 'What I read' },
});

/** Who has signed in, with unit and roles, and the way out. */
export function WhoAmI() {
  const w = useWords(words);
  const roles = useWords(roleNames);
  const { me, is, session, unitName } = useDesk();
  return (
    <details class="menu">
      <summary>
        <span class="hidden">{w.who}: </span>
        {me.name ?? me.account}
      </summary>
      <div class="panel stack">
        <p>
          {me.roles.map(role => roles[role]).join(', ')}
          {me.unit && (
            <>
              <br />
              {me.unit.name ?? unitName(me.unit.code)}
            </>
          )}
        </p>
        {!is('auditor') && (
          <a
            class="ds-link"
            href="/officer/access"
            onClick={event => event.currentTarget.closest('details')?.removeAttribute('open')}
          >
            {w.reads}
          </a>
        )}
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          onClick={() => {
            forgetDrafts();
            void session.signOut();
          }}
        >
          {w.signOut}
        </button>
      </div>
    </details>
  );
}
