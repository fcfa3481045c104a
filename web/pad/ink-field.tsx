import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../wording/language.tsx';
import { type Point, Strokes } from './strokes.ts';
import { words } from './words.ts';

/**
 * A field to sign in, with mouse, finger or pen. It begins anew where its size changes (a tablet that is turned) and
 * with each new `turn`.
 */
export function InkField({ turn, onInk }: { readonly turn: number; readonly onInk: (ink: Strokes) => void }) {
  const w = useWords(words);
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useRef<Strokes>(undefined);
  const writing = useRef(false);

  useEffect(() => {
    const field = canvas.current;
    if (!field) return;
    const clear = () => {
      const { clientWidth, clientHeight } = field;
      const scale = devicePixelRatio || 1;
      field.width = Math.round(clientWidth * scale);
      field.height = Math.round(clientHeight * scale);
      field.getContext('2d')?.scale(scale, scale);
      ink.current = new Strokes(clientWidth, clientHeight);
      onInk(ink.current);
    };
    clear();
    const watch = new ResizeObserver(() => {
      if (ink.current?.width !== field.clientWidth || ink.current.height !== field.clientHeight) clear();
    });
    watch.observe(field);
    return () => watch.disconnect();
  }, [turn]);

  const write = (event: PointerEvent) => {
    const [strokes, field] = [ink.current, canvas.current];
    const pen = field?.getContext('2d');
    if (!strokes || !field || !pen) return;
    const { left, top } = field.getBoundingClientRect();
    const gathered = event.getCoalescedEvents?.() ?? [];
    for (const touch of gathered.length > 0 ? gathered : [event]) {
      const x = touch.clientX - left - field.clientLeft;
      const y = touch.clientY - top - field.clientTop;
      const line = strokes.add({ x, y, pressure: touch.pressure, at: touch.timeStamp });
      if (line) draw(pen, line);
    }
    onInk(strokes);
  };
  return (
    <canvas
      ref={canvas}
      class="ink-field"
      role="img"
      aria-label={w.field}
      onPointerDown={event => {
        if (writing.current || event.button > 0) return;
        writing.current = true;
        canvas.current?.setPointerCapture(event.pointerId);
        ink.current?.begin();
        write(event);
      }}
      onPointerMove={event => writing.current && write(event)}
      onPointerUp={() => {
        writing.current = false;
      }}
      onPointerCancel={() => {
        writing.current = false;
      }}
    />
  );
}

function draw(pen: CanvasRenderingContext2D, [from, to]: readonly [Point, Point]): void {
  pen.lineCap = 'round';
  pen.lineWidth = 1 + 3 * to.pressure;
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}
