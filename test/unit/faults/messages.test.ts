import { describe, expect, it } from 'vitest';
import { eachMessage, failedMessages } from '../../../functions/kernel/queue/each-message.ts';

const messages = ['a', 'b', 'c'].map(messageId => ({ messageId, body: messageId.toUpperCase() }));

describe('the messages of a batch', () => {
  it('are worked on in their order, one at a time', async () => {
    const story: string[] = [];
    const work = async ({ body }: { body: string }) => {
      story.push(`${body} begins`);
      await Promise.resolve();
      story.push(`${body} ends`);
      return body;
    };
    const { done, failed } = await eachMessage(messages, work, () => {});
    expect([done, failed]).toEqual([['A', 'B', 'C'], []]);
    expect(story).toEqual(['A begins', 'A ends', 'B begins', 'B ends', 'C begins', 'C ends']);
  });

  it('fail each by itself: the others are done, and only those that failed come again', async () => {
    const told: unknown[] = [];
    const work = async ({ body }: { body: string }) => {
      if (body !== 'B') throw new Error(body);
      return body;
    };
    const { done, failed } = await eachMessage(messages, work, (id, error) => told.push([id, String(error)]));
    expect(done).toEqual(['B']);
    expect(told).toEqual([
      ['a', 'Error: A'],
      ['c', 'Error: C'],
    ]);
    expect(failedMessages(failed)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: 'c' }],
    });
  });
});
