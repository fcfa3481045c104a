import { readExecutionName } from '../functions/domain/machine/order.ts';
import { toRfc3339 } from '../functions/domain/vietnam-time.ts';
import { lineOf, type Request } from './api-client.ts';
import type { Committed } from './watched-store.ts';

/** Everything that happened to one dossier, line by line; of all others nothing is kept. */
export interface Story {
  readonly lines: readonly string[];
  note(code: string, line: string): void;
  noteRequest(request: Request, line: string): void;
  noteCall(name: string, payload: unknown): void;
  noteExecution(name: string, line: string): void;
  tell(committed: Committed): void;
}

/** Keeps the story of a dossier, by its code. */
export function openStory(traced: string | undefined, now: () => number): Story {
  const lines: string[] = [];
  const note = (code: string, line: string) => {
    if (code === traced) lines.push(`${toRfc3339(now())}  ${line}`);
  };
  return {
    lines,
    note,
    noteRequest(request, line) {
      if (traced === undefined) return;
      const { code, id } = request.params ?? {};
      const about = code ?? id?.slice(0, id.lastIndexOf('.'));
      const who = 'id' in request.who ? request.who.id : request.who.kind;
      if (about === traced) note(about, `${who} ${lineOf(request)}: ${line}`);
    },
    noteCall(name, payload) {
      if (traced === undefined) return;
      const { order } = payload as { order?: { dossier?: string; phase?: string; wakeAt?: string } };
      note(order?.dossier ?? '', `the machine calls ${name} (${order?.phase}, wakes at ${order?.wakeAt})`);
    },
    noteExecution: (name, line) => note(readExecutionName(name).code, `${name} ${line}`),
    tell({ head, events }) {
      if (head.code !== traced) return;
      for (const { seq, at, actor, data, opens, closes } of events) {
        const by = 'id' in actor ? actor.id : 'mechanism' in actor ? actor.mechanism : actor.kind;
        const tasks = [...opens.map(({ id }) => `+${id}`), ...closes.map(({ task }) => `-${task}`)].join(' ');
        const what = data.type === 'alarmRaised' ? `alarmRaised ${data.alarm}` : data.type;
        note(head.code, `#${seq} ${what} by ${by}, dated ${at}${tasks && ` [${tasks}]`}; ${head.handling}`);
      }
    },
  };
}
