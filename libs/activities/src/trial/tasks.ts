import { globalId } from '@dangwu/platform/ids';
import type { Actor } from '@dangwu/testing';
import type { Activity } from './activities';
import { MinutesOf, textOf, type MinutesAnswer } from './minutes';

export interface Task {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly state: string;
  readonly mine: boolean;
  readonly canReport: boolean;
  readonly canClose: boolean;
}

export interface Bell {
  readonly kind: string;
  readonly title: { readonly zh: string };
  readonly link: string | null;
}

const task = 'id version text state mine canReport canClose';

/** Resolutions of signed minutes, and what becomes of them. */
export class TasksOf extends MinutesOf {
  /** Locked minutes with these resolutions; their recorder and chair are 秦悦 and 罗景行. */
  async resolved(activity: Activity, by: readonly [Actor, Actor], resolutions: object[]): Promise<MinutesAnswer> {
    const content = this.content({ items: [{ title: '安排', text: textOf('安排。'), resolutions }] });
    return this.locked(activity, by[0], by[1], content);
  }

  async own(actor: Actor): Promise<Task[]> {
    const data = await this.world
      .as(actor)
      .query<{ ownSupervisionItems: Task[] }>(`{ ownSupervisionItems { ${task} } }`);
    return data.ownSupervisionItems;
  }

  report({ id, version }: Task, evidence: string, actor: Actor): Promise<Task> {
    return this.do('reportSupervisionItem', { id, version, evidence }, actor, task);
  }

  close({ id, version }: Task, actor: Actor): Promise<Task> {
    return this.do('closeSupervisionItem', { id, version }, actor, task);
  }

  giveBack({ id, version }: Task, reason: string, actor: Actor): Promise<Task> {
    return this.do('returnSupervisionItem', { id, version, reason }, actor, task);
  }

  async bell(actor: Actor): Promise<Bell[]> {
    const data = await this.world
      .as(actor)
      .query<{ notifications: { nodes: Bell[] } }>(`{ notifications(first: 50) { nodes { kind title { zh } link } } }`);
    return data.notifications.nodes;
  }

  accountId = ({ accountId }: Actor): string => globalId('Account', accountId);

  /** A PDF among the attachments of an activity, as a scanned page. */
  async page(activity: { readonly id: string }, actor: Actor, name = '签字页.pdf'): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from('%PDF-1.4\n%%EOF\n')]), name);
    const headers = { cookie: actor.cookie, 'x-dangwu-csrf': '1' };
    const answer = await fetch(`${this.world.url}/files`, { method: 'POST', body: form, headers });
    const { id: fileId } = (await answer.json()) as { id: string };
    const { attachments } = await this.do<{ attachments: { id: string; name: string }[] }>(
      'addAttachment',
      { activityId: activity.id, fileId },
      actor,
      'attachments { id name }',
    );
    return attachments.find((one) => one.name === name)!.id;
  }
}
