import { createWorld, type Actor, type World } from '@dangwu/testing';
import type { Activity } from './activities';
import { MinutesOf, type MinutesAnswer } from './minutes';

/** A branch with a recorder and a chair, and assemblies whose minutes they write. The clock stands at 2026-09-18 10:20. */
export class MinutesStage {
  private constructor(
    readonly world: World,
    readonly minutes: MinutesOf,
    readonly branch: { readonly id: string },
    readonly recorder: Actor,
    readonly chair: Actor,
  ) {}

  static async begin(): Promise<MinutesStage> {
    const world = await createWorld();
    const minutes = new MinutesOf(world);
    const branch = await world.branch('第四党支部');
    const recorder = await minutes.named(await world.account('PARTY_STAFF', branch), '秦悦');
    const chair = await minutes.named(await world.account('SECRETARY', branch), '罗景行');
    await minutes.secretary(branch, '罗景行');
    return new MinutesStage(world, minutes, branch, recorder, chair);
  }

  async assembly(on: string): Promise<Activity> {
    const activityTypeId = await this.minutes.typeId('BRANCH_ASSEMBLY');
    const agenda = [{ title: '学习《章程》', minutes: 25, owner: '秦悦' }, { title: '增补委员' }];
    const facts = { activityTypeId, title: '第三季度党员大会', place: '三层', agenda };
    return this.minutes.plan(this.branch, on, facts);
  }

  async read<T>(id: string, fields: string, actor: Actor = this.world.staff): Promise<T | null> {
    const data = await this.world
      .as(actor)
      .query<{ minutes: T | null }>(`query ($id: ID!) { minutes(id: $id) { ${fields} } }`, { id });
    return data.minutes;
  }

  async signable(on: string, more: object = {}): Promise<MinutesAnswer> {
    const begun = await this.minutes.begin(await this.assembly(on), this.recorder);
    return this.minutes.save(begun, this.minutes.content(more), this.recorder);
  }
}
