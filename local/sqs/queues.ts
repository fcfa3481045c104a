import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import type { HostLog } from '../host/log.ts';
import type { Place } from '../host/place.ts';
import { smallFile } from '../host/small-file.ts';
import { type NewMessage, Queue, type QueueSettings } from './queue.ts';
import { queueSettings } from './queue-settings.ts';

/** All queues of the host, by name. */
export interface Queues {
  find(name: string): Queue | undefined;
  findByArn(arn: string): Queue | undefined;
  list(): readonly Queue[];
  /** Opens a queue of the template (its settings live there) or an inner one of the host. */
  open(settings: QueueSettings): Queue;
  /** Makes a queue on a client's word; it is remembered in the data folder. */
  create(name: string, attributes: Readonly<Record<string, string>>): Queue;
  remove(name: string): void;
  /** Sends to a queue by ARN; false when there is none. */
  sendTo(arn: string, message: NewMessage): boolean;
  close(): void;
}

const Created = z.object({ attributes: z.record(z.string(), z.string()) });
const DEFINITION = '.queue.json';

/** Opens the queues that clients had made; those of the template are opened by name afterwards. */
export function openQueues(deps: { folder: string; clock: HostClock; log: HostLog; place: Place }): Queues {
  const { folder, clock, log, place } = deps;
  mkdirSync(folder, { recursive: true });
  const queues = new Map<string, Queue>();
  const arnOf = (name: string) => `arn:aws:sqs:${place.region}:${place.accountId}:${name}`;
  const journalOf = (name: string) => join(folder, `${name}.journal`);
  const definitionOf = (name: string) => smallFile(join(folder, name + DEFINITION), Created);

  const open = (settings: QueueSettings) => {
    queues.get(settings.name)?.close();
    const queue = new Queue({
      settings,
      path: journalOf(settings.name),
      clock,
      log,
      deadLetter: (arn, message) => all.sendTo(arn, message),
    });
    queues.set(settings.name, queue);
    return queue;
  };
  const all: Queues = {
    find: name => queues.get(name),
    findByArn: arn => [...queues.values()].find(queue => queue.settings.arn === arn),
    list: () => [...queues.values()],
    open,
    create(name, attributes) {
      const settings = queueSettings(name, arnOf(name), attributes);
      definitionOf(name).write({ attributes: { ...attributes } });
      return open(settings);
    },
    remove(name) {
      queues.get(name)?.close();
      queues.delete(name);
      for (const path of [journalOf(name), join(folder, name + DEFINITION)]) rmSync(path, { force: true });
    },
    sendTo(arn, message) {
      const queue = all.findByArn(arn);
      queue?.send(message);
      return queue !== undefined;
    },
    close() {
      for (const queue of queues.values()) queue.close();
    },
  };
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    if (!file.endsWith(DEFINITION)) continue;
    const name = file.slice(0, -DEFINITION.length);
    open(queueSettings(name, arnOf(name), definitionOf(name).read()?.attributes ?? {}));
  }
  return all;
}
