import { useEffect, useRef, useState } from 'preact/hooks';
import { readCodes } from '../../parts/camera.ts';
import { TextField } from '../../parts/field.tsx';
import { useWords } from '../../wording/language.tsx';
import { type CitizenCard, looksLikeCard, readCitizenCard } from './citizen-card.ts';
import { words } from './words.ts';

/**
 * Takes what a scanner types from a citizen's card, or what the camera sees. What was read leaves the field at once, so
 * that nothing of a card stays where the next one is scanned.
 */
export function CardField(props: {
  readonly onCard: (card: Readonly<Record<keyof CitizenCard, string>>) => void;
  readonly onNumber: (number: string) => void;
}) {
  const w = useWords(words);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<{ text: string; fault?: true }>();
  const [looking, setLooking] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);

  function read(text: string) {
    const card = readCitizenCard(text);
    setTyped('');
    if (card) {
      props.onCard({ ...card });
      setTold({ text: w.cardRead(card.name) });
      // On to what the card does not say: which procedure it is about.
      document.querySelector<HTMLElement>('[data-procedure]')?.focus();
    } else if (/^\d{12}$/.test(text.trim())) {
      props.onNumber(text.trim());
      setTold(undefined);
    } else if (looksLikeCard(text) || text.trim() !== '') setTold({ text: w.noCard, fault: true });
  }
  async function look() {
    setLooking(true);
    try {
      if (video.current) read(await readCodes.first(video.current));
    } catch {
      setTold({ text: w.noCard, fault: true });
    } finally {
      setLooking(false);
    }
  }
  return (
    <div ref={place} class="stack">
      <TextField
        label={w.card}
        hint={w.cardHint}
        value={typed}
        onValue={setTyped}
        fault={told?.fault && told.text}
        onEnter={() => read(typed)}
      />
      <p role="status">{told && !told.fault ? told.text : ''}</p>
      {readCodes.possible() && (
        <div class="row">
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => void look()}>
            {w.camera}
          </button>
        </div>
      )}
      <video ref={video} class="camera" muted playsInline hidden={!looking} />
    </div>
  );
}
