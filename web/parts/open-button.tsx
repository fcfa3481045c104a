import { useWords, wording } from '../wording/language.tsx';
import { Failure } from './failure.tsx';
import { useOpenLink } from './use-open-link.ts';

const words = wording({ vi: { opening: 'Đang mở…' }, en: { opening: 'Opening …' } });

/** Opens a file in a tab of its own, by a link that is asked for at the click and ends after minutes. */
export function OpenButton(props: {
  readonly label: string;
  /** What is opened, for who hears the button instead of seeing it. */
  readonly about: string;
  readonly linkOf: () => Promise<string>;
}) {
  const w = useWords(words);
  const open = useOpenLink(props.linkOf);
  return (
    <>
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        onClick={() => void open.run()}
      >
        {open.busy ? w.opening : props.label} <span class="hidden">{props.about}</span>
      </button>
      {open.error !== undefined && <Failure error={open.error} />}
    </>
  );
}
