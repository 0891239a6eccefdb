import { localId } from '@dangwu/platform/ids';
import type { Actor } from '@dangwu/testing';
import { Activities, type Activity } from './activities';

/** A text of the editor with one paragraph. */
export const textOf = (words: string): string =>
  JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });

export interface MinutesAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly versionNo: number;
  readonly contentHash: string;
  readonly documentNumber: string | null;
  readonly savedBy: string;
}

const answer = 'id version state versionNo contentHash documentNumber savedBy';

/** Minutes of a world, by the API as people use it. */
export class MinutesOf extends Activities {
  /** Gives an account the name that minutes name. */
  async named(actor: Actor, name: string): Promise<Actor> {
    await this.world.write((tx) => tx.query(`update account set name = $2 where id = $1`, [actor.accountId, name]));
    return actor;
  }

  /** A secretary in the register of members. */
  async secretary(at: { readonly id: string }, name: string): Promise<void> {
    const basis = '选举结果';
    const facts = { name, status: 'FULL', joinedOn: '2012-06-01', fullOn: '2013-06-01', since: '2020-01-01', basis };
    const member = await this.do<{ id: string; version: number }>(
      'registerMember',
      { ...facts, organizationId: at.id },
      undefined,
      'id version',
    );
    const post = { organizationId: at.id, post: 'SECRETARY', on: '2024-01-01', basis };
    await this.do('appoint', { ...member, ...post }, undefined, 'id');
  }

  do<T = MinutesAnswer>(name: string, input: object, actor?: Actor, fields = answer): Promise<T> {
    return this.send<T>(name, input, actor, fields);
  }

  begin(activity: { readonly id: string }, actor?: Actor): Promise<MinutesAnswer> {
    return this.do('beginMinutes', { activityId: activity.id }, actor);
  }

  content(more: object = {}, attendance: object = {}): object {
    return {
      chair: '罗景行',
      recorder: '秦悦',
      startsAt: '2026-09-16T09:30:00+08:00',
      endsAt: '2026-09-16T11:00:00+08:00',
      place: '三层党员活动室',
      attendance: {
        entitled: 17,
        present: 14,
        remote: 1,
        leave: 2,
        onLeave: ['江月明', '葛青'],
        absent: ['宋一帆'],
        ...attendance,
      },
      items: [
        { title: '学习《章程》', owner: '秦悦', minutes: 25, text: textOf('领学总则和第三章。'), resolutions: [] },
      ],
      ...more,
    };
  }

  save(minutes: MinutesAnswer, content: object, actor?: Actor): Promise<MinutesAnswer> {
    return this.do('saveMinutes', { id: minutes.id, version: minutes.version, content }, actor);
  }

  sign(minutes: MinutesAnswer, as: string, actor: Actor): Promise<MinutesAnswer> {
    const { id, version, contentHash } = minutes;
    return this.do('signMinutes', { id, version, contentHash, as }, actor);
  }

  /** Written, signed by both: locked. */
  async locked(activity: Activity, recorder: Actor, chair: Actor, content = this.content()): Promise<MinutesAnswer> {
    const written = await this.save(await this.begin(activity, recorder), content, recorder);
    return this.sign(await this.sign(written, 'RECORDER', recorder), 'CHAIR', chair);
  }

  events(type: 'Minutes' | 'Attachment', id: string): Promise<{ action: string; after: object | null }[]> {
    return this.world.write((tx) =>
      tx.query(`select action, after from audit_event where subject_id = $1 order by id`, [localId(type, id)]),
    );
  }

  get(path: string, actor?: Actor): Promise<Response> {
    return fetch(`${this.world.url}${path}`, { headers: actor ? { cookie: actor.cookie } : {} });
  }
}
